package nlp

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"slices"
)

// flatWriter builds a flat file.
type flatWriter struct {
	data []byte
	err  error // the first one
}

// number appends a number.
func (w *flatWriter) number(n int) { w.data = binary.LittleEndian.AppendUint32(w.data, uint32(n)) }

// section appends bytes with their length before them.
func (w *flatWriter) section(b []byte) {
	w.number(len(b))
	w.data = append(w.data, b...)
}

// flatRow is a key of a table with its numbers.
type flatRow struct {
	key     uint64
	numbers []uint32
}

// table appends a table of rows, all of the same width.
func (w *flatWriter) table(width int, rows []flatRow) {
	slices.SortFunc(rows, func(a, b flatRow) int { return cmp.Compare(a.key, b.key) })
	for i := 1; i < len(rows); i++ {
		if rows[i].key == rows[i-1].key && w.err == nil {
			w.err = fmt.Errorf("two features have the fingerprint %x", rows[i].key)
		}
	}
	w.number(len(rows))
	w.number(width)
	size := indexBits(len(rows))
	row := 0
	for place := range 1<<size + 1 {
		for row < len(rows) && rows[row].key>>(64-size) < uint64(place) {
			row++
		}
		w.number(row)
	}
	for _, r := range rows {
		w.data = binary.LittleEndian.AppendUint64(w.data, r.key)
	}
	for _, r := range rows {
		for _, n := range r.numbers {
			w.data = binary.LittleEndian.AppendUint32(w.data, n)
		}
	}
}
