package attrib_test

import (
	"strings"
	"testing"

	"github.com/whosaid/whosaid/pkg/attrib"
	"github.com/whosaid/whosaid/pkg/coref"
	"github.com/whosaid/whosaid/pkg/growth"
	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/quote"
)

// readHostile reads a text in which every third capitalised word is a name.
func readHostile(text string) reading {
	d := nlp.Parse(text)
	quotes, _ := quote.Find(d)
	return reading{document: d, entities: coref.Resolve(d, everyThird(d)), quotes: quotes}
}

// reported adds the reported speech of a text to its quotes.
func (r reading) reported() []attrib.Report {
	answers := attrib.Attribute(r.document, r.quotes, r.entities)
	return attrib.WithIndirect(r.document, r.quotes, answers, r.entities)
}

// checkReports holds the reports of a text against what they promise.
func checkReports(t *testing.T, text string) {
	t.Helper()
	r := readHostile(text)
	last := 0
	seen := make([]bool, len(r.quotes))
	for _, report := range r.reported() {
		if report.Start < last {
			t.Errorf("the report at %d stands behind the one at %d", report.Start, last)
		}
		last = report.Start
		at := report.Start
		for _, p := range report.Parts {
			if p.Start < at || p.End < p.Start || p.End > report.End {
				t.Errorf("the part %v of %v is out of order", p, report.Span)
			}
			at = p.End
		}
		if n := len(report.Parts); n == 0 || report.Parts[0].Start != report.Start || report.Parts[n-1].End != report.End {
			t.Errorf("%v is longer than its parts %v", report.Span, report.Parts)
		}
		if report.Quote.Kind != report.Attribution.Kind && report.Of < 0 {
			t.Errorf("a report is both %v and %v", report.Quote.Kind, report.Attribution.Kind)
		}
		if !(report.Confidence >= 0 && report.Confidence <= 1) {
			t.Errorf("confidence %v", report.Confidence)
		}
		if report.Source.IsEmpty() != (report.Name == "") || report.Source.IsEmpty() && (report.Entity >= 0 || report.Reason == "") {
			t.Errorf("half an answer: %+v", report.Attribution)
		}
		if report.Of >= 0 {
			if seen[report.Of] {
				t.Errorf("quote %d is given twice", report.Of)
			}
			seen[report.Of] = true
		}
	}
}

func FuzzWithIndirect(f *testing.F) {
	for _, seed := range []string{
		"",
		"Ada said that the bridge was safe.",
		"The bridge, Ada said, was “safe”, according to Bob, and Carl denied it.",
		"“Yes,” Ada said, adding that Bob “would not come,” Carl said, “to the party.”",
		"According to Ada, who said that Bob (who told Carl that, he said, no) had left, she denied it.",
		"Ada said she said he said they said it said “no”.",
		"\xff Ada said \xfe that, Bob said",
		"OSLO — Ada said, — said Ada, (according to Bob",
		"Asked by Ada whether Bob was told that",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) { checkReports(t, text) })
}

func TestWithIndirectHostile(t *testing.T) {
	const times = 600
	for name, piece := range map[string]string{
		"cues":             "said ",
		"clauses":          "Ada said that ",
		"commas":           "Ada said, ",
		"brackets":         "(Ada said ",
		"according to":     "according to ",
		"fragments":        "Ada said it was “safe” and ",
		"split quotes":     "“a,” Bob said, ",
		"relative clauses": "Ada, who said that ",
		"datelines":        "OSLO — Ada said no.\n\n",
	} {
		t.Run(name, func(t *testing.T) { checkReports(t, strings.Repeat(piece, times)) })
	}
}

func TestWithIndirectTimeIsLinear(t *testing.T) {
	const small = 150 // pieces
	for name, piece := range map[string]string{
		"sentences": "Ada said that the bridge was safe, and Bob denied it. ",
		"no stop":   "Ada said that the bridge, Bob said, was “safe” and ",
	} {
		t.Run(name, func(t *testing.T) {
			growth.Check(t, small, quick, func(n int) func() {
				r := readHostile(strings.Repeat(piece, n))
				answers := attrib.Attribute(r.document, r.quotes, r.entities)
				return func() { attrib.WithIndirect(r.document, r.quotes, answers, r.entities) }
			})
		})
	}
}

func BenchmarkWithIndirect(b *testing.B) {
	r := readHostile(strings.Repeat("The mayor, Ada Smith, opened the bridge on Monday. She said that it was safe, and denied that it had cost too much. Bob Jones, who had warned of the cost, told reporters that it was “a waste”. It will last, according to Ada Smith.\n\n", 20))
	answers := attrib.Attribute(r.document, r.quotes, r.entities)
	b.SetBytes(int64(len(r.document.Text)))
	b.ReportAllocs()
	for b.Loop() {
		attrib.WithIndirect(r.document, r.quotes, answers, r.entities)
	}
}
