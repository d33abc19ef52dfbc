package nlp

import (
	"bytes"
	"encoding/binary"
	"encoding/gob"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"github.com/jdkato/prose/v2"
)

// BuildTagger returns the tagger's model file, made from the weights that prose
// carries. Same prose, same bytes.
func BuildTagger() ([]byte, error) {
	var weights map[string]map[string]float64
	var known map[string]string
	if err := readAsset("model/AveragedPerceptron/weights.gob", &weights); err != nil {
		return nil, err
	}
	if err := readAsset("model/AveragedPerceptron/tags.gob", &known); err != nil {
		return nil, err
	}
	b := taggerBuilder{
		words: map[string][]uint32{}, endings: map[string][]uint32{}, tagWords: map[string]uint32{},
		initials: make([]uint32, 1<<8), tagPairs: make([]uint32, contextCount*contextCount),
		before: make([]int32, contextCount*scoreLanes), before2: make([]int32, contextCount*scoreLanes),
	}
	for _, feature := range slices.Sorted(maps.Keys(weights)) {
		if err := b.feature(feature, weights[feature]); err != nil {
			return nil, fmt.Errorf("tagger feature %q: %w", feature, err)
		}
	}
	return b.file(weights["bias"], known)
}

// readAsset decodes one of prose's model files.
func readAsset(name string, into any) error {
	data, err := prose.Asset(name)
	if err != nil {
		return fmt.Errorf("prose's %s: %w", name, err)
	}
	if err := gob.NewDecoder(bytes.NewReader(data)).Decode(into); err != nil {
		return fmt.Errorf("prose's %s: %w", name, err)
	}
	return nil
}

// taggerBuilder sorts the features into the tables.
type taggerBuilder struct {
	words    map[string][]uint32 // runs by role
	endings  map[string][]uint32
	tagWords map[string]uint32 // "tag word"
	initials []uint32
	tagPairs []uint32
	before   []int32
	before2  []int32
	weights  []byte
}

// wordFeatures and endingFeatures name the columns of the tables as prose names
// the features.
var (
	wordFeatures   = [wordRoles]string{wordHere: "i word ", wordBefore: "i-1 word ", wordBefore2: "i-2 word ", wordAfter: "i+1 word ", wordAfter2: "i+2 word "}
	endingFeatures = [suffixRoles]string{suffixHere: "i suffix ", suffixBefore: "i-1 suffix ", suffixAfter: "i+1 suffix "}
)

// feature files the weights of one feature.
func (b *taggerBuilder) feature(name string, weights map[string]float64) error {
	if len(weights) == 0 || name == "bias" {
		return nil
	}
	for role, prefix := range wordFeatures {
		if word, ok := strings.CutPrefix(name, prefix); ok {
			return b.cell(b.words, word, role, wordRoles, weights)
		}
	}
	for role, prefix := range endingFeatures {
		if ending, ok := strings.CutPrefix(name, prefix); ok {
			return b.cell(b.endings, ending, role, suffixRoles, weights)
		}
	}
	if rest, ok := strings.CutPrefix(name, "i-1 tag+i word "); ok {
		run, err := b.run(weights)
		b.tagWords[rest] = run
		return err
	}
	if rest, ok := strings.CutPrefix(name, "i pref1 "); ok {
		// prose makes a string of the word's first byte, as if it were a code point.
		r := []rune(rest)
		if len(r) != 1 || r[0] >= 1<<8 {
			return fmt.Errorf("%q is not one byte", rest)
		}
		run, err := b.run(weights)
		b.initials[r[0]] = run
		return err
	}
	if rest, ok := strings.CutPrefix(name, "i tag+i-2 tag "); ok {
		first, second, _ := strings.Cut(rest, " ")
		p1, ok1 := contextOf(first)
		p2, ok2 := contextOf(second)
		if !ok1 || !ok2 {
			return fmt.Errorf("unknown tag")
		}
		run, err := b.run(weights)
		b.tagPairs[p1*contextCount+p2] = run
		return err
	}
	if rest, ok := strings.CutPrefix(name, "i-1 tag "); ok {
		return addDense(b.before, rest, weights)
	}
	if rest, ok := strings.CutPrefix(name, "i-2 tag "); ok {
		return addDense(b.before2, rest, weights)
	}
	return fmt.Errorf("unknown kind of feature")
}

// cell files a run in one column of a row.
func (b *taggerBuilder) cell(table map[string][]uint32, key string, column, columns int, weights map[string]float64) error {
	run, err := b.run(weights)
	if table[key] == nil {
		table[key] = make([]uint32, columns)
	}
	table[key][column] = run
	return err
}

