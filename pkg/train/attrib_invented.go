package train

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/whosaid/whosaid/pkg/coref"
	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/quote"
	"github.com/whosaid/whosaid/pkg/span"
)

// inventedSources holds sentences of our own with the sources of their quotes.
//
//go:embed attrib.txt
var inventedSources string

// AddInvented adds the sentences that this package brings along.
func (a *Attributions) AddInvented() error {
	n := 0
	for line := range strings.Lines(inventedSources) {
		n++
		answers, marked, found := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !found {
			continue // a comment
		}
		m := readMarked(marked)
		d := nlp.Parse(m.text)
		quotes, _ := quote.Find(d)
		numbers := strings.Split(answers, ",")
		if len(quotes) != len(numbers) {
			return fmt.Errorf("invented sentence %d: %d sources for %d quotes", n, len(numbers), len(quotes))
		}
		sources := make([]span.Span, len(quotes))
		weights := make([]float64, len(quotes))
		for q, number := range numbers {
			i, err := strconv.Atoi(number)
			if err != nil || i > len(m.marked) {
				return fmt.Errorf("invented sentence %d: no phrase %q", n, number)
			}
			if i > 0 {
				sources[q] = m.marked[i-1]
			}
			weights[q] = inventedWeight
		}
		a.learn(inventedArticle, d, quotes, coref.Resolve(d, m.mentions(d)), sources, weights)
	}
	return nil
}

// markedText is a text whose phrases stood in brackets.
type markedText struct {
	text   string
	marked []span.Span
	types  []ner.Type // of the phrases
}

// phraseMarks are the signs around the phrases of an invented sentence; other
// phrases than names stand between underscores.
var phraseMarks = map[rune]ner.Type{'{': ner.Person, '<': ner.Organisation, '[': ner.Place, '_': ner.Other}

// readMarked takes the signs out of an invented sentence.
func readMarked(marked string) markedText {
	var m markedText
	var text strings.Builder
	open := false
	for _, r := range marked {
		kind, isMark := phraseMarks[r]
		switch {
		case r == '¶':
			text.WriteString("\n\n")
		case strings.ContainsRune("}>]", r), r == '_' && open:
			m.marked[len(m.marked)-1].End = text.Len()
			open = false
		case isMark:
			m.marked = append(m.marked, span.Span{Start: text.Len()})
			m.types = append(m.types, kind)
			open = true
		default:
			text.WriteRune(r)
		}
	}
	m.text = text.String()
	return m
}

// mentions returns the marked names.
func (m *markedText) mentions(d *nlp.Document) []ner.Mention {
	var out []ner.Mention
	for i, s := range m.marked {
		if m.types[i] == ner.Other {
			continue
		}
		first, _ := slices.BinarySearchFunc(d.Tokens, s.Start, func(t nlp.Token, start int) int { return t.Start - start })
		last := first
		for last < len(d.Tokens) && d.Tokens[last].End <= s.End {
			last++
		}
		out = append(out, ner.Mention{Span: s, First: first, Last: last, Type: m.types[i], Confidence: 1})
	}
	return out
}
