package quote

import (
	"strings"
	"unicode/utf8"

	"github.com/whosaid/whosaid/pkg/span"
)

// The longest attributions, in words, between two pieces of one sentence
// (“A,” said the head of the union's northern branch on Monday, “b”), and
// where a forgotten closing mark should be (“A, said the minister. …).
const (
	longestBetween  = 16
	longestClause   = 8 // when it has no verb of speech
	longestGuessed  = 6
	longestSpanRead = 200 // bytes that an attribution is looked for in
)

// joinSplit joins the pieces of sentences that an attribution splits:
//
//	“The bridge,” she said, “will open in May.”     one quote
//	“The bridge is done.” She said, “It is open.”   two quotes
//	He called it “old” and “ugly,” she said.        two quotes
func joinSplit(text string, quotes []Quote) []Quote {
	out := quotes[:0]
	for _, q := range quotes {
		if n := len(out); n > 0 && continues(text, out[n-1], q) {
			p := &out[n-1]
			p.Parts = append(p.Parts, q.Parts...)
			p.End, p.Outer.End, p.Unclosed = q.End, q.Outer.End, p.Unclosed || q.Unclosed
			continue
		}
		out = append(out, q)
	}
	return out
}

// continues reports whether q goes on with the sentence that p left unfinished.
func continues(text string, p, q Quote) bool {
	if p.Single != q.Single || p.Unclosed || q.Outer.Start-p.Outer.End > longestSpanRead {
		return false
	}
	between := strings.Trim(text[p.Outer.End:q.Outer.Start], " \u00a0\t")
	if between == "" || between[0] == '\n' || between[len(between)-1] == '\n' || hasSentenceEnd(between) {
		return false
	}
	small := startsLower(strings.TrimLeft(q.Parts[0].Of(text), "….[( "))
	capital := !startsLower(strings.TrimLeft(p.Parts[0].Of(text), "….[( "))
	last, _ := utf8.DecodeLastRuneInString(p.Parts[len(p.Parts)-1].Of(text))
	before, _ := utf8.DecodeRuneInString(between)
	after, _ := utf8.DecodeLastRuneInString(between)
	if isDash(before) && isDash(after) && small && !wordAfter(text, p.Outer.End, q.Outer.Start).IsEmpty() {
		return true // “We ran”—he pointed at the hill—“up there.”
	}
	if startsWithConjunction(between) || !capital && !small {
		return false
	}
	if !small && isListed(workNouns, wordBefore(between, 0, len(between)).Of(between)) {
		return false // “It hurt,” she wrote in her memoir, “The Left Page.”
	}
	if start := max(0, p.Outer.Start-longestListed); !small && isListed(workNouns, wordBefore(text, start, p.Outer.Start).Of(text)) {
		return false // She sang the hymn “Carry Me,” and said, “Goodbye, Lima.”
	}
	if after != ',' && after != ';' && !isDash(after) {
		return false // “We ran,” she said, adding that it was “fun.”
	}
	switch last {
	case ',', '-', '–', '—', '…':
	case '?', '!':
		if !small {
			return false
		}
	default:
		// British style: “The bridge”, she said, “will open.”
		if before != ',' || !small {
			return false
		}
	}
	return isAttribution(text, span.Span{Start: p.Outer.End, End: q.Outer.Start}, small)
}

// isAttribution reports whether the words of a span name a speaker: with a verb
// of speech, or in clear cases any short clause about somebody (he went on).
func isAttribution(text string, s span.Span, clear bool) bool {
	words, said := 0, false
	for at := s.Start; ; words++ {
		w := wordAfter(text, at, s.End)
		if w.IsEmpty() {
			break
		}
		if word := w.Of(text); isListed(speechVerbs, word) {
			if strings.HasSuffix(word, "ing") {
				return false // he said, adding, “It is done”: another quote
			}
			said = true
		}
		at = w.End
	}
	if said {
		return words <= longestBetween
	}
	first := wordAfter(text, s.Start, s.End).Of(text)
	return clear && words > 1 && words <= longestClause && (isSubject(first) || first == "and") && !isArticle(first)
}

