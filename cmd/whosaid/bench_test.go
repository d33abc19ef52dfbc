package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// BenchmarkColdStart is a whole process, from its start to its exit, on
// nothing, and on an article of 600 words.
func BenchmarkColdStart(b *testing.B) {
	binary := filepath.Join(b.TempDir(), "whosaid")
	if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		b.Fatalf("go build: %v\n%s", err, out)
	}
	article, err := os.ReadFile("../../testdata/articles/kallas_like.txt")
	if err != nil {
		b.Fatal(err)
	}
	const words600 = 3600 // bytes
	article = bytes.Repeat(article, 2)[:words600]
	for _, c := range []struct {
		name  string
		input []byte
		exit  int // nothing to read is an input that failed
	}{{"empty", nil, 2}, {"article", article, 0}} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				run := exec.Command(binary)
				run.Stdin = bytes.NewReader(c.input)
				if out, err := run.CombinedOutput(); run.ProcessState.ExitCode() != c.exit {
					b.Fatalf("%v\n%s", err, out)
				}
			}
		})
	}
}
