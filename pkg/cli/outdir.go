package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/encode"
	"github.com/whosaid/whosaid/pkg/ingest"
)

// outDir writes one file for each input file, at the same path under a folder:
// the articles of news/a.txt go to DIR/news/a.txt.yaml. A file appears under
// its name when it is complete and not before, so a run that is killed leaves
// whole files; a crash of the machine itself may still lose the last ones, for
// nothing waits for the disk.
type outDir struct {
	root    *os.Root // no path leads out of it, whatever an input is called
	dir     string   // as the user named it
	format  encode.Format
	options encode.Options
	// taken holds the files that were read or written, as [fold] names them.
	taken map[string]bool
	// inputs holds the files that were read or will be, whatever they are called:
	// two names may lead to one file. Files of the same size and time are looked
	// at closely.
	inputs map[sizeAndTime][]fs.FileInfo

	open *outFile // the file that is being written; nil when there is none
}

// outFile is an output that is not complete.
type outFile struct {
	source   string // the input file it is for
	line     int    // of the last record in it
	name     string // relative to the folder
	file     *os.File
	buffered *bufio.Writer
	encoder  *encode.Encoder
}

// sizeAndTime is what two names of one file agree on.
type sizeAndTime struct{ size, time int64 }

func keyOf(info fs.FileInfo) sizeAndTime {
	return sizeAndTime{info.Size(), info.ModTime().UnixNano()}
}

func newOutDir(dir string, format encode.Format, options encode.Options) (*outDir, error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return &outDir{root: root, dir: dir, format: format, options: options, taken: map[string]bool{}, inputs: map[sizeAndTime][]fs.FileInfo{}}, nil
}

// note keeps in mind that a path is an input.
func (d *outDir) note(path string) {
	if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
		d.inputs[keyOf(info)] = append(d.inputs[keyOf(info)], info)
	}
}

// noteInside keeps in mind that a path is an input if an output could take its
// place: when it lies in the folder, whatever links lead to it. Of a list of
// millions, few or none do.
func (d *outDir) noteInside(path string) {
	dir, err := filepath.EvalSymlinks(d.dir)
	if err != nil {
		return
	}
	if file, err := filepath.EvalSymlinks(path); err == nil && isInside(dir, file) {
		d.note(path)
	}
}

// isInside reports whether a file lies under a folder.
func isInside(dir, file string) bool {
	dir, errDir := filepath.Abs(dir)
	file, errFile := filepath.Abs(file)
	if errDir != nil || errFile != nil {
		return false
	}
	inside, err := filepath.Rel(dir, file)
	return err == nil && filepath.IsLocal(inside)
}

// isInput reports whether an output would take the place of an input.
func (d *outDir) isInput(name string) bool {
	if d.taken["in "+fold(filepath.ToSlash(filepath.Clean(d.path(name))))] {
		return true
	}
	info, err := os.Stat(d.path(name))
	return err == nil && slices.ContainsFunc(d.inputs[keyOf(info)], func(input fs.FileInfo) bool { return os.SameFile(info, input) })
}

// outName returns the path of the output for an input file, relative to the
// folder: the whole path without what leads out of it, so that two inputs have
// two outputs.
func (d *outDir) outName(source string) string {
	if source == ingest.Stdin {
		source = "stdin"
	}
	source = strings.TrimPrefix(source, filepath.ToSlash(filepath.VolumeName(filepath.FromSlash(source))))
	name := strings.TrimPrefix(path.Clean("/"+source), "/")
	if d.format == encode.Brat { // which looks for a.ann beside a.txt
		name = strings.TrimSuffix(name, ".gz")
		return strings.TrimSuffix(name, path.Ext(name)) + ".ann"
	}
	return name + "." + string(d.format)
}

// fold names a file as systems do that are blind to case or to how an accent
// is spelt, where two such names are one file.
func fold(name string) string { return strings.ToLower(norm.NFC.String(name)) }

// isDone reports whether the output for an input file is there and not older.
func (d *outDir) isDone(source string) bool {
	in, err := os.Stat(source)
	if err != nil {
		return false
	}
	out, err := d.root.Stat(filepath.FromSlash(d.outName(filepath.ToSlash(source))))
	return err == nil && out.Mode().IsRegular() && !out.ModTime().Before(in.ModTime())
}

// wrote reports whether a file looks like an output of an earlier run: it lies
// in the folder and is called like an article with the ending that we add. A
// walk that comes by must not read it as an article.
func (d *outDir) wrote(file string) bool {
	source, ok := strings.CutSuffix(file, "."+string(d.format))
	if !ok || !ingest.HasEnding(source) {
		return false
	}
	return isInside(d.dir, file)
}

