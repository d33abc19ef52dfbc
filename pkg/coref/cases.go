package coref

import "github.com/whosaid/whosaid/pkg/nlp"

// PronounCase is a pronoun that training learns from: of the people whom it
// could stand for by position, only one has its gender, so the gender tells
// what the evidence of position should have said.
type PronounCase struct {
	Evidence [][]float64 // one list of feature values a person, see [PronounWeights]
	Right    int         // index of the person whom the pronoun stands for
}

// PronounWeights returns a copy of the weights with which pronouns are
// resolved, in the order of the features.
func PronounWeights() []float64 { return append([]float64(nil), weights[:]...) }

// PronounCases returns the pronouns of a document that training can learn
// from, in text order.
func (e *Entities) PronounCases(d *nlp.Document) []PronounCase {
	var cases []PronounCase
	c := newDiscourse(d, e, quotedTokens(d))
	for i := range d.Tokens {
		c.step(i)
		gender := pronounGender(d.Tokens[i].Of(d.Text))
		if c.quoted[i] || gender == Unknown {
			continue
		}
		if one, ok := c.pronounCase(i, gender); ok {
			cases = append(cases, one)
		}
		c.resolve(i, gender)
	}
	return cases
}

// pronounCase makes a case of the pronoun at token i, if it is one.
func (c *discourse) pronounCase(i int, gender Gender) (PronounCase, bool) {
	one := PronounCase{Right: -1}
	where := c.position(i)
	for rank, p := range c.recent {
		known := c.e.List[p].Gender
		if known == Unknown || c.e.List[p].Plural {
			continue
		}
		if known == gender {
			if one.Right >= 0 {
				return one, false
			}
			one.Right = len(one.Evidence)
		}
		var f [featureCount]float64
		c.features(&f, where, rank, p, known)
		one.Evidence = append(one.Evidence, append([]float64(nil), f[:]...))
	}
	return one, one.Right >= 0 && len(one.Evidence) > 1
}
