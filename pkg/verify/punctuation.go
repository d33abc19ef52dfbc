package verify

import (
	"strings"
	"unicode"
)

// capitals returns which letters of a word are capitals.
func capitals(word string) uint64 {
	var set uint64
	n := 0
	for _, r := range word {
		if unicode.IsLetter(r) {
			if unicode.IsUpper(r) {
				set |= 1 << (n & 63)
			}
			n++
		}
	}
	return set
}

// punctuation returns the marks of what stands between two words that are heard:
// not spaces, dashes, quotation marks, brackets and dots of omission.
func punctuation(between string) string {
	if hasEllipsis(between) {
		between = strings.NewReplacer("…", "", ".", "").Replace(between)
	}
	return strings.Map(func(r rune) rune {
		switch r {
		case '.', ',', ';', ':', '!', '?':
			return r
		case '！', '？', '，', '；', '：':
			return r - 0xFEE0 // the full-width form
		}
		return -1
	}, between)
}

// isMark reports whether a character is a quotation mark.
func isMark(r rune) bool {
	switch r {
	case '"', '“', '”', '„', '«', '»', '‹', '›', '‘', '’', '‚', '\'':
		return true
	}
	return false
}
