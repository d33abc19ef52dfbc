package nlp

import (
	_ "embed" // the model
	"unicode"
	"unicode/utf8"
)

// prose's recogniser is NLTK's maximum entropy chunker, learned from the ACE
// corpus. prose evaluates its weights wrongly; here they are evaluated as they
// were learned: with the bias of each label, the whole label of the word
// before, and verbs' tags folded. The features are those of NLTK's
// NEChunkParserTagger. vote_build.go makes the model file.

//go:embed recogniser.bin
var voteFile string

// voteModel is read from the embedded file and never changed.
var voteModel = openVotes(voteFile)

// voteMagic starts the model file and names its layout.
const voteMagic = "whosaid votes 01"

// Vote is a label that prose's recogniser gives a token, evidence for a better
// one: which kind of name the token begins or goes on with.
type Vote uint8

// The votes, in the byte order of their names.
const (
	VoteBeginFacility Vote = iota
	VoteBeginGPE
	VoteBeginGSP
	VoteBeginLocation
	VoteBeginOrganisation
	VoteBeginPerson
	VoteInFacility
	VoteInGPE
	VoteInGSP
	VoteInLocation
	VoteInOrganisation
	VoteInPerson
	VoteOutside

	voteCount
)

var voteNames = [voteCount]string{
	VoteBeginFacility:     "B-FACILITY",
	VoteBeginGPE:          "B-GPE",
	VoteBeginGSP:          "B-GSP",
	VoteBeginLocation:     "B-LOCATION",
	VoteBeginOrganisation: "B-ORGANIZATION",
	VoteBeginPerson:       "B-PERSON",
	VoteInFacility:        "I-FACILITY",
	VoteInGPE:             "I-GPE",
	VoteInGSP:             "I-GSP",
	VoteInLocation:        "I-LOCATION",
	VoteInOrganisation:    "I-ORGANIZATION",
	VoteInPerson:          "I-PERSON",
	VoteOutside:           "O",
}

// String returns the label as the model spells it.
func (v Vote) String() string {
	if v >= voteCount {
		return "?"
	}
	return voteNames[v]
}

// Begins reports whether the vote starts a name.
func (v Vote) Begins() bool { return v < VoteInFacility }

// Continues reports whether the vote goes on with a name.
func (v Vote) Continues() bool { return v >= VoteInFacility && v < VoteOutside }

// What a token's features know of the vote before: a Vote, or one of these.
const (
	historyNone   = int(voteCount)     // the sentence begins here
	historyLetter = int(voteCount) + 1 // the second word after a name's: NLTK cut the label to its first letter
	historyCount  = int(voteCount) + 2
)

// voteLanes is the number of scores kept, one a vote.
const voteLanes = 16

// voteScale is what weights, at most 10.2, are multiplied by to fit two bytes.
const voteScale = 3000

// The features that are looked up by string.
const (
	voteWord = iota
	votePrefix
	voteSuffix
	voteWordBefore
	voteWordAfter
	voteBasic    // no feature: the words of Basic English, listed under it
	voteWordNext // and above: the word with the tag after it
)

// Shapes of words, as NLTK's shape tells them.
const (
	shapeDown = iota
	shapeMixed
	shapeNumber
	shapeOther
	shapePunctuation
	shapeUp
	shapeCount
)

// maxVoteLength is the length of the longest word that was learned from, in
// code points; longer ones have no feature for their length.
const maxVoteLength = 32

// tagAfterNone stands for the tag after a sentence, and before one.
const tagAfterNone = int(tagCount)

// voteTables is the model, laid open. The tables of small numbers hold the
// scores of all votes; the hashed features are a list sorted by key.
type voteTables struct {
	index   string // first entry of each place, as in flatTable
	entries string // 32 bits of the key behind those of its place, the weight, the vote
	shape   string // shape and whether the word is one of Basic English
	length  string // length of the word
	before  string // tag before
	after   string // tag after
	history string // tag and vote before, the bias included
}

// The list of hashed features: a place is the leading voteIndexBits of a key,
// and 32 more bits tell the keys in it apart.
const (
	voteIndexBits = 16
	voteEntrySize = 8
)

// openVotes reads the head of a model file; a file that is none gives empty
// tables.
func openVotes(file string) *voteTables {
	r := flatReader{data: file}
	if r.take(len(voteMagic)) != voteMagic {
		return &voteTables{}
	}
	m := &voteTables{
		index: r.section(), entries: r.section(), shape: r.section(), length: r.section(),
		before: r.section(), after: r.section(), history: r.section(),
	}
	if r.bad {
		return &voteTables{}
	}
	return m
}

// AppendVotes appends the vote of every token of d to votes. It is no part of
// [Parse], which most callers need without it.
func (d *Document) AppendVotes(votes []Vote) []Vote {
	m := voteModel
	var traits []voteTraits
	for _, s := range d.Sentences {
		traits = traits[:0]
		for i := s.First; i < s.Last; i++ {
			traits = append(traits, m.traitsOf(treebankWord(d.Word(i), d.Tokens[i].Tag), d.Tokens[i].Tag))
		}
		votes = m.vote(votes, traits)
	}
	return votes
}

// treebankWord returns a tagged word as the Treebank writes it.
func treebankWord(word string, tag Tag) string {
	switch tag {
	case TagOpenQuote:
		return "``"
	case TagCloseQuote:
		return "''"
	case TagOpenParen:
		return "-LRB-"
	case TagCloseParen:
		return "-RRB-"
	}
	return straighten(word)
}

