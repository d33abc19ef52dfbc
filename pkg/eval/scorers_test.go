package eval

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/whosaid/whosaid/pkg/article"
)

// shared is the folder of corpora and scorers, beside the repository.
const shared = "../../../shared"

// sameDigits is how far a number may be from the scorer's: four places.
const sameDigits = 0.00005

// corpus reads gold articles of the shared folder, or skips the test.
func corpus(t *testing.T, name string) (path string, gold []Gold) {
	t.Helper()
	path = filepath.Join(shared, filepath.FromSlash(name))
	if _, err := os.Stat(path); err != nil {
		t.Skip("the corpora are not here:", err)
	}
	gold, err := ReadGoldPath(path)
	if err != nil {
		t.Fatal(err)
	}
	return path, gold
}

// script runs one of the scorers and gives what it computes.
func script(t *testing.T, name string, args ...string) map[string]any {
	t.Helper()
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3:", err)
	}
	out, err := exec.Command(python, append([]string{filepath.Join(shared, "tools", name), "--json"}, args...)...).Output()
	if err != nil {
		t.Fatal(err)
	}
	var result map[string]any
	if err := json.Unmarshal(out, &result); err != nil {
		t.Fatal(err)
	}
	return result
}

// writePredictions writes articles as "whosaid -o jsonl" does.
func writePredictions(t *testing.T, pred []article.Article) string {
	t.Helper()
	var b bytes.Buffer
	for _, a := range pred {
		line, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(append(line, '\n'))
	}
	name := filepath.Join(t.TempDir(), "pred.jsonl")
	if err := os.WriteFile(name, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

// sameScore compares one of our scores with one of the script's.
func sameScore(t *testing.T, name string, got Score, want any) {
	t.Helper()
	list, ok := want.([]any)
	if !ok || len(list) != 3 {
		t.Fatalf("%s: the script gives %v", name, want)
	}
	for i, g := range []float64{got.Precision, got.Recall, got.F1} {
		if w := list[i].(float64); math.Abs(g-w) > sameDigits {
			t.Errorf("%s: %+v, the script gives %v", name, got, want)
			return
		}
	}
}

func sameAccuracy(t *testing.T, name string, got Accuracy, want any) {
	t.Helper()
	list, ok := want.([]any)
	if !ok || len(list) != 2 {
		t.Fatalf("%s: the script gives %v", name, want)
	}
	share, _ := list[0].(float64)
	if n := int(list[1].(float64)); n != got.Of || math.Abs(share-got.Share()) > sameDigits {
		t.Errorf("%s: %+v (%.4f), the script gives %v", name, got, got.Share(), want)
	}
}

// noisyEntities makes predictions from gold with mistakes of every kind.
func noisyEntities(gold []Gold, rng *rand.Rand) []article.Article {
	var out []article.Article
	for _, g := range gold {
		if rng.IntN(20) == 0 {
			continue // not predicted at all
		}
		a := article.Article{Schema: article.Schema, Input: "folder/" + g.ID + ".txt", Offsets: article.Rune}
		byName := map[string]int{}
		lists := []*[]article.Entity{&a.People, &a.Places, &a.Organisations}
		for _, e := range g.Entities {
			kind := 0
			for i, t := range Types() {
				if t == e.Type {
					kind = i
				}
			}
			start, end := e.Start, e.End
			switch rng.IntN(12) {
			case 0:
				continue
			case 1:
				end++
			case 2:
				start = max(0, start-2)
			case 3:
				kind = rng.IntN(3)
			}
			id := fmt.Sprint(kind, ".", e.Cluster)
			if rng.IntN(10) == 0 {
				id = fmt.Sprint(kind, ".", rng.IntN(4))
			}
			list := lists[kind]
			i, known := byName[id]
			if !known {
				i = len(*list)
				byName[id] = i
				*list = append(*list, article.Entity{ID: id})
			}
			(*list)[i].Mentions = append((*list)[i].Mentions, article.Mention{Start: start, End: end})
		}
		out = append(out, a)
	}
	return out
}

func TestEntitiesAgreeWithTheScorer(t *testing.T) {
	for _, name := range []string{"data/ner/dwie.articles.dev.jsonl", "data/ner/worldwide.articles.dev.jsonl"} {
		t.Run(filepath.Base(name), func(t *testing.T) {
			path, gold := corpus(t, name)
			pred := noisyEntities(gold, rand.New(rand.NewPCG(1, 2)))
			got := Entities(gold, pred)
			want := script(t, "score_entities.py", path, writePredictions(t, pred))
			for _, typ := range Types() {
				sameScore(t, string(typ), got.ByType[typ], want[string(typ)])
			}
			sameScore(t, "exact", got.Exact, want["exact"])
			sameScore(t, "untyped", got.Untyped, want["untyped"])
			sameScore(t, "overlap", got.Overlap, want["overlap"])
			if grouping, has := want["grouping"]; has != (got.Grouping != nil) {
				t.Errorf("grouping: %v, the script gives %v", got.Grouping, grouping)
			} else if has {
				sameScore(t, "grouping", *got.Grouping, grouping)
			}
			if got.Exact.F1 < 0.5 || got.Exact.F1 > 0.99 {
				t.Errorf("the predictions are not noisy: %+v", got.Exact)
			}
		})
	}
}

// noisyQuotes makes predictions from gold with mistakes of every kind.
func noisyQuotes(gold []Gold, rng *rand.Rand) []article.Article {
	var out []article.Article
	for _, g := range gold {
		if rng.IntN(20) == 0 {
			continue
		}
		a := article.Article{Schema: article.Schema, Input: g.ID, Offsets: article.Rune}
		var names []string
		for _, q := range append(append([]GoldQuote{}, g.Quotes...), g.Unattributed...) {
			p := article.Quote{Kind: q.Kind, Start: q.Start, End: q.End}
			if p.Kind == "" {
				p.Kind = article.Direct
			}
			for _, part := range q.Parts {
				p.Parts = append(p.Parts, [2]int{part.Start, part.End})
			}
			switch rng.IntN(12) {
			case 0:
				continue
			case 1:
				p.End, p.Parts = p.Start+(p.End-p.Start)/2+1, nil
			case 2:
				p.Start, p.Parts = max(0, p.Start-5), nil
			case 3:
				p.Kind = article.QuotedOnly
			case 4:
				p.Start, p.Parts = max(0, p.Start-40), nil
			}
			if s := q.Speaker; s != nil {
				names = append(names, s.Name)
				said := article.Speaker{Name: s.Name, Text: s.Text, Start: s.At.Start, End: s.At.End}
				switch rng.IntN(8) {
				case 0:
					said = article.Speaker{Name: names[rng.IntN(len(names))], Text: "He", Start: 3, End: 5}
				case 1:
					said.Name = ""
				case 2:
					said.Name = s.Text
				case 3:
					said.Start, said.End, said.Text = 1, 4, "Mr. "+s.Text+" Jr."
				}
				if rng.IntN(15) > 0 {
					p.Speaker = &said
				}
			}
			a.Quotes = append(a.Quotes, p)
		}
		out = append(out, a)
	}
	return out
}

func TestQuotesAgreeWithTheScorer(t *testing.T) {
	path, gold := corpus(t, "data/quotes/polnear.direct.dev.jsonl")
	for seed := range uint64(3) {
		pred := noisyQuotes(gold, rand.New(rand.NewPCG(seed, 2)))
		got := Quotes(gold, pred)
		want := script(t, "score_quotes.py", path, writePredictions(t, pred))
		for _, s := range []struct {
			name string
			SpanReport
		}{{"core", got.Core}, {"all", got.All}} {
			sameScore(t, s.name+" exact", s.Exact, want[s.name+"_exact"])
			sameScore(t, s.name+" overlap", s.Overlap, want[s.name+"_overlap"])
			sameScore(t, s.name+" lenient", s.Lenient, want[s.name+"_overlap_lenient_precision"])
		}
		sameAccuracy(t, "speaker, lenient", got.SpeakerLenient, want["speaker_lenient_acc"])
		sameAccuracy(t, "speaker, entity", got.SpeakerEntity, want["speaker_entity_acc"])
		sameScore(t, "end to end", got.EndToEnd, want["end_to_end_overlap"])
		sameScore(t, "end to end exact", got.EndToEndExact, want["end_to_end_exact"])
		if got.EndToEnd.F1 < 0.3 || got.EndToEnd.F1 > 0.98 {
			t.Errorf("the predictions are not noisy: %+v", got.EndToEnd)
		}
	}
}

func TestAttributionsAgreeWithTheScorer(t *testing.T) {
	path, gold := corpus(t, "data/quotes/polnear.attributions.dev.jsonl")
	pred := noisyQuotes(gold, rand.New(rand.NewPCG(5, 2)))
	file := writePredictions(t, pred)
	for _, speech := range []bool{false, true} {
		args := []string{path, file, "--attr"}
		if speech {
			args = append(args, "--speech")
		}
		want := script(t, "score_quotes.py", args...)
		got := Attributions(gold, pred, speech)
		sameScore(t, "overlap", got.Overlap, want["attr_overlap"])
		sameScore(t, "exact", got.Exact, want["attr_exact"])
		sameScore(t, "characters", got.Characters, want["attr_char"])
		for _, k := range []article.Kind{article.Direct, article.Mixed, article.Indirect} {
			sameAccuracy(t, string(k), got.Recall[k], want["recall_"+string(k)])
		}
		sameAccuracy(t, "speaker", got.Speaker, want["speaker_lenient"])
	}
}
