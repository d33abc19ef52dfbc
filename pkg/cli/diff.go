package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/encode"
	"github.com/whosaid/whosaid/pkg/ingest"
	"github.com/whosaid/whosaid/pkg/verify"
)

const diffHelp = `Compare two versions of an article: which quotes are added, removed, reworded or
re-attributed, and which people, places and organisations are named in one only.

Line breaks, the shapes of quotation marks and dashes, the places of attributions
and the order of the quotes are no changes.

Exit codes: 0 nothing reaches --fail-on, 1 a change does, 2 wrong usage or an
input that could not be read, 3 a bug in whosaid, 130 interrupted.`

const diffExamples = `  whosaid diff morning.txt evening.txt
  whosaid diff --fail-on reworded -o json old.html new.html
  git show HEAD~1:story.txt | whosaid diff - story.txt`

type diffOptions struct {
	source
	output reportFormat
	failOn verify.ChangeKind
}

func newDiffCommand(streams Streams) *cobra.Command {
	o := &diffOptions{source: source{streams: streams, offScreen: true}}
	cmd := &cobra.Command{
		Use:     "diff [flags] OLD NEW",
		Short:   "Compare the quotes and entities of two versions of an article",
		Long:    diffHelp,
		Example: diffExamples,
		Args: func(cmd *cobra.Command, args []string) error {
			switch {
			case len(args) != 2:
				return usageError(cmd, fmt.Errorf("diff takes OLD and NEW, not %d paths", len(args)))
			case args[0] == ingest.Stdin && args[1] == ingest.Stdin:
				return usageError(cmd, errors.New("standard input cannot be both versions"))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if _, err := o.paths(cmd, args); err != nil {
				return err
			}
			return o.run(cmd.Context(), args)
		},
	}
	o.addFlags(cmd)
	// Of articles there are two, and only quoted words are compared.
	_ = cmd.Flags().MarkHidden("files-from")
	_ = cmd.Flags().MarkHidden("indirect")
	addChoice(cmd, &o.output, "output", "o", "output format", reportFormats())
	addChoice(cmd, &o.failOn, "fail-on", "", "least grave change that makes the exit code 1", verify.ChangeKinds())
	return cmd
}

func (o *diffOptions) run(ctx context.Context, paths []string) error {
	o.reader.FilesFrom = ""
	// A version may take for speech what the other does not.
	o.allQuoted, o.indirect = true, false
	x := o.newExtractor()
	inputs, code := o.read(ctx, paths)
	if code != ExitDone || ctx.Err() != nil {
		return exitWith(code)
	}
	// Where only one version has curly marks, both are read without.
	straight := verify.HasCurlyMarks(inputs[0].Text) != verify.HasCurlyMarks(inputs[1].Text)
	var versions [2]*article.Article
	for i, in := range inputs {
		a, err := verify.Read(ctx, x, in, straight)
		if err != nil {
			return err
		}
		versions[i] = a
	}
	d := verify.Compare(versions[0], versions[1])
	out := newReportWriter(o.streams.Out, o.output, "")
	if err := writeDiff(out, d, o.failOn); err != nil {
		return err
	}
	if err := out.close(); err != nil {
		return err
	}
	if slices.ContainsFunc(d.Changes, func(c verify.Change) bool { return c.Change.Reaches(o.failOn) }) {
		return exitWith(ExitCondition)
	}
	return nil
}

// read reads the two versions. What cannot be read is reported: the code says
// so.
func (o *diffOptions) read(ctx context.Context, paths []string) (inputs []ingest.Input, code int) {
	o.reader.Stdin = o.streams.In
	for _, path := range paths {
		count := 0
		for in, err := range o.reader.Inputs(ctx, []string{path}) {
			if count++; err == nil && count > 1 {
				err = &ingest.Error{Name: path, Err: errors.New("more than one article")}
			}
			if err != nil {
				code = max(code, o.report(err, noSuggestions))
				break
			}
			inputs = append(inputs, in)
		}
	}
	return inputs, code
}

// changeLine is one line of JSONL output.
type changeLine struct {
	Input string `json:"input"` // the new version
	verify.Change
}

func writeDiff(w *reportWriter, d verify.Diff, failOn verify.ChangeKind) error {
	rows, lines := make([]row, len(d.Changes)), make([]any, len(d.Changes))
	counts := map[verify.ChangeKind]int{}
	for i, c := range d.Changes {
		r := row{rule: string(c.Change), message: c.Message, fails: c.Change.Reaches(failOn), speaker: string(c.Speaker)}
		switch {
		case c.New == nil:
			r.place = *c.Old
		default:
			r.place, r.related = *c.New, c.Old
		}
		if c.Type != "" {
			r.speaker = c.Type
		}
		rows[i], lines[i] = r, changeLine{d.New, c}
		counts[c.Change]++
	}
	summary := encode.Visible(d.New) + ": " + counted(len(d.Changes), "change")
	for _, kind := range slices.Backward(verify.ChangeKinds()) {
		if counts[kind] > 0 {
			summary += fmt.Sprintf(", %d %s", counts[kind], kind)
		}
	}
	w.heads = strings.Fields("change new old speaker text")
	return w.print(d, lines, rows, summary)
}
