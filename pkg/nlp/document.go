package nlp

import (
	"sort"

	"github.com/whosaid/whosaid/pkg/span"
)

// Word returns the source text of token i.
func (d *Document) Word(i int) string { return d.Tokens[i].Of(d.Text) }

// NormalisedWord returns the source text of token i with straight apostrophes,
// so that it can be looked up in lists. It allocates only for words with a
// curly apostrophe that are no clitics.
func (d *Document) NormalisedWord(i int) string { return straighten(d.Word(i)) }

// SentenceOf returns the sentence that holds token i.
func (d *Document) SentenceOf(i int) *Sentence { return &d.Sentences[d.Tokens[i].Sentence] }

// ParagraphOf returns the paragraph that holds token i.
func (d *Document) ParagraphOf(i int) *Paragraph { return &d.Paragraphs[d.SentenceOf(i).Paragraph] }

// TokensIn returns the tokens that share a byte with at: Tokens[first:last].
// It takes time logarithmic in the length of the text.
func (d *Document) TokensIn(at span.Span) (first, last int) {
	first = d.TokenAt(at.Start)
	last = first + sort.Search(len(d.Tokens)-first, func(k int) bool { return d.Tokens[first+k].Start >= at.End })
	return first, last
}

// TokenAt returns the token that holds the byte at position p, or else the
// first one after it; len(Tokens) if there is none.
func (d *Document) TokenAt(p int) int {
	return sort.Search(len(d.Tokens), func(k int) bool { return d.Tokens[k].End > p })
}

// FollowsSpace reports whether white space, a line break or the start of the
// text stands before token i.
func (d *Document) FollowsSpace(i int) bool {
	return i == 0 || d.Tokens[i-1].End < d.Tokens[i].Start
}
