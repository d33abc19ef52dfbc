package nlp

import (
	"slices"
	"testing"
)

func TestListsAreSorted(t *testing.T) {
	for name, list := range map[string][]string{
		"abbreviations_inner": innerAbbreviations, "abbreviations_final": finalAbbreviations,
		"abbreviations_numbered": numberedAbbreviations, "starters": starters, "speech_verbs": speechVerbs, "emoticons": emoticons,
	} {
		if len(list) == 0 {
			t.Errorf("%s is empty", name)
		}
		if !slices.IsSorted(list) {
			t.Errorf("%s is not sorted by byte", name)
		}
		if len(slices.Compact(slices.Clone(list))) != len(list) {
			t.Errorf("%s has an entry twice", name)
		}
		for _, entry := range list {
			if len(entry) > longestEntry && name != "emoticons" {
				t.Errorf("%s: %q is longer than longestEntry", name, entry)
			}
		}
	}
}

func TestAbbreviationsAreOfOneKind(t *testing.T) {
	for _, entry := range innerAbbreviations {
		if listed(finalAbbreviations, entry) {
			t.Errorf("%q is in both lists", entry)
		}
	}
}
