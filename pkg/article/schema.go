package article

import _ "embed"

// schema is made from the Go types by TestSchemaIsMadeFromTheTypes, which
// fails when the two differ and rewrites the file under -update.
//
//go:embed schema.json
var schema string

// JSONSchema returns the JSON Schema (2020-12) of one article as the encoders
// print it.
func JSONSchema() string { return schema }
