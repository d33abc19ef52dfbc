package ner

import (
	"math/rand/v2"
	"testing"
)

func TestWeightTableGivesBackItsRows(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	rows := make([]Row, 5000)
	for i := range rows {
		rows[i].Hash = spread(random.Uint64())
		for y := range rows[i].Weights {
			rows[i].Weights[y] = int8(random.IntN(255) - 127)
		}
	}
	seeds, records, err := EncodeRows(rows)
	if err != nil {
		t.Fatal(err)
	}
	table := newWeightTable(string(seeds), string(records))
	for k := 0; k+3 <= len(rows); k += 3 {
		var sum lanes
		var want Scores
		for _, r := range rows[k : k+3] {
			table.add(&sum, []uint64{r.Hash}, nil)
			for y, w := range r.Weights {
				want[y] += float32(w)
			}
		}
		table.add(&sum, []uint64{spread(uint64(k))}, nil) // not there
		if got := sum.scores(1); got != want {
			t.Fatalf("rows %d: got %v, want %v", k, got, want)
		}
	}
}

func TestLanesHoldAsManyRowsAsATokenHasFeatures(t *testing.T) {
	const most = 257
	seeds, records, err := EncodeRows([]Row{{Hash: spread(1), Weights: [Labels]int8{127, -127, 127}}})
	if err != nil {
		t.Fatal(err)
	}
	table := newWeightTable(string(seeds), string(records))
	var sum lanes
	for range most {
		table.add(&sum, []uint64{spread(1)}, nil)
	}
	want := Scores{127 * most, -127 * most, 127 * most}
	if got := sum.scores(1); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestWordTableFindsWhatWasStored(t *testing.T) {
	var entries []WordValue
	for i := range uint16(3000) {
		entries = append(entries, WordValue{CasedKey(string(rune('a'+i%26)) + string(rune(i+0x4e00))), i + 1})
	}
	table := newWordTable(string(EncodeWords(entries)))
	wrong := 0
	for _, e := range entries {
		if table.find(e.Hash) != e.Value {
			wrong++
		}
	}
	// Sixteen bits of hash mistake a neighbour in the table now and then.
	if most := 3; wrong > most {
		t.Errorf("%d of %d entries came back wrong, at most %d may", wrong, len(entries), most)
	}
	strange := 0
	for i := range 10_000 {
		if table.find(spread(uint64(i)+1)) != 0 {
			strange++
		}
	}
	if most := 10; strange > most {
		t.Errorf("%d of 10000 absent words were found, at most %d may", strange, most)
	}
}
