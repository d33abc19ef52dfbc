package ner

import (
	_ "embed"
	"sync"

	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/span"
)

// modelFile is the trained model, made by
//
//	go run ./cmd/whosaid-train ner --data ../shared/data --out pkg/ner/model.bin
//
// MODEL.md says from what, and how good it is.
//
//go:embed model.bin
var modelFile string

var embedded = sync.OnceValues(func() (Recogniser, error) {
	m, err := OpenModel(modelFile)
	if err != nil {
		return nil, err
	}
	return NewRecogniser(m), nil
})

// Default returns whosaid's own recogniser, of the embedded model.
func Default() Recogniser {
	r, err := embedded()
	if err != nil { // a broken build: a test pins the embedded file
		return none{}
	}
	return r
}

// none finds no mention.
type none struct{}

func (none) Recognise(*nlp.Document) []Mention { return nil }

// Prose returns prose's recogniser exactly as prose runs it, the baseline.
func Prose() Recogniser { return prose{} }

// prose runs prose's own recogniser over the text of a document.
type prose struct{}

// Recognise implements [Recogniser]. Prose is as sure of one name as of
// another.
func (prose) Recognise(d *nlp.Document) []Mention {
	var found []Mention
	next := 0
	for _, e := range nlp.ProseEntities(d.Text) {
		t, ok := proseTypes[e.Label]
		if !ok {
			continue
		}
		for next < len(d.Tokens) && d.Tokens[next].End <= e.Start {
			next++
		}
		last := next
		for last < len(d.Tokens) && d.Tokens[last].Start < e.End {
			last++
		}
		found = append(found, Mention{
			Span: span.Span{Start: e.Start, End: e.End}, First: next, Last: last, Type: t, Confidence: 1,
		})
	}
	return found
}

// proseTypes maps the labels of prose's weights to ours.
var proseTypes = map[string]Type{
	"PERSON": Person, "GPE": Place, "LOCATION": Place, "FACILITY": Place, "GSP": Place, "ORGANIZATION": Organisation,
}
