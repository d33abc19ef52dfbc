package quote

import (
	"iter"
	"strings"
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
