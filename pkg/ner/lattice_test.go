package ner

import (
	"math"
	"math/rand/v2"
	"testing"
)

// everyPath calls use with every sequence of n labels that is allowed, and its
// score.
func everyPath(tokens []Scores, jumps *Transitions, use func(path []Label, score float64)) {
	path := make([]Label, len(tokens))
	var extend func(i int, score float64)
	extend = func(i int, score float64) {
		if i == len(tokens) {
			if path[i-1].CanEnd() {
				use(path, score)
			}
			return
		}
		for y := range Label(Labels) {
			add := float64(tokens[i][y])
			switch {
			case i == 0 && !y.CanStart(), i > 0 && !path[i-1].CanFollow(y):
				continue
			case i > 0:
				add += float64(jumps[path[i-1]][y])
			}
			path[i] = y
			extend(i+1, score+add)
		}
	}
	extend(0, 0)
}

// randomSentence returns scores and transitions that mean nothing.
func randomSentence(n int, seed uint64) ([]Scores, *Transitions) {
	random := rand.New(rand.NewPCG(seed, 0))
	tokens, jumps := make([]Scores, n), new(Transitions)
	for i := range tokens {
		for y := range tokens[i] {
			tokens[i][y] = float32(random.NormFloat64() * 3)
		}
	}
	for i := range jumps {
		for y := range jumps[i] {
			jumps[i][y] = float32(random.NormFloat64())
		}
	}
	return tokens, jumps
}

func TestLatticeAgreesWithAllPaths(t *testing.T) {
	const tolerance = 1e-6
	for seed := range uint64(5) {
		tokens, jumps := randomSentence(4, seed)
		sum := 0.0
		var mass [4][Labels]float64
		everyPath(tokens, jumps, func(path []Label, score float64) {
			p := math.Exp(score)
			sum += p
			for i, y := range path {
				mass[i][y] += p
			}
		})
		var l Lattice
		l.SetTransitions(jumps)
		if total := l.Run(tokens, nil); math.Abs(total-math.Log(sum)) > tolerance {
			t.Errorf("seed %d: log sum %v, all paths give %v", seed, total, math.Log(sum))
		}
		for i := range mass {
			for y := range Label(Labels) {
				if got, want := l.Probability(i, y), mass[i][y]/sum; math.Abs(got-want) > tolerance {
					t.Errorf("seed %d: probability of %d at %d is %v, want %v", seed, y, i, got, want)
				}
			}
		}
	}
}

func TestDecoderFindsTheBestPath(t *testing.T) {
	for seed := range uint64(20) {
		tokens, jumps := randomSentence(4, seed)
		best, want := math.Inf(-1), make([]Label, 4)
		everyPath(tokens, jumps, func(path []Label, score float64) {
			if score > best {
				best = score
				copy(want, path)
			}
		})
		var d Decoder
		got := d.Decode(tokens, jumps, nil)
		for i := range want {
			if got[i] != want[i] {
				t.Fatalf("seed %d: got %v, want %v", seed, got, want)
			}
		}
	}
}

func TestPathProbabilityIsThatOfTheWholeName(t *testing.T) {
	tokens, jumps := randomSentence(4, 7)
	name := []Label{BeginOrganisation, LastOrganisation}
	sum, mass := 0.0, 0.0
	everyPath(tokens, jumps, func(path []Label, score float64) {
		sum += math.Exp(score)
		if path[1] == name[0] && path[2] == name[1] {
			mass += math.Exp(score)
		}
	})
	var l Lattice
	l.SetTransitions(jumps)
	l.Run(tokens, nil)
	if got, want := l.PathProbability(1, name), mass/sum; math.Abs(got-want) > 1e-6 {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestIslandsDoNotChangeTheAnswer(t *testing.T) {
	tokens, jumps := randomSentence(12, 3)
	for _, i := range []int{0, 4, 5, 9} { // surely outside, whatever the neighbours
		tokens[i] = Scores{Outside: 60}
	}
	var d Decoder
	want := d.Decode(tokens, jumps, nil)
	got := make([]Label, len(tokens))
	var l islands
	l.each(tokens, jumps, func(first, last int, part []Scores) {
		copy(got[first:last], d.Decode(part, jumps, nil))
	})
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("got %v, want %v", got, want)
		}
	}
}
