package train

import (
	"bufio"
	"cmp"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
)

// BuildLexicon makes the word tables of the model from the clusters and name
// lists of the data folder, from the news if there are any, and from the word
// vectors of the file vectors, if it is not empty.
func BuildLexicon(data string, open bool, news *News, vectors string) (*ner.LexiconParts, error) {
	parts := &ner.LexiconParts{}
	lowerFile := "brown_low_c1024.tsv"
	if open {
		lowerFile = "brown_low_c1024_publicdomain.tsv"
	}
	var err error
	var codes []byte
	if parts.Lower, codes, err = readClusters(filepath.Join(data, "clusters", lowerFile)); err != nil {
		return nil, err
	}
	parts.Lowers = len(codes) / codeSize
	parts.Codes = codes
	if !open {
		if parts.Cased, codes, err = readClusters(filepath.Join(data, "clusters", "brown_cas_c1024.tsv")); err != nil {
			return nil, err
		}
		parts.Codes = append(parts.Codes, codes...)
		parts.Caseds = len(codes) / codeSize
	}
	if vectors != "" {
		words, err := readVectors(vectors)
		if err != nil {
			return nil, err
		}
		parts.Vectors, codes = words.entries(news)
		parts.Codes = append(parts.Codes, codes...)
	}
	names, err := readLists(filepath.Join(data, "gaz"))
	if err != nil {
		return nil, err
	}
	if news != nil {
		news.list(names)
		parts.Usage = news.usage()
	}
	parts.Lists = names.entries()
	return parts, nil
}

// codeSize is the size of a cluster's bit string in the model, in bytes.
const codeSize = 4

// clusterWords is how many words of a cluster table go into the model; the
// tables are sorted by frequency.
const clusterWords = 100_000

// codebook numbers the distinct bit strings of a cluster tree, from 1, in the
// order they are met in.
type codebook struct {
	numbers map[string]uint32
	codes   []byte // of each: the bits as a number, their count in the top byte
}

// number returns the number of a bit string.
func (c *codebook) number(bits string) uint32 {
	n, known := c.numbers[bits]
	if !known {
		if c.numbers == nil {
			c.numbers = map[string]uint32{}
		}
		n = uint32(len(c.numbers) + 1)
		c.numbers[bits] = n
		code := uint32(len(bits)) << 24
		for i := range len(bits) {
			if bits[len(bits)-1-i] == '1' {
				code |= 1 << i
			}
		}
		c.codes = binary.LittleEndian.AppendUint32(c.codes, code)
	}
	return n
}

// readClusters reads a table of words and bit strings, and returns the codes
// of its clusters with it.
func readClusters(path string) (words []ner.WordValue, codes []byte, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	var book codebook
	lines := bufio.NewScanner(f)
	for lines.Scan() && len(words) < clusterWords {
		word, bits, ok := strings.Cut(lines.Text(), "\t")
		if !ok {
			return nil, nil, fmt.Errorf("%s: no tab in %q", path, lines.Text())
		}
		words = append(words, ner.WordValue{Hash: ner.CasedKey(word), Value: book.number(bits)})
	}
	return words, book.codes, lines.Err()
}

// phrases collects names with the lists that they stand on.
type phrases map[string]ner.Lists

// add puts a name on a list, if it is written in letters that English news use.
func (p phrases) add(name string, list ner.Lists) {
	name = strings.TrimSpace(name)
	if len(name) > 1 {
		p[name] |= list
	}
}

// longestPhrase bounds the tokens of a phrase that is worth a place.
const longestPhrase = 8

// entries turns the phrases into table entries, the beginnings of longer
// phrases among them, in the order of their hashes.
func (p phrases) entries() []ner.WordValue {
	values := map[uint64]ner.Lists{}
	for name, lists := range p {
		d := nlp.Parse(name)
		if len(d.Tokens) == 0 || len(d.Tokens) > longestPhrase {
			continue
		}
		key := uint64(0)
		for i, t := range d.Tokens {
			key = ner.PhraseKey(key, i, t.Of(name))
			if i+1 < len(d.Tokens) {
				values[key] |= ner.ListPrefix
			}
		}
		values[key] |= lists
	}
	entries := make([]ner.WordValue, 0, len(values))
	for key, lists := range values {
		entries = append(entries, ner.WordValue{Hash: key, Value: uint32(lists)})
	}
	slices.SortFunc(entries, func(a, b ner.WordValue) int { return cmp.Compare(a.Hash, b.Hash) })
	return entries
}
