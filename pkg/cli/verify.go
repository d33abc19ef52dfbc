package cli

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/extract"
	"github.com/whosaid/whosaid/pkg/ingest"
	"github.com/whosaid/whosaid/pkg/verify"
)

const verifyHelp = `Check that every quote of a draft is in a source, word for word, and the right
person's. Sources are read as drafts are; transcripts (lines that begin with
NAME:, and the captions of WebVTT and SubRip) are sources too.

  verbatim                 word for word
  trimmed                  with what editors may do, all of it listed: dots for
                           words left out, words in square brackets, the first
                           capital, punctuation
  altered                  close to words of a source; the difference is shown
  misattributed            somebody else's words there
  unattributed-in-source   the words are there, and nobody is said to say them
  not-found                nothing like it

Typography is no difference: the shapes of quotation marks and dashes, spaces,
line breaks, ligatures. Whether two speakers are one is "cannot-tell" where
neither text says so, and no failure.

--against takes all paths that follow it when the drafts stand before it; a
draft in a folder of sources is no source.

Exit codes: 0 no quote reaches --fail-on, 1 one does, 2 wrong usage or an input
that could not be read, 3 a bug in whosaid, 130 interrupted.`

const verifyExamples = `  whosaid verify summary.txt --against article.txt
  whosaid verify drafts/*.txt --against interviews/ minutes.vtt
  whosaid verify --fail-on misattributed -o json draft.txt --against feed.jsonl
  generate | whosaid verify - --against article.html`

// reportFormat is a way to print what verify and diff find.
type reportFormat string

const (
	reportText   reportFormat = "text"
	reportJSON   reportFormat = "json"  // one object a draft
	reportJSONL  reportFormat = "jsonl" // one finding a line
	reportYAML   reportFormat = "yaml"
	reportGitHub reportFormat = "github" // annotations of GitHub Actions
	reportSARIF  reportFormat = "sarif"  // what code scanning reads
)

func reportFormats() []reportFormat {
	return []reportFormat{reportText, reportJSON, reportJSONL, reportYAML, reportGitHub, reportSARIF}
}

type verifyOptions struct {
	source
	against against
	output  reportFormat
	failOn  verify.Verdict
}

func newVerifyCommand(streams Streams) *cobra.Command {
	o := &verifyOptions{source: source{streams: streams, offScreen: true}}
	cmd := &cobra.Command{
		Use:     "verify [flags] DRAFT ... --against SOURCE ...",
		Short:   "Check that the quotes of a draft are in its sources",
		Long:    verifyHelp,
		Example: verifyExamples,
		Args:    cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			drafts, sources := o.against.divide(args)
			if len(sources) == 0 {
				return usageError(cmd, errors.New("name the sources with --against"))
			}
			if slices.Contains(sources, ingest.Stdin) && (len(drafts) == 0 || slices.Contains(drafts, ingest.Stdin)) {
				return usageError(cmd, errors.New("standard input cannot be both a draft and a source"))
			}
			paths, err := o.paths(cmd, drafts)
			if err != nil {
				return err
			}
			return o.run(cmd.Context(), paths, sources)
		},
	}
	o.addFlags(cmd)
	o.against.flags = cmd.Flags()
	cmd.Flags().Var(&o.against, "against", "`path` of a source, and all paths after it")
	// The only error of these is a flag that does not exist.
	_ = cmd.MarkFlagFilename("against")
	_ = cmd.Flags().MarkHidden("indirect")
	addChoice(cmd, &o.output, "output", "o", "output format", reportFormats())
	failures := append([]verify.Verdict{verify.Altered}, slices.DeleteFunc(verify.Verdicts(), func(v verify.Verdict) bool {
		return v == verify.Altered || v == verify.Verbatim
	})...)
	addChoice(cmd, &o.failOn, "fail-on", "", "least grave verdict that makes the exit code 1", failures)
	return cmd
}

// against is the value of --against: paths, and what stood before the first.
type against struct {
	flags interface{ Args() []string }
	paths []string
	// before is how many paths stood before the first --against.
	before int
}

func (a *against) String() string { return strings.Join(a.paths, " ") }

func (a *against) Type() string { return "path" }

func (a *against) Set(path string) error {
	if len(a.paths) == 0 {
		a.before = len(a.flags.Args())
	}
	a.paths = append(a.paths, path)
	return nil
}

