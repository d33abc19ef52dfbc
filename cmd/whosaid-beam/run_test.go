package main

import (
	"encoding/json"
	"flag"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/cmd/whosaid-beam/pipeline"
)

var full = flag.Bool("full", false, "run 20,000 records three times, for which the corpora beside the project are needed")

// TestSameAsTheTool runs a small sample and holds every table against what
// whosaid says of the same files.
func TestSameAsTheTool(t *testing.T) {
	s := makeSample(t, t.TempDir(), ownArticles(t), 240, 16)
	got := compareWithTool(t, s)

	again, _, _ := runBeam(t, append(s.flags(), "--shards", "1", s.pattern())...)
	if diff := cmp.Diff(got, again); diff != "" {
		t.Errorf("a second run, in one file: %s", diff)
	}
}

// TestTwentyThousand does the same with 20,000 records, 200 of them broken, of
// the corpora, and then twice more.
func TestTwentyThousand(t *testing.T) {
	if !*full {
		t.Skip("takes many minutes: -full runs it")
	}
	s := makeSample(t, t.TempDir(), sharedArticles(t), 20_000, 200)
	got := compareWithTool(t, s)
	for range 2 {
		again, counts, _ := runBeam(t, append(s.flags(), s.pattern())...)
		compareTables(t, "in another run", got, again)
		t.Log(counts)
	}
}

func (s sample) flags() []string { return []string{"--keep", "--max-bytes", strconv.Itoa(s.maxBytes)} }

// compareWithTool runs whosaid-beam and whosaid on a sample and compares them.
func compareWithTool(t *testing.T, s sample) tables {
	t.Helper()
	got, counts, code := runBeam(t, append(s.flags(), s.pattern())...)
	t.Log(counts)
	if code != exitFailed {
		t.Errorf("exit code %d, want %d: there are dead letters", code, exitFailed)
	}
	files, err := filepath.Glob(s.pattern())
	if err != nil || len(files) != sampleParts {
		t.Fatalf("%d files, %v", len(files), err)
	}
	stdout, stderr, _ := runTool(t, slices.Concat([]string{"-i", "jsonl", "-o", "jsonl"}, s.flags(), files)...)

	want := splitLines(stdout)
	slices.Sort(want)
	if len(want) != s.good {
		t.Fatalf("whosaid gives %d articles of %d good records", len(want), s.good)
	}
	compareLines(t, "articles", want, got[pipeline.Articles])
	compareDeadLetters(t, s, splitLines(stderr), got[pipeline.DeadLetters])
	compareQuotes(t, want, got[pipeline.Quotes])
	report, _, _ := runTool(t, slices.Concat([]string{"stats", "-i", "jsonl", "-o", "json"}, s.flags()[1:], files)...)
	compareSpeakers(t, report, got[pipeline.Speakers])
	compareRepeated(t, got[pipeline.Quotes], got[pipeline.Repeated])
	return got
}

func compareLines(t *testing.T, what string, want, got []string) {
	t.Helper()
	if slices.Equal(want, got) {
		return
	}
	t.Errorf("%s: %d lines, want %d", what, len(got), len(want))
	for i := range min(len(want), len(got)) {
		if want[i] != got[i] {
			t.Fatalf("%s, the first line that differs:\n got %s\nwant %s", what, got[i], want[i])
		}
	}
}

// compareDeadLetters wants for each record that whosaid complains of the same
// words, and the bytes that stand in the file.
func compareDeadLetters(t *testing.T, s sample, complaints, letters []string) {
	t.Helper()
	if len(letters) != s.broken {
		t.Errorf("%d dead letters of %d broken records", len(letters), s.broken)
	}
	lines := map[string][]string{}
	var stripped []string
	for _, letter := range letters {
		var all struct {
			Error  string `json:"error"`
			Input  string `json:"input"`
			File   string `json:"file"`
			Line   int    `json:"line"`
			Bytes  []byte `json:"bytes"`
			Length int    `json:"length"`
		}
		if err := json.Unmarshal([]byte(letter), &all); err != nil {
			t.Fatalf("%s: %v", letter, err)
		}
		if lines[all.File] == nil {
			lines[all.File] = readLines(t, all.File)
		}
		want := lines[all.File][all.Line-1]
		kept := strings.TrimSuffix(string(all.Bytes), "\n")
		if !strings.HasPrefix(want, kept) || all.Length != len(want)+1 || all.Length <= s.maxBytes && kept != want {
			t.Errorf("%s: %d bytes of %d, which are not those of the file", all.Input, len(kept), all.Length)
		}
		stripped = append(stripped, letter[:strings.LastIndex(letter, `,"bytes":`)]+"}")
	}
	slices.Sort(complaints)
	slices.Sort(stripped)
	compareLines(t, "dead letters", complaints, stripped)
}

