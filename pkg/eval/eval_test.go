package eval

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/pkg/article"
)

func TestNamesMatch(t *testing.T) {
	for _, c := range []struct {
		name, pred, gold string
		want             bool
	}{
		{"equal", "Ann Lee", "Ann Lee", true},
		{"last name alone", "Lee", "Ann Lee", true},
		{"first name alone", "Ann", "Ann Lee", true},
		{"accents and case", "JOSE NUNEZ", "José Núñez", true},
		{"initial", "A. Lee", "Ann Lee", true},
		{"other first name", "Bob Lee", "Ann Lee", false},
		{"title", "Senator Lee", "Ann Lee", true},
		{"suffix", "Ann Lee Jr.", "Ann Lee", true},
		{"role in front", "council speaker Lee", "Ann Lee", true},
		{"description behind", "Ann Lee, the mayor of Springfield", "Ann Lee", true},
		{"possessive", "Lee’s", "Lee", true},
		{"pronoun is no name", "she", "Ann Lee", false},
		{"the same pronoun", "She", "she", true},
		{"nobody", "", "Ann Lee", false},
		{"description, half shared", "a spokesman for the rail union", "the union spokesman", true},
		{"description, little shared", "a spokesman for the rail union", "a police spokesman in Lima", false},
		{"organisation", "Ministry of Health", "the health ministry", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := namesMatch(c.pred, c.gold); got != c.want {
				t.Errorf("namesMatch(%q, %q) = %v", c.pred, c.gold, got)
			}
		})
	}
}

