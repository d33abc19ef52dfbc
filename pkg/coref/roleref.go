package coref

import (
	"cmp"
	"slices"
	"strings"

	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/span"
)

// roleOf is a role of an entity, ready to be compared.
type roleOf struct {
	key    roleKey
	entity int
	start  int // byte
}

// ByRole returns the entity that a noun phrase stands for by what the article
// says of it: "EU Foreign Policy Chief", "the foreign policy chief", "the
// senator". It is the one whose role has the same noun, contradicts no other
// word and shares most of them; of several, the one named last before the
// phrase, or else the first one after it, because headlines speak of people
// whom the text has yet to introduce. The answer is -1 and false when no role
// fits.
func (e *Entities) ByRole(d *nlp.Document, phrase span.Span) (entity int, ok bool) {
	if phrase.Start < 0 || phrase.End > len(d.Text) || phrase.IsEmpty() {
		return -1, false
	}
	text := phrase.Of(d.Text)
	if isIndefinite(text) {
		return -1, false
	}
	// "the former first lady and U.S. senator": either will do.
	gender := Unknown
	for {
		conjunct, rest, more := strings.Cut(text, " and ")
		want, ok := makeRoleKey(conjunct, isRoleNoun)
		if !ok {
			want, ok = makeRoleKey(conjunct, bodies.has)
		}
		if ok {
			gender = mergeGender(gender, want.gender)
			want.gender = gender
			if entity, ok = e.byKey(d, &want, phrase.Start); ok {
				return entity, true
			}
		}
		if !more {
			return -1, false
		}
		text = rest
	}
}

// PersonNoun reports whether a noun says what one person is (senator, spokesman,
// biologist), and the gender that it tells, Unknown for most.
func PersonNoun(noun string) (gender Gender, ok bool) {
	folded := string(fold(nil, noun))
	if !isRoleNoun(folded) {
		return Unknown, false
	}
	var k roleKey
	k.setHead(folded)
	return k.gender, true
}

// BodyNoun reports whether a noun says what an organisation is: party, court,
// newspaper.
func BodyNoun(noun string) bool {
	folded := string(fold(nil, noun))
	return bodyKinds.has(folded) || bodies.has(folded)
}

// isIndefinite reports whether a noun phrase speaks of somebody whom the text
// has not named: "a doctor", "one official".
func isIndefinite(text string) bool {
	first, _, _ := strings.Cut(text, " ")
	switch first {
	case "a", "an", "one", "another", "some", "two", "several", "many", "other", "any", "every", "each", "no",
		"A", "An", "One", "Another", "Some", "Two", "Several", "Many", "Other", "Any", "Every", "Each", "No":
		return true
	}
	return false
}

// byKey returns the entity that the key of a noun phrase at byte start stands
// for.
func (e *Entities) byKey(d *nlp.Document, want *roleKey, start int) (entity int, ok bool) {
	best, bestScore, bestRecent := -1, 0.0, -1
	for _, r := range e.rolesOf(want.head, start) {
		score, fits := matchRole(want, &r.key)
		if !fits || contradict(want.gender, e.List[r.entity].Gender) || e.isPassing(d, want, &r, start) {
			continue
		}
		recent := e.lastNamed(r.entity, start)
		if recent >= 0 {
			score += precedingBonus
		}
		if score > bestScore || score == bestScore && recent > bestRecent {
			best, bestScore, bestRecent = r.entity, score, recent
		}
	}
	return best, best >= 0
}

// isPassing reports whether a role at the place of another country or town is
// that of somebody whom the text names once and elsewhere: "the prime minister"
// of an article on Lutha is not "Ann Lunt, Prime Minister of India", a guest.
func (e *Entities) isPassing(d *nlp.Document, want *roleKey, r *roleOf, start int) bool {
	p := &e.List[r.entity]
	if p.Type != ner.Person || len(p.Mentions) > 1 || slices.ContainsFunc(want.words, isPlaceWord) || !slices.ContainsFunc(r.key.words, isPlaceWord) {
		return false
	}
	named := e.Mentions[p.Mentions[0]].First
	at, _ := slices.BinarySearchFunc(d.Tokens, start, func(t nlp.Token, at int) int { return cmp.Compare(t.Start, at) })
	if named < 0 || named >= len(d.Tokens) || at >= len(d.Tokens) {
		return false
	}
	apart := d.Sentences[d.Tokens[at].Sentence].Paragraph - d.Sentences[d.Tokens[named].Sentence].Paragraph
	return apart > passingReach || apart < -passingReach
}

