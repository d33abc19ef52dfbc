package verify

import (
	"context"
	"sort"
	"strings"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/extract"
	"github.com/whosaid/whosaid/pkg/ingest"
)

// Read extracts an input so that its lines do not matter: see [Unwrap].
// straight makes its curly marks straight ones first, for a comparison with a
// text that has only those: of some quotes the direction of a mark decides what
// they are. The article carries the text as it was given, and its offsets refer
// to that. The errors are those of the extractor.
func Read(ctx context.Context, x *extract.Extractor, in ingest.Input, straight bool) (*article.Article, error) {
	written := in.Text
	in.Text = Unwrap(in.Text)
	if !straight {
		a, err := x.Extract(ctx, in)
		if err == nil {
			a.Text = written
		}
		return a, err
	}
	var shifts []shift
	in.Text, shifts = straighten(in.Text)
	a, err := x.Extract(ctx, in)
	if err != nil {
		return nil, err
	}
	moveOffsets(a, written, shifts)
	return a, nil
}

// HasCurlyMarks reports whether a text has curly quotation marks or apostrophes.
func HasCurlyMarks(text string) bool { return strings.ContainsAny(text, "“”‘’") }

// shift says how much longer the original text is before a byte of the straight
// one and after it.
type shift struct {
	at, by int
}

// straighten makes curly marks straight.
func straighten(text string) (string, []shift) {
	var b strings.Builder
	var shifts []shift
	by := 0
	for i, r := range text {
		straight := byte(0)
		switch r {
		case '“', '”':
			straight = '"'
		case '‘', '’':
			straight = '\''
		}
		if straight == 0 {
			b.WriteString(text[i : i+runeLen(text, i)])
			continue
		}
		b.WriteByte(straight)
		by += runeLen(text, i) - 1
		shifts = append(shifts, shift{at: b.Len(), by: by})
	}
	return b.String(), shifts
}

func runeLen(text string, at int) int {
	_, size := runeAt(text, at)
	return size
}

// moveOffsets makes the offsets of an article refer to the text before its
// marks were made straight.
func moveOffsets(a *article.Article, text string, shifts []shift) {
	move := func(offsets ...*int) {
		for _, offset := range offsets {
			n := sort.Search(len(shifts), func(i int) bool { return shifts[i].at > *offset })
			if n > 0 {
				*offset += shifts[n-1].by
			}
		}
	}
	a.Text = text
	for _, list := range [][]article.Entity{a.People, a.Places, a.Organisations} {
		for i := range list {
			for j := range list[i].Mentions {
				m := &list[i].Mentions[j]
				move(&m.Start, &m.End)
				m.Text = text[m.Start:m.End]
			}
		}
	}
	for i := range a.Quotes {
		q := &a.Quotes[i]
		move(&q.Start, &q.End)
		q.Text = text[q.Start:q.End]
		for j := range q.Parts {
			move(&q.Parts[j][0], &q.Parts[j][1])
		}
		if q.Speaker != nil {
			move(&q.Speaker.Start, &q.Speaker.End)
			q.Speaker.Text = text[q.Speaker.Start:q.Speaker.End]
		}
		if q.Cue != nil {
			move(&q.Cue.Start, &q.Cue.End)
			q.Cue.Text = text[q.Cue.Start:q.Cue.End]
		}
	}
	for i := range a.Diagnostics {
		move(&a.Diagnostics[i].Start, &a.Diagnostics[i].End)
	}
}
