package nlp

import (
	"strings"

	"github.com/whosaid/whosaid/pkg/span"
)

// scanner cuts a paragraph into pieces at everything that prose would not see
// or would see wrongly (dashes, directed quotation marks, brackets, slashes …),
// and pieces into tokens.
type scanner struct {
	text   string // up to the end of the paragraph
	tokens []Token
}

// scan appends the tokens of a paragraph.
func (s *scanner) scan(text string, paragraph span.Span) {
	s.text = text[:paragraph.End]
	for i := paragraph.Start; i < len(s.text); {
		c, size := classAt(s.text, i)
		switch c {
		case classSpace, classBreak:
			i += size
		case classLetter, classDigit:
			i = s.word(i)
		case classApostrophe:
			i = s.apostrophe(i, size)
		case classDot, classHyphen, classDash:
			end := s.runEnd(i, c)
			// One stray dot before a number is its decimal point: .38 calibre.
			if c == classDot && end == i+1 && s.is(end, classDigit) && !s.wordBefore(i) {
				i = s.add(i, s.pieceEnd(end))
				break
			}
			i = s.add(i, end)
		default:
			i = s.mark(i, size)
		}
	}
}

// add appends the token text[i:end] and returns end.
func (s *scanner) add(i, end int) int {
	s.tokens = append(s.tokens, Token{Span: span.Span{Start: i, End: end}})
	return end
}

// is reports whether a character of class c stands at byte i.
func (s *scanner) is(i int, c class) bool {
	if i >= len(s.text) {
		return false
	}
	got, _ := classAt(s.text, i)
	return got == c
}

// isWord reports whether a letter or digit stands at byte i.
func (s *scanner) isWord(i int) bool {
	if i >= len(s.text) {
		return false
	}
	c, _ := classAt(s.text, i)
	return isWordClass(c)
}

// wordBefore reports whether the last token is a word that ends at byte i.
func (s *scanner) wordBefore(i int) bool {
	if len(s.tokens) == 0 {
		return false
	}
	last := s.tokens[len(s.tokens)-1]
	return last.End == i && s.isWord(last.Start)
}

// runEnd returns where the run of characters of class c from byte i ends.
func (s *scanner) runEnd(i int, c class) int {
	for i < len(s.text) {
		got, size := classAt(s.text, i)
		if got != c {
			break
		}
		i += size
	}
	return i
}

// apostrophe appends what an apostrophe that stands at the head of a piece
// begins: a clitic that was set apart ("We 'll") or stands behind a full stop
// ("the U.S.'s"), a shortened year ("'90s"), or else a single quotation mark.
func (s *scanner) apostrophe(i, size int) int {
	next := i + size
	// '' and `` are double quotation marks in typewriter spelling.
	if c := s.text[i]; (c == '\'' || c == '`') && next < len(s.text) && s.text[next] == c {
		return s.add(i, next+1)
	}
	if r := s.text[i:next]; r == "‘" || r == "`" {
		return s.add(i, next)
	}
	end := next
	for end < len(s.text) && end-next <= maxClitic && s.isWord(end) {
		_, n := classAt(s.text, end)
		end += n
	}
	if body := s.text[next:end]; isClitic(body) || isShortYear(body) {
		return s.add(i, end)
	}
	return s.add(i, next)
}

// isShortYear reports whether body is what follows the apostrophe of "'90s" or
// "'08".
func isShortYear(body string) bool {
	return (len(body) == 2 || len(body) == 3 && body[2] == 's') &&
		isDigit(body[0]) && isDigit(body[1])
}

// mark appends a mark of its own: a handle, a hashtag, or one symbol (equal
// symbols in a row, as in a rule of asterisks, are one token).
func (s *scanner) mark(i, size int) int {
	end := i + size
	switch s.text[i] {
	case '@', '#':
		if s.is(end, classLetter) || s.text[i] == '@' && s.isWord(end) {
			return s.add(i, s.handleEnd(end))
		}
	case '*', '=', '_', '~':
		for end < len(s.text) && s.text[end] == s.text[i] {
			end++
		}
	}
	return s.add(i, end)
}

// handleEnd returns where the name of a handle or hashtag ends.
func (s *scanner) handleEnd(i int) int {
	for i < len(s.text) {
		c, size := classAt(s.text, i)
		if !isWordClass(c) && s.text[i] != '_' {
			break
		}
		i += size
	}
	return i
}

