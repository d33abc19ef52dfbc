// Package nlp turns text into paragraphs, sentences and tagged tokens, each a
// byte span into the untouched text. It is the only package that imports
// prose: prose's tokenizer decides where words divide, prose's published
// weights decide their part-of-speech tags.
package nlp

import "github.com/whosaid/whosaid/pkg/span"

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

// Parse divides text into paragraphs, sentences and tagged tokens. Any bytes
// will do; time grows linearly with the text.
func Parse(text string) *Document {
	return &Document{Text: text}
}
