package coref

import (
	"strings"
	"testing"

	"github.com/whosaid/whosaid/pkg/span"
)

// TestByRolePassesGuests checks that a guest from abroad who is named once does
// not hold the office that the text speaks of elsewhere.
func TestByRolePassesGuests(t *testing.T) {
	far := strings.Repeat("It rained.\n\n", passingReach)
	for _, c := range []struct{ phenomenon, text, want string }{
		{"a guest, far", "{p Adam Zych}, Prime Minister of {l Poland}, came once.\n\n" + far + "“No,” the prime minister said.", ""},
		{"a guest, near", "{p Adam Zych}, Prime Minister of {l Poland}, came once.\n\n“No,” the prime minister said.", "Adam Zych"},
		{"named again", "{p Adam Zych}, Prime Minister of {l Poland}, came. {p Zych} sat.\n\n" + far + "“No,” the prime minister said.", "Adam Zych"},
		{"no place", "{p Adam Zych}, the prime minister, came once.\n\n" + far + "“No,” the prime minister said.", "Adam Zych"},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			d, e := resolveMarked(t, c.text)
			at := strings.LastIndex(d.Text, "the prime minister")
			got := ""
			if entity, ok := e.ByRole(d, span.Span{Start: at, End: at + len("the prime minister")}); ok {
				got = e.List[entity].Name
			}
			if got != c.want {
				t.Errorf("the prime minister is %q, want %q", got, c.want)
			}
		})
	}
}
