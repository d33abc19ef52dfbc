package encode

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Visible returns s with every character that could steer a terminal, break
// its line or turn its direction written as an escape (\n, \x1b, \u202e): what
// a message or a view for people may print of somebody else's text.
func Visible(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	if strings.IndexFunc(s, isHidden) < 0 {
		return s
	}
	var out []byte
	for _, c := range s {
		out = appendVisible(out, c)
	}
	return string(out)
}

// OneLine is [Visible] for a place that shows one line: white space of any
// kind and length becomes one space.
func OneLine(s string) string { return Visible(strings.Join(strings.Fields(s), " ")) }

// appendVisible appends c, or its escape, which YAML reads too.
func appendVisible(dst []byte, c rune) []byte {
	switch {
	case c == '\n':
		return append(dst, `\n`...)
	case c == '\r':
		return append(dst, `\r`...)
	case c == '\t':
		return append(dst, `\t`...)
	case !isHidden(c):
		return utf8.AppendRune(dst, c)
	case c <= 0xff:
		return fmt.Appendf(dst, `\x%02x`, c)
	}
	return fmt.Appendf(dst, `\u%04x`, c)
}

// isHidden reports whether a character must not be written as it is: controls,
// line and paragraph separators, marks and overrides of the writing direction,
// the byte order mark and the two codes that are no character. Joiners and
// variation selectors are left: emoji and several scripts are spelt with them.
func isHidden(c rune) bool {
	switch {
	case c < 0x20, 0x7f <= c && c <= 0x9f: // C0 controls, DEL, C1 controls
		return true
	case c == 0x061c, c == 0x200e, c == 0x200f: // direction marks
		return true
	case 0x2028 <= c && c <= 0x202e: // separators, embeddings, overrides
		return true
	case 0x2066 <= c && c <= 0x2069: // isolates
		return true
	}
	return c == 0xfeff || c == 0xfffe || c == 0xffff
}
