package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/pkg/cli"
)

// TestGolden compares what is printed for each test article with
// testdata/golden/NAME.yaml, byte for byte; -update writes those files. Whether
// the answers are right is for the gold files to say, and for
// TestArticlesAgainstGold: these here show in a diff what a change changes.
func TestGolden(t *testing.T) {
	t.Chdir("../..")
	articles, err := filepath.Glob("testdata/articles/*.txt")
	if err != nil || len(articles) == 0 {
		t.Fatalf("no articles: %v", err)
	}
	for _, article := range articles {
		name := strings.TrimSuffix(filepath.Base(article), ".txt")
		t.Run(name, func(t *testing.T) {
			var out, errs bytes.Buffer
			code := cli.Main([]string{filepath.ToSlash(article)}, cli.Streams{In: strings.NewReader(""), Out: &out, Err: &errs})
			if code != cli.ExitDone || errs.Len() > 0 {
				t.Fatalf("exit code %d: %s", code, &errs)
			}
			golden := filepath.Join("testdata", "golden", name+".yaml")
			if *update {
				if err := os.WriteFile(golden, out.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), out.String()); diff != "" {
				t.Errorf("another answer; if it is meant, run go test ./cmd/whosaid -update (-golden +now):\n%s", diff)
			}
		})
	}
}
