package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"

	"github.com/whosaid/whosaid/pkg/ingest"
)

// FuzzRun sends texts through the whole program: any number of workers prints
// the same bytes, every data format carries the same data, and every start and
// end gives back its text. The texts are divided by form feeds.
func FuzzRun(f *testing.F) {
	// The beginning of an article says as much to the fuzzer as the whole, which
	// would keep it at a few runs a second.
	const seedBytes = 300
	for path, err := range ingest.Expand("../../testdata/articles/*_*.txt") {
		if err != nil {
			f.Fatal(err)
		}
		for in, err := range (&ingest.Reader{}).Inputs(f.Context(), []string{path}) {
			if err != nil {
				f.Fatal(err)
			}
			f.Add(in.Text[:min(len(in.Text), seedBytes)])
		}
	}
	for _, seed := range []string{
		"“No,” she said.\f\f“Yes,” said Ana.\f", "\xff\f“\f”", "a\u2028b\x00c\f\x1b[31m“Red,” he said", "😀 “🏴󠁧󠁢󠁥󠁮󠁧󠁿,” said Ana Sá.",
		"“NO,” said Norway.\f“1e3 << yes,” ~ said.", strings.Repeat("“a” said B. ", 30),
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var records bytes.Buffer
		for _, one := range strings.Split(strings.ToValidUTF8(text, "\ufffd"), "\f") {
			line, err := json.Marshal(map[string]string{"text": one})
			if err != nil {
				t.Fatal(err)
			}
			records.Write(append(line, '\n'))
		}
		printed := func(format string, more ...string) result {
			args := append([]string{"-i", "jsonl", "--text", "--all-quoted", "-o", format}, more...)
			got := runWith(t.Context(), records.String(), args...)
			if got.code == ExitBug || strings.Contains(got.err, "bug") {
				t.Fatalf("%v: code %d: %s", args, got.code, got.err)
			}
			return got
		}
		one, many := printed("jsonl", "-j", "1"), printed("jsonl", "-j", "5")
		if one != many {
			t.Fatalf("one worker and five differ:\n%s", cmp.Diff(one.out+one.err, many.out+many.err))
		}
		want := documents(t, json.NewDecoder(strings.NewReader(one.out)).Decode)
		if got := documents(t, yaml.NewDecoder(strings.NewReader(printed("yaml").out)).Decode); !reflect.DeepEqual(want, got) {
			t.Fatalf("yaml differs from jsonl:\n%s", cmp.Diff(want, got))
		}
		checkDocuments(t, "rune", want)
		// A third run is enough for what is left: another format, another unit.
		unit := []string{"byte", "utf16"}[len(text)%2]
		got := documents(t, json.NewDecoder(strings.NewReader(printed("json", "--offsets", unit).out)).Decode)
		checkDocuments(t, unit, got)
		if diff := cmp.Diff(withoutOffsets(want), withoutOffsets(got)); diff != "" {
			t.Fatalf("json differs from jsonl:\n%s", diff)
		}
	})
}

// withoutOffsets returns a copy of a value without what depends on the unit.
func withoutOffsets(v any) any {
	switch v := v.(type) {
	case []map[string]any:
		list := make([]any, len(v))
		for i := range v {
			list[i] = withoutOffsets(v[i])
		}
		return list
	case []any:
		list := make([]any, len(v))
		for i := range v {
			list[i] = withoutOffsets(v[i])
		}
		return list
	case map[string]any:
		rest := map[string]any{}
		for key := range v {
			switch key {
			case "start", "end", "parts", "offsets":
			default:
				rest[key] = withoutOffsets(v[key])
			}
		}
		return rest
	}
	return v
}

// checkDocuments checks the spans of articles that carry their text.
func checkDocuments(t *testing.T, unit string, all []map[string]any) {
	t.Helper()
	for i, document := range all {
		checkSpans(t, fmt.Sprintf("document %d in %ss", i, unit), document, units[unit](document["text"].(string)))
	}
}

// units gives, for each unit of offsets, the text as a list of its units.
var units = map[string]func(string) []string{
	"rune": func(text string) []string { return strings.Split(text, "") },
	"byte": func(text string) []string {
		units := make([]string, len(text))
		for i := range units {
			units[i] = text[i : i+1]
		}
		return units
	},
	"utf16": func(text string) []string {
		var units []string
		for _, c := range text {
			units = append(units, string(c))
			if utf8.RuneLen(c) == utf8.UTFMax { // takes two, of which we write one
				units = append(units, "")
			}
		}
		return units
	},
}

// documents reads a stream, with one type for all numbers.
func documents(t *testing.T, decode func(any) error) []map[string]any {
	t.Helper()
	var all []map[string]any
	for {
		var document map[string]any
		if err := decode(&document); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, normal(document).(map[string]any))
	}
}

func normal(v any) any {
	switch v := v.(type) {
	case int:
		return float64(v)
	case []any:
		for i := range v {
			v[i] = normal(v[i])
		}
	case map[string]any:
		for key := range v {
			v[key] = normal(v[key])
		}
	}
	return v
}

// checkSpans looks for records with a start, an end and a text, wherever they
// are, and compares that with the units of the whole text.
func checkSpans(t *testing.T, where string, v any, units []string) {
	t.Helper()
	switch v := v.(type) {
	case []any:
		for i := range v {
			checkSpans(t, fmt.Sprintf("%s[%d]", where, i), v[i], units)
		}
	case map[string]any:
		for key := range v {
			checkSpans(t, filepath.Join(where, key), v[key], units)
		}
		start, isSpan := v["start"].(float64)
		text, hasText := v["text"].(string)
		if !isSpan || !hasText {
			return
		}
		if got := strings.Join(units[int(start):int(v["end"].(float64))], ""); got != text {
			t.Errorf("%s: %q where the text says %q", where, text, got)
		}
	}
}