// divide tells the drafts from the sources. Shells expand patterns, so the
// paths after --against are sources too, when drafts stood before it.
func (a *against) divide(args []string) (drafts, sources []string) {
	if a.before == 0 {
		return args, a.paths
	}
	return args[:a.before], slices.Concat(a.paths, args[a.before:])
}

func (o *verifyOptions) run(ctx context.Context, drafts, sources []string) error {
	library, code := o.readSources(ctx, drafts, sources)
	if ctx.Err() != nil {
		return nil
	}
	if library.index.Len() == 0 {
		if code == ExitDone {
			code = o.report(errors.New("no source to compare with"), noSuggestions)
		}
		return exitWith(code)
	}
	// Every quotation counts in a source, whatever it is; in a draft the
	// checker leaves out what is too short to be speech. Only quoted words are
	// compared.
	quoted := *o
	quoted.allQuoted, quoted.indirect = true, false
	x := quoted.newExtractor()
	quoted.minConfidence = 0
	sourceExtractor := quoted.newExtractor()
	checker := verify.NewChecker(library.index, func(document int) (*article.Article, error) {
		return library.extract(ctx, sourceExtractor, document)
	})
	checker.AllQuoted = o.allQuoted
	out, failed := newReportWriter(o.streams.Out, o.output, o.failOn), false
	read, err := o.each(ctx, x, drafts, noSuggestions, func(in ingest.Input, a *article.Article) error {
		if verify.Unwrap(in.Text) != in.Text {
			var err error
			if a, err = verify.Read(ctx, x, in, false); err != nil {
				return err
			}
		}
		findings, err := checker.Check(a)
		if err != nil {
			return &ingest.Error{Name: a.Input, Err: err}
		}
		for _, f := range findings {
			failed = failed || f.Verdict.Reaches(o.failOn)
		}
		return out.write(verify.NewReport(a.Input, findings))
	})
	if err == nil {
		err = out.close()
	}
	if code = max(code, read); err != nil || ctx.Err() != nil {
		return err
	}
	if code == ExitDone && failed {
		code = ExitCondition
	}
	return exitWith(code)
}

// library is the sources, read when they are needed.
type library struct {
	index  *verify.Index
	inputs []ingest.Input
}

func (l *library) extract(ctx context.Context, x *extract.Extractor, document int) (*article.Article, error) {
	a, err := verify.Read(ctx, x, l.inputs[document], false)
	if err != nil {
		return nil, err
	}
	return verify.WithTurns(a), nil
}

// readSources indexes the sources. One that cannot be read is reported and the
// rest goes on: the code says so.
func (o *verifyOptions) readSources(ctx context.Context, drafts, sources []string) (l *library, code int) {
	l = &library{index: verify.NewIndex()}
	reader := o.reader
	reader.Stdin, reader.StdinName, reader.FilesFrom = o.streams.In, "", ""
	isDraft := map[string]bool{}
	for _, path := range drafts {
		for file, err := range ingest.Expand(path) {
			if err == nil {
				isDraft[filepath.Clean(file)] = true
			}
		}
	}
	reader.Skip = func(path string, found bool) bool { return found && isDraft[filepath.Clean(path)] }
	for in, err := range reader.Inputs(ctx, withCaptions(sources)) {
		if err != nil {
			code = max(code, o.report(err, noSuggestions))
			continue
		}
		l.index.Add(in.Name, in.Text)
		l.inputs = append(l.inputs, in)
	}
	return l, code
}

// withCaptions adds to the folders among paths the files of captions in them,
// which a walk for articles passes over.
func withCaptions(paths []string) []string {
	var all []string
	for _, path := range paths {
		var captions []string
		_ = filepath.WalkDir(path, func(name string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return fs.SkipDir // reading the folder reports it
			case name != path && strings.HasPrefix(entry.Name(), "."):
				if entry.IsDir() {
					return fs.SkipDir
				}
			case name != path && entry.Type().IsRegular() && verify.IsCaptionName(name):
				captions = append(captions, name)
			}
			return nil
		})
		if len(captions) == 0 || hasArticles(path) {
			all = append(all, path)
		}
		all = append(all, captions...)
	}
	return all
}

// hasArticles reports whether a walk of a folder finds an article.
func hasArticles(folder string) bool {
	for _, err := range ingest.Walk(folder) {
		return !errors.Is(err, ingest.ErrNoArticles)
	}
	return false
}
