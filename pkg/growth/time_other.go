//go:build !unix

package growth

import "time"

var start = time.Now()

// processorTime returns the time since the process started: the nearest that
// there is here.
func processorTime() time.Duration { return time.Since(start) }
