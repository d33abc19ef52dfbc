package coref

import (
	"cmp"
	"slices"
	"strings"

	"github.com/whosaid/whosaid/pkg/ner"
)

// entities makes the answer of the groups and their mentions.
func (r *resolver) entities() *Entities {
	e := &Entities{Mentions: r.mentions, Of: make([]int, len(r.mentions))}
	entityOf := make([]int, len(r.groups))
	for g := range entityOf {
		entityOf[g] = -1
	}
	for i, g := range r.of {
		e.Of[i] = -1
		if g < 0 {
			continue
		}
		if entityOf[g] < 0 {
			entityOf[g] = len(e.List)
			e.List = append(e.List, Entity{Type: r.groups[g].kind, Gender: r.groups[g].gender, Plural: r.groups[g].family})
			e.female = append(e.female, r.groups[g].female)
		}
		e.Of[i] = entityOf[g]
		entity := &e.List[entityOf[g]]
		entity.Mentions = append(entity.Mentions, i)
		if entity.Type != ner.Person {
			entity.Gender = Neuter
		}
	}
	for i := range e.List {
		r.nameEntity(&e.List[i])
	}
	return e
}

// maxSurfaces bounds the ways of writing one entity's name that are compared:
// articles use a handful.
const maxSurfaces = 48

// surface is one way in which the text writes an entity's name.
type surface struct {
	text  string
	words []int32
	full  int // how full it is, see [resolver.fullnessOf]
	count int
	rank  int // see [resolver.rank]
	first int // order of first use
}

// nameEntity sets the canonical name and the aliases of an entity.
func (r *resolver) nameEntity(e *Entity) {
	var surfaces []surface
	index := make(map[string]int)
	for _, i := range e.Mentions {
		n := &r.names[i]
		text := n.core.Of(r.d.Text)
		at, ok := index[text]
		if !ok {
			if len(surfaces) == maxSurfaces {
				continue
			}
			at = len(surfaces)
			index[text] = at
			surfaces = append(surfaces, surface{text: text, words: n.words, full: r.fullnessOf(n.words), rank: r.rank(i), first: at})
		}
		surfaces[at].count++
	}
	if e.Type == ner.Person {
		r.demoteEpithets(surfaces)
	}
	best := slices.MaxFunc(surfaces, func(a, b surface) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.full, b.full), cmp.Compare(a.count, b.count), cmp.Compare(b.first, a.first))
	})
	e.Name = best.text
	for i, s := range surfaces {
		if !strings.EqualFold(s.text, e.Name) && !isSaid(i, surfaces) {
			e.Aliases = append(e.Aliases, s.text)
		}
	}
}

// demoteEpithets lowers the rank of a name that is another full name with a
// word before it that is no first name: a title that was taken for part of the
// name, or an insult.
func (r *resolver) demoteEpithets(surfaces []surface) {
	for i := range surfaces {
		words := surfaces[i].words
		if len(words) < 3 || firstNames.has(r.text[words[0]]) {
			continue
		}
		for _, other := range surfaces {
			if len(other.words) > 1 && len(other.words) < len(words) && other.count >= surfaces[i].count &&
				slices.Equal(words[len(words)-len(other.words):], other.words) && firstNames.has(r.text[other.words[0]]) && !isParticle(r.text[other.words[0]]) {
				surfaces[i].full = other.full - 1
			}
		}
	}
}

// isParticle reports whether a folded word opens a family name, though it is a
// first name too: Omar Al Badri, but not Al Lunt.
func isParticle(folded string) bool {
	switch folded {
	case "al", "ben", "bin", "da", "de", "del", "della", "di", "el", "ibn", "la", "le", "mac", "san", "st", "van", "von":
		return true
	}
	return false
}

// rank orders names of mentions by how they are written: a shouted headline's
// name last, and what somebody is known as after the full name.
func (r *resolver) rank(i int) int {
	switch {
	case r.names[i].shouted:
		return 0
	case r.formOf[i] >= 0 && r.forms[r.formOf[i]].byname:
		return 1
	}
	return 2
}

// isSaid reports whether the i-th surface differs from another only in its
// capital letters and is not the one to give: that is the first that is not
// written in capitals throughout.
func isSaid(i int, surfaces []surface) bool {
	s := surfaces[i]
	for k, other := range surfaces {
		if k == i || !strings.EqualFold(other.text, s.text) {
			continue
		}
		shouted, otherShouted := isShouted(s.text), isShouted(other.text)
		if shouted != otherShouted && shouted || shouted == otherShouted && k < i {
			return true
		}
	}
	return false
}

// isShouted reports whether a name has no small letter.
func isShouted(text string) bool { return strings.ToUpper(text) == text }
