package nlp

import (
	_ "embed" // the model
	"unicode"
	"unicode/utf8"
)

// The tagger is prose's averaged perceptron (Honnibal's, as TextBlob and NLTK
// have it) with prose's published weights, in tables that are read in place.
// It gives the tags that prose's own code gives, but for ties: there the class
// whose name comes first in byte order wins, where prose takes whichever its
// map yields first. tagger_build.go makes the model file.

//go:embed tagger.bin
var taggerFile string

// taggerModel is read from the embedded file and never changed.
var taggerModel = openTagger(taggerFile)

// taggerMagic starts the model file and names its layout.
const taggerMagic = "whosaid tagger 1"

// What the tagger remembers of the two words before is one of these: a Tag, or
// that the sentence had not begun.
const (
	contextStart  = int(tagCount)     // -START-
	contextStart2 = int(tagCount) + 1 // -START2-
	contextCount  = int(tagCount) + 2
)

// The columns of the table of words: the roles in which a word is a feature.
const (
	wordHere = iota
	wordBefore
	wordBefore2
	wordAfter
	wordAfter2
	wordRoles
)

// The columns of the table of endings.
const (
	suffixHere = iota
	suffixBefore
	suffixAfter
	suffixRoles
)

// scoreLanes is the number of scores that are kept, one a class: a whole number
// of cache lines.
const scoreLanes = 48

// tagScores are the scores of the classes, with room for every number that a
// weight can give as its class, so that no number need be checked.
type tagScores [1 << classBits]int32

// impossible is the score of a class that the model knows no weight for.
const impossible = -1 << 30

// A weight takes three bytes: the class in the low classBits bits, above it the
// weight in thousandths, signed. The published weights have three decimals, so
// nothing is lost, and sums do not depend on their order.
const (
	weightSize  = 3
	classBits   = 6
	classMask   = 1<<classBits - 1
	weightScale = 1000
)

// A feature's weights are a run of the list of weights: where it starts, and
// in the low runBits bits how many there are. Zero is no feature.
const (
	runBits = 6
	runMask = 1<<runBits - 1
)

// tagTables is the model, laid open.
type tagTables struct {
	known                  flatTable // words that always have the same tag
	words                  flatTable // normalised words → runs, by role
	endings                flatTable // last three bytes → runs, by role
	tagWords               flatTable // tag before and word → run
	initials               string    // first byte → run
	tagPairs               string    // both tags before → run
	before                 string    // tag before → scores of all classes, the bias included
	before2                string    // tag before that → scores of all classes
	weights                string
	start                  [2]int // rows in words of what stands before a sentence, farthest first
	end                    [2]int // and after it, nearest first
	startEnding, endEnding int    // rows in endings of the nearest of them
}

// openTagger reads the head of a model file. A file that is no model gives
// empty tables, with which every word has the first tag: the generator must be
// able to start without its own product.
func openTagger(file string) *tagTables {
	r := flatReader{data: file}
	if r.take(len(taggerMagic)) != taggerMagic {
		return &tagTables{}
	}
	m := &tagTables{
		known: r.table(), words: r.table(), endings: r.table(), tagWords: r.table(),
		initials: r.section(), tagPairs: r.section(), before: r.section(), before2: r.section(), weights: r.section(),
	}
	if r.bad {
		return &tagTables{}
	}
	m.start = [2]int{m.words.find(fingerprint("-START-")), m.words.find(fingerprint("-START2-"))}
	m.end = [2]int{m.words.find(fingerprint("-END-")), m.words.find(fingerprint("-END2-"))}
	m.startEnding, m.endEnding = m.endings.find(fingerprint("T2-")), m.endings.find(fingerprint("ND-"))
	return m
}

// wordTraits is what the tagger's features need of a word.
type wordTraits struct {
	print   uint64 // of the normalised word
	word    int32  // row in words of the normalised word, or noRow
	ending  int32  // row in endings of the normalised word's last bytes
	suffix  int32  // row in endings of the word's own last bytes
	initial byte   // first byte
	fixed   bool   // the tag is known without its context
	tag     Tag    // that tag
}

