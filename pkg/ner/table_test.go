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
	for name, largest := range map[string]uint32{"values of two bytes": 1<<16 - 1, "values of three bytes": 1<<24 - 1} {
		t.Run(name, func(t *testing.T) {
			var entries []WordValue
			for i := range uint32(3000) {
				entries = append(entries, WordValue{CasedKey(string(rune('a'+i%26)) + string(rune(i+0x4e00))), largest - i})
			}
			file, err := EncodeWords(append(entries, WordValue{entries[0].Hash, 1})) // the first of two stands
			if err != nil {
				t.Fatal(err)
			}
			table := newWordTable(string(file))
			for _, e := range entries {
				if got := table.find(e.Hash); got != e.Value {
					t.Fatalf("got %d, want %d", got, e.Value)
				}
			}
			strange := 0
			for i := range 10_000 {
				if table.find(spread(uint64(i)+1)) != 0 {
					strange++
				}
			}
			if most := 2; strange > most {
				t.Errorf("%d of 10000 absent words were found, at most %d may", strange, most)
			}
		})
	}
}

func TestBrokenWordTablesAreEmpty(t *testing.T) {
	file, err := EncodeWords([]WordValue{{CasedKey("sea"), 1}})
	if err != nil {
		t.Fatal(err)
	}
	groups, cell := []byte(string(file)), []byte(string(file))
	groups[3], cell[4] = 0xff, 0xff
	for name, table := range map[string]string{
		"nothing": "", "a head cut short": string(file[:5]), "more groups than seeds": string(groups), "cells too wide": string(cell),
	} {
		x := newWordTable(table)
		if got := x.find(CasedKey("sea")); got != 0 {
			t.Errorf("%s: got %d, want 0", name, got)
		}
	}
}

func TestPerfectHashRefusesOneKeyTwice(t *testing.T) {
	if _, _, err := EncodeRows([]Row{{Hash: spread(1)}, {Hash: spread(1)}}); err == nil {
		t.Error("no error for two rows of one hash")
	}
}

func TestVectorValuePacksClusterAndLeanings(t *testing.T) {
	v := VectorValue(MostVectorClusters, [VectorKinds]float64{0.01, 0.3, 0.6, 0.99})
	if got, want := v&MostVectorClusters, uint32(MostVectorClusters); got != want {
		t.Errorf("cluster: got %d, want %d", got, want)
	}
	// Levels 0, 3, 4 and 7, the first in the lowest bits.
	if got, want := v>>vectorClusterBits, uint32(0|3<<3|4<<6|7<<9); got != want {
		t.Errorf("leanings: got %#o, want %#o", got, want)
	}
}
