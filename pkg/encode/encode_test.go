package encode

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"

	goccy "github.com/goccy/go-yaml"
	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"

	"github.com/whosaid/whosaid/pkg/article"
)

// dataFormats carry everything that an article holds.
var dataFormats = []Format{YAML, JSON, JSONL}

// sample is an article with every field filled.
func sample() *article.Article {
	text := "Storm Closes “Port”\n\nAna Sá 🌊 warned: “Stay in.\n\n“Wait,” she said.\n"
	at := func(s string) (int, int) {
		start := strings.Index(text, s)
		return start, start + len(s)
	}
	mention := func(s string) article.Mention {
		start, end := at(s)
		return article.Mention{Text: s, Start: start, End: end, Confidence: 0.99}
	}
	cue := func(s string) *article.Cue {
		start, end := at(s)
		return &article.Cue{Text: s, Start: start, End: end}
	}
	port := mention("Port")
	start, _ := at("Stay")
	stayEnd := start + len("Stay in.")
	wait, end := at("Wait,")
	nameStart, nameEnd := at("Ana Sá")
	return &article.Article{
		Schema:  article.Schema,
		Input:   "news/storm.txt",
		Title:   new("Storm Closes “Port”"),
		Byline:  "Lena Grau",
		Date:    "2024-05-03",
		Offsets: article.Byte,
		People: []article.Entity{{ID: "ana-sa", Name: "Ana Sá", Aliases: []string{"Sá", "no"}, Roles: []string{"mayor of Faro, Portugal"},
			Salience: 0.8, Mentions: []article.Mention{mention("Ana Sá")}}},
		Places: []article.Entity{{ID: "port", Name: "Port", Aliases: []string{}, Roles: []string{}, Country: "NO", GeoNames: 2985706,
			Salience: 0.4, Mentions: []article.Mention{port}}},
		Organisations: []article.Entity{},
		Quotes: []article.Quote{
			{ID: "q1", Kind: article.Direct, Text: text[start:end], Start: start, End: end, Parts: [][2]int{{start, stayEnd}, {wait, end}},
				Speaker: &article.Speaker{Name: "Ana Sá", ID: new("ana-sa"), Text: "Ana Sá", Start: nameStart, End: nameEnd},
				Cue:     cue("warned"), Rule: "cue-before", Confidence: 0.9},
			{ID: "q2", Kind: article.Mixed, Text: "Wait,", Start: wait, End: end,
				Speaker: &article.Speaker{Name: "she", Text: "Ana Sá", Start: nameStart, End: nameEnd}, Rule: "cue-after", Confidence: 1},
			{ID: "q3", Kind: article.Mixed, Text: "Wait,", Start: wait, End: end, Rule: "none"},
		},
		Diagnostics: []article.Diagnostic{{Code: "unclosed-quote", Message: `no closing mark for "“"`, Start: start, End: stayEnd}},
		Text:        text,
	}
}

