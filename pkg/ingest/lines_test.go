package ingest

import (
	"errors"
	"io"
	"strings"
	"testing"
)

// TestLines counts every byte, also of a line that is too long.
func TestLines(t *testing.T) {
	const limit = 8
	long := strings.Repeat("x", 2*bufferSize)
	lines := (&Reader{MaxBytes: limit}).Lines(strings.NewReader("one\r\n\n" + long + "\nlast"))
	for i, want := range []struct {
		line   string
		length int64
		err    error
	}{
		{"one\r\n", 5, nil}, {"\n", 1, nil}, {long[:bufferSize], int64(len(long)) + 1, ErrTooLong}, {"last", 4, io.EOF}, {"", 0, io.EOF},
	} {
		line, length, err := lines.Next()
		if string(line) != want.line || length != want.length || !errors.Is(err, want.err) || (err == nil) != (want.err == nil) {
			t.Errorf("line %d: %d bytes kept of %d, error %v; want %d of %d, %v", i+1, len(line), length, err, len(want.line), want.length, want.err)
		}
	}
}

func TestRecord(t *testing.T) {
	var r Reader
	for name, test := range map[string]struct {
		line, want string // want is the name of the document, or the error
		found      bool
	}{
		"id":       {`{"id":"a1","text":"It rained."}`, "a1", true},
		"no id":    {"\ufeff" + `{"text":"It rained."}` + "\r\n", "news.jsonl:1", true},
		"empty":    {" \r\n", "", false},
		"mark":     {"\ufeff\n", "", false},
		"no text":  {`{"id":"a1"}`, `news.jsonl:1: the record has no field "text"`, true},
		"not JSON": {`{"id":`, "news.jsonl:1: not JSON: unexpected end of JSON input", true},
	} {
		in, found, err := r.Record("news.jsonl", 1, []byte(test.line))
		got := in.Name
		if err != nil {
			got = err.Error()
		}
		if got != test.want || found != test.found {
			t.Errorf("%s: %q, found %v; want %q, %v", name, got, found, test.want, test.found)
		}
	}
}