// run appends weights to the list, in the order of the tags, and returns where
// they are.
func (b *taggerBuilder) run(weights map[string]float64) (uint32, error) {
	start := len(b.weights) / weightSize
	if len(weights) > runMask {
		return 0, fmt.Errorf("%d weights are too many", len(weights))
	}
	for _, name := range slices.Sorted(maps.Keys(weights)) {
		class, ok := classOf(name)
		if !ok {
			return 0, fmt.Errorf("unknown class %q", name)
		}
		value, err := thousandths(weights[name])
		if err != nil {
			return 0, err
		}
		entry := uint32(value)<<classBits | uint32(class)
		b.weights = append(b.weights, byte(entry), byte(entry>>8), byte(entry>>16))
	}
	return uint32(start<<runBits | len(weights)), nil
}

// thousandths returns the weight as a whole number, and fails where that loses
// something or does not fit.
func thousandths(weight float64) (int32, error) {
	value := math.Round(weight * weightScale)
	const limit = 1 << (8*weightSize - classBits - 1)
	if value/weightScale != weight || value >= limit || value < -limit {
		return 0, fmt.Errorf("weight %v does not fit", weight)
	}
	return int32(value), nil
}

// addDense adds weights to the scores of a tag's row.
func addDense(scores []int32, tag string, weights map[string]float64) error {
	context, ok := contextOf(tag)
	if !ok {
		return fmt.Errorf("unknown tag")
	}
	for name, weight := range weights {
		class, ok := classOf(name)
		if !ok {
			return fmt.Errorf("unknown class %q", name)
		}
		value, err := thousandths(weight)
		if err != nil {
			return err
		}
		scores[context*scoreLanes+int(class)] += value
	}
	return nil
}

// classOf returns the tag of that name.
func classOf(name string) (Tag, bool) {
	at := slices.Index(tagNames[:], name)
	return Tag(max(at, 0)), at >= 0
}

// contextOf returns the number of a tag that a word before has.
func contextOf(name string) (int, bool) {
	switch name {
	case "-START-":
		return contextStart, true
	case "-START2-":
		return contextStart2, true
	}
	tag, ok := classOf(name)
	return int(tag), ok
}

// file returns the model file.
func (b *taggerBuilder) file(bias map[string]float64, known map[string]string) ([]byte, error) {
	// The bias is added to every score once: put it with the tag before.
	for context := range contextCount {
		for lane := range scoreLanes {
			weight, ok := float64(0), false
			if lane < len(tagNames) {
				weight, ok = bias[tagNames[lane]], hasKey(bias, tagNames[lane])
			}
			if !ok {
				b.before[context*scoreLanes+lane] = impossible
				continue
			}
			value, err := thousandths(weight)
			if err != nil {
				return nil, err
			}
			b.before[context*scoreLanes+lane] += value
		}
	}
	var w flatWriter
	w.data = append(w.data, taggerMagic...)
	var rows []flatRow
	for word, name := range known {
		tag, ok := classOf(name)
		if !ok {
			return nil, fmt.Errorf("known word %q: unknown tag %q", word, name)
		}
		rows = append(rows, flatRow{fingerprint(word), []uint32{uint32(tag)}})
	}
	w.table(1, rows)
	rows = nil
	for pair, run := range b.tagWords {
		name, word, _ := strings.Cut(pair, " ")
		context, ok := contextOf(name)
		if !ok {
			return nil, fmt.Errorf("tag and word %q: unknown tag", pair)
		}
		if b.words[word] == nil { // words that are features only with a tag must be found too
			b.words[word] = make([]uint32, wordRoles)
		}
		rows = append(rows, flatRow{paired(context, fingerprint(word)), []uint32{run}})
	}
	w.table(wordRoles, fingerprinted(b.words))
	w.table(suffixRoles, fingerprinted(b.endings))
	w.table(1, rows)
	w.section(uint32Bytes(b.initials))
	w.section(uint32Bytes(b.tagPairs))
	w.section(uint32Bytes(b.before))
	w.section(uint32Bytes(b.before2))
	w.section(append(b.weights, 0)) // weights are read four bytes at a time
	return w.data, w.err
}

func hasKey(m map[string]float64, key string) bool {
	_, ok := m[key]
	return ok
}

// fingerprinted returns a table's rows by fingerprint.
func fingerprinted(table map[string][]uint32) []flatRow {
	rows := make([]flatRow, 0, len(table))
	for key, numbers := range table {
		rows = append(rows, flatRow{fingerprint(key), numbers})
	}
	return rows
}

// uint32Bytes writes numbers as a flat file holds them.
func uint32Bytes[N int32 | uint32](numbers []N) []byte {
	data := make([]byte, 0, len(numbers)*4)
	for _, n := range numbers {
		data = binary.LittleEndian.AppendUint32(data, uint32(n))
	}
	return data
}
