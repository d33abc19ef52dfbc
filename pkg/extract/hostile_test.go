package extract

import (
	"context"
	"flag"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/eval"
	"github.com/whosaid/whosaid/pkg/growth"
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
	"terms":              repeat("the non-fungible token (NFT) or storm Ana Ana Smith "),
	"two of one name":    repeat("Mayor Ana Smith and her son, Bo Smith, met Mayor Smith. "),
	"it goes on":         repeat("“Yes,” the office said. “Yes,” it added. It rained.\n\n“Yes.”\n\n"),
	"boys and ages":      repeat("Ana, 8, met Bo, 9. “Yes,” the boy said. "),
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
		person(&b, i)
	}
	return b.String()
}

// person lets one of them speak. No two of the first 10,000 have the same name.
func person(b *strings.Builder, i int) {
	fmt.Fprintf(b, "“We go,” said %c%c%ca Mc%c%c%con. ", 'A'+i%26, 'a'+i/26%26, 'a'+i/676%26, 'A'+i/3%26, 'a'+i/7%26, 'a'+i/11%26)
}

// TestTimeGrowsLinearly reads each hostile text at one length and at four
// times that.
func TestTimeGrowsLinearly(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a minute")
	}
	const (
		shorter = 50_000 // bytes: long enough for start-up costs to vanish
		quick   = 100 * time.Millisecond
	)
	for _, name := range slices.Sorted(maps.Keys(hostile)) {
		t.Run(name, func(t *testing.T) { checkGrowth(t, shorter, quick, hostile[name]) })
	}
}

// checkGrowth reads a text of length n, and one of four times that.
func checkGrowth(t *testing.T, n int, quick time.Duration, text func(n int) string) {
	t.Helper()
	x := New()
	var last *article.Article
	cost := growth.Check(t, n, quick, func(n int) func() {
		in := ingest.Input{Name: "hostile", Text: text(n)}
		return func() { last = mustExtract(t, x, in) }
	})
	if err := last.Validate(); err != nil {
		t.Fatal(err)
	}
	t.Logf("%v, then %v: %.1f times", cost.Short.Round(time.Millisecond), cost.Long.Round(time.Millisecond), cost.Ratio())
}

// repeatable are the marks, letters and spaces of TestManyOfEach: all of
// ASCII, every quotation mark, dash and space of Unicode that this project
// knows of, and letters of every kind: with and without case, of one to four
// bytes, joined, combining, and none at all.
func repeatable() []string {
	var all []string
	for c := rune(0); c < unicode.MaxASCII; c++ {
		all = append(all, string(c))
	}
	for _, list := range []*unicode.RangeTable{unicode.Quotation_Mark, unicode.Dash, unicode.White_Space, unicode.Bidi_Control} {
		for at := range list.R16 {
			for c := rune(list.R16[at].Lo); c <= rune(list.R16[at].Hi); c += rune(list.R16[at].Stride) {
				if c > unicode.MaxASCII {
					all = append(all, string(c))
				}
			}
		}
	}
	return append(all, strings.Split("…·•¡¿§£€ÉéßſİıΩжЖאبكกक你ꙮ🌊👩", "")...)
}

// million is a matter of a quarter of an hour on one core.
var million = flag.Bool("million", false, "repeat each character a million times, and not 30,000 times")

// TestManyOfEach repeats each character, up to a million times.
func TestManyOfEach(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a minute")
	}
	most, quick := 30_000, 150*time.Millisecond // a square of so many steps takes a second
	if *million {
		most, quick = 1_000_000, 4*time.Second // and of so many a quarter of an hour
	}
	for _, c := range append(repeatable(), "\u0301", "\u200b", "\u200d", "\ufeff", "\xff", "\xe2\x80") {
		t.Run(fmt.Sprintf("%+q", c), func(t *testing.T) {
			checkGrowth(t, most/growth.Factor, quick, func(n int) string { return strings.Repeat(c, n) })
		})
	}
}

// TestLargeArticles reads articles larger than any: in words, in people, in
// quotes within quotes.
func TestLargeArticles(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a minute")
	}
	var news []string // the words of our own articles, one after the other
	for _, text := range articleTexts(t) {
		news = append(news, strings.SplitAfter(text, " ")...)
	}
	for name, test := range map[string]struct {
		most int
		text func(n int) string
	}{
		"words": {1_000_000, func(n int) string {
			return strings.Join(slices.Repeat(news, n/len(news)+1)[:n], "")
		}},
		"people": {10_000, func(n int) string {
			var b strings.Builder
			for i := range n {
				person(&b, i)
			}
			return b.String()
		}},
		"quotes within quotes": {10_000, func(n int) string {
			return strings.Repeat("“a ‘b ", n/2) + strings.Repeat("c’ d” ", n/2)
		}},
		"quotes within quotes, straight": {10_000, func(n int) string {
			return strings.Repeat("\"a 'b ", n/2) + strings.Repeat("c' d\" ", n/2)
		}},
	} {
		t.Run(name, func(t *testing.T) { checkGrowth(t, test.most/growth.Factor, 0, test.text) })
	}
}
