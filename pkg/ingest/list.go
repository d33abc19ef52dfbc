package ingest

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"io"
	"iter"
	"path/filepath"
)

// heldList is a list of paths in memory.
type heldList struct {
	lines []byte
	err   error // why there is no more; nil at its end
}

// HoldList reads the list of FilesFrom now and gives its paths: for one who
// must know them all before the first is read. It takes as much memory as the
// list is long. What goes wrong is told in its place by [Reader.Inputs].
func (r *Reader) HoldList(ctx context.Context) iter.Seq[string] {
	r.list = &heldList{}
	list, err := r.open(ctx, r.FilesFrom)
	if err == nil {
		r.list.lines, err = io.ReadAll(list)
		list.Close()
	}
	r.list.err = err
	return func(yield func(string) bool) {
		for lines := bufio.NewScanner(bytes.NewReader(r.list.lines)); lines.Scan(); {
			if !yield(lines.Text()) {
				return
			}
		}
	}
}

// readListed yields the documents of the paths that FilesFrom lists, each as
// soon as its line is there.
func (r *Reader) readListed(ctx context.Context, yield func(Input, error) bool) {
	fail := func(err error) { yield(Input{}, &Error{Name: filepath.ToSlash(r.FilesFrom), Err: plain(err)}) }
	var list io.Reader
	var atEnd error
	if r.list != nil {
		list, atEnd = bytes.NewReader(r.list.lines), r.list.err
	} else {
		file, err := r.open(ctx, r.FilesFrom)
		if err != nil {
			fail(err)
			return
		}
		defer file.Close()
		list = file
	}
	lines := bufio.NewScanner(list)
	for lines.Scan() {
		if path := lines.Text(); path != "" && !r.readAll(ctx, path, yield) {
			return
		}
	}
	if err := cmp.Or(lines.Err(), atEnd); err != nil && ctx.Err() == nil {
		fail(err)
	}
}
