package ingest

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// read gathers what a reader gives as "name: text" and "! name: error".
func read(r *Reader, paths ...string) []string {
	var got []string
	for in, err := range r.Inputs(context.Background(), paths) {
		if err != nil {
			got = append(got, "! "+err.Error())
			continue
		}
		line := in.Name + ": " + in.Text
		if in.Title != "" {
			line += " [" + in.Title + "]"
		}
		got = append(got, line)
	}
	return got
}

// tree makes files in a folder that becomes the current one.
func tree(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, content := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func zipped(t *testing.T, text string) string {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestInputs(t *testing.T) {
	tree(t, map[string]string{
		"news/b.txt":         "B",
		"news/a.md":          "A",
		"news/deep/er/c.TXT": "C",
		"news/d.txt.gz":      zipped(t, "D"),
		"news/.git/e.txt":    "hidden folder",
		"news/.f.txt":        "hidden file",
		"news/g.png":         "\x89PNG\x00",
		"news/rows.jsonl":    `{"id":"one","text":"1"}` + "\n",
		"pictures/g.png":     "\x89PNG\x00",
		"blank.txt":          " \r\n\t\u00a0",
		"zero.txt":           "",
		"[odd].txt":          "odd",
		"notes.log":          "by hand",
		"cut.gz":             zipped(t, "some words")[:20],
		"bad.gz":             "\x1f\x8b and no more",
		"twice.txt":          "\ufeffmarked",
	})
	for name, test := range map[string]struct {
		paths []string
		want  []string
	}{
		"file": {[]string{"news/b.txt"}, []string{"news/b.txt: B"}},
		"folder, sorted, without what is hidden or no text": {
			[]string{"news"},
			[]string{"news/a.md: A", "news/b.txt: B", "news/d.txt.gz: D", "news/deep/er/c.TXT: C", "one: 1"},
		},
		"folder with a slash":     {[]string{"news/deep/"}, []string{"news/deep/er/c.TXT: C"}},
		"hidden, given by hand":   {[]string{"news/.f.txt", "news/.git"}, []string{"news/.f.txt: hidden file", "news/.git/e.txt: hidden folder"}},
		"other ending, by hand":   {[]string{"notes.log"}, []string{"notes.log: by hand"}},
		"pattern":                 {[]string{"news/*.md"}, []string{"news/a.md: A"}},
		"pattern over folders":    {[]string{"news/**/*.{txt,TXT}"}, []string{"news/b.txt: B", "news/deep/er/c.TXT: C"}},
		"name that looks like it": {[]string{"[odd].txt"}, []string{"[odd].txt: odd"}},
		"byte order mark":         {[]string{"twice.txt"}, []string{"twice.txt: marked"}},
		"order of the arguments, and no doubt about doubles": {
			[]string{"news/b.txt", "news/a.md", "news/b.txt"},
			[]string{"news/b.txt: B", "news/a.md: A", "news/b.txt: B"},
		},
		"every fault in its place": {
			[]string{"none.txt", "news/a.md", "none*", "pictures", "blank.txt", "zero.txt", "pictures/g.png", "cut.gz", "bad.gz", "news/[", "news/b.txt"},
			[]string{
				"! none.txt: no such file or folder",
				"news/a.md: A",
				"! none*: no file matches this pattern",
				"! pictures: no article in this folder",
				"! blank.txt: nothing to read: there is no text in it",
				"! zero.txt: nothing to read: there is no text in it",
				"! pictures/g.png: not a text: it is full of control characters",
				"! cut.gz: ends too early: the gzip data is cut off",
				"! bad.gz: not a text: damaged gzip data",
				"! news/[: no such file or folder",
				"news/b.txt: B",
			},
		},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, read(&Reader{}, test.paths...)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestInputsFollowsLinksToFilesOnly(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need rights here")
	}
	tree(t, map[string]string{"news/a.txt": "A", "far/b.txt": "B"})
	for link, target := range map[string]string{"news/loop": ".", "news/far": "../far", "news/b.txt": "../far/b.txt", "news/gone.txt": "nowhere"} {
		if err := os.Symlink(target, link); err != nil {
			t.Fatal(err)
		}
	}
	want := []string{"news/a.txt: A", "news/b.txt: B"}
	if diff := cmp.Diff(want, read(&Reader{}, "news")); diff != "" {
		t.Error(diff)
	}
}

func TestInputsNamesAFolderThatCannotBeRead(t *testing.T) {
	tree(t, map[string]string{"news/a.txt": "A", "news/shut/b.txt": "B", "news/z.txt": "Z"})
	if err := os.Chmod("news/shut", 0); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod("news/shut", 0o755) })
	if _, err := os.ReadDir("news/shut"); err == nil {
		t.Skip("this user may read everything")
	}
	want := []string{"news/a.txt: A", "! news/shut: permission denied", "news/z.txt: Z"}
	if diff := cmp.Diff(want, read(&Reader{}, "news")); diff != "" {
		t.Error(diff)
	}
}

func TestInputsStdin(t *testing.T) {
	r := &Reader{Stdin: strings.NewReader("words")}
	if diff := cmp.Diff([]string{"-: words"}, read(r, "-")); diff != "" {
		t.Error(diff)
	}
	r = &Reader{Stdin: strings.NewReader(`{"text":"words"}`), StdinName: "feed.jsonl"}
	if diff := cmp.Diff([]string{"feed.jsonl:1: words"}, read(r, "-")); diff != "" {
		t.Error(diff)
	}
	r = &Reader{Stdin: strings.NewReader(zipped(t, "words"))}
	if diff := cmp.Diff([]string{"-: words"}, read(r, "-")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"! -: there is no standard input here"}, read(&Reader{}, "-")); diff != "" {
		t.Error(diff)
	}
}

