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
func (f *roleFinder) taken(m ner.Mention) phrase {
	if m.Type != ner.Person {
		return phrase{}
	}
	t := m.Last
	if f.isWord(t, ",") && f.isWord(t+1, "who") {
		t += 2
	} else if f.isWord(t, "who") {
		t++
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
