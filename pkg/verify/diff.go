package verify

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/span"
)

// ChangeKind is what became of a quote or an entity from one version of an
// article to the next.
type ChangeKind string

// The changes, in the order of how grave they are.
const (
	EntityAdded   ChangeKind = "entity-added"
	EntityRemoved ChangeKind = "entity-removed"
	QuoteAdded    ChangeKind = "added"
	QuoteRemoved  ChangeKind = "removed"
	Reworded      ChangeKind = "reworded"
	Reattributed  ChangeKind = "re-attributed" // the words are the same
)

// ChangeKinds lists the changes in the order of how grave they are.
func ChangeKinds() []ChangeKind {
	return []ChangeKind{EntityAdded, EntityRemoved, QuoteAdded, QuoteRemoved, Reworded, Reattributed}
}

// Reaches reports whether a change is as grave as least.
func (k ChangeKind) Reaches(least ChangeKind) bool {
	return slices.Index(ChangeKinds(), k) >= slices.Index(ChangeKinds(), least)
}

// Change is one difference between two versions of an article.
type Change struct {
	Change  ChangeKind `json:"change"`
	Old     *Place     `json:"old"`     // null for what is added
	New     *Place     `json:"new"`     // null for what is removed
	Speaker Match      `json:"speaker"` // of quotes: whether old and new are one
	Type    string     `json:"type"`    // of entities: person, place or organisation; else empty
	Edits   []Edit     `json:"edits"`
	Diff    []Piece    `json:"diff"` // of what is reworded: draft is the new version, source the old
	Message string     `json:"message"`
}

// DiffSchema is the name and version of what [Diff] promises.
const DiffSchema = "whosaid-diff/v1"

// Diff is what changed between two versions of an article.
type Diff struct {
	Schema  string   `json:"schema"`
	Old     string   `json:"old"`
	New     string   `json:"new"`
	Changes []Change `json:"changes"`
}

// Compare lists what changed in the quotes and entities of an article: quotes
// in the order of the new version, each removed one at its old place among
// them, then entities. Both articles count bytes and carry their text.
// Typography, the places of line breaks and attributions, and the order of the
// quotes are no changes. Only quoted words are compared, not reported speech.
func Compare(before, after *article.Article) Diff {
	d := differ{old: newVersion(before), new: newVersion(after)}
	d.old.finds = d.old.findIn(d.new)
	d.new.finds = d.new.findIn(d.old)
	out := Diff{Schema: DiffSchema, Old: before.Input, New: after.Input, Changes: []Change{}}
	out.Changes = append(out.Changes, d.quotes()...)
	out.Changes = append(out.Changes, d.entities()...)
	return out
}

// version is one version of an article.
type version struct {
	article *article.Article
	index   *Index
	checker *Checker
	lines   *span.Index
	people  *cast
	finds   []*find // for each of its quotes the best place in the other version
	read    []bool  // whether a quote is compared
}

func newVersion(a *article.Article) *version {
	v := &version{article: a, index: NewIndex(), lines: span.NewIndex(a.Text), people: newCast(a)}
	v.index.Add(a.Input, a.Text)
	v.checker = NewChecker(v.index, func(int) (*article.Article, error) { return a, nil })
	return v
}

// speaker returns who says a quote.
func (v *version) speaker(quote int) identity {
	if s := v.article.Quotes[quote].Speaker; s != nil {
		return v.people.identify(s, v.article.Quotes[quote].Confidence)
	}
	return identity{}
}

// place returns where a quote stands.
func (v *version) place(quote int) *Place {
	q := v.article.Quotes[quote]
	p := placeOf(v.article, v.lines, span.Span{Start: q.Start, End: q.End}, v.speaker(quote))
	p.Quoted = true
	p.Said = strings.Join(v.article.Spoken(quote), " ")
	return &p
}

// findIn looks for every quote of a version in the other.
func (v *version) findIn(other *version) []*find {
	finds := make([]*find, len(v.article.Quotes))
	v.read = make([]bool, len(finds))
	for i, quote := range v.article.Quotes {
		q := other.index.read(v.article, i)
		least := 1
		if quote.Kind == article.QuotedOnly {
			least = fewestSpoken
		}
		if quote.Kind == article.Indirect || len(q.words) < least {
			continue
		}
		v.read[i] = true
		// The only errors are those of reading a source, which has been read.
		f, _ := other.checker.find(&q, v.speaker(i))
		if f != nil && len(f.quotes) > 0 {
			finds[i] = f
		}
	}
	return finds
}

type differ struct {
	old, new *version
}

