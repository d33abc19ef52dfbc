package ner

import (
	"encoding/binary"
	"errors"
	"slices"
)

// Tables of the model file are found by a perfect hash of "hash, displace and
// compress" (Belazzougui, Botelho and Dietzfelbinger 2009): the keys of one
// group share a seed, chosen when the file was written so that each of them
// has a place of its own. A look-up reads one seed and one place, whether the
// key is there or not.
const (
	// groupSize is how many keys share a seed on average: five make seeds of
	// 166 kB for 415,000 keys. With six, some group finds none.
	groupSize = 5
	seedSize  = 2
	mostSeeds = 1 << (8 * seedSize)
	// Places are filled to 32 of 33: fuller, the last groups try long.
	fillNum = 32
	fillDen = 33
)

// errNoSeed says that a group of keys has no seed that parts them.
var errNoSeed = errors.New("no seed parts the keys of a group; are two of one hash?")

// groupOf returns the group of a hash among groups.
func groupOf(hash, groups uint64) uint64 { return hash & 0xffffffff * groups >> 32 }

// placeOf returns the place that a hash has under the seed of its group.
func placeOf(hash, seed, count uint64) uint64 {
	return home((hash^seed*spreadA)*spreadB, count)
}

// home maps a hash to one of count places.
func home(hash, count uint64) uint64 { return (hash >> 32) * count >> 32 }

// perfectHash chooses the seeds of the groups, and returns the place of each
// hash among count places. No hash may come twice. The same hashes in the same
// order give the same places.
func perfectHash(hashes []uint64) (seeds []byte, places []uint64, count uint64, err error) {
	groups := uint64(len(hashes)/groupSize + 1)
	count = uint64(len(hashes)*fillDen/fillNum + 1)
	members := make([][]int, groups)
	for i, hash := range hashes {
		g := groupOf(hash, groups)
		members[g] = append(members[g], i)
	}
	order := make([]int, groups)
	for g := range order {
		order[g] = g
	}
	// The largest first, while there is room.
	slices.SortStableFunc(order, func(a, b int) int { return len(members[b]) - len(members[a]) })
	seeds, places = make([]byte, groups*seedSize), make([]uint64, len(hashes))
	taken := make([]bool, count)
	var keys, found []uint64
	for _, g := range order {
		keys = keys[:0]
		for _, i := range members[g] {
			keys = append(keys, hashes[i])
		}
		seed, ok := uint16(0), false
		if seed, found, ok = partingSeed(keys, taken, found); !ok {
			return nil, nil, 0, errNoSeed
		}
		binary.LittleEndian.PutUint16(seeds[g*seedSize:], seed)
		for k, i := range members[g] {
			taken[found[k]] = true
			places[i] = found[k]
		}
	}
	return seeds, places, count, nil
}

// partingSeed returns the first seed under which the hashes lie in places that
// are free and not the same, and those places, written over scratch.
func partingSeed(hashes []uint64, taken []bool, scratch []uint64) (seed uint16, places []uint64, ok bool) {
	count := uint64(len(taken))
	places = scratch
next:
	for s := range uint64(mostSeeds) {
		places = places[:0]
		for _, hash := range hashes {
			p := placeOf(hash, s, count)
			if taken[p] || slices.Contains(places, p) {
				continue next
			}
			places = append(places, p)
		}
		return uint16(s), places, true
	}
	return 0, places, false
}
