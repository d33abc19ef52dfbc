// Command whosaid-beam reads news articles with whosaid on an engine for more
// data than one machine holds; see README.md.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"github.com/whosaid/whosaid/cmd/whosaid-beam/pipeline"
)

// Exit codes, those of whosaid.
const (
	exitDone   = 0
	exitFailed = 2 // wrong usage, a job that failed, or at least one dead letter
)

func main() {
	o := addFlags(flag.CommandLine)
	flag.Usage = usage
	flag.Parse()
	beam.Init() // a worker stays in here
	os.Exit(run(context.Background(), o, flag.Args()))
}

func run(ctx context.Context, o *pipeline.Options, patterns []string) int {
	o.Patterns = patterns
	for _, check := range []func() error{
		func() error { return check(o) },
		func() error { return checkOutput(ctx, o.Output) },
		func() error { return pipeline.CheckPatterns(ctx, patterns) },
	} {
		if err := check(); err != nil {
			return complain(err)
		}
	}
	p, s := beam.NewPipelineWithRoot()
	pipeline.Build(s, *o)
	result, err := beamx.RunWithMetrics(ctx, p)
	if err != nil {
		return complain(err)
	}
	if result == nil { // a runner that was not waited for
		return exitDone
	}
	counts := result.Metrics().AllMetrics()
	if err := pipeline.WriteMetrics(os.Stderr, counts); err != nil {
		return complain(err)
	}
	if n := pipeline.Failures(counts); n > 0 {
		return complain(fmt.Errorf("%d records could not be read: see %s in %s", n, pipeline.DeadLetters, o.Output))
	}
	return exitDone
}

func complain(err error) int {
	fmt.Fprintf(os.Stderr, "whosaid-beam: %v\n", err)
	return exitFailed
}

// checkOutput refuses a folder with files in it: those of another run, with
// other shards, would be taken for this one's.
func checkOutput(ctx context.Context, folder string) error {
	system, err := filesystem.New(ctx, folder)
	if err != nil {
		return err
	}
	defer system.Close()
	files, err := system.List(ctx, folder+"/*")
	if err != nil {
		return fmt.Errorf("%s: %w", folder, err)
	}
	if len(files) > 0 {
		return fmt.Errorf("%s: there are files in this folder: name a new one", folder)
	}
	return nil
}
