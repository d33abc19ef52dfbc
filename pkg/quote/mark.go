package quote

import (
	"unicode"
	"unicode/utf8"

	"github.com/whosaid/whosaid/pkg/span"
)

// family groups the marks that may pair with each other. Writers and word
// processors mix the shapes within a family ("…”), never across.
type family uint8

const (
	double          family = iota // " “ ” „ ‟ '' `` ‘‘ ’’
	guillemet                     // « »
	single                        // ' ‘ ’ ‚ ‛ `
	singleGuillemet               // ‹ ›
	families
)

// side says which end of a quote a mark belongs to, by its shape or by the
// spaces around it.
type side uint8

const (
	either side = iota // may open or close
	opens
	closes
)

// mark is one quotation mark of a text.
type mark struct {
	span.Span
	family family
	shape  side // what its glyph says; straight marks say either
	lean   side // what the spaces and punctuation around it say
	low    bool // a low opening mark („ ‚), which a “ or ‘ may close
	first  bool // nothing but space and brackets precede it in its paragraph
	// before and after are the characters around the mark, or around the run
	// of adjacent marks that it is part of; edge at the ends of a paragraph.
	before, after rune
}

// edge stands for the character before a paragraph's first or after its last.
const edge = '\n'

// leadByte marks the bytes that a quotation mark can begin with.
var leadByte = [256]bool{'"': true, '\'': true, '`': true, 0xC2: true, 0xE2: true}

// scanMarks appends the marks of text[p.Start:p.End] to marks, apostrophes
// between letters left out.
func scanMarks(text string, p span.Span, marks []mark) []mark {
	run := len(marks) // first mark of the run of adjacent marks that is open
	first := true
	content := p.Start // where the text since the last mark begins
	closeRun := func() {
		if run == len(marks) {
			return
		}
		before, after := runeBefore(text, p.Start, marks[run].Start), runeAfter(text, marks[len(marks)-1].End, p.End)
		if len(marks)-run == 1 && marks[run].family == single && isWordRune(before) && isWordRune(after) {
			marks = marks[:run] // an apostrophe: O’Brien, don’t
			return
		}
		if len(marks)-run == 1 && text[marks[run].Start:marks[run].End] == "''" && isGap(before) && isGap(after) {
			marks = marks[:run] // two single marks with nothing between
			return
		}
		lean := leanOf(before, after)
		for i := run; i < len(marks); i++ {
			m := &marks[i]
			m.before, m.after, m.lean = before, after, lean
		}
		run = len(marks)
	}
	for i := p.Start; i < p.End; {
		if !leadByte[text[i]] {
			i++
			continue
		}
		m, ok := markAt(text[:p.End], i)
		if !ok {
			i++
			continue
		}
		if len(marks) > run && marks[len(marks)-1].End != i {
			closeRun()
		}
		if first {
			first = isLeadIn(text[content:i])
		}
		m.first = first
		content = m.End
		i = m.End
		if text[m.Start] == '\'' && m.Len() == len("'''") {
			marks = appendTriple(text, p, m, marks)
			continue
		}
		marks = append(marks, m)
	}
	closeRun()
	return marks
}

// appendTriple divides ”' into a single mark and a double one: the double
// mark, being the outer one, lies on the side of the space.
func appendTriple(text string, p span.Span, m mark, marks []mark) []mark {
	middle := m.Start + len("''")
	if !isSpace(runeBefore(text, p.Start, m.Start)) {
		middle = m.Start + len("'")
	}
	left, right := m, m
	left.End, right.Start = middle, middle
	if left.Len() == len("''") {
		left.family = double
	} else {
		right.family = double
	}
	return append(marks, left, right)
}

