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
	"sync"

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

// News is what a recogniser found in unlabelled news.
type News struct {
	words map[uint64]*usage
	names map[string]*[ner.Organisation + 1]int32 // longer names, by type
}

func newNews() *News {
	return &News{words: map[uint64]*usage{}, names: map[string]*[ner.Organisation + 1]int32{}}
}

// merge adds what other found.
func (n *News) merge(other *News) {
	for key, u := range other.words {
		if mine := n.words[key]; mine != nil {
			mine.lower += u.lower
			for c := range u.typed {
				mine.typed[c] += u.typed[c]
			}
		} else {
			n.words[key] = u
		}
	}
	for name, counts := range other.names {
		if mine := n.names[name]; mine != nil {
			for t := range counts {
				mine[t] += counts[t]
			}
		} else {
			n.names[name] = counts
		}
	}
}

// ReadNews labels some million words of news with a recogniser.
func ReadNews(data string, recognise ner.Recogniser, words, workers int) (*News, error) {
	// The archive is read through the xz program: it is never unpacked on disk.
	unpack := exec.Command("xz", "-dc", filepath.Join(data, newsFile))
	news, err := unpack.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := unpack.Start(); err != nil {
		return nil, fmt.Errorf("xz: %w", err)
	}
	texts := make(chan string)
	found := make([]*News, max(workers, 1))
	var wait sync.WaitGroup
	for i := range found {
		n := newNews()
		found[i] = n
		wait.Go(func() {
			for text := range texts {
				d := nlp.Parse(text)
				mentions := recognise.Recognise(d)
				n.countWords(d, mentions)
				n.countNames(d, mentions)
			}
		})
	}
	err = readNews(news, words, func(text string) { texts <- text })
	close(texts)
	wait.Wait()
	if err != nil {
		return nil, err
	}
	for _, other := range found[1:] {
		found[0].merge(other)
	}
	// Reading may have stopped before the end; what xz says of that is no news.
	_ = unpack.Process.Kill()
	_ = unpack.Wait()
	return found[0], nil
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

// countWords adds the words of one text.
func (n *News) countWords(d *nlp.Document, mentions []ner.Mention) {
	next := 0
	for i, t := range d.Tokens {
		for next < len(mentions) && mentions[next].Last <= i {
			next++
		}
		key, capital, ok := ner.UsageKey(t.Of(d.Text))
		if !ok {
			continue
		}
		u := n.words[key]
		if u == nil {
			u = &usage{}
			n.words[key] = u
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

// countNames adds the names of two words or more of one text.
func (n *News) countNames(d *nlp.Document, mentions []ner.Mention) {
	for _, m := range mentions {
		if m.Type > ner.Organisation || m.Last-m.First < 2 || m.Last-m.First > longestPhrase || m.Confidence < sureName {
			continue
		}
		name := m.Of(d.Text)
		c := n.names[name]
		if c == nil {
			c = new([ner.Organisation + 1]int32)
			n.names[name] = c
		}
		c[m.Type]++
	}
}

const (
	// sureName is how sure the recogniser must be for a name to count.
	sureName = 0.8
	// A name is listed when it was seen so often, and in so large a share as
	// one type.
	leastNames = 3
	namesShare = 0.8
)

// newsLists are the lists that names from the news are put on, by type.
var newsLists = [...]ner.Lists{ner.Person: ner.ListPerson, ner.Place: ner.ListPlaceName, ner.Organisation: ner.ListBody}

// list puts the names on lists.
func (n *News) list(p phrases) {
	for name, counts := range n.names {
		total := int32(0)
		for _, c := range counts {
			total += c
		}
		for t, c := range counts {
			if total >= leastNames && float64(c) >= namesShare*float64(total) {
				p.add(name, newsLists[t])
			}
		}
	}
}

// usage returns the usage of words as table entries in the order of their
// hashes.
func (n *News) usage() []ner.WordValue {
	var entries []ner.WordValue
	for key, u := range n.words {
		total := u.lower
		for _, n := range u.typed {
			total += n
		}
		capital := total - u.lower
		if total >= leastUses && capital > 0 {
			entries = append(entries, ner.WordValue{Hash: key, Value: uint32(ner.UsageValue(u.lower, u.typed))})
		}
	}
	slices.SortFunc(entries, func(a, b ner.WordValue) int { return cmp.Compare(a.Hash, b.Hash) })
	return entries
}
