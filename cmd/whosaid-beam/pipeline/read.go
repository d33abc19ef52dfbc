package pipeline

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/whosaid/whosaid/cmd/whosaid-beam/rows"
	"github.com/whosaid/whosaid/pkg/ingest"
)

// readFn gives the records of a file, in order and with the numbers of their
// lines. One worker reads a file from end to end: that is a thousand times faster
// than extracting what is in it, which all workers share.
type readFn struct {
	Options rows.Options
}

// ProcessElement reads one file.
func (f *readFn) ProcessElement(ctx context.Context, one file, emit func(rows.Record), failed func(string)) error {
	content, err := open(ctx, one.Path)
	if err != nil {
		return err
	}
	defer content.Close()
	r := recordReader{
		file: name(one.Path), reader: f.Options.Reader(), emit: emit,
		failed: func(letter string) { fail(ctx, failed, letter) },
	}
	read := r.document
	switch one.Layout {
	case lines:
		read = r.lines
	case zippedLines:
		read = r.zipped
	}
	if err := read(content); err != nil {
		return fmt.Errorf("%s: %w", one.Path, err)
	}
	return nil
}

// recordReader reads the records of one file. It returns the faults of the file
// system, which the runner may try again; those of the data are dead letters.
type recordReader struct {
	file   string
	reader *ingest.Reader
	emit   func(rows.Record)
	failed func(string)
}

// document reads a whole file, and of one over the limit as much as shows that.
func (r *recordReader) document(content io.Reader) error {
	data, err := io.ReadAll(io.LimitReader(content, r.reader.MaxBytes+1))
	if err != nil {
		return err
	}
	r.emit(rows.Record{File: r.file, Data: data})
	return nil
}

// lines reads a record from every line that is not empty.
func (r *recordReader) lines(content io.Reader) error {
	_, err := r.readLines(content)
	return err
}

// readLines returns the last line that it has read with the error that ended it;
// that the lines are at their end is none.
func (r *recordReader) readLines(content io.Reader) (last rows.Record, err error) {
	all := r.reader.Lines(content)
	for number := 1; ; number++ {
		line, length, err := all.Next()
		record := rows.Record{File: r.file, Line: number, Data: line}
		switch {
		case errors.Is(err, ingest.ErrTooLong):
			r.failed(rows.DeadLetter(record, length, ingest.RecordError(r.file, number, err)))
			continue
		case err != nil && err != io.EOF:
			return record, err
		case len(bytes.TrimSpace(line)) > 0:
			r.emit(record)
		}
		if err == io.EOF {
			return record, nil
		}
	}
}

// zipped reads the lines of a gzip file. Where its data is damaged it ends, with
// a dead letter for what is left of the line: the rest of the file is lost.
func (r *recordReader) zipped(content io.Reader) error {
	source := &faultKeeper{source: content}
	damaged := rows.Record{File: r.file, Line: 1}
	unzipped, err := gzip.NewReader(source)
	if err == nil {
		damaged, err = r.readLines(unzipped)
	}
	switch {
	case source.fault != nil:
		return source.fault
	case err != nil:
		r.failed(rows.DeadLetter(damaged, int64(len(damaged.Data)), ingest.RecordError(r.file, damaged.Line, err)))
	}
	return nil
}

// faultKeeper tells the faults of a source from those of what is read from it.
type faultKeeper struct {
	source io.Reader
	fault  error
}

func (k *faultKeeper) Read(p []byte) (int, error) {
	n, err := k.source.Read(p)
	if err != nil && err != io.EOF {
		k.fault = err
	}
	return n, err
}

// read gives the records of all files, divided among the workers, and the dead
// letters of what is none. Without the shuffle, a runner would extract a file on
// the worker that reads it.
func read(s beam.Scope, o Options) (records, unread beam.PCollection) {
	s = s.Scope("Read")
	found, closed := files(s, o)
	records, bad := beam.ParDo2(s, &readFn{o.Rows}, found)
	return beam.Reshuffle(s, records), beam.Flatten(s, closed, bad)
}
