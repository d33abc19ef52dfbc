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

// readRecords yields the records of a JSON Lines file, each with its id as its
// name, or file:line when it has none. A bad record is an [Error] named
// file:line; the next line goes on. Empty lines are skipped, and a file
// without records gives none: it may be an empty part of a large job.
func (r *Reader) readRecords(ctx context.Context, file string, content io.Reader, yield func(Input, error) bool) bool {
	lines := bufio.NewReaderSize(content, bufferSize)
	for number := 1; ; number++ {
		line, readErr := readLine(lines, r.limit())
		if ctx.Err() != nil {
			return false
		}
		if number == 1 {
			line = bytes.TrimPrefix(line, []byte(markUTF8))
		}
		name := fmt.Sprintf("%s:%d", file, number)
		failed := func(err error) error { return &Error{Name: name, Err: err, File: file, Line: number} }
		switch line = bytes.TrimSpace(line); {
		case errors.Is(readErr, ErrTooLarge):
			if !yield(Input{}, failed(readErr)) {
				return false
			}
			continue
		case readErr != nil && readErr != io.EOF:
			return yield(Input{}, failed(plain(readErr)))
		case len(line) > 0:
			input, err := r.parseRecord(name, line)
			if err != nil {
				err = failed(err)
			}
			input.File, input.Line = file, number
			if !yield(input, err) {
				return false
			}
		}
		if readErr == io.EOF {
			return true
		}
	}
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

// readLine returns the next line with its end. A line over limit bytes is read
// to its end, given up and reported as [ErrTooLarge].
func readLine(lines *bufio.Reader, limit int64) ([]byte, error) {
	var line []byte
	tooLong := false
	for {
		piece, err := lines.ReadSlice('\n')
		if tooLong = tooLong || int64(len(line)+len(piece)) > limit; !tooLong {
			line = append(line, piece...)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if tooLong && (err == nil || err == io.EOF) {
			return nil, fmt.Errorf("a line %w of %s", ErrTooLarge, size(limit))
		}
		return line, err
	}
}
