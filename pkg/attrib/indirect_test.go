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
		{"cue after, doubtful", `The bridge may close again, {Ada Smith} warned.`, []string{"Ada Smith/warned: The bridge may close again"}},
		{"cue within, longer", `The old bridge, {Ada Smith} pointed out, had been closed twice before the storm.`, []string{"Ada Smith/pointed out: The old bridge … had been closed twice before the storm"}},
		{"cue within, with addressee", `The bridge, {Ada Smith} told reporters, is safe again.`, []string{"Ada Smith/told: The bridge … is safe again"}},
		{"according to two", `According to {Ada Smith} and two of her aides, the bridge will be closed.`, []string{"Ada Smith/According to: the bridge will be closed"}},
		{"pronoun", `{Ada Smith} came to [Norrby]. She said that the bridge was safe.`, []string{"Ada Smith/said: that the bridge was safe"}},
		{"title before name", `The mayor of [Norrby], {Ada Smith}, said that the bridge was safe.`, []string{"Ada Smith/said: that the bridge was safe"}},
		{"organisation", `<Norrby Rail> announced that it would sell the bridge.`, []string{"Norrby Rail/announced: that it would sell the bridge"}},
		{"has said", `{Ada Smith} has repeatedly said she will not resign.`, []string{"Ada Smith/said: she will not resign"}},
		{"denial", `{Ada Smith} denied that she had closed the bridge.`, []string{"Ada Smith/denied: that she had closed the bridge"}},
		{"denied doing", `{Ada Smith} denied taking money from the builders.`, []string{"Ada Smith/denied: taking money from the builders"}},
		{"denied ever doing", `{Ada Smith} denied ever having closed the bridge.`, []string{"Ada Smith/denied: ever having closed the bridge"}},
		{"promised never", `{Ada Smith} promised never to close the bridge.`, []string{"Ada Smith/promised: never to close the bridge"}},
		{"adverb of the cue", `{Ada Smith} said again that the bridge was safe.`, []string{"Ada Smith/said: that the bridge was safe"}},
		{"preposition of the cue", `{Ada Smith} called for a new bridge.`, []string{"Ada Smith/called: a new bridge"}},
		{"accusation", `{Ada Smith} accused {Bob Jones} of hiding the costs.`, []string{"Ada Smith/accused: Bob Jones of hiding the costs"}},
		{"asked, passive", `Asked by reporters whether the bridge was safe, {Ada Smith} nodded.`, []string{"reporters/Asked: whether the bridge was safe"}},
		{"passive has no source", `{Ada Smith} was asked whether the bridge was safe.`, []string{"/asked: whether the bridge was safe"}},
		{"infinitive", `{Ada Smith} went on to say that the bridge was safe.`, []string{"Ada Smith/say: that the bridge was safe"}},
		{"date before the cue", `{Ada Smith} last week said that the bridge was safe.`, []string{"Ada Smith/said: that the bridge was safe"}},
		{"noun", `Few of the guests believed {Ada Smith}’s claim that the bridge was safe.`, []string{"Ada Smith/claim: that the bridge was safe"}},
		{"noun of a pronoun", `{Ada Smith} came to [Norrby]. The council remembered her claim that the bridge was safe.`, []string{"Ada Smith/claim: that the bridge was safe"}},
		{"dateline", `NORRBY, Nov. 23 — The bridge has fallen into the river, {Ada Smith} said.`, []string{"Ada Smith/said: The bridge has fallen into the river"}},
		{"in brackets", `The bridge (which is safe, {Ada Smith} said) was closed.`, []string{"Ada Smith/said: which is safe"}},
		{"a fragment", `{Ada Smith} said that the bridge was “as safe as a church”.`, []string{"*Ada Smith/said: that the bridge was “as safe as a church”"}},
		{"two fragments", `{Ada Smith} said the “old” bridge was “as safe as a church”.`, []string{"*Ada Smith/said: the “old” bridge was “as safe as a church”"}},
		{"an utterance behind", `{Ada Smith} said that the bridge was safe: “It will stand for a hundred years.”`, []string{"Ada Smith/said: that the bridge was safe"}},
		{"source of an utterance", `“The bridge is safe,” {Ada Smith} said, according to <Norrby Post>.`, nil},
		{"no cue of speech", `{Ada Smith} pressed the button and called a taxi.`, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, read(test.text).reports()); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}
