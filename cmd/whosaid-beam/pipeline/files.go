package pipeline

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"

	"github.com/whosaid/whosaid/cmd/whosaid-beam/rows"
	"github.com/whosaid/whosaid/pkg/ingest"
)

// file is one file to read.
type file struct {
	Path   string
	Size   int64 // bytes
	Layout layout
}

// layout is how the records stand in a file.
type layout int

const (
	document    layout = iota // the file is one
	lines                     // one a line
	zippedLines               // one a line, gzip
)

// listFn gives the files that match any of the patterns, each once. That nothing
// matches a pattern fails the job.
type listFn struct {
	Patterns []string
}

func (f *listFn) ProcessElement(ctx context.Context, _ []byte, emit func(file)) error {
	seen := map[string]bool{}
	for _, pattern := range f.Patterns {
		files, err := list(ctx, pattern)
		if err != nil {
			return err
		}
		for _, file := range files {
			if !seen[file.Path] {
				seen[file.Path] = true
				emit(file)
			}
		}
	}
	return nil
}

// CheckPatterns says, before a job is begun, what [Build] would fail at: a pattern
// that nothing matches.
func CheckPatterns(ctx context.Context, patterns []string) error {
	for _, pattern := range patterns {
		if _, err := list(ctx, pattern); err != nil {
			return err
		}
	}
	return nil
}

func list(ctx context.Context, pattern string) ([]file, error) {
	system, err := filesystem.New(ctx, pattern)
	if err != nil {
		return nil, err
	}
	defer system.Close()
	paths, err := system.List(ctx, pattern)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", pattern, err)
	}
	slices.Sort(paths)
	var files []file
	for _, path := range paths {
		if strings.HasSuffix(path, "/") { // how object stores write a folder
			continue
		}
		size, err := system.Size(ctx, path)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		files = append(files, file{Path: path, Size: size})
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%s: %w", pattern, ingest.ErrNoMatch)
	}
	return files, nil
}

// lookFn finds out how the records stand in a file. A folder is dropped; a file
// that may not be read is a dead letter. Any other fault is the file system's,
// and the runner's to try again.
type lookFn struct {
	Options rows.Options
}

func (f *lookFn) ProcessElement(ctx context.Context, one file, emit func(file), failed func(string)) error {
	var head [len(gzipMagic)]byte
	content, err := open(ctx, one.Path)
	if err == nil {
		defer content.Close()
		_, err = io.ReadFull(content, head[:])
	}
	switch {
	case errors.Is(err, syscall.EISDIR):
		return nil
	case errors.Is(err, fs.ErrPermission), errors.Is(err, fs.ErrNotExist):
		fail(ctx, failed, rows.DeadLetter(rows.Record{File: name(one.Path)}, one.Size, cause(err)))
		return nil
	case err != nil && err != io.EOF && err != io.ErrUnexpectedEOF:
		return fmt.Errorf("%s: %w", one.Path, err)
	}
	one.Layout = document
	if f.Options.Reader().FormatOf(one.Path) == ingest.JSONL {
		one.Layout = lines
		if bytes.Equal(head[:], []byte(gzipMagic)) {
			one.Layout = zippedLines
		}
	}
	emit(one)
	return nil
}

const gzipMagic = "\x1f\x8b"

func open(ctx context.Context, path string) (io.ReadCloser, error) {
	system, err := filesystem.New(ctx, path)
	if err != nil {
		return nil, err
	}
	content, err := system.OpenRead(ctx, path)
	if err != nil {
		return nil, errors.Join(err, system.Close())
	}
	return &opened{content, system}, nil
}

// opened closes its file system with itself.
type opened struct {
	io.ReadCloser
	system filesystem.Interface
}

func (o *opened) Close() error { return errors.Join(o.ReadCloser.Close(), o.system.Close()) }

// cause returns why a file could not be opened, without its path, which a dead
// letter has in a field of its own.
func cause(err error) error {
	var inPath *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return ingest.ErrMissing
	case errors.As(err, &inPath):
		return inPath.Err
	}
	return err
}

// name returns what a file is called in the output.
func name(path string) string { return filepath.ToSlash(path) }

// fail writes a dead letter and counts it.
func fail(ctx context.Context, failed func(string), letter string) {
	failed(letter)
	failuresCounted.Inc(ctx, 1)
}

// files gives the files to read, divided among the workers, and the dead letters
// of those that cannot be.
func files(s beam.Scope, o Options) (found, unread beam.PCollection) {
	listed := beam.ParDo(s, &listFn{o.Patterns}, beam.Impulse(s))
	return beam.ParDo2(s, &lookFn{o.Rows}, beam.Reshuffle(s, listed))
}
