package quote

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// FuzzStraightText is FuzzStraight for any text at all, once its marks are
// sound: see soundMarks.
func FuzzStraightText(f *testing.F) {
	f.Add("“We won,” he said, “and ran.”\n\n“We slept.”\n\nThe “old” harbour.")
	f.Add("He called it “a gift” (“so be it”)—“never.” 5 “a” b”c “d")
	f.Add("“a\u00a0” “\u2028b” “1” 2”3. “…” —“?”")
	f.Fuzz(func(t *testing.T, text string) { checkStraight(t, soundMarks(text)) })
}

// soundMarks leaves of a text's quotation marks those that any reader takes for
// an opening and its closing one: one opens behind a space and before a word,
// one closes behind a word and before none, and both in the same paragraph.
// What else is written with the characters of marks is left out.
func soundMarks(text string) string {
	text = strings.Map(func(r rune) rune {
		if strings.ContainsRune("\"'`´‘’‚‛„‟«»‹›″′＂＇「」『』", r) || r == utf8.RuneError {
			return -1
		}
		return r
	}, text)
	runes := []rune(text)
	keep := make([]bool, len(runes))
	opened := -1
	for i, r := range runes {
		before, after := ' ', ' '
		if i > 0 {
			before = runes[i-1]
		}
		if i+1 < len(runes) {
			after = runes[i+1]
		}
		switch {
		case r == '\n' || r == '\r' || r == '\v' || r == '\f' || r == '\u2028' || r == '\u2029' || r == '\u0085':
			opened = -1
		case r == '“' && opened < 0 && unicode.IsSpace(before) && unicode.IsLetter(after):
			opened = i
		case r == '”' && opened >= 0 && (unicode.IsLetter(before) || strings.ContainsRune(".,!?", before)) && (unicode.IsSpace(after) || strings.ContainsRune(".,;:)", after)):
			keep[opened], keep[i] = true, true
			opened = -1
		}
	}
	var out strings.Builder
	for i, r := range runes {
		if r != '“' && r != '”' || keep[i] {
			out.WriteRune(r)
		}
	}
	return out.String()
}