// tagger tags sentences; it holds scratch memory, and the traits of words that
// it met.
type tagger struct {
	traits []wordTraits
	memory []remembered
}

// remembered is the traits of a word, known by its fingerprint.
type remembered struct {
	word   uint64
	traits wordTraits
}

// memorySize is how many words a tagger remembers, each in one place alone: a
// power of two. 4,096 hold four words in five of a run over news, in 160 kB.
const memorySize = 1 << 12

// recall returns the traits of a word, looking it up when it is not the last
// of its place in memory. Looking a word up costs four searches.
func (t *tagger) recall(m *tagTables, word string) wordTraits {
	if t.memory == nil {
		t.memory = make([]remembered, memorySize)
	}
	print := fingerprint(word)
	r := &t.memory[print%memorySize]
	if r.word != print {
		*r = remembered{print, m.traitsOf(word, print)}
	}
	return r.traits
}

// tag appends the tags of a sentence's words, in the spelling of
// [treebankForm], to tags. No word may be empty.
func (t *tagger) tag(tags []Tag, words []string) []Tag {
	m := taggerModel
	if len(m.weights) == 0 {
		return append(tags, make([]Tag, len(words))...)
	}
	t.traits = t.traits[:0]
	for _, word := range words {
		t.traits = append(t.traits, t.recall(m, word))
	}
	p1, p2 := contextStart, contextStart2
	for i := range t.traits {
		w := &t.traits[i]
		tag := w.tag
		if !w.fixed {
			tag, _ = m.predict(t.traits, i, p1, p2)
		}
		tags = append(tags, tag)
		p1, p2 = int(tag), p1
	}
	return tags
}

// traitsOf looks a word up; print is its fingerprint.
func (m *tagTables) traitsOf(word string, print uint64) wordTraits {
	w := wordTraits{initial: word[0]}
	if tag, ok := specialTag(word); ok {
		w.fixed, w.tag = true, tag
	} else if row := m.known.find(print); row >= 0 {
		w.fixed, w.tag = true, Tag(m.known.cell(row, 0))
	}
	w.suffix = int32(m.endings.find(fingerprint(word[max(0, len(word)-3):])))
	var ending [3]byte
	var n int
	w.print, ending, n = normalised(word)
	w.word = int32(m.words.find(w.print))
	w.ending = int32(m.endings.find(fingerprint(string(ending[3-n:]))))
	return w
}

// predict returns the best tag of word i after the tags p1 and p2 (p2 being
// the farther), and whether another one is as good.
func (m *tagTables) predict(traits []wordTraits, i, p1, p2 int) (best Tag, tie bool) {
	var scores tagScores
	const row = scoreLanes * 4
	b1, b2 := m.before[p1*row:(p1+1)*row], m.before2[p2*row:(p2+1)*row]
	for k := range scoreLanes {
		scores[k] = int32(uint32At(b1, k*4)) + int32(uint32At(b2, k*4))
	}
	w := &traits[i]
	m.add(&scores, uint32At(m.initials, int(w.initial)*4))
	m.add(&scores, uint32At(m.tagPairs, (p1*contextCount+p2)*4))
	m.addCell(&scores, &m.endings, int(w.suffix), suffixHere)
	if w.word >= 0 {
		m.addCell(&scores, &m.words, int(w.word), wordHere)
		m.addCell(&scores, &m.tagWords, m.tagWords.find(paired(p1, w.print)), 0)
	}
	previous, previousEnding, previous2 := m.start[1], m.startEnding, m.start[0]
	if i > 0 {
		previous, previousEnding, previous2 = int(traits[i-1].word), int(traits[i-1].ending), m.start[1]
	}
	if i > 1 {
		previous2 = int(traits[i-2].word)
	}
	next, nextEnding, next2 := m.end[0], m.endEnding, m.end[1]
	if i+1 < len(traits) {
		next, nextEnding, next2 = int(traits[i+1].word), int(traits[i+1].ending), m.end[0]
	}
	if i+2 < len(traits) {
		next2 = int(traits[i+2].word)
	}
	m.addCell(&scores, &m.words, previous, wordBefore)
	m.addCell(&scores, &m.endings, previousEnding, suffixBefore)
	m.addCell(&scores, &m.words, previous2, wordBefore2)
	m.addCell(&scores, &m.words, next, wordAfter)
	m.addCell(&scores, &m.endings, nextEnding, suffixAfter)
	m.addCell(&scores, &m.words, next2, wordAfter2)

	for k := 1; k < scoreLanes; k++ {
		switch {
		case scores[k] > scores[best]:
			best, tie = Tag(k), false
		case scores[k] == scores[best]:
			tie = true
		}
	}
	return best, tie
}

