package rows

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/ingest"
)

func makeRows(t *testing.T, o Options, r Record) (Rows, bool, error) {
	t.Helper()
	return NewMaker(o, o.Extractor()).Make(context.Background(), r)
}

// TestMake has a record with two pieces of one quote and a field to keep.
func TestMake(t *testing.T) {
	r := Record{File: "news.jsonl", Line: 3, Data: []byte(
		`{"id":"a","page":4,"text":"“Así,” he began. “We shut the port,” said Ana Sá, “before noon.”"}` + "\n")}
	got, found, err := makeRows(t, Options{Keep: true, LeastWords: 5, Offsets: article.Byte}, r)
	if err != nil || !found {
		t.Fatal(found, err)
	}
	if !strings.HasPrefix(got.Article, `{"schema":"whosaid/v1","input":"a",`) || !strings.HasSuffix(got.Article, `,"id":"a","page":4}`) {
		t.Errorf("article %s", got.Article)
	}
	if got.Words != 12 || len(got.Quotes) == 0 || got.Attributed == 0 || got.Attributed > len(got.Quotes) {
		t.Errorf("%d words, %d of %d quotes attributed", got.Words, got.Attributed, len(got.Quotes))
	}
	for i, want := range []string{`{"input":"a","id":"q1","kind":"direct","text":"Así,",`, `"speaker":"Ana Sá","speaker_id":"ana-sa"`} {
		if !strings.Contains(got.Quotes[i], want) {
			t.Errorf("quote %d is %s, want %s in it", i, got.Quotes[i], want)
		}
	}
	for _, s := range got.Sayings {
		if len(strings.Fields(s.Key)) < 5 || !cmp.Equal(s.In, []string{"a"}) {
			t.Errorf("saying %+v", s)
		}
	}
	var words int
	for _, s := range got.Speakers {
		words += s.Words
	}
	if words == 0 {
		t.Error("nobody speaks")
	}
}

// TestBytesThatAreNoText reads what can be read, as whosaid does.
func TestBytesThatAreNoText(t *testing.T) {
	r := Record{File: "news.jsonl", Line: 1, Data: []byte("{\"id\":\"\xff\",\"text\":\"It \xfe rained.\"}")}
	got, _, err := makeRows(t, Options{Text: true}, r)
	if want := `"text":"It � rained."}`; err != nil || !strings.HasSuffix(got.Article, want) {
		t.Errorf("%v, article %s, want %s at its end", err, got.Article, want)
	}
}

func TestNothingFound(t *testing.T) {
	got, found, err := makeRows(t, Options{}, Record{File: "news.jsonl", Line: 1, Data: []byte("\ufeff\r\n")})
	if found || err != nil || got.Article != "" {
		t.Errorf("%+v, found %v, %v", got, found, err)
	}
}

func TestDeadLetter(t *testing.T) {
	r := Record{File: "news.jsonl", Line: 2, Data: []byte("\xff{")}
	want := `{"error":"not a text","input":"news.jsonl:2","file":"news.jsonl","line":2,"bytes":"/3s=","length":2}`
	for name, err := range map[string]error{
		"of a record": ingest.RecordError(r.File, r.Line, ingest.ErrBinary),
		"any":         errors.New("not a text"),
	} {
		if diff := cmp.Diff(want, DeadLetter(r, 2, err)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	r = Record{File: "a.txt", Data: make([]byte, mostBytes+1)}
	letter := DeadLetter(r, int64(len(r.Data)), ingest.ErrBinary)
	if want := `{"error":"not a text","input":"a.txt","file":"a.txt","bytes":"`; !strings.HasPrefix(letter, want) || len(letter) > mostBytes*3/2 {
		t.Errorf("%d bytes: %.80s", len(letter), letter)
	}
}
