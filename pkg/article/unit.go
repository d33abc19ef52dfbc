package article

import "github.com/whosaid/whosaid/pkg/span"

// InUnit returns a copy of the article whose starts and ends count unit. The
// article itself must count bytes and carry its Text, as the extractor gives
// it; it is not changed.
func (a *Article) InUnit(unit Unit) *Article {
	out := *a
	out.Offsets = unit
	if unit == Byte || a.Offsets != Byte {
		return &out
	}
	index := span.NewIndex(a.Text)
	at := index.Rune
	if unit == UTF16 {
		at = index.UTF16
	}
	out.People = entitiesIn(a.People, at)
	out.Places = entitiesIn(a.Places, at)
	out.Organisations = entitiesIn(a.Organisations, at)
	out.Quotes = make([]Quote, len(a.Quotes))
	for i, q := range a.Quotes {
		q.Start, q.End = at(q.Start), at(q.End)
		if q.Parts != nil {
			parts := make([][2]int, len(q.Parts))
			for j, p := range q.Parts {
				parts[j] = [2]int{at(p[0]), at(p[1])}
			}
			q.Parts = parts
		}
		if q.Speaker != nil {
			s := *q.Speaker
			s.Start, s.End = at(s.Start), at(s.End)
			q.Speaker = &s
		}
		if q.Cue != nil {
			c := *q.Cue
			c.Start, c.End = at(c.Start), at(c.End)
			q.Cue = &c
		}
		out.Quotes[i] = q
	}
	out.Diagnostics = make([]Diagnostic, len(a.Diagnostics))
	for i, d := range a.Diagnostics {
		d.Start, d.End = at(d.Start), at(d.End)
		out.Diagnostics[i] = d
	}
	return &out
}

func entitiesIn(list []Entity, at func(int) int) []Entity {
	out := make([]Entity, len(list))
	for i, e := range list {
		mentions := make([]Mention, len(e.Mentions))
		for j, m := range e.Mentions {
			m.Start, m.End = at(m.Start), at(m.End)
			mentions[j] = m
		}
		e.Mentions = mentions
		out[i] = e
	}
	return out
}
