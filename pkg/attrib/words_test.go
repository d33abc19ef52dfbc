package attrib

import (
	"strings"
	"testing"

	"github.com/whosaid/whosaid/pkg/evidence"
)

func TestEvidenceInWords(t *testing.T) {
	for name, want := range map[string]string{
		"where=before 1 0 direct":                             "before the quote, a sentence away",
		"touches+class=after yes say past":                    "its cue touches the quote (a word like “say”)",
		"cue=according to 0":                                  "its cue is a form of “according to”",
		"kind+link=name inverted":                             "a name, right behind its cue",
		"head+link=yes mayor":                                 "the noun “mayor” with a cue",
		"inside=yes adjacent":                                 "the quote itself names it",
		"vote+kind=quote-cue-source name direct":              "the order is quote, cue, speaker, a name",
		"claim=quote-cue-source inverted yes busy no no":      "the surest rule proposes another",
		"nobody+mark=cue without source , mixed":              "the quote follows a verb of speech and ends with “,”",
		"nobody+speech=4 direct":                              "the words alone are surely speech",
		"previous+alone=entity yes words, paragraph 1 direct": "it said the quote before, the quote is a paragraph of its own",
	} {
		if got := (Evidence{Name: name}).Words(); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// TestAllEvidenceInWords holds every name of the model against the words:
// none may be printed as the model writes it.
func TestAllEvidenceInWords(t *testing.T) {
	for name := range evidence.Each(weightList) {
		got := (Evidence{Name: name}).Words()
		if strings.HasPrefix(name, "nobody+word=") {
			continue // shows a word of the text
		}
		if got == name || strings.ContainsAny(got, "=+_") || strings.Contains(got, "  ") || strings.HasPrefix(got, ",") || strings.HasPrefix(got, " ") || strings.HasSuffix(got, ", ") {
			t.Errorf("%s: %q", name, got)
		}
	}
}