func encoded(t *testing.T, format Format, options Options, articles ...*article.Article) string {
	t.Helper()
	var out bytes.Buffer
	e, err := NewEncoder(&out, format, options)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range articles {
		if err := e.Encode(a); err != nil {
			t.Fatal(err)
		}
	}
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestYAMLReadsWell(t *testing.T) {
	want := `schema: whosaid/v1
input: news/storm.txt
title: Storm Closes “Port”
byline: Lena Grau
date: "2024-05-03"
offsets: rune
people:
  - id: ana-sa
    name: Ana Sá
    aliases: [Sá, "no"]
    roles: ["mayor of Faro, Portugal"]
    salience: 0.8
    mentions:
      - {text: Ana Sá, start: 21, end: 27, confidence: 0.99}
places:
  - id: port
    name: Port
    aliases: []
    roles: []
    country: "NO"
    geonames: 2985706
    salience: 0.4
    mentions:
      - {text: Port, start: 14, end: 18, confidence: 0.99}
organisations: []
quotes:
  - id: q1
    kind: direct
    text: |-
      Stay in.

      “Wait,
    start: 39
    end: 55
    parts: [[39, 47], [50, 55]]
    speaker:
      name: Ana Sá
      id: ana-sa
      text: Ana Sá
      start: 21
      end: 27
    cue: {text: warned, start: 30, end: 36}
    rule: cue-before
    confidence: 0.9
  - id: q2
    kind: mixed
    text: Wait,
    start: 50
    end: 55
    speaker:
      name: she
      id: null
      text: Ana Sá
      start: 21
      end: 27
    cue: null
    rule: cue-after
    confidence: 1
  - id: q3
    kind: mixed
    text: Wait,
    start: 50
    end: 55
    speaker: null
    cue: null
    rule: none
    confidence: 0
diagnostics:
  - {code: unclosed-quote, message: no closing mark for "“", start: 39, end: 47}
text: |
  Storm Closes “Port”

  Ana Sá 🌊 warned: “Stay in.

  “Wait,” she said.
`
	if diff := cmp.Diff(want, encoded(t, YAML, Options{Text: true}, sample())); diff != "" {
		t.Error(diff)
	}
}

func TestJSONLIsOneLineAndNotHTML(t *testing.T) {
	a := sample()
	a.Input = "<a> & b"
	got := encoded(t, JSONL, Options{}, a, a)
	lines := strings.SplitAfter(got, "\n")
	if len(lines) != 3 || lines[0] != lines[1] || lines[2] != "" {
		t.Fatalf("two articles gave %d lines: %s", len(lines)-1, got)
	}
	if want := `{"schema":"whosaid/v1","input":"<a> & b","title":"Storm Closes “Port”","byline":"Lena Grau","date":"2024-05-03","offsets":"rune","people":[{"id"`; !strings.HasPrefix(got, want) {
		t.Errorf("got %.120s", got)
	}
}

func TestJSONIsIndented(t *testing.T) {
	if want := "{\n  \"schema\": \"whosaid/v1\",\n  \"input\""; !strings.HasPrefix(encoded(t, JSON, Options{}, sample()), want) {
		t.Errorf("does not start with %s", want)
	}
}

// TestFormatsCarryTheSameData reads every format back, into the types and into
// plain maps.
func TestFormatsCarryTheSameData(t *testing.T) {
	for _, unit := range []article.Unit{article.Rune, article.Byte, article.UTF16} {
		for _, withText := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s text %t", unit, withText), func(t *testing.T) {
				checkRoundTrip(t, sample(), Options{Offsets: unit, Text: withText})
			})
		}
	}
}

// TestSampleIsFull makes sure that a field added to the types is in the sample,
// so that the tests above see whether each format writes it.
func TestSampleIsFull(t *testing.T) {
	empty := map[string]bool{}
	var walk func(path string, v reflect.Value)
	walk = func(path string, v reflect.Value) {
		switch v.Kind() {
		case reflect.Pointer:
			if !v.IsNil() {
				walk(path, v.Elem())
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(path, v.Index(i))
			}
		case reflect.Struct:
			for i := range v.NumField() {
				name := v.Type().String() + "." + v.Type().Field(i).Name
				isEmpty, seen := empty[name]
				empty[name] = v.Field(i).IsZero() && (!seen || isEmpty)
				walk(name, v.Field(i))
			}
		}
	}
	walk("", reflect.ValueOf(*sample()))
	for name, isEmpty := range empty {
		if isEmpty {
			t.Errorf("no record of the sample fills %s", name)
		}
	}
}

// checkRoundTrip writes a twice in every format, reads that with independent
// parsers and compares.
func checkRoundTrip(t *testing.T, a *article.Article, options Options) {
	t.Helper()
	want := a.InUnit(options.Offsets)
	if !options.Text {
		want.Text = ""
	}
	var first any
	for _, format := range dataFormats {
		out := encoded(t, format, options, a, a)
		if at := strings.IndexFunc(out, func(c rune) bool { return isHidden(c) && c != '\n' && c != '\t' }); at >= 0 {
			t.Fatalf("%s shows a hidden character: %q", format, out[at:min(len(out), at+10)])
		}
		typed, plain := parsed[article.Article](t, format, out), parsed[map[string]any](t, format, out)
		if format == YAML {
			// It is no descendant of libyaml, as yaml.v3 is, and shares none of
			// its habits.
			plain = append(plain, decoded[map[string]any](t, "goccy/go-yaml", goccy.NewDecoder(strings.NewReader(out)).Decode, out)...)
		}
		if len(typed) != 2 || len(plain)%2 != 0 {
			t.Fatalf("%s holds %d documents, want 2:\n%s", format, len(typed), out)
		}
		for i := range typed {
			if !reflect.DeepEqual(want, &typed[i]) { // which is fast, and cmp tells where
				t.Fatalf("%s, document %d:\n%s\n%s", format, i, cmp.Diff(want, &typed[i]), out)
			}
		}
		for i := range plain {
			got := normal(plain[i])
			if first == nil {
				first = got
			}
			if !reflect.DeepEqual(first, got) {
				t.Fatalf("%s, reading %d, differs from %s:\n%s\n%s", format, i, dataFormats[0], cmp.Diff(first, got), out)
			}
		}
	}
}

