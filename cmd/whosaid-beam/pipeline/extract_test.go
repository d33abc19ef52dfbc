package pipeline

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/passert"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/cmd/whosaid-beam/rows"
	"github.com/whosaid/whosaid/pkg/extract"
	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/stats"
)

func TestMain(m *testing.M) { ptest.MainWithDefault(m, "prism") }

// fragile is a recogniser with a bug.
type fragile struct{ ner.Recogniser }

func (f fragile) Recognise(d *nlp.Document) []ner.Mention {
	if strings.Contains(d.Text, "kraken") {
		panic("no such animal")
	}
	return f.Recogniser.Recognise(d)
}

// breakExtractor lets the extractor panic at every text with a kraken in it.
func breakExtractor(t *testing.T) {
	t.Helper()
	sound := newExtractor
	newExtractor = func(rows.Options) *extract.Extractor {
		return extract.New(extract.WithRecogniser(fragile{ner.Default()}))
	}
	t.Cleanup(func() { newExtractor = sound })
}

func record(line int, text string) rows.Record {
	data, _ := json.Marshal(map[string]string{"id": fmt.Sprintf("r%d", line), "text": text}) // of strings, never fails
	return rows.Record{File: "news.jsonl", Line: line, Data: data}
}

func records() []rows.Record {
	return []rows.Record{
		record(1, "“We will shut the old port before noon,” said Ana Sá."),
		record(2, "“The kraken is here,” said Ana Sá."),
		record(3, "“We'll shut the port,” said Rui Reis. “Nobody was hurt,” Sá said."),
		{File: "news.jsonl", Line: 4, Data: []byte("\xff{")},
		record(5, "“We will shut the old port before noon!” Rui Reis said on Monday."),
	}
}

var options = rows.Options{Keep: true, LeastWords: 4}

// emitted is what a DoFn has sent out, by output.
type emitted map[string][]string

func (e emitted) to(output string) func(string) {
	return func(line string) { e[output] = append(e[output], line) }
}

// process is one attempt at a bundle: a worker is set up and reads the records.
func process(t *testing.T, all []rows.Record) emitted {
	t.Helper()
	ctx := context.Background()
	f := &extractFn{Options: options}
	if err := f.Setup(ctx); err != nil {
		t.Fatal(err)
	}
	out := emitted{}
	for _, r := range all {
		err := f.ProcessElement(ctx, r, out.to("articles"), out.to("quotes"),
			func(name string, count stats.Count) { out.to("speakers")(fmt.Sprint(name, count)) },
			func(key string, s stats.Saying) { out.to("sayings")(fmt.Sprint(key, s)) }, out.to("failures"))
		if err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// TestAnyBundleGivesTheSame reads records in one bundle, and in two of every
// size of which the second is tried again from its start after a worker has died
// at every record of it. What an attempt that died has sent out, no runner keeps.
func TestAnyBundleGivesTheSame(t *testing.T) {
	breakExtractor(t)
	all := records()
	want := process(t, all)
	if len(want["articles"]) != 3 || len(want["failures"]) != 2 {
		t.Fatalf("%d articles and %d dead letters, want 3 and 2", len(want["articles"]), len(want["failures"]))
	}
	for cut := range len(all) + 1 {
		for died := cut; died <= len(all); died++ {
			process(t, all[cut:died])
			got := process(t, all[:cut])
			for output, lines := range process(t, all[cut:]) {
				got[output] = append(got[output], lines...)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("cut at %d, died at %d: %s", cut, died, diff)
			}
		}
	}
}

// TestAPanicCostsOneRecord finds nothing of the record that panicked but its
// dead letter.
func TestAPanicCostsOneRecord(t *testing.T) {
	breakExtractor(t)
	got := process(t, records()[1:2])
	want := `{"error":"this is a bug in whosaid: no such animal","input":"r2","file":"news.jsonl","line":2,"bytes":"`
	if len(got) != 1 || len(got["failures"]) != 1 || !strings.HasPrefix(got["failures"][0], want) {
		t.Errorf("got %v, want one dead letter %s…", got, want)
	}
}

// TestWorkCalledOff makes no dead letter of a record when the runner stops.
func TestWorkCalledOff(t *testing.T) {
	f := &extractFn{}
	if err := f.Setup(context.Background()); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	none := func(string) { t.Error("something was sent out") }
	for _, r := range []rows.Record{records()[0], {File: "a.txt", Data: []byte("It rained.")}} {
		if f.ProcessElement(ctx, r, none, none, nil, nil, none) == nil {
			t.Error("no error")
		}
	}
}

// TestPanicOnPrism has a record panic in a running pipeline: all others are
// read, and what was counted is told.
func TestPanicOnPrism(t *testing.T) {
	breakExtractor(t)
	p, s := beam.NewPipelineWithRoot()
	found := extractAll(s, beam.CreateList(s, records()), options)
	want := process(t, records())
	for output, collection := range map[string]beam.PCollection{
		"articles": found.articles, "quotes": found.quotes, "failures": found.failures,
	} {
		passert.EqualsList(s, collection, want[output])
	}
	passert.Equals(s, speakers(s, found.speakers),
		`{"name":"Ana Sá","quotes":1,"words":8,"articles":1}`, `{"name":"Rui Reis","quotes":2,"words":12,"articles":2}`,
		`{"name":"Sá","quotes":1,"words":3,"articles":1}`)
	passert.Equals(s, repeated(s, found.sayings),
		`{"key":"we will shut the old port before noon","text":"We will shut the old port before noon,","articles":2,`+
			`"speakers":[{"name":"Ana Sá","articles":1},{"name":"Rui Reis","articles":1}],"in":["r1","r5"]}`)

	result, err := ptest.RunWithMetrics(p)
	if err != nil {
		t.Fatal(err)
	}
	counts := result.Metrics().AllMetrics()
	if n := Failures(counts); n != 2 {
		t.Errorf("%d failures counted, want 2", n)
	}
	var text strings.Builder
	if err := WriteMetrics(&text, counts); err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"articles 3", "quotes 4", "attributed 4", "words 36", "failures 2"} {
		if name, n, _ := strings.Cut(line, " "); !strings.Contains(text.String(), fmt.Sprintf("%-24s %s\n", name, n)) {
			t.Errorf("no %q in:\n%s", line, text.String())
		}
	}
}