// compareQuotes wants a row for each quote of the articles.
func compareQuotes(t *testing.T, articles, quotes []string) {
	t.Helper()
	var want, got []string
	for _, line := range articles {
		var a struct {
			Input  string `json:"input"`
			Quotes []struct {
				ID, Kind, Text string
				Start, End     int
				Speaker        *struct{ Name string }
			} `json:"quotes"`
		}
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			t.Fatal(err)
		}
		for _, q := range a.Quotes {
			speaker := ""
			if q.Speaker != nil {
				speaker = q.Speaker.Name
			}
			want = append(want, strings.Join([]string{a.Input, q.ID, q.Kind, q.Text, strconv.Itoa(q.Start), strconv.Itoa(q.End), speaker}, "|"))
		}
	}
	for _, line := range quotes {
		var q struct {
			Input, ID, Kind, Text, Speaker string
			Start, End                     int
		}
		if err := json.Unmarshal([]byte(line), &q); err != nil {
			t.Fatal(err)
		}
		got = append(got, strings.Join([]string{q.Input, q.ID, q.Kind, q.Text, strconv.Itoa(q.Start), strconv.Itoa(q.End), q.Speaker}, "|"))
	}
	if len(want) == 0 {
		t.Fatal("no quotes in the sample")
	}
	slices.Sort(want)
	slices.Sort(got)
	compareLines(t, "quotes", want, got)
}

// compareSpeakers holds the table against whosaid stats.
func compareSpeakers(t *testing.T, report string, rows []string) {
	t.Helper()
	type speaker struct {
		Name                    string
		Quotes, Words, Articles int
	}
	var want struct{ Speakers []speaker }
	if err := json.Unmarshal([]byte(report), &want); err != nil {
		t.Fatal(err)
	}
	var got []speaker
	for _, row := range rows {
		var s speaker
		if err := json.Unmarshal([]byte(row), &s); err != nil {
			t.Fatal(err)
		}
		got = append(got, s)
	}
	order := func(a, b speaker) int { return strings.Compare(a.Name, b.Name) }
	slices.SortFunc(want.Speakers, order)
	slices.SortFunc(got, order)
	if diff := cmp.Diff(want.Speakers, got); diff != "" || len(got) == 0 {
		t.Errorf("speakers (-whosaid stats +table): %s", diff)
	}
}

// compareRepeated counts the table again, from that of the quotes.
func compareRepeated(t *testing.T, quotes, rows []string) {
	t.Helper()
	in := map[string]map[string]bool{} // key → articles
	for _, line := range quotes {
		var q struct{ Key, Input string }
		if err := json.Unmarshal([]byte(line), &q); err != nil {
			t.Fatal(err)
		}
		if len(strings.Fields(q.Key)) >= defaultLeastWords {
			if in[q.Key] == nil {
				in[q.Key] = map[string]bool{}
			}
			in[q.Key][q.Input] = true
		}
	}
	maps.DeleteFunc(in, func(_ string, articles map[string]bool) bool { return len(articles) < 2 })
	for _, row := range rows {
		var r struct {
			Key, Text string
			Articles  int
			In        []string
		}
		if err := json.Unmarshal([]byte(row), &r); err != nil {
			t.Fatal(err)
		}
		names := slices.Sorted(maps.Keys(in[r.Key]))
		if r.Articles != len(names) || !slices.Equal(r.In, names[:len(r.In)]) {
			t.Errorf("%q is in %v, want %v", r.Text, r.In, names)
		}
		delete(in, r.Key)
	}
	if len(rows) == 0 || len(in) > 0 {
		t.Errorf("%d repeated quotes, %d missing", len(rows), len(in))
	}
}

