package ner

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLabelsSpellNames(t *testing.T) {
	type name struct {
		First, Last int
		Type        Type
	}
	tests := []struct {
		name string
		want []name
	}{
		{"one word of each type", []name{{0, 1, Person}, {1, 2, Place}, {2, 3, Organisation}, {3, 4, Nationality}, {4, 5, Other}}},
		{"long names side by side", []name{{0, 3, Person}, {3, 5, Person}, {5, 9, Organisation}, {9, 11, Other}, {11, 12, Other}}},
		{"two words of one nationality", []name{{2, 4, Nationality}, {6, 8, Place}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			labels := make([]Label, 12)
			for _, n := range tt.want {
				for i := n.First; i < n.Last; i++ {
					labels[i] = LabelAt(n.Type, i-n.First, n.Last-n.First)
				}
			}
			var got []name
			Names(labels, func(first, last int, t Type) { got = append(got, name{first, last, t}) })
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTransitionsKeepNamesWhole(t *testing.T) {
	tests := []struct {
		name         string
		before, next Label
		want         bool
	}{
		{"a name begun goes on", BeginPerson, LastPerson, true},
		{"a name begun does not stop", BeginPerson, Outside, false},
		{"a name does not change its type", BeginPerson, LastPlace, false},
		{"a name ends once", LastPerson, LastPerson, false},
		{"a name does not begin inside", Outside, InsideOrganisation, false},
		{"one name after another", LastPlace, BeginOrganisation, true},
		{"other names go on freely", BeginOther, InsideOther, true},
		{"other names do not begin inside", IsNationality, InsideOther, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.before.CanFollow(tt.next); got != tt.want {
				t.Errorf("label %d after %d: %v, want %v", tt.next, tt.before, got, tt.want)
			}
		})
	}
}
