package encode

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/whosaid/whosaid/pkg/article"
)

// FuzzViews lays names and quotes over a text as no extractor would, and
// checks that every view for people shows the whole text and nothing that
// steers its reader's machine.
func FuzzViews(f *testing.F) {
	for _, s := range hostile {
		f.Add(s, []byte{0, 5, 1, 3, 9, 2, 4, 4})
	}
	f.Add("“No,” said Ana. “‘Yes,’ he said,” said Rui.", []byte{3, 6, 20, 9, 24, 4, 17, 30, 11, 14})
	f.Fuzz(func(t *testing.T, text string, spans []byte) {
		a := laidOver(strings.ToValidUTF8(text, "\ufffd"), spans)
		var whole strings.Builder
		ended := make([]bool, len(a.Quotes))
		for _, s := range segments(a) {
			whole.WriteString(s.text)
			for _, q := range s.ended {
				if ended[q] {
					t.Errorf("quote %d ends twice", q)
				}
				ended[q] = true
			}
		}
		if whole.String() != a.Text {
			t.Errorf("the segments are %q, the text %q", whole.String(), a.Text)
		}
		for i, q := range a.Quotes {
			if !ended[i] && q.Start < q.End {
				t.Errorf("quote %d never ends", i)
			}
		}
		for _, format := range []Format{View, HTML, CSV, GitHub} {
			out := encoded(t, format, Options{}, a, a)
			if at := strings.IndexFunc(out, func(c rune) bool { return isHidden(c) && c != '\n' }); at >= 0 {
				t.Errorf("%s shows a hidden character: %q", format, out[max(0, at-50):min(len(out), at+10)])
			}
		}
		checkStandoff(t, encoded(t, Brat, Options{}, a), a.Text)
		checkColumns(t, encoded(t, CoNLL, Options{Tokenise: byBlanks}, a))
	})
}

// laidOver returns an article with a quote, a name or a quote in two pieces for
// each pair of bytes.
func laidOver(text string, spans []byte) *article.Article {
	a := &article.Article{Schema: article.Schema, Input: text, Title: &text, Offsets: article.Byte, Text: text}
	boundary := func(b byte) int {
		at := min(int(b), len(text))
		for at < len(text) && !utf8.RuneStart(text[at]) {
			at++
		}
		return at
	}
	for i := 0; i+1 < len(spans); i += 2 {
		start, end := boundary(min(spans[i], spans[i+1])), boundary(max(spans[i], spans[i+1]))
		middle := boundary(byte(min((start+end)/2, 255)))
		words := text[start:end]
		quote := article.Quote{ID: "q", Kind: article.Direct, Text: words, Start: start, End: end, Rule: "none"}
		switch i / 2 % 3 {
		case 0:
			quote.Speaker = &article.Speaker{Name: words, Text: words, Start: start, End: end}
			a.Quotes = append(a.Quotes, quote)
		case 1:
			a.People = append(a.People, article.Entity{ID: words, Name: words, Mentions: []article.Mention{{Text: words, Start: start, End: end}}})
		case 2:
			if middle > start && middle < end {
				quote.Parts = [][2]int{{start, middle}, {middle, end}}
			}
			a.Quotes = append(a.Quotes, quote)
		}
		a.Diagnostics = append(a.Diagnostics, article.Diagnostic{Code: "x", Message: words, Start: start, End: end})
	}
	return a
}
