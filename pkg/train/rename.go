package train

import (
	"slices"
	"strings"

	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
)

// renamed are names that changed after the corpora were written: texts that
// have the old one are learnt from a second time with the new.
var renamed = []struct {
	old, now string
	t        ner.Type
}{
	{"Twitter", "X", ner.Organisation}, {"Swaziland", "Eswatini", ner.Place}, {"Turkey", "Türkiye", ner.Place},
}

// rename returns a with all names that changed as they are now, and where the
// new ones stand.
func rename(a *Article) (b Article, at []int) {
	return replaceNames(a, func(e Entity, name string) string {
		for _, r := range renamed {
			if name == r.old && e.Type == r.t {
				return r.now
			}
		}
		return name
	})
}

// replaceNames returns a with the names that replace gives instead, and where
// the replaced ones stand.
func replaceNames(a *Article, replace func(e Entity, name string) string) (b Article, at []int) {
	var text strings.Builder
	b.ID = a.ID
	done := 0
	for _, e := range a.Entities {
		if e.Start < done {
			continue
		}
		text.WriteString(a.Text[done:e.Start])
		done = e.End
		name := a.Text[e.Start:e.End]
		now := replace(e, name)
		e.Start = text.Len()
		if now != name {
			at = append(at, e.Start)
		}
		text.WriteString(now)
		e.End = text.Len()
		b.Entities = append(b.Entities, e)
	}
	text.WriteString(a.Text[done:])
	b.Text = text.String()
	return b, at
}

// renamedSources returns the articles in which rename replaced a name; only
// sentences with the new name teach.
func renamedSources(articles []Article, list []source, c Corpus, rename func(*Article) (Article, []int)) []source {
	var all []source
	for i := range articles {
		b, at := rename(&articles[i])
		if len(at) == 0 {
			continue
		}
		d := nlp.Parse(b.Text)
		teaches := make([]bool, len(d.Sentences))
		for n, s := range d.Sentences {
			teaches[n] = slices.ContainsFunc(at, s.Covers)
		}
		allowed, _ := labelTokens(d, &b, c.Silent)
		all = append(all, source{
			corpus: list[i].corpus, document: list[i].document, weight: list[i].weight * alteredWeight,
			doc: d, allowed: allowed, teaches: teaches,
		})
	}
	return all
}
