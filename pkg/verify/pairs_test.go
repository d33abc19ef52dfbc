package verify_test

import (
	"os"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/extract"
	"github.com/whosaid/whosaid/pkg/ingest"
	"github.com/whosaid/whosaid/pkg/verify"
)

// pairsFile holds sources with drafts of one quote each and the right verdicts.
const pairsFile = "../../testdata/verify/pairs.yaml"

type pairs struct {
	Name   string
	Source string
	Drafts []struct {
		Want    verify.Verdict
		Speaker verify.Match // not compared when empty
		Draft   string
	}
}

func readPairs(t *testing.T) []pairs {
	t.Helper()
	f, err := os.Open(pairsFile)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []pairs
	decoder := yaml.NewDecoder(f)
	decoder.KnownFields(true)
	if err := decoder.Decode(&all); err != nil {
		t.Fatal(err)
	}
	return all
}

// TestPairs holds the verdicts on the project's own drafts to what a careful
// editor says: 97 of 100 right, no invention passed, the classes balanced.
func TestPairs(t *testing.T) {
	const (
		fewestPairs  = 150
		fewestOfKind = 20
		accuracy     = 0.97
	)
	x := extract.New(extract.WithAllQuoted())
	read := func(name, text string) *article.Article {
		written := text
		a, err := x.Extract(t.Context(), ingest.Input{Name: name, Text: verify.Unwrap(text)})
		if err != nil {
			t.Fatal(err)
		}
		a.Text = written
		return a
	}
	total, right := 0, 0
	ofKind := map[verify.Verdict]int{}
	for _, p := range readPairs(t) {
		index := verify.NewIndex()
		index.Add(p.Name, p.Source)
		checker := verify.NewChecker(index, func(int) (*article.Article, error) {
			return verify.WithTurns(read(p.Name, p.Source)), nil
		})
		for _, d := range p.Drafts {
			total++
			ofKind[d.Want]++
			findings, err := checker.Check(read("draft", d.Draft))
			if err != nil {
				t.Fatal(err)
			}
			if len(findings) != 1 {
				t.Logf("%s: %d quotes, want 1: %s", p.Name, len(findings), d.Draft)
				continue
			}
			f := findings[0]
			if f.Verdict == d.Want && (d.Speaker == "" || d.Speaker == f.Speaker) {
				right++
				continue
			}
			t.Logf("%s: %s, speaker %s, want %s %s: %s\n\t%s", p.Name, f.Verdict, f.Speaker, d.Want, d.Speaker, d.Draft, f.Message)
			if (d.Want == verify.NotFound || d.Want == verify.Altered) && !f.Verdict.Reaches(verify.Altered) {
				t.Errorf("an invention passed as %s: %s", f.Verdict, d.Draft)
			}
		}
	}
	t.Logf("%d of %d right (%.3f); classes: %v", right, total, float64(right)/float64(total), ofKind)
	if total < fewestPairs || float64(right) < accuracy*float64(total) {
		t.Errorf("%d of %d verdicts are right, want %.0f %% of %d or more", right, total, 100*accuracy, fewestPairs)
	}
	for _, v := range verify.Verdicts() {
		if ofKind[v] < fewestOfKind {
			t.Errorf("%d pairs are %s, want %d", ofKind[v], v, fewestOfKind)
		}
	}
}
