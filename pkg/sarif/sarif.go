// Package sarif takes findings and gives a log of SARIF 2.1.0 (OASIS), which
// code scanning and editors read. It has the parts that we write; a library for
// the whole of the standard would bring more code than these few records.
package sarif

import (
	"bytes"
	"net/url"

	"github.com/whosaid/whosaid/pkg/encode"
)

// Rule is a kind of finding.
type Rule struct {
	ID, Text string
	Level    string // of its findings, unless they say otherwise; empty to leave it out
}

// Result is one finding.
type Result struct {
	Rule, Level, Message string
	Place                Place
	Related              *Place // what the finding compares the place with; nil for nothing
}

// Place is a stretch of a file. Lines and columns count from 1, columns in code
// points; line 0 stands for the whole file, column 0 for whole lines.
type Place struct {
	File                                       string
	StartLine, StartColumn, EndLine, EndColumn int
}

type (
	logFile struct {
		Schema  string `json:"$schema"`
		Version string `json:"version"`
		Runs    []run  `json:"runs"`
	}
	run struct {
		Tool       tool     `json:"tool"`
		ColumnKind string   `json:"columnKind"`
		Results    []result `json:"results"`
	}
	tool struct {
		Driver driver `json:"driver"`
	}
	driver struct {
		Name    string `json:"name"`
		Version string `json:"version,omitempty"`
		Rules   []rule `json:"rules"`
	}
	rule struct {
		ID    string    `json:"id"`
		Short text      `json:"shortDescription"`
		Level *settings `json:"defaultConfiguration,omitempty"`
	}
	settings struct {
		Level string `json:"level"`
	}
	text struct {
		Text string `json:"text"`
	}
	result struct {
		RuleID    string     `json:"ruleId"`
		Level     string     `json:"level"`
		Message   text       `json:"message"`
		Locations []location `json:"locations"`
		Related   []location `json:"relatedLocations,omitempty"`
	}
	location struct {
		ID       int      `json:"id,omitempty"`
		Physical physical `json:"physicalLocation"`
		Message  *text    `json:"message,omitempty"`
	}
	physical struct {
		Artifact artifact `json:"artifactLocation"`
		Region   *region  `json:"region,omitempty"`
	}
	artifact struct {
		URI string `json:"uri"`
	}
	region struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn,omitempty"`
		EndLine     int `json:"endLine"`
		EndColumn   int `json:"endColumn,omitempty"`
	}
)

// Write writes the log of one run of whosaid; version may be empty.
func Write(out *bytes.Buffer, version string, rules []Rule, results []Result) error {
	one := run{ColumnKind: "unicodeCodePoints", Results: []result{}}
	one.Tool.Driver = driver{Name: "whosaid", Version: version, Rules: []rule{}}
	for _, r := range rules {
		written := rule{ID: r.ID, Short: text{r.Text}}
		if r.Level != "" {
			written.Level = &settings{r.Level}
		}
		one.Tool.Driver.Rules = append(one.Tool.Driver.Rules, written)
	}
	for _, r := range results {
		written := result{RuleID: r.Rule, Level: r.Level, Message: text{r.Message}, Locations: []location{r.Place.location()}}
		if r.Related != nil {
			related := r.Related.location()
			related.ID, related.Message = 1, &text{"what it is compared with"}
			written.Related = []location{related}
		}
		one.Results = append(one.Results, written)
	}
	return encode.WriteJSON(out, logFile{
		Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0", Runs: []run{one},
	}, "  ")
}

func (p *Place) location() location {
	file := url.URL{Path: p.File}
	at := location{Physical: physical{Artifact: artifact{URI: file.String()}}}
	if p.StartLine > 0 {
		at.Physical.Region = &region{p.StartLine, p.StartColumn, p.EndLine, p.EndColumn}
	}
	return at
}
