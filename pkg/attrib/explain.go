package attrib

import (
	"cmp"
	"math"
	"slices"

	"github.com/whosaid/whosaid/pkg/coref"
	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/quote"
	"github.com/whosaid/whosaid/pkg/span"
)

// Candidate is somebody who may have said a quote.
type Candidate struct {
	// Source is the phrase; empty for the candidate that nobody said it.
	Source span.Span
	// Entity is the index of whom it stands for among the entities; -1 for
	// none.
	Entity int
	// Name is the entity's name, or the phrase as written; empty for nobody.
	Name string
	// Cue is the cue that the phrase is the subject of, if any.
	Cue span.Span
	// Probability is the model's, 0 to 1; those of a quote add up to 1.
	Probability float64
	// Evidence is what speaks for and against, the weightiest first.
	Evidence []Evidence
}

// Evidence is one observation and its weight in log odds: above 0 it speaks
// for the candidate.
type Evidence struct {
	Name   string
	Weight float64
}

// Explain is Attribute with reasons: for every quote the candidates, the most
// probable first. A quote that brings its own speaker along has none.
func Explain(d *nlp.Document, quotes []quote.Quote, entities *coref.Entities) ([]Attribution, [][]Candidate) {
	r := newRanker(newFrame(d, quotes, entities))
	candidates := make([][]Candidate, len(quotes))
	answers := r.attribute(func(q int, ctx *context) {
		candidates[q] = r.explain(q, ctx)
	})
	return answers, candidates
}

// explain lists the candidates that were ranked last.
func (r *ranker) explain(q int, ctx *context) []Candidate {
	out := make([]Candidate, len(r.candidates))
	for i := range r.candidates {
		c := &r.candidates[i]
		e := &out[i]
		e.Entity, e.Probability = -1, c.score
		if c.phrase >= 0 {
			p := &r.f.phrases[c.phrase]
			e.Source = r.f.source(p)
			e.Name = e.Source.Of(r.f.d.Text)
			if e.Entity, _ = r.f.resolve(p); e.Entity >= 0 {
				e.Name = r.f.entities.List[e.Entity].Name
			}
			e.Cue = r.f.cueOf(c)
		}
		r.buffer.yield = func(name []byte) {
			if w := r.weights.Of(name); w != 0 {
				e.Evidence = append(e.Evidence, Evidence{string(name), w})
			}
		}
		r.f.features(&r.buffer, q, ctx, c)
		slices.SortStableFunc(e.Evidence, func(a, b Evidence) int {
			return cmp.Compare(math.Abs(b.Weight), math.Abs(a.Weight))
		})
	}
	slices.SortStableFunc(out, func(a, b Candidate) int { return cmp.Compare(b.Probability, a.Probability) })
	return out
}
