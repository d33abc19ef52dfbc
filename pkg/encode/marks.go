package encode

import (
	"cmp"
	"slices"

	"github.com/whosaid/whosaid/pkg/article"
)

// category is what a name in the text belongs to.
type category string

const (
	person       category = "person"
	place        category = "place"
	organisation category = "organisation"
)

// segment is a stretch of the text in which nothing begins or ends: the
// segments of an article together are its text. Views for people are made of
// them.
type segment struct {
	text     string
	category category // of the name that the segment is part of; empty outside names
	entity   string   // id of that name's entity
	quote    int      // index of the innermost quote around it; -1 outside quotes
	// ended lists the quotes that are over after this segment, innermost first.
	ended []int
}

// boundary is a place where a name, or a piece of a quote, begins or ends.
type boundary struct {
	at       int
	ends     bool
	width    int // length of what begins or ends: the longer one is around the other
	category category
	entity   string
	quote    int  // -1 for a name
	last     bool // the quote has no further piece
}

// segments divides the text of an article, which counts bytes.
func segments(a *article.Article) []segment {
	var all []segment
	var inside []int // quotes around the current place, the innermost last
	var name boundary
	at := 0
	advance := func(to int) {
		if to <= at {
			return
		}
		s := segment{text: a.Text[at:to], category: name.category, entity: name.entity, quote: -1}
		if len(inside) > 0 {
			s.quote = inside[len(inside)-1]
		}
		all = append(all, s)
		at = to
	}
	for _, b := range boundaries(a) {
		advance(b.at)
		switch {
		case b.quote < 0 && b.ends:
			name = boundary{}
		case b.quote < 0:
			name = b
		case !b.ends:
			inside = append(inside, b.quote)
		default:
			// It is the innermost unless quotes overlap, which the search from
			// the end allows for at no cost.
			for i := len(inside) - 1; i >= 0; i-- {
				if inside[i] == b.quote {
					inside = slices.Delete(inside, i, i+1)
					break
				}
			}
			if b.last && len(all) > 0 {
				all[len(all)-1].ended = append(all[len(all)-1].ended, b.quote)
			}
		}
	}
	advance(len(a.Text))
	return all
}

// boundaries lists where names and pieces of quotes begin and end, in the order
// in which a reader meets them: at one place, ends come before beginnings, the
// inner end before the outer and the outer beginning before the inner.
func boundaries(a *article.Article) []boundary {
	var all []boundary
	add := func(b boundary, start, end int) {
		if start >= end {
			return
		}
		b.width = end - start
		b.at = start
		all = append(all, b)
		b.at, b.ends = end, true
		all = append(all, b)
	}
	for _, group := range []struct {
		category category
		entities []article.Entity
	}{{person, a.People}, {place, a.Places}, {organisation, a.Organisations}} {
		for _, e := range group.entities {
			for _, m := range e.Mentions {
				add(boundary{category: group.category, entity: e.ID, quote: -1}, m.Start, m.End)
			}
		}
	}
	for i, q := range a.Quotes {
		pieces := q.Parts
		if len(pieces) == 0 {
			pieces = [][2]int{{q.Start, q.End}}
		}
		for j, p := range pieces {
			add(boundary{quote: i, last: j == len(pieces)-1}, p[0], p[1])
		}
	}
	slices.SortStableFunc(all, func(x, y boundary) int {
		if c := cmp.Compare(x.at, y.at); c != 0 {
			return c
		}
		switch {
		case x.ends && y.ends:
			return cmp.Or(cmp.Compare(x.width, y.width), cmp.Compare(y.quote, x.quote))
		case x.ends:
			return -1
		case y.ends:
			return 1
		}
		return cmp.Compare(y.width, x.width)
	})
	return all
}
