package train

import (
	"math"

	"github.com/whosaid/whosaid/pkg/ner"
)

// scores are the scores of each label at one token.
type scores [ner.Labels]float32

// transitions are the scores of one label after another: [before][after].
type transitions [ner.Labels]scores

// step is a transition that the labels allow.
type step struct{ from, to ner.Label }

// steps are all allowed transitions, ordered by the label they lead to.
var steps = func() []step {
	var list []step
	for to := range ner.Label(ner.Labels) {
		for from := range ner.Label(ner.Labels) {
			if from.CanFollow(to) {
				list = append(list, step{from, to})
			}
		}
	}
	return list
}()

// lattice computes the probabilities of labels over one sentence.
type lattice struct {
	weights [][ner.Labels]float64 // exponentials of token scores, per token
	forward [][ner.Labels]float64 // scaled per token to a sum of 1
	back    [][ner.Labels]float64
	jumps   [ner.Labels][ner.Labels]float64 // exponentials of transition scores
	scale   []float64
}

// setTransitions makes t the transition scores.
func (l *lattice) setTransitions(t *transitions) {
	for _, s := range steps {
		l.jumps[s.from][s.to] = math.Exp(float64(t[s.from][s.to]))
	}
}

// resize makes room for n tokens.
func (l *lattice) resize(n int) {
	for len(l.weights) < n {
		l.weights = append(l.weights, [ner.Labels]float64{})
		l.forward = append(l.forward, [ner.Labels]float64{})
		l.back = append(l.back, [ner.Labels]float64{})
		l.scale = append(l.scale, 0)
	}
}

// run fills the lattice for the token scores, under the labels that allowed
// lets each token have (nil for all). It returns the logarithm of the sum over
// all paths.
func (l *lattice) run(tokens []scores, allowed []ner.LabelSet) float64 {
	n := len(tokens)
	l.resize(n)
	total := 0.0
	for t := range tokens {
		highest := tokens[t][0]
		for _, s := range tokens[t] {
			highest = max(highest, s)
		}
		total += float64(highest)
		for y := range ner.Label(ner.Labels) {
			l.weights[t][y] = 0
			if allowed == nil || allowed[t].Has(y) {
				l.weights[t][y] = math.Exp(float64(tokens[t][y] - highest))
			}
		}
	}
	for t := range n {
		f := &l.forward[t]
		*f = [ner.Labels]float64{}
		if t == 0 {
			for y := range ner.Label(ner.Labels) {
				if y.CanStart() {
					f[y] = 1
				}
			}
		} else {
			for _, s := range steps {
				f[s.to] += l.forward[t-1][s.from] * l.jumps[s.from][s.to]
			}
		}
		sum := 0.0
		for y := range ner.Label(ner.Labels) {
			f[y] *= l.weights[t][y]
			if t == n-1 && !y.CanEnd() {
				f[y] = 0
			}
			sum += f[y]
		}
		if sum == 0 {
			return math.Inf(-1)
		}
		for y := range f {
			f[y] /= sum
		}
		l.scale[t] = sum
		total += math.Log(sum)
	}
	for t := n - 1; t >= 0; t-- {
		b := &l.back[t]
		*b = [ner.Labels]float64{}
		if t == n-1 {
			for y := range ner.Label(ner.Labels) {
				if y.CanEnd() {
					b[y] = 1
				}
			}
			continue
		}
		var next [ner.Labels]float64
		for y := range next {
			next[y] = l.back[t+1][y] * l.weights[t+1][y] / l.scale[t+1]
		}
		for _, s := range steps {
			b[s.from] += l.jumps[s.from][s.to] * next[s.to]
		}
	}
	return total
}

// probability returns the probability of label y at token t.
func (l *lattice) probability(t int, y ner.Label) float64 { return l.forward[t][y] * l.back[t][y] }

// jumpProbability returns the probability of a step between tokens t-1 and t.
func (l *lattice) jumpProbability(t int, s step) float64 {
	return l.forward[t-1][s.from] * l.jumps[s.from][s.to] * l.weights[t][s.to] * l.back[t][s.to] / l.scale[t]
}

// decode returns the best path.
func decode(tokens []scores, t *transitions, from [][ner.Labels]ner.Label, path []ner.Label) []ner.Label {
	n := len(tokens)
	path = path[:0]
	if n == 0 {
		return path
	}
	var best scores
	for y := range ner.Label(ner.Labels) {
		best[y] = tokens[0][y]
		if !y.CanStart() {
			best[y] = impossible
		}
	}
	for i := 1; i < n; i++ {
		next := scores{}
		for y := range next {
			next[y] = impossible
		}
		for _, s := range steps {
			if v := best[s.from] + t[s.from][s.to]; v > next[s.to] {
				next[s.to] = v
				from[i][s.to] = s.from
			}
		}
		for y := range next {
			next[y] += tokens[i][y]
		}
		best = next
	}
	end := ner.Outside
	for y := range ner.Label(ner.Labels) {
		if y.CanEnd() && best[y] > best[end] {
			end = y
		}
	}
	for range n {
		path = append(path, ner.Outside)
	}
	for i := n - 1; i >= 0; i-- {
		path[i] = end
		if i > 0 {
			end = from[i][end]
		}
	}
	return path
}

// impossible is a score that no path comes back from.
const impossible = -1e9
