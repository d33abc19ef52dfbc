package evidence

import (
	"os"
	"testing"
)

func TestWeightsAreThoseOfTheList(t *testing.T) {
	w := Read("# a comment without tab\ncue=said\t1.5\ncue=says\t-0.25\nlong name of evidence=one two\t3\nbroken\tnumber\n")
	for name, want := range map[string]float64{
		"cue=said": 1.5, "cue=says": -0.25, "long name of evidence=one two": 3,
		"cue=sai": 0, "": 0, "broken": 0, "long name of evidence=one twp": 0,
	} {
		if got := w.Of([]byte(name)); got != want {
			t.Errorf("%q has weight %v, want %v", name, got, want)
		}
	}
	if got := Read("").Of([]byte("any")); got != 0 {
		t.Errorf("an empty list gives %v", got)
	}
}

// TestNamesOfTheModelsAreToldApart reads every list that the program embeds: two
// names of one hash would share a weight.
func TestNamesOfTheModelsAreToldApart(t *testing.T) {
	for _, path := range []string{"../attrib/weights.tsv", "../attrib/indirect.tsv", "../quote/weights.tsv"} {
		list, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		w := Read(string(list))
		seen := map[uint64]string{}
		for name, weight := range Each(string(list)) {
			h := Hash([]byte(name))
			if other, ok := seen[h]; ok {
				t.Errorf("%s: %q and %q have one hash", path, name, other)
			}
			seen[h] = name
			if got := w.Of([]byte(name)); got != weight {
				t.Errorf("%s: %q has weight %v, want %v", path, name, got, weight)
			}
		}
		if len(seen) == 0 {
			t.Errorf("%s: no weights", path)
		}
	}
}

func BenchmarkOf(b *testing.B) {
	list, err := os.ReadFile("../attrib/weights.tsv")
	if err != nil {
		b.Fatal(err)
	}
	w := Read(string(list))
	names := [][]byte{[]byte("cue=say 0"), []byte("kind+where=name after 0 0"), []byte("no such evidence=at all")}
	sum := 0.0
	for b.Loop() {
		for _, name := range names {
			sum += w.Of(name)
		}
	}
	_ = sum
}