// passingReach is how many paragraphs from its only naming a role with a place
// may be meant by its noun alone.
const passingReach = 3

// maxRolesCompared bounds how many roles of one noun are compared with a
// phrase, on each side of it.
const maxRolesCompared = 32

// rolesOf returns the roles with the noun that were given nearest to byte at.
func (e *Entities) rolesOf(head string, at int) []roleOf {
	middle, _ := slices.BinarySearchFunc(e.roles, at, func(r roleOf, at int) int {
		return cmp.Or(cmp.Compare(r.key.head, head), cmp.Compare(r.start, at))
	})
	first, last := middle, middle
	for first > 0 && middle-first < maxRolesCompared && e.roles[first-1].key.head == head {
		first--
	}
	for last < len(e.roles) && last-middle < maxRolesCompared && e.roles[last].key.head == head {
		last++
	}
	return e.roles[first:last]
}

// lastNamed returns the last mention of an entity that starts before byte at,
// -1 when there is none.
func (e *Entities) lastNamed(entity, at int) int {
	mentions := e.List[entity].Mentions
	n, _ := slices.BinarySearchFunc(mentions, at, func(m, at int) int { return cmp.Compare(e.Mentions[m].Start, at) })
	if n == 0 {
		return -1
	}
	return mentions[n-1]
}

// Weights of the evidence that a phrase means a role.
const (
	// sharedWord is what a word in both is worth.
	sharedWord = 1.0
	// precedingBonus is what it is worth that the role was given before.
	precedingBonus = 0.5
	// sameNoun is what the noun alone is worth.
	sameNoun = 1.0
	// unsharedWord is what a word of the phrase that the role lacks costs.
	unsharedWord = 0.3
)

// matchRole scores how well a phrase fits a role with the same noun.
func matchRole(want, have *roleKey) (score float64, fits bool) {
	for _, w := range want.ranks {
		if !slices.Contains(have.ranks, w) {
			return 0, false
		}
	}
	// "the president" is no vice president, but "the minister" may be the
	// foreign minister.
	for _, w := range have.ranks {
		if isOtherRank(w) && !slices.Contains(want.ranks, w) {
			return 0, false
		}
	}
	score = sameNoun
	shared, placesWant, placesHave, samePlace := 0, 0, 0, false
	for _, w := range want.words {
		has := slices.Contains(have.words, w)
		if isPlaceWord(w) {
			placesWant++
			samePlace = samePlace || has
		}
		if has {
			shared++
			score += sharedWord
		} else {
			score -= unsharedWord
		}
	}
	for _, w := range have.words {
		if isPlaceWord(w) {
			placesHave++
		}
	}
	if placesWant > 0 && placesHave > 0 && !samePlace {
		return 0, false // the French president is not the US president
	}
	return max(score, unsharedWord), true
}

// indexOrganisation prepares the roles and the fullest name of an
// organisation: "the commission" is the Harbour Commission.
func (e *Entities) indexOrganisation(d *nlp.Document, i int) {
	entity := &e.List[i]
	if key, ok := makeRoleKey(entity.Name, bodies.has); ok {
		e.roles = append(e.roles, roleOf{key, i, e.Mentions[entity.Mentions[0]].Start})
	}
	for _, r := range entity.Roles {
		if key, ok := makeRoleKey(r.Of(d.Text), bodies.has); ok {
			e.roles = append(e.roles, roleOf{key, i, r.Start})
		}
	}
}

// indexRoles prepares the roles of people, and the names of organisations that
// say what they are, to be compared: by noun, then in text order.
func (e *Entities) indexRoles(d *nlp.Document) {
	for i := range e.List {
		if e.List[i].Type == ner.Organisation {
			e.indexOrganisation(d, i)
			continue
		}
		for _, r := range e.List[i].Roles {
			for text, more := r.Of(d.Text), true; more; {
				var conjunct string
				conjunct, text, more = strings.Cut(text, " and ")
				if key, ok := makeRoleKey(conjunct, isRoleNoun); ok {
					e.roles = append(e.roles, roleOf{key, i, r.Start})
				}
			}
		}
	}
	slices.SortStableFunc(e.roles, func(a, b roleOf) int {
		return cmp.Or(cmp.Compare(a.key.head, b.key.head), cmp.Compare(a.start, b.start))
	})
}
