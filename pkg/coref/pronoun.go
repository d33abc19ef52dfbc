package coref

import (
	"github.com/whosaid/whosaid/pkg/nlp"
)

// Candidate is an entity that a pronoun or noun phrase can stand for.
type Candidate struct {
	Entity int     // index into Entities.List
	Score  float64 // 0..1; the scores of one answer add up to 1
}

// Pronoun returns the entities that the pronoun at the token (he, him, his,
// she, her, they, it …) can stand for, best first; nil when the token is no
// such pronoun or nobody fits.
func (e *Entities) Pronoun(d *nlp.Document, token int) []Candidate {
	return nil
}
