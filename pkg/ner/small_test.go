package ner

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/pkg/nlp"
)

func TestWordsThatANameMayReachAreScored(t *testing.T) {
	for _, c := range []struct {
		phenomenon, text string
		want             []string // the words that are asked
	}{
		{"joined by small words", "A fund of the Bank of Lorn paid.", []string{"A", "of", "the", "Bank", "of", "Lorn"}},
		{"verb beside a name", "Ann Lunt said nothing.", []string{"Ann", "Lunt"}},
		{"word of any kind between two", "Persons with Disabilities met.", []string{"Persons", "with", "Disabilities"}},
		{"hyphens", "then Chan-o-cha spoke", []string{"Chan", "-", "o", "-", "cha"}},
		{"no capital at all", "nothing is here", []string{"nothing", "is", "here"}},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			d := nlp.Parse(c.text)
			m, err := OpenModel(modelFile)
			if err != nil {
				t.Fatal(err)
			}
			w := newWorker(m)
			w.load(d)
			w.findPlain(0, len(d.Tokens))
			var got []string
			for i, plain := range w.plain {
				if !plain {
					got = append(got, d.Tokens[i].Of(d.Text))
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("scored (-want +got):\n%s", diff)
			}
		})
	}
}

func TestSmallWordsAreSorted(t *testing.T) {
	last := ""
	for line := range strings.Lines(smallWordsFile) {
		word := strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(word, "#") {
			continue
		}
		if word <= last {
			t.Errorf("%q stands after %q", word, last)
		}
		last = word
	}
}
