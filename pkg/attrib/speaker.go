package attrib

import "github.com/whosaid/whosaid/pkg/ner"

const (
	// sureName is how often a name or a role leads to the right entity.
	sureName = 1
	// sureThing is the same for "it", which takes an organisation before.
	sureThing = 0.6
	// thingReach is how many sentences before an "it" its organisation may
	// stand.
	thingReach = 3
)

// resolve returns the entity that a phrase stands for, -1 for none, and the
// probability that it is the right one.
func (f *frame) resolve(p *phrase) (entity int, sure float64) {
	if p.kind == noun {
		return f.byRole(p)
	}
	return f.byName(p)
}

// resolveIn is resolve for the source of a quote, which tells more of a
// pronoun; last is the quote before that has a source, and speaker its entity.
func (f *frame) resolveIn(p *phrase, q int, last told, speaker int) (entity int, sure float64) {
	switch {
	case p.kind == pronoun && p.pronoun == thing && speaker >= 0 && f.entities.List[speaker].Type == ner.Organisation:
		return speaker, sureThing
	case p.kind == pronoun && p.pronoun != thing:
		return f.pronounIn(p, q, last, speaker)
	}
	return f.resolve(p)
}

// byName is resolve for names and pronouns.
func (f *frame) byName(p *phrase) (entity int, sure float64) {
	switch {
	case p.mention >= 0:
		return f.entities.Of[p.mention], sureName
	case p.kind == pronoun && p.pronoun == thing:
		return f.organisationBefore(p), sureThing
	case p.kind == pronoun:
		candidates := f.entities.Pronoun(f.d, int(f.items[p.first].first))
		if len(candidates) == 0 {
			return -1, 0
		}
		return candidates[0].Entity, candidates[0].Score
	}
	return -1, 0
}

// byRole returns the entity that a noun phrase describes.
func (f *frame) byRole(p *phrase) (entity int, sure float64) {
	if e, ok := f.entities.ByRole(f.d, f.span(p.first, p.whole)); ok {
		return e, sureName
	}
	return -1, 0
}

// organisationBefore returns the organisation that an "it" stands for: the one
// that was the last subject or, when none was, the one named last; -1 for none.
func (f *frame) organisationBefore(p *phrase) int {
	here := &f.items[p.first]
	named := -1
	for n := int(here.phrase) - 1; n >= 0; n-- {
		q := &f.phrases[n]
		if here.sentence-f.items[q.first].sentence > thingReach {
			break
		}
		if q.mention < 0 || f.entities.Mentions[q.mention].Type != ner.Organisation || f.entities.Of[q.mention] < 0 {
			continue
		}
		if f.isHead(q, 0) && f.governsVerb(q, min(len(f.items), q.whole+maxReach)) {
			return f.entities.Of[q.mention]
		}
		if named < 0 {
			named = f.entities.Of[q.mention]
		}
	}
	return named
}
