package train

import (
	"math"
	"math/rand/v2"

	"github.com/whosaid/whosaid/pkg/ner"
)

// kinds is how many kinds of word a kindModel tells apart: the classes of
// ner.UsageClass, for words that the press gives a capital, and ordinary words.
const kinds = int(ner.UsageClasses) + 1

// kindOrdinary is the kind of the words that mostly stand in small letters.
const kindOrdinary = kinds - 1

// kindModel tells by its vector what a word mostly is: a multinomial logistic
// regression. With a layer of 64 hidden units it was right of 0.819 of the
// words left out, without of 0.811, and the recogniser no better for it.
type kindModel [kinds]struct {
	weights [vectorSize]float32
	bias    float32
}

// How the model of kinds is learnt.
const (
	kindRounds = 4
	kindRate   = 0.01 // learning rate at first; it falls to 0 in a line
	kindScale  = 10   // what unit vectors are multiplied by, so that the rate fits
	kindSeed   = 1
)

// kindExample is a word whose kind the news tell.
type kindExample struct {
	vector int
	kind   int
	weight float32
}

// learnKinds learns from the words that the news have seen often enough and
// mostly as one kind.
func learnKinds(w *wordVectors, news *News) *kindModel {
	var list []kindExample
	for i, word := range w.words {
		key, _, ok := ner.UsageKey(word)
		u := news.words[key]
		if !ok || u == nil {
			continue
		}
		if e, ok := u.example(); ok {
			e.vector = i
			list = append(list, e)
		}
	}
	m := &kindModel{}
	random := rand.New(rand.NewPCG(kindSeed, kindSeed))
	done, total := 0, kindRounds*len(list)
	for range kindRounds {
		for _, k := range random.Perm(len(list)) {
			rate := kindRate * (1 - float32(done)/float32(total))
			m.step(&w.vectors[list[k].vector], &list[k], rate)
			done++
		}
	}
	return m
}

const (
	// leastCapital is the share of capitals that makes a word more than an
	// ordinary one; leastKind is the share of those that its class must have.
	// To learn from the shares themselves was no better.
	leastCapital = 0.3
	leastKind    = 0.5
)

// example returns the kind of a word, if its uses tell one.
func (u *usage) example() (kindExample, bool) {
	capital, best := int32(0), 0
	for class, n := range u.typed {
		capital += n
		if n > u.typed[best] {
			best = class
		}
	}
	total := u.lower + capital
	switch {
	case total < leastUses || capital == 0:
		return kindExample{}, false
	case float64(capital) < leastCapital*float64(total):
		best = kindOrdinary
	case float64(u.typed[best]) < leastKind*float64(capital):
		return kindExample{}, false
	}
	// A name seen a thousand times counts as much as four seen once.
	return kindExample{kind: best, weight: 1 + float32(math.Log10(float64(capital)))}, true
}

// leanings returns how strongly a vector leans to each kind that is kept.
func (m *kindModel) leanings(v *vector) [ner.VectorKinds]float64 {
	p := m.shares(v)
	return [ner.VectorKinds]float64{
		ner.VectorPerson:       p[ner.UsagePerson] + p[ner.UsageSurname],
		ner.VectorPlace:        p[ner.UsagePlace],
		ner.VectorOrganisation: p[ner.UsageOrganisation] + p[ner.UsageHead],
		ner.VectorOrdinary:     p[kindOrdinary] + p[ner.UsageOutside],
	}
}

// shares returns the probability of each kind.
func (m *kindModel) shares(v *vector) [kinds]float64 {
	var p [kinds]float64
	for k := range m {
		score := m[k].bias
		for i, x := range v {
			score += m[k].weights[i] * x * kindScale
		}
		p[k] = float64(score)
	}
	softmax(p[:])
	return p
}

// step moves the model towards one example.
func (m *kindModel) step(v *vector, e *kindExample, rate float32) {
	p := m.shares(v)
	for k := range m {
		g := float32(p[k])
		if k == e.kind {
			g--
		}
		g *= rate * e.weight
		for i, x := range v {
			m[k].weights[i] -= g * x * kindScale
		}
		m[k].bias -= g
	}
}
