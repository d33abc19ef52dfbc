package nlp

import (
	_ "embed" // the word lists
	"slices"
	"strings"
)

//go:embed lists/abbreviations_inner.txt
var innerAbbreviationsFile string

//go:embed lists/abbreviations_final.txt
var finalAbbreviationsFile string

//go:embed lists/abbreviations_numbered.txt
var numberedAbbreviationsFile string

//go:embed lists/starters.txt
var startersFile string

//go:embed lists/speech_verbs.txt
var speechVerbsFile string

// The lists, read once when the program starts (some hundred lines) and never
// changed.
var (
	innerAbbreviations    = readList(innerAbbreviationsFile)
	finalAbbreviations    = readList(finalAbbreviationsFile)
	numberedAbbreviations = readList(numberedAbbreviationsFile)
	starters              = readList(startersFile)
	speechVerbs           = readList(speechVerbsFile)
)

// longestEntry bounds, in bytes, the words that are looked up in a list.
const longestEntry = 16

// readList returns the entries of a list file: one a line, sorted by byte,
// lines that start with # left out.
func readList(file string) []string {
	entries := make([]string, 0, strings.Count(file, "\n"))
	for line := range strings.Lines(file) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			entries = append(entries, line)
		}
	}
	return entries
}

// listed reports whether word is an entry of a sorted list.
func listed(list []string, word string) bool {
	if len(word) > longestEntry {
		return false
	}
	_, found := slices.BinarySearch(list, word)
	return found
}

// isAbbreviation reports whether word, without its full stop, is a known
// abbreviation, whatever follows.
func isAbbreviation(word string) bool {
	return listed(innerAbbreviations, word) || listed(finalAbbreviations, word)
}

// isStarter reports whether a capitalised word is one that starts sentences.
func isStarter(word string) bool { return listed(starters, word) }
