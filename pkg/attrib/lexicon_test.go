package attrib

import (
	"slices"
	"strings"
	"testing"
)

func TestLexiconsAreSorted(t *testing.T) {
	for name, list := range map[string]string{"cues.txt": cueList, "functions.txt": functionList, "speechnouns.txt": speechNounList} {
		var words []string
		for line := range strings.Lines(list) {
			if line[0] == '#' {
				continue
			}
			fields := strings.Fields(line)
			words = append(words, fields[0])
			if name == "cues.txt" && classNames[fields[1]] == noClass || name == "functions.txt" && functionNames[fields[1]] == noFunction {
				t.Errorf("%s: %s has no class %s", name, fields[0], fields[1])
			}
		}
		if !slices.IsSorted(words) {
			t.Errorf("%s is not sorted", name)
		}
		if len(slices.Compact(words)) != len(words) {
			t.Errorf("%s names a word twice", name)
		}
	}
}

func TestCueForms(t *testing.T) {
	for _, test := range []struct {
		word  string
		lemma string
		form  form
	}{
		{"said", "say", past},
		{"says", "say", present},
		{"saying", "say", progressive},
		{"told", "tell", past},
		{"wrote", "write", past},
		{"written", "write", participle},
		{"writing", "write", progressive},
		{"replied", "reply", past},
		{"replies", "reply", present},
		{"agreeing", "agree", progressive},
		{"admitting", "admit", progressive},
		{"confesses", "confess", present},
		{"touches", "", base},
	} {
		if got := cueVerbs()[test.word]; got.lemma != test.lemma || got.form != test.form {
			t.Errorf("%s is %+v, want %s", test.word, got, test.lemma)
		}
	}
}
