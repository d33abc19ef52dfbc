package train

// alphabet numbers the features that occur often enough, by their hash.
type alphabet struct {
	keys   []uint64
	counts []uint32 // while counting: times seen; after close: number + 1, or 0
	used   int
	size   int32 // features numbered by close
}

// firstAlphabet is how many cells an alphabet begins with, a power of two.
const firstAlphabet = 1 << 20

func newAlphabet() *alphabet {
	return &alphabet{keys: make([]uint64, firstAlphabet), counts: make([]uint32, firstAlphabet)}
}

// cell returns where key stands or would stand. Keys are spread already.
func (a *alphabet) cell(key uint64) uint64 {
	mask := uint64(len(a.keys) - 1)
	i := key >> 7 & mask
	for a.counts[i] != 0 && a.keys[i] != key {
		i = (i + 1) & mask
	}
	return i
}

// count notes that a feature was seen.
func (a *alphabet) count(key uint64) {
	i := a.cell(key)
	if a.counts[i] == 0 {
		if 2*a.used > len(a.keys) {
			a.grow()
			i = a.cell(key)
		}
		a.keys[i] = key
		a.used++
	}
	a.counts[i]++
}

func (a *alphabet) grow() {
	keys, counts := a.keys, a.counts
	a.keys, a.counts = make([]uint64, 2*len(keys)), make([]uint32, 2*len(keys))
	for i, n := range counts {
		if n != 0 {
			at := a.cell(keys[i])
			a.keys[at], a.counts[at] = keys[i], n
		}
	}
}

// close gives numbers to the features seen at least least times, in the order
// of their cells, and forgets the others.
func (a *alphabet) close(least uint32) {
	kept := &alphabet{}
	n := 0
	for _, c := range a.counts {
		if c >= least {
			n++
		}
	}
	size := firstAlphabet
	for size < 2*n {
		size *= 2
	}
	kept.keys, kept.counts = make([]uint64, size), make([]uint32, size)
	for i, c := range a.counts {
		if c >= least {
			at := kept.cell(a.keys[i])
			kept.size++
			kept.keys[at], kept.counts[at] = a.keys[i], uint32(kept.size)
		}
	}
	*a = *kept
}

// number returns the number of a feature, -1 when it was too rare.
func (a *alphabet) number(key uint64) int32 {
	return int32(a.counts[a.cell(key)]) - 1
}

// hashes returns the hash of each number.
func (a *alphabet) hashes() []uint64 {
	list := make([]uint64, a.size)
	for i, n := range a.counts {
		if n != 0 {
			list[n-1] = a.keys[i]
		}
	}
	return list
}
