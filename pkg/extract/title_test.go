package extract

import (
	"testing"

	"github.com/whosaid/whosaid/pkg/nlp"
)

func TestTitle(t *testing.T) {
	const story = "\n\nThe harbour of Pireo was shut on Monday after two ferries collided in fog."
	for _, c := range []struct{ name, given, text, want string }{
		{"sentence case", "", "Harbour shut after ferries collide" + story, "Harbour shut after ferries collide"},
		{"question", "", "Who shut the harbour?" + story, "Who shut the harbour?"},
		{"title case with a full stop", "", "Harbour Shut After Ferries Collide." + story, "Harbour Shut After Ferries Collide."},
		{"quoted end", "", "Mayor: ‘We Were Lucky’" + story, "Mayor: ‘We Were Lucky’"},
		{"the story's first sentence", "", "The harbour was shut on Monday." + story, ""},
		{"one paragraph only", "", "Harbour shut after ferries collide", ""},
		{"the container knows better", "From the page", "Something else" + story, "From the page"},
		{"a dateline", "", "PIREO, Monday:" + story, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := ""
			if p := title(c.given, nlp.Parse(c.text)); p != nil {
				got = *p
			}
			if got != c.want {
				t.Errorf("title = %q, want %q", got, c.want)
			}
		})
	}
}
