package rows

import (
	"errors"
	"strings"

	"github.com/whosaid/whosaid/pkg/extract"
	"github.com/whosaid/whosaid/pkg/ingest"
)

// deadLetter is a record that could not be read. The first four fields are
// those that whosaid itself prints of it.
type deadLetter struct {
	Error string `json:"error"`
	Input string `json:"input"`
	File  string `json:"file,omitempty"`
	Line  int    `json:"line,omitempty"`
	// Bytes are the record's, in base64, since they may be no text; of a larger
	// record the first mebibyte. Length is how many there are.
	Bytes  []byte `json:"bytes"`
	Length int64  `json:"length"`
}

// mostBytes is how much of a bad record a dead letter keeps, in bytes: any
// article whole, and of a file that was never one not more than a runner moves
// easily.
const mostBytes = 1 << 20

// DeadLetter returns the line that tells of a record that could not be read:
// why, and its bytes. length is that of the record where Data is only how it
// begins.
func DeadLetter(record Record, length int64, err error) string {
	letter := deadLetter{
		Error: err.Error(), Input: record.name(), File: record.File, Line: record.Line,
		Bytes: record.Data[:min(len(record.Data), mostBytes)], Length: length,
	}
	var input *ingest.Error
	var bug *extract.BugError
	switch {
	case errors.As(err, &input):
		letter.Error, letter.Input = input.Err.Error(), input.Name
	case errors.As(err, &bug):
		letter.Error, letter.Input = strings.TrimPrefix(bug.Error(), bug.Input+": "), bug.Input
	}
	line, err := Line(letter)
	if err != nil { // strings, numbers and bytes are always JSON
		panic(err)
	}
	return line
}
