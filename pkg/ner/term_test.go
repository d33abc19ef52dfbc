package ner

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/pkg/span"
)

// mentionsOf makes a mention of each place where one of the names stands.
func mentionsOf(r *Reading, names ...string) []Mention {
	var found []Mention
	for i := range r.doc.Tokens {
		for _, name := range names {
			words := len(strings.Fields(name))
			if end := i + words; end <= len(r.doc.Tokens) {
				if s := (span.Span{Start: r.doc.Tokens[i].Start, End: r.doc.Tokens[end-1].End}); s.Of(r.doc.Text) == name {
					found = append(found, Mention{Span: s, First: i, Last: end, Type: kindOf(name)})
				}
			}
		}
	}
	return found
}

// kindOf is what the names of these tests are.
func kindOf(name string) Type {
	switch {
	case name == "France":
		return Place
	case isAcronym(singular(name)):
		return Organisation
	}
	return Person
}

func TestTermsAreNoNames(t *testing.T) {
	for _, c := range []struct {
		phenomenon, text string
		names, want      []string
	}{
		{"small words", "A non-fungible token (NFT) is dear. The NFT was sold.", []string{"NFT"}, nil},
		{"at the start of a sentence", "Electric vehicles (EVs) are dear.", []string{"EVs"}, nil},
		{"an office", "The Chief Election Commissioner (CEC) left. The CEC is ill.", []string{"CEC"}, nil},
		{"an office with a small word in it", "the Officer of the Watch (OW) left", []string{"OW"}, []string{"OW"}},
		{"a thing", "the Consumer Price Index (CPI) fell", []string{"CPI"}, nil},
		{"a body in small words", "a special investigation team (SIT) came", []string{"SIT"}, []string{"SIT"}},
		{"a body", "the Norrby Port Company (NPC) paid", []string{"NPC"}, []string{"NPC"}},
		{"a body that ends in an office", "the Health and Safety Executive (HSE) came", []string{"HSE"}, []string{"HSE"}},
		{"a chief executive", "the Municipal Chief Executive (MCE) came", []string{"MCE"}, nil},
		{"an inspector's office", "the Office of the Inspector General (OIG) came", []string{"OIG"}, []string{"OIG"}},
		{"a fund in small words", "the sovereign wealth fund (SWF) came", []string{"SWF"}, []string{"SWF"}},
		{"a country behind a storm", "After the storm France sent ships. France paid.", []string{"France"}, []string{"France", "France"}},
		{"other letters", "a token of thanks (NFT) was sold", []string{"NFT"}, []string{"NFT"}},
		{"a storm", "Tropical storm Bonnie came. Bonnie left.", []string{"Bonnie"}, nil},
		{"a storm and somebody of its name", "Hurricane Tyson won. Mike Tyson left.", []string{"Tyson", "Mike Tyson"}, []string{"Tyson", "Mike Tyson", "Tyson"}},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			r := load(c.text)
			var got []string
			for _, m := range dropTerms(r, mentionsOf(r, c.names...)) {
				got = append(got, m.Of(r.doc.Text))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}
