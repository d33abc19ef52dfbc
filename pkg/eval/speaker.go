package eval

import (
	"github.com/whosaid/whosaid/pkg/article"
)

// verdict is whether a speaker is right, by two rules. A rule that does not
// apply says so.
type verdict struct {
	lenient, entity               bool
	lenientApplies, entityApplies bool
}

// right is what counts from end to end: the entity rule; where that does not
// apply the lenient one; and a quote without a source is right whatever is
// predicted.
func (v verdict) right() bool {
	switch {
	case v.entityApplies:
		return v.entity
	case v.lenientApplies:
		return v.lenient
	}
	return true
}

// judge compares a predicted speaker with the gold one.
//
// lenient: the predicted name or its words beside the quote match the gold
// words or the gold name, or the two places overlap. entity: the same, but
// where the gold words are a pronoun whose name is known, only the name
// counts; pronouns without a known name are left out.
func judge(gold *GoldSpeaker, pred *article.Speaker) verdict {
	if gold == nil {
		return verdict{}
	}
	var golds []string
	for _, name := range append([]string{gold.Name}, gold.Other...) {
		if name != "" {
			golds = append(golds, name)
		}
	}
	claims := claimed(pred)
	byName := anyMatch(claims, golds)
	bySurface := gold.Text != "" && anyMatch(claims, []string{gold.Text})
	byPlace := pred != nil && pred.End > 0 && gold.At.overlaps(Range{pred.Start, pred.End})
	v := verdict{lenient: byName || bySurface || byPlace, lenientApplies: true}
	if gold.Text != "" && isPronoun(gold.Text) {
		if len(golds) == 0 || ownPronouns[fold(gold.Text)] && gold.Name == "" {
			return v
		}
		v.entityApplies = true
		if pred != nil && pred.Name != "" {
			v.entity = anyMatch([]string{pred.Name}, golds)
			return v
		}
		for _, c := range claims {
			v.entity = v.entity || !isPronoun(c) && anyMatch([]string{c}, golds)
		}
		return v
	}
	v.entityApplies = true
	if pred != nil && pred.Name != "" && len(golds) > 0 {
		v.entity = anyMatch([]string{pred.Name}, append(golds, gold.Text))
		return v
	}
	v.entity = v.lenient
	return v
}

// claimed gives the names that a prediction makes of the speaker.
func claimed(pred *article.Speaker) []string {
	var out []string
	if pred == nil {
		return out
	}
	if pred.Name != "" {
		out = append(out, pred.Name)
	}
	if pred.Text != "" {
		out = append(out, pred.Text)
	}
	return out
}

func anyMatch(pred, gold []string) bool {
	for _, p := range pred {
		for _, g := range gold {
			if namesMatch(p, g) {
				return true
			}
		}
	}
	return false
}
