package encode

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestBrat(t *testing.T) {
	want := `T1	Person 21 27	Ana Sá
T2	Place 14 18	Port
T3	Quote 39 47;50 55	Stay in. Wait,
T4	Source 21 27	Ana Sá
R1	SaidBy Arg1:T3 Arg2:T4
#1	AnnotatorNotes T3	Ana Sá
T5	Cue 30 36	warned
R2	CuedBy Arg1:T3 Arg2:T5
T6	Quote 50 55	Wait,
R3	SaidBy Arg1:T6 Arg2:T4
#2	AnnotatorNotes T6	she
`
	got := encoded(t, Brat, Options{}, sample())
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	checkStandoff(t, got, sample().Text)
}

func TestBratMentionsOfOneEntityAreOne(t *testing.T) {
	a := sample()
	a.People[0].Mentions = append(a.People[0].Mentions, a.Places[0].Mentions...)
	if got := encoded(t, Brat, Options{}, a); !strings.Contains(got, "\n*\tEquiv T1 T2\n") {
		t.Errorf("the mentions are not one:\n%s", got)
	}
}

func TestBratHoldsOneArticle(t *testing.T) {
	e, err := NewEncoder(io.Discard, Brat, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := e.Encode(sample()); err != nil {
		t.Error(err)
	}
	if err := e.Encode(sample()); !errors.Is(err, ErrOneArticle) {
		t.Errorf("a second article: %v", err)
	}
}

// bratBound is a text-bound annotation.
var bratBound = regexp.MustCompile(`^T\d+\t[A-Z][a-z]+ (\d+ \d+(?:;\d+ \d+)*)\t(.*)$`)

// checkStandoff checks, as brat does, that what an annotation says of the text
// is what the text holds at its places.
func checkStandoff(t *testing.T, out, text string) {
	t.Helper()
	runes := []rune(text)
	for line := range strings.Lines(out) {
		line = strings.TrimSuffix(line, "\n")
		if !strings.HasPrefix(line, "T") {
			if !strings.HasPrefix(line, "R") && !strings.HasPrefix(line, "#") && !strings.HasPrefix(line, "*") {
				t.Errorf("%q is no annotation", line)
			}
			continue
		}
		found := bratBound.FindStringSubmatch(line)
		if found == nil {
			t.Errorf("%q is no text-bound annotation", line)
			continue
		}
		var pieces []string
		for place := range strings.SplitSeq(found[1], ";") {
			var start, end int
			if _, err := fmt.Sscanf(place, "%d %d", &start, &end); err != nil || start >= end || end > len(runes) {
				t.Fatalf("%q has the place %q", line, place)
			}
			pieces = append(pieces, bratText(string(runes[start:end])))
		}
		if got := strings.Join(pieces, " "); got != found[2] {
			t.Errorf("%q: the text has %q there", line, got)
		}
	}
}
