package encode

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/pkg/article"
)

// hostile lists strings that some parser of YAML, some terminal or some reader
// takes for something else.
var hostile = []string{
	"", " ", "  a", "a  ", "\t", "\n", "\n\n", "a\n", "a\n\n", "\na", " a\nb", "a \nb", "a\n b", "a\n  b\n c", "a\n\n\nb", "a\n \nb", "a\n\tb", "a\tb",
	"yes", "NO", "On", "off", "y", "N", "true", "False", "null", "Null", "~", ".nan", "NaN", ".inf", "-.Inf", "<<", "=",
	"1", "-1", "1:30", "2024-05-03", "1_0", "0.1e-5", "0x", "1__2", "190:20:30", "!", "! a", "+1", "1.5", ".5", "1e3", "1_000", "0x1F", "0o17", "017", "12:30:45", "1:2", "2001-12-14", "2001-12-14t21:59:43.10-05:00", "12e03", "0b1",
	"- a", "-a", "? a", "?a", ": a", ":a", "a: b", "a:b", "a:", "a :b", "a #b", "a# b", "#a", "&a", "*a", "!a", "!!str a", "|", ">", "%a", "@a", "`a",
	"[a", "a]", "{a", "a}", "a,b", "a, b", "'", `"`, `'a'`, `"a"`, `it's "so"`, `\`, `\n`, `"\`, "---", "--- a", "...", "... a", "---\na", "a\n---\nb", "a\n...\nb",
	"é", "“a”", "👩‍🚀", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "\u00a0", "\u00a0a\u00a0", "a\u3000", "\u2028", "a\u2029b", "\u0085", "a\u0085b", "\u202eabc\u202c", "\u2066a\u2069", "\u200e", "\ufeff", "a\ufeffb",
	"\x00", "\x07", "\x1b[31m", "\x1b]8;;http://a\x07", "\x7f", "\u009b31m", "\r", "a\r\nb", "\ufffe", "\uffff", "\ufffd", "a\x00\nb",
	"<script>", "&amp;", "3 dead", "007", "1,200 people", "# a\n# b", "|\na", "- a\n- b", "a: b\nc: d", "\u200b", "a\u200db", "\U0010ffff", "\U0001fffe",
	strings.Repeat("long ", 300) + "line", strings.Repeat("x", 2000),
}

func TestHostileStrings(t *testing.T) {
	for _, s := range hostile {
		t.Run(fmt.Sprintf("%.40q", s), func(t *testing.T) {
			checkRoundTrip(t, filledWith(s), Options{Offsets: article.Byte, Text: true})
		})
	}
}

// filledWith returns the sample with s in every place that holds a string.
func filledWith(s string) *article.Article {
	a := sample()
	a.Input, a.Title, a.Text = s, &s, s
	for _, list := range [][]article.Entity{a.People, a.Places} {
		for i := range list {
			list[i] = article.Entity{ID: s, Name: s, Aliases: []string{s, s}, Roles: []string{s}, Mentions: slices.Clone(list[i].Mentions)}
			list[i].Mentions[0].Text = s
		}
	}
	for i := range a.Quotes {
		q := &a.Quotes[i]
		q.ID, q.Text, q.Rule = s, s, s
		if q.Speaker != nil {
			q.Speaker.Name, q.Speaker.ID, q.Speaker.Text = s, &s, s
		}
		if q.Cue != nil {
			q.Cue.Text = s
		}
	}
	a.Diagnostics[0].Code, a.Diagnostics[0].Message = s, s
	return a
}

// TestPyYAMLReadsTheSame reads the hostile strings back with the parser that most
// scripts use. It follows YAML 1.1, where NO is false, 1:30 is ninety and
// 2024-05-03 is a date.
func TestPyYAMLReadsTheSame(t *testing.T) {
	const program = `
import sys, json, yaml
for loader in [yaml.SafeLoader] + ([yaml.CSafeLoader] if hasattr(yaml, "CSafeLoader") else []):
    for document in yaml.load_all(open(sys.argv[1], encoding="utf-8").read(), Loader=loader):
        print(json.dumps(document, default=lambda value: [type(value).__name__, str(value)]))
`
	if err := exec.Command("python3", "-c", "import yaml").Run(); err != nil {
		t.Skip("there is no python3 with PyYAML here: ", err)
	}
	var articles []*article.Article
	for _, s := range hostile {
		articles = append(articles, filledWith(s))
	}
	options := Options{Offsets: article.Byte, Text: true}
	file := filepath.Join(t.TempDir(), "articles.yaml")
	if err := os.WriteFile(file, []byte(encoded(t, YAML, options, articles...)), 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("python3", "-c", program, file).Output()
	if err != nil {
		t.Fatalf("PyYAML does not read it: %v", err)
	}
	want := parsed[map[string]any](t, JSONL, encoded(t, JSONL, options, articles...))
	got := parsed[map[string]any](t, JSONL, string(out))
	if len(got) == 0 || len(got)%len(want) != 0 {
		t.Fatalf("%d documents, want %d from each loader", len(got), len(want))
	}
	for i := range got {
		if diff := cmp.Diff(want[i%len(want)], got[i]); diff != "" {
			t.Errorf("%q:\n%s", hostile[i%len(want)], diff)
		}
	}
}

func FuzzEncode(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		// What the library gives is valid UTF-8; see ingest.Decode.
		checkRoundTrip(t, filledWith(strings.ToValidUTF8(s, "\ufffd")), Options{Offsets: article.Byte, Text: true})
	})
}
