// Package nlp turns text into paragraphs, sentences and tagged tokens, each a
// byte span into the untouched text. Any bytes will do; every byte but white
// space is in exactly one token.
//
// It is the only package that imports prose. Our scanner cuts the text at
// everything prose would not see or would see wrongly (dashes, directed
// quotation marks, brackets); prose's tokenizer divides the pieces with
// clitics; prose's published weights decide the part-of-speech tags, in tables
// that are read in place from the embedded files tagger.bin and recogniser.bin,
// which "whosaid-train tagger" makes. [ProseEntities] is prose's own
// recogniser, [Document.AppendVotes] its weights as evidence for a better one.
package nlp

import (
	"sync"

	"github.com/whosaid/whosaid/pkg/span"
)

// Token is one word or punctuation mark.
type Token struct {
	span.Span
	// Tag is the Penn Treebank part-of-speech tag.
	Tag Tag
	// Sentence is the index of the sentence that holds the token.
	Sentence int32
}

// Sentence is a run of tokens. Sentences never cross a paragraph and together
// hold every token.
type Sentence struct {
	span.Span       // from its first token's start to its last token's end
	First, Last int // its tokens: Tokens[First:Last]
	Paragraph   int // index of the paragraph that holds it
}

// Paragraph is a run of sentences between line breaks.
type Paragraph struct {
	span.Span
	First, Last int // its sentences: Sentences[First:Last]
}

// Document is a text with its paragraphs, sentences and tokens, all in text
// order.
type Document struct {
	Text       string
	Tokens     []Token
	Sentences  []Sentence
	Paragraphs []Paragraph
}

// bytesPerToken is how many bytes of English news a token and the blank before
// it take, at the least: it sizes the list of tokens once.
const bytesPerToken = 5

// tokensPerSentence is how many tokens a sentence of English news has, at the
// least: it sizes the list of sentences.
const tokensPerSentence = 12

// Parse divides text into paragraphs, sentences and tagged tokens. Any bytes
// will do; time grows linearly with the text.
func Parse(text string) *Document {
	tokens := len(text)/bytesPerToken + 1
	doc := &Document{
		Text:      text,
		Tokens:    make([]Token, 0, tokens),
		Sentences: make([]Sentence, 0, tokens/tokensPerSentence+1),
	}
	p := parsers.Get().(*parser)
	p.doc = doc
	for _, paragraph := range paragraphSpans(text) {
		p.paragraph(paragraph)
	}
	p.forget()
	parsers.Put(p)
	return doc
}

// parsers are those at rest.
var parsers = sync.Pool{New: func() any {
	p := &parser{}
	p.grow()
	return p
}}

// mostScratch bounds the tokens that a parser at rest has room for: one
// paragraph of a megabyte should not be paid for ever after.
const mostScratch = 1 << 14

// forget drops what belongs to the document alone.
func (p *parser) forget() {
	p.doc, p.scan.text = nil, ""
	clear(p.words[:cap(p.words)])
	if cap(p.scan.tokens) > mostScratch || cap(p.words) > mostScratch {
		p.scan = scanner{}
		p.grow()
	}
}

// parser holds a document that grows, and scratch memory.
type parser struct {
	doc   *Document
	scan  scanner
	kinds []kind
	words []string // of a sentence, as the tagger wants them
	tags  []Tag
	tagger
}

// The usual sizes of a paragraph and a sentence, in tokens: scratch memory
// starts out with room for them.
const (
	usualParagraph = 256
	usualSentence  = 64
)

// grow makes room for usual texts.
func (p *parser) grow() {
	p.scan.tokens = make([]Token, 0, usualParagraph)
	p.kinds = make([]kind, 0, usualParagraph)
	p.words = make([]string, 0, usualSentence)
	p.tags = make([]Tag, 0, usualSentence)
	p.traits = make([]wordTraits, 0, usualSentence)
}

// paragraph appends a paragraph with its sentences and tokens.
func (p *parser) paragraph(at span.Span) {
	p.scan.tokens = p.scan.tokens[:0]
	p.scan.scan(p.doc.Text, at)
	tokens := p.scan.tokens
	p.kinds = appendKinds(p.kinds[:0], p.doc.Text, tokens)
	first := len(p.doc.Sentences)
	split := splitter{text: p.doc.Text, tokens: tokens, kinds: p.kinds}
	for i := 0; i < len(tokens); {
		end := split.next(i)
		p.sentence(tokens[i:end], p.kinds[i:end])
		i = end
	}
	p.doc.Paragraphs = append(p.doc.Paragraphs, Paragraph{Span: at, First: first, Last: len(p.doc.Sentences)})
}

// sentence appends a sentence with its tokens, tagged.
func (p *parser) sentence(tokens []Token, kinds []kind) {
	p.words, p.tags = p.words[:0], p.tags[:0]
	for i, t := range tokens {
		p.words = append(p.words, treebankForm(t.Of(p.doc.Text), kinds[i]))
	}
	p.tags = p.tag(p.tags, p.words)
	first := len(p.doc.Tokens)
	for i, t := range tokens {
		t.Tag, t.Sentence = p.tags[i], int32(len(p.doc.Sentences))
		p.doc.Tokens = appendDivided(p.doc.Tokens, p.doc.Text, t)
	}
	p.doc.Sentences = append(p.doc.Sentences, Sentence{
		Span:  span.Span{Start: tokens[0].Start, End: tokens[len(tokens)-1].End},
		First: first, Last: len(p.doc.Tokens), Paragraph: len(p.doc.Paragraphs),
	})
}
