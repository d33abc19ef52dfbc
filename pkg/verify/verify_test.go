package verify_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/verify"
)

// said is an article of which everything between the marks “ and ” is one
// person's quote; no pipeline is needed.
func said(name, text string) *article.Article {
	id := "ana-sa"
	a := &article.Article{Input: name, Text: text, People: []article.Entity{{ID: id, Name: "Ana Sá"}}}
	for at := 0; ; {
		open := strings.Index(text[at:], "“")
		if open < 0 {
			return a
		}
		start := at + open + len("“")
		length := strings.Index(text[start:], "”")
		if length < 0 {
			return a
		}
		a.Quotes = append(a.Quotes, article.Quote{
			Kind: article.Direct, Start: start, End: start + length, Text: text[start : start+length],
			Speaker: &article.Speaker{Name: "Ana Sá", ID: &id}, Confidence: 0.9,
		})
		at = start + length
	}
}

// check compares a draft with sources.
func check(t testing.TB, draft string, sources ...string) []verify.Finding {
	t.Helper()
	index := verify.NewIndex()
	for i, text := range sources {
		index.Add(fmt.Sprintf("source %d", i+1), text)
	}
	findings, err := verify.NewChecker(index, func(document int) (*article.Article, error) {
		return said(fmt.Sprintf("source %d", document+1), sources[document]), nil
	}).Check(said("draft", draft))
	if err != nil {
		t.Fatal(err)
	}
	return findings
}

func TestEdits(t *testing.T) {
	const source = "“The talks are not over yet. Yes, we will open the old port [of Faro] at noon, and I, for one, am glad of it,” she said. “No boats … but many … fish!”"
	for name, test := range map[string]struct {
		draft string
		want  verify.Verdict
		edits []verify.EditKind
	}{
		"a part of it":                {"“we will open the old port”", verify.Verbatim, nil},
		"first capital":               {"“We will open the old port”", verify.Trimmed, []verify.EditKind{verify.FirstCapital}},
		"capital further on":          {"“we will open the Old port”", verify.Trimmed, []verify.EditKind{verify.Capital}},
		"final punctuation":           {"“we will open the old port.”", verify.Trimmed, []verify.EditKind{verify.FinalPunctuation}},
		"punctuation":                 {"“at noon and I for one, am glad of it,”", verify.Trimmed, []verify.EditKind{verify.Punctuation, verify.Punctuation}},
		"words left out":              {"“we will … at noon”", verify.Trimmed, []verify.EditKind{verify.Ellipsis}},
		"spaced dots":                 {"“we will . . . at noon”", verify.Trimmed, []verify.EditKind{verify.Ellipsis}},
		"bracketed dots":              {"“we will [...] at noon”", verify.Trimmed, []verify.EditKind{verify.Ellipsis}},
		"dots at the ends":            {"“… we will open …”", verify.Trimmed, []verify.EditKind{verify.Ellipsis, verify.Ellipsis}},
		"dots of the source":          {"“No boats ... but many...fish!”", verify.Verbatim, nil},
		"dots instead of dots":        {"“No boats … fish!”", verify.Trimmed, []verify.EditKind{verify.Ellipsis}},
		"brackets for words":          {"“we will open [it] at noon”", verify.Trimmed, []verify.EditKind{verify.Brackets}},
		"brackets beside words":       {"“we will open the old [stone] port”", verify.Trimmed, []verify.EditKind{verify.Brackets}},
		"brackets for a letter":       {"“[W]e will open the old port”", verify.Trimmed, []verify.EditKind{verify.FirstCapital, verify.Brackets}},
		"brackets for an ending":      {"“we will open[ed] the old port”", verify.Trimmed, []verify.EditKind{verify.Brackets}},
		"brackets of the source":      {"“open the old port [of Faro] at noon”", verify.Verbatim, nil},
		"without those":               {"“we will open the old port at noon”", verify.Trimmed, []verify.EditKind{verify.SourceBrackets}},
		"word in those":               {"“the old port [of all Faro] at noon”", verify.Altered, nil},
		"word taken from those":       {"“the old port [Faro] at noon”", verify.Altered, nil},
		"dots without words kept":     {"“we … old … glad”", verify.Altered, []verify.EditKind{verify.Ellipsis, verify.Ellipsis}},
		"more brackets than words":    {"“[we shall never] open [them] the old”", verify.Altered, nil},
		"bracket that does not close": {"“we will open [the gates port”", verify.Altered, nil},
		"brackets for another word":   {"“we will clo[se] the old port”", verify.Altered, nil},
		"across an attribution":       {"“and I, for one, am glad of it. No boats”", verify.Verbatim, nil},
		"dots instead of not":         {"“The talks are … over yet.”", verify.Altered, nil},
		"brackets instead of not":     {"“The talks are [now] over yet.”", verify.Altered, nil},
		"brackets with not":           {"“The talks are [by no means] over yet.”", verify.Trimmed, []verify.EditKind{verify.Brackets}},
		"dots with a clause":          {"“The talks are … yet. Yes, we will open the old port”", verify.Altered, nil},
		"dots instead of never":       {"“we will … open the old port”", verify.Trimmed, []verify.EditKind{verify.Ellipsis}},
	} {
		t.Run(name, func(t *testing.T) {
			findings := check(t, test.draft, source)
			if len(findings) != 1 {
				t.Fatalf("%d findings", len(findings))
			}
			f := findings[0]
			var edits []verify.EditKind
			for _, e := range f.Edits {
				edits = append(edits, e.Kind)
			}
			if f.Verdict != test.want || test.edits != nil && !cmp.Equal(edits, test.edits) || test.want == verify.Verbatim && edits != nil {
				t.Errorf("%s %v, want %s %v: %s", f.Verdict, edits, test.want, test.edits, f.Message)
			}
		})
	}
}

