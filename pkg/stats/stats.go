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

// Plus returns the sum of two counts of different articles.
func (c Count) Plus(other Count) Count {
	return Count{c.Quotes + other.Quotes, c.Words + other.Words, c.Articles + other.Articles}
}

// add counts one speaker of an article, which counts once.
func (c *Count) add(s article.Share) {
	c.Quotes += len(s.Quotes)
	c.Words += s.Words
	c.Articles = 1
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

// Speakers returns what one article quotes of each speaker who has a name, in
// the order in which they first speak. Two people of one name are one. The
// article counts bytes and carries its text as the extractor gives it.
func Speakers(a *article.Article) []Speaker {
	var speakers []Speaker
	for _, s := range a.Shares() {
		if s.Name == "" || s.ID == "" {
			continue
		}
		at := slices.IndexFunc(speakers, func(other Speaker) bool { return other.Name == s.Name })
		if at < 0 {
			at = len(speakers)
			speakers = append(speakers, Speaker{Name: s.Name, In: []string{a.Input}})
		}
		speakers[at].add(s)
	}
	return speakers
}

// Tally counts articles. The zero value is empty and ready for use.
type Tally struct {
	report   Report
	speakers map[string]*Speaker // by name
}

// Add counts one article, which counts bytes and carries its text as the
// extractor gives it.
func (t *Tally) Add(a *article.Article) {
	t.report.Articles++
	var named, unnamed, unknown Count
	for _, s := range a.Shares() {
		t.report.Quotes += len(s.Quotes)
		t.report.Words += s.Words
		switch {
		case s.Name == "":
			unknown.add(s)
		case s.ID == "":
			unnamed.add(s)
		default:
			named.add(s)
		}
	}
	t.report.Named = t.report.Named.Plus(named)
	t.report.Unnamed = t.report.Unnamed.Plus(unnamed)
	t.report.Unknown = t.report.Unknown.Plus(unknown)
	for _, s := range Speakers(a) {
		sum := t.speaker(s.Name)
		sum.Count = sum.Plus(s.Count)
		sum.In = append(sum.In, s.In...)
	}
}

func (t *Tally) speaker(name string) *Speaker {
	if t.speakers == nil {
		t.speakers = map[string]*Speaker{}
	}
	s := t.speakers[name]
	if s == nil {
		s = &Speaker{Name: name}
		t.speakers[name] = s
	}
	return s
}

// Report returns the counts so far.
func (t *Tally) Report() Report {
	report := t.report
	report.Speakers = make([]Speaker, 0, len(t.speakers))
	for _, s := range t.speakers {
		report.Speakers = append(report.Speakers, *s)
	}
	slices.SortFunc(report.Speakers, func(x, y Speaker) int {
		return cmp.Or(cmp.Compare(y.Quotes, x.Quotes), cmp.Compare(y.Words, x.Words), cmp.Compare(x.Name, y.Name))
	})
	return report
}
