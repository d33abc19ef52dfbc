package train

import (
	"encoding/binary"
	"encoding/gob"
	"errors"
	"fmt"
	"hash/fnv"
	"io/fs"
	"os"
	"path/filepath"
)

// checkpoints keeps finished steps of a training run in a folder, so that a
// run that was stopped goes on where it was. A step is known by its name and
// by everything that its result depends on.
type checkpoints struct{ dir string }

// path returns the file of a step.
func (c checkpoints) path(name string, depends any) string {
	h := fnv.New64a()
	fmt.Fprintf(h, "%+v", depends)
	return filepath.Join(c.dir, fmt.Sprintf("%s-%016x", name, h.Sum64()))
}

// step fills result from the checkpoint of a step, or else by running the
// step, and then keeps it.
func (c checkpoints) step(name string, depends, result any, run func() error) error {
	if c.dir == "" {
		return run()
	}
	path := c.path(name, depends)
	switch err := load(path, result); {
	case err == nil:
		return nil
	case !errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: %w", path, err)
	}
	if err := run(); err != nil {
		return err
	}
	return save(path, result)
}

// load reads a checkpoint: flat numbers as they lie in memory, the rest as a gob.
func load(path string, result any) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	if flat, ok := result.(*flatNumbers); ok {
		return flat.read(f)
	}
	return gob.NewDecoder(f).Decode(result)
}

// save writes a checkpoint, whole or not at all.
func save(path string, result any) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := os.Create(path + ".part")
	if err != nil {
		return err
	}
	if flat, ok := result.(*flatNumbers); ok {
		err = flat.write(f)
	} else {
		err = gob.NewEncoder(f).Encode(result)
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	return os.Rename(path+".part", path)
}

// flatNumbers is many numbers at once.
type flatNumbers struct{ values []float32 }

func (n *flatNumbers) write(f *os.File) error {
	if err := binary.Write(f, binary.LittleEndian, uint64(len(n.values))); err != nil {
		return err
	}
	return binary.Write(f, binary.LittleEndian, n.values)
}

func (n *flatNumbers) read(f *os.File) error {
	var size uint64
	if err := binary.Read(f, binary.LittleEndian, &size); err != nil {
		return err
	}
	n.values = make([]float32, size)
	return binary.Read(f, binary.LittleEndian, n.values)
}
