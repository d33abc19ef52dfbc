package verify

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/pkg/article"
)

// turnsOf lists the turns of a transcript as "speaker: words".
func turnsOf(text string) []string {
	a := WithTurns(&article.Article{Schema: article.Schema, Text: text, Offsets: article.Byte,
		People: []article.Entity{}, Places: []article.Entity{}, Organisations: []article.Entity{},
		Quotes: []article.Quote{}, Diagnostics: []article.Diagnostic{}})
	if err := a.Validate(); err != nil {
		return []string{err.Error()}
	}
	var all []string
	for i, q := range a.Quotes {
		name := "?"
		if q.Speaker != nil {
			name = q.Speaker.Name
		}
		all = append(all, name+": "+strings.Join(a.Spoken(i), " "))
	}
	return all
}

func TestTranscripts(t *testing.T) {
	for name, test := range map[string]struct {
		text string
		want []string
	}{
		"names in capitals": {"SMITH: Good evening.\nJONES: Is it?\n", []string{"SMITH: Good evening.", "JONES: Is it?"}},
		"names in mixed case, over lines": {"Ada Smith: Good\nevening.\n\nBen van Dyk: Is it?\n",
			[]string{"Ada Smith: Good evening.", "Ben van Dyk: Is it?"}},
		"stage directions": {"SMITH: Good evening.\n(Applause)\nJONES (by phone): Is it?\n", []string{"SMITH: Good evening.", "JONES: Is it?"}},
		"an article":       {"Storm closes port\n\nThe mayor had one wish: peace.\n\nNobody was hurt in Faro.\n", nil},
		"links in an article": {"Storm closes port\n\nREAD MORE: Storms of old\n\nNobody was hurt.\n\nThe sea was calm.\n\nWATCH: The harbour\n",
			nil},
		"WebVTT": {"WEBVTT\n\nNOTE made by hand\n\n1\n00:01.000 --> 00:02.000\n<v Ada Smith>We <i>shall</i>\n\n00:02.000 --> 00:03.000\n<v Ada Smith>wait.\n\n00:03.000 --> 00:04.000\n<v.loud Ben Jones>Why?\n",
			[]string{"Ada Smith: We shall wait.", "Ben Jones: Why?"}},
		"SubRip": {"1\r\n00:00:01,000 --> 00:00:02,000\r\nADA: We shall\r\nwait.\r\n\r\n2\r\n00:00:02,000 --> 00:00:03,000\r\nBEN: Why?\r\n",
			[]string{"ADA: We shall wait.", "BEN: Why?"}},
		"captions with dashes": {"1\n00:00:01,000 --> 00:00:02,000\n- We shall wait.\n- Why?\n\n2\n00:00:02,000 --> 00:00:03,000\nBecause.\n",
			[]string{"?: We shall wait.", "?: Why? Because."}},
	} {
		if diff := cmp.Diff(test.want, turnsOf(test.text)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func FuzzTurns(f *testing.F) {
	f.Add("WEBVTT\n\n00:01 --> 00:02\n<v A B>x <c>y</c>\n")
	f.Add("A B: x\nC D: y\n(z)\n")
	f.Add("1\n00:01,0 --> 00:02,0\n- : \n>> x\n<v")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		for _, turn := range turnsOf(text) {
			if strings.Contains(turn, "quotes[") {
				t.Errorf("%q: %s", text, turn)
			}
		}
	})
}
