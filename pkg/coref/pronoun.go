package coref

import (
	"cmp"
	"math"
	"slices"
	"sort"

	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
)

// Candidate is an entity that a pronoun or noun phrase can stand for.
type Candidate struct {
	Entity int     // index into Entities.List
	Score  float64 // 0..1; the scores of one answer add up to 1
}

// pronounAt is a pronoun and whom it can stand for.
type pronounAt struct {
	token      int
	candidates []Candidate
}

// Pronoun returns the people that the pronoun at the token (he, him, his, she,
// her …) can stand for, best first; nil when the token is no such pronoun,
// stands within quotation marks, or nobody fits. Entities that were not made
// by [Resolve] have no answer.
//
// Pronouns are resolved in text order by a log-linear model over the people
// named last: how long ago, in what position, and whom the pronouns before
// stood for. A pronoun never stands for somebody whom the article's own words
// give another gender.
func (e *Entities) Pronoun(d *nlp.Document, token int) []Candidate {
	at := sort.Search(len(e.pronouns), func(i int) bool { return e.pronouns[i].token >= token })
	if at == len(e.pronouns) || e.pronouns[at].token != token {
		return nil
	}
	return e.pronouns[at].candidates
}

// pronounGender tells the gender of a third-person pronoun as written; Unknown
// for other words.
func pronounGender(word string) Gender {
	switch word {
	case "he", "He", "him", "Him", "his", "His", "himself", "HE":
		return Male
	case "she", "She", "her", "Her", "hers", "herself", "SHE":
		return Female
	}
	return Unknown
}

// resolvePronouns resolves the pronouns of the document: a first walk settles
// the gender of people by the pronouns that likely stand for them, a second
// one resolves them by it.
func (e *Entities) resolvePronouns(d *nlp.Document) {
	quoted := quotedTokens(d)
	e.quoted = quoted
	settling := newDiscourse(d, e, quoted)
	settling.walk(func(int, []Candidate) {})
	for i := range e.List {
		if e.List[i].Type == ner.Person {
			e.female[i] = settling.people[i].female
			e.List[i].Gender = evidentGender(e.female[i])
		}
	}
	newDiscourse(d, e, quoted).walk(func(token int, candidates []Candidate) {
		e.pronouns = append(e.pronouns, pronounAt{token, candidates})
	})
}

// walk goes through the document and yields every pronoun outside quotation
// marks with the people that it can stand for, if there are any.
func (c *discourse) walk(yield func(token int, candidates []Candidate)) {
	for i := range c.d.Tokens {
		c.step(i)
		gender := pronounGender(c.d.Tokens[i].Of(c.d.Text))
		if c.quoted[i] || gender == Unknown {
			continue
		}
		if candidates := c.resolve(i, gender); len(candidates) > 0 {
			yield(i, candidates)
		}
	}
}

// resolve ranks the people that the pronoun at token i can stand for.
func (c *discourse) resolve(i int, gender Gender) []Candidate {
	sign := 1.0 // of evidence for the pronoun's gender
	if gender == Male {
		sign = -1
	}
	where := c.position(i)
	var candidates []Candidate
	for rank, p := range c.recent {
		if c.people[p].female*sign <= -settledGender || c.e.List[p].Plural {
			continue
		}
		candidates = append(candidates, Candidate{int(p), c.score(where, rank, p)})
	}
	if len(candidates) == 0 {
		return nil
	}
	normalise(candidates)
	slices.SortStableFunc(candidates, func(a, b Candidate) int { return cmp.Compare(b.Score, a.Score) })
	c.settle(i, where, int32(candidates[0].Entity), sign*candidates[0].Score)
	return candidates
}

// settle records that the pronoun at token i stands for person p; female is
// the probability of that, negative for a man.
func (c *discourse) settle(i int, where position, p int32, female float64) {
	c.people[p].female += female * resolvedEvidence
	c.people[p].pronouns++
	c.chain, c.chainTold = p, c.told
	if where == telling || where == tag || where == reporting || c.verbFollows(i) {
		c.speaker = p
	}
}

// normalise turns log-linear scores into probabilities.
func normalise(candidates []Candidate) {
	top := math.Inf(-1)
	for _, c := range candidates {
		top = max(top, c.Score)
	}
	sum := 0.0
	for i := range candidates {
		candidates[i].Score = math.Exp(candidates[i].Score - top)
		sum += candidates[i].Score
	}
	for i := range candidates {
		candidates[i].Score /= sum
	}
}
