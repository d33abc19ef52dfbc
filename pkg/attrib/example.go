package attrib

import (
	"github.com/whosaid/whosaid/pkg/coref"
	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/quote"
	"github.com/whosaid/whosaid/pkg/span"
)

// Example is one candidate of a quote as a trainer sees it.
type Example struct {
	// Span is where the candidate stands; empty for the candidate that nobody
	// said it.
	span.Span
	// Kind is what the candidate is written as: name, organisation, place, noun
	// or pronoun; empty for nobody.
	Kind string
	// Right is set when the candidate lies where the true source does.
	Right bool
	// Evidence names what speaks for or against it.
	Evidence []string
}

// Examples yields the candidates of every quote with their evidence. The
// sources, one a quote and empty for none, are the true ones: the evidence
// from the quote before is taken from them.
func Examples(d *nlp.Document, quotes []quote.Quote, entities *coref.Entities, sources []span.Span, yield func(q int, candidates []Example)) {
	f := newFrame(d, quotes, entities)
	r := newRanker(f)
	last := told{phrase: -1, described: -1}
	for q := range quotes {
		r.candidates = f.candidates(r.candidates, q, last.phrase)
		ctx := f.contextOf(q, last)
		f.noteClaim(&ctx, r.candidates)
		examples := make([]Example, len(r.candidates))
		for i := range r.candidates {
			c, e := &r.candidates[i], &examples[i]
			r.buffer.yield = func(name []byte) { e.Evidence = append(e.Evidence, string(name)) }
			f.features(&r.buffer, q, &ctx, c)
			if c.phrase >= 0 {
				p := &f.phrases[c.phrase]
				e.Span, e.Kind = f.span(p.first, p.last), p.kind.word()
			}
		}
		if right := f.markRight(r.candidates, examples, sources[q]); right >= 0 {
			last = told{quote: q, phrase: right, described: -1}
		}
		yield(q, examples)
	}
}

// markRight marks the candidates that stand where the source does: the first
// phrase of the source, and the name in apposition to it; for a source that is
// "who", whom it describes. It returns the phrase that tells most, -1 for none.
func (f *frame) markRight(candidates []candidate, examples []Example, source span.Span) int {
	if source.IsEmpty() {
		examples[0].Right = true
		return -1
	}
	for i := 1; i < len(candidates); i++ {
		if !examples[i].Overlaps(source) && !f.isWho(&candidates[i], source) {
			continue
		}
		examples[i].Right = true
		right := f.named(candidates[i].phrase)
		for k := i + 1; k < len(candidates); k++ {
			if candidates[k].phrase == right {
				examples[k].Right = true
			}
		}
		return right
	}
	return -1
}

// isWho reports whether the source is the relative pronoun that stands between a
// candidate and its cue.
func (f *frame) isWho(c *candidate, source span.Span) bool {
	if c.clause < 0 || f.clauses[c.clause].link != whoClause {
		return false
	}
	for i := f.clauses[c.clause].first - 1; i >= f.phrases[c.phrase].last; i-- {
		if f.items[i].function == relative || f.items[i].function == that {
			return f.span(i, i+1).Overlaps(source)
		}
	}
	return false
}
