package encode

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/span"
)

// Tokeniser divides a text into sentences and these into tokens, in order.
type Tokeniser func(text string) [][]span.Span

// conllFormat writes one token a line, in the columns of CoNLL-U Plus: the
// token, the name it is part of, the quote it is part of, and the source or cue
// of a quote that it is part of. Names and quotes are tagged B- at their first
// token, I- at the others and O outside; an empty line ends a sentence.
//
//	Tamm	B-PER	O	B-SOURCE-q1
type conllFormat struct {
	tokenise Tokeniser
}

func (f conllFormat) start(out *bytes.Buffer) {
	out.WriteString("# global.columns = FORM NAME QUOTE ATTRIBUTION\n")
}

func (conllFormat) finish(*bytes.Buffer) {}

// errNoTokeniser is a fault of the caller of [NewEncoder].
var errNoTokeniser = errors.New("conll output needs a tokeniser")

func (f conllFormat) article(out *bytes.Buffer, a *article.Article, _ With) error {
	names, quotes, roles := newColumn(false), newColumn(false), newColumn(true)
	for _, group := range []struct {
		label    string
		entities []article.Entity
	}{{"PER", a.People}, {"LOC", a.Places}, {"ORG", a.Organisations}} {
		for _, e := range group.entities {
			for _, m := range e.Mentions {
				names.add(group.label, m.Start, m.End)
			}
		}
	}
	for _, q := range a.Quotes {
		if len(q.Parts) == 0 {
			quotes.add(OneLine(q.ID), q.Start, q.End)
		}
		for i, p := range q.Parts {
			quotes.addPart(OneLine(q.ID), p[0], p[1], i > 0)
		}
		if q.Speaker != nil {
			roles.add("SOURCE-"+OneLine(q.ID), q.Speaker.Start, q.Speaker.End)
		}
		if q.Cue != nil {
			roles.add("CUE-"+OneLine(q.ID), q.Cue.Start, q.Cue.End)
		}
	}
	fmt.Fprintf(out, "# newdoc id = %s\n", OneLine(a.Input))
	for _, sentence := range f.tokenise(a.Text) {
		for _, token := range sentence {
			fmt.Fprintf(out, "%s\t%s\t%s\t%s\n", OneLine(token.Of(a.Text)), names.tag(token), quotes.tag(token), roles.tag(token))
		}
		out.WriteByte('\n')
	}
	return nil
}

// column gives tokens, asked for in order, the tags of the spans they are part
// of.
type column struct {
	several bool // a token may have several tags, joined by a bar
	spans   []labelled
	sorted  bool
	open    []labelled // that reach over the current token, or may
	next    int        // the first span that is not open yet
}

// labelled is a span of the article with a tag.
type labelled struct {
	span.Span
	label     string
	isStarted bool // its first token is behind us
}

func newColumn(several bool) *column { return &column{several: several} }

func (c *column) add(label string, start, end int) { c.addPart(label, start, end, false) }

// addPart adds a span that may go on with what another has begun.
func (c *column) addPart(label string, start, end int, goesOn bool) {
	c.spans = append(c.spans, labelled{span.Span{Start: start, End: end}, label, goesOn})
}

// tag returns the tag of a token, which lies behind those asked for before.
func (c *column) tag(token span.Span) string {
	if !c.sorted {
		slices.SortStableFunc(c.spans, func(a, b labelled) int { return span.Compare(a.Span, b.Span) })
		c.sorted = true
	}
	c.open = slices.DeleteFunc(c.open, func(l labelled) bool { return l.End <= token.Start })
	for ; c.next < len(c.spans) && c.spans[c.next].Start < token.End; c.next++ {
		if c.spans[c.next].End > token.Start {
			c.open = append(c.open, c.spans[c.next])
		}
	}
	var tags []string
	for i := range c.open {
		prefix := "B-"
		if c.open[i].isStarted {
			prefix = "I-"
		}
		c.open[i].isStarted = true
		if c.several || len(tags) == 0 {
			tags = append(tags, prefix+c.open[i].label)
		}
	}
	if len(tags) == 0 {
		return "O"
	}
	return strings.Join(tags, "|")
}
