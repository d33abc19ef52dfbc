package nlp

import "math/bits"

// The models are flat files, embedded in the program and read where they lie:
// nothing is decoded when the program starts, and pages that no text needs are
// never loaded. Numbers are little-endian. See flat_write.go for the writer.

// uint32At reads the number at byte i of a flat file.
func uint32At(s string, i int) uint32 {
	b := s[i : i+4]
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}

// uint64At reads the number at byte i of a flat file.
func uint64At(s string, i int) uint64 {
	return uint64(uint32At(s, i)) | uint64(uint32At(s, i+4))<<32
}

// flatTable maps 64-bit keys to rows of 32-bit numbers. The keys are sorted; an
// index over their leading bits leads to the few that share them.
type flatTable struct {
	shift uint   // what is left of a key after the shift is its place in the index
	width int    // numbers in a row
	index string // first key of each place, and the number of keys
	keys  string
	rows  string
}

// noRow is the answer for a key that the table does not hold.
const noRow = -1

// find returns the row of key, or noRow.
func (t *flatTable) find(key uint64) int {
	place := int(key>>t.shift) * 4
	if place+8 > len(t.index) {
		return noRow
	}
	last := int(uint32At(t.index, place+4))
	for i := int(uint32At(t.index, place)); i < last; i++ {
		if uint64At(t.keys, i*8) == key {
			return i
		}
	}
	return noRow
}

// cell returns a number of a row.
func (t *flatTable) cell(row, column int) uint32 {
	return uint32At(t.rows, (row*t.width+column)*4)
}

// indexBits returns how many leading bits of the keys the index of a table of
// n keys is over: about one key a place.
func indexBits(n int) uint { return uint(bits.Len(uint(n))) }

// flatReader reads a flat file from the start.
type flatReader struct {
	data string
	bad  bool // the file ended early or is none of ours
}

// take returns the next n bytes.
func (r *flatReader) take(n int) string {
	if r.bad || n < 0 || n > len(r.data) {
		r.bad = true
		return ""
	}
	s := r.data[:n]
	r.data = r.data[n:]
	return s
}

// number returns the next number.
func (r *flatReader) number() int {
	s := r.take(4)
	if r.bad {
		return 0
	}
	return int(uint32At(s, 0))
}

// section returns the bytes of the next section, which its length precedes.
func (r *flatReader) section() string { return r.take(r.number()) }

// table returns the next table.
func (r *flatReader) table() flatTable {
	n, width := r.number(), r.number()
	size := indexBits(n)
	return flatTable{
		shift: 64 - size,
		width: width,
		index: r.take((1<<size + 1) * 4),
		keys:  r.take(n * 8),
		rows:  r.take(n * width * 4),
	}
}

// A fingerprint stands for a feature's string in the tables: FNV-1a, then
// mixed so that its leading bits are as good as its last ones. The writers
// check that no two features share one.
const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
	mixPrime  = 0x9e3779b97f4a7c15 // 2^64 over the golden ratio
)

// fingerprint returns the fingerprint of s.
func fingerprint(s string) uint64 {
	h := uint64(fnvOffset)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * fnvPrime
	}
	return mix(h)
}

// mix spreads the bits of a running hash.
func mix(h uint64) uint64 {
	h = (h ^ h>>32) * mixPrime
	return h ^ h>>29
}

// paired returns the fingerprint of a feature made of a small number and a
// string's fingerprint.
func paired(small int, print uint64) uint64 { return mix(print + uint64(small+1)*mixPrime) }