func TestInputsFromAList(t *testing.T) {
	tree(t, map[string]string{
		"a.txt": "A", "b.txt": "B", "news/c.txt": "C", "list": "b.txt\r\n\nnone.txt\nnews\n*.txt",
	})
	want := []string{"a.txt: A", "b.txt: B", "! none.txt: no such file or folder", "news/c.txt: C", "a.txt: A", "b.txt: B"}
	if diff := cmp.Diff(want, read(&Reader{FilesFrom: "list"}, "a.txt")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"b.txt: B"}, read(&Reader{FilesFrom: "-", Stdin: strings.NewReader("b.txt")})); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"! none: no such file or folder"}, read(&Reader{FilesFrom: "none"})); diff != "" {
		t.Error(diff)
	}
}

func TestInputsSkip(t *testing.T) {
	tree(t, map[string]string{"a.txt": "A", "b.txt": "B"})
	r := &Reader{Skip: func(path string, found bool) bool { return path == "a.txt" && found }}
	if diff := cmp.Diff([]string{"b.txt: B", "b.txt: B", "a.txt: A"}, read(r, ".", "*.txt", "a.txt")); diff != "" {
		t.Error(diff)
	}
}

func TestCount(t *testing.T) {
	tree(t, map[string]string{"news/a.txt": "A", "news/b.txt": "B", "rows.jsonl": ""})
	skip := func(path string, _ bool) bool { return path == "news/b.txt" }
	for name, test := range map[string]struct {
		reader *Reader
		paths  []string
		want   int
		known  bool
	}{
		"folder, pattern, fault": {&Reader{}, []string{"news", "news/*.txt", "missing"}, 5, true},
		"some skipped":           {&Reader{Skip: skip}, []string{"news", "news/a.txt"}, 2, true},
		"records":                {&Reader{}, []string{"news", "rows.jsonl"}, 0, false},
		"standard input":         {&Reader{}, []string{"-"}, 0, false},
		"list":                   {&Reader{FilesFrom: "list"}, []string{"news"}, 0, false},
	} {
		if n, known := test.reader.Count(t.Context(), test.paths); n != test.want || known != test.known {
			t.Errorf("%s: got %d, %t, want %d, %t", name, n, known, test.want, test.known)
		}
	}
}

