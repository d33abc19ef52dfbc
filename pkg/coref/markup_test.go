package coref

import (
	"strings"
	"testing"

	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/span"
)

// resolveMarked resolves a text whose mentions are marked by type: {p Jane
// Doe}, {l Paris}, {o NATO}, {n Polish}.
func resolveMarked(t *testing.T, marked string) (*nlp.Document, *Entities) {
	t.Helper()
	var text strings.Builder
	var spans []span.Span
	var types []ner.Type
	for rest := marked; rest != ""; {
		before, after, found := strings.Cut(rest, "{")
		text.WriteString(before)
		if !found {
			break
		}
		name, remainder, found := strings.Cut(after, "}")
		if !found || len(name) < 3 {
			t.Fatalf("bad mark in %q", marked)
		}
		kind := strings.IndexByte("plon", name[0])
		if kind < 0 {
			t.Fatalf("bad type in %q", name)
		}
		start := text.Len()
		text.WriteString(name[2:])
		spans = append(spans, span.Span{Start: start, End: text.Len()})
		types = append(types, ner.Type(kind))
		rest = remainder
	}
	d, mentions := documentWith(text.String(), spans, types)
	return d, Resolve(d, mentions)
}

// described returns the entities as "Name = Alias, Alias", one a line.
func described(e *Entities) []string {
	lines := []string{}
	for _, entity := range e.List {
		line := entity.Name
		if len(entity.Aliases) > 0 {
			line += " = " + strings.Join(entity.Aliases, ", ")
		}
		lines = append(lines, line)
	}
	return lines
}
