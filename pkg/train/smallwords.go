package train

import (
	"slices"
	"unicode"

	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
)

// What makes a word one that may stand small inside a name.
const (
	// leastSmall is how often it must have done so: once may be a slip of the
	// annotators.
	leastSmall = 2
	// leastSmallShare is the share of its uses that must be inside names:
	// "said" and "is" stay out.
	leastSmallShare = 0.003
)

// SmallWords returns the words, in order, that stand without a capital inside
// the names of people, places and organisations in the corpora of a data
// folder: "of", "province", "bin".
func SmallWords(data string, corpora []Corpus) ([]string, error) {
	uses, inside := map[string]int{}, map[string]int{}
	for _, c := range corpora {
		articles, err := ReadCorpus(data, c)
		if err != nil {
			return nil, err
		}
		for i := range articles {
			countSmall(&articles[i], uses, inside)
		}
	}
	var words []string
	for w, n := range inside {
		if n >= leastSmall && float64(n) >= leastSmallShare*float64(uses[w]) {
			words = append(words, w)
		}
	}
	slices.Sort(words)
	return words, nil
}

// countSmall counts the small words of an article, and those inside its names.
func countSmall(a *Article, uses, inside map[string]int) {
	d := nlp.Parse(a.Text)
	next := 0
	for _, t := range d.Tokens {
		word := t.Of(d.Text)
		if !isSmall(word) {
			continue
		}
		uses[word]++
		for next < len(a.Entities) && a.Entities[next].End <= t.Start {
			next++
		}
		if next == len(a.Entities) {
			continue
		}
		if e := a.Entities[next]; e.Start <= t.Start && t.End <= e.End && e.Type <= ner.Organisation {
			inside[word]++
		}
	}
}

// isSmall reports whether a word begins with a letter and has no capital.
func isSmall(word string) bool {
	for i, r := range word {
		if i == 0 && !unicode.IsLetter(r) || unicode.IsUpper(r) {
			return false
		}
	}
	return word != ""
}
