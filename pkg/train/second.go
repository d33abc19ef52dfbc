package train

import (
	"math/rand/v2"

	"github.com/whosaid/whosaid/pkg/ner"
)

// article is a document with the scores of a first pass that had not seen it.
type article struct {
	source *source
	scores []ner.Scores // per token
	jumps  *ner.Transitions
	hints  []ner.Hint
	starts []int32 // hints of token t: hints[starts[t]:starts[t+1]]
}

// recall fills the hints of an article.
func (a *article) recall(x *ner.Extractor) {
	x.Load(a.source.doc)
	var lattice ner.Lattice
	lattice.SetTransitions(a.jumps)
	var chances []ner.Scores
	for _, s := range a.source.doc.Sentences {
		chances = lattice.AppendProbabilities(a.scores[s.First:s.Last], chances)
	}
	var memory ner.Memory
	memory.Load(x.Reading(), chances)
	a.starts = append(a.starts[:0], 0)
	for _, s := range a.source.doc.Sentences {
		for i := s.First; i < s.Last; i++ {
			a.hints = memory.Hints(s.First, i, a.hints)
			a.starts = append(a.starts, int32(len(a.hints)))
		}
	}
}

// of returns the hints of token t.
func (a *article) of(t int) []ner.Hint { return a.hints[a.starts[t]:a.starts[t+1]] }

// Settings of the second pass, which has few weights and is quickly learnt.
const (
	secondRounds = 10
	secondRate   = 0.02
	secondDecay  = 3e-3  // as Settings.Decay
	trustRate    = 0.002 // trust moves slowly, since every token pulls at it
)

// learnSecond learns the second pass.
func learnSecond(articles []article, seed uint64) *ner.Second {
	second := &ner.Second{Trust: 1, Rows: make([]ner.Scores, ner.HintRows)}
	t := teacher{steps: ner.Steps()}
	random := rand.New(rand.NewPCG(seed, 2))
	type place struct{ article, sentence int }
	var places []place
	for i := range articles {
		for s := range articles[i].source.doc.Sentences {
			if teaches := articles[i].source.teaches; teaches != nil && !teaches[s] {
				continue
			}
			places = append(places, place{i, s})
		}
	}
	var tokens []ner.Scores
	for round := range secondRounds {
		rate := float32(secondRate) * (1 - float32(round)/secondRounds)
		for _, k := range random.Perm(len(places)) {
			a := &articles[places[k].article]
			s := a.source.doc.Sentences[places[k].sentence]
			tokens = tokens[:0]
			for i := s.First; i < s.Last; i++ {
				tokens = append(tokens, second.Apply(&a.scores[i], a.of(i)))
			}
			t.jumps = second.Transitions(a.jumps)
			t.teach(tokens, a.source.allowed[s.First:s.Last], false, 0)
			for i := range t.errors {
				if isWorth(&t.errors[i]) {
					adjust(second, &t.errors[i], &a.scores[s.First+i], a.of(s.First+i), rate)
				}
			}
		}
	}
	return second
}

// adjust moves the second pass against the errors of one token.
func adjust(second *ner.Second, errors, first *ner.Scores, hints []ner.Hint, rate float32) {
	for _, h := range hints {
		row := &second.Rows[h.Row]
		for y := range row {
			row[y] += rate * (h.Values[y]*errors[y] - secondDecay*row[y])
		}
	}
	slope := float32(0)
	for y := range errors {
		slope += errors[y] * first[y]
	}
	second.Trust += rate * trustRate * slope
}

// outcomes are the names that the second pass finds in articles that the first
// had not seen, with their probabilities.
func outcomes(articles []article, second *ner.Second) []ner.Outcome {
	var list []ner.Outcome
	var lattice ner.Lattice
	var decoder ner.Decoder
	var tokens []ner.Scores
	var path []ner.Label
	for k := range articles {
		a := &articles[k]
		if a.source.teaches != nil {
			continue
		}
		jumps := second.Transitions(a.jumps)
		lattice.SetTransitions(&jumps)
		for _, s := range a.source.doc.Sentences {
			tokens = tokens[:0]
			for i := s.First; i < s.Last; i++ {
				tokens = append(tokens, second.Apply(&a.scores[i], a.of(i)))
			}
			path = decoder.Decode(tokens, &jumps, path[:0])
			lattice.Run(tokens, nil)
			gold := a.source.allowed[s.First:s.Last]
			ner.Names(path, func(first, last int, t ner.Type) {
				if t > ner.Organisation {
					return
				}
				list = append(list, ner.Outcome{
					Probability: lattice.PathProbability(first, path[first:last]),
					Right:       isName(gold, path, first, last),
				})
			})
		}
	}
	return list
}

// isName reports whether the gold labels have the name that path has at
// first:last; names that gold does not settle count as right.
func isName(gold []ner.LabelSet, path []ner.Label, first, last int) bool {
	for i := first; i < last; i++ {
		if !gold[i].Has(path[i]) {
			return false
		}
	}
	return true
}

// heldOut measures both passes on the articles that the first has not seen, as
// written, or on the sentences rewritten.
func heldOut(articles []article, second *ner.Second, altered bool) (before, after Measure) {
	var decoder ner.Decoder
	var tokens []ner.Scores
	for k := range articles {
		a := &articles[k]
		if altered != (a.source.teaches != nil) {
			continue
		}
		for n, s := range a.source.doc.Sentences {
			if altered && !a.source.teaches[n] {
				continue
			}
			tokens = tokens[:0]
			for i := s.First; i < s.Last; i++ {
				tokens = append(tokens, second.Apply(&a.scores[i], a.of(i)))
			}
			gold := a.source.allowed[s.First:s.Last]
			before.addPath(gold, decoder.Decode(a.scores[s.First:s.Last], a.jumps, nil))
			jumps := second.Transitions(a.jumps)
			after.addPath(gold, decoder.Decode(tokens, &jumps, nil))
		}
	}
	return before, after
}
