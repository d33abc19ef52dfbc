package cli

import (
	"bytes"
	"testing"
	"time"
)

func TestProgress(t *testing.T) {
	var out bytes.Buffer
	clock := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	p := newProgress(&out, func() time.Time { return clock })
	for _, test := range []struct {
		what  string
		after time.Duration
		total int64
		want  string
	}{
		{"nothing in the first second", 900 * time.Millisecond, 0, ""},
		{"then count and rate", 1100 * time.Millisecond, 0, "\r\x1b[K2 articles, 1/s"},
		{"not too often", 100 * time.Millisecond, 0, ""},
		{"time left when the total is known", 400 * time.Millisecond, 100, "\r\x1b[K4 of 100 articles, 2/s, 1m0s left"},
		{"no time left below nothing", 500 * time.Millisecond, 3, "\r\x1b[K5 articles, 2/s"},
	} {
		clock = clock.Add(test.after)
		p.total.Store(test.total)
		out.Reset()
		p.step()
		if got := out.String(); got != test.want {
			t.Errorf("%s: got %q, want %q", test.what, got, test.want)
		}
	}
	for _, want := range []string{"\r\x1b[K", ""} { // the second time there is nothing to clear
		out.Reset()
		p.clear()
		if got := out.String(); got != want {
			t.Errorf("clear wrote %q, want %q", got, want)
		}
	}
}

func TestNoProgress(t *testing.T) {
	var p *progress
	p.step()
	p.clear()
}
