package train

import (
	_ "embed" // the list
	"math/rand/v2"
	"strings"
	"unicode"

	"github.com/whosaid/whosaid/pkg/ner"
)

// wordNamesFile lists given names that are English words as well: Blessing,
// Precious, Goodluck. They are common in Africa, the Caribbean and the
// Philippines, and most words of that kind are no names. Other people's names
// for all (mention replacement: Dai and Adel 2020) were worth nothing.
//
//go:embed wordnames.txt
var wordNamesFile string

const (
	// wordNameShare is the share of articles, in percent, that are learnt from
	// a second time with such a name.
	wordNameShare = 40
	// shortestGiven is how many bytes a given name has: less is an initial.
	shortestGiven = 3
	// wordNameStream tells these random numbers from others of the same seed.
	wordNameStream = 5
)

// wordNames returns a function for renamedSources that gives the person whose
// given name stands most often in an article one of the names of the list.
func wordNames(seed uint64) func(*Article) (Article, []int) {
	names := strings.Fields(wordNamesFile)
	random := rand.New(rand.NewPCG(seed, wordNameStream))
	return func(a *Article) (Article, []int) {
		given := givenName(a)
		name := names[random.IntN(len(names))]
		if given == "" || random.IntN(100) >= wordNameShare {
			return Article{}, nil
		}
		return replaceNames(a, func(e Entity, old string) string {
			first, rest, more := strings.Cut(old, " ")
			switch {
			case e.Type != ner.Person || first != given:
				return old
			case more:
				return name + " " + rest
			}
			return name
		})
	}
}

// givenName returns the word that begins most names of two words or more of
// people of an article; of several the first to come so often.
func givenName(a *Article) string {
	counts := map[string]int{}
	best := ""
	for _, e := range a.Entities {
		first, _, more := strings.Cut(a.Text[e.Start:e.End], " ")
		if e.Type != ner.Person || !more || len(first) < shortestGiven || strings.ContainsFunc(first, notLetter) {
			continue
		}
		if counts[first]++; counts[first] > counts[best] {
			best = first
		}
	}
	return best
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }
