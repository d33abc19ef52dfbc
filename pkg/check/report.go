package check

import (
	"bytes"
	"fmt"
	"io"

	"github.com/whosaid/whosaid/pkg/encode"
	"github.com/whosaid/whosaid/pkg/ingest"
	"github.com/whosaid/whosaid/pkg/span"
)

// Format is one way to write findings.
type Format string

const (
	Text   Format = "text"   // path:line:column: level: message [rule]
	JSON   Format = "json"   // one object a line
	GitHub Format = "github" // annotations of GitHub Actions
	SARIF  Format = "sarif"  // one document of SARIF 2.1.0
)

// Formats lists the values of [Format], the default first.
func Formats() []Format { return []Format{Text, JSON, GitHub, SARIF} }

// Reporter writes findings to one stream, those of an article by a single call
// of Write.
type Reporter struct {
	out    io.Writer
	format reportFormat
}

// reportFormat is one format. It writes to memory.
type reportFormat interface {
	findings(out *bytes.Buffer, in ingest.Input, index *span.Index, all []Finding) error
	finish(out *bytes.Buffer) error
}

// NewReporter returns a reporter that writes to out. The only error is a format
// that does not exist.
func NewReporter(out io.Writer, format Format) (*Reporter, error) {
	formats := map[Format]reportFormat{Text: textReport{}, JSON: jsonReport{}, GitHub: githubReport{}, SARIF: &sarifReport{}}
	if formats[format] == nil {
		return nil, fmt.Errorf("unknown output format %q", format)
	}
	return &Reporter{out: out, format: formats[format]}, nil
}

// Report writes the findings in an input, in its text.
func (r *Reporter) Report(in ingest.Input, text string, all []Finding) error {
	if len(all) == 0 {
		return nil
	}
	var out bytes.Buffer
	if err := r.format.findings(&out, in, span.NewIndex(text), all); err != nil {
		return err
	}
	return r.write(out.Bytes())
}

// Close ends the stream. It does not close the writer.
func (r *Reporter) Close() error {
	var out bytes.Buffer
	if err := r.format.finish(&out); err != nil {
		return err
	}
	return r.write(out.Bytes())
}

func (r *Reporter) write(data []byte) error {
	if len(data) == 0 {
		return nil
	}
	_, err := r.out.Write(data)
	return err
}

// noEnd is embedded by formats that write nothing after the findings.
type noEnd struct{}

func (noEnd) finish(*bytes.Buffer) error { return nil }

type textReport struct{ noEnd }

func (textReport) findings(out *bytes.Buffer, in ingest.Input, index *span.Index, all []Finding) error {
	for _, f := range all {
		at := index.Position(f.Start)
		fmt.Fprintf(out, "%s:%d:%d: %s: %s [%s]\n", encode.Visible(in.Name), at.Line, at.Column, f.Level, encode.Visible(f.Message), f.Rule)
	}
	return nil
}

// jsonFinding is one line of JSON output. Lines and columns count from 1,
// columns and offsets count code points.
type jsonFinding struct {
	Input     string `json:"input"`
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	EndLine   int    `json:"end_line"`
	EndColumn int    `json:"end_column"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
	Level     Level  `json:"level"`
	Rule      string `json:"rule"`
	Message   string `json:"message"`
}

type jsonReport struct{ noEnd }

func (jsonReport) findings(out *bytes.Buffer, in ingest.Input, index *span.Index, all []Finding) error {
	for _, f := range all {
		start, end := index.Position(f.Start), index.Position(f.End)
		err := encode.WriteJSON(out, jsonFinding{
			Input: in.Name, Line: start.Line, Column: start.Column, EndLine: end.Line, EndColumn: end.Column,
			Start: index.Rune(f.Start), End: index.Rune(f.End), Level: f.Level, Rule: f.Rule, Message: f.Message,
		}, "")
		if err != nil {
			return err
		}
	}
	return nil
}

// region is where a finding lies in a file, for programs that show it there.
// The zero region is the whole file.
type region struct {
	start, end span.Position
}

// regionOf returns where a finding lies in the file that holds the input: for a
// record its line, for a page nothing, since our text is not the page's.
func regionOf(in ingest.Input, index *span.Index, f Finding) region {
	switch {
	case in.FromPage:
		return region{}
	case in.Line > 0:
		return region{start: span.Position{Line: in.Line}, end: span.Position{Line: in.Line}}
	}
	return region{index.Position(f.Start), index.Position(f.End)}
}

type githubReport struct{ noEnd }

func (githubReport) findings(out *bytes.Buffer, in ingest.Input, index *span.Index, all []Finding) error {
	kinds := map[Level]encode.AnnotationKind{Info: encode.Notice, Warning: encode.Warning, Error: encode.Error}
	for _, f := range all {
		at := regionOf(in, index, f)
		encode.Annotation{Kind: kinds[f.Level], File: in.File, Start: at.start, End: at.end,
			Title: "whosaid " + f.Rule, Message: f.Message}.Append(out)
	}
	return nil
}
