package article

import "strings"

// Share is what one speaker says in an article.
type Share struct {
	Name   string // as [Speaker] has it; empty for the quotes without a speaker
	ID     string // of the speaker's entity; empty when the speaker is none
	Quotes []int  // indexes of the quotes
	Words  int    // between white space, over all the quotes
}

// Shares gathers the quotes of an article by speaker, in the order in which
// they first speak; quotes without a speaker come last. Quoted words that are
// nobody's speech are left out. The article counts bytes and carries its text.
func (a *Article) Shares() []Share {
	var all []Share
	index := map[string]int{}
	var nobody Share
	for i, q := range a.Quotes {
		if q.Kind == QuotedOnly {
			continue
		}
		if q.Speaker == nil {
			nobody.add(a, i)
			continue
		}
		share := Share{Name: q.Speaker.Name}
		key := "name " + q.Speaker.Name
		if q.Speaker.ID != nil {
			share.ID = *q.Speaker.ID
			key = "id " + share.ID
		}
		at, ok := index[key]
		if !ok {
			at = len(all)
			index[key] = at
			all = append(all, share)
		}
		all[at].add(a, i)
	}
	if len(nobody.Quotes) > 0 {
		all = append(all, nobody)
	}
	return all
}

func (s *Share) add(a *Article, i int) {
	s.Quotes = append(s.Quotes, i)
	for _, piece := range a.Spoken(i) {
		s.Words += len(strings.Fields(piece))
	}
}

// Spoken returns the pieces of quote i, without what stands between them. The
// article counts bytes and carries its text.
func (a *Article) Spoken(i int) []string {
	q := a.Quotes[i]
	if len(q.Parts) == 0 {
		return []string{q.Text}
	}
	pieces := make([]string, len(q.Parts))
	for j, p := range q.Parts {
		pieces[j] = a.Text[p[0]:p[1]]
	}
	return pieces
}
