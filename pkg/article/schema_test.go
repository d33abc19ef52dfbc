package article

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/jsonschema-go/jsonschema"
)

var update = flag.Bool("update", false, "write schema.json from the Go types")

// makeSchema derives the schema from the Go types and adds what the types
// cannot say: fixed values, enumerations, bounds and descriptions.
func makeSchema(t *testing.T) []byte {
	t.Helper()
	s, err := jsonschema.For[Article](&jsonschema.ForOptions{TypeSchemas: map[reflect.Type]*jsonschema.Schema{
		reflect.TypeFor[Unit](): {Type: "string", Enum: []any{Rune, Byte, UTF16}, Description: "what every start and end counts"},
		reflect.TypeFor[Kind](): {Type: "string", Enum: []any{Direct, Mixed, Indirect, QuotedOnly}, Description: "direct: a whole utterance; mixed: a quoted fragment in the reporter's own sentence; indirect: reported without marks; mention: quoted words that are nobody's speech"},
	}})
	if err != nil {
		t.Fatal(err)
	}
	s.Schema = "https://json-schema.org/draft/2020-12/schema"
	s.ID = "https://github.com/whosaid/whosaid/schema/v1"
	s.Title = "whosaid article"
	s.Properties["schema"].Const = jsonschema.Ptr[any](Schema)
	refine(s)
	data, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return append(data, '\n')
}

// refine bounds offsets and confidences wherever they occur, and takes null
// out of the lists, which are never null.
func refine(s *jsonschema.Schema) {
	if s == nil {
		return
	}
	if s.Types != nil && s.Types[0] == "null" && s.Types[1] == "array" {
		s.Type, s.Types = "array", nil
	}
	for name, p := range s.Properties {
		switch name {
		case "start", "end":
			p.Minimum = jsonschema.Ptr(0.0)
		case "confidence", "salience":
			p.Minimum, p.Maximum = jsonschema.Ptr(0.0), jsonschema.Ptr(1.0)
		}
		refine(p)
	}
	refine(s.Items)
}

func TestSchemaIsMadeFromTheTypes(t *testing.T) {
	want := makeSchema(t)
	if *update {
		if err := os.WriteFile("schema.json", want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(want), JSONSchema()); diff != "" {
		t.Errorf("schema.json is not what the types give; run go test ./pkg/article -update (-want +got):\n%s", diff)
	}
}

func TestSchemaJudgesArticles(t *testing.T) {
	var s jsonschema.Schema
	if err := json.Unmarshal([]byte(JSONSchema()), &s); err != nil {
		t.Fatal(err)
	}
	resolved, err := s.Resolve(nil)
	if err != nil {
		t.Fatal(err)
	}
	judge := func(change func(map[string]any)) error {
		data, err := json.Marshal(valid())
		if err != nil {
			t.Fatal(err)
		}
		var instance map[string]any
		if err := json.NewDecoder(bytes.NewReader(data)).Decode(&instance); err != nil {
			t.Fatal(err)
		}
		change(instance)
		return resolved.Validate(instance)
	}
	if err := judge(func(map[string]any) {}); err != nil {
		t.Errorf("a valid article is refused: %v", err)
	}
	for name, change := range map[string]func(map[string]any){
		"null list":     func(m map[string]any) { m["people"] = nil },
		"other schema":  func(m map[string]any) { m["schema"] = "whosaid/v9" },
		"unknown unit":  func(m map[string]any) { m["offsets"] = "words" },
		"missing title": func(m map[string]any) { delete(m, "title") },
		"unknown key":   func(m map[string]any) { m["peopel"] = []any{} },
	} {
		if judge(change) == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}
