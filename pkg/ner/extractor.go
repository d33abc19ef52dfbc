package ner

import "github.com/whosaid/whosaid/pkg/nlp"

// Extractor turns documents into feature hashes for training. What it gives a
// token is exactly what the recogniser scores at run time.
type Extractor struct {
	reading  *Reading
	features features
	worker   worker // finds the plain tokens as at run time
}

// NewExtractor returns an extractor that looks words up in x and leaves out
// the groups given.
func NewExtractor(x *Lexicon, without ...Group) *Extractor {
	e := &Extractor{reading: NewReading(x)}
	for _, g := range without {
		e.features.off |= 1 << g
	}
	return e
}

// Load makes d the document that Token answers for.
func (e *Extractor) Load(d *nlp.Document) { e.reading.Load(d) }

// Reading returns the reading of the document.
func (e *Extractor) Reading() *Reading { return e.reading }

// Token returns the features of token i of sentence s. The slice is good until
// the next call.
func (e *Extractor) Token(s nlp.Sentence, i int) []uint64 {
	f := &e.features
	f.hashes = f.hashes[:0]
	for distance := -window; distance <= window; distance++ {
		if k := i + distance; k < s.First || k >= s.Last {
			f.edgeFeatures(distance)
		} else {
			f.wordFeatures(e.reading.at(k), distance)
		}
	}
	f.tokenFeatures(sentenceView{e.reading, s.First, s.Last}, i)
	return f.hashes
}

// Plain returns, for each token of sentence s, whether the recogniser takes it
// as outside of names without asking its features. The slice is good until the
// next call.
func (e *Extractor) Plain(s nlp.Sentence) []bool {
	e.worker.reading = e.reading
	e.worker.findPlain(s.First, s.Last)
	return e.worker.plain
}

// PlainScores returns the scores of such a token.
func PlainScores() Scores { return plainScores }
