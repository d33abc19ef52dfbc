package cli

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/encode"
	"github.com/whosaid/whosaid/pkg/extract"
	"github.com/whosaid/whosaid/pkg/ingest"
	"github.com/whosaid/whosaid/pkg/ner"
)

const extractHelp = `Read news articles and print the people, places and organisations in them, and
every quotation with its speaker.

A path is a file, a folder (read to its depths, in the order of the names:
%s and these with .gz; hidden files
left out), a pattern such as 'news/**/*.txt', or - for standard input, which is
also read when no path is given. Text may be UTF-8, UTF-16 with a byte order
mark, or Windows-1252.

Colour follows --color, then NO_COLOR, CLICOLOR_FORCE, FORCE_COLOR and TERM;
nothing else is read from the environment.

Exit codes: 0 done, 2 wrong usage or an input that could not be read (the others
are printed), 3 a bug in whosaid, 130 interrupted.`

const extractExamples = `  whosaid article.txt
  cat article.txt | whosaid -o json | jq '.quotes[].speaker.name'
  whosaid -o jsonl articles/ > articles.jsonl
  whosaid --offsets utf16 --text a.txt b.txt
  find . -name '*.txt' -newer last | whosaid --files-from - --out-dir found --resume`

// recogniser names what finds the names in a text.
type recogniser string

const (
	ownRecogniser   recogniser = "whosaid"
	proseRecogniser recogniser = "prose"
)

type extractOptions struct {
	streams Streams
	reader  ingest.Reader

	output        encode.Format
	offsets       article.Unit
	text          bool
	table         encode.Table
	colour        colourMode
	allQuoted     bool
	recogniser    recogniser
	minConfidence float64
	jobs          int
	outDir        string
	resume        bool
}

func newExtractCommand(streams Streams, use string) *cobra.Command {
	o := &extractOptions{streams: streams}
	cmd := &cobra.Command{
		Use:     use,
		Short:   "Print people, places, organisations and quotes (the default command)",
		Long:    fmt.Sprintf(extractHelp, strings.Join(ingest.Endings(), " ")),
		Example: extractExamples,
		Args:    cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, paths []string) error {
			if len(paths) == 0 && o.reader.FilesFrom == "" {
				paths = []string{ingest.Stdin}
			}
			if slices.Contains(paths, ingest.Stdin) && isTerminal(streams.In) {
				fmt.Fprint(streams.Err, cmd.UsageString())
				return &exitError{code: ExitFailed, err: errors.New("no path, and nothing is piped in"),
					hint: "name a file or a folder, or see " + cmd.CommandPath() + " --help"}
			}
			if err := o.check(paths); err != nil {
				return usageError(cmd, err)
			}
			return o.run(cmd.Context(), o.newExtractor(), paths, cmd.Root().SuggestionsFor)
		},
	}
	o.addFlags(cmd)
	return cmd
}

func (o *extractOptions) addFlags(cmd *cobra.Command) {
	addChoice(cmd, &o.output, "output", "o", "output format", encode.Formats())
	addChoice(cmd, &o.offsets, "offsets", "", "unit of starts and ends",
		[]article.Unit{article.Rune, article.Byte, article.UTF16})
	addChoice(cmd, &o.reader.Format, "input", "i", "input format; auto goes by the ending", ingest.Formats())
	addChoice(cmd, &o.recogniser, "recogniser", "", "what finds the names; prose is the baseline",
		[]recogniser{ownRecogniser, proseRecogniser})
	addChoice(cmd, &o.table, "table", "", "csv output: what the rows are", encode.Tables())
	addChoice(cmd, &o.colour, "color", "", "text output: use colour",
		[]colourMode{colourAuto, colourAlways, colourNever})
	flags := cmd.Flags()
	flags.BoolVar(&o.text, "text", false, "print the text that starts and ends refer to")
	flags.BoolVar(&o.allQuoted, "all-quoted", false, "keep quoted words that are nobody's speech, as kind mention")
	flags.Float64Var(&o.minConfidence, "min-confidence", 0, "withhold speakers that are less sure than `F`, 0 to 1")
	flags.StringVar(&o.reader.StdinName, "stdin-name", "", "`name` of standard input in the output")
	flags.StringVar(&o.reader.TextField, "text-field", "text", "JSONL input: `field` that holds the text")
	flags.StringVar(&o.reader.IDField, "id-field", "id", "JSONL input: `field` that names the record")
	flags.Int64Var(&o.reader.MaxBytes, "max-bytes", ingest.DefaultMaxBytes, "refuse documents of more than `N` bytes")
	flags.StringVar(&o.reader.FilesFrom, "files-from", "", "read the paths that `file` lists, one a line; - is standard input")
	flags.StringVar(&o.outDir, "out-dir", "", "write one file for each input, at the same path under `dir`")
	flags.BoolVar(&o.resume, "resume", false, "with --out-dir: skip inputs whose output is there and not older")
	flags.IntVarP(&o.jobs, "jobs", "j", 0, "articles read at once; 0 is one for each core")
	// The only error is a flag that does not exist.
	_ = cmd.MarkFlagDirname("out-dir")
	_ = cmd.MarkFlagFilename("files-from")
}

