package cli

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/attrib"
	"github.com/whosaid/whosaid/pkg/encode"
	"github.com/whosaid/whosaid/pkg/extract"
	"github.com/whosaid/whosaid/pkg/span"
)

const explainHelp = `Print for a person how each quote came to its speaker: the answer, those who
were candidates, the most probable first, and the evidence for and against
each, in log odds.`

const explainExamples = `  whosaid explain story.txt
  whosaid explain --quote q3 story.txt
  whosaid explain --candidates 5 --evidence 0 < story.txt`

type explainOptions struct {
	source
	quote      string
	candidates int
	evidence   int
}

func newExplainCommand(streams Streams) *cobra.Command {
	o := &explainOptions{source: source{streams: streams}}
	cmd := &cobra.Command{
		Use:     "explain [flags] [path ...]",
		Short:   "Show how each quote came to its speaker",
		Long:    explainHelp,
		Example: explainExamples,
		Args:    cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if o.candidates < 1 || o.evidence < 0 {
				return usageError(cmd, fmt.Errorf("--candidates is %d and --evidence %d, less than 1 and 0", o.candidates, o.evidence))
			}
			paths, err := o.paths(cmd, args)
			if err != nil {
				return err
			}
			return o.run(cmd.Context(), o.newExtractor(), paths)
		},
	}
	o.addFlags(cmd)
	flags := cmd.Flags()
	flags.StringVar(&o.quote, "quote", "", "explain the quote with this `number` or id only, such as 3 or q3")
	flags.IntVar(&o.candidates, "candidates", 3, "print the first `N` candidates")
	flags.IntVar(&o.evidence, "evidence", 5, "print the weightiest `N` observations of each")
	return cmd
}

func (o *explainOptions) run(ctx context.Context, x *extract.Extractor, paths []string) error {
	found := false
	code := ExitDone
	o.reader.Stdin = o.streams.In
	for in, err := range o.reader.Inputs(ctx, paths) {
		var a *article.Article
		var candidates [][]attrib.Candidate
		if err == nil {
			a, candidates, err = x.Explain(ctx, in)
		}
		if ctx.Err() != nil {
			return nil
		}
		if err != nil {
			code = max(code, o.report(err, noSuggestions))
			continue
		}
		var out bytes.Buffer
		index := span.NewIndex(a.Text)
		for i, q := range a.Quotes {
			if o.quote == "" || o.quote == q.ID || "q"+o.quote == q.ID {
				found = true
				o.explain(&out, a, q, candidates[i], index.Position(q.Start))
			}
		}
		if _, err := out.WriteTo(o.streams.Out); err != nil {
			return fmt.Errorf("standard output: %w", err)
		}
	}
	if !found && o.quote != "" {
		return &exitError{code: max(code, ExitFailed), err: fmt.Errorf("no quote has the number or id %q", o.quote)}
	}
	return exitWith(code)
}

// explain writes one quote, its speaker, and who else it could have been.
func (o *explainOptions) explain(out *bytes.Buffer, a *article.Article, q article.Quote, candidates []attrib.Candidate, at span.Position) {
	fmt.Fprintf(out, "%s:%d:%d: %s (%s) %s\n", encode.Visible(a.Input), at.Line, at.Column, q.ID, q.Kind, quoted(q.Text))
	switch {
	case q.Speaker == nil:
		fmt.Fprintf(out, "  speaker: not told, confidence %.2f\n", q.Confidence)
	default:
		fmt.Fprintf(out, "  speaker: %s, written %s, confidence %.2f\n", encode.Visible(q.Speaker.Name), quoted(q.Speaker.Text), q.Confidence)
	}
	if q.Cue != nil {
		fmt.Fprintf(out, "  cue: %s\n", quoted(q.Cue.Text))
	}
	fmt.Fprintf(out, "  rule: %s\n", q.Rule)
	for _, d := range a.Diagnostics {
		if d.Start == q.Start && d.End == q.End {
			fmt.Fprintf(out, "  %s: %s\n", d.Code, d.Message)
		}
	}
	for _, c := range candidates[:min(len(candidates), o.candidates)] {
		switch {
		case c.Source.IsEmpty():
			fmt.Fprintf(out, "  %3.0f%% nobody\n", 100*c.Probability)
		default:
			fmt.Fprintf(out, "  %3.0f%% %s, written %s\n", 100*c.Probability, encode.Visible(c.Name), quoted(c.Source.Of(a.Text)))
		}
		observed := inWords(c.Evidence)
		for _, e := range observed[:min(len(observed), o.evidence)] {
			fmt.Fprintf(out, "       %+6.2f %s\n", e.Weight, encode.Visible(e.Name))
		}
	}
	out.WriteByte('\n')
}

// inWords names evidence by words for a person, the weightiest first. What
// comes to the same words is added up.
func inWords(evidence []attrib.Evidence) []attrib.Evidence {
	var out []attrib.Evidence
	at := map[string]int{}
	for _, e := range evidence {
		words := e.Words()
		i, known := at[words]
		if !known {
			i = len(out)
			at[words] = i
			out = append(out, attrib.Evidence{Name: words})
		}
		out[i].Weight += e.Weight
	}
	slices.SortStableFunc(out, func(a, b attrib.Evidence) int {
		return cmp.Compare(math.Abs(b.Weight), math.Abs(a.Weight))
	})
	return out
}

// longestQuoted is how many code points of a text are shown on a line.
const longestQuoted = 70

// quoted returns a text on one line, in marks, cut where it is long.
func quoted(text string) string {
	runes := []rune(encode.Visible(strings.Join(strings.Fields(text), " ")))
	if len(runes) > longestQuoted {
		runes = append(runes[:longestQuoted-1], '…')
	}
	return "“" + string(runes) + "”"
}
