package cli

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/encode"
	"github.com/whosaid/whosaid/pkg/extract"
	"github.com/whosaid/whosaid/pkg/ingest"
	"github.com/whosaid/whosaid/pkg/stats"
)

type statsFormat string

const (
	statsText statsFormat = "text"
	statsJSON statsFormat = "json"
	statsCSV  statsFormat = "csv"
)

const statsHelp = `Count over all articles who is quoted, how often and in how many words, and how
much of it comes from sources with a name, without one, or not told.

Paths and exit codes are those of whosaid itself.`

const statsExamples = `  whosaid stats articles/
  whosaid stats -o csv --top 20 'news/**/*.txt'
  whosaid stats -o json feed.jsonl | jq '.unnamed.quotes / .quotes'`

type statsOptions struct {
	source
	output statsFormat
	top    int
}

func newStatsCommand(streams Streams) *cobra.Command {
	o := &statsOptions{source: source{streams: streams, offScreen: true}}
	cmd := &cobra.Command{
		Use:     "stats [flags] [path ...]",
		Short:   "Count who is quoted, how often and in how many words",
		Long:    statsHelp,
		Example: statsExamples,
		Args:    cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if o.top < 0 {
				return usageError(cmd, fmt.Errorf("--top is %d, less than 0", o.top))
			}
			paths, err := o.paths(cmd, args)
			if err != nil {
				return err
			}
			return o.run(cmd.Context(), o.newExtractor(), paths)
		},
	}
	o.addFlags(cmd)
	addChoice(cmd, &o.output, "output", "o", "output format", []statsFormat{statsText, statsJSON, statsCSV})
	cmd.Flags().IntVar(&o.top, "top", 0, "print the first `N` speakers only; 0 is all")
	return cmd
}

func (o *statsOptions) run(ctx context.Context, x *extract.Extractor, paths []string) error {
	var tally stats.Tally
	code, err := o.each(ctx, x, paths, noSuggestions, func(_ ingest.Input, a *article.Article) error {
		tally.Add(a)
		return nil
	})
	if err != nil || ctx.Err() != nil {
		return err
	}
	report := tally.Report()
	if o.top > 0 && o.top < len(report.Speakers) {
		report.Speakers = report.Speakers[:o.top]
	}
	switch o.output {
	case statsJSON:
		err = writeStatsJSON(o.streams.Out, report)
	case statsCSV:
		err = writeStatsCSV(o.streams.Out, report)
	default:
		err = writeStatsText(o.streams.Out, report)
	}
	if err != nil {
		return fmt.Errorf("standard output: %w", err)
	}
	return exitWith(code)
}

// noSuggestions is for commands that the user has named.
func noSuggestions(string) []string { return nil }

func writeStatsJSON(out io.Writer, report stats.Report) error {
	var text bytes.Buffer
	if err := encode.WriteJSON(&text, report, "  "); err != nil {
		return err
	}
	_, err := out.Write(text.Bytes())
	return err
}

func writeStatsCSV(out io.Writer, report stats.Report) error {
	w := csv.NewWriter(out)
	rows := [][]string{{"speaker", "quotes", "words", "articles"}}
	for _, s := range report.Speakers {
		rows = append(rows, []string{encode.SafeCell(s.Name),
			strconv.Itoa(s.Quotes), strconv.Itoa(s.Words), strconv.Itoa(s.Articles)})
	}
	return w.WriteAll(rows)
}

func writeStatsText(out io.Writer, report stats.Report) error {
	names := make([]string, len(report.Speakers))
	widest := utf8.RuneCountInString("unnamed sources")
	for i, s := range report.Speakers {
		names[i] = encode.Visible(s.Name)
		widest = max(widest, utf8.RuneCountInString(names[i]))
	}
	text := fmt.Appendf(nil, "%-*s  quotes    words  share  articles\n", widest, "speaker")
	row := func(name string, c stats.Count) {
		text = fmt.Appendf(text, "%-*s  %6d  %7d  %4.0f%%  %8d\n", widest, name, c.Quotes, c.Words, percent(c.Words, report.Words), c.Articles)
	}
	for i, s := range report.Speakers {
		row(names[i], s.Count)
	}
	text = append(text, '\n')
	row("named sources", report.Named)
	row("unnamed sources", report.Unnamed)
	row("speaker unknown", report.Unknown)
	row("all", stats.Count{Quotes: report.Quotes, Words: report.Words, Articles: report.Articles})
	_, err := out.Write(text)
	return err
}

// percent returns the share of part in whole; 0 of nothing.
func percent(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return 100 * float64(part) / float64(whole)
}
