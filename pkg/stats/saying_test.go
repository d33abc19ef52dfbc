package stats

import (
	"fmt"
	"math/rand"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/pkg/article"
)

func TestSayings(t *testing.T) {
	a := &article.Article{Input: "a.txt", Quotes: []article.Quote{
		say("Ana Sá", "ana-sa", "We’ll shut the port."), say("", "", "No."), say("a guard", "", "we'll shut — the port"),
		{Kind: article.Indirect, Text: "the port would be shut soon"}, {Kind: article.QuotedOnly, Text: "the so-called green wave"},
		say("", "", "Nobody will be hurt there"), say("", "", "…"),
	}}
	want := []Saying{
		{"we'll shut the port", "We’ll shut the port.", 1, []SaidBy{{"Ana Sá", 1}, {"a guard", 1}}, []string{"a.txt"}},
		{"nobody will be hurt there", "Nobody will be hurt there", 1, []SaidBy{}, []string{"a.txt"}},
	}
	if diff := cmp.Diff(want, Sayings(a, 4)); diff != "" {
		t.Error(diff)
	}
	if got := len(Sayings(a, 0)); got != 3 {
		t.Errorf("%d quotations of any length, want 3: one without a word is none", got)
	}
}

// TestMergeHasNoOrder merges the sayings of many articles in several orders and
// groupings, more articles and speakers than are listed.
func TestMergeHasNoOrder(t *testing.T) {
	const articles = 3 * mostListed
	var all []Saying
	for i := range articles {
		all = append(all, Saying{
			Key: "we will shut the port", Text: fmt.Sprintf("we will shut the port%d", i%7), Articles: 1,
			Speakers: []SaidBy{{fmt.Sprintf("speaker %03d", i%(mostListed+20)), 1}},
			In:       []string{fmt.Sprintf("article %03d", i%200)}, // some names twice
		})
	}
	fold := func(sayings []Saying) Saying {
		var sum Saying
		for _, s := range sayings {
			sum = sum.Merge(s)
		}
		return sum
	}
	want := fold(all)
	if want.Articles != articles || len(want.In) != mostListed || len(want.Speakers) != mostListed {
		t.Fatalf("%d articles, %d listed, %d speakers", want.Articles, len(want.In), len(want.Speakers))
	}
	if want.Speakers[0] != (SaidBy{"speaker 000", 3}) || want.In[1] != "article 000" {
		t.Errorf("first speaker %v, second article %q", want.Speakers[0], want.In[1])
	}
	random := rand.New(rand.NewSource(1))
	for range 20 {
		shuffled := slices.Clone(all)
		random.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		cut := 1 + random.Intn(articles-1)
		if diff := cmp.Diff(want, fold(shuffled[cut:]).Merge(fold(shuffled[:cut]))); diff != "" {
			t.Fatalf("cut at %d: %s", cut, diff)
		}
	}
}
