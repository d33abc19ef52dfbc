package verify

import (
	"strings"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/span"
)

// quotation is what a draft says that somebody said, as words.
type quotation struct {
	text  string // of the draft
	words []quoted
	// opening and closing say that an ellipsis stands before the first word or
	// after the last.
	opening, closing bool
	end              int // byte after the quotation's last mark of punctuation
}

// quoted is one word of a quotation.
type quoted struct {
	span.Span
	number int32 // in the index; unknown when no source has the word
	// bracketed says that an editor put the word there or changed it: it
	// stands in square brackets, or some of its letters do.
	bracketed bool
	// omission says that an ellipsis stands between the word before and this.
	omission bool
	// opens says that the word is the first of a piece: between the word before
	// and this stands what is no part of the quotation.
	opens bool
}

// read takes quote i of an article apart. The article counts bytes and carries
// its text.
func (x *Index) read(a *article.Article, i int) quotation {
	q := a.Quotes[i]
	parts := []span.Span{{Start: q.Start, End: q.End}}
	if len(q.Parts) > 0 {
		parts = parts[:0]
		for _, p := range q.Parts {
			parts = append(parts, span.Span{Start: p[0], End: p[1]})
		}
	}
	out := quotation{text: a.Text, end: q.End}
	dots := false
	for _, part := range parts {
		said := a.Text[:part.End]
		brackets := bracketsIn(a.Text, part)
		for at := part.Start; ; {
			start, end := nextWord(said, at)
			if start == len(said) {
				dots = dots || hasEllipsis(said[at:])
				break
			}
			dots = dots || hasEllipsis(said[at:start])
			word := span.Span{Start: start, End: end}
			out.words = append(out.words, quoted{
				Span:      word,
				number:    x.number(word.Of(said)),
				bracketed: brackets.overlap(word),
				omission:  dots && len(out.words) > 0,
				opens:     at == part.Start,
			})
			if len(out.words) == 1 {
				out.opening = dots
			}
			dots, at = false, end
		}
	}
	out.closing = dots
	return out
}

// numbers returns the numbers of the words.
func (q *quotation) numbers() []int32 {
	out := make([]int32, len(q.words))
	for i, w := range q.words {
		out[i] = w.number
	}
	return out
}

// brackets are pairs of square brackets, in order.
type brackets []span.Span

// overlap reports whether a word shares text with one of the brackets. Words
// are asked about in order: brackets before them are dropped.
func (b *brackets) overlap(word span.Span) bool {
	for len(*b) > 0 && (*b)[0].End <= word.Start {
		*b = (*b)[1:]
	}
	return len(*b) > 0 && (*b)[0].Overlaps(word)
}

// bracketsIn returns the pairs of square brackets in part of a text that an
// editor may have put there: closed, and short.
func bracketsIn(text string, part span.Span) brackets {
	var all brackets
	for at := part.Start; at < part.End; {
		open := strings.IndexByte(text[at:part.End], '[')
		if open < 0 {
			break
		}
		open += at
		length := strings.IndexAny(text[open+1:part.End], "[]")
		if length < 0 {
			break
		}
		at = open + 1 + length
		if text[at] != ']' {
			continue
		}
		at++
		inside := span.Span{Start: open, End: at}
		if countWords(inside.Of(text)) <= maxBracketed {
			all = append(all, inside)
		}
	}
	return all
}

func countWords(text string) int {
	n := 0
	for range wordsOf(text) {
		n++
	}
	return n
}

// hasEllipsis reports whether what stands between two words says that
// something is left out: … or at least two dots in a row, spaced or not.
func hasEllipsis(between string) bool {
	dots := 0
	for _, r := range between {
		switch r {
		case '…':
			return true
		case '.':
			if dots++; dots == 2 {
				return true
			}
		case ' ', 0xA0, 0x2009, 0x202F:
		default:
			dots = 0
		}
	}
	return false
}
