package ner

import (
	"encoding/binary"
	"errors"
	"slices"
)

// Row is the weights of one feature, in steps of the model's unit.
type Row struct {
	Hash    uint64
	Weights [Labels]int8
}

const (
	// groupSize is how many features share a seed on average: five make seeds of
	// 166 kB for 415,000 features. With six, some group finds none.
	groupSize = 5
	// Records are filled to 32 of 33: fuller, the last groups try long.
	recordFillNum = 32
	recordFillDen = 33
	mostSeeds     = 1 << (8 * seedSize)
)

// errNoSeed says that a group of features has no seed that parts them.
var errNoSeed = errors.New("no seed parts the features of a group; are two of one hash?")

// EncodeRows lays rows out as a weight table: the seeds of the groups, and the
// records. The same rows in any order give the same bytes.
func EncodeRows(rows []Row) (seeds, records []byte, err error) {
	groups := uint64(len(rows)/groupSize + 1)
	count := uint64(len(rows)*recordFillDen/recordFillNum + 1)
	members := make([][]*Row, groups)
	for i := range rows {
		g := groupOf(rows[i].Hash, groups)
		members[g] = append(members[g], &rows[i])
	}
	order := make([]int, groups)
	for g := range order {
		order[g] = g
	}
	// The largest first, while there is room.
	slices.SortStableFunc(order, func(a, b int) int { return len(members[b]) - len(members[a]) })
	seeds, records = make([]byte, groups*seedSize), make([]byte, count*recordSize)
	for i := range records {
		records[i] = weightBias // a record left empty weighs nothing, should its mark be hit
	}
	taken := make([]bool, count)
	for _, g := range order {
		seed, places, ok := partingSeed(members[g], taken)
		if !ok {
			return nil, nil, errNoSeed
		}
		binary.LittleEndian.PutUint16(seeds[g*seedSize:], seed)
		for k, r := range members[g] {
			taken[places[k]] = true
			record := records[places[k]*recordSize:]
			binary.LittleEndian.PutUint32(record, uint32(r.Hash))
			for y, w := range r.Weights {
				record[markSize+y] = byte(int(w) + weightBias)
			}
		}
	}
	return seeds, records, nil
}

// partingSeed returns the first seed under which the rows lie in places that
// are free and not the same, and those places.
func partingSeed(rows []*Row, taken []bool) (seed uint16, places []uint64, ok bool) {
	count := uint64(len(taken))
next:
	for s := range uint64(mostSeeds) {
		places = places[:0]
		for _, r := range rows {
			p := placeOf(r.Hash, s, count)
			if taken[p] || slices.Contains(places, p) {
				continue next
			}
			places = append(places, p)
		}
		return uint16(s), places, true
	}
	return 0, nil, false
}
