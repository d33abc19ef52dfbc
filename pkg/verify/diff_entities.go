package verify

import (
	"slices"
	"strings"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/span"
)

// entities lists the entities that only one of the versions names, the added
// ones first, each at its first mention.
func (d *differ) entities() []Change {
	var changes []Change
	for _, side := range []struct {
		kind     ChangeKind
		has, not *version
	}{{EntityAdded, d.new, d.old}, {EntityRemoved, d.old, d.new}} {
		known := newRegister(side.not.people)
		for _, list := range []struct {
			name     string
			entities []article.Entity
		}{{"person", side.has.article.People}, {"place", side.has.article.Places}, {"organisation", side.has.article.Organisations}} {
			for _, e := range list.entities {
				if known.has(side.has.people.all[side.has.people.byID[e.ID]]) {
					continue
				}
				at := placeOf(side.has.article, side.has.lines, span.Span{Start: e.Mentions[0].Start, End: e.Mentions[0].End}, identity{})
				c := Change{Change: side.kind, Type: list.name, Speaker: NotCompared, Edits: []Edit{}, Diff: []Piece{}}
				if side.kind == EntityAdded {
					c.New = &at
				} else {
					c.Old = &at
				}
				c.Message = c.message()
				changes = append(changes, c)
			}
		}
	}
	return changes
}

// register finds the entities of a cast by the words of their names, so that
// two casts are compared without looking at every pair.
type register struct {
	cast   *cast
	byWord map[string][]int // entities, by every word, the initials and the joined words of their names
}

func newRegister(c *cast) *register {
	r := &register{cast: c, byWord: map[string][]int{}}
	for i, one := range c.all {
		for _, key := range keys(one) {
			r.byWord[key] = append(r.byWord[key], i)
		}
	}
	return r
}

// keys returns what an entity is looked up by, each once.
func keys(one identity) []string {
	var all []string
	for _, words := range one.names {
		all = append(all, words...)
		all = append(all, initials(words), strings.Join(words, ""))
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// mostNamesakes is how many entities that share a word are compared: an article
// with more people of one surname is none.
const mostNamesakes = 64

// has reports whether the cast has an entity with that name. What one version
// takes for a person and the other for an organisation is one when it is
// written alike.
func (r *register) has(other identity) bool {
	for _, key := range keys(other) {
		namesakes := r.byWord[key]
		for _, i := range namesakes[:min(len(namesakes), mostNamesakes)] {
			one := r.cast.all[i]
			if one.kind == other.kind && compareNames(one, other) != Different {
				return true
			}
			for _, words := range one.names {
				if slices.ContainsFunc(other.names, func(name []string) bool { return slices.Equal(name, words) }) {
					return true
				}
			}
		}
	}
	return false
}
