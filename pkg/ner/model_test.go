package ner

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/pkg/nlp"
)

// TestCardDescribesTheEmbeddedModel fails when the model file changes without
// its card, whose numbers would then be of another model.
func TestCardDescribesTheEmbeddedModel(t *testing.T) {
	card, err := os.ReadFile("MODEL.md")
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256([]byte(modelFile))
	if want := hex.EncodeToString(sum[:]); !strings.Contains(string(card), want) {
		t.Errorf("MODEL.md does not list the model's SHA-256, %s", want)
	}
}

func TestEmbeddedModelOpens(t *testing.T) {
	if _, err := OpenModel(modelFile); err != nil {
		t.Fatal(err)
	}
	const most = 12 << 20 // bytes: the promise of the card
	if len(modelFile) > most {
		t.Errorf("the model has %d bytes, at most %d are allowed", len(modelFile), most)
	}
}

func TestBrokenModelsAreRefused(t *testing.T) {
	other := []byte(modelFile[:modelHead])
	other[modelHead-2]++
	for name, file := range map[string]string{
		"empty": "", "another file": strings.Repeat("x", 1000), "cut short": modelFile[:len(modelFile)/2],
		"features of another version": string(other) + modelFile[modelHead:],
	} {
		if _, err := OpenModel(file); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestModelSurvivesEncoding(t *testing.T) {
	parts := &ModelParts{
		Lexicon: &LexiconParts{
			Lists: testLists, Lowers: 2, Caseds: 3,
			Vectors: []WordValue{{CasedKey("nairobi"), VectorValue(7, [VectorKinds]float64{VectorPlace: 1})}},
		},
		Rows:   []Row{{Hash: spread(9), Weights: [Labels]int8{1, -2, 3}}},
		Unit:   0.5,
		Second: &Second{Trust: 0.75, Rows: make([]Scores, HintRows)},
	}
	parts.Transitions[LastPlace][Outside] = 1.25
	parts.Second.Rows[HintRows-1][UnitPlace] = 4
	file, err := parts.Encode()
	if err != nil {
		t.Fatal(err)
	}
	m, err := OpenModel(string(file))
	if err != nil {
		t.Fatal(err)
	}
	var sum lanes
	m.weights.add(&sum, []uint64{spread(9)}, nil)
	if got, want := sum.scores(m.unit), (Scores{0.5, -1, 1.5}); got != want {
		t.Errorf("row: got %v, want %v", got, want)
	}
	if m.jumps[LastPlace][Outside] != 1.25 || m.second.Trust != 0.75 || m.second.Rows[HintRows-1][UnitPlace] != 4 || m.lexicon.lowers != 2 {
		t.Errorf("numbers did not survive: %+v", m.numbers)
	}
	if got, want := m.lexicon.vectors.find(CasedKey("nairobi")), parts.Lexicon.Vectors[0].Value; got != want || m.lexicon.caseds != 3 {
		t.Errorf("vectors: got %x of %d clusters before, want %x of 3", got, m.lexicon.caseds, want)
	}
	again, err := parts.Encode()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(file, again); diff != "" {
		t.Error("two encodings differ")
	}
}

// testMemory returns the memory of a text whose tokens at the words given are
// surely of a label, and all others outside.
func testMemory(text string, labels map[string]Label) (*Memory, *Reading) {
	r := NewReading(lexiconOf(&LexiconParts{}))
	d := nlp.Parse(text)
	r.Load(d)
	tokens := make([]Scores, len(d.Tokens))
	for i := range tokens {
		tokens[i][labels[d.Word(i)]] = 1
	}
	m := &Memory{}
	m.Load(r, tokens)
	return m, r
}

func TestHintsTellWhatTheOtherUsesAre(t *testing.T) {
	m, r := testMemory("Some praised Ocampo. Later Ocampo left. Later Silva left.", map[string]Label{"Ocampo": UnitPerson, "Silva": UnitPlace})
	hintOf := func(word string, nth int) []Hint {
		for i := range r.doc.Tokens {
			if r.doc.Word(i) == word {
				if nth--; nth < 0 {
					return m.Hints(r.doc.Sentences[r.doc.Tokens[i].Sentence].First, i, nil)
				}
			}
		}
		t.Fatalf("no %s", word)
		return nil
	}
	hints := hintOf("Ocampo", 1)
	if len(hints) == 0 || hints[0].Values[UnitPerson] != 1 || hints[0].Values[UnitPlace] != 0 {
		t.Errorf("Ocampo: %+v", hints)
	}
	// The token's own label is no evidence for itself.
	if hints := hintOf("Silva", 0); len(hints) != 0 {
		t.Errorf("Silva: %+v", hints)
	}
}

// rowsOf returns the hints of the nth token of a word, by kin and measure, of
// plain text.
func rowsOf(t *testing.T, m *Memory, r *Reading, word string, nth int, k kin, at measure) (values []Scores) {
	t.Helper()
	for i := range r.doc.Tokens {
		if r.doc.Word(i) != word {
			continue
		}
		if nth--; nth >= 0 {
			continue
		}
		for _, h := range m.Hints(r.doc.Sentences[r.doc.Tokens[i].Sentence].First, i, nil) {
			for n := range kinCounts {
				if int(h.Row) == hintRow(0, k, n)+int(at) {
					values = append(values, h.Values)
				}
			}
		}
		return values
	}
	t.Fatalf("no %s", word)
	return nil
}

func TestHintsOfALongerName(t *testing.T) {
	m, r := testMemory("Then Rosa Ocampo left. Later Ocampo left.", map[string]Label{"Rosa": BeginPerson, "Ocampo": LastPerson})
	if got := rowsOf(t, m, r, "Ocampo", 1, kinLong, measureType); len(got) != 1 || got[0][UnitPerson] != 1 {
		t.Errorf("alone: %v", got)
	}
	// In the longer name itself, there is no other.
	if got := rowsOf(t, m, r, "Ocampo", 0, kinLong, measureType); len(got) != 0 {
		t.Errorf("in the longer name: %v", got)
	}
}

func TestHintsOfAList(t *testing.T) {
	text := "They once visited Amal, Boro and Chidi together. People heard that Dara said Eno had left."
	m, r := testMemory(text, map[string]Label{"Amal": UnitPlace, "Chidi": UnitPerson, "Eno": UnitPerson})
	for _, tt := range []struct {
		word  string
		k     kin
		label Label
		want  int
	}{
		{"Boro", kinListBefore, UnitPlace, 1},
		{"Boro", kinListAfter, UnitPerson, 1},
		{"Amal", kinListBefore, UnitPlace, 0},
		{"Dara", kinListAfter, UnitPerson, 0}, // no list
	} {
		got := rowsOf(t, m, r, tt.word, 0, tt.k, measureType)
		if len(got) != tt.want || tt.want == 1 && got[0][tt.label] != 1 {
			t.Errorf("%s, kin %d: %v", tt.word, tt.k, got)
		}
	}
}
