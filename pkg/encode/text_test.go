package encode

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/pkg/article"
)

func TestTextView(t *testing.T) {
	a := sample()
	a.Quotes = a.Quotes[:2]
	want := `news/storm.txt

Storm Closes “[Port]”

[Ana Sá] 🌊 warned: “Stay in.

“Wait,” {q2 she} {q1 Ana Sá} she said.

speaker  quotes  words
Ana Sá        1      3
she           1      1
`
	if diff := cmp.Diff(want, encoded(t, View, Options{}, a)); diff != "" {
		t.Error(diff)
	}
	if got := encoded(t, View, Options{}, a, a); got != want+"\n"+want {
		t.Errorf("two articles:\n%s", got)
	}
}

func TestTextViewColour(t *testing.T) {
	got := encoded(t, View, Options{Colour: true}, sample())
	for _, want := range []string{"\x1b[36mAna Sá\x1b[0m", "\x1b[32mPort\x1b[0m", "“\x1b[4mStay in.\x1b[0m\n\n“\x1b[4mWait,\x1b[0m”"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in %q", want, got)
		}
	}
	plain := strings.NewReplacer("\x1b[36m", "[", "\x1b[32m", "[").Replace(got)
	if strings.Count(plain, "\x1b[") == 0 || strings.Contains(encoded(t, View, Options{}, sample()), "\x1b") {
		t.Error("colour is there without being asked for, or not there when asked for")
	}
}

func TestTextViewCannotSteerATerminal(t *testing.T) {
	for _, s := range hostile {
		a := filledWith(s)
		a.People, a.Places, a.Quotes[0].Parts = nil, nil, nil
		for i := range a.Quotes {
			a.Quotes[i].Start, a.Quotes[i].End = 0, len(s)
		}
		out := encoded(t, View, Options{}, a)
		if strings.ContainsFunc(out, func(c rune) bool { return isHidden(c) && c != '\n' }) {
			t.Errorf("%q shows through: %q", s, out)
		}
	}
}

// TestSegmentsPartitionTheText checks the property that every view stands on,
// also for quotes and names that overlap as no extractor makes them.
func TestSegmentsPartitionTheText(t *testing.T) {
	text := "0123456789"
	quote := func(spans ...[2]int) article.Quote {
		q := article.Quote{Start: spans[0][0], End: spans[len(spans)-1][1]}
		if len(spans) > 1 {
			q.Parts = spans
		}
		return q
	}
	name := func(start, end int) article.Entity {
		return article.Entity{ID: text[start:end], Mentions: []article.Mention{{Start: start, End: end}}}
	}
	for what, test := range map[string]struct {
		article article.Article
		want    string // text/name/quote, * where quotes end
	}{
		"nothing":                {article.Article{}, "0123456789//-"},
		"name":                   {article.Article{People: []article.Entity{name(2, 4)}}, "01//- 23/person/- 456789//-"},
		"quote":                  {article.Article{Quotes: []article.Quote{quote([2]int{0, 10})}}, "0123456789//0*"},
		"quote in a quote":       {article.Article{Quotes: []article.Quote{quote([2]int{1, 9}), quote([2]int{3, 9})}}, "0//- 12//0 345678//1** 9//-"},
		"quotes side by side":    {article.Article{Quotes: []article.Quote{quote([2]int{0, 5}), quote([2]int{5, 10})}}, "01234//0* 56789//1*"},
		"quote in two pieces":    {article.Article{Quotes: []article.Quote{quote([2]int{0, 2}, [2]int{8, 10})}}, "01//0 234567//- 89//0*"},
		"quotes that overlap":    {article.Article{Quotes: []article.Quote{quote([2]int{0, 6}), quote([2]int{3, 9})}}, "012//0 345//1* 678//1* 9//-"},
		"name over a quote mark": {article.Article{Places: []article.Entity{name(2, 6)}, Quotes: []article.Quote{quote([2]int{4, 8})}}, "01//- 23/place/- 45/place/0 67//0* 89//-"},
		"empty quote":            {article.Article{Quotes: []article.Quote{quote([2]int{4, 4})}}, "0123456789//-"},
	} {
		t.Run(what, func(t *testing.T) {
			a := test.article
			a.Text = text
			var got, whole strings.Builder
			for i, s := range segments(&a) {
				if i > 0 {
					got.WriteString(" ")
				}
				whole.WriteString(s.text)
				number := "-"
				if s.quote >= 0 {
					number = string(rune('0' + s.quote))
				}
				got.WriteString(s.text + "/" + string(s.category) + "/" + number + strings.Repeat("*", len(s.ended)))
			}
			if whole.String() != text {
				t.Errorf("the segments are %q", whole.String())
			}
			if got.String() != test.want {
				t.Errorf("got  %s\nwant %s", got.String(), test.want)
			}
		})
	}
}
