package extract

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/ingest"
)

// endings are paragraphs that name nobody, or somebody new.
var endings = []string{
	"Nothing else happened that day.",
	"The shops stayed open, and the rain went on until the evening.",
	"“It rained,” said Wilhelmina Zoller.",
}

// FuzzAppend adds a paragraph to a text: what is known of the quotes before it,
// and who said them, stays as it is. A reporter who adds a line to a story may
// rely on that.
func FuzzAppend(f *testing.F) {
	for _, text := range articleTexts(f) {
		f.Add(text)
	}
	f.Add("“No,” said Ana Sá.")
	f.Add("Ana Sá was there.\n\n“No,” she said. “Yes.”\n\nBo Lund: “What?”")
	x := New()
	f.Fuzz(func(t *testing.T, text string) {
		if strings.Contains(text, "Zoller") || strings.Contains(text, "Wilhelmina") {
			return // who is known already
		}
		before := mustExtract(t, x, ingest.Input{Name: "fuzz", Text: text})
		for _, ending := range endings {
			after := mustExtract(t, x, ingest.Input{Name: "fuzz", Text: text + "\n\n" + ending + "\n"})
			checkAppended(t, before, after, ending)
		}
	})
}

// mostDoubt is how much a confidence may move: the phrases of the new paragraph
// are candidates for the quotes before it, poor ones, and have a share of the
// probability. Of quotes under leastSure another candidate may be nearly as
// probable, and any share can turn them.
const (
	mostDoubt = 0.25
	leastSure = 0.6
)

// checkAppended compares the attributed quotes before the first paragraph with a
// mark that never closes, whose quotation may well go on in the new one.
func checkAppended(t *testing.T, before, after *article.Article, ending string) {
	t.Helper()
	open := len(before.Text)
	for _, d := range before.Diagnostics {
		if d.Code == "unclosed-quote" {
			open = min(open, strings.LastIndex(before.Text[:d.Start], "\n")+1)
		}
	}
	at := map[int]article.Quote{}
	for _, q := range after.Quotes {
		at[q.Start] = q
	}
	for _, q := range before.Quotes {
		if q.Speaker == nil || q.Confidence < leastSure || q.End > open {
			continue
		}
		now := at[q.Start]
		if math.Abs(now.Confidence-q.Confidence) > mostDoubt {
			t.Fatalf("%q changes the confidence in %s from %v to %v", ending, q.ID, q.Confidence, now.Confidence)
		}
		now.Confidence = q.Confidence
		if diff := cmp.Diff(q, now); diff != "" {
			t.Fatalf("%q changes a quote before it:\n%s", ending, diff)
		}
	}
}
