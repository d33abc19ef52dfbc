package ner

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// dropTerms forgets names of storms, and acronyms that the article itself spells out
// as a thing or an office:
//
//	the non-fungible token (NFT)         NFT is nobody's name here, nor below
//	an Assistant Sub-Inspector (ASI)     the same
//	the Consumer Price Index (CPI)       the same
//	a special investigation team (SIT)   a body may be called so: nothing changes
func dropTerms(r *Reading, mentions []Mention) []Mention {
	var terms map[string]bool // made when there is one
	note := func(word string) {
		if terms == nil {
			terms = map[string]bool{}
		}
		terms[singular(word)] = true
	}
	for _, s := range r.doc.Sentences {
		for i := s.First + 2; i+1 < s.Last; i++ {
			if w := r.at(i); (w.form == formUpper || w.form == formMixed) && r.mark(i-1) == '(' && r.mark(i+1) == ')' && r.spellsTerm(i, s.First) {
				note(r.doc.Word(i))
			}
		}
	}
	var longer map[string]bool
	for i := range mentions {
		if m := &mentions[i]; m.Type == Person && m.First > 0 && m.Last-m.First == 1 && isStorm(r.doc.Word(m.First-1)) && r.doc.Tokens[m.First-1].Sentence == r.doc.Tokens[m.First].Sentence {
			if longer == nil {
				longer = wordsOfLonger(r, mentions)
			}
			if word := r.doc.Word(m.First); !longer[word] {
				note(word)
			}
		}
	}
	if terms == nil {
		return mentions
	}
	return slices.DeleteFunc(mentions, func(m Mention) bool {
		return m.Last-m.First == 1 && terms[singular(r.doc.Word(m.First))]
	})
}

// isStorm reports whether a word makes what follows the name of a storm:
//
//	Tropical storm Bonnie                 Bonnie is nobody's name here, nor below
//	Hurricane Tyson wins. Mike Tyson …    somebody has the name: nothing changes
func isStorm(word string) bool {
	switch word {
	case "storm", "Storm", "hurricane", "Hurricane", "typhoon", "Typhoon", "cyclone", "Cyclone":
		return true
	}
	return false
}

// wordsOfLonger returns the words of the names of several words.
func wordsOfLonger(r *Reading, mentions []Mention) map[string]bool {
	words := map[string]bool{}
	for i := range mentions {
		for k := mentions[i].First; mentions[i].Last-mentions[i].First > 1 && k < mentions[i].Last; k++ {
			words[r.doc.Word(k)] = true
		}
	}
	return words
}

// singular takes the s off an acronym: NGOs.
func singular(acronym string) string { return strings.TrimSuffix(acronym, "s") }

// spellsTerm reports whether the words before the bracket around the acronym at
// token i, in the sentence that begins with token first, have its letters for
// initials and are nobody's name: they stand small, or end in what a person or a
// thing is.
func (r *Reading) spellsTerm(i, first int) bool {
	acronym := singular(r.doc.Word(i))
	if !isAcronym(acronym) {
		return false
	}
	head := r.at(i - 2)
	if head.cue == cueBody || strings.Contains(teams, " "+strings.ToLower(r.doc.Word(i-2))+" ") {
		return false
	}
	start, small := i-1, true
	for rest := acronym; rest != ""; {
		start--
		if start < first {
			return false
		}
		word := r.at(start)
		left, ok := cutInitials(rest, r.doc.Word(start))
		switch {
		case ok && (word.form == formLower || word.form.hasCapital()):
			rest = left
			small = small && (word.form == formLower || rest == "" && start == first)
		case word.cue != cueJoin && word.cue != cueThe && word.cue != cueAnd && r.mark(start) != '-':
			return false
		}
	}
	switch last := strings.ToLower(r.doc.Word(i - 2)); {
	case small, strings.Contains(heads, " "+last+" "):
		return true
	case last == "executive": // a Chief Executive, but not the Safety Executive
		return r.doc.Word(i-3) == "Chief"
	case last == "general": // the office of an Inspector General
		return false
	}
	return head.cue == cuePerson
}

// Small words that end in one of teams may be the name of a body, beside those of
// cueBody; words that end in one of heads are a person or a thing, beside those of
// cuePerson, whatever their capitals.
const (
	teams = " army assembly authority bloc board brigade bureau cabinet caucus cell center centre chamber confederation congress corporation corps directorate division " +
		"establishment exchange faction force forces forum front fund guard institution laboratory mission movement network office operator panel police programme project " +
		"regulator secretariat service society squad station team tribunal trust unit "
	heads = " commissioner constable inspector superintendent " +
		"act agreement bill certificate convention diploma disease disorder index law pact product rate report syndrome tax test treaty virus "
)

// cutInitials cuts the initials of a word and of its parts between hyphens off the
// end of an acronym: NF of non-fungible off NF.
func cutInitials(acronym, word string) (rest string, ok bool) {
	for rest = acronym; ; {
		at := strings.LastIndexByte(word, '-') + 1
		want, n := utf8.DecodeLastRuneInString(rest)
		if initial, _ := utf8.DecodeRuneInString(word[at:]); n == 0 || unicode.ToUpper(initial) != want {
			return acronym, false
		}
		rest = rest[:len(rest)-n]
		if at == 0 {
			return rest, true
		}
		word = word[:at-1]
	}
}
