package encode

import (
	"bytes"
	"strconv"

	"github.com/whosaid/whosaid/pkg/article"
)

// The YAML is written here and not by gopkg.in/yaml.v3, because people read
// it: that library writes emoji as "\U0001F600" and text that is not UTF-8 as
// !!binary, lets an override of the writing direction through, leaves "<<"
// unquoted and cannot put one mention on one line. The tests read everything
// back with it, into the same types and refusing unknown keys, so that a field
// that is added there and forgotten here is found.

type yamlFormat struct {
	noFrame
	options Options
	next    bool // an article has been written
}

func (f *yamlFormat) article(out *bytes.Buffer, a *article.Article, with With) error {
	if f.next {
		out.WriteString("---\n")
	}
	f.next = true
	yamlWriter{out}.article(f.options.view(a, with.Text))
	return nil
}

// yamlWriter writes the lines of one document. Its methods named after a
// record write that record's fields; prefix is the indentation of a field's
// line, and of a record in a list the first line has "- " at its end.
type yamlWriter struct {
	*bytes.Buffer
}

const (
	listItem   = "  - " // a record in a list of the document
	itemFields = "    " // the other fields of that record
	nested     = "      "
)

func (y yamlWriter) article(a *article.Article) {
	y.text("schema", a.Schema)
	y.text("input", a.Input)
	y.optional("title", a.Title)
	if a.Byline != "" {
		y.text("byline", a.Byline)
	}
	if a.Date != "" {
		y.text("date", a.Date)
	}
	y.text("offsets", string(a.Offsets))
	y.entities("people", a.People)
	y.entities("places", a.Places)
	y.entities("organisations", a.Organisations)
	y.list("quotes", len(a.Quotes))
	for i := range a.Quotes {
		y.quote(&a.Quotes[i])
	}
	y.list("diagnostics", len(a.Diagnostics))
	for _, d := range a.Diagnostics {
		y.WriteString(listItem)
		y.flow(field{"code", d.Code}, field{"message", d.Message}, field{"start", d.Start}, field{"end", d.End})
	}
	if a.Text != "" {
		y.WriteString("text: ")
		y.block(a.Text, "  ")
	}
}

func (y yamlWriter) entities(key string, entities []article.Entity) {
	y.list(key, len(entities))
	for i := range entities {
		e := &entities[i]
		y.WriteString(listItem)
		y.text("id", e.ID)
		y.WriteString(itemFields)
		y.text("name", e.Name)
		y.WriteString(itemFields)
		y.flowList("aliases", e.Aliases)
		y.WriteString(itemFields)
		y.flowList("roles", e.Roles)
		if e.Country != "" {
			y.WriteString(itemFields)
			y.text("country", e.Country)
		}
		if e.GeoNames != 0 {
			y.WriteString(itemFields)
			y.number("geonames", e.GeoNames)
		}
		y.WriteString(itemFields + "salience: ")
		y.scalar(e.Salience, inBlock)
		y.WriteByte('\n')
		y.WriteString(itemFields)
		y.list("mentions", len(e.Mentions))
		for _, m := range e.Mentions {
			y.WriteString(nested + "- ")
			y.flow(field{"text", m.Text}, field{"start", m.Start}, field{"end", m.End},
				field{"confidence", m.Confidence})
		}
	}
}

func (y yamlWriter) quote(q *article.Quote) {
	y.WriteString(listItem)
	y.text("id", q.ID)
	y.WriteString(itemFields)
	y.text("kind", string(q.Kind))
	y.WriteString(itemFields + "text: ")
	y.block(q.Text, nested)
	y.WriteString(itemFields)
	y.number("start", q.Start)
	y.WriteString(itemFields)
	y.number("end", q.End)
	if len(q.Parts) > 0 {
		y.WriteString(itemFields)
		y.parts(q.Parts)
	}
	y.WriteString(itemFields)
	y.speaker(q.Speaker)
	y.WriteString(itemFields + "cue: ")
	if c := q.Cue; c != nil {
		y.flow(field{"text", c.Text}, field{"start", c.Start}, field{"end", c.End})
	} else {
		y.WriteString("null\n")
	}
	y.WriteString(itemFields)
	y.text("rule", q.Rule)
	y.WriteString(itemFields + "confidence: ")
	y.scalar(q.Confidence, inBlock)
	y.WriteByte('\n')
}

func (y yamlWriter) parts(parts [][2]int) {
	y.WriteString("parts: [")
	for i, part := range parts {
		if i > 0 {
			y.WriteString(", ")
		}
		y.WriteByte('[')
		y.scalar(part[0], inFlow)
		y.WriteString(", ")
		y.scalar(part[1], inFlow)
		y.WriteByte(']')
	}
	y.WriteString("]\n")
}

func (y yamlWriter) speaker(s *article.Speaker) {
	if s == nil {
		y.WriteString("speaker: null\n")
		return
	}
	y.WriteString("speaker:\n")
	y.WriteString(nested)
	y.text("name", s.Name)
	y.WriteString(nested)
	y.optional("id", s.ID)
	y.WriteString(nested)
	y.text("text", s.Text)
	y.WriteString(nested)
	y.number("start", s.Start)
	y.WriteString(nested)
	y.number("end", s.End)
}

// text writes a field that holds a string.
func (y yamlWriter) text(key, value string) {
	y.WriteString(key + ": ")
	y.scalar(value, inBlock)
	y.WriteByte('\n')
}

// optional writes a field that holds a string or null.
func (y yamlWriter) optional(key string, value *string) {
	if value == nil {
		y.WriteString(key + ": null\n")
		return
	}
	y.text(key, *value)
}

// number writes a field that holds an integer.
func (y yamlWriter) number(key string, value int) {
	y.WriteString(key + ": ")
	y.scalar(value, inBlock)
	y.WriteByte('\n')
}

// list writes the key of a list of that many items, which follow on lines of
// their own.
func (y yamlWriter) list(key string, length int) {
	y.WriteString(key)
	if length == 0 {
		y.WriteString(": []\n")
		return
	}
	y.WriteString(":\n")
}

// flowList writes a list of strings on one line.
func (y yamlWriter) flowList(key string, values []string) {
	y.WriteString(key + ": [")
	for i, value := range values {
		if i > 0 {
			y.WriteString(", ")
		}
		y.scalar(value, inFlow)
	}
	y.WriteString("]\n")
}

type field struct {
	key   string
	value any // string, int or float64
}

// flow writes a small record on one line: {text: Kaja Kallas, start: 191}.
func (y yamlWriter) flow(fields ...field) {
	y.WriteByte('{')
	for i, f := range fields {
		if i > 0 {
			y.WriteString(", ")
		}
		y.WriteString(f.key + ": ")
		y.scalar(f.value, inFlow)
	}
	y.WriteString("}\n")
}

// scalar writes a string, int or float64.
func (y yamlWriter) scalar(value any, at placement) {
	line := y.AvailableBuffer()
	switch v := value.(type) {
	case string:
		line = appendScalar(line, v, at)
	case int:
		line = strconv.AppendInt(line, int64(v), 10)
	case float64:
		line = strconv.AppendFloat(line, v, 'f', -1, 64)
	}
	y.Write(line)
}

// block writes a long string: over several lines as it is when it has several
// and nothing to hide, else as [appendScalar] does. indent is the indentation
// of those lines.
func (y yamlWriter) block(s, indent string) {
	if !fitsBlock(s) {
		y.scalar(s, inBlock)
		y.WriteByte('\n')
		return
	}
	y.Write(appendBlock(y.AvailableBuffer(), s, indent))
}
