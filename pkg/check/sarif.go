package check

import (
	"bytes"
	"net/url"

	"github.com/whosaid/whosaid/pkg/encode"
	"github.com/whosaid/whosaid/pkg/ingest"
	"github.com/whosaid/whosaid/pkg/span"
)

// The parts of SARIF 2.1.0 (OASIS) that we write; a library for the whole of it
// would bring more code than these few records.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name  string      `json:"name"`
		Rules []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID    string        `json:"id"`
		Short sarifText     `json:"shortDescription"`
		Level sarifSettings `json:"defaultConfiguration"`
	}
	sarifSettings struct {
		Level string `json:"level"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID    string          `json:"ruleId"`
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations"`
	}
	sarifLocation struct {
		Physical sarifPhysical `json:"physicalLocation"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn,omitempty"`
		EndLine     int `json:"endLine"`
		EndColumn   int `json:"endColumn,omitempty"`
	}
)

// sarifReport gathers the findings: a SARIF log is one document.
type sarifReport struct {
	results []sarifResult
}

func (r *sarifReport) findings(_ *bytes.Buffer, in ingest.Input, index *span.Index, all []Finding) error {
	for _, f := range all {
		file := url.URL{Path: in.File}
		place := sarifPhysical{Artifact: sarifArtifact{URI: file.String()}}
		if at := regionOf(in, index, f); at.start.Line > 0 {
			place.Region = &sarifRegion{at.start.Line, at.start.Column, at.end.Line, at.end.Column}
		}
		r.results = append(r.results, sarifResult{
			RuleID: f.Rule, Level: sarifLevel(f.Level), Message: sarifText{f.Message}, Locations: []sarifLocation{{place}},
		})
	}
	return nil
}

func (r *sarifReport) finish(out *bytes.Buffer) error {
	driver := sarifDriver{Name: "whosaid"}
	for _, rule := range Rules() {
		driver.Rules = append(driver.Rules, sarifRule{rule.Name, sarifText{rule.Help}, sarifSettings{sarifLevel(rule.Level)}})
	}
	return encode.WriteJSON(out, sarifLog{
		Schema:  "https://json.schemastore.org/sarif-2.1.0.json",
		Version: "2.1.0",
		Runs: []sarifRun{{
			Tool:       sarifTool{driver},
			ColumnKind: "unicodeCodePoints",
			Results:    append([]sarifResult{}, r.results...),
		}},
	}, "  ")
}

// sarifLevel returns the word that SARIF has for a level.
func sarifLevel(l Level) string {
	if l == Info {
		return "note"
	}
	return string(l)
}
