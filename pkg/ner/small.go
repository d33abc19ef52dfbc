package ner

import (
	_ "embed" // the list
	"strings"
	"sync"
)

//go:embed smallwords.txt
var smallWordsFile string

// smallWords holds the hashes of the words that stand small inside names.
var smallWords = sync.OnceValue(func() *hashIndex {
	x := &hashIndex{}
	for line := range strings.Lines(smallWordsFile) {
		word := strings.TrimSuffix(line, "\n")
		if word != "" && word[0] != '#' {
			x.add(spread(hashText(word)), 0)
		}
	}
	return x
})
