package verify

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A word is a run of letters, digits and marks, with the apostrophes between
// letters, the points and commas between digits and the points of initials
// (U.S.) that hold it together, or one sign that is read aloud ($, %, &, a
// minus). Everything else separates words: spaces, dashes, hyphens, quotation
// marks, brackets, punctuation. An editor's bracket inside a word ("[W]e",
// "go[ing]") does not end it.
//
// Two words are the same when their forms are: compatibility-composed (NFKC, so
// that ligatures and Unicode forms do not matter), in lower case, with one
// apostrophe, without soft hyphens, zero-width characters, the points of
// initials and the editor's brackets.

// Key returns the words of a quotation, given as its pieces, in the form in which
// they are compared, one space between them: quotations with the same key say the
// same, whatever their typography. A text without a word has an empty key. Every
// count of the same quote in several places goes by it.
func Key(pieces ...string) string {
	var key []byte
	for _, piece := range pieces {
		for start, end := range wordsOf(piece) {
			if len(key) > 0 {
				key = append(key, ' ')
			}
			key = appendForm(key, piece[start:end])
		}
	}
	return string(key)
}

// wordsOf gives where the words of a text start and end.
func wordsOf(text string) iter.Seq2[int, int] {
	return func(yield func(start, end int) bool) {
		for at := 0; ; {
			start, end := nextWord(text, at)
			if start == len(text) || !yield(start, end) {
				return
			}
			at = end
		}
	}
}

// nextWord returns the first word of text at or after byte at; start is
// len(text) when there is none. Time grows linearly with what it passes.
func nextWord(text string, at int) (start, end int) {
	for at < len(text) {
		r, size := runeAt(text, at)
		switch {
		case isWordRune(r):
			return at, wordEnd(text, at)
		case isSign(text, at, r, size):
			return at, at + size
		}
		at += size
	}
	return len(text), len(text)
}

// wordEnd returns the byte after the word that starts at byte start.
func wordEnd(text string, start int) int {
	r, size := runeAt(text, start)
	if !isWordRune(r) {
		return start + size // a sign
	}
	end := start + size
	letters := 0 // letters since the word's start or its last point
	last := r
	if unicode.IsLetter(r) {
		letters = 1
	}
	for end < len(text) {
		r, size := runeAt(text, end)
		switch {
		case isWordRune(r):
			letters++
			if !unicode.IsLetter(r) && !unicode.IsMark(r) {
				letters = 2 // digits are no initials
			}
			last = r
			end += size
			continue
		case isInvisible(r):
			end += size
			continue
		}
		next, _ := runeAt(text, end+size)
		between := unicode.IsLetter(last) && unicode.IsLetter(next)
		switch {
		case isApostrophe(r) && between, (r == '[' || r == ']') && between:
		case (r == '.' || r == ',') && unicode.IsDigit(last) && unicode.IsDigit(next):
		case r == '.' && letters == 1 && between && isInitial(text, end+size):
			letters = 0
		default:
			return trimInvisible(text, start, end)
		}
		end += size
	}
	return trimInvisible(text, start, end)
}

// isInitial reports whether a letter stands alone at byte at.
func isInitial(text string, at int) bool {
	_, size := runeAt(text, at)
	after, _ := runeAt(text, at+size)
	return !isWordRune(after) && !isApostrophe(after)
}

func trimInvisible(text string, start, end int) int {
	for end > start {
		r, size := utf8.DecodeLastRuneInString(text[start:end])
		if !isInvisible(r) {
			break
		}
		end -= size
	}
	return end
}

// runeAt returns the character at byte at, or a line end after the last.
func runeAt(text string, at int) (rune, int) {
	if at >= len(text) {
		return '\n', 0
	}
	if c := text[at]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(text[at:])
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) && r != 0xFE0F || unicode.IsNumber(r)
}

func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', 'ʼ', '′', '＇', '`', '´':
		return true
	}
	return false
}

// isInvisible reports whether a character only says where a word may or may
// not be broken.
func isInvisible(r rune) bool {
	switch r {
	case 0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF:
		return true
	}
	return false
}

// isSign reports whether the character at byte at is a word by itself.
func isSign(text string, at int, r rune, size int) bool {
	switch r {
	case '$', '%', '&', '+', '=', '#', '@', '‰', '§':
		return true
	case '-', '−': // a minus, not a hyphen or a dash
		if next, _ := runeAt(text, at+size); !unicode.IsDigit(next) {
			return false
		}
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		return at == 0 || unicode.IsSpace(before) || before == '(' || before == '“' || before == '"'
	}
	return r >= utf8.RuneSelf && (unicode.Is(unicode.Sc, r) || r == '±' || r == '×' || r == '÷')
}

// appendForm appends the form in which a word is compared.
func appendForm(buf []byte, word string) []byte {
	start := len(buf)
	for i := 0; i < len(word); i++ {
		c := word[i]
		switch {
		case c >= utf8.RuneSelf:
			return appendFoldedForm(buf[:start], word)
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case c == '[', c == ']':
			continue
		case c == '`':
			c = '\''
		case c == '.' && !isDigitByte(word, i+1):
			continue
		}
		buf = append(buf, c)
	}
	return buf
}

// appendFoldedForm is appendForm for words with more than ASCII in them.
func appendFoldedForm(buf []byte, word string) []byte {
	// Some apostrophes decompose, so they are made one first.
	plain := strings.Map(func(r rune) rune {
		switch {
		case isInvisible(r), r == '[', r == ']':
			return -1
		case isApostrophe(r):
			return '\''
		case r == '−':
			return '-'
		}
		return r
	}, word)
	plain = norm.NFKC.String(plain)
	for i, r := range plain {
		if r == '.' && !isDigitByte(plain, i+1) {
			continue
		}
		buf = utf8.AppendRune(buf, unicode.ToLower(r))
	}
	return buf
}

func isDigitByte(word string, i int) bool { return i < len(word) && '0' <= word[i] && word[i] <= '9' }