// check refuses values that no flag type can refuse.
func (o *extractOptions) check(paths []string) error {
	switch {
	case o.resume && o.outDir == "":
		return errors.New("--resume goes with --out-dir")
	case o.reader.FilesFrom == ingest.Stdin && slices.Contains(paths, ingest.Stdin):
		return errors.New("standard input cannot be both an article and the list of --files-from")
	case !(0 <= o.minConfidence && o.minConfidence <= 1):
		return fmt.Errorf("--min-confidence is %v, not between 0 and 1", o.minConfidence)
	case o.jobs < 0:
		return fmt.Errorf("--jobs is %d, less than 0", o.jobs)
	case o.reader.MaxBytes <= 0:
		return fmt.Errorf("--max-bytes is %d, not more than 0", o.reader.MaxBytes)
	}
	if o.jobs == 0 {
		o.jobs = runtime.GOMAXPROCS(0)
	}
	return nil
}

func (o *extractOptions) newExtractor() *extract.Extractor {
	options := []extract.Option{extract.WithMinConfidence(o.minConfidence)}
	if o.allQuoted {
		options = append(options, extract.WithAllQuoted())
	}
	if o.recogniser == proseRecogniser {
		options = append(options, extract.WithRecogniser(ner.Prose()))
	}
	return extract.New(options...)
}

// run extracts the articles of paths with x and writes them in order. An input
// that fails is reported and the rest goes on. suggest gives the names of
// commands close to a word.
func (o *extractOptions) run(ctx context.Context, x *extract.Extractor, paths []string, suggest func(string) []string) error {
	o.reader.Stdin = o.streams.In
	out, err := o.newOutput()
	if err != nil {
		return err
	}
	code := ExitDone
	for result := range x.Batch(ctx, o.reader.Inputs(ctx, paths), o.jobs) {
		err := result.Err
		if err == nil {
			err = out.write(result.Input, result.Article)
		}
		switch input := (*ingest.Error)(nil); {
		case err == nil:
		case result.Err != nil, errors.As(err, &input):
			code = max(code, o.report(err, suggest))
		default:
			return errors.Join(err, out.close(false))
		}
	}
	if err := out.close(ctx.Err() == nil); err != nil {
		return err
	}
	if code != ExitDone {
		return &exitError{code: code}
	}
	return nil
}

// newOutput opens what the articles are written to.
func (o *extractOptions) newOutput() (output, error) {
	options := encode.Options{Offsets: o.offsets, Text: o.text, Table: o.table}
	if o.outDir == "" {
		options.Colour = wantsColour(o.colour, o.streams.Out)
		return newStream(o.streams.Out, o.output, options)
	}
	dir, err := newOutDir(o.outDir, o.output, options)
	if err != nil {
		return nil, err
	}
	o.reader.Skip = func(path string, found bool) bool {
		return found && dir.wrote(path) || o.resume && dir.isDone(path)
	}
	return dir, nil
}

// report prints why an input failed and returns the exit code for it.
func (o *extractOptions) report(err error, suggest func(string) []string) int {
	o.streams.complain(err)
	var bug *extract.BugError
	if errors.As(err, &bug) {
		return ExitBug
	}
	var input *ingest.Error
	if errors.As(err, &input) && errors.Is(err, ingest.ErrMissing) {
		for _, command := range suggest(input.Name) {
			o.streams.hint("for the command, write whosaid " + command)
		}
	}
	return ExitFailed
}
