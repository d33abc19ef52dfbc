package train

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/pkg/ner"
)

// toy is a language of three words, each with its own label.
func toy() []example {
	labels := []ner.Label{ner.Outside, ner.UnitPerson, ner.UnitPlace}
	var list []example
	for i := range 60 {
		e := example{weight: 1, starts: []int32{0}, settled: true, document: i}
		for k := range 4 {
			word := int32((i + k*k) % 3)
			e.features = append(e.features, word, 3)
			e.starts = append(e.starts, int32(len(e.features)))
			e.allowed = append(e.allowed, labels[word].Set())
		}
		list = append(list, e)
	}
	return list
}

var toySettings = Settings{Rounds: 5, Rate: 0.3, Decay: 1e-4, Dropout: 0.1, Seed: 1}

func TestLearnerLearns(t *testing.T) {
	list := toy()
	l := newLearner(toySettings, 4, 1, list)
	var losses []float64
	l.learn(list, func(_ int, loss float64) { losses = append(losses, loss) })
	if losses[len(losses)-1] > losses[0]/2 {
		t.Errorf("losses %v", losses)
	}
	var decoder ner.Decoder
	for i := range list {
		l.score(&list[i])
		for k, y := range decoder.Decode(l.tokens, &l.jumps, nil) {
			if !list[i].allowed[k].Has(y) {
				t.Fatalf("example %d, token %d: label %d", i, k, y)
			}
		}
	}
}

func TestLearnerIsDeterministic(t *testing.T) {
	weights := func() []ner.Scores {
		list := toy()
		l := newLearner(toySettings, 4, 1, list)
		l.learn(list, func(int, float64) {})
		return l.rows
	}
	if diff := cmp.Diff(weights(), weights()); diff != "" {
		t.Error(diff)
	}
}

func TestForeignCorpusLearnsItsOwnWay(t *testing.T) {
	home := toy()
	list := append([]example{}, home...)
	for _, e := range home { // the same words, other labels
		e.corpus = 1
		e.allowed = make([]ner.LabelSet, e.tokens())
		for k := range e.allowed {
			e.allowed[k] = ner.UnitOrganisation.Set()
		}
		list = append(list, e)
	}
	l := newLearner(toySettings, 4, 2, list)
	l.learn(list, func(int, float64) {})
	var decoder ner.Decoder
	for i := range home {
		l.score(&home[i])
		for k, y := range decoder.Decode(l.tokens, &l.jumps, nil) {
			if !home[i].allowed[k].Has(y) {
				t.Fatalf("example %d, token %d: label %d", i, k, y)
			}
		}
	}
}

func TestContradictoryLabelsTeachNothing(t *testing.T) {
	l := teacher{steps: ner.Steps()}
	allowed := []ner.LabelSet{ner.BeginPerson.Set(), ner.Outside.Set()}
	for _, settled := range []bool{true, false} {
		if loss := l.teach(make([]ner.Scores, 2), allowed, settled, 1); loss != 0 || len(l.errors) != 0 {
			t.Errorf("settled %v: loss %v, errors %v", settled, loss, l.errors)
		}
	}
}

func TestAlphabetKeepsWhatIsFrequent(t *testing.T) {
	a := newAlphabet()
	for i := range uint64(1000) {
		a.count(i << 20)
		if i%2 == 0 {
			a.count(i << 20)
		}
	}
	a.close(2)
	if a.size != 500 {
		t.Fatalf("size %d", a.size)
	}
	hashes := a.hashes()
	for i := range uint64(1000) {
		n := a.number(i << 20)
		if i%2 == 1 && n >= 0 || i%2 == 0 && (n < 0 || hashes[n] != i<<20) {
			t.Fatalf("feature %d has number %d", i, n)
		}
	}
}

func TestQuantiseKeepsWhatMatters(t *testing.T) {
	weights := []ner.Scores{{1.27}, {0.0001}, {-0.5, 0.25}}
	rows, unit := quantise(weights, []uint64{10, 11, 12}, []float32{1, 1, 9}, 2)
	if len(rows) != 2 || rows[0].Hash != 12 || rows[1].Hash != 10 {
		t.Fatalf("rows %v", rows)
	}
	if got := float32(rows[0].Weights[0]) * unit; got < -0.51 || got > -0.49 {
		t.Errorf("-0.5 became %v", got)
	}
}

func TestCheckpointRunsAStepOnce(t *testing.T) {
	keep := checkpoints{filepath.Join(t.TempDir(), "work")}
	runs := 0
	step := func(depends string, result any, fill func()) {
		t.Helper()
		if err := keep.step("s", depends, result, func() error { runs++; fill(); return nil }); err != nil {
			t.Fatal(err)
		}
	}
	for range 2 {
		var flat flatNumbers
		step("flat", &flat, func() { flat.values = []float32{1, 2.5} })
		if diff := cmp.Diff([]float32{1, 2.5}, flat.values); diff != "" {
			t.Error(diff)
		}
		var parts ner.LexiconParts
		step("gob", &parts, func() { parts.Lowers = 3 })
		if parts.Lowers != 3 {
			t.Errorf("got %+v", parts)
		}
	}
	if runs != 2 {
		t.Errorf("%d runs of two steps", runs)
	}
	if left, _ := filepath.Glob(filepath.Join(keep.dir, "*.part")); len(left) > 0 {
		t.Errorf("left over: %v", left)
	}
	if _, err := os.Stat(keep.dir); err != nil {
		t.Error(err)
	}
}
