package check

import (
	"bytes"

	"github.com/whosaid/whosaid/pkg/ingest"
	"github.com/whosaid/whosaid/pkg/sarif"
	"github.com/whosaid/whosaid/pkg/span"
)

// sarifReport gathers the findings: a SARIF log is one document.
type sarifReport struct {
	results []sarif.Result
}

func (r *sarifReport) findings(_ *bytes.Buffer, in ingest.Input, index *span.Index, all []Finding) error {
	for _, f := range all {
		at := regionOf(in, index, f)
		r.results = append(r.results, sarif.Result{
			Rule: f.Rule, Level: sarifLevel(f.Level), Message: f.Message,
			Place: sarif.Place{File: in.File, StartLine: at.start.Line, StartColumn: at.start.Column, EndLine: at.end.Line, EndColumn: at.end.Column},
		})
	}
	return nil
}

func (r *sarifReport) finish(out *bytes.Buffer) error {
	var rules []sarif.Rule
	for _, rule := range Rules() {
		rules = append(rules, sarif.Rule{ID: rule.Name, Text: rule.Help, Level: sarifLevel(rule.Level)})
	}
	return sarif.Write(out, "", rules, r.results)
}

// sarifLevel returns the word that SARIF has for a level.
func sarifLevel(l Level) string {
	if l == Info {
		return "note"
	}
	return string(l)
}
