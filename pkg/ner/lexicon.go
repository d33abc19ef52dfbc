package ner

import "encoding/binary"

// Lists is the set of name lists that a phrase stands on, one bit each. A
// phrase may stand on several; the model learns what that means.
type Lists uint16

// The lists.
const (
	ListCity Lists = 1 << iota
	ListCountry
	ListRegion
	ListPlaceName // seas, rivers, and places the news name
	ListPerson
	ListCompany
	ListUniversity
	ListClub
	ListBody // agencies, parties, newspapers, charities
	ListNationality
	ListFirstName
	ListRareFirstName
	ListSurname
	ListRareSurname
	ListTitle
	// ListPrefix marks a phrase that begins a longer one.
	ListPrefix

	listCount = 15 // without ListPrefix
)

// wordTable maps 64-bit hashes to 16-bit values, read where it lies in the
// model file: cells of four bytes, the value and sixteen bits of the hash,
// found by linear probing. A value of 0 marks an empty cell. About one absent
// word in ten thousand is taken for another, which the model bears.
type wordTable struct {
	cells string
	count uint64
}

// cellSize is the size of a wordTable cell in bytes.
const cellSize = 4

func newWordTable(cells string) wordTable {
	return wordTable{cells: cells, count: uint64(len(cells) / cellSize)}
}

// home returns the cell where a hash is looked for first.
func home(hash, count uint64) uint64 { return (hash >> 32) * count >> 32 }

// find returns the value of a hash, 0 when there is none.
func (t wordTable) find(hash uint64) uint16 {
	if t.count == 0 {
		return 0
	}
	hash = spread(hash)
	mark := uint32(hash & 0xffff)
	for i := home(hash, t.count); ; {
		at := i * cellSize
		cell := binary.LittleEndian.Uint32([]byte(t.cells[at : at+cellSize]))
		if cell>>16 == 0 {
			return 0
		}
		if cell&0xffff == mark {
			return uint16(cell >> 16)
		}
		if i++; i == t.count {
			i = 0
		}
	}
}

// WordValue is one entry of a word table: the hash of a word or phrase, and
// its value, which is not 0.
type WordValue struct {
	Hash  uint64
	Value uint16
}

// slack is how many cells there are to four entries, less one quarter each:
// five cells for four entries keep probes short.
const slack = 5

// EncodeWords lays entries out as a word table. Of two entries with one hash
// the first stands.
func EncodeWords(entries []WordValue) []byte {
	count := uint64(len(entries))*slack/4 + 1
	cells := make([]byte, count*cellSize)
	for _, e := range entries {
		hash := spread(e.Hash)
		cell := uint32(e.Value)<<16 | uint32(hash&0xffff)
		for i := home(hash, count); ; {
			old := binary.LittleEndian.Uint32(cells[i*cellSize:])
			if old == 0 {
				binary.LittleEndian.PutUint32(cells[i*cellSize:], cell)
				break
			}
			if old&0xffff == cell&0xffff {
				break
			}
			if i++; i == count {
				i = 0
			}
		}
	}
	return cells
}

// Lexicon is what is known of words and phrases before any text is read:
// clusters of words that behave alike, and name lists.
type Lexicon struct {
	lower  wordTable // lower-cased word → number of its cluster, from 1
	cased  wordTable // cased word → the same, of another tree
	lists  wordTable // folded phrase → Lists
	usage  wordTable // lower-cased word → how the press writes it
	codes  string    // per cluster of lower, then of cased: its bit string
	lowers int       // clusters of lower
}

// codeSize is the size of a cluster's bit string in bytes: the bits as a
// number in the low three, how many there are in the fourth.
const codeSize = 4

// cluster is a leaf of a cluster tree: the path to it as a number, and the
// path's length. The zero cluster is that of an unknown word.
type cluster struct {
	path  uint32
	depth uint8
}

// upTo returns a number for the first depth steps of the path, never 0 for a
// known word.
func (c cluster) upTo(depth uint8) uint64 {
	if c.depth <= depth {
		return uint64(c.path)<<8 | uint64(c.depth)
	}
	return uint64(c.path>>(c.depth-depth))<<8 | uint64(depth)
}

// code returns cluster number i, counted from 1; 0 is the unknown word's.
func (x *Lexicon) code(i int) cluster {
	at := (i - 1) * codeSize
	if i <= 0 || at+codeSize > len(x.codes) {
		return cluster{}
	}
	v := binary.LittleEndian.Uint32([]byte(x.codes[at : at+codeSize]))
	return cluster{path: v & 0xffffff, depth: uint8(v >> 24)}
}

func (x *Lexicon) lowerCluster(hash uint64) cluster { return x.code(int(x.lower.find(hash))) }

func (x *Lexicon) casedCluster(hash uint64) cluster {
	if i := int(x.cased.find(hash)); i > 0 {
		return x.code(x.lowers + i)
	}
	return cluster{}
}
