package ner

// Word vectors (GloVe: Pennington, Socher and Manning 2014) know three times
// the words that the clusters and the unlabelled news know. They are used when
// the model is made: of each word stay the cluster that its vector lies in, and
// how strongly it leans to each kind of name.

// VectorKind is what a word may be, as far as its vector can say.
type VectorKind uint8

// The kinds that leanings are kept of; what is missing to 1 are nationalities
// and other names.
const (
	VectorPerson VectorKind = iota
	VectorPlace
	VectorOrganisation
	VectorOrdinary // no name

	VectorKinds
)

// A vector value packs, from the low bits: the number of the cluster, from 1,
// and a level for each kind.
const (
	vectorClusterBits = 12
	leaningBits       = 3

	// MostVectorClusters is how many clusters vectors may be put in.
	MostVectorClusters = 1<<vectorClusterBits - 1
)

// leaningBorders are the borders of the levels of a leaning. The two likeliest
// kinds with four levels were as good, and so were first names parted from
// surnames.
var leaningBorders = [1<<leaningBits - 1]float64{0.02, 0.1, 0.25, 0.5, 0.75, 0.92, 0.98}

// VectorValue packs what a word's vector says: the number of its cluster, from
// 1 to MostVectorClusters, 0 for none, and the probability of each kind, 0 to 1.
func VectorValue(number int, leanings [VectorKinds]float64) uint32 {
	v := uint32(number)
	for k, p := range leanings {
		v |= uint32(level(p, leaningBorders[:])) << (vectorClusterBits + leaningBits*k)
	}
	return v
}

// vectorFeatures adds what the vector of word w says, seen at a distance of
// one at most.
func (f *features) vectorFeatures(w *word, at template, own bool) {
	f.path(askVectorCluster+at, w.vectorCluster, 4, 6, 8, 10)
	form := uint64(w.form) << 16
	if own {
		f.add(askLeanings+at, uint64(w.leanings)|form)
	}
	if w.leanings == 0 {
		f.add(askLeaning+at, 0)
		return
	}
	for k := range VectorKinds {
		level := uint64(w.leanings >> (leaningBits * k) & (1<<leaningBits - 1))
		f.add(askLeaning+at, 1<<32|uint64(k)<<24|form|level)
	}
}
