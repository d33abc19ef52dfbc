package pipeline

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/cmd/whosaid-beam/rows"
)

// gathered is what a recordReader gives, in words.
type gathered []string

func (g *gathered) reader() *recordReader {
	const maxBytes = 20
	return &recordReader{
		file:   "news.jsonl",
		reader: rows.Options{MaxBytes: maxBytes}.Reader(),
		emit:   func(r rows.Record) { *g = append(*g, fmt.Sprintf("%d %s", r.Line, bytes.TrimSpace(r.Data))) },
		failed: func(letter string) { *g = append(*g, letter) },
	}
}

// TestLines numbers the lines as an editor does, whatever stands in them.
func TestLines(t *testing.T) {
	for name, test := range map[string]struct {
		text string
		want gathered
	}{
		"line ends":   {"one\n\ntwo\r\n  \nthree\n", gathered{"1 one", "3 two", "5 three"}},
		"no last end": {"one\ntwo", gathered{"1 one", "2 two"}},
		"long line": {"one\n" + strings.Repeat("x", 21) + "\nthree", gathered{
			"1 one", `{"error":"a line larger than the limit of 20 bytes","input":"news.jsonl:2","file":"news.jsonl","line":2,` +
				`"bytes":"eHh4eHh4eHh4eHh4eHh4eHh4eHh4Cg==","length":22}`, "3 three"}},
		"nothing": {"", nil},
	} {
		var got gathered
		if err := got.reader().lines(strings.NewReader(test.text)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// TestFaultsAreNoDeadLetters leaves a fault of the file system to the runner.
func TestFaultsAreNoDeadLetters(t *testing.T) {
	fault := errors.New("the disk is gone")
	for name, read := range map[string]func(*recordReader, io.Reader) error{
		"lines": (*recordReader).lines, "zipped": (*recordReader).zipped, "document": (*recordReader).document,
	} {
		var got gathered
		content := io.MultiReader(strings.NewReader("\x1f"), iotest.ErrReader(fault))
		if err := read(got.reader(), content); !errors.Is(err, fault) || len(got) > 0 {
			t.Errorf("%s: error %v and %q, want the fault alone", name, err, got)
		}
	}
}

// TestLookAtAMissingFile has a file vanish between the listing and the reading.
func TestLookAtAMissingFile(t *testing.T) {
	var letters []string
	f := &lookFn{}
	err := f.ProcessElement(context.Background(), file{Path: t.TempDir() + "/gone.txt", Size: 3},
		func(file) { t.Error("there is no file") }, func(letter string) { letters = append(letters, letter) })
	if err != nil || len(letters) != 1 || !strings.Contains(letters[0], `"error":"no such file or folder"`) {
		t.Errorf("error %v, dead letters %v", err, letters)
	}
}
