package ner

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestCalibrationCorrectsOverconfidence(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	truth := func(p float64) float64 { return p * p } // right less often than said
	var outcomes []Outcome
	for range 50_000 {
		p := random.Float64()
		outcomes = append(outcomes, Outcome{p, random.Float64() < truth(p)})
	}
	c := calibration{points: Calibrate(outcomes)}
	for _, p := range []float64{0.2, 0.5, 0.8, 0.95} {
		if got := c.of(p); math.Abs(got-truth(p)) > 0.05 {
			t.Errorf("at %v: got %v, want about %v", p, got, truth(p))
		}
	}
	for i := 1; i < len(c.points); i++ {
		if c.points[i] < c.points[i-1] {
			t.Errorf("a surer name is calibrated lower: %v", c.points)
		}
	}
}

func TestCalibrationOfNothingChangesNothing(t *testing.T) {
	c := calibration{points: Calibrate(nil)}
	if got := c.of(0.7); got != 0.7 {
		t.Errorf("got %v", got)
	}
}