func TestInputsSayWhereTheyAre(t *testing.T) {
	tree(t, map[string]string{"news/a.txt": "A", "rows.jsonl": "\n{\"id\":\"x\",\"text\":\"X\"}\n"})
	var got []Input
	for in, err := range (&Reader{}).Inputs(t.Context(), []string{"news", "rows.jsonl"}) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, in)
	}
	want := []Input{
		{Name: "news/a.txt", Text: "A", File: "news/a.txt"},
		{Name: "x", Text: "X", File: "rows.jsonl", Line: 2},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestInputsLimit(t *testing.T) {
	tree(t, map[string]string{"fits": "12345678", "over": "123456789", "bomb": zipped(t, strings.Repeat("a", 1<<20))})
	want := []string{
		"fits: 12345678",
		"! over: larger than the limit of 8 bytes",
		"! bomb: larger than the limit of 8 bytes",
	}
	if diff := cmp.Diff(want, read(&Reader{MaxBytes: 8}, "fits", "over", "bomb")); diff != "" {
		t.Error(diff)
	}
}

func TestLimitOfPackedData(t *testing.T) {
	const some = 2 << 20 // bytes, more than may be unpacked from anything
	tree(t, map[string]string{
		"bomb.gz": zipped(t, strings.Repeat("a", some)), "line.gz": zipped(t, strings.Repeat("-", 1000)),
		"bomb.jsonl.gz": zipped(t, strings.Repeat("{\"text\":\"a\"}\n", some/10)), "after": "B",
	})
	dashes := "line.gz: " + strings.Repeat("-", 1000)
	want := []string{"! bomb.gz: the gzip data unpacks to more than the limit of 200 times its size", dashes, "after: B"}
	if diff := cmp.Diff(want, read(&Reader{}, "bomb.gz", "line.gz", "after")); diff != "" {
		t.Error(diff)
	}
	if got := read(&Reader{MaxRatio: 2000}, "bomb.gz"); len(got[0]) != len("bomb.gz: ")+some {
		t.Errorf("got %.80q", got)
	}
	// The records before the limit are given, then it ends.
	got := read(&Reader{}, "bomb.jsonl.gz", "after")
	last := got[len(got)-2:]
	if len(got) < 1000 || len(got) > some/10 || !strings.HasPrefix(last[0], "! bomb.jsonl.gz:") || !strings.HasSuffix(last[0], "of 200 times its size") || last[1] != "after: B" {
		t.Errorf("%d records and %q", len(got), last)
	}
}

func TestLimitOfLines(t *testing.T) {
	long := `{"id":"a","text":"` + strings.Repeat("a", 50) + `"}`
	tree(t, map[string]string{"rows.jsonl": long + "\n{\"id\":\"b\",\"text\":\"B\"}\n", "list": strings.Repeat("x", 100_000)})
	want := []string{"! rows.jsonl:1: a line larger than the limit of 60 bytes", "b: B"}
	if diff := cmp.Diff(want, read(&Reader{MaxLine: 60}, "rows.jsonl")); diff != "" {
		t.Error(diff)
	}
	// A long line may hold a short text, and a text has its limit still.
	want = []string{"! rows.jsonl:1: larger than the limit of 40 bytes", "b: B"}
	if diff := cmp.Diff(want, read(&Reader{MaxLine: 100, MaxBytes: 40}, "rows.jsonl")); diff != "" {
		t.Error(diff)
	}
	want = []string{"! list: a line is too long to be a path"}
	if diff := cmp.Diff(want, read(&Reader{FilesFrom: "list"})); diff != "" {
		t.Error(diff)
	}
}

func TestInputsRecords(t *testing.T) {
	rows := strings.Join([]string{
		"\ufeff" + `{"id":"a","text":"A","title":"First","other":[1]}`,
		`{"text":"B"}`,
		``,
		`{"id":17,"text":"C\r\n\ud83d\ude00"}`,
		`{"id":null,"text":"D","title":7}`,
		`{"id":"e"}`,
		`{"id":"f","text":5}`,
		`["g"]`,
		`{"id":"h","text":" "}`,
		`{"id":"cut","te`,
		`{"id":"` + strings.Repeat("i", 200) + `","text":"I"}`,
		`{"id":"last","text":"no line end"}`,
	}, "\n")
	tree(t, map[string]string{"rows.jsonl": rows, "none.jsonl": "", "rows.txt": `{"body":"text","key":"k"}`})
	want := []string{
		"a: A [First]",
		"rows.jsonl:2: B",
		"17: C\r\n😀",
		"rows.jsonl:5: D",
		`! rows.jsonl:6: the record has no field "text"`,
		`! rows.jsonl:7: field "text" is not a string`,
		"! rows.jsonl:8: not a JSON object",
		"! rows.jsonl:9: nothing to read: there is no text in it",
		"! rows.jsonl:10: not JSON: unexpected end of JSON input",
		"! rows.jsonl:11: a line larger than the limit of 100 bytes",
		"last: no line end",
	}
	if diff := cmp.Diff(want, read(&Reader{MaxBytes: 100}, "rows.jsonl", "none.jsonl")); diff != "" {
		t.Error(diff)
	}
	r := &Reader{Format: JSONL, TextField: "body", IDField: "key"}
	if diff := cmp.Diff([]string{"k: text"}, read(r, "rows.txt")); diff != "" {
		t.Error(diff)
	}
}

func TestInputsEndsWhenTheContextDoes(t *testing.T) {
	silent, _ := io.Pipe() // nobody ever writes
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan bool)
	go func() {
		for in, err := range (&Reader{Stdin: silent}).Inputs(ctx, []string{"-", "-"}) {
			t.Errorf("got %v, %v", in, err)
		}
		close(done)
	}()
	cancel()
	<-done
}

func TestInputsCanBeLeftEarly(t *testing.T) {
	tree(t, map[string]string{"a.txt": "A", "b.txt": "B", "rows.jsonl": "{\"text\":\"1\"}\n{\"text\":\"2\"}\n"})
	for _, paths := range [][]string{{"."}, {"*.txt"}, {"a.txt", "b.txt"}, {"rows.jsonl"}, {"none", "none"}} {
		seen := 0
		for range (&Reader{}).Inputs(context.Background(), paths) {
			seen++
			break
		}
		if seen != 1 {
			t.Errorf("%v gave %d inputs before the break", paths, seen)
		}
	}
}

func TestErrorUnwraps(t *testing.T) {
	for _, err := range (&Reader{}).Inputs(context.Background(), []string{"none"}) {
		var input *Error
		if !errors.As(err, &input) || input.Name != "none" || !errors.Is(err, ErrMissing) {
			t.Errorf("got %#v", err)
		}
	}
}
