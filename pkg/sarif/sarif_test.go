package sarif

import (
	"bytes"
	"strings"
	"testing"
)

func TestWrite(t *testing.T) {
	at := Place{File: "news/a b.txt", StartLine: 3, StartColumn: 5, EndLine: 3, EndColumn: 9}
	for _, test := range []struct {
		name    string
		result  Result
		want    []string
		wantNot string
	}{
		{"a stretch of a file", Result{Rule: "r", Level: "error", Message: "m", Place: at},
			[]string{`"uri": "news/a%20b.txt"`, `"startColumn": 5`, `"endColumn": 9`}, "relatedLocations"},
		{"whole lines", Result{Place: Place{File: "a.txt", StartLine: 3, EndLine: 4}}, []string{`"startLine": 3`}, "startColumn"},
		{"a whole file", Result{Place: Place{File: "a.txt"}}, []string{`"uri": "a.txt"`}, "region"},
		{"and what it is compared with", Result{Place: at, Related: &Place{File: "b.txt", StartLine: 7, EndLine: 7}},
			[]string{"relatedLocations", `"uri": "b.txt"`, `"text": "what it is compared with"`}, "defaultConfiguration"},
	} {
		t.Run(test.name, func(t *testing.T) {
			var out bytes.Buffer
			if err := Write(&out, "", []Rule{{ID: "r", Text: "about r"}}, []Result{test.result}); err != nil {
				t.Fatal(err)
			}
			for _, want := range test.want {
				if !strings.Contains(out.String(), want) {
					t.Errorf("no %s in\n%s", want, &out)
				}
			}
			if strings.Contains(out.String(), test.wantNot) {
				t.Errorf("%s in\n%s", test.wantNot, &out)
			}
		})
	}
}
