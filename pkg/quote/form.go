package quote

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/whosaid/whosaid/pkg/span"
)

// hasSubtitle reports whether a colon divides the quote.
func (s *setting) hasSubtitle() bool {
	return strings.Contains(s.text[s.quote.Start:min(s.quote.End, s.quote.Start+window)], ": ")
}

// isTitleCase reports whether the words around the quote have capitals where
// only titles and headlines have them.
func (s *setting) isTitleCase() bool {
	for _, words := range [...][]span.Span{s.before, s.after} {
		for _, w := range words {
			word := w.Of(s.text)
			if startsLower(word) && !isSmallInTitles(word) {
				return false
			}
		}
	}
	return true
}

// sizeName names the length of a quote without counting its words.
func sizeName(q *Quote) string {
	switch n := q.Len(); {
	case n < 15: // about two words
		return "tiny"
	case n < 40: // about six
		return "small"
	}
	return "big"
}

// gapName names a distance between quotes, in bytes.
func gapName(bytes int) string {
	switch {
	case bytes <= len(" and "):
		return "joined"
	case bytes < 60: // about ten words
		return "near"
	}
	return "far"
}

// clauseWords counts the words of whole clauses among the first of the quote.
func (s *setting) clauseWords() int {
	n, clause := 0, 0
	for _, p := range s.quote.Parts {
		for at := p.Start; n < longestCounted; n++ {
			w := wordAfter(s.text, at, p.End)
			if w.IsEmpty() {
				break
			}
			word := w.Of(s.text)
			if isListed(clauseWords, word) || strings.HasSuffix(word, "n't") || strings.HasSuffix(word, "n’t") {
				clause++
			}
			at = w.End
		}
	}
	return clause
}

// hasClause reports whether the quote holds a word of whole clauses.
func (s *setting) hasClause() bool { return s.clauseWords() > 0 }

// form names how the words of the quote are capitalised.
func (s *setting) form() string {
	upper, lower, first := 0, 0, ""
	n := 0
	for _, p := range s.quote.Parts {
		for at := p.Start; n < longestCounted; n++ {
			w := wordAfter(s.text, at, p.End)
			if w.IsEmpty() {
				break
			}
			word := w.Of(s.text)
			if first == "" {
				first = word
			}
			switch {
			case startsUpper(word):
				upper++
			case !isSmallInTitles(word) && !isDigit(word[0]):
				lower++
			}
			at = w.End
		}
	}
	switch {
	case first == "":
		return "none"
	case startsLower(first):
		if upper > 0 && lower == 0 {
			return "small-title"
		}
		return "small"
	case !startsUpper(first):
		if upper > 0 && lower == 0 {
			return "title" // “12 Winters”
		}
		return "number"
	case lower == 0 && n > 1:
		return "title"
	case n == 1:
		return "one"
	}
	return "sentence"
}

// ending names the last character inside the marks.
func (s *setting) ending() string {
	r, _ := utf8.DecodeLastRuneInString(s.text[s.quote.Start:s.quote.End])
	switch {
	case isWordRune(r):
		return "word"
	case isDash(r):
		return "dash"
	}
	return charName(r)
}

// charName names a character beside a quote.
func charName(r rune) string {
	switch r {
	case edge:
		return "edge"
	case ',', '.', '?', '!', ':', ';', '(', ')', '=', '…':
		return string(r)
	}
	switch {
	case isDash(r):
		return "dash"
	case isWordRune(r):
		return "word"
	}
	return "other"
}

// lengthName names a count of words, coarser as it grows.
func lengthName(words int) string {
	switch {
	case words <= 4:
		return strconv.Itoa(words)
	case words <= 6:
		return "6"
	case words <= 9:
		return "9"
	case words <= 14:
		return "14"
	}
	return "more"
}

// distanceName names a distance in words.
func distanceName(words int) string {
	switch {
	case words <= 2:
		return strconv.Itoa(words)
	case words <= 5:
		return "5"
	}
	return "far"
}
