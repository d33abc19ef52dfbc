package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/pflag"

	"github.com/whosaid/whosaid/pkg/ingest"
)

// addLimits adds the flags that say what is too much of one input.
func (s *source) addLimits(flags *pflag.FlagSet) {
	r := &s.reader
	flags.Int64Var(&r.MaxBytes, "max-bytes", ingest.DefaultMaxBytes, "refuse documents of more than `N` bytes")
	flags.Int64Var(&r.MaxLine, "max-line", 0, "JSONL input: refuse lines of more than `N` bytes; 0 is --max-bytes")
	flags.Int64Var(&r.MaxPage, "max-page", ingest.DefaultMaxPage, "HTML input: refuse pages of more than `N` bytes")
	flags.IntVar(&r.MaxDepth, "max-depth", ingest.DefaultMaxDepth, fmt.Sprintf("HTML input: refuse elements nested deeper than `N`, at most %d", ingest.MaxDepth))
	flags.IntVar(&r.MaxRatio, "max-ratio", ingest.DefaultMaxRatio, "gzip: refuse what unpacks to more than `N` times its size")
}

// checkLimits checks that the limits make sense.
func (s *source) checkLimits() error {
	r := &s.reader
	switch {
	case r.MaxBytes <= 0:
		return fmt.Errorf("--max-bytes is %d, not more than 0", r.MaxBytes)
	case r.MaxLine < 0:
		return fmt.Errorf("--max-line is %d, less than 0", r.MaxLine)
	case r.MaxPage <= 0:
		return fmt.Errorf("--max-page is %d, not more than 0", r.MaxPage)
	case r.MaxDepth <= 0 || r.MaxDepth > ingest.MaxDepth:
		return fmt.Errorf("--max-depth is %d, not between 1 and %d", r.MaxDepth, ingest.MaxDepth)
	case r.MaxRatio <= 0:
		return fmt.Errorf("--max-ratio is %d, not more than 0", r.MaxRatio)
	}
	return nil
}

// limitFlags are the flags to set where a limit is in the way.
var limitFlags = []struct {
	err  error
	flag string
}{
	{ingest.ErrTooLarge, "--max-bytes"},
	{ingest.ErrTooLong, "--max-line"},
	{ingest.ErrPageSize, "--max-page"},
	{ingest.ErrTooDeep, "--max-depth"},
	{ingest.ErrTooPacked, "--max-ratio"},
}

// hintAtLimit names the flag for the limit that refused an input, the first
// time that it does.
func (s *source) hintAtLimit(err error) {
	for _, limit := range limitFlags {
		if errors.Is(err, limit.err) && !s.hinted[limit.flag] {
			if s.hinted == nil {
				s.hinted = map[string]bool{}
			}
			s.hinted[limit.flag] = true
			s.streams.hint(limit.flag + " sets this limit")
		}
	}
}
