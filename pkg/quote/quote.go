// Package quote finds quoted text by its marks: marks paired, apostrophes told
// from single quotes, paragraphs of one quotation joined, and speech told from
// titles, nicknames and scare quotes. It says nothing about speakers.
package quote

import (
	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/span"
)

// Kind tells what quoted text is.
type Kind uint8

const (
	Direct   Kind = iota // a whole utterance
	Mixed                // a quoted fragment in the reporter's own sentence
	Mention              // quoted words that are nobody's speech
	Indirect             // reported speech without marks
)

// Quote is one quotation.
type Quote struct {
	// Span runs from the first part's start to the last part's end.
	span.Span
	// Parts are the pieces of the content between the marks, without the
	// marks: one, or several when the quotation runs over paragraphs or is
	// split by its attribution ("…," she said, "…").
	Parts []span.Span
	Kind  Kind
	// Outer runs from the opening mark's first byte to the closing mark's
	// last: what surrounds the quote starts outside it.
	Outer span.Span
	// Unclosed is set when the closing mark is missing and the end was guessed.
	Unclosed bool
	// Single is set when the marks are single ones.
	Single bool
}

// Problem is a fault of the marks, such as an opening mark that never closes.
type Problem struct {
	span.Span
	Code    string // e.g. "unclosed-quote"
	Message string
}

// Find finds the quotes of a document, in order of their first byte.
func Find(d *nlp.Document) ([]Quote, []Problem) { return nil, nil }
