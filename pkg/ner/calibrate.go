package ner

import "slices"

// calibration turns the model's probability of a name into the share of names
// with such a probability that were right: a straight line between points at
// equal distances from 0 to 1.
type calibration struct{ points []float32 }

// calibrationPoints is how many points a calibration has.
const calibrationPoints = 21

func (c *calibration) read(f *floats) {
	if len(f.rest) == 0 {
		return
	}
	c.points = make([]float32, calibrationPoints)
	for i := range c.points {
		c.points[i] = f.next()
	}
}

// of returns the calibrated probability for p, 0 to 1.
func (c *calibration) of(p float64) float64 {
	p = min(max(p, 0), 1)
	if len(c.points) == 0 {
		return p
	}
	at := p * (calibrationPoints - 1)
	i := min(int(at), calibrationPoints-2)
	low, high := float64(c.points[i]), float64(c.points[i+1])
	return low + (at-float64(i))*(high-low)
}

// Outcome is a name found in text that was not trained on.
type Outcome struct {
	Probability float64 // what the model said
	Right       bool
}

// leastOutcomes is how many outcomes a step of the calibration rests on.
const leastOutcomes = 50

// Calibrate fits the points of a calibration: isotonic regression by pooling
// adjacent violators, read off at the points.
func Calibrate(outcomes []Outcome) []float32 {
	if len(outcomes) == 0 {
		return nil
	}
	sorted := slices.Clone(outcomes)
	slices.SortStableFunc(sorted, func(a, b Outcome) int {
		switch {
		case a.Probability < b.Probability:
			return -1
		case a.Probability > b.Probability:
			return 1
		}
		return 0
	})
	pools := pool(sorted)
	points := make([]float32, calibrationPoints)
	for i := range points {
		points[i] = float32(between(pools, float64(i)/(calibrationPoints-1)))
	}
	return points
}

// pooled is a stretch of outcomes with one rate of right ones.
type pooled struct {
	sum   float64 // of the probabilities
	right float64
	count float64
}

func (p pooled) mean() float64 { return p.sum / p.count }
func (p pooled) rate() float64 { return p.right / p.count }

// pool joins outcomes in order into stretches whose rates never fall.
func pool(sorted []Outcome) []pooled {
	var pools []pooled
	current := pooled{}
	for i, o := range sorted {
		current.sum += o.Probability
		current.count++
		if o.Right {
			current.right++
		}
		if current.count < leastOutcomes && i+1 < len(sorted) {
			continue
		}
		pools = append(pools, current)
		current = pooled{}
		for n := len(pools); n > 1 && pools[n-2].rate() >= pools[n-1].rate(); n = len(pools) {
			last := pools[n-1]
			pools[n-2].sum += last.sum
			pools[n-2].right += last.right
			pools[n-2].count += last.count
			pools = pools[:n-1]
		}
	}
	return pools
}

// between reads the rate at probability p off the line through the pools, and
// through 0 at 0.
func between(pools []pooled, p float64) float64 {
	x0, y0 := 0.0, 0.0
	for _, q := range pools {
		x1, y1 := q.mean(), q.rate()
		if p <= x1 {
			if x1 == x0 {
				return y1
			}
			return y0 + (p-x0)/(x1-x0)*(y1-y0)
		}
		x0, y0 = x1, y1
	}
	return y0
}
