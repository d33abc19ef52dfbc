package ingest

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// answer is what one line of JSON Lines gave.
type answer struct {
	Name, Text, Title, Fields, Err string
	Line                           int
}

// records reads data as JSON Lines.
func records(t *testing.T, data []byte) []answer {
	t.Helper()
	r := &Reader{Format: JSONL, Keep: true, Stdin: bytes.NewReader(data), StdinName: "feed"}
	var answers []answer
	for in, err := range r.Inputs(t.Context(), []string{Stdin}) {
		one := answer{Name: in.Name, Text: in.Text, Title: in.Title, Fields: string(in.Fields), Line: in.Line}
		if err != nil {
			var fault *Error
			if !errors.As(err, &fault) || fault.File != "feed" {
				t.Fatalf("%#v is no error of a record", err)
			}
			one = answer{Err: err.Error(), Line: fault.Line}
		}
		answers = append(answers, one)
	}
	return answers
}

// FuzzRecords reads any bytes as JSON Lines: each line that is not blank gives
// one text or one error, and no line has a say in what another gives.
func FuzzRecords(f *testing.F) {
	for _, seed := range []string{
		"", "\n\n", "\ufeff" + `{"id":"a","text":"“No,” she said."}` + "\r\n" + `{"text":"B","title":"T","x":[1,{"y":null}]}`,
		`{"id":17,"text":"C\r\n\ud83d\ude00 \ud800"}`, `{"id":null,"text":7}`, `[]`, `null`, `{"text":"a","text":"b","Text":"c"}`,
		"{\"text\":\"\xff\x00\"}", `{"text":" "}`, `{"te`, "\u2028" + `{"text":"a"}` + "\v\n\x85\n", strings.Repeat(`{"a":`, 20), `{"text":"\u0000"}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		answers := records(t, data)
		at := 0
		for i, line := range bytes.Split(data, []byte("\n")) {
			if i == 0 {
				line = bytes.TrimPrefix(line, []byte(markUTF8))
			}
			if len(bytes.TrimSpace(line)) == 0 {
				continue
			}
			if at == len(answers) {
				t.Fatalf("line %d gave nothing", i+1)
			}
			got := answers[at]
			at++
			if got.Line != i+1 {
				t.Fatalf("line %d gave the answer of line %d", i+1, got.Line)
			}
			checkRecord(t, line, got)
		}
		if at != len(answers) {
			t.Fatalf("%d answers for %d lines", len(answers), at)
		}
	})
}

// checkRecord holds the answer to one line against what another reading of that
// line alone gives.
func checkRecord(t *testing.T, line []byte, got answer) {
	t.Helper()
	line = bytes.TrimSpace(line)
	// On the second line, for the first may lose a byte order mark.
	if alone := records(t, append([]byte("\n"), line...)); len(alone) != 1 {
		t.Fatalf("%q alone gives %d answers", line, len(alone))
	} else if got.Err == "" && (alone[0].Text != got.Text || alone[0].Fields != got.Fields || alone[0].Title != got.Title) {
		t.Fatalf("%q alone gives another answer:\n%s", line, cmp.Diff(got, alone[0]))
	}
	var record map[string]any
	decoder := json.NewDecoder(bytes.NewReader(line))
	decoder.UseNumber()
	err := decoder.Decode(&record)
	text, isText := record["text"].(string)
	if isSound := err == nil && json.Valid(line) && isText && !isBlank(text); isSound != (got.Err == "") {
		t.Fatalf("%q: error %q, and read otherwise %v, %v", line, got.Err, record, err)
	}
	if got.Err != "" {
		if strings.ContainsAny(got.Err, "\n\r") {
			t.Fatalf("the error has several lines: %q", got.Err)
		}
		return
	}
	if got.Text != text || !utf8.ValidString(got.Text) || !utf8.ValidString(got.Name) {
		t.Fatalf("%q became %q of %q", line, got.Text, got.Name)
	}
	delete(record, "text")
	var fields map[string]any
	decoder = json.NewDecoder(strings.NewReader(got.Fields))
	decoder.UseNumber()
	if err := decoder.Decode(&fields); err != nil {
		t.Fatalf("the other fields of %q are %q: %v", line, got.Fields, err)
	}
	if diff := cmp.Diff(record, fields); diff != "" {
		t.Fatalf("the other fields of %q:\n%s", line, diff)
	}
}
