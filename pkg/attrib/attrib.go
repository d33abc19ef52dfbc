// Package attrib says who said each quote: it takes quotes and entities and
// gives the speaker, the cue, the rule that decided and a confidence.
package attrib

import (
	"github.com/whosaid/whosaid/pkg/coref"
	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/quote"
	"github.com/whosaid/whosaid/pkg/span"
)

// Attribution ties one quote to its speaker.
type Attribution struct {
	// Source is the speaker as written beside the quote; empty when the
	// article does not say.
	Source span.Span
	// Entity is the index of the speaker among the entities, -1 when the
	// source is no entity ("a spokesman") or there is none.
	Entity int
	// Name is the canonical name, or the noun phrase as written.
	Name string
	// Cue is the word that ties source and quote; empty when there is none.
	Cue span.Span
	// Rule names the evidence that decided.
	Rule string
	// Confidence is the calibrated probability, 0..1, that the speaker is right.
	Confidence float64
}

// Attribute says who said each quote; the answer has one element a quote, in
// the same order.
func Attribute(d *nlp.Document, quotes []quote.Quote, entities *coref.Entities) []Attribution {
	return nil
}
