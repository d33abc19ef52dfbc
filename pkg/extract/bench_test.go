package extract

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/whosaid/whosaid/pkg/ingest"
)

// ownArticles returns our own articles, in the order of their names.
func ownArticles(tb testing.TB) (texts []string, words int) {
	tb.Helper()
	paths, err := filepath.Glob("../../testdata/articles/*.txt")
	if err != nil || len(paths) == 0 {
		tb.Fatalf("no articles: %v", err)
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			tb.Fatal(err)
		}
		texts = append(texts, string(text))
		words += len(strings.Fields(string(text)))
	}
	return texts, words
}

// BenchmarkExtract is the whole pipeline in a process that has read other
// articles: a brief of a hundred words, an article of 600, one of 16,000, and
// our articles one after another. BenchmarkProse of package nlp reads the same
// with prose.
func BenchmarkExtract(b *testing.B) {
	texts, _ := ownArticles(b)
	all := strings.Join(texts, "\n\n")
	brief, err := os.ReadFile("../../testdata/articles/brief_wire_story.txt")
	if err != nil {
		b.Fatal(err)
	}
	for _, c := range []struct {
		name  string
		texts []string
	}{
		{"brief", []string{string(brief)}},
		{"usual", []string{all[:3600]}},
		{"long", []string{all}},
		{"articles", texts},
	} {
		b.Run(c.name, func(b *testing.B) {
			words := 0
			for _, text := range c.texts {
				words += len(strings.Fields(text))
			}
			x := New()
			b.ReportAllocs()
			for b.Loop() {
				for _, text := range c.texts {
					if _, err := x.Extract(context.Background(), ingest.Input{Text: text}); err != nil {
						b.Fatal(err)
					}
				}
			}
			b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
		})
	}
}
