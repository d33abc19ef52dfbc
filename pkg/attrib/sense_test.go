package attrib

import "testing"

func TestSensesAreThoseOfTheLists(t *testing.T) {
	table := senses()
	for word, want := range functions() {
		if got := table.find([]byte(word)).function; got != want {
			t.Errorf("%q is function %v, want %v", word, got, want)
		}
	}
	for word, want := range cueVerbs() {
		if got := table.find([]byte(word)); got.verb != want || !got.isVerb {
			t.Errorf("%q is verb %+v, want %+v", word, got.verb, want)
		}
	}
	for _, word := range []string{"", "zebra", "saidd"} {
		if s := table.find([]byte(word)); s.isVerb || s.function != noFunction {
			t.Errorf("%q has a sense: %+v", word, s)
		}
	}
}
