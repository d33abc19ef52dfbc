// Package encode writes articles: as YAML for people, as JSON and JSON Lines
// for programs. These carry the same data under the same keys in the same
// order; several articles are a stream of documents, never an array. The other
// formats show a part of it: tables, views for people, annotations.
//
// Whatever the article holds, the output is printable: control characters,
// bidirectional overrides and invisible line ends are escaped, so that no text
// can steer a terminal or show itself in another order than it has.
package encode

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"github.com/whosaid/whosaid/pkg/article"
)

// Format is one way to write an article.
type Format string

const (
	YAML  Format = "yaml"  // documents separated by ---
	JSON  Format = "json"  // indented objects, one after another
	JSONL Format = "jsonl" // one object a line
	CSV   Format = "csv"   // one table for all articles
	View  Format = "text"  // the article with its names and quotes marked, for a terminal
	HTML  Format = "html"  // one page for all articles, that needs nothing beside it
	// GitHub is the diagnostics as annotations of GitHub Actions.
	GitHub Format = "github"
	CoNLL  Format = "conll" // one token a line, for programs that learn
	Brat   Format = "brat"  // standoff annotation for brat; one article a file
)

// Formats lists the values of [Format], the default first.
func Formats() []Format {
	return []Format{YAML, JSON, JSONL, CSV, View, HTML, GitHub, CoNLL, Brat}
}

// Options says what is written of an article.
type Options struct {
	Offsets article.Unit // unit of every start and end; empty: article.Rune
	Text    bool         // write the text that the offsets refer to
	Table   Table        // what the rows of CSV are; empty: Quotes
	Colour  bool         // let the text view use the colours of a terminal
	// Tokenise divides the text for CoNLL, which cannot be written without.
	Tokenise Tokeniser
}

// With is what is written beside an article.
type With struct {
	// Text lets the data formats write the text of an article that nobody else
	// has, even when [Options] do not ask for it.
	Text bool
	// Fields is a JSON object of further fields for JSON and JSONL, which are
	// written as they are, after ours. Those that an article has are left out.
	Fields json.RawMessage
}

// view returns what the data formats write of an article, with its text when
// it was asked for here or by the options.
func (o Options) view(a *article.Article, text bool) *article.Article {
	view := a.InUnit(o.Offsets)
	if !text && !o.Text {
		view.Text = ""
	}
	return view
}

// formatter is one format. It writes to memory, so that only an article can
// fail it.
type formatter interface {
	start(out *bytes.Buffer)
	article(out *bytes.Buffer, a *article.Article, with With) error
	finish(out *bytes.Buffer)
}

// noFrame is embedded by formats that write nothing around the articles.
type noFrame struct{}

func (noFrame) start(*bytes.Buffer)  {}
func (noFrame) finish(*bytes.Buffer) {}

// Encoder writes articles to one stream, each by a single call of Write, so
// that a stream that is cut holds whole documents as far as it goes.
type Encoder struct {
	out       io.Writer
	formatter formatter
	started   bool
	broken    bool // the writer has failed
	buffer    bytes.Buffer
}

// NewEncoder returns an encoder that writes to out. The only errors are a
// format that does not exist and CoNLL without a tokeniser.
func NewEncoder(out io.Writer, format Format, options Options) (*Encoder, error) {
	if options.Offsets == "" {
		options.Offsets = article.Rune
	}
	e := &Encoder{out: out}
	switch format {
	case YAML:
		e.formatter = &yamlFormat{options: options}
	case JSON:
		e.formatter = jsonFormat{options: options, indent: "  "}
	case JSONL:
		e.formatter = jsonFormat{options: options}
	case CSV:
		e.formatter = csvFormat{options: options}
	case View:
		e.formatter = &textFormat{colour: options.Colour}
	case HTML:
		e.formatter = newHTMLFormat()
	case GitHub:
		e.formatter = githubFormat{}
	case CoNLL:
		if options.Tokenise == nil {
			return nil, errNoTokeniser
		}
		e.formatter = conllFormat{tokenise: options.Tokenise}
	case Brat:
		e.formatter = &bratFormat{}
	default:
		return nil, fmt.Errorf("unknown output format %q", format)
	}
	return e, nil
}

// Encode writes one article, which counts bytes and carries its text as the
// extractor gives it. The article is not changed.
func (e *Encoder) Encode(a *article.Article) error { return e.EncodeWith(a, With{}) }

// EncodeWith is Encode for an article with more beside it.
func (e *Encoder) EncodeWith(a *article.Article, with With) error {
	e.buffer.Reset()
	e.start()
	if err := e.formatter.article(&e.buffer, a, with); err != nil {
		return fmt.Errorf("%s: %w", a.Input, err)
	}
	return e.flush()
}

// Close ends the stream. It does not close the writer, and leaves one alone
// that has failed already.
func (e *Encoder) Close() error {
	if e.broken {
		return nil
	}
	e.buffer.Reset()
	e.start()
	e.formatter.finish(&e.buffer)
	return e.flush()
}

func (e *Encoder) start() {
	if !e.started {
		e.started = true
		e.formatter.start(&e.buffer)
	}
}

func (e *Encoder) flush() error {
	if e.buffer.Len() == 0 {
		return nil
	}
	_, err := e.out.Write(e.buffer.Bytes())
	e.broken = err != nil
	return err
}
