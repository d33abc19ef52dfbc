package check

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/span"
)

// draft builds articles by hand: names and quotes are looked for in the text.
type draft struct {
	*article.Article
	at int // where the search goes on
}

func newDraft(text string) *draft {
	return &draft{Article: &article.Article{Schema: article.Schema, Input: "a.txt", Offsets: article.Byte, Text: text}}
}

func (d *draft) find(words string) (start, end int) {
	start = strings.Index(d.Text[d.at:], words)
	if start < 0 {
		panic("the draft does not hold " + words)
	}
	start += d.at
	return start, start + len(words)
}

// person adds a person with mentions that are looked for one after another.
func (d *draft) entity(list *[]article.Entity, names ...string) *draft {
	e := article.Entity{ID: article.Slug(names[0]), Name: names[0], Aliases: names[1:]}
	d.at = 0
	for _, name := range names {
		start, end := d.find(name)
		e.Mentions = append(e.Mentions, article.Mention{Text: name, Start: start, End: end})
		d.at = end
	}
	*list = append(*list, e)
	d.at = 0
	return d
}

func (d *draft) person(names ...string) *draft { return d.entity(&d.People, names...) }

// quote adds a quote; no speaker when name is empty, else a person by id.
func (d *draft) quote(words, name string) *draft {
	start, end := d.find(words)
	q := article.Quote{Kind: article.Direct, Text: words, Start: start, End: end}
	if name != "" {
		id := article.Slug(name)
		q.Speaker = &article.Speaker{Name: name, ID: &id}
	}
	d.Quotes = append(d.Quotes, q)
	return d
}

// reports returns what a rule finds, as line:column words: message.
func reports(rule string, d *draft, baseline Baseline) []string {
	only := Levels{}
	for _, r := range Rules() {
		only[r.Name] = Off
	}
	only[rule] = Warning
	all := []string{}
	index := span.NewIndex(d.Text)
	for _, f := range New(only, baseline).Check(d.Article) {
		at := index.Position(f.Start)
		all = append(all, fmt.Sprintf("%d:%d %s: %s", at.Line, at.Column, f.Of(d.Text), f.Message))
	}
	return all
}

