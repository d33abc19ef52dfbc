package cli

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/whosaid/whosaid/pkg/encode"
	"github.com/whosaid/whosaid/pkg/span"
	"github.com/whosaid/whosaid/pkg/verify"
)

// row is one thing that verify or diff has to say, for the formats that know
// nothing of either.
type row struct {
	rule    string // verdict or change
	message string
	fails   bool // it reaches --fail-on
	fine    bool // there is nothing to do about it
	place   verify.Place
	related *verify.Place // in the source or the older version
	speaker string
}

// reportWriter prints reports in one format.
type reportWriter struct {
	out    io.Writer
	format reportFormat
	failOn verify.Verdict
	heads  []string // of the table's columns
	next   bool     // a report has been written
	rows   []row    // SARIF: all of them
}

func newReportWriter(out io.Writer, format reportFormat, failOn verify.Verdict) *reportWriter {
	return &reportWriter{out: out, format: format, failOn: failOn, heads: strings.Fields("verdict draft source speaker quote")}
}

func (w *reportWriter) write(r verify.Report) error {
	rows := make([]row, len(r.Findings))
	lines := make([]any, len(r.Findings))
	for i, f := range r.Findings {
		rows[i] = row{
			rule: string(f.Verdict), message: f.Message, place: f.Draft, related: f.Source, speaker: string(f.Speaker),
			fails: f.Verdict.Reaches(w.failOn), fine: !f.Verdict.Reaches(verify.Altered),
		}
		lines[i] = findingLine{Input: r.Input, Finding: f}
	}
	counts := ""
	for _, c := range r.Counts {
		if c.Count > 0 {
			counts += fmt.Sprintf(", %d %s", c.Count, c.Verdict)
		}
	}
	summary := encode.Visible(r.Input) + ": " + counted(r.Quotes, "quote") + counts
	return w.print(r, lines, rows, summary)
}

// findingLine is one line of JSONL output.
type findingLine struct {
	Input string `json:"input"`
	verify.Finding
}

// print writes one report: the whole, its lines, its rows and a summary, of
// which the format picks what it shows.
func (w *reportWriter) print(whole any, lines []any, rows []row, summary string) error {
	var out bytes.Buffer
	var err error
	switch w.format {
	case reportJSON:
		err = encode.WriteJSON(&out, whole, "  ")
	case reportJSONL:
		for _, line := range lines {
			if err = encode.WriteJSON(&out, line, ""); err != nil {
				break
			}
		}
	case reportYAML:
		if w.next {
			out.WriteString("---\n")
		}
		err = writeYAML(&out, whole)
	case reportGitHub:
		writeAnnotations(&out, rows)
	case reportSARIF:
		w.rows = append(w.rows, rows...)
	default:
		if w.next {
			out.WriteByte('\n')
		}
		writeTable(&out, w.heads, rows, summary)
	}
	w.next = true
	if err == nil && out.Len() > 0 {
		_, err = w.out.Write(out.Bytes())
	}
	return w.failed(err)
}

func (w *reportWriter) close() error {
	if w.format != reportSARIF {
		return nil
	}
	var out bytes.Buffer
	err := writeSARIF(&out, w.rows)
	if err == nil {
		_, err = w.out.Write(out.Bytes())
	}
	return w.failed(err)
}

func (w *reportWriter) failed(err error) error {
	if err != nil {
		return fmt.Errorf("standard output: %w", err)
	}
	return nil
}

// counted writes a number of things.
func counted(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// mostShown is how many characters of a quote a table shows.
const mostShown = 60

// writeTable writes one line a row, in columns, and below those that matter
// what is wrong.
func writeTable(out *bytes.Buffer, heads []string, rows []row, summary string) {
	cells := make([][]string, 0, len(rows)+1)
	if len(rows) > 0 {
		cells = append(cells, heads)
	}
	for _, r := range rows {
		source := "-"
		if r.related != nil {
			source = at(r.related)
		}
		cells = append(cells, []string{r.rule, at(&r.place), source, r.speaker, shortened(r.place.Said)})
	}
	widths := make([]int, len(heads))
	for _, line := range cells {
		for i, cell := range line {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	for n, line := range cells {
		for i, cell := range line {
			if i == len(line)-1 {
				out.WriteString(cell)
				break
			}
			out.WriteString(cell + strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell)+2))
		}
		out.WriteByte('\n')
		if n > 0 && !(rows[n-1].fine && rows[n-1].message == "word for word") {
			fmt.Fprintf(out, "    %s\n", encode.OneLine(rows[n-1].message))
		}
	}
	fmt.Fprintf(out, "%s\n", summary)
}

// at writes a place as compilers do.
func at(p *verify.Place) string {
	return fmt.Sprintf("%s:%d:%d", encode.Visible(p.Input), p.Line, p.Column)
}

// shortened cuts a quote to what a table shows.
func shortened(text string) string {
	text = encode.OneLine(text)
	if utf8.RuneCountInString(text) <= mostShown {
		return text
	}
	return string([]rune(text)[:mostShown-1]) + "…"
}

// writeAnnotations writes what is wrong as workflow commands of GitHub Actions.
func writeAnnotations(out *bytes.Buffer, rows []row) {
	for _, r := range rows {
		if r.fine && !r.fails {
			continue
		}
		kind := encode.Warning
		if r.fails {
			kind = encode.Error
		}
		message := encode.OneLine(r.message)
		if r.related != nil {
			message += " (" + at(r.related) + ")"
		}
		encode.Annotation{
			Kind: kind, File: r.place.Input, Title: "whosaid " + r.rule, Message: message,
			Start: span.Position{Line: r.place.Line, Column: r.place.Column},
			End:   span.Position{Line: r.place.EndLine, Column: r.place.EndColumn},
		}.Append(out)
	}
}
