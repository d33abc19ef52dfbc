// Package ingest reads what the user names (files, folders, patterns, standard
// input, records of JSON Lines, gzip of any of them) and gives decoded text
// with its name, one document at a time and in order. It refuses what is not
// text. It never changes the text: line ends, spaces and quotation marks stay
// as they are, and only the encoding and its byte order mark are taken off.
package ingest

import (
	"bufio"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"unicode"
)

// Stdin is the path that stands for standard input.
const Stdin = "-"

// DefaultMaxBytes is the largest document that is read unless [Reader] says
// otherwise, counted after decompression: 64 MiB, some 10 million words, which
// no article comes near and every machine can hold.
const DefaultMaxBytes = 64 << 20

// DefaultMaxRatio is how many times its size gzip data may unpack to unless
// [Reader] says otherwise. Text shrinks to a third or a quarter, and the most
// repetitive markup to a fiftieth; gzip itself ends at about a thousandth.
const DefaultMaxRatio = 200

// Input is one document to read.
type Input struct {
	// Name is the path as the user gave it, in slash form; "-" for standard
	// input; the record's id for JSONL input.
	Name string
	// Text is decoded, valid UTF-8; offsets refer to it. For a file in another
	// encoding that is the text as decoded, not the bytes of the file.
	Text string
	// Title is the headline where the container says it (HTML, JSONL); empty
	// lets the extractor take it from the text.
	Title string
	// Byline and Date say who wrote the article and when it was published
	// (2006-01-02), where an HTML page tells; empty otherwise.
	Byline, Date string
	// File is the file that holds the document, in slash form, and Line the
	// line of its record in it; 0 where the document is the whole file.
	File string
	Line int
	// FromPage says that the text was found in an HTML page, so that nobody
	// but us has the text that offsets refer to.
	FromPage bool
	// Fields are the other fields of a record, as a JSON object in their
	// order; nil unless [Reader.Keep] asks for them.
	Fields json.RawMessage
}

// Error is one input that could not be read.
type Error struct {
	Name string // the input, as [Input] would have named it
	Err  error  // why: one lower-case sentence
	// File and Line are those of a record, as [Input] has them; Line is 0 for
	// every other input.
	File string
	Line int
}

func (e *Error) Error() string { return e.Name + ": " + e.Err.Error() }

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Reasons to refuse an input, wrapped by [Error].
var (
	ErrMissing    = errors.New("no such file or folder")
	ErrNoMatch    = errors.New("no file matches this pattern")
	ErrNoArticles = errors.New("no article in this folder")
	ErrEmpty      = errors.New("nothing to read: there is no text in it")
	ErrBinary     = errors.New("not a text")
	ErrTooLarge   = errors.New("larger than the limit")
	ErrTooLong    = errors.New("a line larger than the limit") // of JSON Lines
	ErrTooPacked  = errors.New("the gzip data unpacks to more than the limit")
	ErrPageSize   = errors.New("larger than the limit for a page") // of HTML
	ErrTooDeep    = errors.New("nested deeper than the limit for a page")
	ErrOutput     = errors.New("it is the file that the output goes to: write to another one")
)

// Format is what the bytes of an input hold.
type Format string

const (
	Auto  Format = "auto"  // by the ending of the name, or by whether it starts as a page does
	Text  Format = "text"  // one document
	JSONL Format = "jsonl" // one JSON object a line, each a document
	HTML  Format = "html"  // a page with one article in it
)

// Formats lists the values of [Format], the default first.
func Formats() []Format { return []Format{Auto, Text, JSONL, HTML} }

