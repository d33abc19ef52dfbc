package pipeline

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/metrics"
)

const namespace = "whosaid"

// What is counted, under these names on every runner.
var (
	articlesCounted   = beam.NewCounter(namespace, "articles")
	wordsCounted      = beam.NewCounter(namespace, "words") // of the texts
	quotesCounted     = beam.NewCounter(namespace, "quotes")
	attributedCounted = beam.NewCounter(namespace, "attributed") // quotes with a speaker
	failuresCounted   = beam.NewCounter(namespace, failures)     // dead letters

	millisecondsOfArticle = beam.NewDistribution(namespace, "milliseconds_per_article")
	wordsOfArticle        = beam.NewDistribution(namespace, "words_per_article")
)

const failures = "failures"

// Failures returns how many records became dead letters, as far as the runner
// told it.
func Failures(results metrics.QueryResults) (n int64) {
	for _, c := range results.Counters() {
		if c.Namespace() == namespace && c.Name() == failures {
			n += c.Result()
		}
	}
	return n
}

// WriteMetrics prints what was counted, one line each.
func WriteMetrics(out io.Writer, results metrics.QueryResults) error {
	sums := map[string]int64{}
	for _, c := range results.Counters() {
		if c.Namespace() == namespace {
			sums[c.Name()] += c.Result() // of the steps that count it
		}
	}
	var lines []string
	for name, n := range sums {
		lines = append(lines, fmt.Sprintf("%-24s %d\n", name, n))
	}
	for _, d := range results.Distributions() {
		if r := d.Result(); d.Namespace() == namespace {
			mean := float64(r.Sum) / float64(cmp.Or(r.Count, 1))
			lines = append(lines, fmt.Sprintf("%-24s mean %.1f, least %d, most %d\n", d.Name(), mean, r.Min, r.Max))
		}
	}
	slices.Sort(lines)
	for _, line := range lines {
		if _, err := io.WriteString(out, line); err != nil {
			return err
		}
	}
	return nil
}
