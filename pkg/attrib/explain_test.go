package attrib_test

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/pkg/attrib"
	"github.com/whosaid/whosaid/pkg/span"
)

const council = "The mayor, {Ada Smith}, met {Bob Lee} of <Acme Corp> on Monday. “It is safe,” she said. “We built it,” said {Bob Lee}, " +
	"who had warned her. “It cost too much,” a neighbour told {Carl Jones}.\n\nADA: “No.”\n\n“Yes,” the firm’s engineer wrote."

// TestExplainSaysWhatAttributeDoes: the reasons are those of the answer.
func TestExplainSaysWhatAttributeDoes(t *testing.T) {
	r := read(council)
	want := attrib.Attribute(r.document, r.quotes, r.entities)
	got, candidates := attrib.Explain(r.document, r.quotes, r.entities)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("Explain attributes otherwise:\n%s", diff)
	}
	explained := 0
	for q, list := range candidates {
		if len(list) == 0 { // it brings its own speaker along
			continue
		}
		explained++
		sum, nobody, found := 0.0, 0, false
		for i, c := range list {
			sum += c.Probability
			if c.Source.IsEmpty() {
				nobody++
			} else if c.Name == "" {
				t.Errorf("quote %d: candidate %d has no name", q, i)
			}
			if i > 0 && list[i-1].Probability < c.Probability {
				t.Errorf("quote %d: candidate %d is more probable than the one before", q, i)
			}
			for k, e := range c.Evidence {
				if e.Weight == 0 || k > 0 && math.Abs(c.Evidence[k-1].Weight) < math.Abs(e.Weight) {
					t.Errorf("quote %d: the evidence %q of weight %v is out of order", q, e.Name, e.Weight)
				}
			}
			found = found || c.Source == got[q].Source
		}
		if math.Abs(sum-1) > 1e-9 || nobody != 1 || !found {
			t.Errorf("quote %d: probabilities add up to %v, %d times nobody, answer among them: %v", q, sum, nobody, found)
		}
	}
	if explained < 3 {
		t.Errorf("%d quotes are explained", explained)
	}
}

// TestExamplesMarkTheSource: the candidate where the true source stands is the
// right one, and nobody where there is none.
func TestExamplesMarkTheSource(t *testing.T) {
	r := read(council)
	sources := make([]span.Span, len(r.quotes))
	for q, a := range attrib.Attribute(r.document, r.quotes, r.entities) {
		sources[q] = a.Source
	}
	sources[len(sources)-1] = span.Span{}
	right := 0
	attrib.Examples(r.document, r.quotes, r.entities, sources, func(q int, candidates []attrib.Example) {
		for i, c := range candidates {
			if len(c.Evidence) == 0 || c.IsEmpty() != (c.Kind == "") {
				t.Errorf("quote %d: candidate %d is %+v", q, i, c)
			}
			if !c.Right {
				continue
			}
			right++
			if c.IsEmpty() != sources[q].IsEmpty() {
				t.Errorf("quote %d of the source %v: %v is right", q, sources[q], c.Span)
			}
		}
	})
	if right < len(r.quotes)-1 {
		t.Errorf("%d right candidates for %d quotes", right, len(r.quotes))
	}
}
