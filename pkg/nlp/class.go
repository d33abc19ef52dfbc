package nlp

import (
	"unicode"
	"unicode/utf8"
)

// class is what a character can do to a word: be part of it, join two parts
// of it, or end it.
type class uint8

const (
	classOther      class = iota // a mark that stands alone
	classSpace                   // white space but line breaks
	classBreak                   // a line break
	classLetter                  // letters, the marks that sit on them, bytes that are no valid UTF-8
	classDigit                   // ASCII digits and those of other scripts
	classApostrophe              // apostrophes and single quotation marks
	classHyphen                  // hyphens, which join words
	classDash                    // dashes, which never do
	classDot                     // the full stop
)

// asciiClass holds the classes of the ASCII characters, most of every text.
var asciiClass = func() (table [utf8.RuneSelf]class) {
	for c := range table {
		switch {
		case c == '\n' || c == '\r':
			table[c] = classBreak
		case c == ' ' || c >= '\t' && c <= '\r':
			table[c] = classSpace
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
			table[c] = classLetter
		case c >= '0' && c <= '9':
			table[c] = classDigit
		case c == '\'' || c == '`':
			table[c] = classApostrophe
		case c == '-':
			table[c] = classHyphen
		case c == '.':
			table[c] = classDot
		}
	}
	return table
}()

// classAt returns the class and the length in bytes of the character at text[i:].
func classAt(text string, i int) (class, int) {
	if c := text[i]; c < utf8.RuneSelf {
		return asciiClass[c], 1
	}
	return wideClass(text[i:])
}

// wideClass is classAt for characters that are not ASCII.
func wideClass(s string) (class, int) {
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case r == utf8.RuneError && size == 1:
		// A stray Latin-1 byte is nearly always an accented letter: keep its word whole.
		return classLetter, 1
	case r == '‘' || r == '’' || r == '‛' || r == 'ʼ' || r == '´' || r == '＇':
		return classApostrophe, size
	case r == '\u2010' || r == '\u2011':
		return classHyphen, size
	case r >= '\u2012' && r <= '\u2015' || r == '\u2212' || r == '\u2e3a' || r == '\u2e3b':
		return classDash, size
	case r == '\u2028' || r == '\u2029' || r == '\u0085':
		return classBreak, size
	case unicode.IsLetter(r) || unicode.IsMark(r) || isJoiner(r):
		return classLetter, size
	case unicode.IsDigit(r):
		return classDigit, size
	case isWideSpace(r):
		return classSpace, size
	}
	return classOther, size
}

// isJoiner reports whether r is an invisible character that belongs to the
// word it stands in: the soft hyphen, the zero-width joiners.
func isJoiner(r rune) bool {
	return r == '\u00ad' || r == '\u200c' || r == '\u200d' || r == '\u2060'
}

// isWideSpace reports whether r separates words without being seen: Unicode's
// white space, the zero-width space, the byte order mark.
func isWideSpace(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff'
}

// isWordClass reports whether the class is a letter's or a digit's.
func isWordClass(c class) bool { return c == classLetter || c == classDigit }

// isUpperAt reports whether an upper-case letter stands at text[i:].
func isUpperAt(text string, i int) bool {
	if i >= len(text) {
		return false
	}
	if c := text[i]; c < utf8.RuneSelf {
		return c >= 'A' && c <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

// isLowerAt reports whether a lower-case letter stands at text[i:].
func isLowerAt(text string, i int) bool {
	if i >= len(text) {
		return false
	}
	if c := text[i]; c < utf8.RuneSelf {
		return c >= 'a' && c <= 'z'
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLower(r)
}