// addCell adds the weights of the run in a table's cell.
func (m *tagTables) addCell(scores *tagScores, t *flatTable, row, column int) {
	if row >= 0 {
		m.add(scores, t.cell(row, column))
	}
}

// add adds a run of weights to the scores.
func (m *tagTables) add(scores *tagScores, run uint32) {
	n := int(run & runMask)
	if n == 0 {
		return
	}
	at := int(run>>runBits) * weightSize
	list := m.weights[at : at+n*weightSize+1]
	// Four at a time, so that one check of the bounds does for them.
	for ; len(list) > 4*weightSize; list = list[4*weightSize:] {
		scores.add(uint32At(list, 0))
		scores.add(uint32At(list, weightSize))
		scores.add(uint32At(list, 2*weightSize))
		scores.add(uint32At(list, 3*weightSize))
	}
	for ; len(list) > weightSize; list = list[weightSize:] {
		scores.add(uint32At(list, 0))
	}
}

// add adds one entry of the list of weights, in the low three bytes.
func (s *tagScores) add(entry uint32) {
	s[entry&classMask] += int32(entry<<8) >> (8 + classBits)
}

// The words that stand for whole classes of words, as the model spells them.
var (
	printHyphen = fingerprint("!HYPHEN")
	printYear   = fingerprint("!YEAR")
	printDigits = fingerprint("!DIGITS")
)

// normalised returns the fingerprint of the word as the tagger's features have
// it: in lower case, hyphenated words and numbers replaced by what they are;
// and its last bytes, n of them, at the end of ending.
func normalised(word string) (print uint64, ending [3]byte, n int) {
	if isHyphenated(word) {
		return printHyphen, [3]byte{'H', 'E', 'N'}, 3
	}
	if isYear(word) {
		return printYear, [3]byte{'E', 'A', 'R'}, 3
	}
	if isDigit(word[0]) {
		return printDigits, [3]byte{'I', 'T', 'S'}, 3
	}
	return lowered(word)
}

// lowered returns the fingerprint of the word in lower case and its last bytes,
// as normalised does.
func lowered(word string) (print uint64, ending [3]byte, n int) {
	h := uint64(fnvOffset)
	for i := 0; i < len(word); {
		c := word[i]
		if c < utf8.RuneSelf {
			if c >= 'A' && c <= 'Z' {
				c |= 0x20
			}
			h = (h ^ uint64(c)) * fnvPrime
			ending = [3]byte{ending[1], ending[2], c}
			i++
			n++
			continue
		}
		r, size := utf8.DecodeRuneInString(word[i:])
		var buffer [utf8.UTFMax]byte
		for _, b := range utf8.AppendRune(buffer[:0], unicode.ToLower(r)) {
			h = (h ^ uint64(b)) * fnvPrime
			ending = [3]byte{ending[1], ending[2], b}
			n++
		}
		i += size
	}
	return mix(h), ending, min(n, len(ending))
}

// isHyphenated reports whether the word holds a hyphen but does not start with
// one.
func isHyphenated(word string) bool {
	if word[0] == '-' {
		return false
	}
	for i := 1; i < len(word); i++ {
		if word[i] == '-' {
			return true
		}
	}
	return false
}

// isYear reports whether the word is a number of four characters, its sign
// included.
func isYear(word string) bool {
	if len(word) != 4 || !isDigit(word[0]) && word[0] != '-' && word[0] != '+' {
		return false
	}
	return isDigit(word[1]) && isDigit(word[2]) && isDigit(word[3])
}
