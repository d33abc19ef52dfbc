package train

import (
	"strings"
	"testing"

	"github.com/whosaid/whosaid/pkg/ner"
)

// articleOf marks every occurrence of the names in a text as people.
func articleOf(text string, names ...string) Article {
	a := Article{Text: text}
	for at := 0; at < len(text); {
		found := false
		for _, n := range names {
			if strings.HasPrefix(text[at:], n) {
				a.Entities = append(a.Entities, Entity{Start: at, End: at + len(n), Type: ner.Person})
				at += len(n)
				found = true
				break
			}
		}
		if !found {
			at++
		}
	}
	return a
}

// TestPronouns checks that the fit learns the one thing that its articles
// show: pronouns stand for the subject of the sentence before.
func TestPronouns(t *testing.T) {
	var p Pronouns
	for range 40 {
		p.Add([]Article{
			articleOf("Robert Lunt praised Helen Marsh. He left.", "Robert Lunt", "Helen Marsh"),
			articleOf("Helen Marsh praised Robert Lunt. She left.", "Robert Lunt", "Helen Marsh"),
		})
	}
	p.Fit()
	s := p.Measure()
	if s.All == 0 || s.Right != s.All {
		t.Errorf("%d of %d held-out pronouns are right", s.Right, s.All)
	}
	var out strings.Builder
	if err := p.Write(&out); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "package coref") || !strings.Contains(out.String(), "var weights = [featureCount]float64{") {
		t.Errorf("the weights are no Go source of package coref:\n%s", out.String())
	}
}

func TestPronounsWithoutCases(t *testing.T) {
	var p Pronouns
	p.Add([]Article{articleOf("Robert Lunt left.", "Robert Lunt")})
	p.Fit()
	if err := p.Write(&strings.Builder{}); err == nil {
		t.Error("weights were written that nothing was learnt from")
	}
}
