package cli

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/pflag"
	"gopkg.in/yaml.v3"

	"github.com/whosaid/whosaid/pkg/encode"
	"github.com/whosaid/whosaid/pkg/verify"
)

// hostileReport has strings that YAML, terminals and workflow commands could
// take for more than text.
func hostileReport() verify.Report {
	place := verify.Place{
		Input: "a: b,\x1b[31m.txt", Line: 1, Column: 2, EndLine: 1, EndColumn: 9, End: 7,
		Text: "no\n- \"yes\" 'x' #y \u202e😀 % ::error::", Speaker: new("null"), Said: "no\n::error::",
	}
	return verify.NewReport("- a: [b]", []verify.Finding{{
		Verdict: verify.Altered, Speaker: verify.SameSpeaker, Share: 0.75, Draft: place, Source: &place,
		Edits:   []verify.Edit{{Kind: verify.Brackets, Draft: "[x]", Source: "{y}"}, {Kind: verify.Ellipsis}},
		Diff:    []verify.Piece{{Kind: verify.Changed, Draft: "true", Source: "1e3"}},
		Message: "a\n::error file=x::b",
	}})
}

func TestYAMLOfReportsReadsAsTheirJSON(t *testing.T) {
	for name, report := range map[string]any{
		"full":  hostileReport(),
		"empty": verify.NewReport("none.txt", nil),
		"diff":  verify.Diff{Changes: []verify.Change{{Edits: []verify.Edit{}, Diff: []verify.Piece{}}}},
		"lists": [][]int{{1, 2}, {}, {3}},
	} {
		var inYAML, inJSON bytes.Buffer
		if err := writeYAML(&inYAML, report); err != nil {
			t.Fatal(err)
		}
		if err := encode.WriteJSON(&inJSON, report, ""); err != nil {
			t.Fatal(err)
		}
		var got, want any
		if err := yaml.Unmarshal(inYAML.Bytes(), &got); err != nil {
			t.Fatalf("%s: %v\n%s", name, err, &inYAML)
		}
		// JSON is YAML, so that both go the same way.
		if err := yaml.Unmarshal(inJSON.Bytes(), &want); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s\n%s", name, diff, &inYAML)
		}
	}
}

func TestReportsCannotCommand(t *testing.T) {
	for _, format := range reportFormats() {
		var out bytes.Buffer
		w := newReportWriter(&out, format, verify.Altered)
		if err := w.write(hostileReport()); err != nil {
			t.Fatal(err)
		}
		if err := w.close(); err != nil {
			t.Fatal(err)
		}
		if strings.ContainsAny(out.String(), "\x1b\u202e") {
			t.Errorf("%s steers the terminal: %q", format, &out)
		}
		if strings.Count("\n"+out.String(), "\n::") > 1 {
			t.Errorf("%s holds a second command: %q", format, &out)
		}
		if format == reportSARIF && !json.Valid(out.Bytes()) {
			t.Errorf("%s is no JSON", format)
		}
	}
}

func TestPathsAfterAgainst(t *testing.T) {
	for line, want := range map[string]string{
		"draft --against a b c":                 "draft | a b c",
		"d1 d2 --against a":                     "d1 d2 | a",
		"d1 --against a --against b c":          "d1 | a b c",
		"d1 --against a -q b":                   "d1 | a b",
		"--against a d1 d2":                     "d1 d2 | a",
		"--against a --against b d1 d2":         "d1 d2 | a b",
		"--against=a --quiet d1 --against=b d2": "d1 d2 | a b",
		"d1 --against a -- -b":                  "d1 | a -b",
	} {
		flags := pflag.NewFlagSet("verify", pflag.ContinueOnError)
		a := against{flags: flags}
		flags.Var(&a, "against", "")
		flags.BoolP("quiet", "q", false, "")
		if err := flags.Parse(strings.Fields(line)); err != nil {
			t.Fatal(err)
		}
		drafts, sources := a.divide(flags.Args())
		if got := strings.Join(drafts, " ") + " | " + strings.Join(sources, " "); got != want {
			t.Errorf("%s: %s, want %s", line, got, want)
		}
	}
}
