package attrib_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/pkg/quote"
)

// reports lists the reported speech of a text: "Ada Smith/said: the words", an
// asterisk before what holds a quoted fragment.
func (r reading) reports() []string {
	var out []string
	for _, report := range r.reported() {
		if report.Of >= 0 {
			continue
		}
		var parts []string
		for _, p := range report.Parts {
			parts = append(parts, p.Of(r.document.Text))
		}
		line := report.Name + "/" + report.Cue.Of(r.document.Text) + ": " + strings.Join(parts, " … ")
		if report.Attribution.Kind == quote.Mixed {
			line = "*" + line
		}
		out = append(out, line)
	}
	return out
}

func TestIndirect(t *testing.T) {
	for _, test := range []struct {
		name string
		text string
		want []string
	}{
		{"that", `{Ada Smith} said that the bridge was safe.`, []string{"Ada Smith/said: that the bridge was safe"}},
		{"no that", `{Ada Smith} said on Monday the bridge was safe.`, []string{"Ada Smith/said: the bridge was safe"}},
		{"addressee", `{Ada Smith} told reporters in [Norrby] that the bridge was safe.`, []string{"Ada Smith/told: that the bridge was safe"}},
		{"place of the words", `{Ada Smith} said in a statement on Monday that the bridge was safe.`, []string{"Ada Smith/said: that the bridge was safe"}},
		{"question", `{Ada Smith} asked whether the bridge was safe.`, []string{"Ada Smith/asked: whether the bridge was safe"}},
		{"promise", `{Ada Smith} vowed to rebuild the bridge.`, []string{"Ada Smith/vowed: to rebuild the bridge"}},
		{"cue after", `The bridge is safe, {Ada Smith} said on Monday.`, []string{"Ada Smith/said: The bridge is safe"}},
		{"cue after, inverted", `The bridge is safe, said {Ada Smith}, the mayor.`, []string{"Ada Smith/said: The bridge is safe"}},
		{"cue within", `The bridge, {Ada Smith} said, is safe again.`, []string{"Ada Smith/said: The bridge … is safe again"}},
		{"according to, after", `The bridge is safe, according to {Ada Smith}.`, []string{"Ada Smith/according to: The bridge is safe"}},
		{"according to, before", `According to {Ada Smith}, the bridge is safe.`, []string{"Ada Smith/According to: the bridge is safe"}},
		{"spokesperson", `{Ada Smith}’s spokesperson stressed that a new bridge is crucial.`, []string{"Ada Smith’s spokesperson/stressed: that a new bridge is crucial"}},
		{"two cues", `{Ada Smith} said the bridge was safe, adding that the road was not.`, []string{"Ada Smith/said: the bridge was safe", "Ada Smith/adding: that the road was not"}},
		{"marks are not reported twice", `“The bridge is safe,” {Ada Smith} said.`, nil},
		{"relative clause", `{Ada Smith} praised workers that rebuilt the bridge.`, []string{"Ada Smith/praised: workers that rebuilt the bridge"}},
		{"no cue of speech", `{Ada Smith} pressed the button and called a taxi.`, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, read(test.text).reports()); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}
