package encode

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// placement is where a YAML scalar stands: between brackets some characters mean
// something that they do not mean on a line of their own.
type placement bool

const (
	inBlock placement = false
	inFlow  placement = true
)

// appendScalar appends s as a YAML string on one line: plain where every
// parser takes that for this very string, quoted otherwise.
func appendScalar(dst []byte, s string, at placement) []byte {
	if !utf8.ValidString(s) {
		// YAML cannot say a lone byte; !!binary would make it no string.
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	switch {
	case isPlain(s, at):
		return append(dst, s...)
	case strings.ContainsAny(s, `"\`) && !strings.Contains(s, "'") && strings.IndexFunc(s, isHidden) < 0:
		dst = append(dst, '\'')
		dst = append(dst, s...)
		return append(dst, '\'')
	}
	return appendDoubleQuoted(dst, s)
}

// appendDoubleQuoted appends s between double quotes, with what is hidden
// escaped.
func appendDoubleQuoted(dst []byte, s string) []byte {
	dst = append(dst, '"')
	for _, c := range s {
		if c == '"' || c == '\\' {
			dst = append(dst, '\\', byte(c))
		} else {
			dst = appendVisible(dst, c)
		}
	}
	return append(dst, '"')
}

// isPlain reports whether s needs no quotes. It errs on the side of quoting:
// the parsers out there follow YAML 1.1, 1.2 or habits of their own.
func isPlain(s string, at placement) bool {
	if s == "" || looksTyped(s) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	if strings.ContainsRune("-?:,[]{}#&*!|>'\"%@`=<~+", first) ||
		unicode.IsSpace(first) || unicode.IsSpace(last) || last == ':' {
		return false
	}
	if strings.Contains(s, ": ") || strings.Contains(s, " #") || strings.IndexFunc(s, isHidden) >= 0 {
		return false
	}
	// "0?" before a bracket is a key to the parsers that descend from libyaml.
	return at == inBlock || !strings.ContainsAny(s, ",[]{}?:")
}

// looksTyped reports whether some parser would take s for something else than
// a string: a number, a date or time, a truth value, null.
func looksTyped(s string) bool {
	switch strings.ToLower(s) {
	case "y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf", "infinity", ".nan", ".inf":
		return true
	}
	if s[0] != '.' && (s[0] < '0' || '9' < s[0]) {
		return false
	}
	// The characters of numbers in any base or notation, of dates and of
	// times. Some words are quoted for no need, as in "3 dead".
	const typed = "0123456789abcdefABCDEFxXoO_.:,+-tTzZ "
	return strings.Trim(s, typed) == ""
}

// fitsBlock reports whether s can stand as it is over several lines: it has
// more than one and holds nothing that must be escaped. A text that begins or
// ends with white space is left to quotes, where it can be seen.
func fitsBlock(s string) bool {
	if !strings.Contains(s, "\n") || !utf8.ValidString(s) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(s)
	if unicode.IsSpace(first) {
		return false
	}
	end := strings.TrimSuffix(s, "\n") // one line end is what a block can say
	last, _ := utf8.DecodeLastRuneInString(end)
	if unicode.IsSpace(last) {
		return false
	}
	return strings.IndexFunc(s, func(c rune) bool { return isHidden(c) && c != '\n' && c != '\t' }) < 0
}

// appendBlock appends s as a literal block, its lines indented by indent. It
// must fit, as [fitsBlock] says.
func appendBlock(dst []byte, s, indent string) []byte {
	body, endsLine := strings.CutSuffix(s, "\n")
	if endsLine {
		dst = append(dst, "|\n"...)
	} else {
		dst = append(dst, "|-\n"...)
	}
	for line := range strings.SplitSeq(body, "\n") {
		if line != "" {
			dst = append(dst, indent...)
			dst = append(dst, line...)
		}
		dst = append(dst, '\n')
	}
	return dst
}
