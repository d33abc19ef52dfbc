package train

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// spacer puts tokens back into running text: it says where the blanks were.
type spacer struct {
	quoted bool // a straight double quote is open
	glue   bool // no blank after the token before
}

func newSpacer() *spacer { return &spacer{glue: true} }

// before reports whether a blank stands before token i.
func (s *spacer) before(line tokenLine, i int) bool {
	token := line.Tokens[i]
	blank := !s.glue
	s.glue = false
	switch token {
	case ",", ".", ";", ":", "!", "?", ")", "]", "}", "%", "...", "''", "”", "’":
		return false
	case "(", "[", "{", "$", "£", "€", "#", "``", "“":
		s.glue = true
		return blank
	case "\"":
		s.quoted = !s.quoted
		s.glue = s.quoted
		return blank && s.quoted
	case "-", "–", "/":
		if insideName(line, i) {
			s.glue = true
			return false
		}
		return blank
	}
	if isClitic(token) {
		return false
	}
	return blank
}

// insideName reports whether the name that token i belongs to goes on after it.
func insideName(line tokenLine, i int) bool {
	return i > 0 && i+1 < len(line.Tags) &&
		strings.HasPrefix(line.Tags[i], "I-") && strings.HasPrefix(line.Tags[i+1], "I-")
}

// isClitic reports whether a token is the end of the word before it: 's, n't.
func isClitic(token string) bool {
	if token == "n't" || token == "n’t" {
		return true
	}
	r, n := utf8.DecodeRuneInString(token)
	if r != '\'' && r != '’' || len(token) > 4 {
		return false
	}
	next, _ := utf8.DecodeRuneInString(token[n:])
	return len(token) == n || unicode.IsLower(next)
}
