package coref

import (
	"slices"
	"strings"

	"github.com/whosaid/whosaid/pkg/ner"
)

// Evidence for a gender, in log odds for a woman; negative for a man.
const (
	// titleEvidence is what a title or a role's noun is worth.
	titleEvidence = 3.0
	// firstNameEvidence is what a telling first name is worth.
	firstNameEvidence = 2.2
	// loneNameEvidence is the same for a person who is called by one name, which
	// may be a family name: Kelly.
	loneNameEvidence = 1.3
	// nearEvidence is what a pronoun near a name is worth, and mostNear what
	// all of them are worth at most.
	nearEvidence, mostNear = 0.8, 2.4
	// reportedEvidence is the former where the name is the subject of a verb of speech
	// and somebody else was named shortly before.
	reportedEvidence = 0.4
	// resolvedEvidence is what a pronoun that was resolved to a person is
	// worth, times the probability that it was resolved rightly.
	resolvedEvidence = 1.5
	// settledGender is the evidence from which a gender is said, and the other
	// gender's pronouns are excluded: a telling first name, one pronoun that
	// surely stands for the person, or two that likely do.
	settledGender = 1.25
)

// evidence turns a gender into evidence of the weight.
func evidence(g Gender, weight float64) float64 {
	switch g {
	case Female:
		return weight
	case Male:
		return -weight
	}
	return 0
}

// evidentGender turns evidence back into a gender.
func evidentGender(female float64) Gender {
	switch {
	case female >= settledGender:
		return Female
	case female <= -settledGender:
		return Male
	}
	return Unknown
}

// settleGenders weighs what tells the gender of people: titles, first names,
// and the pronouns that follow their names in the same sentence before the
// next name, or at the start of the next sentence. Titles can then choose
// between people of one surname: Mrs Ogunleye.
func (r *resolver) settleGenders() {
	near := make([]float64, len(r.groups))
	for i, m := range r.mentions {
		if f := r.formOf[i]; f >= 0 && m.Type == ner.Person && len(r.forms[f].groups) == 1 {
			weight := nearEvidence
			if speaks(r.d, m) && r.isLater(i) {
				weight = reportedEvidence
			}
			near[r.forms[f].groups[0]] += evidence(r.pronounAfter(i), weight)
		}
	}
	for g := range r.groups {
		group := &r.groups[g]
		weight := firstNameEvidence
		if group.lone {
			weight = loneNameEvidence
		}
		group.female = evidence(group.gender, titleEvidence) + evidence(group.firstName, weight) +
			max(-mostNear, min(near[g], mostNear))
		group.gender = evidentGender(group.female)
	}
}

// isLater reports whether somebody else was named before mention i in its sentence or
// the one before, who may as well be the she of: Lunt said that she was late.
func (r *resolver) isLater(i int) bool {
	sentence := r.sentenceOf(i)
	for k := i - 1; k >= 0 && i-k <= maxBefore && sentence-r.sentenceOf(k) <= 1; k-- {
		if r.mentions[k].Type == ner.Person && r.formOf[k] >= 0 && !slices.Contains(r.forms[r.formOf[k]].groups, r.forms[r.formOf[i]].groups[0]) {
			return true
		}
	}
	return false
}

// maxBefore is how many names before a name are looked at, so that time stays linear.
const maxBefore = 16

// pronounAfter tells the gender of the first pronoun after mention i, if
// nobody else is named before it and it stands near enough.
func (r *resolver) pronounAfter(i int) Gender {
	tokens := r.d.Tokens
	m := r.mentions[i]
	if m.First < 0 || m.Last > len(tokens) || m.First >= m.Last {
		return Unknown
	}
	next := len(tokens) // the next person's name
	for k := i + 1; k < len(r.mentions) && k <= i+maxRivals; k++ {
		if r.mentions[k].Type == ner.Person {
			next = r.mentions[k].First
			break
		}
	}
	sentence := tokens[m.First].Sentence
	for t := m.Last; t < len(tokens) && t < next; t++ {
		if tokens[t].Sentence > sentence {
			// The next sentence counts where it opens with the pronoun.
			return pronounGender(tokens[t].Of(r.d.Text))
		}
		if g := pronounGender(tokens[t].Of(r.d.Text)); g != Unknown {
			return g
		}
	}
	return Unknown
}

// genderOfRoles tells the gender that the nouns of roles give: spokeswoman,
// widow.
func genderOfRoles(text string, roles []Role) Gender {
	gender := Unknown
	for _, role := range roles {
		if key, ok := makeRoleKey(role.Of(text), isRoleNoun); ok && key.gender != Unknown && !strings.Contains(role.Of(text), "’s") {
			gender = mergeGender(gender, key.gender)
		}
	}
	return gender
}
