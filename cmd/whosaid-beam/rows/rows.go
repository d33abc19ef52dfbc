// Package rows turns one record into its article and its part of the tables. It
// knows nothing of Beam: the same record gives the same rows wherever and however
// often it is read, and a record that cannot be read gives none.
package rows

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"runtime/debug"
	"strings"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/encode"
	"github.com/whosaid/whosaid/pkg/extract"
	"github.com/whosaid/whosaid/pkg/ingest"
	"github.com/whosaid/whosaid/pkg/stats"
)

// Record is one document as it stands in a file.
type Record struct {
	File string // its path, in slash form
	Line int    // of a JSON Lines file; 0: the document is the whole file
	Data []byte // the line, or the file, as it is
}

// Options says how records are read and what is written. The fields are those of
// the flags of whosaid, and mean the same.
type Options struct {
	Format             ingest.Format
	TextField, IDField string
	MaxBytes           int64
	Keep               bool
	AllQuoted          bool
	Indirect           bool
	MinConfidence      float64
	Offsets            article.Unit
	Text               bool
	// LeastWords is how many words a quotation has at least to be looked for in
	// other articles.
	LeastWords int
}

// Reader returns what reads the records.
func (o Options) Reader() *ingest.Reader {
	return &ingest.Reader{
		Format: o.Format, TextField: o.TextField, IDField: o.IDField, Keep: o.Keep,
		MaxBytes: cmp.Or(o.MaxBytes, ingest.DefaultMaxBytes),
	}
}

// Extractor returns what extracts the articles.
func (o Options) Extractor() *extract.Extractor {
	options := []extract.Option{extract.WithMinConfidence(o.MinConfidence)}
	if o.AllQuoted {
		options = append(options, extract.WithAllQuoted())
	}
	if o.Indirect {
		options = append(options, extract.WithIndirect())
	}
	return extract.New(options...)
}

// Rows is what one record gives.
type Rows struct {
	Article  string   // as whosaid -o jsonl prints it, without the line end
	Quotes   []string // one JSON object each
	Speakers []stats.Speaker
	Sayings  []stats.Saying
	// Words are those of the text, and Attributed the quotes with a speaker.
	Words, Attributed int
}

// Maker makes rows. It is safe for use by several goroutines at once.
type Maker struct {
	options   Options
	extractor *extract.Extractor
}

// NewMaker returns a maker that extracts with x, which is of the same options.
func NewMaker(options Options, x *extract.Extractor) *Maker { return &Maker{options, x} }

// Make returns the rows of one record; found is false for an empty line. A
// panic anywhere becomes an [extract.BugError], so that it costs one record.
func (m *Maker) Make(ctx context.Context, record Record) (rows Rows, found bool, err error) {
	defer func() {
		if v := recover(); v != nil {
			bug := &extract.BugError{Input: record.name(), Value: v, Stack: debug.Stack()}
			rows, found, err = Rows{}, true, bug
		}
	}()
	in, found, err := m.read(ctx, record)
	if !found || err != nil {
		return Rows{}, found, err
	}
	a, err := m.extractor.Extract(ctx, in)
	if err != nil {
		return Rows{}, true, err
	}
	rows, err = m.rows(in, a)
	return rows, true, err
}

// read decodes a record.
func (m *Maker) read(ctx context.Context, record Record) (in ingest.Input, found bool, err error) {
	reader := m.options.Reader()
	if record.Line > 0 {
		return reader.Record(record.File, record.Line, record.Data)
	}
	reader.Stdin, reader.StdinName = bytes.NewReader(record.Data), record.File
	for in, err := range reader.Inputs(ctx, []string{ingest.Stdin}) {
		return in, true, err
	}
	return ingest.Input{}, false, ctx.Err()
}

func (m *Maker) rows(in ingest.Input, a *article.Article) (Rows, error) {
	var line strings.Builder
	encoder, err := encode.NewEncoder(&line, encode.JSONL, encode.Options{Offsets: m.options.Offsets, Text: m.options.Text})
	if err != nil {
		return Rows{}, err
	}
	// An article of a page carries its text, as nobody else has it.
	if err := encoder.EncodeWith(a, encode.With{Text: in.FromPage, Fields: in.Fields}); err != nil {
		return Rows{}, err
	}
	rows := Rows{
		Article:  strings.TrimSuffix(line.String(), "\n"),
		Speakers: stats.Speakers(a),
		Sayings:  stats.Sayings(a, m.options.LeastWords),
		Words:    len(strings.Fields(a.Text)),
	}
	rows.Quotes, err = quoteRows(a, m.options.Offsets)
	for _, q := range a.Quotes {
		if q.Speaker != nil {
			rows.Attributed++
		}
	}
	return rows, err
}

// name returns what a record is called where its document has no name.
func (r Record) name() string {
	if r.Line > 0 {
		return fmt.Sprintf("%s:%d", r.File, r.Line)
	}
	return r.File
}

// Line returns value as one line of JSON, written as whosaid writes its own and
// without the line end.
func Line(value any) (string, error) {
	var line bytes.Buffer
	if err := encode.WriteJSON(&line, value, ""); err != nil {
		return "", err
	}
	return strings.TrimSuffix(line.String(), "\n"), nil
}
