package quote

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/whosaid/whosaid/pkg/span"
)

// Lines of hard-wrapped text end near the same column. A line this long, in
// bytes, that ends within a sentence and is followed by another without a blank
// line between, is taken to go on there: shorter ones are headings, longer ones
// whole paragraphs. (One that ends a sentence may end the paragraph; a quote
// that goes on is then found by its closing mark.)
const (
	shortestWrapped = 50
	longestWrapped  = 100
)

// paragraphs gives the paragraphs of a text, blank ones left out: what lies
// between line breaks, hard-wrapped lines taken together. A quote never runs
// over the end of a paragraph without saying so.
func paragraphs(text string) iter.Seq[span.Span] {
	return func(yield func(span.Span) bool) {
		for at := 0; at < len(text); {
			p := span.Span{Start: at, End: lineEnd(text, at)}
			at = p.End + 1
			for p.Len() > 0 && at < len(text) && isWrapped(text[lineStart(text, p):p.End]) {
				end := lineEnd(text, at)
				if strings.TrimSpace(text[at:end]) == "" {
					break
				}
				p.End, at = end, end+1
			}
			if strings.TrimSpace(p.Of(text)) == "" {
				continue
			}
			if !yield(p) {
				return
			}
		}
	}
}

// isWrapped reports whether a line looks cut at a column, within a sentence.
func isWrapped(line string) bool {
	if len(line) < shortestWrapped || len(line) > longestWrapped {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, " \t\r"))
	return isWordRune(last) || last == ',' || last == ';' || isDash(last)
}

// lineEnd returns where the line that holds byte i ends.
func lineEnd(text string, i int) int {
	if n := strings.IndexByte(text[i:], '\n'); n >= 0 {
		return i + n
	}
	return len(text)
}

// lineStart returns where the last line of paragraph p starts.
func lineStart(text string, p span.Span) int {
	return p.Start + strings.LastIndexByte(p.Of(text), '\n') + 1
}

// Names below a quotation have at most so many words, with what they stand for
// (“We are ready.⏎Ann Lee, Harbour Workers’ Union”).
const mostBylineWords = 8

// isByline reports whether a line is the name of who speaks, set below the
// quotation: it follows the line that ends at byte end, which ends a sentence,
// and has two words or more, all capitalised as in names.
func isByline(text string, end int, line span.Span) bool {
	last, _ := utf8.DecodeLastRuneInString(text[:end])
	between := text[end:line.Start]
	if last != '.' && last != '!' && last != '?' || strings.Count(between, "\n") != 1 {
		return false
	}
	words := 0
	for at := line.Start; ; words++ {
		w := wordAfter(text, at, line.End)
		if w.IsEmpty() {
			break
		}
		word := w.Of(text)
		if words == mostBylineWords || !startsUpper(word) && (words == 0 || !isSmallInTitles(word)) || isListed(clauseWords, word) {
			return false
		}
		at = w.End
	}
	return words > 1 && !strings.ContainsAny(line.Of(text), "!?:;")
}

// hasContent reports whether text holds more than punctuation: a letter, a
// digit or a sign such as an emoji.
func hasContent(text string) bool {
	for _, r := range text {
		if isWordRune(r) || unicode.Is(unicode.So, r) {
			return true
		}
	}
	return false
}
