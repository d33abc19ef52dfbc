package encode

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/whosaid/whosaid/pkg/article"
)

// hostile lists strings that some parser of YAML, some terminal or some reader
// takes for something else.
var hostile = []string{
	"", " ", "  a", "a  ", "\t", "\n", "\n\n", "a\n", "a\n\n", "\na", " a\nb", "a \nb", "a\n b", "a\n  b\n c", "a\n\n\nb", "a\n \nb", "a\n\tb", "a\tb",
	"yes", "NO", "On", "off", "y", "N", "true", "False", "null", "Null", "~", ".nan", "NaN", ".inf", "-.Inf", "<<", "=",
	"1", "-1", "+1", "1.5", ".5", "1e3", "1_000", "0x1F", "0o17", "017", "12:30:45", "1:2", "2001-12-14", "2001-12-14t21:59:43.10-05:00", "12e03", "0b1",
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

func FuzzEncode(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		// What the library gives is valid UTF-8; see ingest.Decode.
		checkRoundTrip(t, filledWith(strings.ToValidUTF8(s, "\ufffd")), Options{Offsets: article.Byte, Text: true})
	})
}
