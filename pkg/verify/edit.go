package verify

import (
	"slices"
	"strings"
)

// What editors may do, so that brackets and dots cannot carry an invention.
const (
	// maxBracketed is how many words one pair of brackets may hold or stand
	// for: enough for a name with its office.
	maxBracketed = 12
	// fewestOwnWords is how many words of a quotation with brackets must be the
	// speaker's own, and they must be the half of it at least.
	fewestOwnWords = 2
	// maxOmitted is how many words three dots may stand for: two minutes of
	// speech. In running text, where nothing says whose the words between
	// are, it is maxOmittedOutside.
	maxOmitted        = 250
	maxOmittedOutside = 30
)

// fewestOwn returns how many words of a quotation must be the speaker's own:
// with omissions more, so that nobody's words can be picked one by one.
func fewestOwn(omissions int) int { return fewestOwnWords + max(0, 2*omissions-1) }

// fewWords is how many words a negation may be left out with for that to turn
// the sentence round: "the talks are … over". Longer omissions leave out clauses
// with what is denied in them.
const fewWords = 3

// dropsNegation reports whether brackets or dots stand for few words of the
// stream, a negation among them, and have none themselves.
func (j *judgement) dropsNegation(i0, i1, k0, k1 int) bool {
	if k1-k0 > fewWords {
		return false
	}
	for _, w := range j.quotation.words[i0:i1] {
		if isNegation(w.Of(j.quotation.text)) {
			return false
		}
	}
	for k := k0; k < k1; k++ {
		if isNegation(j.sourceText(k, k+1)) {
			return true
		}
	}
	return false
}

// isNegation reports whether a word denies.
func isNegation(word string) bool {
	form := string(appendForm(nil, word))
	switch form {
	case "not", "no", "never", "nobody", "nothing", "none", "nor", "neither", "nowhere", "cannot", "without", "hardly", "barely", "unless":
		return true
	}
	return strings.HasSuffix(form, "n't")
}

// keeps reports whether words that an editor changed within ("go[ing]") keep
// letters of the words that they stand for.
func (j *judgement) keeps(i0, i1, k0, k1 int) bool {
	for i := i0; i < i1; i++ {
		word := j.quotation.words[i].Of(j.quotation.text)
		head, tail := word, word
		if cut := strings.IndexAny(word, "[]"); cut < 0 {
			continue
		} else if word[cut] == '[' {
			head, tail = word[:cut], ""
		} else {
			head, tail = "", word[cut+1:]
		}
		found := false
		for k := k0; k < k1; k++ {
			source := string(appendForm(nil, j.sourceText(k, k+1)))
			found = found || strings.HasPrefix(source, string(appendForm(nil, head))) && strings.HasSuffix(source, string(appendForm(nil, tail)))
		}
		if !found {
			return false
		}
	}
	return true
}

// mayOmit reports whether three dots may stand for words k0 to k1 of the
// stream.
func (j *judgement) mayOmit(k0, k1 int) bool {
	if k0 == k1 {
		return true
	}
	s := j.find.source
	if k0 == 0 || k1 == len(j.stream.positions) {
		return false
	}
	before, after := s.quoteAt(j.stream.positions[k0-1]), s.quoteAt(j.stream.positions[k1])
	switch {
	case before == noWord && after == noWord:
		return k1-k0 <= maxOmittedOutside
	case before == noWord || after == noWord:
		return false
	}
	quotes := s.article.Quotes
	return k1-k0 <= maxOmitted && (before == after || isSameSpeaker(quotes[before].Speaker, quotes[after].Speaker))
}

// bracketedInSource reports whether words k0 to k1 of the stream are those of
// the source's editor, and reach as far as its brackets do.
func (j *judgement) bracketedInSource(k0, k1 int) bool {
	bracketed := j.stream.bracketed
	return k0 < k1 && !slices.Contains(bracketed[k0:k1], false) &&
		!(k0 > 0 && bracketed[k0-1]) && !(k1 < len(bracketed) && bracketed[k1])
}

// isBroken reports whether two words on one side are one word on the other,
// divided by a hyphen at the end of a line.
func (j *judgement) isBroken(i0, i1, k0, k1 int) bool {
	whole, halves := j.draftText(i0, i1), j.sourceText(k0, k1)
	switch {
	case i1-i0 == 1 && k1-k0 == 2:
	case i1-i0 == 2 && k1-k0 == 1:
		whole, halves = halves, whole
	default:
		return false
	}
	first := wordEnd(halves, 0)
	second, _ := nextWord(halves, first)
	between := strings.TrimSpace(strings.ReplaceAll(halves[first:second], "\r", ""))
	if !strings.Contains(halves[first:second], "\n") || between != "-" && between != "\u2010" && between != "\u00AD" {
		return false
	}
	joined := appendForm(appendForm(nil, halves[:first]), halves[second:])
	return string(joined) == string(appendForm(nil, whole))
}
