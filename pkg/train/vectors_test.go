package train

import (
	"archive/tar"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/whosaid/whosaid/pkg/ner"
)

// writeVectors writes a package with a file of vectors as npm packs one.
func writeVectors(t *testing.T, content string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "vectors.tgz")
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	zipped := gzip.NewWriter(f)
	packed := tar.NewWriter(zipped)
	for _, file := range [][2]string{{"package/package.json", "{}"}, {"package/vectors.json", content}} {
		if err := packed.WriteHeader(&tar.Header{Name: file[0], Mode: 0o644, Size: int64(len(file[1]))}); err != nil {
			t.Fatal(err)
		}
		if _, err := packed.Write([]byte(file[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := packed.Close(); err != nil {
		t.Fatal(err)
	}
	if err := zipped.Close(); err != nil {
		t.Fatal(err)
	}
	return name
}

// axis is a vector that points along one dimension, a little to another.
func axis(i, other int, by float32) []float32 {
	v := make([]float32, vectorSize)
	v[i], v[other] = 3, by
	return v
}

func TestReadVectorsKeepsWordsAndScalesThem(t *testing.T) {
	content, err := json.Marshal(map[string]any{
		"size":    2,
		"words":   []string{"lagos", "42"},
		"vectors": map[string][]float32{"lagos": append(axis(4, 5, 4), 5, 0), "42": axis(1, 2, 0)},
	})
	if err != nil {
		t.Fatal(err)
	}
	w, err := readVectors(writeVectors(t, string(content)))
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(w.words); got != "[lagos]" {
		t.Fatalf("words: got %s, want [lagos]", got)
	}
	if v := w.vectors[0]; v[4] != 0.6 || v[5] != 0.8 {
		t.Errorf("got %v and %v, want 0.6 and 0.8", v[4], v[5])
	}
}

func TestReadVectorsSaysWhatIsWrong(t *testing.T) {
	for content, want := range map[string]string{
		`{"vectors":{"lagos":[1,2]}}`: `package/vectors.json: "lagos" has 2 numbers, want 100`,
		`{"size":1}`:                  "package/vectors.json: no field of vectors",
		``:                            "package/vectors.json: EOF",
	} {
		if _, err := readVectors(writeVectors(t, content)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got error %v, want %q in it", content, err, want)
		}
	}
}

// twoPeoples are vectors around two axes: towns, then families.
func twoPeoples() *wordVectors {
	w := &wordVectors{}
	for i := range 2 * smallestSplit {
		v := vector(axis(10, 20+i%7, float32(i%5)/10))
		if i >= smallestSplit {
			v = vector(axis(50, 60+i%7, float32(i%5)/10))
		}
		v.unit()
		w.words, w.vectors = append(w.words, fmt.Sprintf("word%c%c", 'a'+i/26, 'a'+i%26)), append(w.vectors, v)
	}
	return w
}

func TestBisectPartsWhatPointsApart(t *testing.T) {
	w := twoPeoples()
	paths := bisect(w.vectors)
	for i, path := range paths {
		if same := path[:1] == paths[0][:1]; same != (i < smallestSplit) {
			t.Fatalf("vector %d has path %s, vector 0 has %s", i, path, paths[0])
		}
	}
	if again := bisect(w.vectors); fmt.Sprint(again) != fmt.Sprint(paths) {
		t.Error("two runs differ")
	}
}

func TestVectorsLeanToWhatTheNewsSay(t *testing.T) {
	w := twoPeoples()
	news := newNews()
	for i, word := range w.words {
		if i%smallestSplit == 0 {
			continue // words that the news do not know
		}
		u := &usage{lower: 1}
		class := ner.UsagePlace
		if i >= smallestSplit {
			class = ner.UsageSurname
		}
		u.typed[class] = 999
		key, _, _ := ner.UsageKey(word)
		news.words[key] = u
	}
	m := learnKinds(w, news)
	for i, want := range map[int]ner.VectorKind{0: ner.VectorPlace, smallestSplit: ner.VectorPerson} {
		if got := m.leanings(&w.vectors[i]); got[want] < 0.5 {
			t.Errorf("word %d: got %.2f, want more than half for kind %d", i, got, want)
		}
	}
	entries, codes := w.entries(news)
	if len(entries) != len(w.words) || len(codes) < 2*codeSize {
		t.Errorf("got %d entries and %d bytes of codes for %d words", len(entries), len(codes), len(w.words))
	}
}
