package query

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/pkg/article"
)

const text = `“Faro is safe,” said Ana Sá, the mayor. “Is it,” asked a guard, “though?” “No comment.” He called it “fine”.`

func sample() *article.Article {
	quote := func(kind article.Kind, piece string, speaker *article.Speaker, cue string) article.Quote {
		start := strings.Index(text, piece)
		q := article.Quote{Kind: kind, Text: piece, Start: start, End: start + len(piece), Speaker: speaker}
		if cue != "" {
			q.Cue = &article.Cue{Text: cue}
		}
		return q
	}
	ana := &article.Speaker{Name: "Ana Sá", ID: new("ana-sa"), Text: "Sá"}
	faro := strings.Index(text, "Faro")
	split := quote(article.Direct, "Is it,” asked a guard, “though?", &article.Speaker{Name: "a guard", Text: "a guard"}, "asked")
	split.Parts = [][2]int{{split.Start, split.Start + len("Is it,")}, {split.End - len("though?"), split.End}}
	return &article.Article{
		Text:   text,
		People: []article.Entity{{ID: "ana-sa", Name: "Ana Sá", Aliases: []string{"Sá", "Anita"}, Roles: []string{"the mayor"}}},
		Places: []article.Entity{{ID: "faro", Name: "City of Faro", Aliases: []string{"Faro"}, Mentions: []article.Mention{{Start: faro, End: faro + len("Faro")}}}},
		Quotes: []article.Quote{
			quote(article.Direct, "Faro is safe,", ana, "said"),
			split,
			quote(article.Direct, "No comment.", nil, ""),
			quote(article.Mixed, "fine", ana, "called"),
		},
	}
}

func TestFind(t *testing.T) {
	for name, test := range map[string]struct {
		query Query
		want  []int
	}{
		"everything":            {Query{}, []int{0, 1, 2, 3}},
		"speaker":               {Query{Speaker: "Ana"}, []int{0, 3}},
		"speaker, small":        {Query{Speaker: "ana sá"}, []int{0, 3}},
		"speaker by alias":      {Query{Speaker: "anita"}, []int{0, 3}},
		"speaker by role":       {Query{Speaker: "mayor"}, []int{0, 3}},
		"speaker without name":  {Query{Speaker: "guard"}, []int{1}},
		"nobody":                {Query{Speaker: "Reis"}, nil},
		"cue":                   {Query{Cue: "ask"}, []int{1}},
		"kind":                  {Query{Kind: article.Mixed}, []int{3}},
		"about, by alias":       {Query{About: "faro"}, []int{0}},
		"about, by name":        {Query{About: "city"}, []int{0}},
		"about nothing named":   {Query{About: "Lisbon"}, nil},
		"words":                 {Query{Text: regexp.MustCompile(`(?i)no|safe`)}, []int{0, 2}},
		"words of the reporter": {Query{Text: regexp.MustCompile(`guard`)}, nil},
		"all at once":           {Query{Speaker: "sá", Cue: "said", About: "Faro", Kind: article.Direct, Text: regexp.MustCompile(`safe`)}, []int{0}},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, test.query.Find(sample())); diff != "" {
				t.Error(diff)
			}
		})
	}
}