// startsWithConjunction reports whether what follows a piece is more of the
// reporter's sentence (“old,” and she said it was “ugly”) and no attribution.
func startsWithConjunction(between string) bool {
	first := wordAfter(between, 0, len(between))
	switch first.Of(between) {
	case "and":
		// “Who,” and here he looked round, “did this?”
		return wordAfter(between, first.End, len(between)).Of(between) != "here"
	case "although", "as", "because", "but", "nor", "not", "or", "so", "than", "that", "then", "though", "to", "when", "which", "while", "who", "yet":
		return true
	}
	return false
}

// hasSentenceEnd reports whether a sentence or paragraph ends within text: at a
// stop, unless it belongs to an initial or a short title (J. / Gov.).
func hasSentenceEnd(text string) bool {
	for i := range len(text) {
		switch text[i] {
		case ';', '?', '!':
			if i+1 < len(text) {
				return true
			}
		case '\n':
			if text[i+1:] != "" && text[i+1] == '\n' {
				return true
			}
		case '.':
			word := wordBefore(text, 0, i)
			if i+1 == len(text) || word.End == i && (text[i+1] == ' ' || text[i+1] == '\n') && (word.Len() > longestTitle || !startsUpper(word.Of(text))) {
				return true
			}
		}
	}
	return false
}

// countWords counts the words of a span.
func countWords(text string, s span.Span) int {
	for n, at := 0, s.Start; ; n++ {
		w := wordAfter(text, at, s.End)
		if w.IsEmpty() {
			return n
		}
		at = w.End
	}
}

// guessEnd returns where a quote that begins at start and has no closing mark
// ends, at most at limit: before an attribution, else at limit. When the limit
// is no paragraph's end but cut by another mark, the last sentence that ends
// before it is the end.
func guessEnd(text string, start, limit int, cut bool) int {
	if end, found := firstAttribution(text, start, limit); found {
		return end
	}
	if !cut {
		return limit
	}
	for i := limit; i > start; i-- {
		switch text[i-1] {
		case '.', '?', '!':
			if i < limit && text[i] == ' ' {
				return i
			}
		}
	}
	return limit
}

// firstAttribution returns where the quote before the first attribution in
// text[start:limit] ends.
func firstAttribution(text string, start, limit int) (end int, found bool) {
	for i := start; i < limit; i++ {
		switch text[i] {
		case ',', '?', '!':
			if _, ok := attributionAt(text, i+1, limit); ok {
				return i + 1, true
			}
		}
	}
	return limit, false
}

// attributionEnd returns where the quote ends that an attribution at the very
// end of text[start:limit] follows.
func attributionEnd(text string, start, limit int) (end int, found bool) {
	for i := limit - 1; i >= max(start, limit-longestSpanRead); i-- {
		switch text[i] {
		case ',', '?', '!':
			if stop, ok := attributionAt(text, i+1, limit); ok && strings.TrimSpace(text[stop:limit]) == "" {
				return i + 1, true
			}
		}
	}
	return limit, false
}

// attributionAt reports whether text[start:limit] begins with a short clause
// that names a speaker (she said. / said Ann Lee, / the mayor told reporters.)
// and returns the byte after its stop.
func attributionAt(text string, start, limit int) (end int, ok bool) {
	limit = min(limit, start+longestSpanRead)
	at, said := start, false
	for n := 0; n < longestGuessed; n++ {
		w := wordAfter(text, at, limit)
		if w.IsEmpty() || strings.ContainsAny(text[at:w.Start], ",.;:?!\n") {
			break
		}
		word := w.Of(text)
		if n == 0 && !isSubject(word) && !isListed(speechVerbs, word) {
			return start, false
		}
		said = said || isListed(speechVerbs, word)
		at = w.End
	}
	if !said {
		return start, false
	}
	if at < limit {
		if text[at] != '.' && text[at] != ',' && text[at] != ':' {
			return start, false
		}
		at++
	}
	return at, true
}

// isArticle reports whether word is the, a or an.
func isArticle(word string) bool { return word == "the" || word == "a" || word == "an" }

// isSubject reports whether word may begin the name of a speaker.
func isSubject(word string) bool {
	switch word {
	case "he", "she", "they", "it", "the", "a", "an", "one":
		return true
	}
	return startsUpper(word) && word != "I"
}
