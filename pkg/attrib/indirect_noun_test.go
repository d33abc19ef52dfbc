package attrib

import (
	"slices"
	"strings"
	"testing"
)

func TestReportNounsAreSorted(t *testing.T) {
	var words []string
	for line := range strings.Lines(reportNounList) {
		if line[0] != '#' {
			words = append(words, strings.TrimSpace(line))
		}
	}
	if !slices.IsSorted(words) {
		t.Error("the nouns are not sorted")
	}
	if len(slices.Compact(words)) != len(words) {
		t.Error("a noun is named twice")
	}
}
