package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// sample is a set of files with good and broken records.
type sample struct {
	dir          string
	good, broken int
	maxBytes     int // of a line; one broken record has more
}

// pattern matches the files of a sample.
func (s sample) pattern() string { return filepath.Join(s.dir, "part-*.jsonl*") }

// sampleParts is how many files a sample has; the last is gzip.
const sampleParts = 4

// makeSample writes n records into files, broken of them spread evenly among
// them. Every good record is a paragraph of one of the articles, in turn, under
// an id of its own, so that the same paragraph comes back as another article.
func makeSample(t *testing.T, dir string, articles []string, n, broken int) sample {
	t.Helper()
	paragraphs := shortParagraphs(articles)
	if len(paragraphs) == 0 {
		t.Fatal("the articles have no paragraph of the length that is wanted")
	}
	paragraphs = paragraphs[:min(len(paragraphs), n/2)] // so that some are repeated
	s := sample{dir: dir, good: n - broken, broken: broken, maxBytes: 1 << 14}
	var out io.WriteCloser
	made := 0 // broken so far
	for i := range n {
		if perPart := (n + sampleParts - 1) / sampleParts; i%perPart == 0 {
			closeFile(t, out)
			out = createPart(t, dir, i/perPart)
		}
		line := goodRecord(t, i, paragraphs[i%len(paragraphs)])
		if (i+1)*broken/n > made {
			line = brokenRecord(made, line, s.maxBytes)
			made++
		}
		if _, err := out.Write(append(line, '\n')); err != nil {
			t.Fatal(err)
		}
	}
	closeFile(t, out)
	return s
}

// The paragraphs of a sample, in bytes: long enough to have a quote in them,
// short enough that thousands are read in minutes.
const (
	shortest = 120
	longest  = 480
)

func shortParagraphs(articles []string) []string {
	var all []string
	for _, text := range articles {
		for paragraph := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n", "\n"), "\n\n") {
			if shortest <= len(paragraph) && len(paragraph) <= longest {
				all = append(all, paragraph)
			}
		}
	}
	return all
}

func goodRecord(t *testing.T, number int, text string) []byte {
	t.Helper()
	record := map[string]any{
		"id": fmt.Sprintf("article-%06d", number), "text": text, "page": number % 90, "url": "https://example.org/?a=1&b=<2>",
	}
	if number%10 == 0 {
		delete(record, "id") // it goes by file and line
	}
	line, err := json.Marshal(record)
	if err != nil {
		t.Fatal(err)
	}
	return line
}

// brokenRecord breaks a record in one of the ways there are, in turn.
func brokenRecord(n int, line []byte, maxBytes int) []byte {
	ways := [][]byte{
		line[:len(line)/2], // cut off
		[]byte(`{"id":"no text"}`),
		[]byte(`{"id":"number","text":5}`),
		[]byte(`{"id":"blank","text":" \n\t "}`),
		[]byte(`["a list"]`),
		[]byte("\x00\x01\xff\xfe not JSON"),
		append(bytes.Repeat([]byte(" "), maxBytes), line...), // too long
		[]byte(`null`),
	}
	return ways[n%len(ways)]
}

func createPart(t *testing.T, dir string, part int) io.WriteCloser {
	t.Helper()
	name := filepath.Join(dir, fmt.Sprintf("part-%d.jsonl", part))
	if part == sampleParts-1 {
		name += ".gz"
	}
	file, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if part == sampleParts-1 {
		return &zippedFile{gzip.NewWriter(file), file}
	}
	return file
}

type zippedFile struct {
	*gzip.Writer
	file io.Closer
}

func (z *zippedFile) Close() error {
	if err := z.Writer.Close(); err != nil {
		return err
	}
	return z.file.Close()
}

func closeFile(t *testing.T, file io.Closer) {
	t.Helper()
	if file == nil {
		return
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
}

// ownArticles returns the texts of the project's own test articles.
func ownArticles(t *testing.T) []string {
	t.Helper()
	names, err := filepath.Glob("../../testdata/articles/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatalf("no test articles: %v", err)
	}
	var texts []string
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(text))
	}
	return texts
}

// sharedArticles returns the texts of the corpora beside the project.
func sharedArticles(t *testing.T) []string {
	t.Helper()
	const corpora = "../../../shared/data/quotes/*.train.jsonl"
	names, _ := filepath.Glob(corpora)
	if len(names) == 0 {
		t.Skipf("there are no corpora at %s", corpora)
	}
	var texts []string
	for _, name := range names {
		file, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		lines := bufio.NewScanner(file)
		lines.Buffer(nil, 1<<26)
		for lines.Scan() {
			var record struct {
				Text string `json:"text"`
			}
			if err := json.Unmarshal(lines.Bytes(), &record); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			texts = append(texts, record.Text)
		}
		if err := lines.Err(); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	return texts
}

func zipped(t *testing.T, content string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := io.WriteString(w, content); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