func TestSegments(t *testing.T) {
	text := []rune("“We won,”\n\n“and ran—” he said.")
	got := segments(text, Range{0, 20}, nil)
	if diff := cmp.Diff([]Range{{1, 7}, {12, 19}}, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if got := segments([]rune("“…”"), Range{0, 99}, nil); len(got) != 0 {
		t.Errorf("marks alone leave %v", got)
	}
}

// bridge is a gold article of two quotes and a title, by one speaker.
const bridge = `{"id":"bridge","text":"“We are ready,” Ann Lee said of “Bridge Day.” She called it “late.”",
"entities":[{"type":"PER","start":16,"end":23,"cluster":1},{"type":"PER","start":46,"end":49,"cluster":1},{"type":"MISC","start":33,"end":43}],
"quotes":[{"type":"direct","start":1,"end":14,"core":true,"mark":"double","speaker":{"start":16,"end":23,"text":"Ann Lee"},"speaker_name":"Ann Lee","speaker_kind":"name"},
{"type":"mixed","start":61,"end":66,"core":false,"mark":"double","speaker":{"start":46,"end":49,"text":"She"},"speaker_name":"Ann Lee","speaker_kind":"pronoun"}],
"unattributed":[{"start":33,"end":44,"words":2,"mark":"double"}]}`

func readBridge(t *testing.T) []Gold {
	t.Helper()
	gold, err := ReadGold(strings.NewReader(bridge))
	if err != nil {
		t.Fatal(err)
	}
	return gold
}

func TestQuotesByHand(t *testing.T) {
	gold := readBridge(t)
	lee := &article.Speaker{Name: "Ann Lee", Text: "Ann Lee", Start: 16, End: 23}
	utterance := article.Quote{Kind: article.Direct, Start: 1, End: 14, Speaker: lee}
	fragment := article.Quote{Kind: article.Mixed, Start: 61, End: 66, Speaker: lee}
	title := article.Quote{Kind: article.Mixed, Start: 33, End: 44}
	for _, c := range []struct {
		name     string
		quotes   []article.Quote
		core     Score
		all      Score
		endToEnd Score
	}{
		{"all right", []article.Quote{utterance, fragment}, Score{1, 1, 1}, Score{1, 1, 1}, Score{1, 1, 1}},
		{"a title taken for speech", []article.Quote{utterance, title}, Score{0.5, 1, 2.0 / 3}, Score{0.5, 0.5, 0.5}, Score{0.5, 1, 2.0 / 3}},
		{"fragments do not count in core", []article.Quote{fragment}, Score{0, 0, 0}, Score{1, 0.5, 2.0 / 3}, Score{0, 0, 0}},
		{"somebody else", []article.Quote{{Kind: article.Direct, Start: 1, End: 14, Speaker: &article.Speaker{Name: "Bob Ray", Text: "Bob", Start: 50, End: 53}}}, Score{1, 1, 1}, Score{1, 0.5, 2.0 / 3}, Score{0, 0, 0}},
		{"nothing", nil, Score{0, 0, 0}, Score{0, 0, 0}, Score{0, 0, 0}},
		{"mentions are no quotes", []article.Quote{utterance, {Kind: article.QuotedOnly, Start: 33, End: 44}}, Score{1, 1, 1}, Score{1, 0.5, 2.0 / 3}, Score{1, 1, 1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := Quotes(gold, []article.Article{{Input: "news/bridge.txt", Quotes: c.quotes}})
			if diff := cmp.Diff([]Score{c.core, c.all, c.endToEnd}, []Score{r.Core.Overlap, r.All.Overlap, r.EndToEnd}); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestEntitiesByHand(t *testing.T) {
	gold := readBridge(t)
	pred := article.Article{Input: "bridge.txt",
		People: []article.Entity{{ID: "ann-lee", Mentions: []article.Mention{{Start: 16, End: 23}, {Start: 46, End: 49}}}},
		Places: []article.Entity{{ID: "bridge", Mentions: []article.Mention{{Start: 33, End: 39}}}},
	}
	r := Entities(gold, []article.Article{pred})
	want := EntityReport{Articles: 1, Predicted: 1,
		ByType:   map[Type]Score{Person: {1, 1, 1}, Place: {}, Organisation: {}},
		Exact:    Score{2.0 / 3, 1, 0.8},
		Untyped:  Score{2.0 / 3, 1, 0.8},
		Overlap:  Score{2.0 / 3, 1, 0.8},
		Grouping: &Score{1, 1, 1},
		Mistakes: []Mistake{{Article: "bridge", Kind: "invented", Start: 33, End: 39, Text: "Bridge", Detail: "LOC"}},
	}
	if diff := cmp.Diff(want, r, cmp.Comparer(func(a, b float64) bool { return a-b < 1e-9 && b-a < 1e-9 })); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestReadGoldOfOurOwn(t *testing.T) {
	dir := t.TempDir()
	write := func(name, data string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("lamp.txt", "‘No,’ said Ann.")
	write("lamp.gold.json", `{"people":[{"name":"Ann","mentions":[{"start":11,"end":14}]}],"places":[],"organisations":[],
"quotes":[{"kind":"direct","start":1,"end":4,"speaker":"Ann","mention":"Ann","cue":"said"},{"kind":"mention","start":5,"end":9,"speaker":null}]}`)
	gold, err := ReadGoldPath(dir)
	if err != nil {
		t.Fatal(err)
	}
	want := []Gold{{ID: "lamp", Text: "‘No,’ said Ann.",
		Entities:     []GoldEntity{{Range{11, 14}, Person, "0.0"}},
		Quotes:       []GoldQuote{{Range: Range{1, 4}, Kind: article.Direct, Core: true, Speaker: &GoldSpeaker{Text: "Ann", Name: "Ann"}}},
		Unattributed: []GoldQuote{{Range: Range{5, 9}, Kind: article.QuotedOnly}},
	}}
	if diff := cmp.Diff(want, gold); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	one, err := ReadGoldPath(filepath.Join(dir, "lamp.gold.json"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(gold, one); diff != "" {
		t.Errorf("the file and its folder differ:\n%s", diff)
	}
}

func TestReadingRefuses(t *testing.T) {
	if _, err := ReadGold(strings.NewReader(`{"id":"a"}` + "\n{")); err == nil || !strings.Contains(err.Error(), "article 2") {
		t.Errorf("broken gold: %v", err)
	}
	if _, err := ReadPredictions(strings.NewReader(`{"input":"a","offsets":"byte"}`)); err == nil || !strings.Contains(err.Error(), "byte") {
		t.Errorf("predictions in bytes: %v", err)
	}
	if _, err := ReadGoldPath(t.TempDir()); err == nil {
		t.Error("a folder without gold files must be an error")
	}
	if _, err := ReadGoldPath(filepath.Join(t.TempDir(), "none.jsonl")); err == nil {
		t.Error("a missing file must be an error")
	}
}

// TestOurOwnGold reads the gold files of the project and scores them against
// themselves: everything must be right.
func TestOurOwnGold(t *testing.T) {
	gold, err := ReadGoldPath(filepath.FromSlash("../../testdata/articles"))
	if err != nil {
		t.Fatal(err)
	}
	var pred []article.Article
	for _, g := range gold {
		a := article.Article{Input: g.ID + ".txt"}
		for _, e := range g.Entities {
			entity := article.Entity{ID: e.Cluster, Mentions: []article.Mention{{Start: e.Start, End: e.End}}}
			switch e.Type {
			case Person:
				a.People = append(a.People, entity)
			case Place:
				a.Places = append(a.Places, entity)
			default:
				a.Organisations = append(a.Organisations, entity)
			}
		}
		for _, q := range g.Quotes {
			p := article.Quote{Kind: q.Kind, Start: q.Start, End: q.End}
			for _, part := range q.Parts {
				p.Parts = append(p.Parts, [2]int{part.Start, part.End})
			}
			if q.Speaker != nil {
				p.Speaker = &article.Speaker{Name: q.Speaker.Name}
			}
			a.Quotes = append(a.Quotes, p)
		}
		pred = append(pred, a)
	}
	perfect := Score{1, 1, 1}
	if r := Entities(gold, pred); r.Exact != perfect || *r.Grouping != perfect {
		t.Errorf("entities: %+v, grouping %+v", r.Exact, *r.Grouping)
	}
	if r := Quotes(gold, pred); r.Core.Exact != perfect || r.All.Exact != perfect || r.EndToEnd != perfect {
		t.Errorf("quotes: %+v", r)
	}
}

func TestManyQuotesTakeLittleTime(t *testing.T) {
	const quotes = 20000
	// slowest is far more than sorting takes, and far less than comparing each
	// with each would.
	const slowest = 5 * time.Second
	g := Gold{ID: "long", Text: strings.Repeat("“abc” ", quotes)}
	a := article.Article{Input: "long"}
	for i := range quotes {
		g.Quotes = append(g.Quotes, GoldQuote{Range: Range{i*6 + 1, i*6 + 4}, Kind: article.Direct, Core: true})
		a.Quotes = append(a.Quotes, article.Quote{Kind: article.Direct, Start: i*6 + 1, End: i*6 + 4})
	}
	start := time.Now()
	r := Quotes([]Gold{g}, []article.Article{a})
	Attributions([]Gold{g}, []article.Article{a}, true)
	if took := time.Since(start); took > slowest {
		t.Errorf("took %v", took)
	}
	if r.Core.Exact.F1 != 1 {
		t.Errorf("core exact %+v", r.Core.Exact)
	}
}

func TestPrint(t *testing.T) {
	gold := readBridge(t)
	quotes, entities, attributions := Quotes(gold, nil), Entities(gold, nil), Attributions(gold, nil, false)
	var b strings.Builder
	for _, print := range []func() error{
		func() error { return quotes.Print(&b) },
		func() error { return entities.Print(&b) },
		func() error { return attributions.Print(&b) },
	} {
		if err := print(); err != nil {
			t.Fatal(err)
		}
	}
	for _, want := range []string{"articles 1, predicted 0", "core overlap", "end to end, exact", "kind name", "attributions, characters"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in:\n%s", want, b.String())
		}
	}
}
