package main

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/whosaid/whosaid/cmd/whosaid-beam/pipeline"
)

// asProgram makes the test binary the program, so that tests run and kill
// processes of it without building one more.
const asProgram = "WHOSAID_BEAM_TEST_IS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
		return
	}
	code := m.Run()
	if dir, err := tool(); err == nil {
		os.RemoveAll(filepath.Dir(dir))
	}
	os.Exit(code)
}

// tool builds whosaid once and returns its path.
var tool = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "whosaid-beam-test")
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "whosaid")
	build := exec.Command("go", "build", "-o", path, "./cmd/whosaid")
	build.Dir = filepath.Join("..", "..")
	if out, err := build.CombinedOutput(); err != nil {
		return path, errors.Join(err, errors.New(string(out)))
	}
	return path, nil
})

// runTool runs whosaid and returns what it prints and its exit code.
func runTool(t *testing.T, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	path, err := tool()
	if err != nil {
		t.Fatal(err)
	}
	return runProgram(t, exec.Command(path, args...))
}

// beamCommand is whosaid-beam, not yet started.
func beamCommand(args ...string) *exec.Cmd {
	command := exec.Command(os.Args[0], args...)
	command.Env = append(os.Environ(), asProgram+"=1")
	return command
}

func runProgram(t *testing.T, command *exec.Cmd) (stdout, stderr string, code int) {
	t.Helper()
	var out, complaints bytes.Buffer
	command.Stdout, command.Stderr = &out, &complaints
	err := command.Run()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return out.String(), complaints.String(), command.ProcessState.ExitCode()
}

// tables are the lines of what a run has written, sorted, by table.
type tables map[string][]string

// runBeam runs whosaid-beam on files and returns its tables, its messages and
// its exit code.
func runBeam(t *testing.T, args ...string) (tables, string, int) {
	t.Helper()
	return runBeamInto(t, filepath.Join(t.TempDir(), "out"), args...)
}

func runBeamInto(t *testing.T, out string, args ...string) (tables, string, int) {
	t.Helper()
	_, stderr, code := runProgram(t, beamCommand(append([]string{"--output", out}, args...)...))
	if !strings.Contains(stderr, "articles ") {
		t.Fatalf("exit code %d, no counts in: %s", code, stderr)
	}
	return readTables(t, out), stderr, code
}

func readTables(t *testing.T, out string) tables {
	t.Helper()
	all := tables{}
	for _, table := range []string{
		pipeline.Articles, pipeline.Quotes, pipeline.Speakers, pipeline.Repeated, pipeline.DeadLetters,
	} {
		names, err := filepath.Glob(filepath.Join(out, table+"-?????-of-?????.jsonl"))
		if err != nil || len(names) == 0 {
			t.Fatalf("no files of %s: %v", table, err)
		}
		for _, name := range names {
			all[table] = append(all[table], readLines(t, name)...)
		}
		slices.Sort(all[table])
	}
	return all
}

// readLines returns the lines of a file, which may be gzip.
func readLines(t *testing.T, name string) []string {
	t.Helper()
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var content io.Reader = file
	if strings.HasSuffix(name, ".gz") {
		if content, err = gzip.NewReader(file); err != nil {
			t.Fatal(err)
		}
	}
	data, err := io.ReadAll(content)
	if err != nil {
		t.Fatal(err)
	}
	return splitLines(string(data))
}

// splitLines returns the lines of a text without their ends.
func splitLines(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(strings.TrimSuffix(text, "\n"), "\n")
}
