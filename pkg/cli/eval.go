package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/encode"
	"github.com/whosaid/whosaid/pkg/eval"
	"github.com/whosaid/whosaid/pkg/ingest"
)

type evalFormat string

const (
	evalText evalFormat = "text"
	evalJSON evalFormat = "json"
)

const evalHelp = `Compare what whosaid says with what people say: precision, recall and F1 of
people, places and organisations, of quotes and of their speakers.

GOLD is a folder of NAME.gold.json files beside their NAME.txt, one such file,
or JSON Lines with "text" and "entities" or "quotes", offsets in code points.
PRED is the output of whosaid -o jsonl; without it the texts of GOLD are read
now, with --indirect where GOLD has quotes of kind indirect.

With --min-f1 the exit code is 1 when the F1 of names, or of whole utterances
with their speakers, is lower.`

const evalExamples = `  whosaid eval testdata/articles
  whosaid eval -o json gold.jsonl | jq .entities.exact.f1
  whosaid eval --min-f1 0.85 gold.jsonl predicted.jsonl`

type evalOptions struct {
	source
	output   evalFormat
	minF1    float64
	mistakes int
}

// evalResult is what was compared; a part that GOLD says nothing about is nil.
type evalResult struct {
	Entities     *eval.EntityReport      `json:"entities,omitempty"`
	Quotes       *eval.QuoteReport       `json:"quotes,omitempty"`
	Attributions *eval.AttributionReport `json:"attributions,omitempty"`
}

func newEvalCommand(streams Streams) *cobra.Command {
	o := &evalOptions{source: source{streams: streams}}
	cmd := &cobra.Command{
		Use:     "eval [flags] GOLD [PRED]",
		Short:   "Measure how right the answers are",
		Long:    evalHelp,
		Example: evalExamples,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) < 1 || len(args) > 2 {
				return usageError(cmd, fmt.Errorf("eval takes GOLD and perhaps PRED, not %d paths", len(args)))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if !(0 <= o.minF1 && o.minF1 <= 1) { // NaN too
				return usageError(cmd, fmt.Errorf("--min-f1 is %v, not between 0 and 1", o.minF1))
			}
			return o.run(cmd.Context(), args)
		},
	}
	addChoice(cmd, &o.output, "output", "o", "output format", []evalFormat{evalText, evalJSON})
	addChoice(cmd, &o.recogniser, "recogniser", "", "what finds the names; prose is the baseline",
		[]recogniser{ownRecogniser, proseRecogniser})
	flags := cmd.Flags()
	flags.Float64Var(&o.minF1, "min-f1", 0, "fail below this `F1`, 0 to 1")
	flags.IntVar(&o.mistakes, "mistakes", 0, "print the first `N` mistakes of each kind")
	flags.IntVarP(&o.jobs, "jobs", "j", 0, "articles read at once; 0 is one for each core")
	return cmd
}

func (o *evalOptions) run(ctx context.Context, args []string) error {
	gold, err := eval.ReadGoldPath(args[0])
	if err != nil {
		return &exitError{code: ExitFailed, err: inputError(args[0], err)}
	}
	var predicted []article.Article
	if len(args) > 1 {
		predicted, err = readPredicted(args[1])
		if err != nil {
			return &exitError{code: ExitFailed, err: inputError(args[1], err)}
		}
	} else {
		o.indirect = hasIndirect(gold)
		if predicted, err = o.predict(ctx, gold); err != nil || ctx.Err() != nil {
			return err
		}
	}
	result := compare(gold, predicted)
	if result == (evalResult{}) {
		return &exitError{code: ExitFailed, err: fmt.Errorf("%s: no entities and no quotes to compare with", args[0])}
	}
	if err := o.print(result); err != nil {
		return fmt.Errorf("standard output: %w", err)
	}
	return o.judge(result)
}

// hasIndirect reports whether the gold articles have reported speech.
func hasIndirect(gold []eval.Gold) bool {
	return slices.ContainsFunc(gold, func(g eval.Gold) bool {
		return slices.ContainsFunc(g.Quotes, func(q eval.GoldQuote) bool { return q.Kind == article.Indirect })
	})
}

