package train

import (
	"bytes"
	"testing"
)

func TestAttributionsLearnInventedTexts(t *testing.T) {
	var a Attributions
	if err := a.AddInvented(); err != nil {
		t.Fatal(err)
	}
	var all []*attributed
	for i := range a.quotes {
		all = append(all, &a.quotes[i])
	}
	_, weights := fitAttributions(all)
	right := 0
	for _, q := range all {
		best, p := 0, q.probabilities(weights, nil)
		for c := range p {
			if p[c] > p[best] {
				best = c
			}
		}
		if q.candidates[best].Right {
			right++
		}
	}
	// A few of the texts contradict what so few examples show.
	const least = 0.9
	if share := float64(right) / float64(len(all)); share < least {
		t.Errorf("%d of %d sources learned, less than %.0f %%", right, len(all), 100*least)
	}
}

func TestAttributionsGiveTheSameBytes(t *testing.T) {
	var files [2]bytes.Buffer
	for i := range files {
		var a Attributions
		if err := a.AddInvented(); err != nil {
			t.Fatal(err)
		}
		if err := a.Write(&files[i]); err != nil {
			t.Fatal(err)
		}
	}
	if files[0].Len() == 0 || !bytes.Equal(files[0].Bytes(), files[1].Bytes()) {
		t.Error("two trainings differ")
	}
}

func TestReadMarked(t *testing.T) {
	m := readMarked("{Ada} of <IBM> told _the crowd_: “Hi.”¶[Rome]")
	if want := "Ada of IBM told the crowd: “Hi.”\n\nRome"; m.text != want {
		t.Errorf("text %q, want %q", m.text, want)
	}
	var got []string
	for _, s := range m.marked {
		got = append(got, s.Of(m.text))
	}
	if len(got) != 4 || got[0] != "Ada" || got[1] != "IBM" || got[2] != "the crowd" || got[3] != "Rome" {
		t.Errorf("marked %q", got)
	}
}
