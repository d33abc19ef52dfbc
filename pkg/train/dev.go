package train

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"

	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/span"
)

// devFiles are the sets that progress is measured on: whole articles, never
// trained on.
var devFiles = []string{"worldwide.articles.dev.jsonl", "dwie.articles.dev.jsonl"}

// DevFiles returns the names of the dev sets, in the folder ner of the data.
func DevFiles() []string { return slices.Clone(devFiles) }

// devSet is a set of articles ready to be scored.
type devSet struct {
	articles []Article
	sources  []source
	examples []example
}

// loadDev reads the dev sets.
func (r *Recogniser) loadDev() error {
	x := r.extractor()
	for _, file := range devFiles {
		articles, err := ReadArticles(filepath.Join(r.Data, "ner", file))
		if err != nil {
			return err
		}
		d := devSet{articles: articles}
		d.sources, _, _ = sources(0, Corpus{}, articles)
		d.examples = examples(r.alphabet, x, d.sources)
		r.dev = append(r.dev, d)
	}
	return nil
}

// score measures a learner on a dev set.
func (d *devSet) score(l *learner) *Measure {
	m := &Measure{}
	var decoder ner.Decoder
	var path []ner.Label
	n := 0
	for i := range d.articles {
		var found []named
		doc := d.sources[i].doc
		for _, s := range doc.Sentences {
			l.score(&d.examples[n])
			n++
			path = decoder.Decode(l.tokens, &l.jumps, path[:0])
			found = namesOf(doc, s, path, found)
		}
		m.Add(&d.articles[i], found)
	}
	return m
}

// MeasureArticles scores a recogniser on whole articles.
func MeasureArticles(r ner.Recogniser, articles []Article) *Measure {
	m := &Measure{}
	for i := range articles {
		var found []named
		for _, mention := range r.Recognise(nlp.Parse(articles[i].Text)) {
			found = append(found, named{mention.Start, mention.End, mention.Type})
		}
		m.Add(&articles[i], found)
	}
	return m
}

// WriteErrors writes the names that a recogniser missed or made up in some
// articles, a line each: what was wrong, our type and theirs, the name, and
// the text around it.
func WriteErrors(w io.Writer, r ner.Recogniser, articles []Article) {
	for i := range articles {
		a := &articles[i]
		gold := map[span.Span]ner.Type{}
		for _, e := range a.Entities {
			gold[span.Span{Start: e.Start, End: e.End}] = e.Type
		}
		found := map[span.Span]ner.Type{}
		for _, m := range r.Recognise(nlp.Parse(a.Text)) {
			found[m.Span] = m.Type
			if t, ok := gold[m.Span]; (!ok || t != m.Type) && m.Type <= ner.Organisation {
				writeError(w, a, "made up", m.Span, m.Type, gold)
			}
		}
		for _, e := range a.Entities {
			at := span.Span{Start: e.Start, End: e.End}
			if t, ok := found[at]; (!ok || t != e.Type) && e.Type <= ner.Organisation {
				writeError(w, a, "missed", at, e.Type, found)
			}
		}
	}
}

// around is how many bytes of text are shown on each side of an error.
const around = 40

func writeError(w io.Writer, a *Article, what string, at span.Span, t ner.Type, others map[span.Span]ner.Type) {
	other := "-"
	if o, ok := others[at]; ok {
		other = o.String()
	} else {
		for s := range others {
			if s.Overlaps(at) {
				other = "bounds"
			}
		}
	}
	before, after := a.Text[max(0, at.Start-around):at.Start], a.Text[at.End:min(len(a.Text), at.End+around)]
	fmt.Fprintf(w, "%s\t%v\t%s\t%s\t%s\t%q\n", what, t, other, at.Of(a.Text), a.ID, before+"["+at.Of(a.Text)+"]"+after)
}
