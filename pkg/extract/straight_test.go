package extract

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/eval"
	"github.com/whosaid/whosaid/pkg/ingest"
)

// straight replaces curly marks by straight ones.
var straight = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'")

// TestStraightMarksInNews types articles whose curly marks come in pairs with
// straight ones: the quotes are the same, and so are their speakers. A few
// marks cannot be told: behind a space ‘, as in ‘Enbaqom, begins a name or a
// quotation. When this was written, 11 of 3,724 were others.
func TestStraightMarksInNews(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 1,200 articles")
	}
	const least = 0.99
	x := New()
	same, all := 0, 0
	for _, name := range []string{"ner/worldwide.articles.dev.jsonl", "ner/worldwide.articles.train.jsonl", "quotes/polnear.direct.train.jsonl"} {
		gold, err := eval.ReadGoldPath(filepath.Join("..", "..", "..", "shared", "data", filepath.FromSlash(name)))
		if err != nil {
			t.Skip("the corpora are not beside this checkout: ", err)
		}
		for _, g := range gold {
			if strings.Contains(g.Text, `"`) || !strings.Contains(g.Text, "“") || strings.Count(g.Text, "“") != strings.Count(g.Text, "”") {
				continue
			}
			curly := said(mustExtract(t, x, ingest.Input{Name: g.ID, Text: g.Text}))
			plain := said(mustExtract(t, x, ingest.Input{Name: g.ID, Text: straight.Replace(g.Text)}))
			all += len(curly)
			for quote, speaker := range curly {
				if other, ok := plain[quote]; ok && other == speaker {
					same++
				}
			}
		}
	}
	t.Logf("%d of %d quotes are the same", same, all)
	if all == 0 || float64(same) < least*float64(all) {
		t.Errorf("%d of %d quotes are the same, less than %.2f", same, all, least)
	}
}

// said returns each quote, with its words, kind and place among those of the
// same words, and its speaker, in straight marks.
func said(a *article.Article) map[[3]string]string {
	found := map[[3]string]string{}
	for _, q := range a.Quotes {
		speaker := ""
		if q.Speaker != nil {
			speaker = straight.Replace(q.Speaker.Name)
		}
		key := [3]string{straight.Replace(q.Text), string(q.Kind)}
		for _, taken := found[key]; taken; _, taken = found[key] {
			key[2] += "again "
		}
		found[key] = speaker
	}
	return found
}
