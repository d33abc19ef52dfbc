package coref

import (
	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
)

// goOn extends a role behind a name over what it goes on with, and gives the
// token after it:
//
//	Ann Lunt, head of tours | and tickets at Volta, said
//	Ann Lunt, Minister of Trade|, Roads and Forests, said
//	Ann Lunt, mayor of Hull and Bo Reid said     nothing changes
//	Volta, a unit of Norrby, Lund and Ashton     other bodies: nothing changes
func (f *roleFinder) goOn(p phrase, kind ner.Type) (phrase, int) {
	t := p.last
	for kind == ner.Person && f.tag(t) == nlp.TagComma && f.isCapitalised(t-1) && !f.isNameAt(t-1, ner.Place) {
		if t > p.last && f.isAnd(t+1) {
			t++ // Minister of Trade, Roads, | and Forests
			break
		}
		end := f.runEnd(t+1, p.first)
		if end == t+1 || !f.isCapitalised(t+1) || f.isNameAt(t+1, ner.Place) || f.isHead(end-1, kind) {
			return p, p.last
		}
		t = end
	}
	if !f.isAnd(t) {
		return p, p.last
	}
	for f.isAnd(t) {
		if f.isWord(t+1, "also") {
			t++
		}
		end := f.runEnd(t+1, p.first)
		if end == t+1 {
			return p, p.last
		}
		t = end
	}
	if !f.endsApposition(t) && !(f.isFiniteAt(t, p.first) && !isTimeWord(f.word(p.last+1))) || f.isNameAt(t, ner.Person) {
		return p, p.last
	}
	return phrase{p.first, t}, t
}

// roleList extends a role behind a name over others that commas and an "and" join
// to it:
//
//	Ann Lunt, an actor|, director, and teaching artist, said
//	Ann Lunt, an actor, a ferry and a bridge        nothing changes
func (f *roleFinder) roleList(p phrase) phrase {
	for t := p.last; f.tag(t) == nlp.TagComma && f.isHead(t-1, ner.Person); {
		last := f.isAnd(t + 1)
		end := t + 1
		if last {
			end++
		}
		start := end
		for f.sameSentence(end, p.first) && end-p.first < maxRoleTokens && f.at[end] < 0 && !f.isCapitalised(end) && f.isModifier(end) {
			end++
		}
		if end == start || !f.isHead(end-1, ner.Person) {
			return p
		}
		if last || f.isAnd(end) {
			if last && f.endsApposition(end) {
				return phrase{p.first, end}
			}
			if more := f.runEnd(end+1, p.first); !last && more > end+1 && f.isHead(more-1, ner.Person) && f.endsApposition(more) {
				return phrase{p.first, more}
			}
			return p
		}
		t = end
	}
	return p
}

// withBody extends a role that is a noun alone over the body that a comma parts
// from it, and gives the token after it:
//
//	Ann Lunt, director|, Harbour Commission, said
//	Ann Lunt, director, Volta will close         nothing changes
func (f *roleFinder) withBody(p phrase) (phrase, int) {
	for t := p.first; t < p.last; t++ {
		if f.at[t] >= 0 || f.isLink(t) {
			return p, p.last
		}
	}
	comma := f.skipAside(p.last)
	if f.tag(comma) != nlp.TagComma || !f.sameSentence(comma+1, p.first) || !f.isNameAt(comma+1, ner.Organisation) {
		return p, p.last
	}
	end := f.runEnd(comma+1, p.first)
	if !f.endsApposition(end) {
		return p, p.last
	}
	return phrase{p.first, end}, end
}

// runEnd returns the token after the noun phrases, tied by prepositions, that
// start at token t; none of them is a person's name.
func (f *roleFinder) runEnd(t, first int) int {
	end := t
	for f.sameSentence(end, first) && end-first < maxRoleTokens && !f.isNameAt(end, ner.Person) &&
		(f.isInsidePhrase(end) || end > t && f.isLink(end) && f.sameSentence(end+1, first) && f.isInsidePhrase(end+1)) {
		end++
	}
	return end
}

// isAnd reports whether token t joins two nouns.
func (f *roleFinder) isAnd(t int) bool { return f.isWord(t, "and") || f.isWord(t, "&") }

// isNameAt reports whether token t is in a name of the type.
func (f *roleFinder) isNameAt(t int, kind ner.Type) bool {
	return t >= 0 && t < len(f.at) && f.at[t] >= 0 && f.mentions[f.at[t]].Type == kind
}

