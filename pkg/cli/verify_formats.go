package cli

import (
	"bytes"
	"encoding/json"
	"strings"

	"github.com/whosaid/whosaid/pkg/encode"
	"github.com/whosaid/whosaid/pkg/sarif"
	"github.com/whosaid/whosaid/pkg/verify"
)

// writeYAML writes a value as the YAML that its JSON is, in blocks. Strings are
// between double quotes, escaped as in JSON, which YAML reads alike.
func writeYAML(out *bytes.Buffer, value any) error {
	var text bytes.Buffer
	if err := encode.WriteJSON(&text, value, ""); err != nil {
		return err
	}
	decoder := json.NewDecoder(&text)
	decoder.UseNumber()
	return yamlBlock{out, decoder}.value("", false)
}

// yamlBlock turns the tokens of one JSON document into YAML.
type yamlBlock struct {
	out    *bytes.Buffer
	tokens *json.Decoder
}

// value writes the next value. indent is that of the lines below it; item says
// that it stands after the dash of a list, on that line.
func (y yamlBlock) value(indent string, item bool) error {
	token, err := y.tokens.Token()
	if err != nil {
		return err
	}
	delim, ok := token.(json.Delim)
	if !ok {
		text, err := scalar(token)
		if err != nil {
			return err
		}
		y.out.WriteString(" " + text + "\n")
		return nil
	}
	if !y.tokens.More() {
		y.out.WriteString(map[json.Delim]string{'{': " {}\n", '[': " []\n"}[delim])
		_, err = y.tokens.Token()
		return err
	}
	if !item && indent != "" {
		y.out.WriteByte('\n')
	}
	for first := true; y.tokens.More(); first = false {
		switch {
		case first && item:
			y.out.WriteByte(' ')
		default:
			y.out.WriteString(indent)
		}
		if delim == '[' {
			y.out.WriteByte('-')
			err = y.value(indent+"  ", true)
		} else {
			var key json.Token
			if key, err = y.tokens.Token(); err != nil {
				return err
			}
			y.out.WriteString(key.(string) + ":")
			err = y.value(indent+"  ", false)
		}
		if err != nil {
			return err
		}
	}
	_, err = y.tokens.Token()
	return err
}

// scalar writes a string, number, truth value or null.
func scalar(token json.Token) (string, error) {
	var text bytes.Buffer
	err := encode.WriteJSON(&text, token, "")
	return strings.TrimSuffix(text.String(), "\n"), err
}

// writeSARIF writes rows as one run; what is fine is left out.
func writeSARIF(out *bytes.Buffer, rows []row) error {
	var rules []sarif.Rule
	var results []sarif.Result
	known := map[string]bool{}
	for _, r := range rows {
		if r.fine && !r.fails {
			continue
		}
		if !known[r.rule] {
			known[r.rule] = true
			rules = append(rules, sarif.Rule{ID: r.rule, Text: ruleTexts(r.rule)})
		}
		level := "warning"
		if r.fails {
			level = "error"
		}
		result := sarif.Result{Rule: r.rule, Level: level, Message: encode.OneLine(r.message), Place: sarifPlace(&r.place)}
		if r.related != nil {
			related := sarifPlace(r.related)
			result.Related = &related
		}
		results = append(results, result)
	}
	return sarif.Write(out, currentVersion().Version, rules, results)
}

func sarifPlace(p *verify.Place) sarif.Place {
	return sarif.Place{File: p.Input, StartLine: p.Line, StartColumn: p.Column, EndLine: p.EndLine, EndColumn: p.EndColumn}
}

// ruleTexts says what a rule stands for.
func ruleTexts(rule string) string {
	switch rule {
	case string(verify.Trimmed):
		return "The quote differs from its source as editors may change it"
	case string(verify.Altered):
		return "The quote is not word for word what its source says"
	case string(verify.Misattributed):
		return "The source gives these words to another speaker"
	case string(verify.Unattributed):
		return "The source does not say who said this"
	case string(verify.NotFound):
		return "No source has words like these"
	}
	return "The article has changed: " + rule
}
