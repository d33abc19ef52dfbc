package pipeline

import (
	"bufio"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"hash/fnv"
	"path"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
)

// shardFn says which file of a table a line goes to. The line alone decides, so
// every run puts the same lines into the same files.
type shardFn struct {
	Shards int
}

// ProcessElement gives a line its shard.
func (f *shardFn) ProcessElement(line string) (int, string) {
	hash := fnv.New32a()
	hash.Write([]byte(line)) // never fails
	return int(hash.Sum32() % uint32(f.Shards)), line
}

// everyShardFn names every shard, so that one without a line is a file too: who
// reads the table need not guess whether it is whole.
type everyShardFn struct {
	Shards int
}

// ProcessElement gives the numbers of the shards.
func (f *everyShardFn) ProcessElement(_ []byte, emit func(int, bool)) {
	for shard := range f.Shards {
		emit(shard, true)
	}
}

// writeFn writes one file. It is there whole or not at all, and writing it once
// more gives the same lines, so that a bundle may be tried again.
type writeFn struct {
	Folder, Table string
	Shards        int
}

// ProcessElement writes the lines of a shard, in the order in which they come.
func (f *writeFn) ProcessElement(ctx context.Context, shard int, _ func(*bool) bool, lines func(*string) bool) (err error) {
	target := join(f.Folder, shardName(f.Table, shard, f.Shards))
	system, err := filesystem.New(ctx, target)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, system.Close()) }()
	if isObjectStore(target) {
		return writeLines(ctx, system, target, lines)
	}
	// Two attempts at one bundle may run at once, each in a file of its own.
	partial := join(f.Folder, "."+shardName(f.Table, shard, f.Shards)+"."+rand.Text())
	if err := writeLines(ctx, system, partial, lines); err != nil {
		if remover, ok := system.(filesystem.Remover); ok {
			err = errors.Join(err, remover.Remove(ctx, partial))
		}
		return err
	}
	return filesystem.Rename(ctx, system, partial, target)
}

func writeLines(ctx context.Context, system filesystem.Interface, target string, lines func(*string) bool) error {
	out, err := system.OpenWrite(ctx, target)
	if err != nil {
		return err
	}
	buffered := bufio.NewWriter(out)
	var line string
	for err == nil && lines(&line) {
		_, err = buffered.WriteString(line)
		if err == nil {
			err = buffered.WriteByte('\n')
		}
	}
	if err == nil {
		err = buffered.Flush()
	}
	return errors.Join(err, out.Close())
}

// isObjectStore reports whether files at a path come into being when they are
// closed, as the objects of gs:// and s3:// do.
func isObjectStore(target string) bool { return strings.Contains(target, "://") }

func shardName(table string, shard, shards int) string {
	return fmt.Sprintf("%s-%05d-of-%05d.jsonl", table, shard, shards)
}

// join returns the path of a file in a folder of any file system.
func join(folder, file string) string {
	if isObjectStore(folder) {
		return strings.TrimSuffix(folder, "/") + "/" + file
	}
	return path.Join(folder, file)
}

// write writes a table.
func write(s beam.Scope, o Options, table string, lines beam.PCollection) {
	s = s.Scope(table)
	every := beam.ParDo(s, &everyShardFn{o.Shards}, beam.Impulse(s))
	sharded := beam.ParDo(s, &shardFn{o.Shards}, lines)
	beam.ParDo0(s, &writeFn{o.Output, table, o.Shards}, beam.CoGroupByKey(s, every, sharded))
}