// isUnfinished reports whether what a role says goes on behind it, at token end:
// the first mayor | to resign, the only clerk | who saw it; but not the first
// mayor of Hull.
func (f *roleFinder) isUnfinished(p phrase, end int) bool {
	if !f.sameSentence(end, p.first) {
		return false
	}
	switch f.word(end) {
	case "to", "ever", "since", "who", "that":
	default:
		return false
	}
	for t := p.first; t < p.last; t++ {
		if f.tag(t) == nlp.TagJJS || f.tag(t) == nlp.TagRBS || isOrdinal(f.word(t)) {
			return true
		}
	}
	return false
}

// isOrdinal reports whether a word counts those who were something.
func isOrdinal(word string) bool {
	switch word {
	case "first", "second", "third", "fourth", "fifth", "last", "only", "latest":
		return true
	}
	return false
}

// isFiniteAt reports whether a verb of one subject stands at token t, an adverb
// or a comma before it at most: | said, | , has left; but not | said, as in
// "Ann Lunt, the mayor | said, was late".
func (f *roleFinder) isFiniteAt(t, anchor int) bool {
	if f.tag(t) == nlp.TagComma {
		t++
	} else if f.tag(t+1) == nlp.TagComma {
		return false
	}
	if f.tag(t) == nlp.TagRB {
		t++
	}
	return f.sameSentence(t, anchor) && isFinite(f.tag(t)) && f.tag(t) != nlp.TagVBP
}

// opensSentence reports whether nothing but titles and an article stands before
// token t in its sentence.
func (f *roleFinder) opensSentence(t int) bool {
	first := f.d.Sentences[f.d.Tokens[t].Sentence].First
	if t == first+1 && (f.tag(first) == nlp.TagDT || f.tag(first) == nlp.TagPRPDollar) {
		return true
	}
	for t > first && (f.isBareTitle(t-1) || f.isWord(t-1, ".")) {
		t--
	}
	return t == first
}

// lacksComma reports whether the role behind the name that starts at token
// first ends where the verb begins, though no comma says so:
//
//	Ann Lunt, a spokeswoman for the party | told reporters
//	In a letter to Ann Lunt, a lawyer for the party | said      is another's
func (f *roleFinder) lacksComma(first int, p phrase) bool {
	if p.last-p.first < 2 || !f.isFiniteAt(p.last, first) {
		return false
	}
	// Without an article, nothing but an apposition can follow a comma.
	return f.tag(p.first-1) == nlp.TagComma && f.hasLink(p) || f.opensSentence(first) || f.followsAdverbial(first)
}

// hasLink reports whether a role has a preposition: mayor of Hull.
func (f *roleFinder) hasLink(p phrase) bool {
	for t := p.first; t < p.last; t++ {
		if f.isLink(t) {
			return true
		}
	}
	return false
}

// maxAdverbialTokens is how many tokens the words before a subject have at most:
// On Sunday, Meanwhile, In the north.
const maxAdverbialTokens = 4

// followsAdverbial reports whether nothing but an adverb, or a preposition and
// its noun, and a comma stands before token t in its sentence: On Sunday, | Ann
// Lunt.
func (f *roleFinder) followsAdverbial(t int) bool {
	for t > 0 && f.sameSentence(t-1, t) && f.isBareTitle(t-1) {
		t--
	}
	first := f.d.Sentences[f.d.Tokens[t].Sentence].First
	if t-first < 2 || t-first > maxAdverbialTokens || f.tag(t-1) != nlp.TagComma || f.isNameAt(t-2, ner.Person) {
		return false
	}
	return f.tag(first) == nlp.TagIN || f.tag(first) == nlp.TagRB
}

// isNextRole reports whether a role is that of a name behind it, from which a
// comma parts it: "the mayor, Ann Lunt, the | clerk|, Mr Bo Reid, and".
func (f *roleFinder) isNextRole(p phrase) bool {
	t := p.last
	if !f.sameSentence(t+1, p.first) || f.tag(t) != nlp.TagComma {
		return false
	}
	for t++; f.sameSentence(t, p.first) && f.isBareTitle(t); t++ {
	}
	return f.isNameAt(t, ner.Person)
}

// namesAnother reports whether a role ends in the name whose role it is: "head
// of Volta | Bo Reid", but not "widow of Bo Reid".
func (f *roleFinder) namesAnother(p phrase) bool {
	if !f.isNameAt(p.last-1, ner.Person) {
		return false
	}
	before := f.mentions[f.at[p.last-1]].First - 1
	for before > p.first && (f.isBareTitle(before) || f.isWord(before, ".")) {
		before--
	}
	return before > p.first && (f.isNameAt(before, ner.Organisation) || f.isNameAt(before, ner.Place))
}
