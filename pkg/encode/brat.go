package encode

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/span"
)

// bratFormat writes the standoff annotation of brat, which lies beside the
// text: names, quotes, sources and cues as text-bound annotations (T), quotes
// tied to their source and cue by relations (R), the mentions of an entity by
// an equivalence (*), and the name of the speaker as a note (#). Offsets count
// code points.
type bratFormat struct {
	isWritten bool
}

// ErrOneArticle refuses a second article where a file can hold one.
var ErrOneArticle = errors.New("brat output holds one article a file: name one, or write files with --out-dir")

func (*bratFormat) start(*bytes.Buffer)  {}
func (*bratFormat) finish(*bytes.Buffer) {}

func (f *bratFormat) article(out *bytes.Buffer, a *article.Article, _ With) error {
	if f.isWritten {
		return ErrOneArticle
	}
	f.isWritten = true
	w := bratWriter{out: out, text: a.Text, index: span.NewIndex(a.Text), known: map[bound]int{}}
	for _, group := range []struct {
		kind     string
		entities []article.Entity
	}{{"Person", a.People}, {"Place", a.Places}, {"Organisation", a.Organisations}} {
		for _, e := range group.entities {
			var ids []string
			for _, m := range e.Mentions {
				if id := w.bind(group.kind, [][2]int{{m.Start, m.End}}); id > 0 {
					ids = append(ids, fmt.Sprintf("T%d", id))
				}
			}
			if len(ids) > 1 {
				fmt.Fprintf(out, "*\tEquiv %s\n", strings.Join(ids, " "))
			}
		}
	}
	relations := 0
	relate := func(kind string, from, to int) {
		if to == 0 {
			return
		}
		relations++
		fmt.Fprintf(out, "R%d\t%s Arg1:T%d Arg2:T%d\n", relations, kind, from, to)
	}
	for i, q := range a.Quotes {
		parts := q.Parts
		if len(parts) == 0 {
			parts = [][2]int{{q.Start, q.End}}
		}
		id := w.bind("Quote", parts)
		if id == 0 {
			continue
		}
		if q.Speaker != nil {
			relate("SaidBy", id, w.bind("Source", [][2]int{{q.Speaker.Start, q.Speaker.End}}))
			fmt.Fprintf(out, "#%d\tAnnotatorNotes T%d\t%s\n", i+1, id, OneLine(q.Speaker.Name))
		}
		if q.Cue != nil {
			relate("CuedBy", id, w.bind("Cue", [][2]int{{q.Cue.Start, q.Cue.End}}))
		}
	}
	return nil
}

// bratWriter numbers the text-bound annotations.
type bratWriter struct {
	out   *bytes.Buffer
	text  string
	index *span.Index
	known map[bound]int // one annotation is enough for a source of many quotes
}

// bound is a text-bound annotation in one piece.
type bound struct {
	kind       string
	start, end int
}

// bind writes a text-bound annotation and returns its number, from 1; 0 when
// there is no text to bind to.
func (w *bratWriter) bind(kind string, parts [][2]int) int {
	key := bound{kind, parts[0][0], parts[len(parts)-1][1]}
	if id, ok := w.known[key]; ok {
		return id
	}
	var places, texts []string
	for _, p := range parts {
		// A fragment must not reach over a line end.
		at := p[0]
		for _, line := range strings.SplitAfter(w.text[p[0]:p[1]], "\n") {
			words := strings.TrimRight(line, "\r\n")
			if words != "" {
				places = append(places, fmt.Sprintf("%d %d", w.index.Rune(at), w.index.Rune(at+len(words))))
				texts = append(texts, bratText(words))
			}
			at += len(line)
		}
	}
	if len(places) == 0 {
		return 0
	}
	id := len(w.known) + 1
	w.known[key] = id
	fmt.Fprintf(w.out, "T%d\t%s %s\t%s\n", id, kind, strings.Join(places, ";"), strings.Join(texts, " "))
	return id
}

// bratText returns a text as long as it is in the article, for brat compares
// them, without what could end the line.
func bratText(s string) string {
	return strings.Map(func(c rune) rune {
		if isHidden(c) {
			return ' '
		}
		return c
	}, s)
}
