package ingest

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

func TestDecode(t *testing.T) {
	const page = "“I don’t know,” said José Ávila.\r\n\r\nHe left.\n"
	utf16 := func(order unicode.Endianness) string {
		encoded, err := unicode.UTF16(order, unicode.UseBOM).NewEncoder().String(page)
		if err != nil {
			t.Fatal(err)
		}
		return encoded
	}
	windows, err := charmap.Windows1252.NewEncoder().String(page)
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct{ data, want string }{
		"UTF-8":                          {page, page},
		"UTF-8 with a mark":              {"\ufeff" + page, page},
		"second mark is text":            {"\ufeff\ufeff" + page, "\ufeff" + page},
		"UTF-16, little end first":       {utf16(unicode.LittleEndian), page},
		"UTF-16, big end first":          {utf16(unicode.BigEndian), page},
		"UTF-16 cut in the middle":       {"\xff\xfeA\x00B", "A\ufffd"},
		"Windows-1252":                   {windows, page},
		"Latin-1":                        {"Jos\xe9 said no.", "José said no."},
		"one curly apostrophe":           {"It didn\x92t.", "It didn’t."},
		"UTF-8 with a broken byte":       {"“I don’t\xff know,” he said.", "“I don’t\ufffd know,” he said."},
		"UTF-8 cut in the middle":        {"“I don’t know,” he said. “But\xe2\x80", "“I don’t know,” he said. “But\ufffd"},
		"UTF-8 mark, then a broken byte": {"\xef\xbb\xbfab\xff", "ab\ufffd"},
		"line ends of every kind":        {"a\r\nb\rc\nd\u2028e\u0085f", "a\r\nb\rc\nd\u2028e\u0085f"},
		"control characters but not NUL": {"a\x07b\x1b[31mc", "a\x07b\x1b[31mc"},
		"emoji, joined":                  {"👩‍🚀 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👩‍🚀 🏴󠁧󠁢󠁥󠁮󠁧󠁿"},
		"empty":                          {"", ""},
		"code that Windows-1252 lacks":   {"caf\xe9 \x81", "café \ufffd"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := Decode([]byte(test.data))
			if err != nil {
				t.Fatal(err)
			}
			if got != test.want {
				t.Errorf("got %q\nwant %q", got, test.want)
			}
		})
	}
}

func TestDecodeRefusesWhatIsNoText(t *testing.T) {
	for name, test := range map[string]struct{ data, says string }{
		"NUL":              {"ab\x00cd", "character 3 is NUL"},
		"UTF-16 unmarked":  {"a\x00b\x00", "NUL"},
		"UTF-32":           {"\xff\xfe\x00\x00a\x00\x00\x00", "NUL"},
		"JPEG":             {"\xff\xd8\xff\xe0\x10JFIF\x01\x02\x03\xe4\x05", "control characters"},
		"PDF":              {"%PDF-1.7\n", "a PDF"},
		"word processor":   {"PK\x03\x04mimetype", "Word"},
		"RTF":              {`{\rtf1\ansi Hello}`, "RTF"},
		"packed, no NUL":   {strings.Repeat("\x01\x8f\xb2\xe3\x02\xc5\xf6\x17", 20), "control characters"},
		"NUL far from top": {strings.Repeat("word ", 100_000) + "\x00", "character 500001"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Decode([]byte(test.data))
			if !errors.Is(err, ErrBinary) {
				t.Fatalf("got %v, want ErrBinary", err)
			}
			if !strings.Contains(err.Error(), test.says) {
				t.Errorf("%q does not say %q", err, test.says)
			}
		})
	}
}

func FuzzDecode(f *testing.F) {
	for _, seed := range []string{
		"", "“No,” she said.\r\n", "\ufeffa", "\xff\xfea\x00\x3d\xd8", "\xfe\xff\x00a\xd8", "Jos\xe9", "a\x00", "\x92\xe2\x80\x99\xff",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		before := bytes.Clone(data)
		text, err := Decode(data)
		if !bytes.Equal(before, data) {
			t.Fatal("the input was changed")
		}
		if err != nil {
			if !errors.Is(err, ErrBinary) || text != "" {
				t.Fatalf("got %q and %v", text, err)
			}
			return
		}
		if !utf8.ValidString(text) || strings.Contains(text, "\x00") {
			t.Fatalf("%q is no text", text)
		}
		if utf8.Valid(data) && text != strings.TrimPrefix(string(data), "\ufeff") {
			t.Fatalf("valid UTF-8 was changed: %q became %q", data, text)
		}
		again, err := Decode([]byte("\ufeff" + text))
		if err != nil || again != text {
			t.Fatalf("decoded text does not decode to itself: %q, %v", again, err)
		}
	})
}
