package coref

import (
	"strings"
	"testing"

	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/span"
)

func TestRetype(t *testing.T) {
	type mention struct {
		name       string
		kind       ner.Type
		confidence float64
	}
	for _, c := range []struct {
		phenomenon string
		mentions   []mention
		want       []ner.Type
	}{
		{"unsure mention of a place named for sure", []mention{{"Bolshoi", ner.Place, .9}, {"Bolshoi", ner.Organisation, .3}, {"Bolshoi", ner.Place, .8}},
			[]ner.Type{ner.Place, ner.Place, ner.Place}},
		{"sure mentions of two", []mention{{"Santos", ner.Place, .9}, {"Santos", ner.Organisation, .8}, {"Santos", ner.Place, .9}, {"Santos", ner.Place, .9}, {"Santos", ner.Place, .9}},
			[]ner.Type{ner.Place, ner.Organisation, ner.Place, ner.Place, ner.Place}},
		{"no main type", []mention{{"Arbel", ner.Place, .75}, {"Arbel", ner.Organisation, .5}},
			[]ner.Type{ner.Place, ner.Organisation}},
		{"no sure mention", []mention{{"Arbel", ner.Place, .55}, {"Arbel", ner.Organisation, .5}},
			[]ner.Type{ner.Place, ner.Place}},
		{"name of several words", []mention{{"Arbel Trail Club", ner.Place, .75}, {"Arbel Trail Club", ner.Organisation, .95}},
			[]ner.Type{ner.Organisation, ner.Organisation}},
		{"surname of a person", []mention{{"Fumio Arbel", ner.Person, .9}, {"Arbel", ner.Place, .4}},
			[]ner.Type{ner.Person, ner.Person}},
		{"surname of an unsure person", []mention{{"Fumio Arbel", ner.Person, .5}, {"Arbel", ner.Place, .4}},
			[]ner.Type{ner.Person, ner.Place}},
		{"first name and surname of a person", []mention{{"ANNA Arbel", ner.Organisation, .6}, {"Arbel", ner.Person, .9}, {"Arbel", ner.Person, .8}},
			[]ner.Type{ner.Person, ner.Person, ner.Person}},
		{"surname with a hyphen", []mention{{"Anna Arbel-Hall", ner.Person, .9}, {"Arbel-Hall", ner.Place, .8}, {"Arbel Hall", ner.Place, .8}},
			[]ner.Type{ner.Person, ner.Person, ner.Place}},
		{"no first name and surname of a person", []mention{{"Trail Arbel", ner.Organisation, .6}, {"Arbel", ner.Person, .9}, {"Arbel", ner.Person, .8}},
			[]ner.Type{ner.Organisation, ner.Person, ner.Person}},
		{"nationalities stay", []mention{{"Thai", ner.Nationality, .3}, {"Thai", ner.Place, .9}},
			[]ner.Type{ner.Nationality, ner.Place}},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			var text strings.Builder
			var spans []span.Span
			var types []ner.Type
			for _, m := range c.mentions {
				start := text.Len()
				text.WriteString(m.name)
				spans, types = append(spans, span.Span{Start: start, End: text.Len()}), append(types, m.kind)
				text.WriteString(" came. ")
			}
			d, mentions := documentWith(text.String(), spans, types)
			for i := range mentions {
				mentions[i].Confidence = c.mentions[i].confidence
			}
			e := Resolve(d, mentions)
			for i, want := range c.want {
				if got := e.Mentions[i].Type; got != want {
					t.Errorf("mention %d (%s) is of type %d, want %d", i, c.mentions[i].name, got, want)
				}
				if mentions[i].Type != c.mentions[i].kind {
					t.Error("Resolve changed its argument")
				}
			}
		})
	}
}
