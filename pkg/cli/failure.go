package cli

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"github.com/whosaid/whosaid/pkg/encode"
	"github.com/whosaid/whosaid/pkg/extract"
	"github.com/whosaid/whosaid/pkg/ingest"
)

// failure is the record that stands for an input that could not be read.
type failure struct {
	Error string `json:"error"`
	Input string `json:"input"`          // as an article would have named it
	File  string `json:"file,omitempty"` // of a record
	Line  int    `json:"line,omitempty"` // of the record in it
}

// writeFailure writes an error as one line of JSON. That the writer may fail is
// ignored: the exit code tells of the input, and what comes next of the writer.
func writeFailure(out io.Writer, err error) {
	f := failure{Error: err.Error()}
	var input *ingest.Error
	var bug *extract.BugError
	switch {
	case errors.As(err, &input):
		f = failure{Error: input.Err.Error(), Input: input.Name, File: input.File, Line: input.Line}
	case errors.As(err, &bug):
		f = failure{Error: strings.TrimPrefix(bug.Error(), bug.Input+": "), Input: bug.Input}
	}
	var line bytes.Buffer
	if encode.WriteJSON(&line, f, "") == nil {
		_, _ = out.Write(line.Bytes())
	}
}
