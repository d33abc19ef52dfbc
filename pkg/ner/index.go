package ner

// hashIndex maps 64-bit hashes to indexes: open addressing over two slices
// that are kept from one document to the next.
type hashIndex struct {
	keys   []uint64
	values []int32 // index + 1; 0 is an empty cell
	used   int
}

// smallestIndex is how many cells a hashIndex begins with, a power of two.
const smallestIndex = 1 << 10

// find returns the value of a key, which has been through spread.
func (x *hashIndex) find(key uint64) (int32, bool) {
	if x.used == 0 {
		return 0, false
	}
	mask := uint64(len(x.keys) - 1)
	for i := key & mask; ; i = (i + 1) & mask {
		if x.values[i] == 0 {
			return 0, false
		}
		if x.keys[i] == key {
			return x.values[i] - 1, true
		}
	}
}

// add stores a key that is not yet there.
func (x *hashIndex) add(key uint64, value int32) {
	if 2*(x.used+1) > len(x.keys) {
		x.grow()
	}
	x.place(key, value+1)
	x.used++
}

func (x *hashIndex) place(key uint64, value int32) {
	mask := uint64(len(x.keys) - 1)
	i := key & mask
	for x.values[i] != 0 {
		i = (i + 1) & mask
	}
	x.keys[i], x.values[i] = key, value
}

func (x *hashIndex) grow() {
	keys, values := x.keys, x.values
	size := max(smallestIndex, 2*len(keys))
	x.keys, x.values = make([]uint64, size), make([]int32, size)
	for i, v := range values {
		if v != 0 {
			x.place(keys[i], v)
		}
	}
}

// clear empties the index and keeps its memory.
func (x *hashIndex) clear() {
	if x.used > 0 {
		clear(x.values)
		x.used = 0
	}
}
