package ner

import (
	"strings"

	"github.com/whosaid/whosaid/pkg/span"
)

// trimBrackets ends a name before a bracket that does not close in it, and
// begins it behind one that does not open in it:
//
//	Rep. Dana Ruiz (R-Ky. said     the name is Dana Ruiz
//	Bank of Lorn (Holdings) said   nothing changes
func trimBrackets(r *Reading, mentions []Mention) {
	for i := range mentions {
		m := &mentions[i]
		opened := -1
		for k := m.First; k < m.Last; k++ {
			switch r.mark(k) {
			case '(', '[', '{':
				if opened < 0 {
					opened = k
				}
			case ')', ']', '}':
				if opened < 0 && k+1 < m.Last {
					m.First = k + 1
				}
				opened = -1
			}
		}
		if opened > m.First {
			m.Last = opened
		}
		m.Span = span.Span{Start: r.doc.Tokens[m.First].Start, End: r.doc.Tokens[m.Last-1].End}
	}
}

// postNominals are the letters of honours, degrees and seats that stand behind
// a name.
const postNominals = " AC AM AO BEM CBE DBE FRS GBE JP KBE KC MBE MD MEP MLA MP MSP OAM OBE PC PhD QC SC TD "

// IsPostNominal reports whether a word is the letters of an honour, a degree or a
// seat, as they stand behind a person's name: Ann Reid QC.
func IsPostNominal(word string) bool { return strings.Contains(postNominals, " "+word+" ") }

// trimPostNominals ends a person's name before the letters behind it:
//
//	Ann Reid QC told the court     the name is Ann Reid
//	Jan MP told the court          one word and letters: nothing changes
func trimPostNominals(r *Reading, mentions []Mention) {
	for i := range mentions {
		m := &mentions[i]
		for m.Type == Person && m.Last-m.First > 2 && IsPostNominal(r.doc.Word(m.Last-1)) {
			m.Last--
		}
		m.Span.End = r.doc.Tokens[m.Last-1].End
	}
}

// ranks are ranks and trades that stand before a name and look like a given name.
const ranks = " barr batsman bowler commodore con constable cpl cst defender det engr ensign goalkeeper insp lcpl midfielder midshipman pte rtd sgt striker supt winger "

// trimRanks begins a person's name behind the ranks before it:
//
//	Det Con Ann Reid told the court   the name is Ann Reid
//	Barr Reid told the court          two words: nothing changes
func trimRanks(r *Reading, mentions []Mention) {
	for i := range mentions {
		m := &mentions[i]
		for m.Type == Person && m.Last-m.First > 2 && isOneOf(ranks, strings.TrimSuffix(r.doc.Word(m.First), ".")) {
			m.First++
			if r.doc.Word(m.First) == "." { // a full stop that stands alone
				m.First++
			}
		}
		m.Span.Start = r.doc.Tokens[m.First].Start
	}
}

// states are the states of the United States as its newspapers shorten them.
const states = " ala. ariz. ark. calif. colo. conn. del. fla. ga. ill. ind. kan. ky. la. md. mass. mich. minn. miss. mo. mont. neb. nev. n.h. n.j. n.m. n.y. n.c. n.d. okla. ore. pa. r.i. s.c. s.d. tenn. vt. va. wash. w.va. wis. wyo. "

// settleStates makes places of a shortened state behind a town and a comma,
// which looks like a shortened first name, and of the town behind a preposition:
//
//	Ann Lunt, 59, of Ashton, Md., said         two places
//	Senator Ashton, Md., and Lunt, Md. Karim   no preposition, or the name goes on: nothing changes
func settleStates(r *Reading, mentions []Mention) {
	for i := 1; i < len(mentions); i++ {
		m, town := &mentions[i], &mentions[i-1]
		if m.Last != m.First+1 || town.Last != m.First-1 || r.mark(town.Last) != ',' || !isOneOf(states, r.doc.Word(m.First)) {
			continue
		}
		if town.Type != Place && town.First > 0 && r.isIn(town.First-1) {
			town.Type = Place
		}
		if town.Type == Place {
			m.Type = Place
		}
	}
}

