package encode

import (
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/span"
)

// byBlanks takes each line for a sentence and what lies between blanks for a
// token.
func byBlanks(text string) [][]span.Span {
	sentences := [][]span.Span{{}}
	start := -1
	for i, c := range text + "\n" {
		switch {
		case !unicode.IsSpace(c) && start < 0:
			start = i
		case unicode.IsSpace(c) && start >= 0:
			last := &sentences[len(sentences)-1]
			*last = append(*last, span.Span{Start: start, End: i})
			start = -1
		}
		if c == '\n' {
			sentences = append(sentences, nil)
		}
	}
	return sentences
}

// checkColumns checks that every line is a comment, empty, or a token with its
// three tags, and that no tag goes on with what has not begun.
func checkColumns(t *testing.T, out string) {
	t.Helper()
	for line := range strings.Lines(out) {
		line = strings.TrimSuffix(line, "\n")
		columns := strings.Split(line, "\t")
		if line == "" || len(columns) == 1 && strings.HasPrefix(line, "# ") {
			continue
		}
		if len(columns) != 4 || columns[0] == "" {
			t.Errorf("%q is no token with three tags", line)
			continue
		}
		for _, tags := range columns[1:] {
			for tag := range strings.SplitSeq(tags, "|") {
				if tag != "O" && !strings.HasPrefix(tag, "B-") && !strings.HasPrefix(tag, "I-") {
					t.Errorf("%q has the tag %q", line, tag)
				}
			}
		}
	}
}

func TestCoNLL(t *testing.T) {
	want := `# global.columns = FORM NAME QUOTE ATTRIBUTION
# newdoc id = a.txt
“ O O O
Stay O B-q1 O
in O I-q1 O
Faro B-LOC I-q1 O
, O I-q1 O
” O O O
Ana B-PER O B-SOURCE-q1|B-SOURCE-q2
Sá I-PER O I-SOURCE-q1|I-SOURCE-q2
said O O B-CUE-q1
. O O O

“ O O O
Wait O I-q1 O
” O O O

`
	text := "“ Stay in Faro , ” Ana Sá said .\n“ Wait ”"
	at := func(s string) article.Mention {
		start := strings.Index(text, s)
		return article.Mention{Text: s, Start: start, End: start + len(s)}
	}
	stay, wait, ana, said := at("Stay in Faro ,"), at("Wait"), at("Ana Sá"), at("said")
	source := article.Speaker{Name: "Ana Sá", Start: ana.Start, End: ana.End}
	a := &article.Article{
		Input: "a.txt", Text: text,
		People: []article.Entity{{ID: "ana-sa", Mentions: []article.Mention{ana}}},
		Places: []article.Entity{{ID: "faro", Mentions: []article.Mention{at("Faro")}}},
		Quotes: []article.Quote{
			{ID: "q1", Start: stay.Start, End: wait.End, Parts: [][2]int{{stay.Start, stay.End}, {wait.Start, wait.End}},
				Speaker: &source, Cue: &article.Cue{Start: said.Start, End: said.End}},
			{ID: "q2", Speaker: &source},
		},
	}
	sentences := byBlanks(text)[:2]
	got := encoded(t, CoNLL, Options{Tokenise: func(string) [][]span.Span { return sentences }}, a)
	if diff := cmp.Diff(want, strings.ReplaceAll(got, "\t", " ")); diff != "" {
		t.Error(diff)
	}
	checkColumns(t, got)
}
