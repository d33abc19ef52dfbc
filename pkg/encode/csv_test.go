package encode

import (
	"encoding/csv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/pkg/article"
)

func TestCSVQuotes(t *testing.T) {
	a := sample()
	want := `input,id,kind,speaker,speaker_id,speaker_text,cue,text,start,end,rule,confidence
news/storm.txt,q1,direct,Ana Sá,ana-sa,Ana Sá,warned,"Stay in.

“Wait,",39,55,cue-before,0.9
news/storm.txt,q2,mixed,she,,Ana Sá,,"Wait,",50,55,cue-after,1
news/storm.txt,q3,mixed,,,,,"Wait,",50,55,none,0
`
	if diff := cmp.Diff(want, encoded(t, CSV, Options{}, a)); diff != "" {
		t.Error(diff)
	}
	if got := encoded(t, CSV, Options{}, a, a); strings.Count(got, "input,id") != 1 || len(got) < 2*len(want)-100 {
		t.Errorf("two articles are not one table:\n%s", got)
	}
}

func TestCSVEntities(t *testing.T) {
	want := `input,type,id,name,aliases,roles,mentions,start,end
news/storm.txt,person,ana-sa,Ana Sá,Sá; no,"mayor of Faro, Portugal",1,21,27
news/storm.txt,place,port,Port,,,1,14,18
`
	if diff := cmp.Diff(want, encoded(t, CSV, Options{Table: Entities}, sample())); diff != "" {
		t.Error(diff)
	}
}

func TestCSVWithoutArticlesHasItsHeader(t *testing.T) {
	if got := encoded(t, CSV, Options{}); !strings.HasPrefix(got, "input,id,") || strings.Count(got, "\n") != 1 {
		t.Errorf("got %q", got)
	}
}

func TestCSVCellsAreSafe(t *testing.T) {
	for in, want := range map[string]string{
		"=1+1":                "'=1+1",
		"+1":                  "'+1",
		"-1":                  "'-1",
		"@SUM(A1)":            "'@SUM(A1)",
		"＝1":                  "'＝1",
		"\t=1":                `\t=1`,
		"\r=1":                `\r=1`,
		"a=b":                 "a=b",
		"":                    "",
		"one\r\ntwo\nthree":   "one\ntwo\nthree",
		"\x1b[31m\u202egpj.a": `\x1b[31m\u202egpj.a`,
		`say "no", twice`:     `say "no", twice`,
	} {
		if got := SafeCell(in); got != want {
			t.Errorf("SafeCell(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestCSVReadsBack(t *testing.T) {
	for _, s := range hostile {
		for _, table := range Tables() {
			out := encoded(t, CSV, Options{Offsets: article.Byte, Table: table}, filledWith(s))
			rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
			if err != nil {
				t.Fatalf("%q: %v\n%s", s, err, out)
			}
			records := map[Table]int{Quotes: 3, Entities: 2}[table]
			if len(rows) != 1+records {
				t.Fatalf("%q: %d rows, want %d", s, len(rows), 1+records)
			}
			if got := rows[1][0]; got != SafeCell(s) {
				t.Errorf("%q became %q", s, got)
			}
		}
	}
}