// Reader reads documents. The zero value reads files with the default limit
// and has no standard input.
type Reader struct {
	Stdin     io.Reader // what "-" reads
	StdinName string    // the name of what "-" reads; empty: "-"
	MaxBytes  int64     // limit of one document, decompressed; 0: DefaultMaxBytes
	MaxRatio  int       // limit of what gzip unpacks to, as times its size; 0: DefaultMaxRatio
	MaxLine   int64     // JSONL: limit of one line, in bytes; 0: that of one document
	MaxPage   int64     // HTML: limit of one page, in bytes; 0: DefaultMaxPage
	MaxDepth  int       // HTML: limit of elements within each other; 0: DefaultMaxDepth
	Format    Format    // empty: Auto
	TextField string    // JSONL: field that holds the text; empty: "text"
	IDField   string    // JSONL: field that names the record; empty: "id"
	Keep      bool      // JSONL: fill [Input.Fields]
	FilesFrom string    // file with a path on each line, read after the others; "-": Stdin

	// Output, if set, is the file that is written to while we read: an input that
	// is the same file is refused, for it would never end.
	Output fs.FileInfo

	// Skip, if set, is asked before a file is read whether to leave it out.
	// found says that a walk or a pattern came upon it: nobody named it.
	Skip func(path string, found bool) bool

	list *heldList // what FilesFrom lists, when [Reader.HoldList] has read it
}

// Inputs gives the documents that paths name, in order: a file is read
// whatever its ending; a folder is walked as [Walk] says; a path that does not
// exist but is a pattern (*, ?, [a-z], {a,b}, **) stands for the files that
// match; "-" is standard input. An input that cannot be read is an [Error] in
// its place, and the rest goes on. Only one document is held at a time. The
// sequence ends early when ctx is done.
func (r *Reader) Inputs(ctx context.Context, paths []string) iter.Seq2[Input, error] {
	return func(yield func(Input, error) bool) {
		for _, path := range paths {
			if !r.readAll(ctx, path, yield) {
				return
			}
		}
		if r.FilesFrom != "" {
			r.readListed(ctx, yield)
		}
	}
}

// Count returns how many inputs [Reader.Inputs] will give, without reading
// them; false when only reading can tell, as for records, standard input and
// lists of files.
func (r *Reader) Count(ctx context.Context, paths []string) (n int, known bool) {
	if r.FilesFrom != "" {
		return 0, false
	}
	for _, path := range paths {
		for file, err := range Expand(path) {
			switch {
			case ctx.Err() != nil || file == Stdin || r.FormatOf(file) == JSONL:
				return 0, false
			case err == nil && r.Skip != nil && r.Skip(file, file != path):
			default:
				n++
			}
		}
	}
	return n, true
}

// readAll yields the documents of all files that one path stands for and
// reports whether to go on.
func (r *Reader) readAll(ctx context.Context, path string, yield func(Input, error) bool) bool {
	for file, err := range Expand(path) {
		switch {
		case ctx.Err() != nil:
			return false
		case err != nil:
			if !yield(Input{}, err) {
				return false
			}
		case r.Skip != nil && r.Skip(file, file != path):
		case !r.read(ctx, file, yield):
			return false
		}
	}
	return true
}

// read yields the documents of one file and reports whether to go on.
func (r *Reader) read(ctx context.Context, path string, yield func(Input, error) bool) bool {
	name := filepath.ToSlash(path)
	if path == Stdin && r.StdinName != "" {
		name = r.StdinName
	}
	fail := func(err error) bool { return yield(Input{}, &Error{Name: name, Err: plain(err)}) }

	source, err := r.open(ctx, path)
	if err != nil {
		return fail(err)
	}
	defer source.Close()
	content, err := r.decompress(source)
	if err != nil {
		return fail(err)
	}
	format := r.FormatOf(name)
	if format == JSONL {
		return r.readRecords(ctx, name, content, yield)
	}
	input := Input{Name: name, File: name}
	input.Text, err = r.readText(content)
	if ctx.Err() != nil {
		return false
	}
	if err == nil && (format == HTML || format == Auto && isPage(input.Text)) {
		input.FromPage = true
		var by credit
		input.Title, input.Text, by, err = r.readPage(input.Text)
		input.Byline, input.Date = by.byline, by.date
	}
	if err != nil {
		return fail(err)
	}
	return yield(input, nil)
}

