package ingest

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// readRecords yields the records of a JSON Lines file, as [Reader.Record] has
// them; the line after a bad one goes on. A file without records gives none: it
// may be an empty part of a large job.
func (r *Reader) readRecords(ctx context.Context, file string, content io.Reader, yield func(Input, error) bool) bool {
	lines := r.Lines(content)
	for number := 1; ; number++ {
		line, _, readErr := lines.Next()
		if ctx.Err() != nil {
			return false
		}
		if readErr != nil && readErr != io.EOF {
			if !yield(Input{}, RecordError(file, number, readErr)) {
				return false
			}
			if !errors.Is(readErr, ErrTooLong) {
				return true
			}
			continue
		}
		if input, found, err := r.Record(file, number, line); found && !yield(input, err) {
			return false
		}
		if readErr == io.EOF {
			return true
		}
	}
}

// Record reads one line of a JSON Lines file. The document has the record's id
// as its name, or file:number when it has none; a bad record is an [Error] of
// that name. Nothing is found in an empty line.
func (r *Reader) Record(file string, number int, line []byte) (in Input, found bool, err error) {
	if number == 1 {
		line = bytes.TrimPrefix(line, []byte(markUTF8))
	}
	if line = bytes.TrimSpace(line); len(line) == 0 {
		return Input{}, false, nil
	}
	in, err = r.parseRecord(recordName(file, number), line)
	if err != nil {
		return Input{}, true, RecordError(file, number, err)
	}
	in.File, in.Line = file, number
	return in, true, nil
}

func recordName(file string, number int) string { return fmt.Sprintf("%s:%d", file, number) }

// RecordError says why one line of a JSON Lines file gives no document.
func RecordError(file string, number int, err error) *Error {
	return &Error{Name: recordName(file, number), Err: plain(err), File: file, Line: number}
}

// parseRecord turns one line into the document it holds.
func (r *Reader) parseRecord(name string, line []byte) (Input, error) {
	var fields map[string]json.RawMessage
	var syntax *json.SyntaxError
	if err := json.Unmarshal(line, &fields); errors.As(err, &syntax) {
		return Input{}, fmt.Errorf("not JSON: %w", err)
	} else if err != nil || fields == nil {
		return Input{}, errors.New("not a JSON object")
	}
	textField := cmp.Or(r.TextField, "text")
	input := Input{Name: name}
	if fields[textField] == nil {
		return Input{}, fmt.Errorf("the record has no field %q", textField)
	}
	if err := json.Unmarshal(fields[textField], &input.Text); err != nil {
		return Input{}, fmt.Errorf("field %q is not a string", textField)
	}
	if int64(len(input.Text)) > r.limit() {
		return Input{}, fmt.Errorf("%w of %s", ErrTooLarge, size(r.limit()))
	}
	if isBlank(input.Text) {
		return Input{}, ErrEmpty
	}
	if id := fields[cmp.Or(r.IDField, "id")]; len(id) > 0 && string(id) != "null" {
		if json.Unmarshal(id, &input.Name) != nil {
			input.Name = string(id) // a number, as it is written
		}
	}
	if title := fields["title"]; title != nil {
		// A title of another type is not worth losing the record for.
		_ = json.Unmarshal(title, &input.Title)
	}
	if r.Keep {
		input.Fields = otherFields(line, fields, textField)
	}
	return input, nil
}

// otherFields returns the fields of a record but one, as a JSON object in the
// order of the line, each once.
func otherFields(line []byte, fields map[string]json.RawMessage, without string) json.RawMessage {
	object := []byte{'{'}
	written := map[string]bool{without: true}
	decoder := json.NewDecoder(bytes.NewReader(line))
	// The line has been parsed before, so nothing below can fail.
	_, _ = decoder.Token()
	for decoder.More() {
		token, _ := decoder.Token()
		var value json.RawMessage
		_ = decoder.Decode(&value)
		name, _ := token.(string)
		if written[name] {
			continue
		}
		written[name] = true
		if len(object) > 1 {
			object = append(object, ',')
		}
		quoted, _ := json.Marshal(name)
		object = append(append(append(object, quoted...), ':'), fields[name]...)
	}
	return append(object, '}')
}

// Lines reads the lines of a JSON Lines file, one at a time.
type Lines struct {
	source *bufio.Reader
	limit  int64
}

// Lines returns what reads the lines of content, which is not compressed.
func (r *Reader) Lines(content io.Reader) *Lines {
	return &Lines{bufio.NewReaderSize(content, bufferSize), orDefault(r.MaxLine, r.limit())}
}

// Next returns the next line with its end, and how many bytes it has. A line
// over the limit is read to its end and reported as [ErrTooLong], with what it
// begins with. The last line comes with io.EOF, and is empty after a line end.
func (l *Lines) Next() (line []byte, length int64, err error) {
	tooLong := false
	for {
		piece, err := l.source.ReadSlice('\n')
		length += int64(len(piece))
		if tooLong = tooLong || length > l.limit; !tooLong || len(line) == 0 {
			line = append(line, piece...)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if tooLong && (err == nil || err == io.EOF) {
			return line, length, fmt.Errorf("%w of %s", ErrTooLong, size(l.limit))
		}
		return line, length, err
	}
}
