package ner

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// A model file is read where it lies: a head, a directory of sections, and
// the sections, each starting at a multiple of a cache line.
const (
	modelMagic   = "whosaid names\x03" // the last byte counts the layouts
	modelHead    = 16                  // magic, then the feature version in two bytes
	sectionEntry = 8                   // offset and length, four bytes each
	cacheLine    = 64
)

// section is one part of a model file.
type section uint8

const (
	sectionSeeds section = iota
	sectionRecords
	sectionLower // from here on the word tables of the lexicon, as LexiconParts.tables orders them
	sectionCased
	sectionLists
	sectionUsage
	sectionVectors
	sectionCodes
	sectionNumbers
	sectionSecond
	sectionCalibration

	sections
)

// Model is a trained recogniser's knowledge. It is read-only and may be used
// by several goroutines.
type Model struct {
	lexicon Lexicon
	weights weightTable
	numbers
	second      secondModel
	secondJumps Transitions
	calibration calibration
}

// numbers are the small things of a model.
type numbers struct {
	unit  float32 // weight of one step of a row
	jumps Transitions
}

// errModel says that a model file is not one.
var errModel = errors.New("not a model of names")

// OpenModel makes a model of the bytes of a model file, which it keeps.
func OpenModel(file string) (*Model, error) {
	directory := modelHead + int(sections)*sectionEntry
	if len(file) < directory || file[:len(modelMagic)] != modelMagic {
		return nil, errModel
	}
	if v := int(file[14]) | int(file[15])<<8; v != FeatureVersion {
		return nil, fmt.Errorf("model has features of version %d, want %d", v, FeatureVersion)
	}
	var parts [sections]string
	for i := range parts {
		at := modelHead + i*sectionEntry
		offset, length := int(loadMark(file[at:])), int(loadMark(file[at+4:]))
		if offset+length > len(file) {
			return nil, errModel
		}
		parts[i] = file[offset:][:length]
	}
	return openParts(&parts)
}

// openParts makes a model of the sections of a file.
func openParts(parts *[sections]string) (*Model, error) {
	m := &Model{weights: newWeightTable(parts[sectionSeeds], parts[sectionRecords])}
	f := floats{rest: parts[sectionNumbers]}
	lowers, caseds := int(f.next()), int(f.next())
	tables := [lexiconTables]string(parts[sectionLower : sectionLower+lexiconTables])
	m.lexicon = newLexicon(tables, parts[sectionCodes], lowers, caseds)
	m.unit = f.next()
	for from := range m.jumps {
		for to := range m.jumps[from] {
			m.jumps[from][to] = f.next()
		}
	}
	second := floats{rest: parts[sectionSecond]}
	m.second.read(&second)
	m.secondJumps = m.second.Transitions(&m.jumps)
	calibrated := floats{rest: parts[sectionCalibration]}
	m.calibration.read(&calibrated)
	if f.short || second.short || calibrated.short {
		return nil, errModel
	}
	return m, nil
}

// floats reads numbers of four bytes one after another.
type floats struct {
	rest  string
	short bool // more was asked for than there is
}

func (f *floats) next() float32 {
	if len(f.rest) < 4 {
		f.short = true
		return 0
	}
	v := math.Float32frombits(loadMark(f.rest))
	f.rest = f.rest[4:]
	return v
}

// ModelParts are the parts of a model before they are laid out.
type ModelParts struct {
	Lexicon     *LexiconParts
	Rows        []Row
	Unit        float32
	Transitions Transitions
	Second      *Second
	Calibration []float32 // see Calibrate
}

// Encode lays a model out as a file.
func (p *ModelParts) Encode() ([]byte, error) {
	seeds, records, err := EncodeRows(p.Rows)
	if err != nil {
		return nil, err
	}
	tables, err := p.Lexicon.tables()
	if err != nil {
		return nil, err
	}
	numbers := appendFloats(nil, float32(p.Lexicon.Lowers), float32(p.Lexicon.Caseds), p.Unit)
	for _, from := range p.Transitions {
		numbers = appendFloats(numbers, from[:]...)
	}
	parts := [sections][]byte{
		sectionSeeds:       seeds,
		sectionRecords:     records,
		sectionCodes:       p.Lexicon.Codes,
		sectionNumbers:     numbers,
		sectionSecond:      p.Second.append(nil),
		sectionCalibration: appendFloats(nil, p.Calibration...),
	}
	copy(parts[sectionLower:], tables[:])
	file := append([]byte(modelMagic), byte(FeatureVersion), byte(FeatureVersion>>8))
	file = append(file, make([]byte, int(sections)*sectionEntry)...)
	for i, part := range parts {
		for len(file)%cacheLine != 0 {
			file = append(file, 0)
		}
		at := modelHead + i*sectionEntry
		binary.LittleEndian.PutUint32(file[at:], uint32(len(file)))
		binary.LittleEndian.PutUint32(file[at+4:], uint32(len(part)))
		file = append(file, part...)
	}
	return file, nil
}

func appendFloats(dst []byte, values ...float32) []byte {
	for _, v := range values {
		dst = binary.LittleEndian.AppendUint32(dst, math.Float32bits(v))
	}
	return dst
}