func (r *Reader) open(ctx context.Context, path string) (io.ReadCloser, error) {
	if path == Stdin {
		if r.Stdin == nil {
			return nil, errors.New("there is no standard input here")
		}
		if file, ok := r.Stdin.(*os.File); ok && r.Output != nil {
			if info, err := file.Stat(); err == nil && os.SameFile(info, r.Output) {
				return nil, ErrOutput
			}
		}
		return io.NopCloser(&interruptible{ctx: ctx, source: r.Stdin}), nil
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	info, err := file.Stat()
	if err == nil && r.Output != nil && os.SameFile(info, r.Output) {
		err = ErrOutput
	}
	switch {
	case err != nil:
		file.Close()
		return nil, err
	case info.Mode().IsRegular():
		return file, nil
	}
	// A named pipe may keep us waiting as standard input does.
	return struct {
		io.Reader
		io.Closer
	}{&interruptible{ctx: ctx, source: file}, file}, nil
}

// readText reads and decodes one whole document.
func (r *Reader) readText(content io.Reader) (string, error) {
	limit := r.limit()
	data, err := io.ReadAll(io.LimitReader(content, limit+1))
	if err != nil {
		return "", err
	}
	if int64(len(data)) > limit {
		return "", fmt.Errorf("%w of %s", ErrTooLarge, size(limit))
	}
	text, err := Decode(data)
	if err != nil {
		return "", err
	}
	if isBlank(text) {
		return "", ErrEmpty
	}
	return text, nil
}

func (r *Reader) limit() int64 { return orDefault(r.MaxBytes, DefaultMaxBytes) }

// orDefault returns a limit, or the default where none is set.
func orDefault[T int | int64](limit, standard T) T {
	if limit > 0 {
		return limit
	}
	return standard
}

// FormatOf returns the format of the file name, which may end in .gz; Auto when
// the name does not say.
func (r *Reader) FormatOf(name string) Format {
	if r.Format != "" && r.Format != Auto {
		return r.Format
	}
	switch ending(name) {
	case ".jsonl", ".ndjson":
		return JSONL
	case ".html", ".htm":
		return HTML
	case ".txt", ".text", ".md":
		return Text
	}
	return Auto
}

// bufferSize is how much is read at a time, in bytes: large enough that the
// price of a read does not show, small beside a document.
const bufferSize = 64 << 10

// plain turns the errors of the system into our own words, without the name of
// the system call and without the path, which the message already starts with.
func plain(err error) error {
	var pathError *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return ErrMissing
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum):
		return fmt.Errorf("%w: damaged gzip data", ErrBinary)
	case errors.Is(err, io.ErrUnexpectedEOF):
		return errors.New("ends too early: the gzip data is cut off")
	case errors.Is(err, bufio.ErrTooLong):
		return errors.New("a line is too long to be a path")
	case errors.As(err, &pathError):
		return pathError.Err
	}
	return err
}

// isBlank reports whether text holds nothing but white space.
func isBlank(text string) bool {
	return strings.IndexFunc(text, func(c rune) bool { return !unicode.IsSpace(c) }) < 0
}

// size writes a number of bytes for people.
func size(n int64) string {
	const mebibyte = 1 << 20
	if n%mebibyte == 0 {
		return fmt.Sprintf("%d MiB", n/mebibyte)
	}
	return fmt.Sprintf("%d bytes", n)
}

// interruptible is a reader whose Read returns when ctx is done, although the
// source (a terminal, a pipe that nobody writes to) may never answer.
type interruptible struct {
	ctx     context.Context
	source  io.Reader
	pending chan readResult
}

type readResult struct {
	data []byte
	err  error
}

func (r *interruptible) Read(p []byte) (int, error) {
	if r.pending == nil {
		r.pending = make(chan readResult, 1)
	}
	// The goroutine reads into its own memory: p is the caller's again as soon
	// as we return, and the source may answer after that.
	data := make([]byte, len(p))
	go func() {
		n, err := r.source.Read(data)
		r.pending <- readResult{data[:n], err}
	}()
	select {
	case <-r.ctx.Done():
		return 0, r.ctx.Err()
	case result := <-r.pending:
		return copy(p, result.data), result.err
	}
}
