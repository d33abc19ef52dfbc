package ner

import "encoding/binary"

// wordTable maps 64-bit hashes to values, read where it lies in the model
// file: a head, the seeds of a perfect hash, and cells of sixteen bits of the
// hash and a value of two bytes or three. A value of 0 marks an empty cell.
// One absent word in 65,000 is taken for another, which the model bears.
type wordTable struct {
	seeds, cells  string
	groups, count uint64
	cell          uint64 // bytes of a cell
}

const (
	wordMark      = 2 // bytes of the hash in a cell
	wordTableHead = 8 // number of groups, then bytes of a cell, four bytes each
)

// newWordTable reads a table that EncodeWords has laid out, or nothing.
func newWordTable(table string) wordTable {
	if len(table) < wordTableHead {
		return wordTable{}
	}
	t := wordTable{groups: uint64(loadMark(table)), cell: uint64(loadMark(table[4:]))}
	rest := table[wordTableHead:]
	if t.groups == 0 || t.groups > uint64(len(rest)/seedSize) || t.cell <= wordMark || t.cell > wordMark+4 {
		return wordTable{}
	}
	t.seeds, t.cells = rest[:t.groups*seedSize], rest[t.groups*seedSize:]
	t.count = uint64(len(t.cells)) / t.cell
	return t
}

// find returns the value of a hash, 0 when there is none.
func (t *wordTable) find(hash uint64) uint32 {
	if t.count == 0 {
		return 0
	}
	hash = spread(hash)
	seed := t.seeds[groupOf(hash, t.groups)*seedSize:]
	at := placeOf(hash, uint64(seed[0])|uint64(seed[1])<<8, t.count) * t.cell
	cell := t.cells[at : at+t.cell]
	if uint16(hash) != uint16(cell[0])|uint16(cell[1])<<8 {
		return 0
	}
	value := uint32(0)
	for i := len(cell) - 1; i >= wordMark; i-- {
		value = value<<8 | uint32(cell[i])
	}
	return value
}

// WordValue is one entry of a word table: the hash of a word or phrase, and
// its value, which is not 0 and has at most 24 bits.
type WordValue struct {
	Hash  uint64
	Value uint32
}

// EncodeWords lays entries out as a word table. Of two entries with one hash
// the first stands.
func EncodeWords(entries []WordValue) ([]byte, error) {
	if len(entries) == 0 {
		return nil, nil
	}
	known := make(map[uint64]bool, len(entries))
	var hashes []uint64
	var values []uint32
	size := wordMark + 2
	for _, e := range entries {
		hash := spread(e.Hash)
		if known[hash] {
			continue
		}
		known[hash] = true
		hashes, values = append(hashes, hash), append(values, e.Value)
		if e.Value>>16 != 0 {
			size = wordMark + 3
		}
	}
	seeds, places, count, err := perfectHash(hashes)
	if err != nil {
		return nil, err
	}
	table := binary.LittleEndian.AppendUint32(nil, uint32(len(seeds)/seedSize))
	table = binary.LittleEndian.AppendUint32(table, uint32(size))
	table = append(table, seeds...)
	cells := make([]byte, int(count)*size)
	for i, hash := range hashes {
		cell := cells[int(places[i])*size:][:size]
		binary.LittleEndian.PutUint16(cell, uint16(hash))
		for k := wordMark; k < size; k++ {
			cell[k] = byte(values[i] >> (8 * (k - wordMark)))
		}
	}
	return append(table, cells...), nil
}
