package extract

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"
	"testing"
	"time"

	"github.com/whosaid/whosaid/pkg/ingest"
	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
)

// stub finds no names, is slow on texts that say so, and panics on "bug".
type stub struct{}

func (stub) Recognise(d *nlp.Document) []ner.Mention {
	switch {
	case strings.Contains(d.Text, "slow"):
		time.Sleep(20 * time.Millisecond)
	case strings.Contains(d.Text, "bug"):
		panic("index out of range")
	}
	return nil
}

func inputs(texts ...string) iter.Seq2[ingest.Input, error] {
	return func(yield func(ingest.Input, error) bool) {
		for i, text := range texts {
			name := fmt.Sprintf("%d.txt", i)
			if text == "missing" {
				if !yield(ingest.Input{Name: name}, errors.New(name+": no such file")) {
					return
				}
				continue
			}
			if !yield(ingest.Input{Name: name, Text: text}, nil) {
				return
			}
		}
	}
}

func TestBatchKeepsOrderAndGoesOn(t *testing.T) {
	x := New(WithRecogniser(stub{}))
	for _, workers := range []int{0, 1, 2, 8} {
		var got []string
		for r := range x.Batch(t.Context(), inputs("slow one", "two", "missing", "a bug", "slow five", "six"), workers) {
			var bug *BugError
			switch {
			case errors.As(r.Err, &bug):
				got = append(got, "bug in "+bug.Input)
			case r.Err != nil:
				got = append(got, r.Err.Error())
			default:
				got = append(got, r.Article.Input)
			}
		}
		want := "0.txt, 1.txt, 2.txt: no such file, bug in 3.txt, 4.txt, 5.txt"
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%d workers: %s; want %s", workers, s, want)
		}
	}
}

func TestBatchStops(t *testing.T) {
	x := New(WithRecogniser(stub{}))
	endless := func(yield func(ingest.Input, error) bool) {
		for yield(ingest.Input{Name: "again", Text: "Again."}, nil) {
		}
	}
	t.Run("when the caller has enough", func(t *testing.T) {
		n := 0
		for range x.Batch(t.Context(), endless, 3) {
			if n++; n == 10 {
				break
			}
		}
		if n != 10 {
			t.Errorf("got %d results", n)
		}
	})
	t.Run("when the context ends, with what was in flight finished", func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		n := 0
		for r := range x.Batch(ctx, endless, 3) {
			if r.Err != nil {
				t.Fatalf("result %d: %v", n, r.Err)
			}
			if n++; n == 10 {
				cancel()
			}
		}
		if n < 10 {
			t.Errorf("got %d results", n)
		}
	})
}
