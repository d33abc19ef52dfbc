package verify_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/verify"
)

// manyArticles writes articles of 600 words with the frequencies of a language
// (Zipf's law), each with three quotes.
func manyArticles(n int) []string {
	const words, vocabulary = 600, 50_000
	r := rand.New(rand.NewPCG(1, 1))
	zipf := rand.NewZipf(r, 1.1, 3, vocabulary)
	texts := make([]string, n)
	var b strings.Builder
	for i := range texts {
		b.Reset()
		for w := range words {
			switch w % 200 {
			case 50:
				b.WriteString("“")
			case 75:
				b.WriteString("” said Ana Sá. ")
			}
			fmt.Fprintf(&b, "w%d ", zipf.Uint64())
		}
		texts[i] = b.String()
	}
	return texts
}

// TestTenThousandArticles checks one draft against 10,000 articles: in less than
// 5 s, as promised, with the index made at reading speed.
func TestTenThousandArticles(t *testing.T) {
	if testing.Short() {
		t.Skip("6 million words")
	}
	const (
		articles  = 10_000
		mostCheck = 5 * time.Second
		// readingSpeed is what the pipeline reads in a second on one core, in
		// words; a busy machine takes longer.
		readingSpeed = 100_000
	)
	texts := manyArticles(articles)
	start := time.Now()
	index := verify.NewIndex()
	for i, text := range texts {
		index.Add(fmt.Sprint(i), text)
	}
	checker := verify.NewChecker(index, func(document int) (*article.Article, error) {
		return said(fmt.Sprint(document), texts[document]), nil
	})
	built := time.Since(start)

	// Eight quotes as they are, eight with a word changed, eight with dots.
	var draft strings.Builder
	for i := range 24 {
		quote := texts[i*397]
		quote = quote[strings.Index(quote, "“")+len("“"):]
		words := strings.Fields(quote[:strings.Index(quote, "”")])
		switch i % 3 {
		case 1:
			words[7] = "changed"
		case 2:
			words[7] = "…"
		}
		fmt.Fprintf(&draft, "“%s” Sá said.\n", strings.Join(words, " "))
	}
	start = time.Now()
	findings, err := checker.Check(said("draft", draft.String()))
	if err != nil {
		t.Fatal(err)
	}
	spent := time.Since(start)
	t.Logf("index of %d words in %v, %d quotes checked in %v", index.Words(), built.Round(time.Millisecond), len(findings), spent.Round(time.Millisecond))
	if spent > mostCheck {
		t.Errorf("a draft took %v, more than %v", spent, mostCheck)
	}
	if speed := float64(index.Words()) / built.Seconds(); speed < readingSpeed {
		t.Errorf("%.0f words a second indexed, want %d", speed, readingSpeed)
	}
	for i, f := range findings {
		want := []verify.Verdict{verify.Verbatim, verify.Altered, verify.Trimmed}[i%3]
		if f.Verdict != want || f.Source.Input != fmt.Sprint(i*397) {
			t.Errorf("quote %d: %s in %v, want %s", i, f.Verdict, f.Source, want)
		}
	}
}

func BenchmarkIndex(b *testing.B) {
	texts := manyArticles(100)
	size := 0
	for _, text := range texts {
		size += len(text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		index := verify.NewIndex()
		for _, text := range texts {
			index.Add("", text)
		}
		verify.NewChecker(index, nil)
	}
}
