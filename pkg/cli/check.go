package cli

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/check"
	"github.com/whosaid/whosaid/pkg/ingest"
)

const checkHelp = `Check articles before they are printed. A finding is one line:

  path:line:column: level: message [rule]

The rules, with the levels that they have by themselves:

%s
A level is off, info, warning or error. Levels are set with --level, and in
.whosaid.yaml, which is looked for in this folder and those above it up to the
root of the repository; unknown keys are refused:

  check:
    fail-on: warning
    rules:
      mixed-marks: off
      quote-without-speaker: error

changed-quote needs --baseline, which is what whosaid -o jsonl has printed
earlier for the same paths.

Output: text; json, one object a line; github, annotations; sarif, one
document. Columns and offsets count code points. In a record of JSON Lines and
in an HTML page, text and json give the place in the text that was read; github
and sarif give the line of the record, and the page without a line.

Exit codes: 0 no finding reaches --fail-on (error, unless the settings say
otherwise; off never fails), 1 one does, 2 wrong usage or settings, or an input
that could not be read, 3 a bug in whosaid, 130 interrupted.`

const checkExamples = `  whosaid check drafts/
  whosaid check --fail-on warning --level mixed-marks=off 'drafts/**/*.md'
  whosaid -o jsonl drafts/ > before.jsonl; whosaid check --baseline before.jsonl drafts/
  whosaid check -o github drafts/
  whosaid check -o sarif drafts/ > whosaid.sarif`

// noConfig is the word for no file of settings.
const noConfig = "none"

type checkOptions struct {
	source
	output   check.Format
	failOn   check.Level
	config   string
	baseline string
	levels   []string // as written: rule=level
}

func newCheckCommand(streams Streams) *cobra.Command {
	o := &checkOptions{source: source{streams: streams, offScreen: true}}
	cmd := &cobra.Command{
		Use:     "check [flags] [path ...]",
		Short:   "Find unclosed quotes, missing speakers, names spelt in two ways and the like",
		Long:    fmt.Sprintf(checkHelp, describeRules()),
		Example: checkExamples,
		Args:    cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			levels, err := o.settings(cmd)
			if err != nil {
				return err
			}
			paths, err := o.paths(cmd, args)
			if err != nil {
				return err
			}
			baseline, err := o.readBaseline()
			if err != nil {
				return &exitError{code: ExitFailed, err: err}
			}
			return o.run(cmd.Context(), levels, baseline, paths)
		},
	}
	o.addFlags(cmd)
	addChoice(cmd, &o.output, "output", "o", "output format", check.Formats())
	addChoice(cmd, &o.failOn, "fail-on", "", "exit with 1 when a finding has this level or more; off never does",
		[]check.Level{check.Error, check.Warning, check.Info, check.Off})
	flags := cmd.Flags()
	flags.StringVar(&o.config, "config", "", "read the settings from `file` instead of .whosaid.yaml; none reads none")
	flags.StringVar(&o.baseline, "baseline", "", "jsonl `file` of an earlier run to compare quotes with")
	flags.StringArrayVar(&o.levels, "level", nil, "set the level of a `rule=level`; may be given again")
	// The only error is a flag that does not exist.
	_ = cmd.MarkFlagFilename("config", "yaml", "yml")
	_ = cmd.MarkFlagFilename("baseline", "jsonl", "json")
	_ = cmd.RegisterFlagCompletionFunc("level", cobra.FixedCompletions(ruleLevels(), cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// describeRules lists the rules for --help.
func describeRules() string {
	var text strings.Builder
	for _, r := range check.Rules() {
		fmt.Fprintf(&text, "  %-24s %-9s%s\n", r.Name, r.Level, r.Help)
	}
	return text.String()
}

// ruleLevels lists the values of --level.
func ruleLevels() []string {
	var all []string
	for _, r := range check.Rules() {
		for _, level := range check.AllLevels() {
			all = append(all, r.Name+"="+string(level))
		}
	}
	return all
}

// settings returns the levels of the rules: those of the flags over those of
// the file, which may also say what fails.
func (o *checkOptions) settings(cmd *cobra.Command) (check.Levels, error) {
	config, err := o.readConfig()
	if err != nil {
		return nil, &exitError{code: ExitFailed, err: err}
	}
	if config.FailOn != "" && !cmd.Flags().Changed("fail-on") {
		o.failOn = config.FailOn
	}
	levels := check.Levels{}
	for rule, level := range config.Levels {
		levels[rule] = level
	}
	for _, setting := range o.levels {
		if !slices.Contains(ruleLevels(), setting) {
			return nil, usageError(cmd, fmt.Errorf("--level %s: not a rule, =, and one of off, info, warning, error", setting))
		}
		rule, level, _ := strings.Cut(setting, "=")
		levels[rule] = check.Level(level)
	}
	return levels, nil
}

func (o *checkOptions) readConfig() (check.Config, error) {
	name := o.config
	switch name {
	case noConfig:
		return check.Config{}, nil
	case "":
		found, err := check.FindConfig(".")
		if err != nil || found == "" {
			return check.Config{}, err
		}
		name = relative(found)
	}
	file, err := os.Open(name)
	if err != nil {
		return check.Config{}, err
	}
	defer file.Close()
	return check.ReadConfig(filepath.ToSlash(name), file)
}

// relative returns a path as it is from here, when it can be said so.
func relative(path string) string {
	here, err := filepath.Abs(".")
	if err != nil {
		return path
	}
	short, err := filepath.Rel(here, path)
	if err != nil {
		return path
	}
	return short
}

func (o *checkOptions) readBaseline() (check.Baseline, error) {
	if o.baseline == "" {
		return nil, nil
	}
	file, err := os.Open(o.baseline)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	baseline, err := check.ReadBaseline(bufio.NewReader(file))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", filepath.ToSlash(o.baseline), err)
	}
	return baseline, nil
}

func (o *checkOptions) run(ctx context.Context, levels check.Levels, baseline check.Baseline, paths []string) error {
	checker := check.New(levels, baseline)
	reporter, err := check.NewReporter(o.streams.Out, o.output)
	if err != nil {
		return err
	}
	fails, articles, known := false, 0, 0
	code, err := o.each(ctx, o.newExtractor(), paths, noSuggestions, func(in ingest.Input, a *article.Article) error {
		articles++
		if baseline[a.Input] != nil {
			known++
		}
		findings := checker.Check(a)
		for _, f := range findings {
			fails = fails || o.failOn != check.Off && f.Level.Reaches(o.failOn)
		}
		return standardOutput(reporter.Report(in, a.Text, findings))
	})
	if err != nil || ctx.Err() != nil {
		return err
	}
	if err := standardOutput(reporter.Close()); err != nil {
		return err
	}
	switch {
	case code != ExitDone:
		return exitWith(code)
	case o.baseline != "" && articles > 0 && known == 0:
		// Nothing was compared, which must not look like nothing changed.
		return &exitError{code: ExitFailed, err: fmt.Errorf("%s: none of these articles is in it", filepath.ToSlash(o.baseline)),
			hint: "write the paths as they were when it was made"}
	case fails:
		return exitWith(ExitCondition)
	}
	return nil
}

// standardOutput names the stream in an error of writing to it.
func standardOutput(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("standard output: %w", err)
}
