package ner

import (
	"math"
	"slices"
)

// Scores are the scores of each label at one token.
type Scores [Labels]float32

// Transitions are the scores of one label after another: [before][after].
type Transitions [Labels]Scores

// Step is a transition that the labels allow.
type Step struct{ From, To Label }

// Steps returns all transitions that the labels allow, ordered by the label
// they lead to.
func Steps() []Step { return slices.Clone(steps) }

// steps are all allowed transitions, ordered by the label they lead to.
var steps = func() []Step {
	var list []Step
	for to := range Label(Labels) {
		for from := range Label(Labels) {
			if from.CanFollow(to) {
				list = append(list, Step{from, to})
			}
		}
	}
	return list
}()

// Lattice computes the probabilities of labels over one sentence.
type Lattice struct {
	weights [][Labels]float64 // exponentials of token scores, per token
	forward [][Labels]float64 // scaled per token to a sum of 1
	back    [][Labels]float64
	jumps   [Labels][Labels]float64 // exponentials of transition scores
	scale   []float64
}

// SetTransitions makes t the transition scores.
func (l *Lattice) SetTransitions(t *Transitions) {
	for _, s := range steps {
		l.jumps[s.From][s.To] = math.Exp(float64(t[s.From][s.To]))
	}
}

// resize makes room for n tokens.
func (l *Lattice) resize(n int) {
	for len(l.weights) < n {
		l.weights = append(l.weights, [Labels]float64{})
		l.forward = append(l.forward, [Labels]float64{})
		l.back = append(l.back, [Labels]float64{})
		l.scale = append(l.scale, 0)
	}
}

// Run fills the lattice for the token scores, under the labels that allowed
// lets each token have (nil for all). It returns the logarithm of the sum over
// all paths.
func (l *Lattice) Run(tokens []Scores, allowed []LabelSet) float64 {
	n := len(tokens)
	l.resize(n)
	total := 0.0
	for t := range tokens {
		highest := tokens[t][0]
		for _, s := range tokens[t] {
			highest = max(highest, s)
		}
		total += float64(highest)
		for y := range Label(Labels) {
			l.weights[t][y] = 0
			if allowed == nil || allowed[t].Has(y) {
				l.weights[t][y] = math.Exp(float64(tokens[t][y] - highest))
			}
		}
	}
	for t := range n {
		f := &l.forward[t]
		*f = [Labels]float64{}
		if t == 0 {
			for y := range Label(Labels) {
				if y.CanStart() {
					f[y] = 1
				}
			}
		} else {
			for _, s := range steps {
				f[s.To] += l.forward[t-1][s.From] * l.jumps[s.From][s.To]
			}
		}
		sum := 0.0
		for y := range Label(Labels) {
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
		*b = [Labels]float64{}
		if t == n-1 {
			for y := range Label(Labels) {
				if y.CanEnd() {
					b[y] = 1
				}
			}
			continue
		}
		var next [Labels]float64
		for y := range next {
			next[y] = l.back[t+1][y] * l.weights[t+1][y] / l.scale[t+1]
		}
		for _, s := range steps {
			b[s.From] += l.jumps[s.From][s.To] * next[s.To]
		}
	}
	return total
}

// Probability returns the probability of label y at token t.
func (l *Lattice) Probability(t int, y Label) float64 { return l.forward[t][y] * l.back[t][y] }

// JumpProbability returns the probability of a step between tokens t-1 and t.
func (l *Lattice) JumpProbability(t int, s Step) float64 {
	return l.forward[t-1][s.From] * l.jumps[s.From][s.To] * l.weights[t][s.To] * l.back[t][s.To] / l.scale[t]
}

// Decoder finds best paths. The zero Decoder is ready for use.
type Decoder struct{ from [][Labels]Label }

// Decode appends the best labels of the tokens to path.
func (d *Decoder) Decode(tokens []Scores, t *Transitions, path []Label) []Label {
	n := len(tokens)
	if n == 0 {
		return path
	}
	for len(d.from) < n {
		d.from = append(d.from, [Labels]Label{})
	}
	var best Scores
	for y := range Label(Labels) {
		best[y] = tokens[0][y]
		if !y.CanStart() {
			best[y] = impossible
		}
	}
	for i := 1; i < n; i++ {
		best = d.advance(i, &best, &tokens[i], t)
	}
	end := Outside
	for y := range Label(Labels) {
		if y.CanEnd() && best[y] > best[end] {
			end = y
		}
	}
	start := len(path)
	for range n {
		path = append(path, Outside)
	}
	for i := n - 1; i >= 0; i-- {
		path[start+i] = end
		end = d.from[i][end]
	}
	return path
}

// advance returns the best scores of paths up to token i, given those up to
// the token before.
func (d *Decoder) advance(i int, best, token *Scores, t *Transitions) Scores {
	next := Scores{}
	for y := range next {
		next[y] = impossible
	}
	from := &d.from[i]
	for _, s := range steps {
		if v := best[s.From] + t[s.From][s.To]; v > next[s.To] {
			next[s.To] = v
			from[s.To] = s.From
		}
	}
	for y := range next {
		next[y] += token[y]
	}
	return next
}

// impossible is a score that no path comes back from.
const impossible = -1e9

// AppendProbabilities runs the lattice over a sentence and appends the
// probabilities of the labels of each token to dst.
func (l *Lattice) AppendProbabilities(tokens []Scores, dst []Scores) []Scores {
	l.Run(tokens, nil)
	for t := range tokens {
		var p Scores
		for y := range p {
			p[y] = float32(l.forward[t][y] * l.back[t][y])
		}
		dst = append(dst, p)
	}
	return dst
}

// PathProbability returns the probability that the tokens from first on have
// the labels given.
func (l *Lattice) PathProbability(first int, labels []Label) float64 {
	p := l.forward[first][labels[0]]
	for i := 1; i < len(labels); i++ {
		t := first + i
		p *= l.jumps[labels[i-1]][labels[i]] * l.weights[t][labels[i]] / l.scale[t]
	}
	return p * l.back[first+len(labels)-1][labels[len(labels)-1]]
}
