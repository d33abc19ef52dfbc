package nlp

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/jdkato/prose/v2"
)

func TestProseEntitiesAreProses(t *testing.T) {
	straight := strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'")
	for _, text := range articleTexts(t, 12) {
		doc, err := prose.NewDocument(text, prose.WithSegmentation(false), prose.UsingModel(sharedProse()))
		if err != nil {
			t.Fatal(err)
		}
		// Only the outer words are compared: prose loses text inside a name
		// ("St Paul's.\nKwok"), the span between its ends does not.
		var want, got []string
		for _, e := range doc.Entities() {
			words := strings.Fields(e.Text)
			want = append(want, e.Label+" "+words[0]+" … "+words[len(words)-1])
		}
		for i, e := range ProseEntities(text) {
			found := straight.Replace(e.Of(text))
			if i < len(want) && strings.HasPrefix(want[i], e.Label+" "+found[:1]) {
				words := strings.Fields(doc.Entities()[i].Text)
				if strings.HasPrefix(found, words[0]) && strings.HasSuffix(found, words[len(words)-1]) {
					got = append(got, want[i])
					continue
				}
			}
			got = append(got, e.Label+" "+found)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("ProseEntities of %.60q differs from prose (-prose +ours):\n%s", text, diff)
		}
	}
}

func TestProseEntitiesSurvivesWhatProseDoesNot(t *testing.T) {
	start := time.Now()
	for name, text := range map[string]string{
		"panic":     "Then ȺȺȺȺ'll go to Paris with John Smith .",
		"lost text": "Then KKK's rest went to Paris with John Smith .",
		"quadratic": strings.Repeat(".", 100_000) + " He went to Paris with John Smith .",
	} {
		found := false
		for _, e := range ProseEntities(text) {
			found = found || e.Of(text) == "Paris" && e.Label == "GPE"
		}
		if !found {
			t.Errorf("%s: Paris not found: %v", name, ProseEntities(text))
		}
	}
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("took %v", took)
	}
}
