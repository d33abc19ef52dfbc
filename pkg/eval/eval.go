// Package eval compares what whosaid says about articles with what people say,
// in precision, recall and F1. It takes gold articles and predicted ones and
// gives reports; it computes nothing about text itself and prints only where it
// is told to.
//
// All offsets are code points. The rules of matching are those of the scorers
// that the project's published numbers come from; they are written out beside
// each report.
package eval

import (
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/whosaid/whosaid/pkg/article"
)

// Gold is one article as people annotated it, offsets in code points.
type Gold struct {
	ID       string
	Text     string
	Entities []GoldEntity
	Quotes   []GoldQuote
	// Unattributed is quoted text that is nobody's speech.
	Unattributed []GoldQuote
	// Discard is text that does not count either way.
	Discard []Range
}

// Range is a half-open stretch of text in code points.
type Range struct {
	Start, End int
}

func (r Range) overlaps(other Range) bool { return r.Start < other.End && other.Start < r.End }

// shared returns how many code points two ranges share.
func (r Range) shared(other Range) int {
	return max(0, min(r.End, other.End)-max(r.Start, other.Start))
}

// GoldEntity is one mention of a name.
type GoldEntity struct {
	Range
	Type Type
	// Cluster is what entity the mention is of, empty when nobody said.
	Cluster string
}

// Type is a type of entity. Others than the three are neither wanted nor
// counted against.
type Type string

// The types that are compared.
const (
	Person       Type = "PER"
	Place        Type = "LOC"
	Organisation Type = "ORG"
)

// Types lists the types that are compared, in the order of reports.
func Types() []Type { return []Type{Person, Place, Organisation} }

// GoldQuote is one quotation, or quoted text that is none.
type GoldQuote struct {
	Range
	Parts []Range // of a quote in several pieces; else empty
	Kind  article.Kind
	// Core is set when the quote must be found: a whole utterance.
	Core bool
	// Neutral is set when it does not matter whether the quote is found.
	Neutral bool
	// IsBelief is set when the cue is no verb of speech (thinks, plans).
	IsBelief bool
	// Words is the count of words, or 0 when the annotation does not say.
	Words int
	// Speaker is who said it; nil when the annotation has nobody.
	Speaker *GoldSpeaker
}

// GoldSpeaker is who said a quote.
type GoldSpeaker struct {
	Text string // as written beside the quote, or empty
	// At is where that is; empty when the annotation does not say.
	At    Range
	Name  string   // whom it resolves to, or empty
	Other []string // further accepted names
	Kind  string   // name, pronoun, …; as the corpus calls it
}

// Score is precision, recall and their harmonic mean, each 0 to 1.
type Score struct {
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	F1        float64 `json:"f1"`
}

// newScore makes a score of counts. Where nothing is predicted or nothing is
// wanted, nothing holds the place of the missing ratio.
func newScore(right, predicted, wanted int, nothing float64) Score {
	s := Score{Precision: nothing, Recall: nothing}
	if predicted > 0 {
		s.Precision = float64(right) / float64(predicted)
	}
	if wanted > 0 {
		s.Recall = float64(right) / float64(wanted)
	}
	return s.withF1()
}

func (s Score) withF1() Score {
	if sum := s.Precision + s.Recall; sum > 0 {
		s.F1 = 2 * s.Precision * s.Recall / sum
	}
	return s
}

// Accuracy is how many of some were right.
type Accuracy struct {
	Right int `json:"right"`
	Of    int `json:"of"`
}

// Share returns the accuracy as a number from 0 to 1, and 0 of nothing.
func (a Accuracy) Share() float64 {
	if a.Of == 0 {
		return 0
	}
	return float64(a.Right) / float64(a.Of)
}

// String returns the share to three places, or a dash of nothing.
func (a Accuracy) String() string {
	if a.Of == 0 {
		return "-"
	}
	return fmt.Sprintf("%.3f", a.Share())
}

func (a *Accuracy) count(right bool) {
	a.Of++
	if right {
		a.Right++
	}
}

// Mistake is one difference between gold and predicted.
type Mistake struct {
	Article string `json:"article"`
	Kind    string `json:"kind"` // "missed", "invented" or "speaker"
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Text    string `json:"text"`
	Detail  string `json:"detail"` // such as the type, or the two speakers
}

// byID indexes predictions by the article that they are of.
func byID(pred []article.Article) map[string]*article.Article {
	out := make(map[string]*article.Article, len(pred))
	for i := range pred {
		out[articleID(pred[i].Input)] = &pred[i]
	}
	return out
}

// articleID returns the name of an input without folders and ending, which is
// what gold articles are called.
func articleID(input string) string {
	return strings.TrimSuffix(path.Base(input), ".txt")
}

// printer writes lines until the first error.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
	}
}

func (p *printer) score(name string, s Score) {
	p.line("%-34s P %.4f  R %.4f  F1 %.4f", name, s.Precision, s.Recall, s.F1)
}

func (p *printer) accuracy(name string, a Accuracy) {
	p.line("%-34s %.4f  (n=%d)", name, a.Share(), a.Of)
}
