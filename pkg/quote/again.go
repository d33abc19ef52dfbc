package quote

import "strings"

// The words of a name or a term that is known elsewhere in the article: one word
// may also be said, and long terms are rare.
const (
	fewestAgain = 2
	mostAgain   = 8
)

// again returns the words of a quote in small letters, without the mark at their
// end, by which the same words are known elsewhere in the article; empty when
// they are too few, too many or in pieces.
func (s *setting) again() string {
	if len(s.quote.Parts) > 1 || s.words < fewestAgain || s.words > mostAgain {
		return ""
	}
	return strings.ToLower(strings.TrimRight(s.quote.Of(s.text), ",. "))
}

// spread takes quotes for names and terms whose words a rule knows as such
// elsewhere in the article: the “one river, two banks” principle, and later: she
// spoke of “one river, two banks”. It must not take what a verb of speech ties to
// somebody: she said “one river, two banks”.
func spread(text string, quotes []Quote, known map[string]bool) {
	if len(known) == 0 {
		return
	}
	var s setting
	for i := range quotes {
		q := &quotes[i]
		if !q.Label.IsEmpty() || q.Speech <= neverSpeech {
			continue
		}
		s.read(text, quotes, i)
		if known[s.again()] && !s.isTied() && s.prev != ':' {
			q.Speech, q.Kind = neverSpeech, Mention
		}
	}
}
