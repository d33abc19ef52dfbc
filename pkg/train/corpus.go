// Package train turns annotated corpora into the model files that the other
// packages embed. The same corpora give the same bytes.
package train

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/whosaid/whosaid/pkg/ner"
)

// Corpus is one set of annotated text and how far it is to be trusted.
type Corpus struct {
	Name string
	File string // in the folder ner of the data
	// Articles says that the file holds whole articles as raw text with
	// offsets, not lists of tokens.
	Articles bool
	// Silent are the types that the set does not label: where it has no name,
	// there may be one of these.
	Silent []ner.Type
	// Weight scales what one sentence teaches.
	Weight float64
	// Every is n when one text in n is enough, 0 for all.
	Every int
	// Open says that the set's licence lets anybody train on it.
	Open bool
}

// Home is the corpus whose way of labelling is ours; it comes first.
const Home = "worldwide"

// Corpora returns the sets that the recogniser is trained on, the one whose way
// of labelling counts first: all, or home and those of the names given.
func Corpora(names ...string) []Corpus {
	return slices.DeleteFunc(allCorpora(), func(c Corpus) bool {
		return len(names) > 0 && c.Name != Home && !slices.Contains(names, c.Name)
	})
}

// OpenCorpora returns the sets with a licence that lets anybody train on them.
func OpenCorpora() []Corpus {
	return slices.DeleteFunc(allCorpora(), func(c Corpus) bool { return !c.Open })
}

func allCorpora() []Corpus {
	other := []ner.Type{ner.Nationality, ner.Other}
	return []Corpus{
		{Name: Home, File: "worldwide.articles.train.jsonl", Articles: true, Weight: 1},
		{Name: "uner_ewt", File: "uner_ewt.train.jsonl", Silent: other, Weight: 0.7, Open: true},
		{Name: "gum", File: "gum_named.train.jsonl", Silent: other, Weight: 0.5, Open: true},
		{Name: "wikigold", File: "wikigold.test.jsonl", Weight: 0.7, Open: true},
		{Name: "crossner", File: "crossner_politics.train.jsonl", Weight: 0.5, Open: true},
		{Name: "crossner", File: "crossner_politics.dev.jsonl", Weight: 0.5, Open: true},
		{Name: "crossner", File: "crossner_politics.test.jsonl", Weight: 0.5, Open: true},
		{Name: "redocred", File: "redocred.dev.jsonl", Weight: 0.4, Open: true},
		{Name: "redocred", File: "redocred.test.jsonl", Weight: 0.4, Open: true},
		{Name: "gmb", File: "gmb_kaggle.train.jsonl", Weight: 0.3, Every: 2, Open: true},
	}
}

// Entity is one annotated name: a half-open stretch of bytes and a type.
type Entity struct {
	Start, End int
	Type       ner.Type
	// Unsure says that the set does not tell nationalities from other names.
	Unsure bool
}

// Article is a text with its names, in text order.
type Article struct {
	ID       string
	Text     string
	Entities []Entity
}

// types maps the labels of the corpora to ours.
var types = map[string]ner.Type{"PER": ner.Person, "LOC": ner.Place, "ORG": ner.Organisation, "MISC": ner.Other}

// longestLine bounds a line of a corpus, in bytes.
const longestLine = 16 << 20

// readLines calls use with each line of a JSONL file.
func readLines[T any](path string, use func(T) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, longestLine)
	for n := 1; lines.Scan(); n++ {
		var value T
		if err := json.Unmarshal(lines.Bytes(), &value); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
		if err := use(value); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	return lines.Err()
}

// articleLine is an article as the corpora write it; offsets count code points.
type articleLine struct {
	ID       string `json:"id"`
	Text     string `json:"text"`
	Entities []struct {
		Type  string `json:"type"`
		Start int    `json:"start"`
		End   int    `json:"end"`
	} `json:"entities"`
}

// ReadArticles reads whole articles.
func ReadArticles(path string) ([]Article, error) {
	var articles []Article
	err := readLines(path, func(line articleLine) error {
		at := byteOffsets(line.Text)
		a := Article{ID: line.ID, Text: line.Text}
		for _, e := range line.Entities {
			t, ok := types[e.Type]
			if !ok || e.Start < 0 || e.End >= len(at) || e.Start >= e.End {
				return fmt.Errorf("%s: bad entity %+v", line.ID, e)
			}
			a.Entities = append(a.Entities, Entity{Start: at[e.Start], End: at[e.End], Type: t})
		}
		articles = append(articles, a)
		return nil
	})
	return articles, err
}

// byteOffsets returns the byte position of each code point and of the end.
func byteOffsets(text string) []int {
	at := make([]int, 0, len(text)+1)
	for i := range text {
		at = append(at, i)
	}
	return append(at, len(text))
}

// tokenLine is a sentence as lists of tokens and tags.
type tokenLine struct {
	ID     string   `json:"id"`
	Doc    string   `json:"doc"`
	Tokens []string `json:"tokens"`
	Tags   []string `json:"tags"`
	Raw    []string `json:"raw"`
}

// readSentences reads a set of tokens: the sentences of one document become
// one text, each a paragraph.
func readSentences(path string) ([]Article, error) {
	var articles []Article
	doc := ""
	err := readLines(path, func(line tokenLine) error {
		if len(line.Tags) != len(line.Tokens) {
			return fmt.Errorf("%s: %d tags for %d tokens", line.ID, len(line.Tags), len(line.Tokens))
		}
		if line.Doc == "" || line.Doc != doc {
			articles = append(articles, Article{ID: line.ID})
			doc = line.Doc
		}
		appendSentence(&articles[len(articles)-1], line)
		return nil
	})
	return articles, err
}

// appendSentence adds a sentence to a text as a paragraph of its own.
func appendSentence(a *Article, line tokenLine) {
	var text strings.Builder
	if a.Text != "" {
		text.WriteByte('\n')
	}
	base := len(a.Text)
	spaces := newSpacer()
	for i, token := range line.Tokens {
		if spaces.before(line, i) {
			text.WriteByte(' ')
		}
		start := base + text.Len()
		text.WriteString(token)
		end := base + text.Len()
		part, name, _ := strings.Cut(line.Tags[i], "-")
		switch last := len(a.Entities) - 1; {
		case part == "B":
			t := types[name]
			a.Entities = append(a.Entities, Entity{Start: start, End: end, Type: t, Unsure: t == ner.Other})
		case part == "I" && last >= 0:
			a.Entities[last].End = end
		}
	}
	a.Text += text.String()
}

// ReadCorpus reads a corpus from the data folder.
func ReadCorpus(data string, c Corpus) ([]Article, error) {
	path := filepath.Join(data, "ner", c.File)
	if !c.Articles {
		articles, err := readSentences(path)
		return everyOf(articles, c.Every), err
	}
	articles, err := ReadArticles(path)
	if err != nil {
		return nil, err
	}
	raw, err := readNationalities(filepath.Join(data, "ner", strings.Replace(c.File, ".articles", "", 1)))
	if err != nil {
		return nil, err
	}
	for i := range articles {
		raw[articles[i].ID].mark(&articles[i])
	}
	return articles, nil
}

// everyOf returns one article in n.
func everyOf(articles []Article, n int) []Article {
	if n <= 1 {
		return articles
	}
	var some []Article
	for i := 0; i < len(articles); i += n {
		some = append(some, articles[i])
	}
	return some
}
