package extract

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/ingest"
)

// articlesFolder holds the articles that this project brings along.
const articlesFolder = "../../testdata/articles"

// articleTexts returns the articles by file name.
func articleTexts(tb testing.TB) map[string]string {
	tb.Helper()
	paths, err := filepath.Glob(filepath.Join(articlesFolder, "*.txt"))
	if err != nil || len(paths) == 0 {
		tb.Fatalf("no articles in %s: %v", articlesFolder, err)
	}
	texts := map[string]string{}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			tb.Fatal(err)
		}
		texts[filepath.Base(path)] = string(data)
	}
	return texts
}

func TestIndirectKeepsThePromises(t *testing.T) {
	plain, indirect := New(), New(WithIndirect())
	for name, text := range articleTexts(t) {
		t.Run(name, func(t *testing.T) {
			in := ingest.Input{Name: name, Text: text}
			a, err := plain.Extract(t.Context(), in)
			if err != nil {
				t.Fatal(err)
			}
			b, err := indirect.Extract(t.Context(), in)
			if err != nil {
				t.Fatal(err)
			}
			if err := b.Validate(); err != nil {
				t.Error(err)
			}
			for _, q := range a.Quotes {
				if q.Kind == article.Indirect {
					t.Errorf("%s is indirect, and nobody asked for that", q.ID)
				}
				if !holds(b.Quotes, q) {
					t.Errorf("the words of %s, %q, are in no quote with reported speech", q.ID, q.Text)
				}
			}
		})
	}
}

// holds reports whether some quote has the words of another.
func holds(quotes []article.Quote, q article.Quote) bool {
	for _, other := range quotes {
		if other.Start <= q.Start && q.End <= other.End && strings.Contains(other.Text, q.Text) {
			return true
		}
	}
	return false
}

func FuzzExtractIndirect(f *testing.F) {
	for _, text := range articleTexts(f) {
		f.Add(text)
	}
	x := New(WithIndirect(), WithAllQuoted())
	f.Fuzz(func(t *testing.T, text string) {
		a, err := x.Extract(t.Context(), ingest.Input{Name: "fuzz", Text: text})
		if err != nil {
			t.Fatal(err)
		}
		if err := a.Validate(); err != nil {
			t.Error(err)
		}
	})
}