// parsed reads a stream of documents, refusing keys that T does not know.
func parsed[T any](t *testing.T, format Format, stream string) []T {
	t.Helper()
	if format == YAML {
		d := yaml.NewDecoder(strings.NewReader(stream))
		d.KnownFields(true)
		return decoded[T](t, "yaml.v3", d.Decode, stream)
	}
	d := json.NewDecoder(strings.NewReader(stream))
	d.DisallowUnknownFields()
	return decoded[T](t, "encoding/json", d.Decode, stream)
}

// decoded gathers what a parser gives one document at a time.
func decoded[T any](t *testing.T, parser string, decode func(any) error, stream string) []T {
	t.Helper()
	var all []T
	for {
		var one T
		if err := decode(&one); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatalf("%s does not parse: %v\n%s", parser, err, stream)
		}
		all = append(all, one)
	}
}

// normal gives numbers one type and keeps every other type, so that a string
// that a parser took for a number or a date is seen.
func normal(v any) any {
	switch v := v.(type) {
	case int:
		return float64(v)
	case uint64: // as goccy/go-yaml reads whole numbers
		return float64(v)
	case []any:
		out := make([]any, len(v))
		for i := range v {
			out[i] = normal(v[i])
		}
		return out
	case map[string]any:
		out := map[string]any{}
		for key := range v {
			out[key] = normal(v[key])
		}
		return out
	}
	return v
}

func TestEncodeLeavesTheArticle(t *testing.T) {
	a := sample()
	for _, format := range Formats() {
		encoded(t, format, Options{Tokenise: byBlanks}, a)
	}
	if diff := cmp.Diff(sample(), a); diff != "" {
		t.Error(diff)
	}
}

func TestUnknownFormat(t *testing.T) {
	if _, err := NewEncoder(io.Discard, "xml", Options{}); err == nil {
		t.Error("no error for a format that does not exist")
	}
	if _, err := NewEncoder(io.Discard, CoNLL, Options{}); err == nil {
		t.Error("no error for tokens that nobody finds")
	}
}

// oneWrite fails the second time.
type oneWrite struct{ writes int }

func (w *oneWrite) Write(p []byte) (int, error) {
	if w.writes++; w.writes > 1 {
		return 0, io.ErrShortWrite
	}
	return len(p), nil
}

func TestEachArticleIsOneWrite(t *testing.T) {
	several := slices.DeleteFunc(Formats(), func(f Format) bool { return f == Brat }) // which holds one article
	for _, format := range several {
		e, err := NewEncoder(&oneWrite{}, format, Options{Text: true, Tokenise: byBlanks})
		if err != nil {
			t.Fatal(err)
		}
		if err := e.Encode(sample()); err != nil {
			t.Errorf("%s: first article: %v", format, err)
		}
		if err := e.Encode(sample()); !errors.Is(err, io.ErrShortWrite) {
			t.Errorf("%s: second article: %v", format, err)
		}
		if err := e.Close(); err != nil {
			t.Errorf("%s: Close tells again: %v", format, err)
		}
	}
}

func TestVisible(t *testing.T) {
	for in, want := range map[string]string{
		"plain é 🌊":          "plain é 🌊",
		"a\nb\rc\td":         `a\nb\rc\td`,
		"\x1b[31mred":        `\x1b[31mred`,
		"\x1b]52;c;aGk=\x07": `\x1b]52;c;aGk=\x07`,
		"\u202egpj.exe":      `\u202egpj.exe`,
		"\u009b2J":           `\x9b2J`,
		"bad \xff byte":      "bad \ufffd byte",
	} {
		if got := Visible(in); got != want {
			t.Errorf("Visible(%q) = %q, want %q", in, got, want)
		}
	}
}

func BenchmarkEncode(b *testing.B) {
	a := sample()
	a.Quotes = slices.Repeat(a.Quotes, 10)
	a.People = slices.Repeat(a.People, 10)
	for _, format := range []Format{YAML, JSON, JSONL, CSV, View, HTML, GitHub, CoNLL} {
		b.Run(string(format), func(b *testing.B) {
			e, err := NewEncoder(io.Discard, format, Options{Tokenise: byBlanks})
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				if err := e.Encode(a); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
