package verify_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/extract"
	"github.com/whosaid/whosaid/pkg/ingest"
	"github.com/whosaid/whosaid/pkg/verify"
)

// compare compares two versions of an article as the command does, and lists
// the changes as "change: text".
func compare(t *testing.T, x *extract.Extractor, before, after string) []string {
	t.Helper()
	straight := verify.HasCurlyMarks(before) != verify.HasCurlyMarks(after)
	read := func(name, text string) *article.Article {
		a, err := verify.Read(t.Context(), x, ingest.Input{Name: name, Text: text}, straight)
		if err != nil {
			t.Fatal(err)
		}
		if err := a.Validate(); err != nil && text == verify.Unwrap(text) {
			t.Fatal(err)
		}
		return a
	}
	var all []string
	for _, c := range verify.Compare(read("old", before), read("new", after)).Changes {
		place := c.New
		if place == nil {
			place = c.Old
		}
		all = append(all, fmt.Sprintf("%s: %s", c.Change, place.Said))
	}
	return all
}

func TestChanges(t *testing.T) {
	const before = "“We shut the port before noon,” said Ana Sá, the harbour master, “and we will not open it today.”\n\n“Nobody was hurt,” Sá said.\n\n“I saw the waves on television and turned it off,” said Rui Reis, the mayor.\n"
	x := extract.New(extract.WithAllQuoted())
	for name, test := range map[string]struct {
		old, new string // replaced in the text above
		want     []string
	}{
		"nothing":               {"", "", nil},
		"word":                  {"before noon", "before dawn", []string{"reworded: We shut the port before dawn, and we will not open it today."}},
		"final punctuation":     {"hurt,”", "hurt”,", nil},
		"attribution moved":     {"noon,” said Ana Sá, the harbour master, “and we will not open it today.”", "noon, and we will not open it today,” said Ana Sá, the harbour master.", nil},
		"dots":                  {"on television and turned", "… turned", []string{"reworded: I saw the waves … turned it off,"}},
		"quote cut":             {" on television and turned it off", "", []string{"reworded: I saw the waves,"}},
		"quote longer":          {"was hurt,", "was hurt, not even the old man who sells the tickets for the boats,", []string{"reworded: Nobody was hurt, not even the old man who sells the tickets for the boats,"}},
		"quote added":           {"Sá said.", "Sá said.\n\n“The wall is a good wall,” she said.", []string{"added: The wall is a good wall,"}},
		"quote removed":         {"“Nobody was hurt,” Sá said.\n\n", "", []string{"removed: Nobody was hurt,"}},
		"marks removed":         {"“Nobody was hurt,” Sá said.", "Nobody was hurt, Sá said.", []string{"removed: Nobody was hurt,"}},
		"speaker":               {"hurt,” Sá said", "hurt,” Rui Reis said", []string{"re-attributed: Nobody was hurt,"}},
		"name in full, surname": {"hurt,” Sá said", "hurt,” Ana Sá said", nil},
		"words talked about":    {"turned it off,”", "turned it off,” as “the news from the very old port” said,", []string{"added: the news from the very old port"}},
		"another entity":        {"Sá said.", "Sá said in Lisbon.", []string{"entity-added: Lisbon"}},
	} {
		after := strings.Replace(before, test.old, test.new, 1)
		if diff := cmp.Diff(test.want, compare(t, x, before, after)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// TestNoChangeInTypography rewraps the project's articles and changes the style
// of their marks: nothing is said to have changed.
func TestNoChangeInTypography(t *testing.T) {
	files, err := filepath.Glob("../../testdata/articles/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no articles: %v", err)
	}
	x := extract.New(extract.WithAllQuoted())
	straight := strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text := string(data)
		for name, changed := range map[string]string{
			"wrapped at 60":           wrapped(text, 60),
			"wrapped at 75":           wrapped(text, 75),
			"straight marks":          straight.Replace(text),
			"straight marks, wrapped": wrapped(straight.Replace(text), 72),
			"line ends":               strings.ReplaceAll(text, "\n", "\r\n"),
		} {
			if changes := compare(t, x, text, changed); changes != nil {
				t.Errorf("%s, %s: %q", filepath.Base(file), name, changes)
			}
		}
	}
}

// wrapped cuts the lines of a text at a margin.
func wrapped(text string, margin int) string {
	var b strings.Builder
	for line := range strings.SplitSeq(text, "\n") {
		width := 0
		for i, word := range strings.Fields(line) {
			length := utf8.RuneCountInString(word)
			switch {
			case i == 0:
			case width+1+length > margin:
				b.WriteByte('\n')
				width = 0
			default:
				b.WriteByte(' ')
				width++
			}
			b.WriteString(word)
			width += length
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestUnwrapLeavesLinesThatAreLines(t *testing.T) {
	for name, text := range map[string]string{
		"verse":     "The sea came in\nand the sea went out\nand nobody asked the sea\nwhat it was about\n",
		"headline":  "Storm closes port of Faro\nThe harbour master of Faro shut the port at noon on Friday, and nobody was\nhurt.\n"[:26],
		"long line": strings.Repeat("word ", 60) + "\nnext line\n",
		"list":      "Bread, and everything that belongs to it, from the mill\nFish\nSalt\n",
	} {
		if got := verify.Unwrap(text); got != text {
			t.Errorf("%s: %q", name, got)
		}
	}
	const cut = "The harbour master of Faro shut the port at noon on Friday, and\nnobody was hurt.\n"
	if got, want := verify.Unwrap(cut), strings.Replace(cut, "and\n", "and ", 1); got != want {
		t.Errorf("%q", got)
	}
}
