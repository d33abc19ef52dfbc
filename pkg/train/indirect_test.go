package train

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/span"
)

// nameless finds no names.
type nameless struct{}

func (nameless) Recognise(*nlp.Document) []ner.Mention { return nil }

// reportedArticles returns articles of one sentence each, in which what stands
// behind "said" is reported and what stands behind "painted" is not.
func reportedArticles(t *testing.T) string {
	t.Helper()
	var out strings.Builder
	for _, who := range []string{"The mayor", "The judge", "The doctor", "Her lawyer", "The guard", "A farmer", "The pilot", "Their coach"} {
		start := len(who) + len(" said ")
		line, err := json.Marshal(map[string]any{
			"text": who + " said that the bridge was safe. " + who + " painted the bridge.",
			"quotes": []any{map[string]any{
				"type": "indirect", "cue_speech": true, "spans": [][2]int{{start, start + len("that the bridge was safe")}},
				"cue": map[string]int{"start": start - len("said "), "end": start - 1},
			}},
		})
		if err != nil {
			t.Fatal(err)
		}
		out.Write(line)
		out.WriteByte('\n')
	}
	return out.String()
}

func TestIndirectLearns(t *testing.T) {
	var models [2]bytes.Buffer
	for i := range models {
		x := Indirect{Recogniser: nameless{}}
		if err := x.Add(strings.NewReader(reportedArticles(t))); err != nil {
			t.Fatal(err)
		}
		for _, s := range x.CrossValidate() {
			if s.Least == 0.5 && (s.Wanted != 8 || s.Right != 8 || s.Found != 8) {
				t.Errorf("found %d, right %d of %d", s.Found, s.Right, s.Wanted)
			}
		}
		if err := x.Write(&models[i]); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(models[0].Bytes(), models[1].Bytes()) {
		t.Error("the same articles give two models")
	}
	if !strings.Contains(models[0].String(), "say") {
		t.Errorf("nothing is learnt of the cue:\n%s", models[0].String())
	}
}

func TestIndirectNamesTheBadArticle(t *testing.T) {
	x := Indirect{Recogniser: nameless{}}
	err := x.Add(strings.NewReader(`{"text": "Nothing."}` + "\n" + `{"text": 1}`))
	if err == nil || !strings.Contains(err.Error(), "article 2") {
		t.Errorf("got %v", err)
	}
}

func TestSameBytes(t *testing.T) {
	for _, test := range []struct {
		name string
		a, b []span.Span
		want float64
	}{
		{"nothing", nil, nil, 0},
		{"the same", []span.Span{{Start: 3, End: 7}}, []span.Span{{Start: 3, End: 7}}, 1},
		{"half", []span.Span{{Start: 0, End: 4}}, []span.Span{{Start: 0, End: 8}}, 0.5},
		{"apart", []span.Span{{Start: 0, End: 4}}, []span.Span{{Start: 4, End: 8}}, 0},
		{"two parts", []span.Span{{Start: 0, End: 4}, {Start: 6, End: 8}}, []span.Span{{Start: 0, End: 8}}, 0.75},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := sameBytes(test.a, test.b); got != test.want {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}
