package train

import (
	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
)

// example is a sentence to learn from: the numbers of the features of each
// token, and the labels that each may have.
type example struct {
	corpus   int     // index of the corpus; 0 is home
	document int     // index of the document in its corpus, for folds
	weight   float32 // 0 for what is only the background of others
	starts   []int32 // features of token t: features[starts[t]:starts[t+1]]
	features []int32
	allowed  []ner.LabelSet
	settled  bool // each token has one label alone
	altered  bool // the text was written another way than its author did
}

// tokens is how many tokens the sentence has.
func (e *example) tokens() int { return len(e.allowed) }

// of returns the features of token t.
func (e *example) of(t int) []int32 { return e.features[e.starts[t]:e.starts[t+1]] }

// source is a document with its labels, from which examples are made.
type source struct {
	corpus   int
	document int
	weight   float32
	doc      *nlp.Document
	allowed  []ner.LabelSet
	// teaches says which sentences are learnt from, nil for all.
	teaches []bool
}

// sources parses the articles of a corpus.
func sources(number int, c Corpus, articles []Article) (list []source, names, astray int) {
	for i := range articles {
		a := &articles[i]
		d := nlp.Parse(a.Text)
		allowed, wrong := labelTokens(d, a, c.Silent)
		names += len(a.Entities)
		astray += wrong
		list = append(list, source{corpus: number, document: i, weight: float32(c.Weight), doc: d, allowed: allowed})
	}
	return list, names, astray
}

// countFeatures counts the features of some documents.
func countFeatures(a *alphabet, x *ner.Extractor, list []source) {
	for i := range list {
		x.Load(list[i].doc)
		for n, s := range list[i].doc.Sentences {
			if list[i].teaches != nil && !list[i].teaches[n] {
				continue
			}
			plain := x.Plain(s)
			for t := s.First; t < s.Last; t++ {
				if isPlain(plain, &list[i], s, t) {
					continue
				}
				for _, f := range x.Token(s, t) {
					a.count(f)
				}
			}
		}
	}
}

// examples makes examples of some documents, one a sentence.
func examples(a *alphabet, x *ner.Extractor, list []source) []example {
	var all []example
	for i := range list {
		x.Load(list[i].doc)
		for n, s := range list[i].doc.Sentences {
			e := example{
				corpus: list[i].corpus, document: list[i].document, weight: list[i].weight,
				starts: []int32{0}, settled: true, altered: list[i].teaches != nil,
			}
			if e.altered && !list[i].teaches[n] {
				e.weight = 0
			}
			plain := x.Plain(s)
			for t := s.First; t < s.Last; t++ {
				for _, f := range tokenFeatures(x, plain, &list[i], s, t) {
					if number := a.number(f); number >= 0 {
						e.features = append(e.features, number)
					}
				}
				e.starts = append(e.starts, int32(len(e.features)))
				if list[i].allowed != nil {
					set := list[i].allowed[t]
					e.allowed = append(e.allowed, set)
					e.settled = e.settled && set&(set-1) == 0
				} else {
					e.allowed = append(e.allowed, ner.AnyLabel)
					e.settled = false
				}
			}
			all = append(all, e)
		}
	}
	return all
}

// tokenFeatures returns the features of token t of sentence s, none when it is
// plain.
func tokenFeatures(x *ner.Extractor, plain []bool, from *source, s nlp.Sentence, t int) []uint64 {
	if isPlain(plain, from, s, t) {
		return nil
	}
	return x.Token(s, t)
}

// isPlain reports whether token t of sentence s is taken as outside of names
// as it is at run time, and may be.
func isPlain(plain []bool, from *source, s nlp.Sentence, t int) bool {
	return plain[t-s.First] && (from.allowed == nil || from.allowed[t].Has(ner.Outside))
}
