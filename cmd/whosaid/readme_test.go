package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestReadme runs the commands of the README's console blocks, in the folder
// of the project with whosaid in the path, and compares what they print with
// what the README shows; -update rewrites the README.
func TestReadme(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	bin := t.TempDir()
	build := exec.Command("go", "build", "-o", filepath.Join(bin, "whosaid"), "./cmd/whosaid")
	build.Dir = root
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	name := filepath.Join(root, "README.md")
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}

	var rewritten strings.Builder
	inConsole, commands := false, 0
	for line := range strings.Lines(string(data)) {
		text := strings.TrimSuffix(line, "\n")
		switch {
		case strings.HasPrefix(text, "```"):
			inConsole = text == "```console"
			rewritten.WriteString(line)
		case !inConsole:
			rewritten.WriteString(line)
		case strings.HasPrefix(text, "$ "):
			commands++
			rewritten.WriteString(line)
			rewritten.WriteString(runShell(t, root, bin, strings.TrimPrefix(text, "$ ")))
		}
	}
	if commands == 0 {
		t.Fatal("the README shows no command")
	}
	if *update {
		if err := os.WriteFile(name, []byte(rewritten.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(data), rewritten.String()); diff != "" {
		t.Errorf("the README does not show what its commands print; run go test ./cmd/whosaid -update (-README +run):\n%s", diff)
	}
}

// runShell returns what a command line prints on both streams, and its exit
// code where it is not 0.
func runShell(t *testing.T, dir, bin, line string) string {
	t.Helper()
	if strings.Contains(line, "| jq") {
		if _, err := exec.LookPath("jq"); err != nil {
			t.Skip("the README uses jq, which is not on this machine")
		}
	}
	command := exec.Command("sh", "-c", line+" 2>&1; code=$?; [ $code = 0 ] || echo \"(exit code $code)\"")
	command.Dir = dir
	command.Env = append(os.Environ(), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	out, err := command.Output()
	if err != nil {
		t.Fatalf("%s: %v", line, err)
	}
	return string(out)
}
