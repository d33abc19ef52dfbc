package check

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/span"
)

// speakerNotIntroduced reports a person who speaks, and of whom the article
// has one name only:
//
//	“It was a long night,” said Okafor.   (and no Ngozi Okafor anywhere)
//
// It does not report handles, acronyms, names with an initial (L.Tamm) or with
// a number, which say as much as there is. A person whose one name is all
// there is, an artist or a monarch, cannot be told from one who lacks the
// other.
var speakerNotIntroduced = Rule{
	Name:  "speaker-not-introduced",
	Help:  "a speaker whom the article calls by one name and never by the full name",
	Level: Warning,
	find: func(t *target) []fault {
		speaks := map[string]bool{}
		for _, q := range t.Quotes {
			if q.Speaker != nil && q.Speaker.ID != nil && q.Kind != article.QuotedOnly {
				speaks[*q.Speaker.ID] = true
			}
		}
		var all []fault
		for _, p := range t.People {
			if !speaks[p.ID] || len(p.Mentions) == 0 || !isLoneName(p) {
				continue
			}
			first := p.Mentions[0]
			all = append(all, fault{span.Span{Start: first.Start, End: first.End},
				fmt.Sprintf("%s speaks and is never introduced by a full name", quoted(p.Name))})
		}
		return all
	},
}

// isLoneName reports whether a person has one word for a name, in every form.
func isLoneName(p article.Entity) bool {
	for _, form := range append([]string{p.Name}, p.Aliases...) {
		if len(strings.Fields(form)) != 1 {
			return false
		}
	}
	const shortest = 2 // letters: one is an initial
	letters := 0
	for _, c := range p.Name {
		switch {
		case unicode.IsLetter(c):
			letters++
		case unicode.IsDigit(c), c == '.', c == '@', c == '_', c == utf8.RuneError:
			return false
		}
	}
	return letters >= shortest && !isCapitals(p.Name)
}