// quotes lists the changes of quotes.
func (d *differ) quotes() []Change {
	var changes []Change
	reworded := make([]bool, len(d.old.article.Quotes)) // told already
	// partKept is, for each old quote, the first new one that is a part of it.
	partKept := make([]int, len(d.old.article.Quotes))
	for i := range partKept {
		partKept[i] = noWord
	}
	for i, f := range slices.Backward(d.new.finds) {
		if f != nil && isUnchanged(f) {
			for _, q := range f.quotes {
				partKept[q] = i
			}
		}
	}
	for i, f := range d.new.finds {
		if !d.new.read[i] {
			continue
		}
		c := Change{New: d.new.place(i), Edits: []Edit{}, Diff: []Piece{}}
		switch {
		case f != nil:
			c.Old, c.Speaker = d.old.place(f.quotes[0]), f.match
			switch {
			case !isUnchanged(f):
				c.Change = Reworded
				c.Edits, c.Diff = append(c.Edits, f.edits...), append(c.Diff, f.diff...)
				for _, q := range f.quotes {
					reworded[q] = true
				}
			case d.isReattributed(f, i):
				c.Change = Reattributed
			default:
				continue
			}
		case d.holdsOld(i):
			// It was longer than the old one by more than the half.
			continue
		default:
			c.Change, c.Speaker = QuoteAdded, NotCompared
		}
		changes = append(changes, c)
	}
	for i, f := range d.old.finds {
		if !d.old.read[i] || reworded[i] {
			continue
		}
		c := Change{Change: Reworded, Old: d.old.place(i), Speaker: NotCompared, Edits: []Edit{}, Diff: []Piece{}}
		switch {
		case f != nil && isUnchanged(f):
			if d.new.finds[f.quotes[0]] != nil {
				continue
			}
			// The new quote has this one in it, and much besides.
			c.New, c.Speaker = d.new.place(f.quotes[0]), f.match
		case f != nil:
			c.New, c.Speaker = d.new.place(f.quotes[0]), f.match
			c.Edits, c.Diff = append(c.Edits, turned(f.edits)...), append(c.Diff, turnedPieces(f.diff)...)
		case partKept[i] != noWord:
			n := partKept[i]
			c.New, c.Speaker = d.new.place(n), d.new.finds[n].match
		default:
			c.Change = QuoteRemoved
		}
		changes = append(changes, c)
	}
	for i := range changes {
		changes[i].Message = changes[i].message()
	}
	slices.SortStableFunc(changes, func(a, b Change) int { return cmp.Compare(a.at(), b.at()) })
	return changes
}

// holdsOld reports whether a quote of the new version has one of the old in it.
func (d *differ) holdsOld(quote int) bool {
	return slices.ContainsFunc(d.old.finds, func(f *find) bool {
		return f != nil && isUnchanged(f) && slices.Contains(f.quotes, quote)
	})
}

// at is where a change is sorted to: by the new version, and by the old what is
// only there.
func (c *Change) at() int {
	if c.New != nil {
		return c.New.Start
	}
	return c.Old.Start
}

// isUnchanged reports whether a quote has all its words in the other version,
// in the same order and between marks.
func isUnchanged(f *find) bool {
	return f.changes == 0 && f.inMarks && !slices.ContainsFunc(f.edits, func(e Edit) bool {
		switch e.Kind {
		case FirstCapital, FinalPunctuation, LineBreak:
			return false
		}
		return true
	})
}

// isReattributed reports whether a quote of the new version has another speaker
// than where it is found in the old, or has one only now or no more.
func (d *differ) isReattributed(f *find, quote int) bool {
	var before identity
	for _, q := range f.quotes {
		if before = d.old.speaker(q); !before.isNobody() {
			break
		}
	}
	now := d.new.speaker(quote)
	return now.isNobody() != before.isNobody() || compare(now, before) == Different
}

// turned exchanges the sides of edits.
func turned(edits []Edit) []Edit {
	edits = slices.Clone(edits)
	for i := range edits {
		edits[i].Draft, edits[i].Source = edits[i].Source, edits[i].Draft
	}
	return edits
}

func turnedPieces(diff []Piece) []Piece {
	diff = slices.Clone(diff)
	for i := range diff {
		diff[i].Draft, diff[i].Source = diff[i].Source, diff[i].Draft
	}
	return diff
}

// message says in one sentence what a change is.
func (c *Change) message() string {
	switch c.Change {
	case QuoteAdded:
		return fmt.Sprintf("a quote of %s that the old version does not have", named(c.New))
	case QuoteRemoved:
		return fmt.Sprintf("a quote of %s that the new version does not have", named(c.Old))
	case Reattributed:
		return fmt.Sprintf("said by %s, before by %s", named(c.New), named(c.Old))
	case Reworded:
		text := "reworded: " + Inline(c.Diff)
		if len(c.Diff) == 0 {
			text = "only a part of it is in both versions"
		}
		if c.Speaker == Different {
			text += fmt.Sprintf("; said by %s, before by %s", named(c.New), named(c.Old))
		}
		return text
	case EntityAdded:
		return c.Type + " that the old version does not name: " + c.New.Text
	}
	return c.Type + " that the new version does not name: " + c.Old.Text
}

func named(p *Place) string {
	if p == nil || p.Speaker == nil {
		return "nobody"
	}
	return *p.Speaker
}
