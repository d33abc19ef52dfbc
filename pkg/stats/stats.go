// Package stats counts over many articles who is quoted, how often and in how
// many words and where, and how much of it comes from sources that are named. It
// keeps counts, and for each speaker the names of the articles, nothing of
// their text.
package stats

import (
	"cmp"
	"slices"

	"github.com/whosaid/whosaid/pkg/article"
)

// Count is an amount of speech.
type Count struct {
	Quotes   int `json:"quotes"`
	Words    int `json:"words"`    // inside the quotes
	Articles int `json:"articles"` // that hold at least one of the quotes
}

// add counts one speaker of an article; seen says whether the article has been
// counted here already.
func (c *Count) add(s article.Share, seen *bool) {
	c.Quotes += len(s.Quotes)
	c.Words += s.Words
	if !*seen {
		c.Articles++
		*seen = true
	}
}

// Speaker is one name and what is quoted of it. Speakers of two articles are
// the same when the articles call them the same in full. Sources without a name
// ("a spokesman") are not listed: those of two articles are not one.
type Speaker struct {
	Name string `json:"name"`
	Count
	// In names the articles that quote the speaker, in the order they were read.
	In []string `json:"in"`
}

// Report is what a [Tally] has counted.
type Report struct {
	Articles int `json:"articles"`
	Quotes   int `json:"quotes"`
	Words    int `json:"words"`
	// Named, Unnamed and Unknown divide the quotes: the speaker has a name, is
	// only described, is not told.
	Named   Count `json:"named"`
	Unnamed Count `json:"unnamed"`
	Unknown Count `json:"unknown"`
	// Speakers have a name; they are sorted by quotes, then words, then name.
	Speakers []Speaker `json:"speakers"`
}

// Tally counts articles. The zero value is empty and ready for use.
type Tally struct {
	report   Report
	speakers map[string]*counted // by name
}

// Add counts one article, which counts bytes and carries its text as the
// extractor gives it.
func (t *Tally) Add(a *article.Article) {
	t.report.Articles++
	var named, unnamed, unknown bool
	for _, s := range a.Shares() {
		t.report.Quotes += len(s.Quotes)
		t.report.Words += s.Words
		switch {
		case s.Name == "":
			t.report.Unknown.add(s, &unknown)
		case s.ID == "":
			t.report.Unnamed.add(s, &unnamed)
		default:
			t.report.Named.add(s, &named)
			t.speaker(s.Name).addFrom(s, t.report.Articles, a.Input)
		}
	}
}

// counted is a speaker while counting goes on.
type counted struct {
	Speaker
	last int // number of the last article that quotes the speaker
}

// addFrom counts a share of article number n, called input. Two people of one
// article may share a name; the article counts once.
func (c *counted) addFrom(share article.Share, n int, input string) {
	seen := c.last == n
	c.add(share, &seen)
	if c.last != n {
		c.In = append(c.In, input)
		c.last = n
	}
}

func (t *Tally) speaker(name string) *counted {
	if t.speakers == nil {
		t.speakers = map[string]*counted{}
	}
	s := t.speakers[name]
	if s == nil {
		s = &counted{Speaker: Speaker{Name: name}}
		t.speakers[name] = s
	}
	return s
}

// Report returns the counts so far.
func (t *Tally) Report() Report {
	report := t.report
	report.Speakers = make([]Speaker, 0, len(t.speakers))
	for _, s := range t.speakers {
		report.Speakers = append(report.Speakers, s.Speaker)
	}
	slices.SortFunc(report.Speakers, func(x, y Speaker) int {
		return cmp.Or(cmp.Compare(y.Quotes, x.Quotes), cmp.Compare(y.Words, x.Words), cmp.Compare(x.Name, y.Name))
	})
	return report
}
