package train

import (
	"math"

	"github.com/whosaid/whosaid/pkg/ner"
)

// teacher finds what is wrong with the scores of a sentence, and learns the
// transitions on the way.
type teacher struct {
	steps         []ner.Step
	jumps         ner.Transitions
	lattice, gold ner.Lattice
	// errors are, per token and label, how much more probable the label
	// should have been.
	errors []ner.Scores
}

// idle is the largest error of a token, over its labels, that teaches nothing.
const idle = 1e-3

// isWorth reports whether an error is large enough to learn from.
func isWorth(e *ner.Scores) bool {
	for _, v := range e {
		if v >= idle || v <= -idle {
			return true
		}
	}
	return false
}

// teach fills errors for a sentence whose tokens have the scores given and
// should have allowed labels (settled: one each), moves the transitions by
// step, and returns the loss: minus the log-likelihood of what is allowed.
func (t *teacher) teach(tokens []ner.Scores, allowed []ner.LabelSet, settled bool, step float32) float64 {
	t.errors = t.errors[:0]
	t.lattice.SetTransitions(&t.jumps)
	all := t.lattice.Run(tokens, nil)
	right := 0.0
	if settled {
		right = t.pathScore(tokens, allowed)
	} else {
		t.gold.SetTransitions(&t.jumps)
		right = t.gold.Run(tokens, allowed)
	}
	if math.IsInf(right, -1) { // the labels contradict each other
		return 0
	}
	for i := range tokens {
		var e ner.Scores
		for y := range ner.Label(ner.Labels) {
			e[y] = float32(t.share(allowed, settled, i, y) - t.lattice.Probability(i, y))
		}
		t.errors = append(t.errors, e)
	}
	for i := 1; i < len(tokens); i++ {
		if !isWorth(&t.errors[i]) {
			continue
		}
		for _, s := range t.steps {
			d := t.jumpShare(allowed, settled, i, s) - t.lattice.JumpProbability(i, s)
			t.jumps[s.From][s.To] += float32(d) * step
		}
	}
	return all - right
}

// pathScore returns the score of the one path that settled labels allow,
// minus infinity when they contradict each other.
func (t *teacher) pathScore(tokens []ner.Scores, allowed []ner.LabelSet) float64 {
	sum := 0.0
	before := ner.Outside
	for i, set := range allowed {
		y := set.Only()
		if !before.CanFollow(y) {
			return math.Inf(-1)
		}
		if i > 0 {
			sum += float64(t.jumps[before][y])
		}
		sum += float64(tokens[i][y])
		before = y
	}
	if !before.CanEnd() {
		return math.Inf(-1)
	}
	return sum
}

// share returns how probable label y of token i is, given what is allowed.
func (t *teacher) share(allowed []ner.LabelSet, settled bool, i int, y ner.Label) float64 {
	switch {
	case !settled:
		return t.gold.Probability(i, y)
	case allowed[i].Has(y):
		return 1
	}
	return 0
}

// jumpShare is share for a step between tokens i-1 and i.
func (t *teacher) jumpShare(allowed []ner.LabelSet, settled bool, i int, s ner.Step) float64 {
	switch {
	case !settled:
		return t.gold.JumpProbability(i, s)
	case allowed[i-1].Has(s.From) && allowed[i].Has(s.To):
		return 1
	}
	return 0
}
