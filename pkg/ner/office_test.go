package ner

import (
	"strings"
	"testing"

	"github.com/whosaid/whosaid/pkg/nlp"
)

func TestTrimOffices(t *testing.T) {
	for _, c := range []struct{ name, text, mention, other, want string }{
		{"acronym spelled out below", "WMU Rivers Envoy: ‘We Are Late’\n\nThe World Meteorological Union met.", "WMU Rivers", "World Meteorological Union", "WMU"},
		{"acronym alone below", "WMU Rivers Envoy Resigns\n\nThe WMU met.", "WMU Rivers", "WMU", "WMU"},
		{"a body has offices too", "WMU Rivers Council President Resigns\n\nThe WMU met.", "WMU Rivers Council", "WMU", "WMU Rivers Council"},
		{"no office follows", "WMU Rivers Talks Fail\n\nThe WMU met.", "WMU Rivers", "WMU", "WMU Rivers"},
		{"an acronym nobody knows", "WMU Rivers Envoy Resigns\n\nThe Union met.", "WMU Rivers", "Union", "WMU Rivers"},
		{"other initials", "WMU Rivers Envoy Resigns\n\nThe World Medical Board met.", "WMU Rivers", "World Medical Board", "WMU Rivers"},
		{"the office in lower case", "The WMU Rivers envoy left. The WMU met.", "WMU Rivers", "WMU met", "WMU Rivers"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := nlp.Parse(c.text)
			var mentions []Mention
			for _, s := range []string{c.mention, c.other} {
				m := Mention{Type: Organisation}
				m.Start = strings.LastIndex(c.text, s)
				m.End = m.Start + len(s)
				m.First, m.Last = d.TokensIn(m.Span)
				mentions = append(mentions, m)
			}
			trimOffices(d, mentions)
			if got := mentions[0].Of(c.text); got != c.want {
				t.Errorf("the name is %q, want %q", got, c.want)
			}
			if got := mentions[1].Of(c.text); got != c.other {
				t.Errorf("the other name became %q", got)
			}
		})
	}
}
