package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/extract"
	"github.com/whosaid/whosaid/pkg/ingest"
	"github.com/whosaid/whosaid/pkg/ner"
)

// recogniser names what finds the names in a text.
type recogniser string

const (
	ownRecogniser   recogniser = "whosaid"
	proseRecogniser recogniser = "prose"
)

// source is what the commands that read articles share: where these come from
// and how they are read.
type source struct {
	streams       Streams
	reader        ingest.Reader
	allQuoted     bool
	indirect      bool
	recogniser    recogniser
	minConfidence float64
	jobs          int
	quiet         bool
	hinted        map[string]bool // the limits whose flag was told
	// failures, if set, takes a record for each input that failed; otherwise
	// they are told on standard error.
	failures io.Writer
	// offScreen says that articles are not printed to standard output as they
	// come, so that progress can be told even where that is a terminal.
	offScreen bool
}

func (s *source) addFlags(cmd *cobra.Command) {
	addChoice(cmd, &s.reader.Format, "input", "i", "input format; auto goes by the ending", ingest.Formats())
	addChoice(cmd, &s.recogniser, "recogniser", "", "what finds the names; prose is the baseline",
		[]recogniser{ownRecogniser, proseRecogniser})
	flags := cmd.Flags()
	flags.BoolVar(&s.allQuoted, "all-quoted", false, "keep quoted words that are nobody's speech, as kind mention")
	flags.BoolVar(&s.indirect, "indirect", false, "add reported speech without marks, as kind indirect")
	flags.Float64Var(&s.minConfidence, "min-confidence", 0, "withhold speakers that are less sure than `F`, 0 to 1")
	flags.StringVar(&s.reader.StdinName, "stdin-name", "", "`name` of standard input in the output")
	flags.StringVar(&s.reader.TextField, "text-field", "text", "JSONL input: `field` that holds the text")
	flags.StringVar(&s.reader.IDField, "id-field", "id", "JSONL input: `field` that names the record")
	s.addLimits(flags)
	flags.StringVar(&s.reader.FilesFrom, "files-from", "", "read the paths that `file` lists, one a line; - is standard input")
	flags.IntVarP(&s.jobs, "jobs", "j", 0, "articles read at once; 0 is one for each core")
	flags.BoolVarP(&s.quiet, "quiet", "q", false, "tell no progress, which only a terminal is told")
	_ = cmd.MarkFlagFilename("files-from") // the only error is a flag that does not exist
}

// paths checks the flags and returns the paths to read: args, or standard
// input when they are none. A terminal is read only when it is asked for.
func (s *source) paths(cmd *cobra.Command, args []string) ([]string, error) {
	if err := s.checkLimits(); err != nil {
		return nil, usageError(cmd, err)
	}
	if file, ok := s.streams.Out.(*os.File); ok {
		if info, err := file.Stat(); err == nil && info.Mode().IsRegular() {
			s.reader.Output = info
		}
	}
	switch {
	case s.reader.FilesFrom == ingest.Stdin && slices.Contains(args, ingest.Stdin):
		return nil, usageError(cmd, errors.New("standard input cannot be both an article and the list of --files-from"))
	case !(0 <= s.minConfidence && s.minConfidence <= 1): // NaN too
		return nil, usageError(cmd, fmt.Errorf("--min-confidence is %v, not between 0 and 1", s.minConfidence))
	case s.jobs < 0:
		return nil, usageError(cmd, fmt.Errorf("--jobs is %d, less than 0", s.jobs))
	case len(args) > 0 || s.reader.FilesFrom != "":
		return args, nil
	case isTerminal(s.streams.In):
		fmt.Fprint(s.streams.Err, cmd.UsageString())
		return nil, &exitError{code: ExitFailed, err: errors.New("no path, and nothing is piped in"),
			hint: "name a file or a folder, or see " + cmd.CommandPath() + " --help"}
	}
	return []string{ingest.Stdin}, nil
}

func (s *source) newExtractor() *extract.Extractor {
	options := []extract.Option{extract.WithMinConfidence(s.minConfidence)}
	if s.allQuoted {
		options = append(options, extract.WithAllQuoted())
	}
	if s.indirect {
		options = append(options, extract.WithIndirect())
	}
	if s.recogniser == proseRecogniser {
		options = append(options, extract.WithRecogniser(ner.Prose()))
	}
	return extract.New(options...)
}

// each extracts the articles of paths with x and gives them to use, in order.
// An input that fails, there or in use with an [ingest.Error], is reported and
// the rest goes on: the code says so. Any other error of use ends the run.
// suggest gives the names of commands close to a word.
func (s *source) each(ctx context.Context, x *extract.Extractor, paths []string, suggest func(string) []string,
	use func(ingest.Input, *article.Article) error,
) (code int, err error) {
	s.reader.Stdin = s.streams.In
	progress := s.newProgress(ctx, paths)
	defer progress.clear()
	for result := range x.Batch(ctx, s.reader.Inputs(ctx, paths), s.workers()) {
		progress.step()
		err := result.Err
		if err == nil {
			err = use(result.Input, result.Article)
		}
		switch input := (*ingest.Error)(nil); {
		case err == nil:
		case result.Err != nil, errors.As(err, &input):
			progress.clear()
			code = max(code, s.report(err, suggest))
		default:
			return code, err
		}
	}
	return code, nil
}

// newProgress returns what tells how far the work is, or nil when nobody would
// see it or want it: messages go to no terminal, articles are printed to the
// same one, or a machine runs us (CI is set).
func (s *source) newProgress(ctx context.Context, paths []string) *progress {
	if s.quiet || os.Getenv("CI") != "" || !isTerminal(s.streams.Err) || isTerminal(s.streams.Out) && !s.offScreen {
		return nil
	}
	p := newProgress(s.streams.Err, time.Now)
	reader := s.reader
	go func() {
		if n, known := reader.Count(ctx, paths); known {
			p.total.Store(int64(n))
		}
	}()
	return p
}

// workers returns how many articles to read at once.
func (s *source) workers() int {
	if s.jobs == 0 {
		return runtime.GOMAXPROCS(0)
	}
	return s.jobs
}

// report tells why an input failed and returns the exit code for it: a record
// as {"error": …}, for the programs that sort their records by it, anything
// else as a message.
func (s *source) report(err error, suggest func(string) []string) int {
	var input *ingest.Error
	isInput := errors.As(err, &input)
	switch {
	case s.failures != nil:
		writeFailure(s.failures, err)
	case isInput && input.Line > 0:
		writeFailure(s.streams.Err, err)
	default:
		s.streams.complain(err)
		s.hintAtLimit(err)
	}
	var bug *extract.BugError
	if errors.As(err, &bug) {
		return ExitBug
	}
	if isInput && errors.Is(err, ingest.ErrMissing) {
		for _, command := range suggest(input.Name) {
			s.streams.hint("for the command, write whosaid " + command)
		}
	}
	return ExitFailed
}
