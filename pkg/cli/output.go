package cli

import (
	"fmt"
	"io"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/encode"
	"github.com/whosaid/whosaid/pkg/ingest"
)

// output is where articles go.
type output interface {
	// write adds one article. An [ingest.Error] is about that input alone; any
	// other error ends the run.
	write(in ingest.Input, a *article.Article) error
	// close ends the output; complete says that every input was read.
	close(complete bool) error
}

// stream is one stream for all articles.
type stream struct {
	encoder *encode.Encoder
}

func newStream(out io.Writer, format encode.Format, options encode.Options) (stream, error) {
	encoder, err := encode.NewEncoder(out, format, options)
	return stream{encoder}, err
}

func (s stream) write(in ingest.Input, a *article.Article) error {
	return s.failed(encodeInput(s.encoder, in, a))
}

// encodeInput writes an article, with its text when that was found in a page:
// offsets would mean nothing without it.
func encodeInput(e *encode.Encoder, in ingest.Input, a *article.Article) error {
	if in.FromPage {
		return e.EncodeWithText(a)
	}
	return e.Encode(a)
}

func (s stream) close(bool) error { return s.failed(s.encoder.Close()) }

func (s stream) failed(err error) error {
	if err != nil {
		return fmt.Errorf("standard output: %w", err)
	}
	return nil
}
