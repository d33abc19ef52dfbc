// Package quote finds quoted text by its marks: marks paired, apostrophes told
// from single quotes, paragraphs of one quotation joined, and speech told from
// titles, nicknames and scare quotes. It says nothing about speakers.
//
// It reads bytes, not tokens: marks are where tokenizers go wrong. Time and
// memory grow linearly with the text, whatever its bytes.
package quote

import (
	"slices"

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

// String returns the kind as the output contract names it.
func (k Kind) String() string {
	switch k {
	case Direct:
		return "direct"
	case Mixed:
		return "mixed"
	case Mention:
		return "mention"
	case Indirect:
		return "indirect"
	}
	return "?"
}

// Quote is one quotation.
type Quote struct {
	// Span runs from the first part's start to the last part's end.
	span.Span
	// Parts are the pieces of the content between the marks, without the
	// marks: one, or several when the quotation runs over paragraphs or is
	// split by its attribution ("…," she said, "…").
	Parts []span.Span
	Kind  Kind
	// Whole is set when the quote is a whole utterance and no fragment of the
	// reporter's own sentence, whether or not it is speech.
	Whole bool
	// Outer runs from the opening mark's first byte to the closing mark's
	// last: what surrounds the quote starts outside it.
	Outer span.Span
	// Speech is the probability, 0 to 1, that the words are somebody's speech
	// or writing, judged by the words inside and around the marks alone. Kind
	// is Mention where it is small; a step that has found a speaker or a cue
	// may overrule that.
	Speech float64
	// Unclosed is set when the closing mark is missing and the end was guessed.
	Unclosed bool
	// Single is set when the marks are single ones.
	Single bool
	// Label names who speaks: before the colon of a turn in a transcript, which
	// needs no marks (OKAFOR: or A:), or on a line of its own below a quotation
	// that is set apart. It is empty for other quotes.
	Label span.Span
}

// The codes of a [Problem].
const (
	CodeUnclosed = "unclosed-quote" // an opening mark that never closes
	CodeUnopened = "unopened-quote" // a closing mark that closes nothing
)

// Problem is a fault of the marks, such as an opening mark that never closes.
type Problem struct {
	span.Span
	Code    string // CodeUnclosed or CodeUnopened
	Message string
}

// Find finds the quotes of a document, in order of their first byte, and the
// faults of its marks. Of quotes within quotes only the outermost is given.
// Only d.Text is read.
func Find(d *nlp.Document) ([]Quote, []Problem) {
	s := scanner{text: d.Text}
	s.scan()
	if len(s.problems) > 0 && maySlip(d.Text) {
		if again := (scanner{text: d.Text, slipped: true}); again.scan() < len(s.problems) {
			s = again
		}
	}
	quotes := withTurns(s.outermost(), turns(d.Text))
	quotes = joinSplit(d.Text, quotes)
	classify(d.Text, quotes)
	slices.SortFunc(s.problems, func(a, b Problem) int { return span.Compare(a.Span, b.Span) })
	return quotes, s.problems
}
