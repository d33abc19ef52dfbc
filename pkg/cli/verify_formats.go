package cli

import (
	"bytes"
	"encoding/json"
	"net/url"
	"strings"

	"github.com/whosaid/whosaid/pkg/encode"
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

// What SARIF 2.1.0 has for results: only what code scanning reads.
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
		Name    string      `json:"name"`
		Version string      `json:"version"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID               string    `json:"id"`
		ShortDescription sarifText `json:"shortDescription"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID           string          `json:"ruleId"`
		Level            string          `json:"level"`
		Message          sarifText       `json:"message"`
		Locations        []sarifLocation `json:"locations"`
		RelatedLocations []sarifLocation `json:"relatedLocations,omitempty"`
	}
	sarifLocation struct {
		ID               int           `json:"id,omitempty"`
		PhysicalLocation sarifPhysical `json:"physicalLocation"`
		Message          *sarifText    `json:"message,omitempty"`
	}
	sarifPhysical struct {
		ArtifactLocation sarifArtifact `json:"artifactLocation"`
		Region           sarifRegion   `json:"region"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
		EndLine     int `json:"endLine"`
		EndColumn   int `json:"endColumn"`
	}
)

// writeSARIF writes rows as one run; what is fine is left out.
func writeSARIF(out *bytes.Buffer, rows []row) error {
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	run.Tool.Driver = sarifDriver{Name: "whosaid", Version: currentVersion().Version, Rules: []sarifRule{}}
	known := map[string]bool{}
	for _, r := range rows {
		if r.fine && !r.fails {
			continue
		}
		if !known[r.rule] {
			known[r.rule] = true
			run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{r.rule, sarifText{ruleTexts(r.rule)}})
		}
		level := "warning"
		if r.fails {
			level = "error"
		}
		result := sarifResult{
			RuleID: r.rule, Level: level, Message: sarifText{encode.OneLine(r.message)},
			Locations: []sarifLocation{sarifPlace(&r.place)},
		}
		if r.related != nil {
			related := sarifPlace(r.related)
			related.ID, related.Message = 1, &sarifText{"what it is compared with"}
			result.RelatedLocations = []sarifLocation{related}
		}
		run.Results = append(run.Results, result)
	}
	return encode.WriteJSON(out, sarifLog{
		Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0", Runs: []sarifRun{run},
	}, "  ")
}

func sarifPlace(p *verify.Place) sarifLocation {
	return sarifLocation{PhysicalLocation: sarifPhysical{
		ArtifactLocation: sarifArtifact{(&url.URL{Path: p.Input}).String()},
		Region:           sarifRegion{p.Line, p.Column, p.EndLine, p.EndColumn},
	}}
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
