package article

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"unicode/utf8"
)

// Validate checks every promise of the output contract and returns all the
// faults it finds, joined; nil when there is none. What refers to the text
// itself is checked only where the article carries its Text.
//
// Lists are never nil; entity ids are unique and every speaker's id is one of
// them; entities are sorted by their first mention and quotes by their start;
// mentions do not overlap; the parts of a quote are sorted, lie inside it and
// reach its ends; every span lies in the text, on whole code points, and
// gives back the text of its record; confidences lie in 0..1.
func (a *Article) Validate() error {
	v := validator{article: a}
	v.head()
	v.entities()
	v.quotes()
	for i, d := range a.Diagnostics {
		where := fmt.Sprintf("diagnostics[%d]", i)
		v.check(d.Code != "", "%s has no code", where)
		v.span(where, d.Start, d.End, nil)
	}
	return errors.Join(v.faults...)
}

type validator struct {
	article *Article
	faults  []error
	// boundaries[n] is the byte at which unit n of the text starts, -1 where
	// unit n is the middle of a code point; nil when there is no text.
	boundaries []int
	ids        map[string]string // entity id → name
}

func (v *validator) check(ok bool, format string, args ...any) {
	if !ok {
		v.faults = append(v.faults, fmt.Errorf(format, args...))
	}
}

func (v *validator) head() {
	a := v.article
	v.check(a.Schema == Schema, "schema is %q, not %q", a.Schema, Schema)
	v.check(a.Offsets == Rune || a.Offsets == Byte || a.Offsets == UTF16, "offsets are in the unknown unit %q", a.Offsets)
	v.check(a.People != nil, "people is null")
	v.check(a.Places != nil, "places is null")
	v.check(a.Organisations != nil, "organisations is null")
	v.check(a.Quotes != nil, "quotes is null")
	v.check(a.Diagnostics != nil, "diagnostics is null")
	if a.Text != "" {
		v.boundaries = boundaries(a.Text, a.Offsets)
	}
}

// boundaries lists the byte at which each unit of the text starts, -1 for a
// unit that lies inside a code point.
func boundaries(text string, unit Unit) []int {
	at := make([]int, 0, len(text)+1)
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		units := 1
		switch {
		case unit == Byte:
			units = size
		case unit == UTF16 && r > 0xFFFF:
			units = 2
		}
		at = append(at, i)
		for range units - 1 {
			at = append(at, -1)
		}
		i += size
	}
	return append(at, len(text))
}

// span checks one span and, where want is not nil, that it gives back want.
func (v *validator) span(where string, start, end int, want *string) {
	if start < 0 || end < start {
		v.check(false, "%s runs from %d to %d", where, start, end)
		return
	}
	if v.boundaries == nil {
		return
	}
	if end >= len(v.boundaries) {
		v.check(false, "%s ends at %d, after the text's end at %d", where, end, len(v.boundaries)-1)
		return
	}
	first, last := v.boundaries[start], v.boundaries[end]
	if first < 0 || last < 0 {
		v.check(false, "%s (%d to %d) cuts a code point", where, start, end)
		return
	}
	if got := v.article.Text[first:last]; want != nil && got != *want {
		v.check(false, "%s says %q where the text says %q", where, *want, got)
	}
}

