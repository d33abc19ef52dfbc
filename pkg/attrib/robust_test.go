package attrib_test

import (
	"strings"
	"testing"
	"time"

	"github.com/whosaid/whosaid/pkg/attrib"
	"github.com/whosaid/whosaid/pkg/coref"
	"github.com/whosaid/whosaid/pkg/growth"
	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/quote"
	"github.com/whosaid/whosaid/pkg/span"
)

// everyThird names every third word that begins with a capital, so that
// hostile texts have names too.
func everyThird(d *nlp.Document) []ner.Mention {
	var out []ner.Mention
	for i := 0; i < len(d.Tokens); i += 3 {
		t := d.Tokens[i]
		if c := d.Text[t.Start]; c < 'A' || c > 'Z' {
			continue
		}
		out = append(out, ner.Mention{Span: t.Span, First: i, Last: i + 1, Type: ner.Type(i % 3)})
	}
	return out
}

// check attributes a text and holds the answers against what they promise.
func check(t *testing.T, text string) {
	t.Helper()
	d := nlp.Parse(text)
	entities := coref.Resolve(d, everyThird(d))
	quotes, _ := quote.Find(d)
	answers := attrib.Attribute(d, quotes, entities)
	if len(answers) != len(quotes) {
		t.Fatalf("%d answers for %d quotes", len(answers), len(quotes))
	}
	inText := func(s span.Span) bool { return s.Start >= 0 && s.Start <= s.End && s.End <= len(text) }
	for _, a := range answers {
		if !inText(a.Source) || !inText(a.Cue) {
			t.Errorf("source %v or cue %v outside the text", a.Source, a.Cue)
		}
		if a.Entity < -1 || a.Entity >= len(entities.List) {
			t.Errorf("no entity %d", a.Entity)
		}
		if !(a.Confidence >= 0 && a.Confidence <= 1) {
			t.Errorf("confidence %v", a.Confidence)
		}
		if a.Source.IsEmpty() != (a.Name == "") || a.Source.IsEmpty() && (a.Entity >= 0 || a.Reason == "") {
			t.Errorf("half an answer: %+v", a)
		}
	}
}

func FuzzAttribute(f *testing.F) {
	for _, seed := range []string{
		"",
		"“Yes,” Ada said.",
		"“Yes,” said Ada, “no.” Bob: “Maybe.”",
		"Ada said “Bob said ‘Carl said \"no\"’",
		"\"\"\"\"''''“”‘’«»",
		"Ada, who, when Bob, the son of Carl, said so, said, said: “said”, said he.",
		"ADA: No.\n\nBOB: Yes.\n\nADA: No.",
		"According to according to “according to” according to",
		"\xff“\xfe,” said \xfd",
		"she said she said she said “she said” she said",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) { check(t, text) })
}

func TestAttributeHostile(t *testing.T) {
	const times = 5_000
	for name, piece := range map[string]string{
		"quotes in one paragraph": "“Yes,” said Ada. ",
		"cues":                    "said ",
		"names":                   "Ada ",
		"names and commas":        "Ada, ",
		"marks":                   "“",
		"split quotes":            "“a,” Bob said, ",
		"paragraphs":              "“Yes.\n\n",
		"nouns and of":            "head of ",
		"turns":                   "ADA: Yes.\n\nBOB: No.\n\n",
		"relative clauses":        "Ada, who said that ",
	} {
		t.Run(name, func(t *testing.T) { check(t, strings.Repeat(piece, times)) })
	}
}

func TestAttributeTimeIsLinear(t *testing.T) {
	const small = 500 // pieces
	for name, piece := range map[string]string{
		"quotes":       "“Yes,” said Ada. Bob told her “no” and left. ",
		"no stop":      "Ada said “yes” and ",
		"split quotes": "“a,” Bob said, ",
	} {
		t.Run(name, func(t *testing.T) {
			growth.Check(t, small, quick, func(n int) func() {
				r := readHostile(strings.Repeat(piece, n))
				return func() { attrib.Attribute(r.document, r.quotes, r.entities) }
			})
		})
	}
}

// quick is a time in which nothing quadratic could be done with the texts here.
const quick = 50 * time.Millisecond

func BenchmarkAttribute(b *testing.B) {
	d := nlp.Parse(strings.Repeat("The mayor, Ada Smith, opened the bridge on Monday and thanked the city. “It is safe,” she said. “It took three years.” Bob Jones, who had warned of the cost, told reporters that it was “a waste”. \n\n", 20))
	entities := coref.Resolve(d, everyThird(d))
	quotes, _ := quote.Find(d)
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		attrib.Attribute(d, quotes, entities)
	}
}
