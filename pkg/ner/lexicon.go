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

// Lexicon is what is known of words and phrases before any text is read:
// clusters of words that behave alike, and name lists.
type Lexicon struct {
	lower   wordTable // lower-cased word → number of its cluster, from 1
	cased   wordTable // cased word → the same, of another tree
	lists   wordTable // folded phrase → Lists
	usage   wordTable // lower-cased word → how the press writes it
	vectors wordTable // lower-cased word → what its vector says: see VectorValue
	codes   string    // per cluster of lower, of cased, of vectors: its bit string
	lowers  int       // clusters of lower
	caseds  int       // clusters of cased
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

// vectorCluster returns the cluster that a value of vectors names.
func (x *Lexicon) vectorCluster(value uint32) cluster {
	if i := int(value & MostVectorClusters); i > 0 {
		return x.code(x.lowers + x.caseds + i)
	}
	return cluster{}
}