func (v *validator) entities() {
	v.ids = map[string]string{}
	a := v.article
	var all []Mention
	for _, list := range []struct {
		name     string
		entities []Entity
	}{{"people", a.People}, {"places", a.Places}, {"organisations", a.Organisations}} {
		last := -1
		for i, e := range list.entities {
			where := fmt.Sprintf("%s[%d]", list.name, i)
			v.check(isSlug(e.ID), "%s has the id %q, which is no slug", where, e.ID)
			_, taken := v.ids[e.ID]
			v.check(!taken, "%s has the id %q, which is taken", where, e.ID)
			v.ids[e.ID] = e.Name
			v.check(e.Name != "", "%s has no name", where)
			v.check(e.Aliases != nil && e.Roles != nil, "%s has a null list", where)
			v.check(e.Salience >= 0 && e.Salience <= 1, "%s has the salience %v", where, e.Salience)
			if len(e.Mentions) == 0 {
				v.check(false, "%s has no mention", where)
				continue
			}
			v.check(e.Mentions[0].Start >= last, "%s is not in order of first mention", where)
			last = e.Mentions[0].Start
			for j, m := range e.Mentions {
				where := fmt.Sprintf("%s.mentions[%d]", where, j)
				v.span(where, m.Start, m.End, &m.Text)
				v.check(m.Text != "", "%s is empty", where)
				v.check(j == 0 || e.Mentions[j-1].End <= m.Start, "%s is out of order", where)
				v.confidence(where, m.Confidence)
			}
			all = append(all, e.Mentions...)
		}
	}
	v.disjoint(all)
}

// disjoint checks that no two mentions, of whatever entities, share text.
func (v *validator) disjoint(all []Mention) {
	slices.SortFunc(all, func(a, b Mention) int { return a.Start - b.Start })
	for i := 1; i < len(all); i++ {
		v.check(all[i-1].End <= all[i].Start, "the mentions at %d and %d overlap", all[i-1].Start, all[i].Start)
	}
}

func (v *validator) quotes() {
	last := -1
	for i, q := range v.article.Quotes {
		where := fmt.Sprintf("quotes[%d]", i)
		v.check(q.ID == "q"+strconv.Itoa(i+1), "%s has the id %q", where, q.ID)
		switch q.Kind {
		case Direct, Mixed, Indirect, QuotedOnly:
		default:
			v.check(false, "%s is of the unknown kind %q", where, q.Kind)
		}
		v.span(where, q.Start, q.End, &q.Text)
		v.check(q.Start >= last, "%s is out of order", where)
		last = q.Start
		v.check(q.Rule != "", "%s has no rule", where)
		v.confidence(where, q.Confidence)
		v.parts(where, q)
		if s := q.Speaker; s != nil {
			v.span(where+".speaker", s.Start, s.End, &s.Text)
			v.check(s.Name != "", "%s.speaker has no name", where)
			if s.ID != nil {
				name, known := v.ids[*s.ID]
				v.check(known, "%s.speaker has the id %q, which is no entity's", where, *s.ID)
				v.check(!known || name == s.Name, "%s.speaker is called %q, its entity %q", where, s.Name, name)
			}
		}
		if c := q.Cue; c != nil {
			v.span(where+".cue", c.Start, c.End, &c.Text)
		}
	}
}

func (v *validator) parts(where string, q Quote) {
	if q.Parts == nil {
		return
	}
	v.check(len(q.Parts) > 1, "%s has parts but only one piece", where)
	at := q.Start
	for _, p := range q.Parts {
		v.check(at <= p[0] && p[0] <= p[1] && p[1] <= q.End, "%s has the part %v, outside or out of order", where, p)
		v.span(where+".parts", p[0], p[1], nil)
		at = p[1]
	}
	if n := len(q.Parts); n > 0 {
		v.check(q.Parts[0][0] == q.Start && q.Parts[n-1][1] == q.End, "%s is longer than its parts", where)
	}
}

func (v *validator) confidence(where string, c float64) {
	v.check(c >= 0 && c <= 1, "%s has the confidence %v", where, c)
}

// isSlug reports whether s can stand in a URL, a file name and a shell word as
// it is: letters and digits of any script, joined by single hyphens.
func isSlug(s string) bool {
	if s == "" || s[0] == '-' || s[len(s)-1] == '-' {
		return false
	}
	for i, r := range s {
		if r == '-' && s[i+1] == '-' {
			return false
		}
		if r != '-' && !isSlugRune(r) {
			return false
		}
	}
	return true
}
