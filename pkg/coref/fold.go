package coref

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns a word in the form in which names are compared and the keys of
// the package's lists are written: lower case, without diacritics, apostrophes
// and full stops.
func Fold(word string) string { return string(fold(nil, word)) }

// fold appends to buf the word in the form in which names are compared: lower
// case, without diacritics, apostrophes and full stops, so that "Nguyễn" is
// "nguyen", "O’Neill" is "oneill" and "U.S." is "us".
func fold(buf []byte, word string) []byte {
	for i := 0; i < len(word); {
		c := word[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case 'A' <= c && c <= 'Z':
				buf = append(buf, c+('a'-'A'))
			case c == '.' || c == '\'' || c == '`':
			default:
				buf = append(buf, c)
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(word[i:])
		buf = foldRune(buf, r)
		i += size
	}
	return buf
}

// foldRune appends one letter beyond ASCII.
func foldRune(buf []byte, r rune) []byte {
	switch r = unicode.ToLower(r); r {
	case '’', '‘', 'ʼ', 'ʿ', 'ʾ', 'ʻ':
		return buf
	case 'ø':
		return append(buf, 'o')
	case 'ł':
		return append(buf, 'l')
	case 'đ', 'ð':
		return append(buf, 'd')
	case 'ı':
		return append(buf, 'i')
	case 'ß':
		return append(buf, "ss"...)
	case 'æ':
		return append(buf, "ae"...)
	case 'œ':
		return append(buf, "oe"...)
	case 'þ':
		return append(buf, "th"...)
	}
	var in [utf8.UTFMax]byte
	n := utf8.EncodeRune(in[:], r)
	// A letter decomposes into at most 18 code points; none in use in names
	// needs more than a few bytes.
	var out [64]byte
	for decomposed := norm.NFKD.Append(out[:0], in[:n]...); len(decomposed) > 0; {
		c, size := utf8.DecodeRune(decomposed)
		if !unicode.Is(unicode.Mn, c) {
			buf = utf8.AppendRune(buf, c)
		}
		decomposed = decomposed[size:]
	}
	return buf
}

// respell changes a folded word of British spelling into the American, in
// place, so that both are one name: the World Health Organisation.
func respell(word []byte) {
	n := len(word)
	switch {
	case n > 7 && string(word[n-7:]) == "isation":
		word[n-6] = 'z'
	case string(word) == "centre", string(word) == "theatre":
		word[n-2], word[n-1] = 'e', 'r'
	case string(word) == "defence":
		word[n-2] = 's'
	}
}
