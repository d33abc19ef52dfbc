package nlp

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
)

// BuildVotes returns the model file of [Document.AppendVotes], made from the
// weights of prose's recogniser. Same prose, same bytes.
func BuildVotes() ([]byte, error) {
	var mapping map[string]int
	var weights []float64
	var labels, basic []string
	if err := errors.Join(
		readAsset("model/Maxent/mapping.gob", &mapping), readAsset("model/Maxent/weights.gob", &weights),
		readAsset("model/Maxent/labels.gob", &labels), readAsset("model/Maxent/words.gob", &basic),
	); err != nil {
		return nil, err
	}
	if len(weights) != len(mapping)+len(labels) {
		return nil, fmt.Errorf("%d weights for %d features and %d labels", len(weights), len(mapping), len(labels))
	}
	b := newVoteBuilder()
	for i, label := range labels { // the biases come last
		vote, err := voteOf(label)
		if err != nil {
			return nil, err
		}
		b.bias[vote] += scaled(weights[len(mapping)+i])
	}
	for _, feature := range slices.Sorted(maps.Keys(mapping)) {
		if err := b.feature(feature, scaled(weights[mapping[feature]])); err != nil {
			return nil, fmt.Errorf("recogniser feature %q: %w", feature, err)
		}
	}
	for _, word := range basic {
		b.entries = append(b.entries, voteEntry{key: paired(voteBasic, fingerprint(word))})
	}
	return b.file()
}

// scaled returns a weight as the model file holds it.
func scaled(weight float64) int32 { return int32(math.Round(weight * voteScale)) }

// voteEntry is the weight of a hashed feature for one vote.
type voteEntry struct {
	key    uint64
	vote   Vote
	weight int32
}

// voteBuilder sorts the features into the tables.
type voteBuilder struct {
	entries                                                          []voteEntry
	bias, shape, basic, length, tag, before, after, history, tagHist []int32 // as the features are; file combines them
}

func newVoteBuilder() *voteBuilder {
	rows := func(n int) []int32 { return make([]int32, n*voteLanes) }
	return &voteBuilder{
		bias: rows(1), shape: rows(shapeCount), basic: rows(2), length: rows(maxVoteLength + 1),
		tag: rows(tagAfterNone + 1), before: rows(tagAfterNone + 1), after: rows(tagAfterNone + 1),
		history: rows(historyCount), tagHist: rows((tagAfterNone + 1) * historyCount),
	}
}

// voteOf returns the vote of that name.
func voteOf(label string) (Vote, error) {
	at := slices.Index(voteNames[:], label)
	if at < 0 {
		return 0, fmt.Errorf("unknown label %q", label)
	}
	return Vote(at), nil
}

// shapeNames are the shapes as the features spell them.
var shapeNames = [shapeCount]string{
	shapeDown: "downcase", shapeMixed: "mixedcase", shapeNumber: "number",
	shapeOther: "other", shapePunctuation: "punct", shapeUp: "upcase",
}

// shapeHistory starts the features of the vote before alone: when the weights
// were learned, a slip put the name of the function for the shape.
const shapeHistory = "<function shape at 0x8bde0d4>+"

// feature files a feature, "name-value-label".
func (b *voteBuilder) feature(feature string, weight int32) error {
	value, vote := "", voteCount
	for v, label := range voteNames {
		if head, ok := strings.CutSuffix(feature, "-"+label); ok {
			value, vote = head, Vote(v)
		}
	}
	if vote == voteCount {
		return fmt.Errorf("unknown label")
	}
	name, value := cutName(value)
	put := func(table []int32, row int) { table[row*voteLanes+int(vote)] += weight }
	list := func(kind int, word string) {
		b.entries = append(b.entries, voteEntry{key: paired(kind, fingerprint(word)), vote: vote, weight: weight})
	}
	switch name {
	case "bias":
		put(b.bias, 0)
	case "en-wordlist":
		put(b.basic, map[string]int{"True": 1}[value])
	case "shape":
		at := slices.Index(shapeNames[:], value)
		if at < 0 {
			return fmt.Errorf("unknown shape")
		}
		put(b.shape, at)
	case "wordlen":
		n, err := strconv.Atoi(value)
		if err != nil || n > maxVoteLength {
			return fmt.Errorf("length out of range")
		}
		put(b.length, n)
	case "pos":
		for _, tag := range tagsSpelled(value) {
			put(b.tag, tag)
		}
	case "prevpos":
		for _, tag := range tagsSpelled(value) {
			put(b.before, tag)
		}
	case "nextpos":
		tag, err := tagAfter(value)
		if err != nil {
			return err
		}
		put(b.after, tag)
	case "prevtag":
		history, err := historyOf(value)
		if err != nil {
			return err
		}
		put(b.history, history)
	case "shape+prevtag":
		history, err := historyOf(strings.TrimPrefix(value, shapeHistory))
		if err != nil {
			return err
		}
		put(b.history, history)
	case "pos+prevtag":
		pos, label, _ := strings.Cut(value, "+")
		history, err := historyOf(label)
		if err != nil {
			return err
		}
		for _, tag := range tagsSpelled(pos) {
			put(b.tagHist, tag*historyCount+history)
		}
	case "word":
		list(voteWord, value)
	case "prefix3":
		list(votePrefix, value)
	case "suffix3":
		list(voteSuffix, value)
	case "prevword":
		list(voteWordBefore, value)
	case "nextword":
		list(voteWordAfter, value)
	case "word+nextpos":
		plus := strings.LastIndexByte(value, '+')
		tag, err := tagAfter(value[plus+1:])
		if err != nil {
			return err
		}
		list(voteWordNext+tag, value[:plus])
	default:
		return fmt.Errorf("unknown kind of feature")
	}
	return nil
}

