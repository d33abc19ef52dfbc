package pipeline

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestWriteAgain writes a shard, dies at it, and writes it once more: it is whole
// all the time. What the attempt that died has written is in a hidden file.
func TestWriteAgain(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	f := &writeFn{Folder: dir, Table: Articles, Shards: 3}
	write := func(next func(*string) bool) {
		t.Helper()
		if err := f.ProcessElement(context.Background(), 1, nil, next); err != nil {
			t.Fatal(err)
		}
	}
	check := func() {
		t.Helper()
		name := filepath.Join(dir, "articles-00001-of-00003.jsonl")
		data, err := os.ReadFile(name)
		if err != nil || string(data) != "one\ntwo\n" {
			t.Errorf("%q, %v", data, err)
		}
	}
	write(each("one", "two"))
	check()
	func() {
		defer func() { _ = recover() }() // the worker dies
		write(func(line *string) bool { panic("no more") })
	}()
	check()
	write(each("one", "two"))
	check()
}

// TestWriteNothing writes a file for a shard without lines.
func TestWriteNothing(t *testing.T) {
	dir := t.TempDir()
	f := &writeFn{Folder: dir, Table: DeadLetters, Shards: 1}
	if err := f.ProcessElement(context.Background(), 0, nil, each()); err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob(filepath.Join(dir, "*"))
	if diff := cmp.Diff([]string{filepath.Join(dir, "dead-letters-00000-of-00001.jsonl")}, names); diff != "" || err != nil {
		t.Error(diff, err)
	}
}

// each gives lines as a runner does.
func each(lines ...string) func(*string) bool {
	return func(line *string) bool {
		if len(lines) == 0 {
			return false
		}
		*line, lines = lines[0], lines[1:]
		return true
	}
}

// TestShardsOfLines spreads lines over all shards, each always to the same.
func TestShardsOfLines(t *testing.T) {
	f := &shardFn{Shards: 4}
	used := map[int]bool{}
	for i := range 100 {
		line := string(rune('a'+i%26)) + string(rune('a'+i/26))
		shard, same := f.ProcessElement(line)
		if again, _ := f.ProcessElement(line); again != shard || same != line {
			t.Errorf("%q: shards %d and %d", line, shard, again)
		}
		used[shard] = true
	}
	if len(used) != f.Shards || used[f.Shards] {
		t.Errorf("shards %v", used)
	}
}

func TestJoin(t *testing.T) {
	for _, test := range [][3]string{
		{"out", "a.jsonl", "out/a.jsonl"}, {"out/", "a.jsonl", "out/a.jsonl"},
		{"gs://bucket/out/", "a.jsonl", "gs://bucket/out/a.jsonl"}, {"gs://bucket", "a.jsonl", "gs://bucket/a.jsonl"},
	} {
		if got := join(test[0], test[1]); got != test[2] {
			t.Errorf("join(%q, %q) = %q, want %q", test[0], test[1], got, test[2])
		}
	}
}
