package train

import (
	"math/rand/v2"

	"github.com/whosaid/whosaid/pkg/ner"
)

// Settings steer the training of a conditional random field by stochastic
// gradient descent with L2 regularisation.
type Settings struct {
	Rounds int     // passes over the examples
	Rate   float64 // learning rate of the first round; it falls to 0 in a line
	Decay  float64 // L2: how fast a weight that nothing feeds shrinks, per example at rate 1
	Least  uint32  // features seen less often are left out
	// Dropout is the share of features, 0 to 1, that each example goes without
	// while it is learnt from, another share each time, so that no weight
	// relies on the others.
	Dropout float64
	Seed    uint64
}

// learner holds the weights while they are learnt. Weights are kept divided
// by shrink, so that all of them decay at the price of one multiplication.
type learner struct {
	settings Settings
	rows     []ner.Scores // per feature
	// own[c] gives features copies of their own for corpus c: an offset of
	// the copy in rows, or -1; nil for the home corpus.
	own    [][]int32
	shrink float32

	teacher
	tokens []ner.Scores
	// kept are the features of the example in hand that are not dropped.
	kept    []int32
	starts  []int32
	dropper *rand.PCG
}

// smallestShrink is when the rows are multiplied out again.
const smallestShrink = 1e-6

// newLearner makes room for the features of an alphabet and the copies that
// the foreign corpora of the examples need.
func newLearner(s Settings, size int32, corpora int, list []example) *learner {
	l := &learner{settings: s, shrink: 1, teacher: teacher{steps: ner.Steps()}}
	l.own = make([][]int32, corpora)
	next := size
	for i := range list {
		c := list[i].corpus
		if c == 0 {
			continue
		}
		if l.own[c] == nil {
			l.own[c] = make([]int32, size)
			for k := range l.own[c] {
				l.own[c][k] = -1
			}
		}
		for _, f := range list[i].features {
			if l.own[c][f] < 0 {
				l.own[c][f] = next
				next++
			}
		}
	}
	l.rows = make([]ner.Scores, next)
	return l
}

// learn makes all rounds over the examples and calls report after each.
func (l *learner) learn(list []example, report func(round int, loss float64)) {
	random := rand.New(rand.NewPCG(l.settings.Seed, 1))
	l.dropper = rand.NewPCG(l.settings.Seed, 3)
	total := l.settings.Rounds * len(list)
	done := 0
	easy := make([]bool, len(list))
	for round := range l.settings.Rounds {
		loss := 0.0
		for _, i := range random.Perm(len(list)) {
			rate := l.settings.Rate * (1 - float64(done)/float64(total))
			done++
			if easy[i] {
				easy[i] = false
				continue
			}
			own := l.step(&list[i], rate)
			easy[i] = own < easyLoss
			loss += own
		}
		report(round, loss)
	}
	l.settle()
}

// easyLoss is the loss of an example that is known so well that the next round
// goes without it.
const easyLoss = 0.02

// settle multiplies the rows out.
func (l *learner) settle() {
	for i := range l.rows {
		for y := range l.rows[i] {
			l.rows[i][y] *= l.shrink
		}
	}
	l.shrink = 1
}

// step learns from one example and returns its loss before.
func (l *learner) step(e *example, rate float64) float64 {
	l.shrink *= float32(1 - rate*l.settings.Decay)
	if l.shrink < smallestShrink {
		l.settle()
	}
	l.drop(e)
	l.scoreKept(e)
	step := float32(rate) * e.weight
	loss := l.teach(l.tokens, e.allowed, e.settled, step)
	for t := range l.errors {
		if change := &l.errors[t]; isWorth(change) {
			for y := range change {
				change[y] *= step / l.shrink
			}
			l.apply(e, t, change)
		}
	}
	return loss
}

// drop fills kept with the features of e, less those dropped.
func (l *learner) drop(e *example) {
	l.kept, l.starts = l.kept[:0], append(l.starts[:0], 0)
	border := uint64(l.settings.Dropout * (1 << dropBits))
	bits, left := uint64(0), 0
	for t := range e.tokens() {
		for _, f := range e.of(t) {
			if left == 0 {
				bits, left = l.dropper.Uint64(), 64/dropBits
			}
			if bits&(1<<dropBits-1) >= border {
				l.kept = append(l.kept, f)
			}
			bits >>= dropBits
			left--
		}
		l.starts = append(l.starts, int32(len(l.kept)))
	}
}

// dropBits is how many random bits decide whether a feature is dropped.
const dropBits = 8

// scoreKept fills tokens with the scores of the example from the features
// kept, made up for those dropped.
func (l *learner) scoreKept(e *example) {
	l.tokens = l.tokens[:0]
	own := l.own[e.corpus]
	factor := l.shrink / float32(1-l.settings.Dropout)
	for t := range e.tokens() {
		if e.starts[t] == e.starts[t+1] {
			l.tokens = append(l.tokens, ner.PlainScores())
			continue
		}
		l.tokens = append(l.tokens, l.sum(l.kept[l.starts[t]:l.starts[t+1]], own, factor))
	}
}

// sum adds up the rows of features, and of their copies, times factor.
func (l *learner) sum(list, own []int32, factor float32) ner.Scores {
	var sum ner.Scores
	for _, f := range list {
		add(&sum, &l.rows[f])
		if own != nil {
			if k := own[f]; k >= 0 {
				add(&sum, &l.rows[k])
			}
		}
	}
	for y := range sum {
		sum[y] *= factor
	}
	return sum
}

// apply adds a change to the weights of the kept features of token t.
func (l *learner) apply(e *example, t int, change *ner.Scores) {
	own := l.own[e.corpus]
	for _, f := range l.kept[l.starts[t]:l.starts[t+1]] {
		add(&l.rows[f], change)
		if own != nil {
			add(&l.rows[own[f]], change)
		}
	}
}

func add(row, change *ner.Scores) {
	for y := range row {
		row[y] += change[y]
	}
}

// score fills tokens with the scores of an example, the copies of its corpus
// included.
func (l *learner) score(e *example) {
	l.tokens = l.tokens[:0]
	for t := range e.tokens() {
		if len(e.of(t)) == 0 {
			l.tokens = append(l.tokens, ner.PlainScores())
			continue
		}
		l.tokens = append(l.tokens, l.sum(e.of(t), l.own[e.corpus], l.shrink))
	}
}
