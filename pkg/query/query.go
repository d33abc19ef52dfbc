// Package query picks quotes out of an article: by who says them, with which
// word, about whom, and by what they say.
package query

import (
	"regexp"
	"slices"
	"strings"

	"github.com/whosaid/whosaid/pkg/article"
)

// Query says which quotes are asked for. Every field that is set must hold;
// the zero value takes all quotes. Names and cues are compared without regard
// to case, and a part of them is enough.
type Query struct {
	Speaker string         // in the speaker's name, aliases or roles, or as written beside the quote
	Cue     string         // in the word that ties the quote to its speaker
	About   string         // in the name or an alias of somebody or something named in the quote
	Text    *regexp.Regexp // matches a piece of what is said
	Kind    article.Kind   // is the kind of the quote
}

// Find returns the indexes of the quotes that the query asks for. The article
// counts bytes and carries its text.
func (q Query) Find(a *article.Article) []int {
	speakers := map[string]article.Entity{}
	for _, e := range slices.Concat(a.People, a.Places, a.Organisations) {
		speakers[e.ID] = e
	}
	var about []article.Mention
	if q.About != "" {
		for _, e := range slices.Concat(a.People, a.Places, a.Organisations) {
			if isNamed(e, q.About) {
				about = append(about, e.Mentions...)
			}
		}
		slices.SortFunc(about, func(x, y article.Mention) int { return x.Start - y.Start })
	}
	var found []int
	for i, quote := range a.Quotes {
		if (q.Kind == "" || quote.Kind == q.Kind) &&
			(q.Speaker == "" || q.isSpeaker(quote.Speaker, speakers)) &&
			(q.Cue == "" || quote.Cue != nil && contains(quote.Cue.Text, q.Cue)) &&
			(q.Text == nil || slices.ContainsFunc(a.Spoken(i), q.Text.MatchString)) &&
			(q.About == "" || names(quote, about)) {
			found = append(found, i)
		}
	}
	return found
}

func (q Query) isSpeaker(s *article.Speaker, entities map[string]article.Entity) bool {
	if s == nil {
		return false
	}
	if contains(s.Name, q.Speaker) || contains(s.Text, q.Speaker) {
		return true
	}
	if s.ID == nil {
		return false
	}
	e := entities[*s.ID]
	return isNamed(e, q.Speaker) || containsAny(e.Roles, q.Speaker)
}

func isNamed(e article.Entity, name string) bool {
	return contains(e.Name, name) || containsAny(e.Aliases, name)
}

// names reports whether one of the mentions, which are sorted, lies in the
// quote.
func names(quote article.Quote, mentions []article.Mention) bool {
	at, _ := slices.BinarySearchFunc(mentions, quote.Start, func(m article.Mention, start int) int { return m.Start - start })
	return at < len(mentions) && mentions[at].End <= quote.End
}

func contains(text, part string) bool {
	return strings.Contains(strings.ToLower(text), strings.ToLower(part))
}

func containsAny(texts []string, part string) bool {
	return slices.ContainsFunc(texts, func(text string) bool { return contains(text, part) })
}
