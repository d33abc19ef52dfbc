package ner

// A feature's weights are a record: four bytes of the feature's hash, then a
// byte for each label. Where it lies is told by a perfect hash, whose seeds the
// cache nearest but one holds.
const (
	markSize      = 4
	rowSize       = Labels // a byte for each label
	recordSize    = markSize + rowSize
	weightBias    = 128 // a weight w is stored as w + 128
	largestWeight = 127
)

// weightTable maps feature hashes to rows of weights.
type weightTable struct {
	seeds, records string
	groups, count  uint64 // how many seeds and records
}

func newWeightTable(seeds, records string) weightTable {
	t := weightTable{
		seeds: seeds, records: records,
		groups: uint64(len(seeds) / seedSize), count: uint64(len(records) / recordSize),
	}
	if t.groups == 0 || t.count == 0 {
		return weightTable{}
	}
	return t
}

// lanes are the sums of rows, four labels to a word in lanes of 16 bits: even
// labels of the first eight, odd ones, and the same of the last eight. The
// bias of each row is still in them: rows counts it. 257 rows fit.
type lanes struct {
	sums [Labels / 4]uint64
	rows uint32
}

// evenBytes keeps every other byte of a word.
const evenBytes = 0x00ff00ff00ff00ff

// find fills places with the offset of the record of each hash, and reads from
// each: so the misses of the cache run side by side, where each would else wait
// for the branch of the one before.
func (t *weightTable) find(hashes []uint64, places []uint32) []uint32 {
	places = places[:0]
	var seen byte
	for _, hash := range hashes {
		group := groupOf(hash, t.groups) * seedSize
		seed := t.seeds[group : group+seedSize]
		at := placeOf(hash, uint64(seed[0])|uint64(seed[1])<<8, t.count) * recordSize
		seen |= t.records[at]
		places = append(places, uint32(at))
	}
	touched(seen)
	return places
}

// touched keeps the compiler from leaving out what find reads.
//
//go:noinline
func touched(byte) {}

// add adds the rows of the features that have one. It returns places, scratch,
// for the next call.
func (t *weightTable) add(to *lanes, hashes []uint64, places []uint32) []uint32 {
	if t.count == 0 {
		return places
	}
	places = t.find(hashes, places)
	s0, s1, s2, s3, rows := to.sums[0], to.sums[1], to.sums[2], to.sums[3], uint64(to.rows)
	for i, at := range places {
		record := t.records[at : at+recordSize]
		// 1 if the mark is the hash's; a branch would often be guessed wrong.
		hit := (uint64(loadMark(record)^uint32(hashes[i])) - 1) >> 63
		low, high := loadWord(record[markSize:])&-hit, loadWord(record[markSize+8:])&-hit
		s0 += low & evenBytes
		s1 += low >> 8 & evenBytes
		s2 += high & evenBytes
		s3 += high >> 8 & evenBytes
		rows += hit
	}
	to.sums, to.rows = [...]uint64{s0, s1, s2, s3}, uint32(rows)
	return places
}

// loadMark reads a little-endian number of four bytes.
func loadMark(s string) uint32 {
	_ = s[3]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// loadWord reads a little-endian number of eight bytes.
func loadWord(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// addLanes adds other to l.
func (l *lanes) addLanes(other *lanes) {
	for i := range l.sums {
		l.sums[i] += other.sums[i]
	}
	l.rows += other.rows
}

// scores turns the sums into scores; unit is the weight of one step.
func (l *lanes) scores(unit float32) Scores {
	var s Scores
	bias := int32(l.rows) * weightBias
	for y := range s {
		word := l.sums[y/8*2+y%2]
		s[y] = float32(int32(word>>(y%8/2*16)&0xffff)-bias) * unit
	}
	return s
}
