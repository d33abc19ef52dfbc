package nlp

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"

	"github.com/jdkato/prose/v2"
	"github.com/mingrammer/commonregex"
)

// sharedProse loads prose's models once for all tests.
var sharedProse = sync.OnceValue(func() *prose.Model { return prose.ModelFromData("test") })

func TestTaggerFileIsBuiltFromProse(t *testing.T) {
	want, err := BuildTagger()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal([]byte(taggerFile), want) {
		t.Error("tagger.bin is not what BuildTagger makes: run go run ./cmd/whosaid-train tagger")
	}
}

func TestOpenTaggerOfBrokenFiles(t *testing.T) {
	for _, file := range []string{"", taggerMagic, taggerFile[:1000], "x" + taggerFile, taggerFile[:len(taggerFile)-1]} {
		if m := openTagger(file); len(m.weights) != 0 {
			t.Errorf("a file of %d bytes opened as a model", len(file))
		}
	}
}

// articleTexts returns the project's own articles and, where present, n of a
// corpus.
func articleTexts(t *testing.T, n int) []string {
	t.Helper()
	var texts []string
	files, _ := filepath.Glob("../../testdata/articles/*.txt")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(data))
	}
	texts = append(texts, corpusTexts("worldwide.articles.dev.jsonl", n)...)
	if len(texts) == 0 {
		t.Skip("neither testdata/articles nor ../shared is there")
	}
	return texts
}

// corpusTexts returns the first n articles of a corpus beside the repository,
// none if it is absent.
func corpusTexts(name string, n int) (texts []string) {
	file, err := os.Open(filepath.Join("../../../shared/data/ner", name))
	if err != nil {
		return nil
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() && len(texts) < n {
		var article struct{ Text string }
		if json.Unmarshal(lines.Bytes(), &article) == nil {
			texts = append(texts, article.Text)
		}
	}
	return texts
}

// distinctRuns cuts the text at white space into runs in which no piece comes
// twice: within such a run prose shares no token.
func distinctRuns(text string) []string {
	var runs []string
	var run []string
	for _, piece := range strings.Fields(text) {
		if slices.Contains(run, piece) {
			runs, run = append(runs, strings.Join(run, " ")), nil
		}
		run = append(run, piece)
	}
	return append(runs, strings.Join(run, " "))
}

// compareTags tags text as prose divides it and reports every word on which
// prose's own tag, where it can be told, is another. It returns how many words
// it compared.
func compareTags(t *testing.T, tg *tagger, text string, compared func(words []string, i int) bool) (n int) {
	t.Helper()
	doc, err := prose.NewDocument(text, prose.WithSegmentation(false), prose.WithExtraction(false), prose.UsingModel(sharedProse()))
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, token := range doc.Tokens() {
		list = append(list, token.Text)
	}
	got := tg.tag(nil, list)
	for i, token := range doc.Tokens() {
		if !compared(list, i) {
			continue
		}
		n++
		if got[i].String() == token.Tag {
			continue
		}
		if tiesBefore(tg, got, i) {
			t.Logf("tie at or before %q: prose takes either tag", token.Text)
			return n // and what follows may differ
		}
		t.Errorf("%q in %q: tag %s, prose has %s", token.Text, list[max(0, i-3):min(len(list), i+3)], got[i], token.Tag)
	}
	return n
}

// TestTagsEqualProse compares runs of words in which none is repeated, so that
// every tag is prose's own.
func TestTagsEqualProse(t *testing.T) {
	var tg tagger
	words := 0
	for _, text := range articleTexts(t, 60) {
		for _, run := range distinctRuns(text) {
			words += compareTags(t, &tg, run, func([]string, int) bool { return true })
		}
	}
	t.Logf("%d words compared", words)
	if words < 1000 {
		t.Errorf("only %d words compared", words)
	}
}

// TestTagsEqualProseOverWholeArticles compares whole articles, where prose's tag
// of a repeated word is that of its last occurrence: the others are left out.
func TestTagsEqualProseOverWholeArticles(t *testing.T) {
	var tg tagger
	words := 0
	for _, text := range articleTexts(t, 60) {
		last := map[string]int{}
		words += compareTags(t, &tg, text, func(list []string, i int) bool {
			if len(last) == 0 {
				for k, word := range list {
					last[word] = k
				}
			}
			return last[list[i]] == i
		})
	}
	t.Logf("%d words compared", words)
}

// tiesBefore reports whether a tie decided the tag of word i or of one before.
func tiesBefore(t *tagger, tags []Tag, i int) bool {
	for k := range i + 1 {
		if tiesAt(t, tags, k) {
			return true
		}
	}
	return false
}

// tiesAt reports whether the tag of word i, given the tags before it, was one
// of several that are equally good.
func tiesAt(t *tagger, tags []Tag, i int) bool {
	p1, p2 := contextStart, contextStart2
	if i > 0 {
		p1, p2 = int(tags[i-1]), contextStart
	}
	if i > 1 {
		p2 = int(tags[i-2])
	}
	if t.traits[i].fixed {
		return false
	}
	_, tie := taggerModel.predict(t.traits, i, p1, p2)
	return tie
}

func TestTagsEqualProseOnOddWords(t *testing.T) {
	var tg tagger
	for _, text := range []string{
		"x", "É", "É clair naïve ÀÉÎ", "1 22 333 4444 55555 +123 -123 -1234", "well-known -well a- - --",
		"\xff \xe2\x80 caf\xe9 ok", "日本 語 test", "0 * *T*-1 *-12 *?* *ab* *-1234 **", "8D xD XDD xDD v_v o_O :-)",
		"@ann a@b.cd a@b www.x.org x.or x.o 3.14 3.1 ann.b.", "İstanbul ǅ ß K ſ", "-LRX-y -start- -START- -END2- !HYPHEN !hyphen",
	} {
		compareTags(t, &tg, text, func([]string, int) bool { return true })
	}
}

// proseNone is prose's regular expression for empty elements.
var proseNone = regexp.MustCompile(`^(?:0|\*[\w?]\*|\*\-\d{1,3}|\*[A-Z]+\*\-\d{1,3}|\*)$`)

func FuzzSpecialWords(f *testing.F) {
	for _, seed := range []string{
		"www.x.org/a", "a..b", "..", "...", "x.y", "3.14", "3.1", "a.b)", "(a.bc)", "a.(b)c", "U.S", "a.é1", "a.\xffb",
		"a@b.c", "a@b-.c", "a@-b.c", "a@b..c", "a@@b.c", "\u212a@\u017f.k", "é@b.c", "}@b.c", "a@b.c@",
		"*T*-1", "*T*-", "*t*-1", "*-1234", "**-1", "*_*", "*é*", "0",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, word string) {
		if word == "" || strings.ContainsFunc(word, unicode.IsSpace) {
			return
		}
		if got, want := isLink(word), commonregex.LinkRegex.MatchString(word); got != want {
			t.Errorf("isLink(%q) = %v", word, got)
		}
		if got, want := isMail(word), commonregex.EmailRegex.MatchString(word); got != want {
			t.Errorf("isMail(%q) = %v", word, got)
		}
		if got, want := isEmptyElement(word), proseNone.MatchString(word); got != want {
			t.Errorf("isEmptyElement(%q) = %v", word, got)
		}
	})
}
