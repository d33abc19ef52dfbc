package attrib

import (
	_ "embed"
	"math"
	"sync"

	"github.com/whosaid/whosaid/pkg/evidence"
	"github.com/whosaid/whosaid/pkg/quote"
	"github.com/whosaid/whosaid/pkg/span"
)

// weightList holds the weights of the evidence, one a line: name, tab, weight.
// "whosaid-train attrib" writes it.
//
//go:embed weights.tsv
var weightList string

// weights says how much each piece of evidence speaks for a candidate, in units
// of log odds.
var weights = sync.OnceValue(func() *evidence.Weights { return evidence.Read(weightList) })

// told is the last quote that was given a source.
type told struct {
	quote  int
	phrase int       // -1 for none
	joint  span.Span // several names that spoke together; empty for one speaker
	// described is the phrase of a speaker without a name, "a spokesman"; -1 for
	// others.
	described int
	sure      float64 // the probability of who the phrase stands for
}

// ranker is the working memory of one document's attribution.
type ranker struct {
	f          *frame
	weights    *evidence.Weights
	buffer     featureBuffer
	candidates []candidate
}

func newRanker(f *frame) *ranker {
	return &ranker{f: f, weights: weights()}
}

// attribute decides about every quote in text order; ranked is called when the
// candidates of a quote have their probabilities.
func (r *ranker) attribute(ranked func(q int, ctx *context)) []Attribution {
	f := r.f
	answers := make([]Attribution, len(f.quotes))
	last := told{phrase: -1, described: -1}
	speaker := -1
	for q := range answers {
		if a, ok := f.labelled(q, speaker); ok {
			answers[q] = a
			continue
		}
		if f.isName(q) {
			answers[q] = Attribution{Kind: quote.Mention, Entity: -1, Reason: ReasonNoSource, Confidence: sureLabel}
			continue
		}
		r.candidates = f.candidates(r.candidates, q, last.phrase)
		ctx := f.contextOf(q, last)
		f.noteClaim(&ctx, r.candidates)
		best := &r.candidates[r.rank(q, &ctx)]
		ranked(q, &ctx)
		var described int
		answers[q], described = f.answer(q, f.kindOf(q, r.candidates[0].score), best, last, speaker)
		if best.score < sureTurn && q > 0 && answers[q-1].Rule == labelRule && f.follows(q) {
			answers[q] = answers[q-1]
			continue
		}
		if best.phrase >= 0 && answers[q].Kind != quote.Mention {
			last = told{quote: q, phrase: best.phrase, joint: f.jointSource(best), described: described, sure: answers[q].Confidence / best.score}
			speaker = answers[q].Entity
		}
	}
	f.oneVoice(answers)
	return answers
}

// isName reports whether a quote is the name that a verb gives: "a film called
// “Dust”".
func (f *frame) isName(q int) bool {
	x := f.of(q)[0].item
	if x < 1 || f.items[x].start || f.items[x-1].clause < 0 {
		return false
	}
	return f.clauses[f.items[x-1].clause].naming
}

// rank gives the candidates of a quote their probabilities and returns the
// index of the best.
func (r *ranker) rank(q int, ctx *context) int {
	sum := 0.0
	r.buffer.yield = func(name []byte) { sum += r.weights.Of(name) }
	best := 0
	for i := range r.candidates {
		sum = 0
		r.f.features(&r.buffer, q, ctx, &r.candidates[i])
		r.candidates[i].score = sum
		if sum > r.candidates[best].score {
			best = i
		}
	}
	top, total := r.candidates[best].score, 0.0
	for i := range r.candidates {
		r.candidates[i].score = math.Exp(r.candidates[i].score - top)
		total += r.candidates[i].score
	}
	for i := range r.candidates {
		r.candidates[i].score /= total
	}
	return best
}