func TestSpeakerRules(t *testing.T) {
	for name, test := range map[string]struct {
		rule  string
		draft *draft
		want  []string
	}{
		"nobody speaks": {"quote-without-speaker",
			newDraft("“We are ready.” The shops stayed shut.").quote("We are ready.", ""),
			[]string{"1:2 We are ready.: nobody is named as the speaker of “We are ready.”"}},
		"somebody speaks": {"quote-without-speaker",
			newDraft("“We are ready,” said Ana Sá.").person("Ana Sá").quote("We are ready,", "Ana Sá"), []string{}},
		"surname only": {"speaker-not-introduced",
			newDraft("“It was long,” said Okafor. Okafor left.").person("Okafor", "Okafor").quote("It was long,", "Okafor"),
			[]string{"1:21 Okafor: “Okafor” speaks and is never introduced by a full name"}},
		"full name later": {"speaker-not-introduced",
			newDraft("“It was long,” said Okafor. Ngozi Okafor left.").person("Okafor", "Ngozi Okafor").quote("It was long,", "Okafor"),
			[]string{}},
		"surname that does not speak": {"speaker-not-introduced",
			newDraft("Okafor left.").person("Okafor"), []string{}},
		"handle": {"speaker-not-introduced",
			newDraft("“Rain,” wrote @sky_watch.").person("@sky_watch").quote("Rain,", "@sky_watch"), []string{}},
		"acronym": {"speaker-not-introduced",
			newDraft("“Rain,” said AMLO.").person("AMLO").quote("Rain,", "AMLO"), []string{}},
		"initial and surname": {"speaker-not-introduced",
			newDraft("“Rain,” said L.Tamm.").person("L.Tamm").quote("Rain,", "L.Tamm"), []string{}},
		"initial": {"speaker-not-introduced",
			newDraft("Q: “Rain?”").person("Q").quote("Rain?", "Q"), []string{}},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, reports(test.rule, test.draft, nil)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestMixedMarks(t *testing.T) {
	for name, test := range map[string]struct {
		text string
		want []string
	}{
		"straight among curly":    {"“One,” he said. “Two.”\n\"Three,\" she said.", []string{`2:1 ": 2 straight quotation marks among 4 curly ones; the first curly one is on line 1`}},
		"one curly apostrophe":    {"It's late, it's dark, and it’s cold.", []string{"1:29 ’: 1 curly apostrophe among 2 straight ones; the first straight one is on line 1"}},
		"one style":               {`"One," he said. "It's two."`, []string{}},
		"typewriter apostrophes":  {"“It's one,” he said.", []string{}},
		"inches":                  {"“He is 6'2\" tall,” she said.", []string{}},
		"curly plural possessive": {"The nurses’ strike isn't over.", []string{}},
		"bytes that are no text":  {"\xff\"\xff“", []string{"1:2 \": 1 straight quotation mark among 1 curly one; the first curly one is on line 1"}},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, reports("mixed-marks", newDraft(test.text), nil)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestNameSpelling(t *testing.T) {
	people := func(names ...string) *draft {
		d := newDraft(strings.Join(names, ", "))
		for _, name := range names {
			d.at = 0
			d.person(name)
		}
		return d
	}
	places := newDraft("Sao Paulo, São Paulo and SÃO PAULO, Iran and Iraq, Slovania")
	for _, name := range []string{"Sao Paulo", "São Paulo", "SÃO PAULO", "Iran", "Iraq", "Slovania"} {
		places.entity(&places.Places, name)
	}
	bodies := newDraft("World Health Organization, World Health Organisation, Nordea, Norden")
	for _, name := range []string{"World Health Organization", "World Health Organisation", "Nordea", "Norden"} {
		bodies.entity(&bodies.Organisations, name)
	}
	for name, test := range map[string]struct {
		draft *draft
		want  []string
	}{
		"neighbours exchanged":            {people("Michael Brown", "Micheal Brown"), []string{"1:16 Micheal Brown: “Micheal Brown” is spelt “Michael Brown” on line 1"}},
		"letter less in a surname":        {people("Kaja Kallas", "Kalas"), []string{"1:14 Kalas: “Kalas” is spelt “Kallas” on line 1"}},
		"surname alone first":             {people("Kalas", "Kaja Kallas"), []string{"1:1 Kalas: “Kalas” is spelt “Kallas” on line 1"}},
		"accent in a surname":             {people("Ana Kovács", "Kovacs"), []string{"1:13 Kovacs: “Kovacs” is spelt “Kovács” on line 1"}},
		"alias of the same person":        {newDraft("Kaja Kallas left. Kalas waited.").person("Kaja Kallas", "Kalas"), []string{"1:19 Kalas: “Kalas” is spelt “Kallas” on line 1"}},
		"two persons":                     {people("John Brown", "Mary Browne"), []string{}},
		"two persons and their surnames":  {people("John Brown", "Mary Browne", "Browne"), []string{}},
		"brother and sister":              {people("Mario Silva", "Maria Silva"), []string{}},
		"family":                          {people("Johnson", "Johnsons"), []string{}},
		"short names":                     {people("Jon Lee", "Jan Lee"), []string{}},
		"one vowel for another":           {people("Chang", "Cheng"), []string{}},
		"pet name":                        {people("Mikey", "Mikes"), []string{}},
		"other first letter":              {people("Kate Miller", "Kate Tiller"), []string{}},
		"apostrophes":                     {people("Rory O'Brien", "Rory O’Brien"), []string{}},
		"case":                            {people("Ian McDonald", "Ian Mcdonald", "IAN MCDONALD"), []string{}},
		"places by accents alone":         {places, []string{"1:12 São Paulo: “São Paulo” is spelt “Sao Paulo” on line 1"}},
		"organisations of several words":  {bodies, []string{"1:28 World Health Organisation: “World Health Organisation” is spelt “World Health Organization” on line 1"}},
		"the same name again and again":   {people("Kaja Kallas", "Kallas", "Kaja Kallas"), []string{}},
		"letters that are no letter pair": {people("Area 51000", "Area 51001"), []string{}},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, reports("name-spelling", test.draft, nil)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestChangedQuote(t *testing.T) {
	before := newDraft("“We will leave in May,” said Eva Tamm. “The port is shut,” he said. “Never.”").
		person("Eva Tamm").quote("We will leave in May,", "Eva Tamm").quote("The port is shut,", "Eva Tamm").quote("Never.", "")
	for name, test := range map[string]struct {
		draft *draft
		want  []string
	}{
		"word changed": {
			newDraft("“We will leave in March,” said Eva Tamm.").person("Eva Tamm").quote("We will leave in March,", "Eva Tamm"),
			[]string{"1:2 We will leave in March,: “We will leave in March,” was “We will leave in May,” in the baseline"}},
		"speaker changed": {
			newDraft("“The port is shut,” said Jaan Kask.").person("Jaan Kask").quote("The port is shut,", "Jaan Kask"),
			[]string{"1:2 The port is shut,: “The port is shut,” is said by “Jaan Kask” and was by “Eva Tamm” in the baseline"}},
		"moved, set anew and with a new neighbour": {
			newDraft("“Snow fell on all of us.” “The port\nis shut,” “We will leave in May,”").
				quote("Snow fell on all of us.", "").quote("The port\nis shut,", "").quote("We will leave in May,", ""), []string{}},
		"gone": {newDraft("Nothing was said."), []string{}},
	} {
		t.Run(name, func(t *testing.T) {
			got := reports("changed-quote", test.draft, Baseline{"a.txt": before.Article})
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
	if got := reports("changed-quote", newDraft("“Never!”").quote("Never!", ""), Baseline{"b.txt": before.Article}); len(got) > 0 {
		t.Errorf("another article's baseline gives %q", got)
	}
}

func TestFindingsAreInOrderAndHaveTheirLevel(t *testing.T) {
	d := newDraft("“We are ready.\n\"Yes.\" He left.").quote("Yes.", "")
	d.Diagnostics = []article.Diagnostic{{Code: "unclosed-quote", Message: "this quotation mark is never closed", Start: 0, End: 3}}
	var got []string
	for _, f := range New(Levels{"mixed-marks": Info}, nil).Check(d.Article) {
		got = append(got, fmt.Sprint(f.Start, " ", f.Level, " ", f.Rule))
	}
	want := []string{"0 info mixed-marks", "0 error unclosed-quote", "18 warning quote-without-speaker"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestRulesAreSortedAndSayWhatTheyFind(t *testing.T) {
	last := ""
	for _, r := range Rules() {
		if r.Name <= last || r.Help == "" || r.Level == Off || r.find == nil {
			t.Errorf("rule %q after %q: out of order, silent or without effect", r.Name, last)
		}
		last = r.Name
	}
}

// TestManyNamesTakeTimeInProportion compares a list of names that are all
// slips of each other with a long one.
func TestManyNamesTakeTimeInProportion(t *testing.T) {
	run := func(n int) time.Duration {
		var text strings.Builder
		var people []article.Entity
		for i := range n {
			name := fmt.Sprintf("Anna%c%c%c Brownfield", 'a'+i%26, 'a'+i/26%26, 'a'+i/676%26)
			start := text.Len()
			text.WriteString(name + ", ")
			people = append(people, article.Entity{Name: name, Mentions: []article.Mention{{Text: name, Start: start, End: start + len(name)}}})
		}
		a := &article.Article{Text: text.String(), People: people}
		best := time.Hour
		for range 3 {
			began := time.Now()
			New(nil, nil).Check(a)
			best = min(best, time.Since(began))
		}
		return best
	}
	const n, times, slack = 1000, 16, 5 // other work on the machine may slow one of the two down
	if short, long := run(n), run(times*n); long > slack*times*short {
		t.Errorf("%d names take %v, %d take %v", n, short, times*n, long)
	}
}
