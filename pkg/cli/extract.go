package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/encode"
	"github.com/whosaid/whosaid/pkg/extract"
	"github.com/whosaid/whosaid/pkg/ingest"
)

const extractHelp = `Read news articles and print the people, places and organisations in them, and
every quotation with its speaker.

A path is a file, a folder (read to its depths, in the order of the names:
%s and these with .gz; hidden files
left out), a pattern such as 'news/**/*.txt', or - for standard input, which is
also read when no path is given. Text may be UTF-8, UTF-16 with a byte order
mark, or Windows-1252. In an HTML page the article is looked for, and its text
is printed with the answer: starts and ends refer to that. JSON Lines are
records, one article a line; one that cannot be read is {"error": …} on
standard error, or in its place in the output with --errors inline.

Colour follows --color, then NO_COLOR, CLICOLOR_FORCE, FORCE_COLOR and TERM; a
terminal is told the progress of long work unless CI is set. Nothing else is
read from the environment.

Exit codes: 0 done, 2 wrong usage or an input that could not be read (the others
are printed), 3 a bug in whosaid, 130 interrupted.`

const extractExamples = `  whosaid article.txt
  cat article.txt | whosaid -o json | jq '.quotes[].speaker.name'
  whosaid -o jsonl articles/ > articles.jsonl
  whosaid -o html interview.txt > interview.html
  whosaid -i jsonl -o jsonl --keep --errors inline < feed.jsonl
  whosaid --offsets utf16 --text a.txt b.txt
  find . -name '*.txt' -newer last | whosaid --files-from - --out-dir found --resume`

type extractOptions struct {
	source
	output  encode.Format
	offsets article.Unit
	text    bool
	table   encode.Table
	colour  colourMode
	outDir  string
	resume  bool
	errors  errorPlace
}

// errorPlace is where a record that could not be read is told of.
type errorPlace string

const (
	onStderr errorPlace = "stderr"
	inline   errorPlace = "inline"
)

func newExtractCommand(streams Streams, use string) *cobra.Command {
	o := &extractOptions{source: source{streams: streams}}
	cmd := &cobra.Command{
		Use:     use,
		Short:   "Print people, places, organisations and quotes (the default command)",
		Long:    fmt.Sprintf(extractHelp, strings.Join(ingest.Endings(), " ")),
		Example: extractExamples,
		Args:    cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := o.agree(); err != nil {
				return usageError(cmd, err)
			}
			paths, err := o.paths(cmd, args)
			if err != nil {
				return err
			}
			return o.run(cmd.Context(), o.newExtractor(), paths, cmd.Root().SuggestionsFor)
		},
	}
	o.addFlags(cmd)
	return cmd
}

func (o *extractOptions) addFlags(cmd *cobra.Command) {
	o.source.addFlags(cmd)
	addChoice(cmd, &o.output, "output", "o", "output format", encode.Formats())
	addChoice(cmd, &o.offsets, "offsets", "", "unit of starts and ends",
		[]article.Unit{article.Rune, article.Byte, article.UTF16})
	addChoice(cmd, &o.table, "table", "", "csv output: what the rows are", encode.Tables())
	addColour(cmd, &o.colour)
	flags := cmd.Flags()
	flags.BoolVar(&o.text, "text", false, "print the text that starts and ends refer to")
	flags.StringVar(&o.outDir, "out-dir", "", "write one file for each input, at the same path under `dir`")
	addChoice(cmd, &o.errors, "errors", "", "tell of bad input there; inline is {\"error\": …} in its place in json and jsonl",
		[]errorPlace{onStderr, inline})
	flags.BoolVar(&o.reader.Keep, "keep", false, "JSONL input: pass other fields through to json and jsonl")
	flags.BoolVar(&o.resume, "resume", false, "with --out-dir: skip inputs whose output is there and not older")
	_ = cmd.MarkFlagDirname("out-dir") // the only error is a flag that does not exist
}

// agree checks that the flags go together.
func (o *extractOptions) agree() error {
	isJSON := o.output == encode.JSON || o.output == encode.JSONL
	switch {
	case o.resume && o.outDir == "":
		return errors.New("--resume goes with --out-dir")
	case o.reader.Keep && !isJSON:
		return errors.New("--keep goes with -o json and -o jsonl")
	case o.errors == inline && (!isJSON || o.outDir != ""):
		return errors.New("--errors inline goes with -o json and -o jsonl on standard output")
	}
	return nil
}

// run extracts the articles of paths with x and writes them in order; see
// [source.each].
func (o *extractOptions) run(ctx context.Context, x *extract.Extractor, paths []string, suggest func(string) []string) error {
	o.offScreen = o.outDir != ""
	out, err := o.newOutput(ctx, paths)
	if err != nil {
		return err
	}
	code, err := o.each(ctx, x, paths, suggest, out.write)
	if err != nil {
		return errors.Join(err, out.close(false))
	}
	if err := out.close(ctx.Err() == nil); err != nil {
		return err
	}
	return exitWith(code)
}

// newOutput opens what the articles of paths are written to.
func (o *extractOptions) newOutput(ctx context.Context, paths []string) (output, error) {
	options := encode.Options{Offsets: o.offsets, Text: o.text, Table: o.table, Tokenise: tokenise}
	if o.errors == inline {
		o.failures = o.streams.Out
	}
	if o.outDir == "" {
		options.Colour = wantsColour(o.colour, o.streams.Out)
		return newStream(o.streams.Out, o.output, options)
	}
	dir, err := newOutDir(o.outDir, o.output, options)
	if err != nil {
		return nil, err
	}
	for _, path := range paths {
		dir.note(path)
	}
	if o.reader.FilesFrom != "" {
		o.reader.Stdin = o.streams.In
		for path := range o.reader.HoldList(ctx) {
			dir.noteInside(path)
		}
	}
	o.reader.Skip = func(path string, found bool) bool {
		return found && dir.wrote(path) || o.resume && dir.isDone(path)
	}
	return dir, nil
}
