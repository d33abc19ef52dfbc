package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/encode"
	"github.com/whosaid/whosaid/pkg/extract"
	"github.com/whosaid/whosaid/pkg/ingest"
	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
)

// result is what one run left behind.
type result struct {
	code     int
	out, err string
}

func runWith(ctx context.Context, stdin string, args ...string) result {
	var out, errs bytes.Buffer
	code := run(ctx, args, Streams{In: strings.NewReader(stdin), Out: &out, Err: &errs})
	return result{code, out.String(), errs.String()}
}

// faulty is a recogniser with a bug that one word sets off.
type faulty struct{}

func (faulty) Recognise(d *nlp.Document) []ner.Mention {
	if strings.Contains(d.Text, "trap") {
		panic("index out of range\nand more")
	}
	return nil
}

func TestABugInOneArticleLeavesTheRest(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{"a.txt": "Good.", "b.txt": "A trap.", "c.txt": "Good too."} {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var out, errs bytes.Buffer
	o := &extractOptions{source: source{streams: Streams{Out: &out, Err: &errs}, jobs: 2}, output: encode.YAML}
	x := extract.New(extract.WithRecogniser(faulty{}))
	err := o.run(t.Context(), x, []string{"a.txt", "b.txt", "missing.txt", "c.txt"}, func(string) []string { return nil })

	var exit *exitError
	if !errors.As(err, &exit) || exit.code != ExitBug || exit.err != nil {
		t.Errorf("got %#v, want exit code %d without another message", err, ExitBug)
	}
	if got := strings.Count(out.String(), "input: "); got != 2 {
		t.Errorf("%d articles printed, want 2:\n%s", got, &out)
	}
	want := "whosaid: b.txt: this is a bug in whosaid: index out of range\\nand more\nwhosaid: missing.txt: no such file or folder\n"
	if errs.String() != want {
		t.Errorf("messages:\n%swant:\n%s", &errs, want)
	}
}

// panicking is an output that cannot be written to without a bug.
type panicking struct{}

func (panicking) Write([]byte) (int, error) { panic("broken") }

func TestABugOfOurOwnIsAMessage(t *testing.T) {
	var errs bytes.Buffer
	code := run(t.Context(), []string{"version"}, Streams{Out: panicking{}, Err: &errs})
	if want := "whosaid: this is a bug in whosaid: broken\n"; code != ExitBug || errs.String() != want {
		t.Errorf("code %d, message %q; want %d, %q", code, errs.String(), ExitBug, want)
	}
}

func TestInterrupt(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	silent, _ := io.Pipe() // nobody writes to it
	var out, errs bytes.Buffer
	done := make(chan int)
	go func() { done <- run(ctx, []string{"-"}, Streams{In: silent, Out: &out, Err: &errs}) }()
	cancel()
	if code := <-done; code != ExitInterrupted || out.Len() > 0 || errs.Len() > 0 {
		t.Errorf("code %d, output %q, messages %q; want %d and silence", code, &out, &errs, ExitInterrupted)
	}
}

// failing is an output that fails in a given way.
type failing struct{ err error }

func (w failing) Write([]byte) (int, error) { return 0, w.err }

func TestOutputThatFails(t *testing.T) {
	for name, test := range map[string]struct {
		err     error
		code    int
		message string
	}{
		"nobody reads any more": {syscall.EPIPE, ExitDone, ""},
		"disk full":             {syscall.ENOSPC, ExitFailed, "whosaid: standard output: no space left on device\n"},
	} {
		t.Run(name, func(t *testing.T) {
			var errs bytes.Buffer
			code := run(t.Context(), []string{"-", "-"}, Streams{In: strings.NewReader("Words."), Out: failing{test.err}, Err: &errs})
			if code != test.code || errs.String() != test.message {
				t.Errorf("code %d, message %q; want %d, %q", code, &errs, test.code, test.message)
			}
		})
	}
}

// TestOutputKeepsToTheSchema validates every article of the project, in every
// unit, against what whosaid schema prints, and checks the promises that a
// schema cannot express.
func TestOutputKeepsToTheSchema(t *testing.T) {
	const url = "whosaid.schema.json"
	printed, err := jsonschema.UnmarshalJSON(strings.NewReader(runWith(t.Context(), "", "schema").out))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource(url, printed); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile(url)
	if err != nil {
		t.Fatal(err)
	}
	articles, err := filepath.Glob("../../testdata/articles/*.txt")
	if err != nil || len(articles) == 0 {
		t.Fatalf("no articles to read: %v", err)
	}
	for _, unit := range []article.Unit{article.Rune, article.Byte, article.UTF16} {
		args := append([]string{"-o", "jsonl", "--all-quoted", "--text", "--offsets", string(unit)}, articles...)
		got := runWith(t.Context(), "", args...)
		if got.code != ExitDone || got.err != "" {
			t.Fatalf("code %d: %s", got.code, got.err)
		}
		lines := strings.SplitAfter(got.out, "\n")
		if len(lines)-1 != len(articles) {
			t.Fatalf("%d articles gave %d lines", len(articles), len(lines)-1)
		}
		for i, path := range articles {
			document, err := jsonschema.UnmarshalJSON(strings.NewReader(lines[i]))
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(document); err != nil {
				t.Errorf("%s: %v", path, err)
			}
			var a article.Article
			if err := json.Unmarshal([]byte(lines[i]), &a); err != nil {
				t.Fatal(err)
			}
			if err := a.Validate(); err != nil {
				t.Errorf("%s in %ss: %v", path, unit, err)
			}
			if a.Input != path {
				t.Errorf("%s is named %s", path, a.Input)
			}
		}
	}
}

// TestRootAndExtractAreOne makes sure that the default command and extract have
// the same flags.
func TestRootAndExtractAreOne(t *testing.T) {
	for _, args := range [][]string{{}, {"extract"}} {
		got := runWith(t.Context(), "Rain.", append(args, "--offsets", "byte", "-i", "text", "-o", "jsonl", "-")...)
		if got.code != ExitDone || !strings.Contains(got.out, `"offsets":"byte"`) {
			t.Errorf("%v: %+v", args, got)
		}
	}
}

func TestSuggestsOnlyForMissingPaths(t *testing.T) {
	s := &source{streams: Streams{Err: io.Discard}}
	suggest := func(string) []string {
		t.Error("asked for a suggestion")
		return nil
	}
	if code := s.report(&ingest.Error{Name: "schema", Err: ingest.ErrEmpty}, suggest); code != ExitFailed {
		t.Errorf("code %d", code)
	}
}
