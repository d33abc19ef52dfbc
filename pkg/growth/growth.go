// Package growth tells, in tests, whether the time of some work grows as its
// input does or faster.
package growth

import (
	"math"
	"runtime/debug"
	"testing"
	"time"
)

// Factor is how many times longer the longer of two inputs is, and Most how
// many times the time it may take. Linear work takes four times as long,
// quadratic work sixteen.
const (
	Factor = 4
	Most   = 6.0
)

// Cost is what work on n and on Factor·n took, in processor time.
type Cost struct{ Short, Long time.Duration }

// Ratio returns how many times the time the longer input took.
func (c Cost) Ratio() float64 { return float64(c.Long) / float64(max(c.Short, 1)) }

// Check fails the test when work on an input of length Factor·n costs more than
// Most times what it costs on one of length n. prepare makes the input, out of
// the measurement. Work of less than quick, for the longer input, is not
// measured again: at its length nothing that grows faster could be as quick.
func Check(t *testing.T, n int, quick time.Duration, prepare func(n int) (work func())) Cost {
	t.Helper()
	// tries is how often it is measured, for machines have other things to do.
	const tries = 4
	// A collection in the middle of a measurement is not the input's fault.
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	short, long := prepare(n), prepare(Factor*n)
	best := Cost{Short: math.MaxInt64, Long: measure(long)}
	for range tries {
		// The two of a pair are measured at one speed of the machine; the best of
		// several may not be, when other work began or ended between them.
		pair := Cost{Short: measure(short), Long: best.Long}
		best.Short = min(best.Short, pair.Short)
		if best.Long <= quick || best.Ratio() <= Most {
			return best
		}
		pair.Long = measure(long)
		best.Long = min(best.Long, pair.Long)
		if pair.Ratio() <= Most {
			return pair
		}
	}
	t.Errorf("%d times the input takes %.1f times the time: %v after %v", Factor, best.Ratio(), best.Long, best.Short)
	return best
}

func measure(work func()) time.Duration {
	start := processorTime()
	work()
	return processorTime() - start
}
