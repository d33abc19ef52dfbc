package ner

import (
	"slices"

	"github.com/whosaid/whosaid/pkg/span"
)

// A body and the place where it stands are two names, unless the place is part
// of what the body is for. splitSeats parts them:
//
//	Ministry of Works in Kenya         an organisation and a place
//	Support Mission in Kenya           one name: nothing changes
//
// It asks for the word for a body that would be there under the same name
// anywhere, and for a place that is on a list. In Worldwide train, such a place
// is always a name of its own.
func splitSeats(r *Reading, mentions []Mention) []Mention {
	for i := 0; i < len(mentions); i++ {
		m := &mentions[i]
		if m.Type != Organisation {
			continue
		}
		in, place := seatOf(r, m)
		if place == 0 {
			continue
		}
		seat := *m
		seat.Type, seat.First = Place, place
		seat.Span = span.Span{Start: r.doc.Tokens[place].Start, End: m.End}
		m.Last = in
		m.Span = span.Span{Start: m.Start, End: r.doc.Tokens[in-1].End}
		i++
		mentions = slices.Insert(mentions, i, seat)
	}
	return mentions
}

// seated are the words for bodies that have the same name wherever they are.
const seated = " college department embassy ministry school university "

// seatOf returns the token "in" of a body's name and the first of the place
// after it, 0 when there is none.
func seatOf(r *Reading, m *Mention) (in, place int) {
	for k := m.First + 1; k+1 < m.Last; k++ {
		if r.doc.Word(k) != "in" {
			continue
		}
		place = k + 1
		if r.doc.Word(place) == "the" && place+1 < m.Last {
			place++
		}
		if isListedPlace(r, place, m.Last) && isSeated(r, m.First, k) {
			return k, place
		}
		return 0, 0
	}
	return 0, 0
}

// isSeated reports whether a name has a word for a body of the kind that
// stands in a place.
func isSeated(r *Reading, first, last int) bool {
	for k := first; k < last; k++ {
		if isOneOf(seated, r.doc.Word(k)) {
			return true
		}
	}
	return false
}

// isListedPlace reports whether the tokens are a place on a list.
func isListedPlace(r *Reading, first, last int) bool {
	const places = ListCity | ListCountry | ListRegion | ListPlaceName
	if last-first == 1 {
		return r.at(first).lists&places != 0
	}
	return r.tokens[first].phrase&places != 0 && r.tokens[first].part == 1 && r.tokens[last-1].part == 3
}
