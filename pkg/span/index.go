package span

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// blockSize is how many bytes lie between two counted positions of an [Index].
// A look-up counts at most that many bytes; the index costs 8 bytes a block.
const blockSize = 256

// Index answers where a byte of a text lies in other units. It takes one pass
// to build, and is safe for use by several goroutines at once.
//
// A byte that is no valid UTF-8 counts as one code point, as Go's range loop
// counts it.
type Index struct {
	text   string
	ascii  bool     // every unit but the byte coincides: no table needed
	runes  []uint32 // code points before the block's first whole code point
	utf16  []uint32 // UTF-16 units before it
	starts []int    // byte where each line starts
}

// NewIndex counts the code points, UTF-16 units and lines of text.
func NewIndex(text string) *Index {
	x := &Index{text: text, ascii: true, starts: []int{0}}
	for i := 0; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			x.ascii = false
			break
		}
	}
	for i := 0; ; {
		n := strings.IndexByte(text[i:], '\n')
		if n < 0 {
			break
		}
		i += n + 1
		x.starts = append(x.starts, i)
	}
	if x.ascii {
		return x
	}
	blocks := len(text)/blockSize + 1
	x.runes, x.utf16 = make([]uint32, 0, blocks), make([]uint32, 0, blocks)
	var runes, units uint32
	for i, r := range text {
		for len(x.runes)*blockSize <= i {
			x.runes, x.utf16 = append(x.runes, runes), append(x.utf16, units)
		}
		runes++
		units += utf16Len(r)
	}
	return x
}

// utf16Len returns how many UTF-16 units a code point takes.
func utf16Len(r rune) uint32 {
	if r > 0xFFFF {
		return 2
	}
	return 1
}

// Rune returns how many code points begin before byte p. A position inside a
// code point counts as its end; p past the text counts as the end of the text.
func (x *Index) Rune(p int) int {
	runes, _ := x.count(p)
	return runes
}

// UTF16 returns how many UTF-16 code units lie before byte p.
func (x *Index) UTF16(p int) int {
	_, units := x.count(p)
	return units
}

func (x *Index) count(p int) (runes, units int) {
	p = max(0, min(p, len(x.text)))
	if x.ascii || p == 0 {
		return p, p
	}
	block := min((p-1)/blockSize, len(x.runes)-1)
	start := block * blockSize
	// A block's counts are those before its first whole code point: step over
	// the tail of one that began in the block before.
	for back := 0; start > 0 && start < len(x.text) && back < utf8.UTFMax && !x.startsRune(start); back++ {
		start++
	}
	r, u := x.runes[block], x.utf16[block]
	for i := start; i < p; {
		c, size := utf8.DecodeRuneInString(x.text[i:])
		r++
		u += utf16Len(c)
		i += size
	}
	return int(r), int(u)
}

// startsRune reports whether a range loop over the text would stop at byte p.
func (x *Index) startsRune(p int) bool {
	if utf8.RuneStart(x.text[p]) {
		return true
	}
	// A continuation byte starts a (broken) code point of its own unless a
	// valid code point that began before reaches over it.
	for q := p - 1; q >= max(0, p-utf8.UTFMax+1); q-- {
		if utf8.RuneStart(x.text[q]) {
			_, size := utf8.DecodeRuneInString(x.text[q:])
			return q+size <= p
		}
	}
	return true
}

// Position is a place for people: line and column count from 1.
type Position struct {
	Line   int
	Column int // in code points
}

// Position returns the line and column of byte p.
func (x *Index) Position(p int) Position {
	p = max(0, min(p, len(x.text)))
	line, found := slices.BinarySearch(x.starts, p)
	if !found {
		line--
	}
	return Position{Line: line + 1, Column: x.Rune(p) - x.Rune(x.starts[line]) + 1}
}
