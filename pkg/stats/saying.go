package stats

import (
	"cmp"
	"slices"
	"strings"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/verify"
)

// Saying is one quotation as one or more articles have it. It keeps only the
// first few of its articles and speakers, so that a line which a million
// articles repeat takes no more memory than another.
type Saying struct {
	// Key is what the quotation has in common everywhere; see [verify.Key].
	Key string `json:"key"`
	// Text is how the first of the articles has it, in the order of their names.
	Text     string `json:"text"`
	Articles int    `json:"articles"` // that have it
	// Speakers are whom the articles name or describe as the speaker, and In the
	// articles, both sorted and cut after the first hundred.
	Speakers []SaidBy `json:"speakers"`
	In       []string `json:"in"`
}

// SaidBy is one speaker that articles give for a quotation. Two articles that
// differ on who said something are two entries.
type SaidBy struct {
	Name     string `json:"name"`
	Articles int    `json:"articles"`
}

// mostListed is how many speakers and articles of a saying are kept: more than
// a person looks through, and a few kilobytes.
const mostListed = 100

// Sayings returns the quotations of one article that have at least that many
// words, each once, in the order in which they first stand there. The reporter's
// own words and quoted words that are nobody's speech are left out. The article
// counts bytes and carries its text as the extractor gives it.
func Sayings(a *article.Article, leastWords int) []Saying {
	var all []Saying
	index := map[string]int{}
	for i, q := range a.Quotes {
		if q.Kind == article.Indirect || q.Kind == article.QuotedOnly {
			continue
		}
		pieces := a.Spoken(i)
		key := verify.Key(pieces...)
		if key == "" || strings.Count(key, " ")+1 < leastWords {
			continue
		}
		at, ok := index[key]
		if !ok {
			at = len(all)
			index[key] = at
			all = append(all, Saying{
				Key: key, Text: strings.Join(pieces, " "), Articles: 1, Speakers: []SaidBy{}, In: []string{a.Input},
			})
		}
		if q.Speaker != nil {
			all[at].addSpeaker(q.Speaker.Name)
		}
	}
	return all
}

// addSpeaker adds a speaker of the one article that there is so far.
func (s *Saying) addSpeaker(name string) {
	at, found := slices.BinarySearchFunc(s.Speakers, name, func(by SaidBy, name string) int {
		return strings.Compare(by.Name, name)
	})
	if !found && at < mostListed {
		s.Speakers = slices.Insert(s.Speakers, at, SaidBy{name, 1})
		s.Speakers = s.Speakers[:min(len(s.Speakers), mostListed)]
	}
}

// Merge returns what two sets of articles have of the same saying. The result
// does not depend on which comes first, nor on how more than two are grouped: a
// speaker or article among the first of all is among the first of every group,
// so none that counts is ever cut off.
func (s Saying) Merge(other Saying) Saying {
	switch {
	case s.Articles == 0:
		return other
	case other.Articles == 0:
		return s
	}
	if cmp.Or(strings.Compare(other.In[0], s.In[0]), strings.Compare(other.Text, s.Text)) < 0 {
		s.Text = other.Text
	}
	s.Articles += other.Articles
	s.In = slices.Concat(s.In, other.In)
	slices.Sort(s.In)
	s.In = s.In[:min(len(s.In), mostListed)]
	s.Speakers = mergeSpeakers(s.Speakers, other.Speakers)
	return s
}

// mergeSpeakers adds up two sorted lists.
func mergeSpeakers(a, b []SaidBy) []SaidBy {
	merged := make([]SaidBy, 0, len(a)+len(b))
	all := slices.Concat(a, b)
	slices.SortFunc(all, func(x, y SaidBy) int { return strings.Compare(x.Name, y.Name) })
	for _, by := range all {
		if last := len(merged) - 1; last >= 0 && merged[last].Name == by.Name {
			merged[last].Articles += by.Articles
			continue
		}
		merged = append(merged, by)
	}
	return merged[:min(len(merged), mostListed)]
}
