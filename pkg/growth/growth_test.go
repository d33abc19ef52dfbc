package growth

import (
	"testing"
	"time"
)

var sink int

// steps returns work of so many steps.
func steps(n int) func() {
	return func() {
		for i := range n {
			sink += i
		}
	}
}

func TestCheck(t *testing.T) {
	if testing.Short() {
		t.Skip("a race detector makes it minutes")
	}
	const n = 20_000
	if c := Check(t, 1000*n, 0, steps); c.Ratio() > Most {
		t.Errorf("linear work: %.1f times", c.Ratio())
	}
	var inner testing.T
	c := Check(&inner, n/4, time.Millisecond, func(n int) func() { return steps(n * n) })
	if !inner.Failed() || c.Ratio() <= Most {
		t.Errorf("quadratic work passes with %.1f times", c.Ratio())
	}
}
