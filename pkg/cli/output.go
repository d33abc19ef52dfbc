package cli

import (
	"errors"
	"fmt"
	"io"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/encode"
	"github.com/whosaid/whosaid/pkg/ingest"
	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/span"
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
// offsets would mean nothing without it. An input that the format has no room
// for is an [ingest.Error].
func encodeInput(e *encode.Encoder, in ingest.Input, a *article.Article) error {
	err := e.EncodeWith(a, encode.With{Text: in.FromPage, Fields: in.Fields})
	if errors.Is(err, encode.ErrOneArticle) {
		return &ingest.Error{Name: in.Name, Err: encode.ErrOneArticle, File: in.File, Line: in.Line}
	}
	return err
}

// tokenise divides a text for the formats that want its tokens.
func tokenise(text string) [][]span.Span {
	document := nlp.Parse(text)
	sentences := make([][]span.Span, len(document.Sentences))
	for i, s := range document.Sentences {
		for _, token := range document.Tokens[s.First:s.Last] {
			sentences[i] = append(sentences[i], token.Span)
		}
	}
	return sentences
}

func (s stream) close(bool) error { return s.failed(s.encoder.Close()) }

func (s stream) failed(err error) error {
	if err == nil || isInputError(err) {
		return err
	}
	return fmt.Errorf("standard output: %w", err)
}

// isInputError reports whether an error is about one input alone.
func isInputError(err error) bool {
	var input *ingest.Error
	return errors.As(err, &input)
}
