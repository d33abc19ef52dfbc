// Package ner finds the names in a document and types them: person, place,
// organisation. Nationalities and other names (events, products) are found
// too, because they help later stages; they are never printed.
package ner

import (
	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/span"
)

// Type is what a mention names.
type Type uint8

const (
	Person Type = iota
	Place
	Organisation
	Nationality
	Other
)

var typeNames = [...]string{"person", "place", "organisation", "nationality", "other"}

// String returns the name of the type.
func (t Type) String() string {
	if int(t) >= len(typeNames) {
		return "?"
	}
	return typeNames[t]
}

// Mention is one naming in the text.
type Mention struct {
	span.Span
	First, Last int // its tokens: Tokens[First:Last]
	Type        Type
	// Confidence is the calibrated probability, 0..1, that both the span and
	// the type are right.
	Confidence float64
}

// Recogniser finds the mentions of a document, in document order, without
// overlap. Implementations are safe for use by several goroutines at once.
type Recogniser interface {
	Recognise(d *nlp.Document) []Mention
}
