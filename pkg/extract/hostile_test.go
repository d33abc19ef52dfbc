package extract

import (
	"context"
	"fmt"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/eval"
	"github.com/whosaid/whosaid/pkg/ingest"
)

// FuzzExtract feeds the whole pipeline: any bytes give an article that keeps
// every promise of the contract, the same one each time.
func FuzzExtract(f *testing.F) {
	gold, err := eval.ReadGoldPath("../../testdata/articles")
	if err != nil {
		f.Fatal(err)
	}
	for _, g := range gold {
		f.Add(g.Text)
	}
	for _, seed := range []string{
		"", "\n", "“", "”“", "''''", "\xff“\xfe said \x80", "ȺȺȺȺ'll go", "KKK's rest", "“A,” said B. “C",
		"NAME: words\nNAME: words", "Q: Why?\nA: “Because.”", strings.Repeat("“x ” ", 40), "a\u2028b\u0000c",
	} {
		f.Add(seed)
	}
	plain, all := New(), New(WithAllQuoted())
	f.Fuzz(func(t *testing.T, text string) {
		in := ingest.Input{Name: "fuzz", Text: text}
		first := mustExtract(t, plain, in)
		if err := first.Validate(); err != nil {
			t.Fatal(err)
		}
		for _, unit := range []article.Unit{article.Rune, article.UTF16} {
			if err := first.InUnit(unit).Validate(); err != nil {
				t.Fatalf("%s: %v", unit, err)
			}
		}
		if diff := cmp.Diff(first, mustExtract(t, plain, in)); diff != "" {
			t.Fatalf("the same text gives another article:\n%s", diff)
		}
		more := mustExtract(t, all, in)
		if err := more.Validate(); err != nil {
			t.Fatalf("with all quoted words: %v", err)
		}
		if len(more.Quotes) < len(first.Quotes) {
			t.Fatalf("%d quotes with all quoted words, %d without", len(more.Quotes), len(first.Quotes))
		}
	})
}

func mustExtract(t *testing.T, x *Extractor, in ingest.Input) *article.Article {
	t.Helper()
	a, err := x.Extract(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// hostile are texts made to be slow or deep: each takes a length in bytes.
var hostile = map[string]func(n int) string{
	"straight marks":     repeat(`"`),
	"marks and spaces":   repeat(`" `),
	"apostrophes":        repeat("'"),
	"opening marks":      repeat("“"),
	"closing marks":      repeat("”"),
	"guillemets":         repeat("« »"),
	"dashes":             repeat("—"),
	"full stops":         repeat("."),
	"one letter":         repeat("a"),
	"one capital":        repeat("A"),
	"capitals apart":     repeat("A "),
	"spaces":             repeat(" "),
	"line breaks":        repeat("\n"),
	"paragraphs":         repeat("a\n\n"),
	"broken UTF-8":       repeat("\xff"),
	"combining marks":    repeat("e\u0301"),
	"brackets":           repeat("("),
	"cues":               repeat("said "),
	"cues with commas":   repeat("said, "),
	"pronouns":           repeat("he said she said "),
	"names":              repeat("Ana Smith "),
	"names with commas":  repeat("Ana Smith, "),
	"quotes":             repeat("“Yes,” he said. "),
	"quotes, one para.":  repeat("“Yes,” said Ana Smith, and “no”, "),
	"quoted paragraphs":  repeat("“Yes.\n\n"),
	"speaker labels":     repeat("ANA: yes\n"),
	"acronyms":           repeat("International Monetary Fund (IMF) "),
	"possessives":        repeat("Ana’s brother’s "),
	"a nest of quotes":   func(n int) string { return strings.Repeat("“a ‘b ", n/10) + strings.Repeat("’ ”", n/10) },
	"different people":   people,
	"one long word":      func(n int) string { return strings.Repeat("Abcdefgh", n/8) },
	"one long paragraph": repeat("The mayor of Faro said that she would not go there. "),
}

func repeat(s string) func(int) string {
	return func(n int) string { return strings.Repeat(s, n/len(s)) }
}

// people is a text about thousands of different people who all speak.
func people(n int) string {
	var b strings.Builder
	for i := 0; b.Len() < n; i++ {
		fmt.Fprintf(&b, "“We go,” said %c%c%ca Mc%c%c%con. ", 'A'+i%26, 'a'+i/26%26, 'a'+i/676%26, 'A'+i/3%26, 'a'+i/7%26, 'a'+i/11%26)
	}
	return b.String()
}

// TestTimeGrowsLinearly reads each hostile text at one length and at four
// times that: linear work takes four times as long, quadratic sixteen.
func TestTimeGrowsLinearly(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a minute")
	}
	const (
		shorter = 50_000 // bytes: long enough for start-up costs to vanish
		factor  = 4
		most    = 6.0 // times the time for the shorter text
		// quick is a time, for the longer text, that needs no comparison.
		quick = 100 * time.Millisecond
		tries = 4 // machines have other things to do
	)
	x := New()
	// A collection in the middle of a measurement is not the text's fault.
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	for name, text := range hostile {
		t.Run(name, func(t *testing.T) {
			a, b := text(shorter), text(factor*shorter)
			var ratio float64
			for range tries {
				long := duration(t, x, b)
				if long < quick {
					return
				}
				if ratio = float64(long) / float64(duration(t, x, a)); ratio <= most {
					return
				}
			}
			t.Errorf("%d times the text takes %.1f times the time", factor, ratio)
		})
	}
}

func duration(t *testing.T, x *Extractor, text string) time.Duration {
	t.Helper()
	start := time.Now()
	a := mustExtract(t, x, ingest.Input{Name: "hostile", Text: text})
	took := time.Since(start)
	if err := a.Validate(); err != nil {
		t.Fatal(err)
	}
	return took
}
