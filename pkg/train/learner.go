package train

import (
	"math"
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
	Seed   uint64
}

// learner holds the weights while they are learnt. Weights are kept divided
// by shrink, so that all of them decay at the price of one multiplication.
type learner struct {
	settings Settings
	rows     []scores // per feature
	// own[c] gives features copies of their own for corpus c: an offset of
	// the copy in rows, or -1; nil for the home corpus.
	own    [][]int32
	jumps  transitions
	shrink float32

	lattice, gold lattice
	tokens        []scores
}

// smallestShrink is when the rows are multiplied out again.
const smallestShrink = 1e-6

// idle is the largest error of a token, over its labels, that teaches nothing.
const idle = 1e-3

// newLearner makes room for the features of an alphabet and the copies that
// the foreign corpora of the examples need.
func newLearner(s Settings, size int32, corpora int, list []example) *learner {
	l := &learner{settings: s, shrink: 1}
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
	l.rows = make([]scores, next)
	return l
}

// learn makes all rounds over the examples and calls report after each.
func (l *learner) learn(list []example, report func(round int, loss float64)) {
	random := rand.New(rand.NewPCG(l.settings.Seed, 1))
	total := l.settings.Rounds * len(list)
	done := 0
	for round := range l.settings.Rounds {
		loss := 0.0
		for _, i := range random.Perm(len(list)) {
			rate := l.settings.Rate * (1 - float64(done)/float64(total))
			loss += l.step(&list[i], rate)
			done++
		}
		report(round, loss)
	}
	l.settle()
}

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
	l.score(e)
	l.lattice.setTransitions(&l.jumps)
	all := l.lattice.run(l.tokens, nil)
	right := 0.0
	if e.settled {
		right = l.pathScore(e)
	} else {
		l.gold.jumps = l.lattice.jumps
		right = l.gold.run(l.tokens, e.allowed)
	}
	if math.IsInf(right, -1) { // the labels contradict each other
		return 0
	}
	step := float32(rate) * e.weight
	for t := range l.tokens {
		var change scores
		worst := float32(0)
		for y := range ner.Label(ner.Labels) {
			d := float32(l.goldProbability(e, t, y) - l.lattice.probability(t, y))
			change[y] = d * step / l.shrink
			worst = max(worst, d, -d)
		}
		if worst < idle {
			continue
		}
		l.apply(e, t, &change)
		if t == 0 {
			continue
		}
		for _, s := range steps {
			d := l.goldJump(e, t, s) - l.lattice.jumpProbability(t, s)
			l.jumps[s.from][s.to] += float32(d) * step
		}
	}
	return all - right
}

// pathScore returns the score of the one path that a settled example allows,
// minus infinity when the labels contradict each other.
func (l *learner) pathScore(e *example) float64 {
	sum := 0.0
	before := ner.Outside
	for t, set := range e.allowed {
		y := set.Only()
		if t > 0 {
			sum += float64(l.jumps[before][y])
		}
		if !before.CanFollow(y) {
			return math.Inf(-1)
		}
		sum += float64(l.tokens[t][y])
		before = y
	}
	if !before.CanEnd() {
		return math.Inf(-1)
	}
	return sum
}

// goldProbability returns how probable label y of token t is, given what the
// example allows.
func (l *learner) goldProbability(e *example, t int, y ner.Label) float64 {
	if !e.settled {
		return l.gold.probability(t, y)
	}
	if e.allowed[t].Has(y) {
		return 1
	}
	return 0
}

// goldJump is goldProbability of a step between tokens t-1 and t.
func (l *learner) goldJump(e *example, t int, s step) float64 {
	if !e.settled {
		return l.gold.jumpProbability(t, s)
	}
	if e.allowed[t-1].Has(s.from) && e.allowed[t].Has(s.to) {
		return 1
	}
	return 0
}

// apply adds a change to the weights of all features of token t.
func (l *learner) apply(e *example, t int, change *scores) {
	own := l.own[e.corpus]
	for _, f := range e.of(t) {
		add(&l.rows[f], change)
		if own != nil {
			add(&l.rows[own[f]], change)
		}
	}
}

func add(row, change *scores) {
	for y := range row {
		row[y] += change[y]
	}
}

// score fills tokens with the scores of an example, the copies of its corpus
// included.
func (l *learner) score(e *example) {
	l.tokens = l.tokens[:0]
	own := l.own[e.corpus]
	for t := range e.tokens() {
		var sum scores
		for _, f := range e.of(t) {
			add(&sum, &l.rows[f])
			if own != nil {
				if k := own[f]; k >= 0 {
					add(&sum, &l.rows[k])
				}
			}
		}
		for y := range sum {
			sum[y] *= l.shrink
		}
		l.tokens = append(l.tokens, sum)
	}
}
