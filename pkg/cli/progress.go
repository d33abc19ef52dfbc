package cli

import (
	"fmt"
	"io"
	"sync/atomic"
	"time"
)

// progress tells a person who waits how far the work is, on one line that is
// written over and cleared at the end. The nil progress tells nothing.
type progress struct {
	out     io.Writer
	now     func() time.Time
	started time.Time
	told    time.Time    // the last time
	done    int          // inputs
	total   atomic.Int64 // of inputs; 0 while unknown
	isShown bool
}

const (
	progressPatience = time.Second            // work that is done by then needs no telling
	progressInterval = 200 * time.Millisecond // as often as eyes follow
)

func newProgress(out io.Writer, now func() time.Time) *progress {
	return &progress{out: out, now: now, started: now()}
}

// step says that one more input is done.
func (p *progress) step() {
	if p == nil {
		return
	}
	p.done++
	now := p.now()
	if now.Sub(p.started) < progressPatience || now.Sub(p.told) < progressInterval {
		return
	}
	p.told = now
	p.isShown = true
	rate := float64(p.done) / now.Sub(p.started).Seconds()
	text := fmt.Sprintf("%d articles, %.0f/s", p.done, rate)
	if total := int(p.total.Load()); total >= p.done {
		left := time.Duration(float64(total-p.done) / rate * float64(time.Second))
		text = fmt.Sprintf("%d of %d articles, %.0f/s, %s left", p.done, total, rate, left.Round(time.Second))
	}
	p.write("\r\x1b[K" + text)
}

// clear takes the line away, so that something else can be printed.
func (p *progress) clear() {
	if p != nil && p.isShown {
		p.isShown = false
		p.write("\r\x1b[K")
	}
}

// write ignores errors: nobody is told less of the work for them.
func (p *progress) write(s string) { _, _ = io.WriteString(p.out, s) }
