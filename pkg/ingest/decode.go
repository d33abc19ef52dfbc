package ingest

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// Byte order marks, as a file starts with them.
const (
	markUTF8    = "\xef\xbb\xbf"
	markUTF16LE = "\xff\xfe"
	markUTF16BE = "\xfe\xff"
)

// Decode gives the text of a file's bytes as valid UTF-8, without its byte
// order mark and otherwise as it was written: line ends stay.
//
// A byte order mark decides for UTF-8 or UTF-16. Without one the bytes are
// UTF-8 if they can be. If not, they are a UTF-8 text with damage when more of
// its characters are sound than broken, and what is broken becomes U+FFFD;
// otherwise they are Windows-1252, which holds Latin-1. English needs no more
// guessing than that, so no library of guesses is asked: in a page of ASCII,
// one curly quote is all the evidence that it would have.
//
// Bytes that are no text are refused with [ErrBinary].
func Decode(data []byte) (string, error) {
	if kind := documentKind(data); kind != "" {
		return "", fmt.Errorf("%w but %s: save it as plain text first", ErrBinary, kind)
	}
	var text []byte
	var err error
	switch {
	case bytes.HasPrefix(data, []byte(markUTF16LE)), bytes.HasPrefix(data, []byte(markUTF16BE)):
		text, err = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(data)
	case utf8.Valid(data), bytes.HasPrefix(data, []byte(markUTF8)), isMostlyUTF8(data):
		text = bytes.ToValidUTF8(bytes.TrimPrefix(data, []byte(markUTF8)), []byte("\uFFFD"))
	case hasManyControls(data):
		err = errors.New("it is full of control characters")
	default:
		text, err = charmap.Windows1252.NewDecoder().Bytes(data)
	}
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrBinary, err)
	}
	if at := bytes.IndexByte(text, 0); at >= 0 {
		return "", fmt.Errorf("%w: character %d is NUL", ErrBinary, utf8.RuneCount(text[:at])+1)
	}
	return string(text), nil
}

// documentKind names the formats that look like text to a program and not to
// a person, and are often given by mistake.
func documentKind(data []byte) string {
	head := string(data[:min(len(data), 8)])
	switch {
	case strings.HasPrefix(head, "%PDF-"):
		return "a PDF"
	case strings.HasPrefix(head, `{\rtf`):
		return "a rich text document (RTF)"
	case strings.HasPrefix(head, "PK\x03\x04"):
		return "a ZIP archive, as Word and OpenDocument files are"
	}
	return ""
}

// isMostlyUTF8 reports whether data holds more whole characters of two bytes
// and longer than bytes that fit nowhere. Windows-1252 text passes by accident
// alone: its quotation marks and accents are single bytes among ASCII.
func isMostlyUTF8(data []byte) bool {
	whole, broken := 0, 0
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		c, width := utf8.DecodeRune(data[i:])
		if c == utf8.RuneError && width == 1 {
			broken++
		} else {
			whole++
		}
		i += width
	}
	return whole > broken
}

// hasManyControls reports whether bytes that are not UTF-8 hold more control
// characters than a text does. One byte in ten of compressed data is one; a
// text has hardly any but line ends and tabs.
func hasManyControls(data []byte) bool {
	const maxShare = 50 // one control character in so many bytes
	controls := 0
	for _, b := range data {
		if b < ' ' && !strings.ContainsRune("\t\n\v\f\r\x1a\x1b", rune(b)) {
			controls++
		}
	}
	return controls*maxShare > len(data)
}