// cutName cuts "name-value"; one name holds a hyphen itself.
func cutName(s string) (name, value string) {
	const wordList = "en-wordlist"
	if rest, ok := strings.CutPrefix(s, wordList+"-"); ok {
		return wordList, rest
	}
	name, value, _ = strings.Cut(s, "-")
	return name, value
}

// tagsSpelled returns the tags that a feature spells so once verbs are folded;
// brackets and empty elements were cut to nothing.
func tagsSpelled(name string) []int {
	switch name {
	case "V":
		return []int{int(TagVB)}
	case "":
		return []int{int(TagOpenParen), int(TagCloseParen), int(TagNone), int(TagDash)}
	case "None":
		return []int{tagAfterNone}
	}
	if tag, ok := classOf(name); ok {
		return []int{int(tag)}
	}
	return nil
}

// tagAfter returns the tag that a feature spells in lower case.
func tagAfter(name string) (int, error) {
	switch name {
	case "None":
		return tagAfterNone, nil
	case "-lrb-":
		return int(TagOpenParen), nil
	case "-rrb-":
		return int(TagCloseParen), nil
	}
	if tag, ok := classOf(strings.ToUpper(name)); ok {
		return int(tag), nil
	}
	return 0, fmt.Errorf("unknown tag %q", name)
}

// historyOf returns the number of the vote before.
func historyOf(label string) (int, error) {
	switch label {
	case "None":
		return historyNone, nil
	case "B":
		return historyLetter, nil
	}
	vote, err := voteOf(label)
	return int(vote), err
}

// file returns the model file.
func (b *voteBuilder) file() ([]byte, error) {
	slices.SortFunc(b.entries, func(x, y voteEntry) int {
		return cmp.Or(cmp.Compare(x.key, y.key), cmp.Compare(x.vote, y.vote))
	})
	var index, entries []byte
	at := 0
	for place := range 1<<voteIndexBits + 1 {
		for at < len(b.entries) && b.entries[at].key>>(64-voteIndexBits) < uint64(place) {
			at++
		}
		index = binary.LittleEndian.AppendUint32(index, uint32(at))
	}
	const told = 32 - voteIndexBits // bits of a key that the file leaves out
	for i, e := range b.entries {
		if i > 0 && e.key != b.entries[i-1].key && e.key>>told == b.entries[i-1].key>>told {
			return nil, fmt.Errorf("two features have the key %x", e.key>>told)
		}
		if e.weight > math.MaxInt16 || e.weight < math.MinInt16 {
			return nil, fmt.Errorf("weight %d does not fit", e.weight)
		}
		entries = binary.LittleEndian.AppendUint32(entries, uint32(e.key>>told))
		entries = binary.LittleEndian.AppendUint16(entries, uint16(e.weight))
		entries = binary.LittleEndian.AppendUint16(entries, uint16(e.vote))
	}
	shape := slices.Concat(b.shape, b.shape)
	for row := range 2 * shapeCount {
		addRow(shape, row, b.basic, row/shapeCount)
	}
	for row := range len(b.tagHist) / voteLanes {
		addRow(b.tagHist, row, b.bias, 0)
		addRow(b.tagHist, row, b.tag, row/historyCount)
		addRow(b.tagHist, row, b.history, row%historyCount)
	}
	w := flatWriter{data: []byte(voteMagic)}
	w.section(index)
	w.section(entries)
	for _, table := range [][]int32{shape, b.length, b.before, b.after, b.tagHist} {
		w.section(uint32Bytes(table))
	}
	return w.data, w.err
}

// addRow adds a row of one table to a row of another.
func addRow(to []int32, row int, from []int32, fromRow int) {
	for lane := range voteLanes {
		to[row*voteLanes+lane] += from[fromRow*voteLanes+lane]
	}
}