// write adds an article to the output of its input file. An [ingest.Error] is
// about this input alone.
func (d *outDir) write(in ingest.Input, a *article.Article) error {
	if !d.continues(in) {
		if err := d.finish(); err != nil {
			return err
		}
		if err := d.start(in); err != nil {
			return err
		}
	}
	d.open.line = in.Line
	if err := encodeInput(d.open.encoder, in, a); err != nil {
		return d.failed(err)
	}
	if d.format == encode.Brat && (d.options.Text || in.FromPage) {
		if err := d.writeText(in, a); err != nil {
			return d.failed(err)
		}
	}
	if in.Line == 0 {
		return d.finish() // nothing can follow
	}
	return nil
}

// continues reports whether in is a further record of the file being written.
func (d *outDir) continues(in ingest.Input) bool {
	return d.open != nil && d.open.source == in.File && in.Line > d.open.line
}

func (d *outDir) start(in ingest.Input) error {
	name := d.outName(in.File)
	d.taken["in "+fold(path.Clean(in.File))] = true
	d.note(filepath.FromSlash(in.File))
	if d.taken["out "+fold(name)] {
		return &ingest.Error{Name: in.Name, Err: fmt.Errorf("not written: another input has the output %s already", d.path(name))}
	}
	if d.isInput(name) {
		return &ingest.Error{Name: in.Name, Err: fmt.Errorf("not written: its output %s is an input", d.path(name))}
	}
	d.taken["out "+fold(name)] = true

	local := filepath.FromSlash(name)
	if err := d.root.MkdirAll(filepath.Dir(local), 0o777); err != nil {
		return d.failed(err)
	}
	file, err := d.root.Create(partial(local))
	if err != nil {
		return d.failed(err)
	}
	buffered := bufio.NewWriter(file)
	encoder, err := encode.NewEncoder(buffered, d.format, d.options)
	if err != nil {
		return d.failed(err)
	}
	d.open = &outFile{source: in.File, name: local, file: file, buffered: buffered, encoder: encoder}
	return nil
}

// writeText writes the text that brat shows, beside the annotation of it.
func (d *outDir) writeText(in ingest.Input, a *article.Article) error {
	name := strings.TrimSuffix(d.open.name, path.Ext(d.open.name)) + ".txt"
	if d.isInput(name) {
		return &ingest.Error{Name: in.Name, Err: fmt.Errorf("its text is not written: %s is an input", d.path(name))}
	}
	if err := d.root.WriteFile(partial(name), []byte(a.Text), 0o666); err != nil {
		return err
	}
	return d.root.Rename(partial(name), name)
}

// finish completes the file that is being written and gives it its name.
func (d *outDir) finish() error {
	if d.open == nil {
		return nil
	}
	f := d.open
	d.open = nil
	err := errors.Join(f.encoder.Close(), f.buffered.Flush(), f.file.Close())
	if err == nil {
		err = d.root.Rename(partial(f.name), f.name)
	}
	if err != nil {
		_ = d.root.Remove(partial(f.name)) // the first error is the one to tell
		return d.failed(err)
	}
	return nil
}

// close ends the work: it completes the last file if all of its records were
// read, else leaves nothing of it.
func (d *outDir) close(complete bool) error {
	defer d.root.Close()
	if complete {
		return d.finish()
	}
	if f := d.open; f != nil {
		d.open = nil
		_ = f.file.Close()
		_ = d.root.Remove(partial(f.name)) // it is hidden and will be overwritten
	}
	return nil
}

// path returns the name of an output as the user would write it.
func (d *outDir) path(name string) string { return filepath.Join(d.dir, filepath.FromSlash(name)) }

// failed names the folder in an error of writing to it.
func (d *outDir) failed(err error) error {
	if isInputError(err) {
		return err
	}
	var pathError *fs.PathError
	if errors.As(err, &pathError) {
		// A file that is open has the folder in its name already.
		name := strings.TrimPrefix(pathError.Path, d.root.Name()+string(filepath.Separator))
		return fmt.Errorf("%s: %w", d.path(name), pathError.Err)
	}
	return fmt.Errorf("%s: %w", d.dir, err)
}

// partial returns the name of an output that is not complete: hidden, so that
// no walk takes it for an article, and always the same, so that the next run
// overwrites what a killed one has left.
func partial(name string) string {
	return filepath.Join(filepath.Dir(name), "."+filepath.Base(name)+".partial")
}
