package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path"
	"strings"
)

// The records of CycloneDX 1.6 that we fill.
type (
	bom struct {
		Schema      string      `json:"$schema"`
		BOMFormat   string      `json:"bomFormat"`
		SpecVersion string      `json:"specVersion"`
		Version     int         `json:"version"`
		Metadata    metadata    `json:"metadata"`
		Components  []component `json:"components"`
	}
	metadata struct {
		Component component `json:"component"`
	}
	component struct {
		Type     string    `json:"type"`
		Ref      string    `json:"bom-ref,omitempty"`
		Name     string    `json:"name"`
		Version  string    `json:"version,omitempty"`
		Scope    string    `json:"scope,omitempty"`
		Hashes   []hash    `json:"hashes,omitempty"`
		Licences []licence `json:"licenses,omitempty"`
		URL      string    `json:"purl,omitempty"`
	}
	hash struct {
		Algorithm string `json:"alg"`
		Content   string `json:"content"`
	}
	licence struct {
		Expression string `json:"expression"`
	}
)

func sha256Hash(sum string) []hash { return []hash{{"SHA-256", sum}} }

// bill returns the bill of materials. It has no time and no serial number, which
// would differ each time that it is written.
func (m *materials) bill() ([]byte, error) {
	const self = "pkg:golang/github.com/whosaid/whosaid"
	b := bom{
		Schema: "http://cyclonedx.org/schema/bom-1.6.schema.json", BOMFormat: "CycloneDX", SpecVersion: "1.6", Version: 1,
		Metadata: metadata{component{Type: "application", Ref: self, Name: "whosaid", Licences: []licence{{"MIT"}}, URL: self}},
	}
	for _, one := range m.modules {
		scope := "required"
		if !one.isLinked {
			scope = "excluded" // from the program: tests and training use it
		}
		url := "pkg:golang/" + one.path + "@" + one.version
		b.Components = append(b.Components, component{Type: "library", Ref: url, Name: one.path, Version: one.version, Scope: scope,
			Hashes: sha256Hash(one.sum), Licences: []licence{{one.licence}}, URL: url})
	}
	for _, file := range m.files {
		b.Components = append(b.Components, component{Type: kindOf(file.path), Ref: "file:" + file.path, Name: file.path, Scope: "required", Hashes: sha256Hash(file.sum)})
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	err := encoder.Encode(b)
	return out.Bytes(), err
}

// kindOf names what an embedded file is, as CycloneDX does.
func kindOf(file string) string {
	switch path.Ext(file) {
	case ".bin", ".tsv":
		return "machine-learning-model"
	case ".txt":
		return "data"
	}
	return "file"
}

// table lists the modules with their licences, for people.
func (m *materials) table() []byte {
	var out strings.Builder
	out.WriteString("# What whosaid is built from\n\nWritten by `go run ./cmd/whosaid-sbom`. [sbom.cdx.json](sbom.cdx.json) has the same for machines, with the SHA-256 of each\nmodule and of each embedded model and list.\n")
	for _, part := range []struct {
		heading  string
		isLinked bool
	}{{"In the program", true}, {"Used by tests and by training alone", false}} {
		fmt.Fprintf(&out, "\n## %s\n\n| module | version | licence |\n|---|---|---|\n", part.heading)
		for _, one := range m.modules {
			if one.isLinked == part.isLinked {
				fmt.Fprintf(&out, "| %s | %s | %s |\n", one.path, one.version, one.licence)
			}
		}
	}
	return []byte(out.String())
}
