package train

import (
	"math"
	"slices"
)

// softmax turns scores into probabilities in place.
func softmax(p []float64) {
	if len(p) == 0 {
		return
	}
	top := slices.Max(p)
	sum := 0.0
	for k := range p {
		p[k] = math.Exp(p[k] - top)
		sum += p[k]
	}
	for k := range p {
		p[k] /= sum
	}
}
