package coref

import (
	"strings"

	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
)

// maxTakenTokens is how many tokens may stand between a name and the office that
// its sentence says somebody has taken: was on Monday sworn in as.
const maxTakenTokens = 7

// taken finds an office that a sentence says somebody has or has taken:
//
//	Ann Lunt was appointed | head of Volta
//	Ann Lunt took office as | economy minister
//	Ann Lunt, who serves as | mayor of Hull
//	Ann Lunt was named as a suspect; Ann Lunt was not elected mayor     nothing
//	The son of Ann Lunt was elected mayor; who sued Ann Lunt was        nothing
func (f *roleFinder) taken(m ner.Mention) phrase {
	if m.Type != ner.Person {
		return phrase{}
	}
	t := m.Last
	switch {
	case f.isWord(t, ",") && f.isWord(t+1, "who"):
		t += 2
	case f.isWord(t, "who"):
		t++
	case !f.mayBeSubject(m.First):
		return phrase{}
	}
	passive := false
	for ; t-m.Last < maxTakenTokens && f.sameSentence(t, m.First); t++ {
		word := f.word(t)
		switch {
		case word == "was" || word == "were" || word == "been" || word == "is":
			passive = true
			continue
		case word == "has" || word == "had", word == "on" || isDayOrMonth(strings.ToLower(word)), f.tag(t) == nlp.TagRB && word != "not" && word != "never":
			continue
		case passive && isAppointed(word):
			t++
			if f.isWord(t, "in") {
				t++
			}
			named := word == "named" || word == "sworn"
			if f.isWord(t, "as") || f.isWord(t, "to") && word == "promoted" {
				t++
			} else if word == "sworn" || word == "promoted" {
				return phrase{}
			}
			return f.officeAt(t, m, !named)
		case word == "took" && f.isWord(t+1, "office") && f.isWord(t+2, "as"):
			return f.officeAt(t+3, m, true)
		case isServing(word) && f.isWord(t+1, "as"):
			return f.officeAt(t+2, m, true)
		default:
			return phrase{}
		}
	}
	return phrase{}
}

// mayBeSubject reports whether the name that starts at token first can be the whole
// subject of its sentence: no preposition, verb or longer noun stands before it, a
// title aside.
func (f *roleFinder) mayBeSubject(first int) bool {
	t := first - 1
	for t > 0 && f.sameSentence(t, first) && f.isBareTitle(t) {
		t--
	}
	if !f.sameSentence(t, first) {
		return true
	}
	switch tag := f.tag(t); {
	case tag == nlp.TagIN && opensClauseWord(f.word(t)), tag == nlp.TagCC && f.tag(t-1) == nlp.TagComma:
		return true // Bo Reid left, and | Ann Lunt was elected
	case tag == nlp.TagIN, tag == nlp.TagTO, tag == nlp.TagCC, tag == nlp.TagPOS, tag.IsVerb():
		return false
	case tag.IsNoun():
		return f.isHead(t, ner.Person)
	}
	return true
}

// opensClauseWord reports whether a word opens a clause that tells what was so: as Ann
// Lunt took office; but not if Ann Lunt is elected.
func opensClauseWord(word string) bool {
	switch strings.ToLower(word) {
	case "after", "although", "as", "because", "before", "since", "that", "though", "until", "when", "while":
		return true
	}
	return false
}

// officeAt reads the role that starts at token t; with an indefinite article only
// where that may be an office.
func (f *roleFinder) officeAt(t int, m ner.Mention, indefinite bool) phrase {
	if !f.sameSentence(t, m.First) || !indefinite && f.tag(t) == nlp.TagDT && !strings.EqualFold(f.word(t), "the") {
		return phrase{}
	}
	p, end := f.nounPhrase(t, m.First, m.Type)
	if p.isEmpty() || f.sameSentence(end, m.First) && f.tag(end).IsNoun() || f.isUnfinished(p, end) || f.namesAnother(p) {
		return phrase{}
	}
	return p
}

// isAppointed reports whether a participle says that somebody was given an office.
func isAppointed(word string) bool {
	switch word {
	case "appointed", "reappointed", "named", "elected", "re-elected", "reelected", "promoted", "sworn", "installed", "inaugurated", "made":
		return true
	}
	return false
}

// isServing reports whether a verb before "as" says that somebody has an office.
func isServing(word string) bool {
	switch word {
	case "serves", "served", "serving", "works", "worked", "working", "acts", "acted", "acting":
		return true
	}
	return false
}
