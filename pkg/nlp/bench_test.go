package nlp

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/jdkato/prose/v2"
)

// newsParagraph is 98 words of invented news with what news has in it: names,
// quotations of both kinds, clitics, numbers, abbreviations.
const newsParagraph = `The mayor of Port Ellery, Ana Brightwater, told reporters on Tuesday that the city wouldn't wait for the U.S. government's help after last week's flood. “We've lost 1,200 homes and three bridges,” she said. “It's time to rebuild, and we'll do it ourselves.” Her deputy, Dr. J. K. Osei-Mensah, said the Tokyo-based insurer Harrow & Finch Inc. had agreed to pay €40 million — about 3.5% of its reserves. "Nobody expected that," he added. The opposition's leader, Samir Okonjo, disagreed: the plan, he argued, "isn't worth the paper it's written on". Residents of the valley's 15 villages are to vote on May 5.

`

func benchmarkParse(b *testing.B, text string) {
	words := len(strings.Fields(text))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Parse(text)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkParse(b *testing.B) {
	b.Run("600 words", func(b *testing.B) { benchmarkParse(b, strings.Repeat(newsParagraph, 6)) })
	b.Run("100000 words", func(b *testing.B) { benchmarkParse(b, strings.Repeat(newsParagraph, 1000)) })
}

func BenchmarkTag(b *testing.B) {
	doc := Parse(newsParagraph)
	var words []string
	for i := range doc.Tokens {
		words = append(words, doc.NormalisedWord(i))
	}
	var t tagger
	var tags []Tag
	for b.Loop() {
		tags = t.tag(tags[:0], words)
	}
	b.ReportMetric(float64(len(words))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkVotes(b *testing.B) {
	doc := Parse(strings.Repeat(newsParagraph, 10))
	var votes []Vote
	for b.Loop() {
		votes = doc.AppendVotes(votes[:0])
	}
	b.ReportMetric(float64(len(doc.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// BenchmarkProse is prose's own full pipeline, as it is, with one model for all
// documents: what the speed of BenchmarkExtract/articles is held against.
func BenchmarkProse(b *testing.B) {
	paths, err := filepath.Glob("../../testdata/articles/*.txt")
	if err != nil || len(paths) == 0 {
		b.Fatalf("no articles: %v", err)
	}
	var texts []string
	words := 0
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		texts = append(texts, string(text))
		words += len(strings.Fields(string(text)))
	}
	for b.Loop() {
		for _, text := range texts {
			if _, err := prose.NewDocument(text, prose.UsingModel(proseModel())); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