func TestDiffShowsTheWords(t *testing.T) {
	for name, test := range map[string]struct{ draft, source, want string }{
		"changed":  {"“we open the new port today”", "“we open the old port today”", "we open the [-old-]{+new+} port today"},
		"left out": {"“we open the port today”", "“we open the old port today”", "we open the [-old-] port today"},
		"added":    {"“we never open the old port today”", "“we open the old port today”", "we {+never+} open the old port today"},
		"swapped":  {"“we open old the port today”", "“we open the old port today”", "we open [-the-] old {+the+} port today"},
		"first":    {"“they open the old port today”", "“we open the old port today”", "[-we-]{+they+} open the old port today"},
		"with an edit": {"“we shut the [big] port today”", "“we open the old port today”",
			"we [-open-]{+shut+} the [-old-]{+big+} port today"},
	} {
		f := check(t, test.draft, test.source)[0]
		if got := verify.Inline(f.Diff); f.Verdict != verify.Altered || got != test.want {
			t.Errorf("%s: %s %q, want %q", name, f.Verdict, got, test.want)
		}
	}
}

// TestCloseShare: at the threshold a quotation is an altered one, below it is
// another one.
func TestCloseShare(t *testing.T) {
	words := strings.Fields("alpha bravo charlie delta echo foxtrot golf hotel india juliett")
	source := "“" + strings.Join(words, " ") + "”"
	for changed := 1; changed < len(words); changed++ {
		draft := append([]string(nil), words...)
		for i := range changed {
			draft[(i*3+1)%len(words)] = fmt.Sprintf("other%d", i)
		}
		want := verify.Altered
		if share := float64(len(words)-changed) / float64(len(words)); share < verify.CloseShare {
			want = verify.NotFound
		}
		if f := check(t, "“"+strings.Join(draft, " ")+"”", source)[0]; f.Verdict != want {
			t.Errorf("%d of %d words changed: %s, want %s", changed, len(words), f.Verdict, want)
		}
	}
}

// TestTies: of several places as good the first is named, in any order of the
// work.
func TestTies(t *testing.T) {
	const draft = "“we open the new port today”"
	for range 3 {
		f := check(t, draft, "Rain.", "“we open the old port today” “we open the red port today”", "“we open the old port today”")[0]
		if f.Source == nil || f.Source.Input != "source 2" || f.Source.Column != 2 {
			t.Fatalf("found at %+v", f.Source)
		}
	}
}

