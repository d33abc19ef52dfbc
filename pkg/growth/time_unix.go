//go:build unix

package growth

import (
	"syscall"
	"time"
)

// processorTime returns what this process has used so far, on all cores: other
// processes on the machine do not count.
func processorTime() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		panic(err) // it has no way to fail with these arguments
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
