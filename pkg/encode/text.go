package encode

import (
	"bytes"
	"cmp"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/whosaid/whosaid/pkg/article"
)

// textFormat writes an article as people read it in a terminal: its text with
// the names and quotes marked, then a table of who said how much. With colour,
// names and quotes show by it; without, names stand in [brackets]. Either way
// each quote is followed by its number and speaker in {braces}.
type textFormat struct {
	noFrame
	colour bool
	next   bool // an article has been written
}

// Codes of the terminal (ECMA-48, Select Graphic Rendition): the 16 colours,
// which every theme keeps readable.
const (
	reset     = "\x1b[0m"
	bold      = "\x1b[1m"
	dim       = "\x1b[2m"
	underline = "\x1b[4m"
)

var nameColours = map[category]string{
	person:       "\x1b[36m", // cyan
	place:        "\x1b[32m", // green
	organisation: "\x1b[35m", // magenta
}

func (f *textFormat) article(out *bytes.Buffer, a *article.Article, _ With) error {
	if f.next {
		out.WriteString("\n")
	}
	f.next = true
	f.paint(out, bold, Visible(a.Input))
	out.WriteString("\n\n")
	f.body(out, a)
	f.speakers(out, a)
	return nil
}

// body writes the text of the article.
func (f *textFormat) body(out *bytes.Buffer, a *article.Article) {
	var ended []int // quotes whose label is due
	for _, s := range segments(a) {
		if len(ended) > 0 {
			// The label stands behind the closing mark, which is outside the
			// quote.
			const closers = "\"'”’»›“‘"
			rest := strings.TrimLeft(s.text, closers)
			out.WriteString(s.text[:len(s.text)-len(rest)])
			s.text = rest
			f.labels(out, a, ended)
		}
		f.segment(out, s)
		ended = s.ended
	}
	f.labels(out, a, ended)
	out.Truncate(len(bytes.TrimRight(out.Bytes(), "\n")))
	out.WriteByte('\n')
}

func (f *textFormat) segment(out *bytes.Buffer, s segment) {
	style := nameColours[s.category]
	if s.quote >= 0 {
		style += underline
	}
	// Paint line by line: a colour that runs over a line end would fill the
	// margin, and pagers lose it.
	for line := range strings.Lines(s.text) {
		content := strings.TrimRight(line, "\r\n")
		shown := strings.ReplaceAll(content, "\t", "    ")
		shown = Visible(shown)
		switch {
		case shown == "":
		case f.colour && style != "":
			f.paint(out, style, shown)
		case s.category != "":
			out.WriteString("[" + shown + "]")
		default:
			out.WriteString(shown)
		}
		if len(content) < len(line) {
			out.WriteByte('\n')
		}
	}
}

// labels writes the number and speaker of each quote that is over.
func (f *textFormat) labels(out *bytes.Buffer, a *article.Article, ended []int) {
	for _, i := range ended {
		out.WriteByte(' ')
		f.paint(out, dim, "{"+Visible(a.Quotes[i].ID+" "+speakerName(a.Quotes[i]))+"}")
	}
}

// speakerName names who said a quote, for people.
func speakerName(q article.Quote) string {
	switch {
	case q.Kind == article.QuotedOnly:
		return "nobody's speech"
	case q.Speaker == nil:
		return "speaker unknown"
	}
	return q.Speaker.Name
}

// speakers writes the table of who said how much.
func (f *textFormat) speakers(out *bytes.Buffer, a *article.Article) {
	all := a.Shares()
	if len(all) == 0 {
		return
	}
	names := make([]string, len(all))
	widest := utf8.RuneCountInString("speaker")
	for i, s := range all {
		names[i] = Visible(cmp.Or(s.Name, "speaker unknown"))
		widest = max(widest, utf8.RuneCountInString(names[i]))
	}
	out.WriteByte('\n')
	f.paint(out, bold, fmt.Sprintf("%-*s  quotes  words", widest, "speaker"))
	out.WriteByte('\n')
	for i, s := range all {
		fmt.Fprintf(out, "%-*s  %6d  %5d\n", widest, names[i], len(s.Quotes), s.Words)
	}
}

// paint writes s in a style, or as it is without colour.
func (f *textFormat) paint(out *bytes.Buffer, style, s string) {
	if f.colour {
		s = style + s + reset
	}
	out.WriteString(s)
}