// TestPlaces: offsets count code points, in both documents.
func TestPlaces(t *testing.T) {
	f := check(t, "É 😀\n\nShe: “open the port”", "Ünï 😀\n“we open the port”")[0]
	want := verify.Place{
		Input: "source 1", Line: 2, Column: 5, EndLine: 2, EndColumn: 18, Start: 10, End: 23,
		Text: "open the port", Speaker: new("Ana Sá"), Quoted: true, Said: "open the port",
	}
	if diff := cmp.Diff(&want, f.Source); diff != "" {
		t.Error(diff)
	}
	if f.Draft.Line != 3 || f.Draft.Column != 7 || f.Draft.Start != 11 {
		t.Errorf("draft at %+v", f.Draft)
	}
}

// TestLongQuotationOfItself: a quotation of more words than a table of alignment
// has room for, none of which could be an anchor, is found where it stands.
func TestLongQuotationOfItself(t *testing.T) {
	text := "“a?" + strings.Repeat("@", 3000) + "?.b c”"
	if f := check(t, text, text)[0]; f.Verdict != verify.Verbatim {
		t.Errorf("%s: %s", f.Verdict, f.Message)
	}
}

// TestHostileTextsAreChecked: no text makes the time grow faster than itself.
func TestHostileTextsAreChecked(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	const n = 200_000 // words; a square of it would take hours
	for name, test := range map[string]struct{ draft, source string }{
		"one word":                 {strings.Repeat("a ", n), strings.Repeat("a ", n)},
		"one word, then another":   {strings.Repeat("a ", n) + "b", strings.Repeat("a ", n) + "c b"},
		"a word that never fits":   {strings.Repeat("a b ", n/2) + "a a", strings.Repeat("a b ", n/2)},
		"one quote changed":        {words(n, 0), words(n, 7)},
		"brackets":                 {strings.Repeat("[a] ", n), strings.Repeat("[b] a ", n)},
		"dots":                     {strings.Repeat("a … ", n), strings.Repeat("a b ", n)},
		"many quotes of one word":  {strings.Repeat("a” “", n/10), strings.Repeat("a” “", n/10)},
		"many quotes that are not": {strings.Repeat("a b” “", n/100), strings.Repeat("b” “c” “a” “", n/10)},
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			check(t, "“"+test.draft+"”", "“"+test.source+"”")
			if spent := time.Since(start); spent > 30*time.Second {
				t.Errorf("%v", spent)
			}
			t.Log(time.Since(start).Round(time.Millisecond))
		})
	}
}

// words returns n words, of which every step-th is another one.
func words(n, step int) string {
	var b strings.Builder
	for i := range n {
		if step > 0 && i%step == 3 {
			b.WriteString("changed ")
		} else {
			fmt.Fprintf(&b, "w%d ", i%5000)
		}
	}
	return b.String()
}

func FuzzCheck(f *testing.F) {
	f.Add("“we [will] open … the port”", "“we shall open the old port”")
	f.Add("“a … b … c”", "“a” b “c”")
	f.Add("", "$$$$$$$$$$$$sh!“?$?”") // a word that is said often
	f.Add("“[W]e go[ing] []”", "“we [x] go-\ning”")
	f.Fuzz(func(t *testing.T, draft, source string) {
		for _, finding := range check(t, strings.ToValidUTF8(draft, "?"), strings.ToValidUTF8(source, "?")) {
			if finding.Share < 0 || finding.Share > 1 || (finding.Source == nil) != (finding.Verdict == verify.NotFound) {
				t.Errorf("%+v", finding)
			}
		}
		// What is quoted from itself is all there.
		for _, finding := range check(t, strings.ToValidUTF8(source, "?"), strings.ToValidUTF8(source, "?")) {
			// A word that stands a dozen times in the text before it is quoted
			// may be found there, where it is nobody's.
			if finding.Verdict.Reaches(verify.Altered) && finding.Verdict != verify.Unattributed {
				t.Errorf("a text altered itself: %+v", finding)
			}
		}
	})
}
