package ner

// FeatureVersion changes with every change of what a feature hash means; a
// model file carries the one that it was trained with.
const FeatureVersion = 3

// template is the question that a feature answers.
type template uint64

// Questions about a word, asked of the token and of its neighbours: the
// neighbour's distance is added to the template.
const (
	askCased template = (iota + 1) << 4
	askLower
	askFolded
	askPrefix1
	askPrefix2
	askPrefix3
	askPrefix4
	askSuffix1
	askSuffix2
	askSuffix3
	askSuffix4
	askShape
	askOutline
	askLength
	askLowerCluster
	askCasedCluster
	askLists
	askList
	askUsage
	askCue
	askSuffixOutline
	askClusterOutline
	askListsCluster
	askBias

	// Questions about a token in its sentence. Those that were not worth asking
	// have left their numbers.
	askPairBefore
	askPairAfter
	_
	_
	_
	askOutlines3
	_
	askOutlineBefore
	askOutlineAfter
	askClustersBefore
	askClustersAfter
	_
	askListsBefore
	askListsAfter
	_
	askTagBefore
	askTagAfter
	_
	_
	askPlaceInText
	askPhrase
	askPhraseList
	askRunPlace
	askRunLast
	askRunFirst
	askRunLastCluster
	askRunFirstCluster
	askRunBefore
	askRunAfter
	askRunBeforeCluster
	askRunAfterCluster
	askRunLists
	askWideLast
	askWideFirst
	askWideLastCluster
	askWideBefore
	askWideAfter
	askTally
	_
	askUse
	askUses
	askSpelled
	askRunKinds
	_
	askUsageClass
	askUsageSecond
	askUsageCase
	askCasingUsage
	askCasingCluster
	askCasingTally
	askVectorCluster
	askLeaning
	askLeanings
)

// Group is a group of features that can be left out of a training run to see
// what it is worth.
type Group uint8

// The groups.
const (
	GroupWord Group = iota
	GroupAffix
	GroupShape
	GroupCluster
	GroupList
	GroupTag
	GroupRun
	GroupDocument
	GroupUsage
	GroupCue
	GroupPair
	GroupVector

	Groups
)

var groupNames = [Groups]string{
	"words", "affixes", "shapes", "clusters", "lists", "tags", "runs", "document", "usage", "cues", "pairs", "vectors",
}

// String returns the name of the group.
func (g Group) String() string {
	if g >= Groups {
		return "?"
	}
	return groupNames[g]
}

// window is how many neighbours on each side have their words looked at.
const window = 2

// offsets is how many places the window has.
const offsets = 2*window + 1

// features collects the hashes of features.
type features struct {
	hashes []uint64
	off    uint32 // groups left out, bit g for group g
	group  Group
}

// in says which group the features that follow belong to.
func (f *features) in(g Group) { f.group = g }

// add notes that the answer to a question is value.
func (f *features) add(ask template, value uint64) {
	if f.off>>f.group&1 == 0 {
		f.hashes = append(f.hashes, spread(value+uint64(ask)*fnvPrime))
	}
}

// path adds a cluster's path up to some depths, each depth once.
func (f *features) path(ask template, c cluster, depths ...uint8) {
	if c.depth == 0 {
		f.add(ask, 0)
		return
	}
	for _, d := range depths {
		if c.depth > d {
			f.add(ask, c.upTo(d))
		}
	}
	f.add(ask, c.upTo(c.depth))
}

// wordFeatures adds what word w says of the token at the given distance
// before (negative) or after it: 0 is the word itself.
func (f *features) wordFeatures(w *word, distance int) {
	at := template(distance + window)
	near := distance == 0 || distance == 1 || distance == -1
	if distance == 0 {
		f.ownFeatures(w, at)
	}
	f.in(GroupWord)
	f.add(askLower+at, w.lower)
	f.in(GroupShape)
	f.add(askOutline+at, w.outline)
	f.in(GroupCluster)
	if near {
		f.path(askLowerCluster+at, w.lowerCluster, 4, 6, 8, 10, 12)
		f.path(askCasedCluster+at, w.casedCluster, 4, 6, 8, 10, 12)
	} else {
		f.path(askLowerCluster+at, w.lowerCluster, 6, 10)
		f.path(askCasedCluster+at, w.casedCluster, 8)
	}
	f.in(GroupVector)
	if near {
		f.vectorFeatures(w, at, distance == 0)
	} else {
		f.path(askVectorCluster+at, w.vectorCluster, 8)
	}
	f.in(GroupList)
	f.add(askLists+at, uint64(w.lists)<<8|uint64(w.form))
	f.in(GroupCue)
	if w.cue != cueNone {
		f.add(askCue+at, uint64(w.cue))
	}
	if !near {
		return
	}
	f.in(GroupAffix)
	f.add(askSuffix2+at, w.suffix[1])
	f.add(askSuffix3+at, w.suffix[2])
	f.usageFeatures(w, at, distance == 0)
}

// ownFeatures adds what only the token's own word is asked.
func (f *features) ownFeatures(w *word, at template) {
	f.in(GroupWord)
	f.add(askBias+at, 0)
	f.add(askCased+at, w.cased)
	f.add(askFolded+at, w.folded)
	f.in(GroupAffix)
	for i := range affixes {
		if w.prefix[i] != 0 {
			f.add(askPrefix1+template(i)<<4+at, w.prefix[i])
			if i != 1 && i != 2 { // wordFeatures adds those
				f.add(askSuffix1+template(i)<<4+at, w.suffix[i])
			}
		}
	}
	f.add(askSuffixOutline+at, join(w.suffix[2], w.outline))
	f.in(GroupShape)
	f.add(askShape+at, w.shape)
	f.add(askLength+at, uint64(w.length)<<8|uint64(w.form))
	f.in(GroupCluster)
	f.add(askClusterOutline+at, join(w.lowerCluster.upTo(8), w.outline))
	f.in(GroupList)
	for i := range listCount {
		if w.lists>>i&1 != 0 {
			f.add(askList+at, uint64(i)<<8|uint64(w.form))
		}
	}
	f.add(askListsCluster+at, join(uint64(w.lists), w.casedCluster.upTo(6)))
}

// edgeFeatures adds what the edge of the sentence says of the token.
func (f *features) edgeFeatures(distance int) {
	f.in(GroupWord)
	f.add(askLower+template(distance+window), 1)
}
