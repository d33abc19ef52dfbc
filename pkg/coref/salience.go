package coref

import "github.com/whosaid/whosaid/pkg/nlp"

// What makes an entity salient, in shares of 1.
const (
	// byCount is for being named, or meant by a pronoun, as often as the entity
	// named most.
	byCount = 0.5
	// byPosition is for being named at the very start.
	byPosition = 0.3
	// byHeadline is for being named in the first paragraph.
	byHeadline = 0.2
)

// setSalience sets the salience of the entities. The pronouns must be
// resolved.
func (e *Entities) setSalience(d *nlp.Document) {
	counts := make([]float64, len(e.List))
	for i := range e.List {
		counts[i] = float64(len(e.List[i].Mentions))
	}
	for _, p := range e.pronouns {
		counts[p.candidates[0].Entity] += p.candidates[0].Score
	}
	most := 0.0
	for _, n := range counts {
		most = max(most, n)
	}
	headline := 0
	if len(d.Paragraphs) > 1 {
		headline = d.Paragraphs[0].End
	}
	for i := range e.List {
		start := e.Mentions[e.List[i].Mentions[0]].Start
		s := byCount*counts[i]/most + byPosition*(1-float64(start)/float64(len(d.Text)))
		if start < headline {
			s += byHeadline
		}
		e.List[i].Salience = s
	}
}
