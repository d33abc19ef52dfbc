package article

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestShares(t *testing.T) {
	id := new("ana")
	say := func(name string, id *string, text string) Quote {
		return Quote{Kind: Direct, Text: text, Speaker: &Speaker{Name: name, ID: id}}
	}
	a := &Article{Text: "one two, she said, three four", Quotes: []Quote{
		say("Ana Sá", id, "one two"),
		{Kind: Direct, Text: "who knows"},
		say("a guard", nil, "one"),
		{Kind: QuotedOnly, Text: "scare"},
		say("Ana Sá", id, "one two, she said, three four"),
	}}
	a.Quotes[4].Parts = [][2]int{{0, 7}, {19, 29}}
	want := []Share{{"Ana Sá", "ana", []int{0, 4}, 6}, {"a guard", "", []int{2}, 1}, {"", "", []int{1}, 2}}
	if diff := cmp.Diff(want, a.Shares()); diff != "" {
		t.Error(diff)
	}
}
