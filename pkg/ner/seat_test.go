package ner

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/span"
)

func TestBodyAndItsSeatAreTwoNames(t *testing.T) {
	tests := []struct {
		phenomenon, name string
		want             []string
	}{
		{"a ministry and a country", "Ministry of Works in Kenya", []string{"Ministry of Works", "Kenya"}},
		{"a country with the", "Ministry of Works in the Gambia", []string{"Ministry of Works", "Gambia"}},
		{"a mission is for the country", "Support Mission in Kenya", []string{"Support Mission in Kenya"}},
		{"no place on a list", "Ministry of Trust in Reason", []string{"Ministry of Trust in Reason"}},
		{"nothing after in", "Ministry of Works in", []string{"Ministry of Works in"}},
		{"no in", "Ministry of Works", []string{"Ministry of Works"}},
	}
	model, err := OpenModel(modelFile)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range tests {
		t.Run(tt.phenomenon, func(t *testing.T) {
			d := nlp.Parse("The " + tt.name + " said so.")
			r := NewReading(&model.lexicon)
			r.Load(d)
			last := len(d.Tokens) - 3 // without "said so."
			all := Mention{First: 1, Last: last, Type: Organisation, Span: span.Span{Start: d.Tokens[1].Start, End: d.Tokens[last-1].End}}
			var got []string
			for i, m := range splitSeats(r, []Mention{all}) {
				got = append(got, m.Of(d.Text))
				if want := [...]Type{Organisation, Place}[i]; m.Type != want {
					t.Errorf("%s is a %v, want %v", m.Of(d.Text), m.Type, want)
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
