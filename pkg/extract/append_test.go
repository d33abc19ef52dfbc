package extract

import (
	"math"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/eval"
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

// TestAppendToNews is the same for real news.
func TestAppendToNews(t *testing.T) {
	x := New()
	for _, name := range []string{"ner/worldwide.articles.dev.jsonl", "quotes/polnear.direct.dev.jsonl"} {
		gold, err := eval.ReadGoldPath(filepath.Join("..", "..", "..", "shared", "data", filepath.FromSlash(name)))
		if err != nil {
			t.Skip("the corpora are not beside this checkout: ", err)
		}
		for _, g := range gold {
			before := mustExtract(t, x, ingest.Input{Name: g.ID, Text: g.Text})
			for _, ending := range endings {
				after := mustExtract(t, x, ingest.Input{Name: g.ID, Text: g.Text + "\n\n" + ending + "\n"})
				checkAppended(t, before, after, ending)
			}
		}
	}
}

// mostDoubt is how much a confidence may move: the recogniser reads the whole
// article, so a new paragraph may make it a little surer of a name, or less.
const mostDoubt = 0.02

// checkAppended compares the names and the attributed quotes before the new
// paragraph. Where a quotation is still open when the text ends, a paragraph that
// begins with a mark is the next one of that quotation, as the press prints speech of
// several paragraphs: what stands from the open mark on is not compared then.
func checkAppended(t *testing.T, before, after *article.Article, ending string) {
	t.Helper()
	if diff := cmp.Diff(mentionsUpTo(before, len(before.Text)), mentionsUpTo(after, len(before.Text))); diff != "" {
		t.Fatalf("%q changes the names of %s before it:\n%s", ending, before.Input, diff)
	}
	open := len(before.Text)
	for _, d := range before.Diagnostics {
		if d.Code == "unclosed-quote" && strings.HasPrefix(ending, "“") {
			open = min(open, strings.LastIndex(before.Text[:d.Start], "\n\n")+1)
		}
	}
	at := map[int]article.Quote{}
	for _, q := range after.Quotes {
		at[q.Start] = q
	}
	for _, q := range before.Quotes {
		if q.Speaker == nil || q.End > open || open < len(before.Text) && strings.TrimSpace(before.Text[q.End:open]) == "" {
			continue
		}
		now := at[q.Start]
		if math.Abs(now.Confidence-q.Confidence) > mostDoubt {
			t.Fatalf("%q changes the confidence in %s of %s from %v to %v", ending, q.ID, before.Input, q.Confidence, now.Confidence)
		}
		now.Confidence = q.Confidence
		if diff := cmp.Diff(q, now); diff != "" {
			t.Fatalf("%q changes a quote of %s before it:\n%s", ending, before.Input, diff)
		}
	}
}

// mentionsUpTo returns what kind of name stands where, before a byte offset.
func mentionsUpTo(a *article.Article, end int) map[[2]int]string {
	found := map[[2]int]string{}
	for kind, entities := range map[string][]article.Entity{"person": a.People, "place": a.Places, "organisation": a.Organisations} {
		for _, e := range entities {
			for _, m := range e.Mentions {
				if m.Start < end {
					found[[2]int{m.Start, m.End}] = kind
				}
			}
		}
	}
	return found
}