// TestDocuments reads texts and pages, plain and gzip, as whosaid does, and
// drops what is none with the reason.
func TestDocuments(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, content := range map[string]string{
		"news/a.txt":    "“We shut the port before noon,” said Ana Sá.",
		"news/b.html":   "<!doctype html><title>Port shut</title><article><p>“The port will open tomorrow,” said Ana Sá on Monday, after a week in which nothing moved.</p></article>",
		"news/c.md":     "caf\xe9 owner Rui Reis said: \x93Nobody came.\x94",
		"news/d.txt.gz": "",
		"news/e.txt":    " \n",
		"news/f.txt":    "%PDF-1.7",
		"news/g.jsonl":  "\ufeff\n{\"text\":\"It rained.\"}\r\n\r\n{\"id\":7,\"text\":\"It rained again.\"}",
		"news/h.jsonl":  "",
	} {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	writeZipped(t, "news/d.txt.gz", "“The crane fell,” said Rui Reis.")
	cutZipped(t, "news/i.jsonl.gz", strings.Repeat(`{"id":"z","text":"It rained on the quay and on the boats."}`+"\n", 200))
	if err := os.Mkdir("news/folder.txt", 0o755); err != nil {
		t.Fatal(err)
	}

	got, _, code := runBeam(t, "news/*", "news/a.txt")
	stdout, stderr, _ := runTool(t, "-o", "jsonl", "news/*")
	want := splitLines(stdout)
	slices.Sort(want)
	compareLines(t, "articles", want, got[pipeline.Articles])
	if code != exitFailed {
		t.Errorf("exit code %d", code)
	}
	var reasons []string
	for _, letter := range got[pipeline.DeadLetters] {
		var l struct{ Error, Input string }
		if err := json.Unmarshal([]byte(letter), &l); err != nil {
			t.Fatal(err)
		}
		reasons = append(reasons, l.Input+": "+l.Error)
	}
	var complaints []string
	for _, line := range splitLines(stderr) {
		var l struct{ Error, Input string }
		if json.Unmarshal([]byte(line), &l) == nil { // a record
			line = l.Input + ": " + l.Error
		}
		complaints = append(complaints, strings.TrimPrefix(line, "whosaid: "))
	}
	slices.Sort(reasons)
	slices.Sort(complaints)
	compareLines(t, "dead letters", complaints, reasons)
	if len(reasons) != 3 {
		t.Errorf("%d dead letters, want 3: %v", len(reasons), reasons)
	}
}

func writeZipped(t *testing.T, name, content string) {
	t.Helper()
	if err := os.WriteFile(name, zipped(t, content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// cutZipped leaves the last quarter out.
func cutZipped(t *testing.T, name, content string) {
	t.Helper()
	data := zipped(t, content)
	if err := os.WriteFile(name, data[:len(data)*3/4], 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestUsage(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "old.jsonl"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		want string
		args []string
	}{
		"no output":    {"--output names no folder", []string{"a.txt"}},
		"no pattern":   {"no pattern of files to read", []string{"--output", "out"}},
		"full folder":  {"name a new one", []string{"--output", dir, "a.txt"}},
		"file system":  {`scheme "ftp"`, []string{"--output", "ftp://a/b", "a.txt"}},
		"shards":       {"--shards is 0", []string{"--output", "out", "--shards", "0", "a.txt"}},
		"offsets":      {"--offsets must be", []string{"--output", "out", "--offsets", "lines", "a.txt"}},
		"no such file": {"no file matches", []string{"--output", filepath.Join(dir, "new"), filepath.Join(dir, "none-*.txt")}},
	} {
		_, stderr, code := runProgram(t, beamCommand(test.args...))
		if code != exitFailed || !strings.Contains(stderr, test.want) {
			t.Errorf("%s: exit code %d, want %d, and %q in: %s", name, code, exitFailed, test.want, stderr)
		}
	}
}
