package train

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
)

// newsFile is unlabelled news, one paragraph a line, tokens between blanks.
const newsFile = "unlabelled/news.txt.xz"

// paragraphsPerText is how many neighbouring lines of the news are read as one
// article.
const paragraphsPerText = 12

// usage counts how a word, in any case, is written and typed in the news.
type usage struct {
	lower int32
	typed [ner.UsageClasses]int32 // capitalised uses
}

// leastUses is how often a word must be seen for its usage to be kept.
const leastUses = 4

// BuildUsage labels some million words of news with a recogniser and returns
// how each word was written and typed.
func BuildUsage(data string, recognise ner.Recogniser, words int) ([]ner.WordValue, error) {
	// The archive is read through the xz program: it is never unpacked on disk.
	unpack := exec.Command("xz", "-dc", filepath.Join(data, newsFile))
	news, err := unpack.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := unpack.Start(); err != nil {
		return nil, fmt.Errorf("xz: %w", err)
	}
	counts := map[uint64]*usage{}
	err = readNews(news, words, func(text string) { countUsage(counts, recognise, nlp.Parse(text)) })
	if err != nil {
		return nil, err
	}
	// Reading may have stopped before the end; what xz says of that is no news.
	_ = unpack.Process.Kill()
	_ = unpack.Wait()
	return usageEntries(counts), nil
}

// readNews calls use with each text of the news until there were enough words.
func readNews(news io.Reader, words int, use func(string)) error {
	lines := bufio.NewScanner(news)
	lines.Buffer(nil, longestLine)
	var text Article
	paragraphs := 0
	for words > 0 && lines.Scan() {
		line := tokenLine{Tokens: strings.Fields(lines.Text())}
		line.Tags = make([]string, len(line.Tokens))
		words -= len(line.Tokens)
		appendSentence(&text, line)
		if paragraphs++; paragraphs == paragraphsPerText {
			use(text.Text)
			text, paragraphs = Article{}, 0
		}
	}
	if paragraphs > 0 {
		use(text.Text)
	}
	return lines.Err()
}

// countUsage adds the words of one text.
func countUsage(counts map[uint64]*usage, recognise ner.Recogniser, d *nlp.Document) {
	mentions := recognise.Recognise(d)
	next := 0
	for i, t := range d.Tokens {
		for next < len(mentions) && mentions[next].Last <= i {
			next++
		}
		key, capital, ok := ner.UsageKey(t.Of(d.Text))
		if !ok {
			continue
		}
		u := counts[key]
		if u == nil {
			u = &usage{}
			counts[key] = u
		}
		class := ner.UsageOutside
		if next < len(mentions) && mentions[next].First <= i {
			m := mentions[next]
			class = ner.UsageClassOf(m.Type, i+1 == m.Last)
		}
		switch {
		case !capital:
			u.lower++
		case class == ner.UsageOutside && i == d.Sentences[t.Sentence].First:
			// A capital that begins a sentence tells nothing.
		default:
			u.typed[class]++
		}
	}
}

// usageEntries turns counts into table entries in the order of their hashes.
func usageEntries(counts map[uint64]*usage) []ner.WordValue {
	var entries []ner.WordValue
	for key, u := range counts {
		total := u.lower
		for _, n := range u.typed {
			total += n
		}
		capital := total - u.lower
		if total >= leastUses && capital > 0 {
			entries = append(entries, ner.WordValue{Hash: key, Value: ner.UsageValue(u.lower, u.typed)})
		}
	}
	slices.SortFunc(entries, func(a, b ner.WordValue) int { return cmp.Compare(a.Hash, b.Hash) })
	return entries
}