// inputError names the input once: errors of the file system do so already.
func inputError(name string, err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return fmt.Errorf("%s: %w", filepath.ToSlash(path.Path), path.Err)
	}
	return fmt.Errorf("%s: %w", name, err)
}

func readPredicted(name string) ([]article.Article, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return eval.ReadPredictions(f)
}

// predict reads the texts of the gold articles as whosaid would.
func (o *evalOptions) predict(ctx context.Context, gold []eval.Gold) ([]article.Article, error) {
	inputs := func(yield func(ingest.Input, error) bool) {
		for _, g := range gold {
			if !yield(ingest.Input{Name: g.ID, Text: g.Text}, nil) {
				return
			}
		}
	}
	predicted := make([]article.Article, 0, len(gold))
	for r := range o.newExtractor().Batch(ctx, inputs, o.workers()) {
		if r.Err != nil {
			return nil, exitWith(o.report(r.Err, noSuggestions))
		}
		predicted = append(predicted, *r.Article.InUnit(article.Rune))
	}
	return predicted, nil
}

// compare scores what the gold articles say something about.
func compare(gold []eval.Gold, predicted []article.Article) evalResult {
	var names, quotes bool
	for _, g := range gold {
		names = names || len(g.Entities) > 0
		for _, q := range g.Quotes {
			quotes = quotes || q.Kind != article.Indirect
		}
	}
	var result evalResult
	if names {
		r := eval.Entities(gold, predicted)
		result.Entities = &r
	}
	if quotes {
		r := eval.Quotes(gold, predicted)
		result.Quotes = &r
	}
	if hasIndirect(gold) {
		const speechOnly = true // beliefs and plans are nobody's words
		r := eval.Attributions(gold, predicted, speechOnly)
		result.Attributions = &r
	}
	return result
}

// print writes the reports, and for people the mistakes that were asked for.
func (o *evalOptions) print(result evalResult) error {
	var out bytes.Buffer
	if o.output == evalJSON {
		if err := encode.WriteJSON(&out, result, "  "); err != nil {
			return err
		}
		_, err := out.WriteTo(o.streams.Out)
		return err
	}
	var mistakes []eval.Mistake
	section := func(title string, write func(io.Writer) error) {
		out.WriteString(title + "\n")
		_ = write(&out) // a buffer takes everything
	}
	if r := result.Entities; r != nil {
		section("names", r.Print)
		mistakes = append(mistakes, firstOfEach(r.Mistakes, o.mistakes)...)
	}
	if r := result.Quotes; r != nil {
		section("quotes", r.Print)
		mistakes = append(mistakes, firstOfEach(r.Mistakes, o.mistakes)...)
	}
	if r := result.Attributions; r != nil {
		section("attributions", r.Print)
	}
	for _, m := range mistakes {
		fmt.Fprintf(&out, "%s: %d-%d: %s: %s (%s)\n",
			encode.Visible(m.Article), m.Start, m.End, m.Kind, encode.Visible(m.Text), encode.Visible(m.Detail))
	}
	_, err := out.WriteTo(o.streams.Out)
	return err
}

// firstOfEach keeps the first n mistakes of each kind.
func firstOfEach(all []eval.Mistake, n int) []eval.Mistake {
	count := map[string]int{}
	var kept []eval.Mistake
	for _, m := range all {
		if count[m.Kind]++; count[m.Kind] <= n {
			kept = append(kept, m)
		}
	}
	return kept
}

// judge turns a score below --min-f1 into the exit code for it.
func (o *evalOptions) judge(result evalResult) error {
	var low []string
	if r := result.Entities; r != nil && r.Exact.F1 < o.minF1 {
		low = append(low, fmt.Sprintf("names have F1 %.4f", r.Exact.F1))
	}
	if r := result.Quotes; r != nil && r.EndToEnd.F1 < o.minF1 {
		low = append(low, fmt.Sprintf("quotes with their speakers have F1 %.4f", r.EndToEnd.F1))
	}
	if len(low) == 0 {
		return nil
	}
	return &exitError{code: ExitCondition, err: fmt.Errorf("%s, less than --min-f1 %v", strings.Join(low, " and "), o.minF1)}
}
