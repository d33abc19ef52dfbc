package article

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Slug returns a stable identifier made of a name: lower case, without
// diacritics, its words joined by hyphens ("Kaja Kallas" → "kaja-kallas",
// "U.S." → "us", "Nguyễn" → "nguyen"). Letters that have no Latin base stay as
// they are. A name without a letter or digit gives "unnamed".
func Slug(name string) string {
	var b strings.Builder
	pending := false // a hyphen is due before the next letter
	for _, r := range norm.NFKD.String(strings.ToLower(name)) {
		switch {
		case isSlugRune(r):
			if pending && b.Len() > 0 {
				b.WriteByte('-')
			}
			pending = false
			b.WriteRune(r)
		case unicode.Is(unicode.Mn, r), r == '.', r == '\'', r == '’':
			// Marks fold away; "U.S." and "O’Neill" stay one word.
		default:
			pending = true
		}
	}
	if b.Len() == 0 {
		return "unnamed"
	}
	return b.String()
}

func isSlugRune(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsDigit(r)) && unicode.ToLower(r) == r
}