// voteTraits is what the features need of a token, and the scores of those
// that look at it alone.
type voteTraits struct {
	scores [voteLanes]int32
	lower  uint64 // fingerprint of the word in lower case
	tag    Tag    // verbs' folded
	full   Tag
}

// traitsOf scores what a word shows by itself.
func (m *voteTables) traitsOf(word string, tag Tag) voteTraits {
	t := voteTraits{tag: foldVerb(tag), full: tag}
	print := fingerprint(word)
	t.lower, _, _ = lowered(word)
	shape := shapeOf(word)
	if m.has(paired(voteBasic, print)) {
		shape += shapeCount
	}
	m.row(&t.scores, m.shape, shape)
	m.row(&t.scores, m.length, min(utf8.RuneCountInString(word), maxVoteLength+1))
	m.hashed(&t.scores, paired(voteWord, print))
	prefix, _, _ := lowered(firstRunes(word))
	m.hashed(&t.scores, paired(votePrefix, prefix))
	suffix, _, _ := lowered(lastRunes(word))
	m.hashed(&t.scores, paired(voteSuffix, suffix))
	return t
}

// foldVerb returns the one tag that stands for all of a verb's.
func foldVerb(tag Tag) Tag {
	if tag.IsVerb() {
		return TagVB
	}
	return tag
}

// affixLength is the length of the prefix and suffix features, in code points.
const affixLength = 3

// firstRunes returns the first characters of word.
func firstRunes(word string) string {
	n := 0
	for i := range word {
		if n == affixLength {
			return word[:i]
		}
		n++
	}
	return word
}

// lastRunes returns the last characters of word.
func lastRunes(word string) string {
	at := len(word)
	for range affixLength {
		_, size := utf8.DecodeLastRuneInString(word[:at])
		at -= size
	}
	return word[at:]
}

// shapeOf returns the shape of word.
func shapeOf(word string) int {
	if isDigit(word[0]) || len(word) > 1 && word[0] == '.' && isDigit(word[1]) {
		return shapeNumber
	}
	upperFirst, lowerRest, lowerAll, marks, words := false, true, true, true, true
	for i, r := range word {
		lower := unicode.IsLower(r)
		isWord := unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_'
		if i == 0 {
			upperFirst = unicode.IsUpper(r)
		} else {
			lowerRest = lowerRest && lower
		}
		lowerAll = lowerAll && lower
		marks = marks && !isWord
		words = words && isWord
	}
	switch {
	case marks:
		return shapePunctuation
	case upperFirst && lowerRest && len(word) > 1:
		return shapeUp
	case lowerAll:
		return shapeDown
	case words:
		return shapeMixed
	}
	return shapeOther
}

// vote appends the votes of a sentence: from left to right, each word the best
// that its neighbours and the vote before allow; of equals, the first.
func (m *voteTables) vote(votes []Vote, traits []voteTraits) []Vote {
	history := historyNone
	for i := range traits {
		t := &traits[i]
		scores := t.scores
		before, after := tagAfterNone, tagAfterNone
		beforeWord, afterWord := printNone, printNone
		if i > 0 {
			before, beforeWord = int(traits[i-1].tag), traits[i-1].lower
		}
		if i+1 < len(traits) {
			after, afterWord = int(traits[i+1].full), traits[i+1].lower
		}
		m.row(&scores, m.before, before)
		m.row(&scores, m.after, after)
		m.row(&scores, m.history, int(t.tag)*historyCount+history)
		m.hashed(&scores, paired(voteWordBefore, beforeWord))
		m.hashed(&scores, paired(voteWordAfter, afterWord))
		m.hashed(&scores, paired(voteWordNext+after, t.lower))
		best := Vote(0)
		for v := Vote(1); v < voteCount; v++ {
			if scores[v] > scores[best] {
				best = v
			}
		}
		votes = append(votes, best)
		history = int(best)
		if i == 0 && best != VoteOutside {
			history = historyLetter
		}
	}
	return votes
}

// printNone is the word before and after a sentence.
var printNone = fingerprint("None")

// row adds a row of a table of small numbers.
func (m *voteTables) row(scores *[voteLanes]int32, table string, row int) {
	const size = voteLanes * 4
	if (row+1)*size > len(table) {
		return
	}
	cells := table[row*size : (row+1)*size]
	for k := range int(voteCount) {
		scores[k] += int32(uint32At(cells, k*4))
	}
}

// places returns the entries in which key may be, and the bits of it that tell.
func (m *voteTables) places(key uint64) (first, last int, tail uint32) {
	place := int(key>>(64-voteIndexBits)) * 4
	if place+8 > len(m.index) {
		return 0, 0, 0
	}
	return int(uint32At(m.index, place)), int(uint32At(m.index, place+4)), uint32(key >> (32 - voteIndexBits))
}

// hashed adds the weights of a feature.
func (m *voteTables) hashed(scores *[voteLanes]int32, key uint64) {
	first, last, tail := m.places(key)
	for i := first; i < last; i++ {
		if entry := uint64At(m.entries, i*voteEntrySize); uint32(entry) == tail {
			scores[entry>>48%voteLanes] += int32(int16(entry >> 32))
		}
	}
}

// has reports whether the list has an entry for key.
func (m *voteTables) has(key uint64) bool {
	first, last, tail := m.places(key)
	for i := first; i < last; i++ {
		if uint32At(m.entries, i*voteEntrySize) == tail {
			return true
		}
	}
	return false
}
