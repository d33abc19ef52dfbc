package train

import (
	"cmp"
	"math"
	"slices"

	"github.com/whosaid/whosaid/pkg/ner"
)

// importance counts how often each feature fires in the examples.
func importance(list []example, size int32) []float32 {
	counts := make([]float32, size)
	for i := range list {
		for _, f := range list[i].features {
			counts[f] += list[i].weight
		}
	}
	return counts
}

// countPower says how much a frequent feature is worth keeping before a rare
// one with the same weights.
const countPower = 0.5

// largestStep is the largest weight of a row, in steps.
const largestStep = 127

// clipShare is the share of rows whose largest weight may be cut to
// largestStep.
const clipShare = 0.0

// quantise keeps the most important rows of weights, in whole steps of a
// unit, the most frequent first.
func quantise(weights []ner.Scores, hashes []uint64, counts []float32, most int) (rows []ner.Row, unit float32) {
	type ranked struct {
		number  int32
		largest float32
		value   float64
	}
	order := make([]ranked, len(hashes))
	for i := range hashes {
		square := 0.0
		largest := float32(0)
		for _, w := range weights[i] {
			square += float64(w) * float64(w)
			largest = max(largest, w, -w)
		}
		order[i] = ranked{int32(i), largest, math.Sqrt(square) * math.Pow(float64(counts[i]), countPower)}
	}
	slices.SortStableFunc(order, func(a, b ranked) int { return cmp.Compare(b.value, a.value) })
	order = order[:min(most, len(order))]
	sizes := make([]float32, len(order))
	for i, o := range order {
		sizes[i] = o.largest
	}
	slices.Sort(sizes)
	unit = sizes[int(float64(len(sizes)-1)*(1-clipShare))] / largestStep
	slices.SortStableFunc(order, func(a, b ranked) int { return cmp.Compare(counts[b.number], counts[a.number]) })
	for _, o := range order {
		row := ner.Row{Hash: hashes[o.number]}
		for y, w := range weights[o.number] {
			row.Weights[y] = int8(min(max(math.Round(float64(w/unit)), -largestStep), largestStep))
		}
		rows = append(rows, row)
	}
	return rows, unit
}
