package ner

import (
	"encoding/binary"
	"errors"
)

// The weights lie in buckets of one cache line each: three rows, their
// fingerprints, and whether the search goes on in the next bucket. A look-up
// costs one miss of the cache, whether the feature is there or not.
const (
	bucketSize     = 64
	bucketRows     = 3
	rowSize        = Labels // a byte for each label
	bucketMarks    = bucketRows * rowSize
	markSize       = 4
	bucketCount    = bucketMarks + bucketRows*markSize // rows in use
	bucketOverflow = bucketCount + 1                   // not 0: rows of this bucket lie in the next
	weightBias     = 128                               // a weight w is stored as w + 128
	largestWeight  = 127
	weightFillNum  = 9 // buckets are filled to nine tenths
	weightFillDen  = 10
)

// weightTable maps feature hashes to rows of weights.
type weightTable struct {
	buckets string
	count   uint64
}

func newWeightTable(buckets string) weightTable {
	return weightTable{buckets, uint64(len(buckets) / bucketSize)}
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

// add adds the row of a feature, if there is one.
func (t weightTable) add(to *lanes, hash uint64) {
	if t.count == 0 {
		return
	}
	mark := uint32(hash)
	for i := home(hash, t.count); ; {
		b := t.buckets[i*bucketSize:][:bucketSize]
		for k := range bucketRows {
			at := bucketMarks + k*markSize
			if loadMark(b[at:]) == mark {
				to.addRow(b[k*rowSize:])
				return
			}
		}
		if b[bucketOverflow] == 0 {
			return
		}
		if i++; i == t.count {
			i = 0
		}
	}
}

// touch reads from the bucket of each hash, so that the misses of the cache run
// side by side: in add, the branch on a mark makes each wait for the one
// before.
func (t weightTable) touch(hashes []uint64) {
	if t.count == 0 {
		return
	}
	var seen byte
	for _, h := range hashes {
		seen |= t.buckets[home(h, t.count)*bucketSize+bucketOverflow]
	}
	touched(seen)
}

// touched keeps the compiler from leaving out what touch reads.
//
//go:noinline
func touched(byte) {}

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

func (l *lanes) addRow(row string) {
	low, high := loadWord(row), loadWord(row[8:])
	l.sums[0] += low & evenBytes
	l.sums[1] += low >> 8 & evenBytes
	l.sums[2] += high & evenBytes
	l.sums[3] += high >> 8 & evenBytes
	l.rows++
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

// Row is the weights of one feature, in steps of the model's unit.
type Row struct {
	Hash    uint64
	Weights [Labels]int8
}

// errFull says that a weight table has no room.
var errFull = errors.New("weight table is full")

// EncodeRows lays rows out as a weight table, in the order given.
func EncodeRows(rows []Row) ([]byte, error) {
	count := uint64(len(rows))*weightFillDen/(weightFillNum*bucketRows) + 1
	table := make([]byte, count*bucketSize)
	for i := range table {
		if i%bucketSize < bucketMarks {
			table[i] = weightBias // a place left empty weighs nothing, should its mark be hit
		}
	}
	for _, r := range rows {
		if err := placeRow(table, count, &r); err != nil {
			return nil, err
		}
	}
	return table, nil
}

// placeRow puts a row into the first bucket with room.
func placeRow(table []byte, count uint64, r *Row) error {
	i := home(r.Hash, count)
	for range count {
		b := table[i*bucketSize:][:bucketSize]
		k := int(b[bucketCount])
		if k < bucketRows {
			for y, w := range r.Weights {
				b[k*rowSize+y] = byte(int(w) + weightBias)
			}
			binary.LittleEndian.PutUint32(b[bucketMarks+k*markSize:], uint32(r.Hash))
			b[bucketCount]++
			return nil
		}
		b[bucketOverflow] = 1
		if i++; i == count {
			i = 0
		}
	}
	return errFull
}
