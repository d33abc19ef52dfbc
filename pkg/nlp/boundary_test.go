package nlp

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// boundaryFloor is the least share of annotated names that must start and end
// where tokens do. What is missing is the annotators' "U.S" without its last
// full stop and slips of the typist.
const boundaryFloor = 0.995

func TestNamesStartAndEndWhereTokensDo(t *testing.T) {
	names, met := 0, 0
	for _, corpus := range []string{"worldwide.articles.dev.jsonl", "dwie.articles.dev.jsonl"} {
		file, err := os.Open(filepath.Join("../../../shared/data/ner", corpus))
		if err != nil {
			t.Skipf("the corpus is not here: %v", err)
		}
		defer file.Close()
		lines := bufio.NewScanner(file)
		lines.Buffer(nil, 1<<24)
		for lines.Scan() {
			var article struct {
				Text     string
				Entities []struct {
					Type       string
					Start, End int // in code points
				}
			}
			if err := json.Unmarshal(lines.Bytes(), &article); err != nil {
				t.Fatal(err)
			}
			starts, ends := map[int]bool{}, map[int]bool{}
			for _, token := range Parse(article.Text).Tokens {
				starts[token.Start], ends[token.End] = true, true
			}
			var offsets []int // byte of each code point
			for i := range article.Text {
				offsets = append(offsets, i)
			}
			offsets = append(offsets, len(article.Text))
			for _, e := range article.Entities {
				if e.Type == "MISC" {
					continue
				}
				names++
				if starts[offsets[e.Start]] && ends[offsets[e.End]] {
					met++
				}
			}
		}
	}
	share := float64(met) / float64(names)
	t.Logf("%d of %d names, %.4f", met, names, share)
	if share < boundaryFloor {
		t.Errorf("only %.4f of the names start and end where tokens do", share)
	}
}
