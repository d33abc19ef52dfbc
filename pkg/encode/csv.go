package encode

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/whosaid/whosaid/pkg/article"
)

// Table is what the rows of a CSV file are.
type Table string

const (
	Quotes   Table = "quotes"   // a quote with its speaker
	Entities Table = "entities" // a person, place or organisation
)

// Tables lists the values of [Table], the default first.
func Tables() []Table { return []Table{Quotes, Entities} }

// csvFormat writes one table for all articles. Cells are safe to open in a
// spreadsheet: one that would run as a formula starts with an apostrophe.
type csvFormat struct {
	options Options
}

func (f csvFormat) start(out *bytes.Buffer) {
	if f.options.Table == Entities {
		writeRow(out, "input", "type", "id", "name", "aliases", "roles", "mentions", "start", "end")
		return
	}
	writeRow(out, "input", "id", "kind", "speaker", "speaker_id", "speaker_text", "cue", "text", "start", "end", "rule", "confidence")
}

func (f csvFormat) finish(*bytes.Buffer) {}

func (f csvFormat) article(out *bytes.Buffer, a *article.Article, _ With) error {
	view := f.options.view(a, false)
	if f.options.Table == Entities {
		writeEntityRows(out, view.Input, "person", view.People)
		writeEntityRows(out, view.Input, "place", view.Places)
		writeEntityRows(out, view.Input, "organisation", view.Organisations)
		return nil
	}
	for _, q := range view.Quotes {
		var name, id, text, cue string
		if q.Speaker != nil {
			name, text = q.Speaker.Name, q.Speaker.Text
			if q.Speaker.ID != nil {
				id = *q.Speaker.ID
			}
		}
		if q.Cue != nil {
			cue = q.Cue.Text
		}
		writeRow(out, view.Input, q.ID, string(q.Kind), name, id, text, cue, q.Text,
			strconv.Itoa(q.Start), strconv.Itoa(q.End), q.Rule, strconv.FormatFloat(q.Confidence, 'f', -1, 64))
	}
	return nil
}

// writeEntityRows writes one row for each entity; start and end are those of
// its first mention.
func writeEntityRows(out *bytes.Buffer, input, kind string, entities []article.Entity) {
	const separator = "; " // names hold commas more often than semicolons
	for _, e := range entities {
		var start, end string
		if len(e.Mentions) > 0 {
			start, end = strconv.Itoa(e.Mentions[0].Start), strconv.Itoa(e.Mentions[0].End)
		}
		writeRow(out, input, kind, e.ID, e.Name, strings.Join(e.Aliases, separator), strings.Join(e.Roles, separator),
			strconv.Itoa(len(e.Mentions)), start, end)
	}
}

func writeRow(out *bytes.Buffer, cells ...string) {
	for i := range cells {
		cells[i] = SafeCell(cells[i])
	}
	w := csv.NewWriter(out)
	_ = w.Write(cells) // memory takes everything
	w.Flush()
}

// SafeCell returns a cell that is shown as it is and not run. Line ends stay,
// as the single line feed that readers of CSV make of them all; other hidden
// characters are escaped. Numbers of ours are never negative, so a minus sign
// starts a formula.
func SafeCell(s string) string {
	lines := strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n")
	for i := range lines {
		lines[i] = Visible(lines[i])
	}
	s = strings.Join(lines, "\n")
	const formulaStarts = "=+-@＝＋－＠"
	if first, width := utf8.DecodeRuneInString(s); width > 0 && strings.ContainsRune(formulaStarts, first) {
		return "'" + s
	}
	return s
}
