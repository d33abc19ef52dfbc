package encode

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/whosaid/whosaid/pkg/article"
)

type jsonFormat struct {
	noFrame
	options Options
	indent  string
}

func (f jsonFormat) article(out *bytes.Buffer, a *article.Article, with With) error {
	view := f.options.view(a, with.Text)
	if with.Fields == nil {
		return WriteJSON(out, view, f.indent)
	}
	var own bytes.Buffer
	if err := WriteJSON(&own, view, ""); err != nil {
		return err
	}
	joined, err := joinObjects(bytes.TrimSpace(own.Bytes()), with.Fields)
	if err != nil {
		return fmt.Errorf("fields to keep: %w", err)
	}
	return WriteJSON(out, json.RawMessage(joined), f.indent)
}

// joinObjects returns one JSON object with the fields of two, those of the
// first in the first place and, where both have one, alone. The text of an
// article is its own even where it is not written.
func joinObjects(own, more []byte) ([]byte, error) {
	written, _, err := members(own)
	if err != nil {
		return nil, err
	}
	names, values, err := members(more)
	if err != nil {
		return nil, err
	}
	joined := bytes.TrimSuffix(own, []byte("}"))
	for i, name := range names {
		if name == "text" || slices.Contains(written, name) {
			continue
		}
		quoted, err := json.Marshal(name)
		if err != nil {
			return nil, err
		}
		joined = append(joined, ',')
		joined = append(joined, quoted...)
		joined = append(joined, ':')
		joined = append(joined, values[i]...)
	}
	return append(joined, '}'), nil
}

// members returns the fields of a JSON object in their order.
func members(object []byte) (names []string, values []json.RawMessage, err error) {
	decoder := json.NewDecoder(bytes.NewReader(object))
	if _, err := decoder.Token(); err != nil {
		return nil, nil, err
	}
	for decoder.More() {
		token, err := decoder.Token()
		if err != nil {
			return nil, nil, err
		}
		name, ok := token.(string)
		if !ok {
			return nil, nil, fmt.Errorf("%v is no name of a field", token)
		}
		var value json.RawMessage
		if err := decoder.Decode(&value); err != nil {
			return nil, nil, err
		}
		names, values = append(names, name), append(values, value)
	}
	return names, values, nil
}

// WriteJSON writes value as JSON and a line end, its lines indented by indent;
// an empty indent makes it one line. Unlike the standard library it
// leaves <, > and & as they are and escapes what [isHidden] names.
func WriteJSON(out *bytes.Buffer, value any, indent string) error {
	var plain bytes.Buffer
	encoder := json.NewEncoder(&plain)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", indent)
	if err := encoder.Encode(value); err != nil {
		return err
	}
	// Outside its strings JSON is ASCII, and inside them the library has
	// escaped the ASCII controls but the last, so what is hidden can be escaped
	// wherever it stands. All of it lies in the first 65,536 code points.
	const lastControl = 0x7f
	text, written := plain.Bytes(), 0
	for i := 0; i < len(text); {
		if text[i] < lastControl {
			i++
			continue
		}
		c, size := utf8.DecodeRune(text[i:])
		if isHidden(c) || c == utf8.RuneError && size == 1 { // a kept field may hold bytes that are no UTF-8
			out.Write(text[written:i])
			fmt.Fprintf(out, `\u%04x`, c)
			written = i + size
		}
		i += size
	}
	out.Write(text[written:])
	return nil
}
