package coref

import (
	"strings"
	"testing"
)

// TestKindsAreNormal checks that the nouns of kinds.txt are written as roles are
// compared: a noun that the list of roles gives another one for is never asked.
func TestKindsAreNormal(t *testing.T) {
	normal := func(noun string) bool {
		var k roleKey
		k.setHead(noun)
		return k.head == noun
	}
	for line := range strings.Lines(kindsFile) {
		if line[0] == '#' {
			continue
		}
		key, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		noun, _, _ := strings.Cut(key, " ")
		for _, word := range append(strings.Fields(value), noun) {
			if !normal(word) {
				t.Errorf("%q in the line of %q is compared as another noun", word, key)
			}
		}
	}
}
