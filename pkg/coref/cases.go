package coref

import (
	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
)

// PronounCase is a pronoun that training learns from: of the people whom it
// could stand for by position, only one has its gender, so the gender tells
// what the evidence of position should have said.
type PronounCase struct {
	Evidence [][]float64 // one list of feature values a person, see [PronounFeatures]
	Right    int         // index of the person whom the pronoun stands for
}

// PronounFeatures is how many features a person has; the evidence of a case
// gives them once for every position, and once for the pronoun's own.
const PronounFeatures = int(features)

// PronounCases resolves a document as [Resolve] does, but with the weights
// given, or with none where they are nil, and returns the pronouns that
// training can learn from, in text order. What the other pronouns stand for is
// evidence, hence the weights.
func PronounCases(d *nlp.Document, mentions []ner.Mention, weights []float64) []PronounCase {
	var given [featureCount]float64
	copy(given[:], weights)
	e := resolve(d, mentions, &given)
	var cases []PronounCase
	c := newDiscourse(d, e, quotedTokens(d))
	for i := range d.Tokens {
		c.step(i)
		gender := pronounGender(d.Tokens[i].Of(d.Text))
		if c.quoted[i] || gender == Unknown {
			continue
		}
		if one, person, ok := c.pronounCase(i, gender); ok {
			cases = append(cases, one)
			c.settle(i, c.position(i), person, 0)
		} else {
			c.resolve(i, gender)
		}
	}
	return cases
}

// pronounCase makes a case of the pronoun at token i, if it is one, and tells
// whom it stands for.
func (c *discourse) pronounCase(i int, gender Gender) (one PronounCase, person int32, ok bool) {
	one.Right = -1
	where := c.position(i)
	for rank, p := range c.recent {
		known := c.e.List[p].Gender
		if known == Unknown || c.e.List[p].Plural {
			continue
		}
		if known == gender {
			if one.Right >= 0 {
				return one, -1, false
			}
			one.Right, person = len(one.Evidence), p
		}
		var f [featureCount]float64
		c.features(&f, where, rank, p)
		one.Evidence = append(one.Evidence, append([]float64(nil), f[:]...))
	}
	return one, person, one.Right >= 0 && len(one.Evidence) > 1
}
