package train

import (
	"strings"

	"github.com/whosaid/whosaid/pkg/ner"
)

// rawNationality is the home corpus's own label of nationalities, religions
// and political groups, which its articles fold into the other names.
const rawNationality = "NORP"

// rawDoc is a document as tokens with its own labels.
type rawDoc struct {
	tokens []string
	is     []bool // part of a nationality
}

// readNationalities reads the token form of the home corpus.
func readNationalities(path string) (map[string]*rawDoc, error) {
	docs := map[string]*rawDoc{}
	err := readLines(path, func(line tokenLine) error {
		d := docs[line.Doc]
		if d == nil {
			d = &rawDoc{}
			docs[line.Doc] = d
		}
		for i, token := range line.Tokens {
			d.tokens = append(d.tokens, token)
			d.is = append(d.is, i < len(line.Raw) && strings.HasSuffix(line.Raw[i], "-"+rawNationality))
		}
		return nil
	})
	return docs, err
}

// farthest bounds how far, in bytes, a token is looked for past the one
// before.
const farthest = 200

// mark makes nationalities of the other names of a that d says are.
func (d *rawDoc) mark(a *Article) {
	if d == nil {
		return
	}
	nationality := make([]bool, len(a.Text))
	at := 0
	for i, token := range d.tokens {
		found := strings.Index(a.Text[at:min(len(a.Text), at+farthest)], token)
		if found < 0 {
			continue
		}
		at += found
		for k := range token {
			nationality[at+k] = d.is[i]
		}
		at += len(token)
	}
	for i := range a.Entities {
		e := &a.Entities[i]
		if e.Type == ner.Other && nationality[e.Start] {
			e.Type = ner.Nationality
		}
	}
}
