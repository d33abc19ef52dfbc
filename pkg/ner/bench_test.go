package ner_test

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"

	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
)

// devArticles returns the parsed articles of a dev set, or skips the test.
func devArticles(tb testing.TB) (docs []*nlp.Document, tokens int) {
	tb.Helper()
	const path = "../../../shared/data/ner/worldwide.articles.dev.jsonl"
	f, err := os.Open(path)
	if err != nil {
		tb.Skipf("needs the corpora beside the repository: %v", err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var a struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			tb.Fatal(err)
		}
		d := nlp.Parse(a.Text)
		docs = append(docs, d)
		tokens += len(d.Tokens)
	}
	return docs, tokens
}

// BenchmarkRecognise reports tokens a second on whole news articles, each read
// for the first time by a recogniser that has seen the others.
func BenchmarkRecognise(b *testing.B) {
	docs, tokens := devArticles(b)
	r := ner.Default()
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			r.Recognise(d)
		}
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// BenchmarkOpen reports how long the embedded model takes to be ready.
func BenchmarkOpen(b *testing.B) {
	file, err := os.ReadFile("model.bin")
	if err != nil {
		b.Fatal(err)
	}
	text := string(file)
	for b.Loop() {
		if _, err := ner.OpenModel(text); err != nil {
			b.Fatal(err)
		}
	}
}
