package stats

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/pkg/article"
)

func say(name, id, text string) article.Quote {
	q := article.Quote{Kind: article.Direct, Text: text}
	if name != "" {
		q.Speaker = &article.Speaker{Name: name}
		if id != "" {
			q.Speaker.ID = &id
		}
	}
	return q
}

func TestTally(t *testing.T) {
	var tally Tally
	tally.Add(&article.Article{Input: "a.txt", Quotes: []article.Quote{
		say("Ana Sá", "ana-sa", "one two three"), say("Rui Reis", "rui-reis", "one"), say("a guard", "", "one two"), say("Ana Sá", "ana-sa", "four"),
	}})
	tally.Add(&article.Article{Input: "b.txt", Quotes: []article.Quote{
		say("Ana Sá", "ana", "five"), say("", "", "who knows"), {Kind: article.QuotedOnly, Text: "scare"}, say("Mercy", "", "one two"),
	}})
	tally.Add(&article.Article{})
	want := Report{
		Articles: 3, Quotes: 7, Words: 12,
		Named:   Count{Quotes: 4, Words: 6, Articles: 2},
		Unnamed: Count{Quotes: 2, Words: 4, Articles: 2},
		Unknown: Count{Quotes: 1, Words: 2, Articles: 1},
		Speakers: []Speaker{
			{"Ana Sá", Count{3, 5, 2}, []string{"a.txt", "b.txt"}},
			{"Rui Reis", Count{1, 1, 1}, []string{"a.txt"}},
		},
	}
	if diff := cmp.Diff(want, tally.Report()); diff != "" {
		t.Error(diff)
	}
}

func TestTallyOfNothing(t *testing.T) {
	var tally Tally
	if got := tally.Report(); got.Articles != 0 || got.Speakers == nil {
		t.Errorf("got %+v, want no articles and an empty list", got)
	}
}

// TestTallyTellsANameFromADescription lists a person called Baker and not a
// source described as one.
func TestTallyTellsANameFromADescription(t *testing.T) {
	var tally Tally
	tally.Add(&article.Article{Input: "c.txt", Quotes: []article.Quote{say("Baker", "", "one"), say("Baker", "baker", "one two")}})
	want := []Speaker{{"Baker", Count{1, 2, 1}, []string{"c.txt"}}}
	if diff := cmp.Diff(want, tally.Report().Speakers); diff != "" {
		t.Error(diff)
	}
}

// TestTallyCountsAnArticleOnce has two people of one name in an article, and
// two articles of one name.
func TestTallyCountsAnArticleOnce(t *testing.T) {
	var tally Tally
	for range 2 {
		tally.Add(&article.Article{Input: "-", Quotes: []article.Quote{say("Baker", "baker", "one"), say("Baker", "baker-2", "two")}})
	}
	want := []Speaker{{"Baker", Count{4, 4, 2}, []string{"-", "-"}}}
	if diff := cmp.Diff(want, tally.Report().Speakers); diff != "" {
		t.Error(diff)
	}
}
