// Package extract is the pipeline: it takes an input and gives the article
// that is printed. It is the only place that knows the order of the stages.
package extract

import (
	"context"
	"fmt"
	"runtime/debug"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/attrib"
	"github.com/whosaid/whosaid/pkg/coref"
	"github.com/whosaid/whosaid/pkg/ingest"
	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/quote"
)

// Extractor turns inputs into articles. It holds no state of its own between
// inputs and is safe for use by several goroutines at once.
type Extractor struct {
	recogniser    ner.Recogniser
	allQuoted     bool
	indirect      bool
	minConfidence float64
}

// Option changes what an [Extractor] does.
type Option func(*Extractor)

// WithRecogniser sets what finds the names; the default is [ner.Default].
func WithRecogniser(r ner.Recogniser) Option {
	return func(x *Extractor) { x.recogniser = r }
}

// WithAllQuoted keeps quoted words that are nobody's speech, as quotes of kind
// "mention".
func WithAllQuoted() Option {
	return func(x *Extractor) { x.allQuoted = true }
}

// WithIndirect adds reported speech without marks, as quotes of kind
// "indirect"; a quote of kind "mixed" then holds the reporter's words around
// the quoted fragment as well.
func WithIndirect() Option {
	return func(x *Extractor) { x.indirect = true }
}

// WithMinConfidence withholds every speaker whose confidence (0..1) is lower.
func WithMinConfidence(least float64) Option {
	return func(x *Extractor) { x.minConfidence = least }
}

// New returns an extractor.
func New(options ...Option) *Extractor {
	x := &Extractor{}
	for _, option := range options {
		option(x)
	}
	if x.recogniser == nil {
		x.recogniser = ner.Default()
	}
	return x
}

// BugError is a fault of whosaid itself, met while reading one input.
type BugError struct {
	Input string
	Value any    // what the code panicked with
	Stack []byte // where
}

func (e *BugError) Error() string {
	return fmt.Sprintf("%s: this is a bug in whosaid: %v", e.Input, e.Value)
}

// Extract reads one input. The article counts bytes and carries its text; see
// [article.Article.InUnit]. The only errors are the context's and [BugError]:
// any text gives an article.
func (x *Extractor) Extract(ctx context.Context, in ingest.Input) (*article.Article, error) {
	return x.read(ctx, in, func(b *builder) {
		b.addQuotes(attrib.Attribute(b.document, b.quotes, b.entities), nil)
	})
}

// Explain reads one input as [Extractor.Extract] does, and gives for every
// quote of the article those who may have said it, the most probable first;
// none for reported speech, whose source is the subject of its cue.
func (x *Extractor) Explain(ctx context.Context, in ingest.Input) (*article.Article, [][]attrib.Candidate, error) {
	var candidates [][]attrib.Candidate
	a, err := x.read(ctx, in, func(b *builder) {
		attributions, all := attrib.Explain(b.document, b.quotes, b.entities)
		b.addQuotes(attributions, func(q int) {
			if q < 0 {
				candidates = append(candidates, nil)
				return
			}
			candidates = append(candidates, all[q])
		})
	})
	return a, candidates, err
}

// read runs the stages; attribute is the last of them.
func (x *Extractor) read(ctx context.Context, in ingest.Input, attribute func(*builder)) (a *article.Article, err error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", in.Name, err)
	}
	defer func() {
		if v := recover(); v != nil {
			a, err = nil, &BugError{Input: in.Name, Value: v, Stack: debug.Stack()}
		}
	}()
	d := nlp.Parse(in.Text)
	b := builder{
		options:  x,
		document: d,
		entities: coref.Resolve(d, x.recogniser.Recognise(d)),
		article: &article.Article{
			Schema:        article.Schema,
			Input:         in.Name,
			Title:         title(in.Title, d),
			Byline:        in.Byline,
			Date:          in.Date,
			Offsets:       article.Byte,
			People:        []article.Entity{},
			Places:        []article.Entity{},
			Organisations: []article.Entity{},
			Quotes:        []article.Quote{},
			Diagnostics:   []article.Diagnostic{},
			Text:          in.Text,
		},
	}
	var problems []quote.Problem
	b.quotes, problems = quote.Find(d)
	b.addEntities()
	attribute(&b)
	b.addProblems(problems)
	return b.article, nil
}