// markAt returns the mark that begins at text[i], if one does. Three straight
// apostrophes come back as one single mark of three bytes.
func markAt(text string, i int) (mark, bool) {
	m := mark{Span: span.Span{Start: i, End: i + 1}}
	rest := text[i:]
	switch rest[0] {
	case '"':
		return m, true
	case '\'':
		n := 1
		for n < len(rest) && n < 4 && rest[n] == '\'' {
			n++
		}
		m.family = single
		if n == 2 || n == 4 {
			m.family, n = double, 2
		}
		m.End = i + n
		return m, true
	case '`':
		m.family, m.shape = single, opens
		if len(rest) > 1 && rest[1] == '`' {
			m.family, m.End = double, i+2
		}
		return m, true
	case 0xC2:
		if len(rest) < 2 {
			return m, false
		}
		m.family, m.End = guillemet, i+2
		switch rest[1] {
		case 0xAB: // «
			m.shape = opens
			return m, true
		case 0xBB: // »
			m.shape = closes
			return m, true
		}
	case 0xE2:
		if len(rest) < 3 || rest[1] != 0x80 {
			return m, false
		}
		m.End = i + 3
		switch rest[2] {
		case 0x98, 0x9B: // ‘ ‛
			m.family, m.shape = single, opens
		case 0x99: // ’
			m.family, m.shape = single, closes
		case 0x9A: // ‚
			m.family, m.shape, m.low = single, opens, true
		case 0x9C, 0x9F: // “ ‟
			m.shape = opens
		case 0x9D: // ”
			m.shape = closes
		case 0x9E: // „
			m.shape, m.low = opens, true
		case 0xB9: // ‹
			m.family, m.shape = singleGuillemet, opens
		case 0xBA: // ›
			m.family, m.shape = singleGuillemet, closes
		default:
			return m, false
		}
		// Two single curly marks side by side are a double one.
		if m.family == single && !m.low && len(rest) >= 6 && rest[:3] == rest[3:6] {
			m.family, m.End = double, i+6
		}
		return m, true
	}
	return m, false
}

// leanOf says which end of a quote a mark stands at, by the characters around
// it: a mark opens after a space or bracket and before a word, and closes
// after a word or stop and before a space or stop.
func leanOf(before, after rune) side {
	open := isOpenSide(before) && !isSpace(after) && !isClosingPunct(after)
	shut := !isSpace(before) && !isOpenBracket(before) && isCloseSide(after)
	switch {
	case open && !shut:
		return opens
	case shut && !open:
		return closes
	}
	return either
}

// isLeadIn reports whether text holds nothing but space, brackets and dashes,
// as may come before the first mark of a paragraph.
func isLeadIn(text string) bool {
	for _, r := range text {
		if !isSpace(r) && !isOpenBracket(r) && !isDash(r) && r != '*' && r != '•' && r != '>' {
			return false
		}
	}
	return true
}

// runeBefore returns the character that ends at text[i], or edge when i is the
// start of its paragraph.
func runeBefore(text string, start, i int) rune {
	if i <= start {
		return edge
	}
	r, _ := utf8.DecodeLastRuneInString(text[start:i])
	return r
}

// runeAfter returns the character that begins at text[i], or edge when i is
// the end of its paragraph. Dots that follow each other count as an ellipsis.
func runeAfter(text string, i, end int) rune {
	if i >= end {
		return edge
	}
	if text[i] == '.' && i+1 < end && text[i+1] == '.' {
		return '…'
	}
	r, _ := utf8.DecodeRuneInString(text[i:end])
	return r
}

// isSpace reports whether r separates words or cannot be seen: zero-width
// spaces, directional marks.
func isSpace(r rune) bool {
	return r == ' ' || r >= 0x80 && unicode.Is(unicode.Cf, r) || unicode.IsSpace(r)
}

// isGap reports whether r is a space within a paragraph.
func isGap(r rune) bool { return r != edge && isSpace(r) }

func isWordRune(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

func isDash(r rune) bool { return r == '-' || r >= '‐' && r <= '―' }

func isOpenBracket(r rune) bool { return r == '(' || r == '[' || r == '{' }

func isClosingPunct(r rune) bool {
	switch r {
	case '.', ',', ';', ':', '!', '?', ')', ']', '}':
		return true
	}
	return false
}

// isOpenSide reports whether a mark after r may be an opening one.
func isOpenSide(r rune) bool {
	return isSpace(r) || isOpenBracket(r) || isDash(r) || r == ':' || r == '/' || r == '=' || r == '>'
}

// isCloseSide reports whether a mark before r may be a closing one.
func isCloseSide(r rune) bool {
	return isSpace(r) || isClosingPunct(r) || isDash(r) || r == '…' || r == '/' || r == '<' || r == '>'
}
