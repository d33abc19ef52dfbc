package quote

import (
	"strings"
	"unicode/utf8"

	"github.com/whosaid/whosaid/pkg/span"
)

const (
	// window is how many characters on either side of a quote are looked at: as
	// bytes, curly marks would take more room than straight ones.
	window = 300
	// nearWords is how many words on either side are looked at.
	nearWords = 24
	// longestCounted is the count, in words, from which quotes count as long.
	longestCounted = 20
)

// setting is a quote and what stands around it, read once for all evidence.
type setting struct {
	text   string
	quote  *Quote
	words  int         // in the quote
	before []span.Span // words before it in its sentence, nearest first
	after  []span.Span // words after it in its sentence, nearest first
	// prev and next are the characters beside the outer marks, spaces skipped;
	// edge at the ends of the paragraph.
	prev, next rune
	// startsSentence is set when no word of the same sentence comes before.
	startsSentence bool
	// headline is set when the paragraph ends near without a stop.
	headline bool
	// earlier and later are the quotes beside it in the same paragraph, if any.
	earlier, later *Quote

	beforeRoom, afterRoom [nearWords]span.Span
}

// read fills the setting of quotes[i].
func (s *setting) read(text string, quotes []Quote, i int) {
	q := &quotes[i]
	*s = setting{text: text, quote: q, prev: edge, next: edge}
	for _, p := range q.Parts {
		s.words += countWords(text, p)
	}
	low, high := q.Outer.Start, q.Outer.End
	for n := 0; n < window && low > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(text[:low])
		low -= size
	}
	for n := 0; n < window && high < len(text); n++ {
		_, size := utf8.DecodeRuneInString(text[high:])
		high += size
	}
	low += strings.LastIndexByte(text[low:q.Outer.Start], '\n') + 1
	if n := strings.IndexByte(text[q.Outer.End:high], '\n'); n >= 0 {
		high = q.Outer.End + n
	}
	if left := strings.TrimRight(text[low:q.Outer.Start], " \u00a0\t\r"); left != "" {
		s.prev, _ = utf8.DecodeLastRuneInString(left)
	}
	if right := strings.TrimLeft(text[q.Outer.End:high], " \u00a0\t\r"); right != "" {
		s.next, _ = utf8.DecodeRuneInString(right)
	}
	if high == len(text) || text[high] == '\n' {
		last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text[q.Start:high], " \u00a0\t\r\"'”’"))
		s.headline = isWordRune(last)
	}
	s.before = s.beforeRoom[:0]
	for at := q.Outer.Start; len(s.before) < nearWords; {
		w := wordBefore(text, low, at)
		if w.IsEmpty() || endsSentence(text, w, at) {
			break
		}
		s.before = append(s.before, w)
		at = w.Start
	}
	s.startsSentence = len(s.before) == 0
	s.after = s.afterRoom[:0]
	for at := q.Outer.End; len(s.after) < nearWords; {
		w := wordAfter(text, at, high)
		if w.IsEmpty() || strings.ContainsAny(text[at:w.Start], ".?!\n") {
			break
		}
		s.after = append(s.after, w)
		at = w.End
	}
	if i > 0 {
		if p := &quotes[i-1]; p.Outer.End >= low {
			s.earlier = p
		}
	}
	if i+1 < len(quotes) {
		if n := &quotes[i+1]; n.Outer.Start <= high {
			s.later = n
		}
	}
}

// endsSentence reports whether a sentence ends between the word w and byte at:
// after a stop that is not an initial's or a short title's (J. / Sen.).
func endsSentence(text string, w span.Span, at int) bool {
	gap := text[w.End:at]
	if strings.ContainsAny(gap, "?!\n") {
		return true
	}
	if !strings.HasPrefix(gap, ".") {
		return strings.Contains(gap, ".")
	}
	return w.Len() > longestTitle || !startsUpper(w.Of(text))
}

// longestTitle is the most letters of a shortened title (Sen., Gov., Prof.).
const longestTitle = 4
