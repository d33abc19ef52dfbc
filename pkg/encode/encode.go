// Package encode writes articles: as YAML for people, as JSON and JSON Lines
// for programs. All carry the same data under the same keys in the same order;
// several articles are a stream of documents, never an array.
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
)

// Formats lists the values of [Format], the default first.
func Formats() []Format { return []Format{YAML, JSON, JSONL} }

// Options says what is written of an article.
type Options struct {
	Offsets article.Unit // unit of every start and end; empty: article.Rune
	Text    bool         // write the text that the offsets refer to
}

// Encoder writes articles to one stream, each by a single call of Write, so
// that a stream that is cut holds whole documents as far as it goes.
type Encoder struct {
	out     io.Writer
	options Options
	write   func(*bytes.Buffer, *article.Article) error
	buffer  bytes.Buffer
}

// NewEncoder returns an encoder that writes to out. The only error is a format
// that does not exist.
func NewEncoder(out io.Writer, format Format, options Options) (*Encoder, error) {
	if options.Offsets == "" {
		options.Offsets = article.Rune
	}
	e := &Encoder{out: out, options: options}
	switch format {
	case YAML:
		e.write = yamlStream()
	case JSON:
		e.write = writeJSON
	case JSONL:
		e.write = writeJSONL
	default:
		return nil, fmt.Errorf("unknown output format %q", format)
	}
	return e, nil
}

// Encode writes one article, which counts bytes and carries its text as the
// extractor gives it. The article is not changed.
func (e *Encoder) Encode(a *article.Article) error {
	view := a.InUnit(e.options.Offsets)
	if !e.options.Text {
		view.Text = ""
	}
	e.buffer.Reset()
	if err := e.write(&e.buffer, view); err != nil {
		return fmt.Errorf("%s: %w", a.Input, err)
	}
	_, err := e.out.Write(e.buffer.Bytes())
	return err
}

// Close ends the stream. It does not close the writer.
func (e *Encoder) Close() error { return nil }

func writeJSON(out *bytes.Buffer, a *article.Article) error { return marshal(out, a, "  ") }

func writeJSONL(out *bytes.Buffer, a *article.Article) error { return marshal(out, a, "") }

// marshal writes value as JSON and a line end. Unlike the standard library it
// leaves <, > and & as they are and escapes what [isHidden] names.
func marshal(out *bytes.Buffer, value any, indent string) error {
	var plain bytes.Buffer
	encoder := json.NewEncoder(&plain)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", indent)
	if err := encoder.Encode(value); err != nil {
		return err
	}
	// Outside its strings JSON is ASCII, and inside them the library has
	// escaped the ASCII controls, so what is hidden can be escaped wherever it
	// stands. All of it lies in the first 65,536 code points.
	for _, c := range plain.String() {
		if c >= 0x7f && isHidden(c) {
			fmt.Fprintf(out, `\u%04x`, c)
		} else {
			out.WriteRune(c)
		}
	}
	return nil
}
