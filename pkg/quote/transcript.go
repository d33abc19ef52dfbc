package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/whosaid/whosaid/pkg/span"
)

// Transcripts and interviews give each turn a paragraph that begins with who
// speaks: "OKAFOR: I don't have that figure." or "Q: Why? / A: Because." These
// turns are quotes without marks.
const (
	// longestLabel is the most bytes before the colon, mostLabelWords the most
	// words: what is longer is no name.
	longestLabel   = 40
	mostLabelWords = 4
	// fewestTurns is how many labelled paragraphs make a transcript.
	fewestTurns = 3
	// turnSpeech is the probability of speech of a turn in a transcript.
	turnSpeech = 0.95
)

// turn is a labelled paragraph.
type turn struct {
	label, content span.Span
	paragraph      int
	isQuestion     bool // by the paper itself: Q
}

// turnOf reads a paragraph as a turn.
func turnOf(text string, p span.Span) (turn, bool) {
	p = trim(text, p)
	head := text[p.Start:min(p.End, p.Start+longestLabel+1)]
	colon := strings.IndexByte(head, ':')
	if colon < 0 && (strings.HasPrefix(head, "Q. ") || strings.HasPrefix(head, "A. ")) {
		colon = 1
	}
	if colon <= 0 || !isLabel(head[:colon]) {
		return turn{}, false
	}
	t := turn{label: span.Span{Start: p.Start, End: p.Start + colon}, isQuestion: head[:colon] == "Q"}
	t.content = trim(text, span.Span{Start: t.label.End + 1, End: p.End})
	return t, !t.content.IsEmpty() && t.content.Start > t.label.End+1
}

// isLabel reports whether text before a colon may name who speaks: Q, A, or a
// name all in capitals.
func isLabel(label string) bool {
	if label == "Q" || label == "A" {
		return true
	}
	letters, count := 0, 1
	for i, r := range label {
		switch {
		case unicode.IsUpper(r):
			letters++
		case r == ' ':
			count++
		case r == '.' || r == '\'' || r == '’' || r == '-':
			if i == 0 {
				return false
			}
		default:
			return false
		}
	}
	last, _ := utf8.DecodeLastRuneInString(label)
	return letters > 1 && count <= mostLabelWords && (unicode.IsUpper(last) || last == '.')
}

// turns finds the turns of a transcript. A text has one when enough paragraphs
// are labelled, next to each other, by at least two labels of which one comes
// back: "WATCH:" and "READ MORE:" between paragraphs do not.
func turns(text string) []Quote {
	var all []turn
	n := 0
	for p := range paragraphs(text) {
		if t, ok := turnOf(text, p); ok {
			t.paragraph = n
			all = append(all, t)
		}
		n++
	}
	if len(all) < fewestTurns {
		return nil
	}
	seen := map[string]int{}
	neighbours, returning := false, false
	for i, t := range all {
		label := t.label.Of(text)
		seen[label]++
		returning = returning || seen[label] > 1
		neighbours = neighbours || i > 0 && all[i-1].paragraph == t.paragraph-1
	}
	if len(seen) < 2 || !returning || !neighbours {
		return nil
	}
	var out []Quote
	for _, t := range all {
		if t.isQuestion {
			continue
		}
		out = append(out, Quote{Span: t.content, Outer: t.content, Parts: []span.Span{t.content}, Label: t.label, Speech: turnSpeech})
	}
	return out
}

// withTurns adds the turns of a transcript to the quotes found by their marks.
// A turn that lies in marks from end to end is the marked quote.
func withTurns(quotes, turns []Quote) []Quote {
	kept := turns[:0]
	i := 0
	for _, t := range turns {
		for i < len(quotes) && quotes[i].Outer.Start < t.Start {
			i++
		}
		if i < len(quotes) && quotes[i].Outer == t.Outer {
			quotes[i].Label = t.Label
			continue
		}
		kept = append(kept, t)
	}
	return merge(quotes, kept)
}
