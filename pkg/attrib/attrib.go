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
	// Confidence is the calibrated probability, 0..1, that the speaker is right.
	Confidence float64
}

// Attribute says who said each quote; the answer has one element a quote, in
// the same order. Time grows linearly with the document.
func Attribute(d *nlp.Document, quotes []quote.Quote, entities *coref.Entities) []Attribution {
	if len(quotes) == 0 {
		return nil
	}
	f := newFrame(d, quotes, entities)
	answers := make([]Attribution, len(quotes))
	proposals := make([]proposal, len(quotes))
	for q := range quotes {
		answers[q] = Attribution{Kind: quotes[q].Kind, Entity: -1}
		p, ok := f.propose(q)
		if ok && p.phrase < 0 {
			p.phrase = proposals[q-1].phrase
			if proposals[q-1].pattern == noPattern {
				ok = false
			}
		}
		if !ok {
			continue
		}
		proposals[q] = p
		f.answer(&answers[q], q, p)
	}
	return answers
}

// propose asks the sieves in their order.
func (f *frame) propose(q int) (proposal, bool) {
	if f.of(q)[0].item < 0 {
		return proposal{}, false
	}
	for _, ask := range sieves {
		if p, ok := ask(f, q); ok {
			return p, true
		}
	}
	return proposal{}, false
}
