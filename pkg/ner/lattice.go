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

// stepsBack are the same, ordered by the label they come from.
var stepsBack = func() []Step {
	list := slices.Clone(steps)
	slices.SortStableFunc(list, func(a, b Step) int { return int(a.From) - int(b.From) })
	return list
}()

// Where the steps to each label begin in steps, and those from each label in
// stepsBack.
var stepsTo, stepsFrom = func() (to, from [Labels + 1]int) {
	for _, s := range steps {
		to[s.To+1]++
		from[s.From+1]++
	}
	for y := range Labels {
		to[y+1] += to[y]
		from[y+1] += from[y]
	}
	return to, from
}()

// 1 for the labels that a sentence can start with, and end with.
var startWeights, endWeights = func() (start, end [Labels]float64) {
	for y := range Label(Labels) {
		if y.CanStart() {
			start[y] = 1
		}
		if y.CanEnd() {
			end[y] = 1
		}
	}
	return start, end
}()

// Lattice computes the probabilities of labels over one sentence.
type Lattice struct {
	weights [][Labels]float64 // exponentials of token scores, per token
	forward [][Labels]float64 // scaled per token to a sum of 1
	back    [][Labels]float64
	jumps   [Labels][Labels]float64 // exponentials of transition scores
	into    []float64               // the same in the order of steps
	outOf   []float64               // the same in the order of stepsBack
	scale   []float64
}

// SetTransitions makes t the transition scores.
func (l *Lattice) SetTransitions(t *Transitions) {
	l.into, l.outOf = l.into[:0], l.outOf[:0]
	for _, s := range steps {
		l.jumps[s.From][s.To] = math.Exp(float64(t[s.From][s.To]))
		l.into = append(l.into, l.jumps[s.From][s.To])
	}
	for _, s := range stepsBack {
		l.outOf = append(l.outOf, l.jumps[s.From][s.To])
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
// all paths, minus infinity when there is none; then the lattice is not filled.
func (l *Lattice) Run(tokens []Scores, allowed []LabelSet) float64 {
	l.resize(len(tokens))
	total := 0.0
	for t := range tokens {
		total += l.weigh(t, &tokens[t])
		if allowed != nil {
			for y := range Label(Labels) {
				if !allowed[t].Has(y) {
					l.weights[t][y] = 0
				}
			}
		}
	}
	for t := range tokens {
		sum := l.advance(t, t == len(tokens)-1)
		if sum == 0 {
			return math.Inf(-1)
		}
		total += math.Log(sum)
	}
	for t := len(tokens) - 1; t >= 0; t-- {
		l.retreat(t, t == len(tokens)-1)
	}
	return total
}

// farBelow is how far below the highest score of a token a score has no weight
// that could be told from none: e to the power of -40 is 4e-18.
const farBelow = 40

// weigh fills the weights of token t and returns what they were divided by, as
// a logarithm.
func (l *Lattice) weigh(t int, scores *Scores) float64 {
	highest := scores[0]
	for _, s := range scores {
		highest = max(highest, s)
	}
	w := &l.weights[t]
	for y, s := range scores {
		w[y] = 0
		if d := s - highest; d > -farBelow {
			w[y] = math.Exp(float64(d))
		}
	}
	return float64(highest)
}

// advance fills the forward sums of token t and returns their scale.
func (l *Lattice) advance(t int, isLast bool) float64 {
	f, w := &l.forward[t], &l.weights[t]
	if t == 0 {
		*f = startWeights
	} else {
		before := &l.forward[t-1]
		for to := range f {
			sum := 0.0
			for k := stepsTo[to]; k < stepsTo[to+1]; k++ {
				sum += float64(before[steps[k].From%Labels] * l.into[k])
			}
			f[to] = sum
		}
	}
	sum := 0.0
	for y := range f {
		f[y] *= w[y]
		if isLast {
			f[y] *= endWeights[y]
		}
		sum += f[y]
	}
	if sum == 0 {
		return 0
	}
	for y := range f {
		f[y] /= sum
	}
	l.scale[t] = sum
	return sum
}

// retreat fills the backward sums of token t.
func (l *Lattice) retreat(t int, isLast bool) {
	b := &l.back[t]
	if isLast {
		*b = endWeights
		return
	}
	after, w := &l.back[t+1], &l.weights[t+1]
	var next [Labels]float64
	for y := range next {
		next[y] = after[y] * w[y] / l.scale[t+1]
	}
	for from := range b {
		sum := 0.0
		for k := stepsFrom[from]; k < stepsFrom[from+1]; k++ {
			sum += float64(next[stepsBack[k].To%Labels] * l.outOf[k])
		}
		b[from] = sum
	}
}

// Probability returns the probability of label y at token t.
func (l *Lattice) Probability(t int, y Label) float64 { return l.forward[t][y] * l.back[t][y] }

// JumpProbability returns the probability of a step between tokens t-1 and t.
func (l *Lattice) JumpProbability(t int, s Step) float64 {
	return l.forward[t-1][s.From] * l.jumps[s.From][s.To] * l.weights[t][s.To] * l.back[t][s.To] / l.scale[t]
}

// AppendProbabilities runs the lattice over a sentence and appends the
// probabilities of the labels of each token to dst.
func (l *Lattice) AppendProbabilities(tokens []Scores, dst []Scores) []Scores {
	if math.IsInf(l.Run(tokens, nil), -1) {
		for range tokens {
			dst = append(dst, Scores{Outside: 1})
		}
		return dst
	}
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
