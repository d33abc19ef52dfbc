package train

import (
	"path/filepath"
	"slices"

	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
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
