package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestFilter runs the lines of the README's console blocks, in a folder with
// feed.jsonl in it and whosaid in the path. Each ends in articles.jsonl with what
// one whosaid prints, byte for byte.
func TestFilter(t *testing.T) {
	path, err := tool()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	s := makeSample(t, dir, ownArticles(t), 1200, 0) // some blocks of 64 KiB
	var feed []byte
	for part := range sampleParts - 1 {
		data, err := os.ReadFile(strings.Replace(s.pattern(), "*.jsonl*", string(rune('0'+part))+".jsonl", 1))
		if err != nil {
			t.Fatal(err)
		}
		feed = append(feed, data...)
	}
	// A record without an id is named by its line, which a filter cannot know.
	lines := slices.DeleteFunc(splitLines(string(feed)), func(line string) bool { return !strings.Contains(line, `"id":`) })
	if err := os.WriteFile(filepath.Join(dir, "feed.jsonl"), []byte(strings.Join(lines, "\n")+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	want, _, code := runTool(t, "-i", "jsonl", "-o", "jsonl", "--keep", filepath.Join(dir, "feed.jsonl"))
	if code != 0 || len(splitLines(want)) != len(lines) {
		t.Fatalf("exit code %d, %d articles of %d records", code, len(splitLines(want)), len(lines))
	}

	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	ran := 0
	for _, block := range consoleBlocks(string(readme)) {
		for _, line := range block {
			t.Run(line, func(t *testing.T) {
				if program, _, _ := strings.Cut(line, " "); program == "parallel" && !isGNUParallel() {
					t.Skip("GNU parallel is not on this machine")
				}
				command := exec.Command("sh", "-c", line)
				command.Dir = dir
				command.Env = append(os.Environ(), "PATH="+filepath.Dir(path)+string(os.PathListSeparator)+os.Getenv("PATH"))
				if out, err := command.CombinedOutput(); err != nil {
					t.Fatalf("%v\n%s", err, out)
				}
				got, err := os.ReadFile(filepath.Join(dir, "articles.jsonl"))
				if err != nil {
					t.Fatal(err)
				}
				if string(got) != want {
					t.Errorf("%d bytes that are not the %d of one whosaid", len(got), len(want))
				}
			})
			if err := os.RemoveAll(filepath.Join(dir, "articles.jsonl")); err != nil {
				t.Fatal(err)
			}
			ran++
		}
	}
	if ran == 0 {
		t.Error("the README has no line to run")
	}
}

// consoleBlocks returns the lines that start with $ of each console block.
func consoleBlocks(text string) [][]string {
	var blocks [][]string
	inBlock := false
	for line := range strings.Lines(text) {
		switch {
		case strings.HasPrefix(line, "```"):
			if inBlock = strings.TrimSpace(line) == "```console"; inBlock {
				blocks = append(blocks, nil)
			}
		case inBlock && strings.HasPrefix(line, "$ "):
			last := &blocks[len(blocks)-1]
			*last = append(*last, strings.TrimSpace(strings.TrimPrefix(line, "$ ")))
		}
	}
	return blocks
}

// isGNUParallel tells GNU's from another program of that name.
func isGNUParallel() bool {
	out, err := exec.Command("parallel", "--version").Output()
	return err == nil && strings.HasPrefix(string(out), "GNU parallel")
}
