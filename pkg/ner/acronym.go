package ner

import "unicode/utf8"

// Lengths of the acronyms looked for, in letters.
const (
	shortestAcronym = 2
	longestAcronym  = 8
)

// markAcronym looks for an acronym in brackets at token i, "(AU)", whose
// letters are the initials of the capitalised words before it; those words
// are marked as spelled out, and i as their acronym.
func (r *Reading) markAcronym(i, first, last int) bool {
	w := r.at(i)
	if w.form != formUpper || i < first+2 || i+1 >= last || r.mark(i-1) != '(' || r.mark(i+1) != ')' {
		return false
	}
	s := r.doc.Tokens[i].Of(r.doc.Text)
	if len(s) < shortestAcronym || len(s) > longestAcronym {
		return false
	}
	k := i - 2 // the token before the bracket
	rest := s
	start := -1
	for k >= first && rest != "" {
		want, n := utf8.DecodeLastRuneInString(rest)
		word := r.at(k)
		if !word.form.hasCapital() {
			if word.cue == cueJoin || word.cue == cueThe || word.cue == cueAnd || r.mark(k) == '-' {
				k--
				continue
			}
			return false
		}
		if c, _ := utf8.DecodeRuneInString(r.doc.Tokens[k].Of(r.doc.Text)); c != want {
			return false
		}
		rest, start = rest[:len(rest)-n], k
		k--
	}
	if rest != "" {
		return false
	}
	for k := start; k < i-1; k++ {
		r.tokens[k].spelled = true
	}
	return true
}
