package train

import (
	"strings"

	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
)

// labelTokens returns the labels that the names of an article allow each token
// of d, its text parsed, and how many names begin or end within a token: of
// those nothing is taught.
func labelTokens(d *nlp.Document, a *Article, silent []ner.Type) (allowed []ner.LabelSet, astray int) {
	free := ner.Outside.Set() | typeLabels(silent)
	allowed = make([]ner.LabelSet, len(d.Tokens))
	for i := range allowed {
		allowed[i] = free
	}
	next := 0
	for _, e := range splitPlaces(a) {
		for next < len(d.Tokens) && d.Tokens[next].End <= e.Start {
			next++
		}
		first := next
		for next < len(d.Tokens) && d.Tokens[next].Start < e.End {
			next++
		}
		switch {
		case first == next:
			astray++
		case d.Tokens[first].Start != e.Start || d.Tokens[next-1].End != e.End ||
			d.Tokens[first].Sentence != d.Tokens[next-1].Sentence:
			astray++
			for i := first; i < next; i++ {
				allowed[i] = ner.AnyLabel
			}
		default:
			labelName(allowed[first:next], e)
		}
	}
	return allowed, astray
}

// labelName sets the labels of the tokens of one name.
func labelName(allowed []ner.LabelSet, e Entity) {
	for i := range allowed {
		allowed[i] = ner.LabelAt(e.Type, i, len(allowed)).Set()
		if e.Unsure {
			allowed[i] |= ner.IsNationality.Set()
		}
	}
}

// typeLabels returns all labels of some types.
func typeLabels(types []ner.Type) ner.LabelSet {
	set := ner.LabelSet(0)
	for l := range ner.Label(ner.Labels) {
		t, ok := l.Type()
		for _, want := range types {
			if ok && t == want {
				set |= l.Set()
			}
		}
	}
	return set
}

// splitPlaces returns the names of an article with places divided at commas:
// the corpora write "Lima, Peru" now as one place, now as two, and it is two.
func splitPlaces(a *Article) []Entity {
	var list []Entity
	for _, e := range a.Entities {
		for e.Type == ner.Place {
			before, _, ok := strings.Cut(a.Text[e.Start:e.End], ", ")
			if !ok || before == "" {
				break
			}
			list = append(list, Entity{Start: e.Start, End: e.Start + len(before), Type: e.Type})
			e.Start += len(before) + len(", ")
		}
		list = append(list, e)
	}
	return list
}