// isIn reports whether token i is a preposition that places follow.
func (r *Reading) isIn(i int) bool { return r.at(i).cue == cueIn || r.doc.Word(i) == "of" }

// isClub reports whether a word begins the names of sports clubs and of no person.
// It is asked of every name of several words, so it must not allocate.
func isClub(word string) bool {
	switch word {
	case "AC", "AFC", "Athletic", "Athlétic", "Atletico", "Atlético", "Borussia", "CD", "CF", "Club", "Clube", "Deportes", "Deportivo", "Dinamo", "Dynamo",
		"Esporte", "FC", "FK", "Lokomotiv", "NK", "Olympique", "Real", "SC", "SK", "Spartak", "Sporting", "Universitario":
		return true
	}
	return false
}

// settleClubs makes organisations of clubs that look like people, and of their last
// words where no person is called so:
//
//	Deportivo Reyes beat Lunt. Reyes won.            two organisations
//	Deportivo won                                    one word: nothing changes
//	Deportivo Reyes thanked Ana Reyes. Reyes wept.   one organisation
func settleClubs(r *Reading, mentions []Mention) {
	var called map[string]bool // last words of clubs; false where a person has one, too
	for i := range mentions {
		m := &mentions[i]
		if m.Last-m.First < 2 || !isClub(r.doc.Word(m.First)) || m.Type != Person && m.Type != Organisation {
			continue
		}
		m.Type = Organisation
		if called == nil {
			called = map[string]bool{}
		}
		called[r.doc.Word(m.Last-1)] = true
	}
	if called == nil {
		return
	}
	for i := range mentions {
		if m := &mentions[i]; m.Type == Person && m.Last-m.First > 1 {
			called[r.doc.Word(m.Last-1)] = false
		}
	}
	for i := range mentions {
		if m := &mentions[i]; m.Type == Person && m.Last-m.First == 1 && called[r.doc.Word(m.First)] {
			m.Type = Organisation
		}
	}
}

// longestSyllable is how many letters a syllable of a given name has at most:
// Chung-hwang.
const longestSyllable = 5

// endings are words of one such syllable that a hyphen joins to names of any kind.
const endings = " fed for fuel gay hit in led look met of paid run set to tier too won "

// addSyllables ends a person's name behind the second syllable of a given name
// that a hyphen joins, where the syllable looks like a word of another kind:
//
//	Lau Sing-on told the court     the name is Lau Sing-on
//	Lau Sing-led talks began       no syllable: nothing changes
func addSyllables(r *Reading, mentions []Mention) {
	for i := range mentions {
		m, d := &mentions[i], r.doc
		hyphen, end := m.Last, m.Last+2
		if m.Type != Person || m.Last-m.First < 2 || end > len(d.Tokens) || d.Word(hyphen) != "-" || i+1 < len(mentions) && mentions[i+1].First < end {
			continue
		}
		syllable, given := d.Word(hyphen+1), d.Word(hyphen-1)
		if len(given) > longestSyllable || len(syllable) > longestSyllable || !isSyllable(syllable) || strings.Contains(endings, " "+syllable+" ") ||
			d.Tokens[hyphen].Start != d.Tokens[hyphen-1].End || d.Tokens[hyphen+1].Start != d.Tokens[hyphen].End {
			continue
		}
		m.Last = end
		m.Span.End = d.Tokens[end-1].End
	}
}

// isSyllable reports whether a word in small letters is one syllable of a Chinese
// or Korean name: vowels with few consonants around them, as in hwang, but not as
// in spent, era or held.
func isSyllable(word string) bool {
	isVowel := func(i int) bool { return strings.IndexByte("aeiou", word[i]) >= 0 }
	first := 0
	for ; first < len(word) && !isVowel(first); first++ {
		if c := word[first]; c < 'a' || c > 'z' || first > 0 && c != 'h' && c != 'w' && c != 'y' {
			return false
		}
	}
	last := first
	for last < len(word) && isVowel(last) {
		last++
	}
	switch coda := word[last:]; coda {
	case "", "n", "ng", "k", "p", "t", "m", "h", "l", "r", "w", "y":
		return last > first
	}
	return false
}
