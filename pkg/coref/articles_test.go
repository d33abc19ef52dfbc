package coref

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/span"
)

// goldEntity is an entity as the gold files write it, offsets in code points.
type goldEntity struct {
	Name     string
	Aliases  []string
	Mentions []struct {
		Start, End int
	}
}

// goldArticle is what a gold file says of names.
type goldArticle struct {
	People, Places, Organisations []goldEntity
}

// documentWith parses text and makes mentions of the spans.
func documentWith(text string, spans []span.Span, types []ner.Type) (*nlp.Document, []ner.Mention) {
	d := nlp.Parse(text)
	mentions := make([]ner.Mention, 0, len(spans))
	for i, s := range spans {
		first := sort.Search(len(d.Tokens), func(t int) bool { return d.Tokens[t].End > s.Start })
		last := first
		for last < len(d.Tokens) && d.Tokens[last].Start < s.End {
			last++
		}
		mentions = append(mentions, ner.Mention{Span: s, First: first, Last: last, Type: types[i], Confidence: 1})
	}
	return d, mentions
}

// TestResolveArticles checks that the mentions of the gold files, without
// their grouping, are grouped and named as the files say.
func TestResolveArticles(t *testing.T) {
	files, err := filepath.Glob("../../testdata/articles/*.gold.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no gold files: %v", err)
	}
	for _, file := range files {
		name := filepath.Base(file[:len(file)-len(".gold.json")])
		t.Run(name, func(t *testing.T) {
			var gold goldArticle
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if err := json.Unmarshal(data, &gold); err != nil {
				t.Fatal(err)
			}
			text, err := os.ReadFile(file[:len(file)-len(".gold.json")] + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			checkArticle(t, name, string(text), &gold)
		})
	}
}

// beyondRules are the articles whose names take more than the words of the
// names to group, and why.
var beyondRules = map[string]string{
	"country_aliases":      "Britain is called by its plainer name there, and by the fuller United Kingdom here",
	"one_name_three_types": "Santi is short for the club Santiago",
	"particle_names":       "A. E. T. Rahman is Abdel Rahman el-Tahawy",
	"scare_quotes":         "Big Tev is a nickname of Tevita Moala",
	"shared_surname":       "only the story tells which Mr Ogunleye is meant",
}

func checkArticle(t *testing.T, name, text string, gold *goldArticle) {
	t.Helper()
	var bytes []int
	for i := range text {
		bytes = append(bytes, i)
	}
	bytes = append(bytes, len(text))
	type mention struct {
		span.Span
		kind ner.Type
	}
	var all []mention
	want := map[string][]string{}
	for kind, list := range [][]goldEntity{ner.Person: gold.People, ner.Place: gold.Places, ner.Organisation: gold.Organisations} {
		for _, e := range list {
			for _, m := range e.Mentions {
				all = append(all, mention{span.Span{Start: bytes[m.Start], End: bytes[m.End]}, ner.Type(kind)})
			}
			want[e.Name] = e.Aliases
		}
	}
	slices.SortFunc(all, func(a, b mention) int { return span.Compare(a.Span, b.Span) })
	var spans []span.Span
	var types []ner.Type
	for _, m := range all {
		spans, types = append(spans, m.Span), append(types, m.kind)
	}
	d, mentions := documentWith(text, spans, types)
	got := map[string][]string{}
	for _, e := range Resolve(d, mentions).List {
		got[e.Name] = append([]string{}, e.Aliases...)
	}
	diff := cmp.Diff(want, got)
	switch reason := beyondRules[name]; {
	case diff == "" && reason != "":
		t.Errorf("the rules have learned what they could not do: %s", reason)
	case diff != "" && reason == "":
		t.Errorf("names and their aliases (-want +got):\n%s", diff)
	}
}