// word appends the tokens of the piece that starts with the letter or digit at
// byte i.
func (s *scanner) word(i int) int {
	if end := s.addressEnd(i); end > 0 {
		return s.add(i, end)
	}
	end := s.pieceEnd(i)
	if end < len(s.text) && s.text[end] == '.' && s.keepsStop(i, end) {
		end = s.add(i, end+1)
		return end
	}
	if strings.IndexByte(s.text[i:end], '\'') < 0 && strings.IndexByte(s.text[i:end], 0xe2) < 0 {
		return s.add(i, end) // no apostrophe: nothing for prose to divide
	}
	s.tokens = appendPiece(s.tokens, s.text, span.Span{Start: i, End: end})
	return end
}

// pieceEnd returns where the piece that starts at byte i ends: letters and
// digits, with the marks that join them.
func (s *scanner) pieceEnd(i int) int {
	start := i
	for i < len(s.text) {
		c, size := classAt(s.text, i)
		switch c {
		case classLetter, classDigit:
		case classApostrophe:
			if !s.isWord(i+size) || s.text[i] == '`' {
				return i
			}
		case classHyphen:
			if !s.isWord(i + size) {
				return i
			}
		case classDot:
			if !s.dotJoins(start, i) {
				return i
			}
		default:
			if size != 1 || !s.signJoins(i) {
				return i
			}
		}
		i += size
	}
	return i
}

// dotJoins reports whether the full stop at byte i is inside a piece: a
// decimal point, an initialism (U.S., J.K.), the dot of a host name
// (Booking.com) or before a hyphen (U.S.-led).
func (s *scanner) dotJoins(start, i int) bool {
	next := i + 1
	if i == start || next >= len(s.text) {
		return false
	}
	if s.is(next, classHyphen) {
		return s.isWord(next+1) && (s.isInitial(start, i) || isAbbreviation(s.text[start:i]))
	}
	if !s.isWord(next) {
		return false
	}
	if isDigit(s.text[i-1]) {
		return s.is(next, classDigit)
	}
	if s.isInitial(start, i) {
		_, size := classAt(s.text, next)
		return s.is(next, classLetter) && !s.isWord(next+size)
	}
	return isLowerAt(s.text, i-1) && isLowerAt(s.text, next)
}

// isInitial reports whether the letter before byte i is one that stands alone
// in the piece from start, as in "J" or the "S" of "U.S".
func (s *scanner) isInitial(start, i int) bool {
	k := i - 1
	for k > start && s.text[k]&0xc0 == 0x80 { // back to the head of the character
		k--
	}
	if !s.is(k, classLetter) {
		return false
	}
	return k == start || s.text[k-1] == '.' || s.text[k-1] == '-'
}

// signJoins reports whether the ASCII sign at byte i joins what stands around
// it: 1,000 · 10:30 · 24/7 · AT&T · snake_case.
func (s *scanner) signJoins(i int) bool {
	if i == 0 || i+1 >= len(s.text) {
		return false
	}
	before, after := s.text[i-1], s.text[i+1]
	switch s.text[i] {
	case ',':
		return isDigit(before) && isDigit(after) && s.threeDigits(i+1)
	case ':', '/':
		return isDigit(before) && isDigit(after)
	case '&':
		return isUpperOrDigit(before) && isUpperOrDigit(after)
	case '_':
		return s.isWord(i + 1)
	}
	return false
}

func isDigit(c byte) bool        { return c >= '0' && c <= '9' }
func isUpperOrDigit(c byte) bool { return c >= 'A' && c <= 'Z' || isDigit(c) }

// threeDigits reports whether a group of exactly three digits stands at byte i.
func (s *scanner) threeDigits(i int) bool {
	const group = 3 // thousands are written in threes
	for k := range group {
		if i+k >= len(s.text) || !isDigit(s.text[i+k]) {
			return false
		}
	}
	return i+group >= len(s.text) || !isDigit(s.text[i+group])
}

// keepsStop reports whether the full stop after text[i:end] belongs to the
// word: an initialism, an initial before a name, an abbreviation.
func (s *scanner) keepsStop(i, end int) bool {
	if end+1 < len(s.text) && s.text[end+1] == '.' {
		return false // an ellipsis
	}
	word := s.text[i:end]
	if s.isInitial(i, end) {
		if strings.IndexByte(word, '.') >= 0 {
			return true
		}
		// A lone capital is an initial if a name goes on behind it.
		return isUpperAt(s.text, i) && end > i && s.nameFollows(end+1)
	}
	return isAbbreviation(word) || listed(numberedAbbreviations, word) && s.numberFollows(end+1)
}

// numberFollows reports whether a digit follows byte i after at most one blank.
func (s *scanner) numberFollows(i int) bool {
	if i < len(s.text) && s.text[i] == ' ' {
		i++
	}
	return s.is(i, classDigit)
}

// nameFollows reports whether a capital letter follows byte i after at most
// one blank.
func (s *scanner) nameFollows(i int) bool {
	if i < len(s.text) && s.text[i] == ' ' {
		i++
	}
	return isUpperAt(s.text, i)
}
