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
	// Kind is what the quote is, now that its source and cue are known: a
	// "shuttle diplomacy" that somebody is said to have called so is speech.
	Kind quote.Kind
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
	// Reason says why no entity is named, one of the Reason constants; empty
	// when one is, and when a noun phrase speaks for itself.
	Reason string
	// Confidence is the calibrated probability, 0..1, that the speaker is right.
	Confidence float64
}

// Why a quote has no speaker.
const (
	ReasonNoSource = "no-source"          // the article does not say who said it
	ReasonWeak     = "weak-evidence"      // somebody may have said it, but nothing is clear
	ReasonPronoun  = "unresolved-pronoun" // somebody said it, but not clearly who
)

// Attribute says who said each quote; the answer has one element a quote, in
// the same order. Time grows linearly with the document.
func Attribute(d *nlp.Document, quotes []quote.Quote, entities *coref.Entities) []Attribution {
	return newRanker(newFrame(d, quotes, entities)).attribute(func(int, *context) {})
}
