// Package evidence holds what a log-linear model knows: how much each piece of
// evidence, known by its name, speaks for an answer. It takes a list of names
// and weights and gives the weight of a name that is still being written, at
// less cost than a map of strings.
package evidence

import (
	"encoding/binary"
	"iter"
	"math/bits"
	"strconv"
	"strings"
)

// Weights are the weights of a model. They are read-only once read.
type Weights struct {
	cells []cell // a power of two, at most half of them in use
}

// cell is one place of the table: the hash of a name, 0 when it is free, and
// its weight in units of log odds. Names are not kept: of the names that are
// asked and have no weight, one in 2^64 is taken for one that has.
type cell struct {
	hash   uint64
	weight float64
}

// Each yields the names and weights of a list: lines of a name, a tab and a
// weight; others are comments.
func Each(list string) iter.Seq2[string, float64] {
	return func(yield func(string, float64) bool) {
		for line := range strings.Lines(list) {
			name, number, found := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
			if !found {
				continue // a comment
			}
			if weight, err := strconv.ParseFloat(number, 64); err == nil && !yield(name, weight) {
				return
			}
		}
	}
}

// Read returns the weights of a list, as [Each] has it.
func Read(list string) *Weights {
	size := 1 << bits.Len(uint(2*strings.Count(list, "\n")+1))
	w := &Weights{cells: make([]cell, size)}
	for name, weight := range Each(list) {
		h := Hash([]byte(name))
		*w.find(h) = cell{h, weight}
	}
	return w
}

// Of returns the weight of the evidence of that name, 0 when it has none.
func (w *Weights) Of(name []byte) float64 { return w.find(Hash(name)).weight }

// find returns the cell of a hash, or the free one where it would lie.
func (w *Weights) find(h uint64) *cell {
	mask := uint64(len(w.cells) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		if c := &w.cells[i]; c.hash == h || c.hash == 0 {
			return c
		}
	}
}

// Two odd constants of wyhash (Wang Yi), whose way of mixing this is.
const (
	mixA = 0xa0761d6478bd642f
	mixB = 0xe7037ed1a0b428db
)

// Hash returns a number for a name, never 0: eight bytes at a time are
// multiplied into it, the last eight in any case.
func Hash(name []byte) uint64 {
	h := uint64(len(name)) ^ mixB
	if len(name) < 8 {
		for _, c := range name {
			h = h<<8 ^ uint64(c)
		}
		return max(mix(h), 1)
	}
	last := binary.LittleEndian.Uint64(name[len(name)-8:])
	for ; len(name) > 8; name = name[8:] {
		h = mix(h ^ binary.LittleEndian.Uint64(name))
	}
	return max(mix(h^last), 1)
}

// mix spreads every bit of h over the whole word.
func mix(h uint64) uint64 {
	high, low := bits.Mul64(h^mixB, mixA)
	return high ^ low
}
