package ner

import (
	"unicode"
	"unicode/utf8"
)

// Base letters of the Latin blocks, one for each code point from the block's
// first; a space keeps the letter as it is.
const (
	latin1First    = 0xC0
	latin1Base     = "aaaaaaaceeeeiiiidnooooo ouuuuyt aaaaaaaceeeeiiiidnooooo ouuuuyty"
	extendedFirst  = 0x100
	extendedBase   = "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
	vietnamFirst   = 0x1EA0
	vietnamBase    = "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy"
	apostropheRune = '’'
)

// foldRune returns the lower-case base letter of r: é → e, Ł → l.
func foldRune(r rune) rune {
	base, at := "", 0
	switch {
	case r < latin1First:
		return r
	case r < extendedFirst:
		base, at = latin1Base, int(r-latin1First)
	case r < extendedFirst+rune(len(extendedBase)):
		base, at = extendedBase, int(r-extendedFirst)
	case vietnamFirst <= r && r < vietnamFirst+rune(len(vietnamBase)):
		base, at = vietnamBase, int(r-vietnamFirst)
	default:
		return r
	}
	if base[at] == ' ' {
		return r
	}
	return rune(base[at])
}

// appendLower appends s in lower case, with curly apostrophes made straight
// and digits made 0, the form that word tables are keyed by.
func appendLower(dst []byte, s string) []byte {
	for _, r := range s {
		switch {
		case 'A' <= r && r <= 'Z':
			r += 'a' - 'A'
		case '0' <= r && r <= '9':
			r = '0'
		case r == apostropheRune:
			r = '\''
		case r >= utf8.RuneSelf:
			r = unicode.ToLower(r)
		}
		dst = utf8.AppendRune(dst, r)
	}
	return dst
}

// appendCased is appendLower without the change of case.
func appendCased(dst []byte, s string) []byte {
	for _, r := range s {
		switch {
		case '0' <= r && r <= '9':
			r = '0'
		case r == apostropheRune:
			r = '\''
		}
		dst = utf8.AppendRune(dst, r)
	}
	return dst
}

// appendFolded appends lower, text in lower case, without its diacritics.
func appendFolded(dst, lower []byte) []byte {
	for len(lower) > 0 {
		r, n := utf8.DecodeRune(lower)
		dst = utf8.AppendRune(dst, foldRune(r))
		lower = lower[n:]
	}
	return dst
}
