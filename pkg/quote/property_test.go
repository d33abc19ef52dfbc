package quote

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/pkg/growth"
	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/span"
)

// check fails unless quotes and problems keep what the package promises.
func check(t *testing.T, text string, quotes []Quote, problems []Problem) {
	t.Helper()
	boundary := func(p int) bool { return p == len(text) || p >= 0 && p < len(text) && onBoundary(text, p) }
	end := 0
	for i, q := range quotes {
		if q.Outer.Start < end || q.Outer.End > len(text) || !q.Outer.Contains(q.Span) {
			t.Fatalf("quote %d: outer %v after %d, around %v of %d bytes", i, q.Outer, end, q.Span, len(text))
		}
		end = q.Outer.End
		if len(q.Parts) == 0 || q.Parts[0].Start != q.Start || q.Parts[len(q.Parts)-1].End != q.End {
			t.Fatalf("quote %d: parts %v do not span %v", i, q.Parts, q.Span)
		}
		at := q.Start
		for _, p := range q.Parts {
			if p.Start < at || p.IsEmpty() || !boundary(p.Start) || !boundary(p.End) {
				t.Fatalf("quote %d: part %v after %d", i, p, at)
			}
			at = p.End
		}
		if q.Speech < 0 || q.Speech > 1 || q.Speech != q.Speech {
			t.Fatalf("quote %d: speech %v", i, q.Speech)
		}
	}
	at := 0
	for _, p := range problems {
		if p.Start < at || p.IsEmpty() || p.End > len(text) || p.Code == "" || p.Message == "" {
			t.Fatalf("problem %+v after %d", p, at)
		}
		at = p.Start
	}
}

// onBoundary reports whether a character of text, or a byte that is part of
// none, begins at p.
func onBoundary(text string, p int) bool {
	if utf8.RuneStart(text[p]) {
		return true
	}
	for q := max(0, p-utf8.UTFMax+1); q < p; q++ {
		if _, size := utf8.DecodeRuneInString(text[q:]); size > 1 && q+size > p {
			return false
		}
	}
	return true
}

func FuzzFind(f *testing.F) {
	for _, seed := range []string{
		"“We won,” he said, “and ran.”\n\n“We slept.\n\n“We ate,” she added.",
		`"We won, he said. "We ran," he added. It was 6' 2" long.`,
		"''We won,'' he said. '''Tis ours.'''",
		"‘It’s the nurses’ pay,’ she said in the ’90s.",
		"»Ja«, „nein“, « oui », ‹ non ›, ‚klug‘, `code`, ``x''",
		"\"\"\"\"''''''``“““”””‘‘‘’’’««»»",
		"\xe2\x80\"\xff'\xc2“\xe2”\x80\x99",
		"“\n“\n“\n\n”\n\n'\n'a",
		"\"We won.\n\"They ran.\n\"\" We slept, \"he said.\n\"\nIt was \"late.",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		quotes, problems := Find(&nlp.Document{Text: text})
		check(t, text, quotes, problems)
		more := text + "\n\nNothing else happened that day."
		longer, _ := Find(&nlp.Document{Text: more})
		if len(text) == 0 || strings.HasSuffix(text, "\n") {
			return
		}
		for i, q := range quotes {
			if q.Unclosed {
				break
			}
			if i >= len(longer) || longer[i].Outer != q.Outer || !cmp.Equal(longer[i].Parts, q.Parts) {
				t.Fatalf("a paragraph at the end changed quote %d", i)
			}
		}
	})
}

// straight replaces curly marks, and the marks that stand for them, by straight
// ones.
var straight = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'")

func TestStraightMarksGiveTheSameQuotes(t *testing.T) {
	for _, text := range []string{
		"“We won,” he said. “It’s ours.”",
		"“We won.\n\n“We ran home,” the captain’s wife said, “and slept.”",
		"‘We won,’ he said of the nurses’ strike. ‘Don’t ask.’",
		"He called it “a gift,” “a joy” and – after a pause – “the workers’ day.”",
		"Mayor: ‘This Bridge Will Be Open in May’ Despite the ’90s Rules",
		"Robert “Bob” Mitchell (“the Hammer”) sang “Yesterday’s Rain” on NBC’s “Night Show.”",
		"“She said ‘no’ to us,” he said—“never again.”",
	} {
		checkStraight(t, text)
	}
}

// pieces are what articles with curly marks are made of.
var pieces = []string{
	"“We won,” he said.", "“We won,” he said, “and ran.”", "“It’s ours!” she cried.", "He called it “a gift,” “a joy” and “the workers’ day.”",
	"“She said ‘no’ to us,” he said.", "“‘Never,’ she said,” he said.", "The nurses’ strike went on.", "Mayor: “Nobody’s ready.”", "(“So be it.”)",
	"Robert “Bob” Mitchell’s “Yesterday’s Rain” – “a hit” – was played.", "“Why?” “Because.”", "The “old” harbour, the Smiths’ house, didn’t burn.",
	"“He wrote: ‘We’re done.’ We were,” she said.", "“Really?” Ana asked—“now?”", "It was 1990.", "Nobody knew.", "“Yes…” he said. “… no.”",
	unclosed: "“We slept.",
}

// unclosed is the place of the one piece with a quotation that goes on.
const unclosed = 17

// FuzzStraight lays pieces of articles after each other, in one paragraph or in
// several: with straight marks instead of curly ones the quotes are the same.
func FuzzStraight(f *testing.F) {
	f.Add([]byte{0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
	f.Add([]byte{17, 0, 128 + 17, 17, 128 + 1, 10, 11, 12, 13, 14})
	f.Fuzz(func(t *testing.T, choice []byte) {
		const most = 40 // pieces: an article
		var text strings.Builder
		for i, c := range choice[:min(len(choice), most)] {
			// A mark that does not close at the end of a paragraph is a habit;
			// elsewhere nobody can tell which of two straight marks is at fault.
			switch {
			case i == 0:
			case c >= 0x80 || strings.HasSuffix(text.String(), pieces[unclosed]):
				text.WriteString("\n\n")
			default:
				text.WriteString(" ")
			}
			text.WriteString(pieces[int(c&0x7f)%len(pieces)])
		}
		checkStraight(t, text.String())
	})
}

// checkStraight compares the quotes of a text with curly marks with those of
// the same text with straight ones.
func checkStraight(t *testing.T, text string) {
	t.Helper()
	curly, _ := Find(&nlp.Document{Text: text})
	plain := straight.Replace(text)
	got, _ := Find(&nlp.Document{Text: plain})
	type view struct {
		Parts []string
		Kind  Kind
	}
	views := func(text string, quotes []Quote) []view {
		out := []view{}
		for _, q := range quotes {
			v := view{Kind: q.Kind}
			for _, p := range q.Parts {
				v.Parts = append(v.Parts, straight.Replace(p.Of(text)))
			}
			out = append(out, v)
		}
		return out
	}
	if diff := cmp.Diff(views(text, curly), views(plain, got)); diff != "" {
		t.Errorf("%s\n-curly +straight:\n%s", text, diff)
	}
}

func TestHostileTextTakesLinearTime(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	const size = 1 << 19 // bytes: what a large article has, fifty times over
	// quick is less than a quadratic pass over this much could take.
	const quick = 300 * time.Millisecond
	for name, unit := range map[string]string{
		"straight marks":  `"`,
		"opening marks":   "“",
		"closing marks":   "”",
		"apostrophes":     "'",
		"backticks":       "`",
		"short quotes":    `"a" `,
		"openers":         `"a `,
		"single openers":  "'a ",
		"paragraphs open": "“a b c.\n\n",
		"inches":          `5" `,
		"commas unclosed": "“a, said b, c, ",
		"commas":          ",",
		"broken bytes":    "\xe2\x80",
		"slipped marks":   "\"a b.\n",
		"lone marks":      "\"\na\n",
		"stops and marks": ".\"",
		"mixed":           `"‘« „'` + "`",
		"one long word":   "a",
		"dots":            ".",
	} {
		t.Run(name, func(t *testing.T) {
			growth.Check(t, size/growth.Factor, quick, func(n int) func() {
				text := "“" + strings.Repeat(unit, n/len(unit))
				quotes, problems := Find(&nlp.Document{Text: text})
				check(t, text, quotes, problems)
				return func() { Find(&nlp.Document{Text: text}) }
			})
		})
	}
	t.Run("nested", func(t *testing.T) {
		const depth = 10000
		text := strings.Repeat("“a ", depth) + strings.Repeat(" b”", depth)
		quotes, problems := Find(&nlp.Document{Text: text})
		check(t, text, quotes, problems)
		if len(quotes) != 1 || quotes[0].Outer != (span.Span{Start: 0, End: len(text)}) {
			t.Errorf("%d quotes, want the outermost", len(quotes))
		}
	})
}

// TestPolNeAR measures the finder on the development articles of PolNeAR: every
// whole utterance must be found with its exact ends.
func TestPolNeAR(t *testing.T) {
	f, err := os.Open(filepath.FromSlash("../../../shared/data/quotes/polnear.direct.dev.jsonl"))
	if err != nil {
		t.Skip("the annotated articles are not here:", err)
	}
	defer f.Close()
	const leastRecall = 0.98
	found, wanted := 0, 0
	for dec := json.NewDecoder(f); dec.More(); {
		var a struct {
			Text   string
			Quotes []struct {
				Start, End int
				Core       bool
			}
		}
		if err := dec.Decode(&a); err != nil {
			t.Fatal(err)
		}
		x := span.NewIndex(a.Text)
		quotes, problems := Find(&nlp.Document{Text: a.Text})
		check(t, a.Text, quotes, problems)
		parts := map[[2]int]bool{}
		for _, q := range quotes {
			for _, p := range q.Parts {
				if q.Kind != Mention {
					parts[[2]int{x.Rune(p.Start), x.Rune(p.End)}] = true
				}
			}
		}
		for _, g := range a.Quotes {
			if !g.Core {
				continue
			}
			wanted++
			if parts[[2]int{g.Start, g.End}] {
				found++
			}
		}
	}
	if recall := float64(found) / float64(wanted); recall < leastRecall {
		t.Errorf("exact recall of whole utterances %.4f (%d of %d), want %.2f", recall, found, wanted, leastRecall)
	}
}

func BenchmarkFind(b *testing.B) {
	const story = "The mayor of the town said on Monday that the bridge would open in May. " +
		"“We have waited ten years for this day,” she told a crowd of several hundred people, “and it’s ours.”\n\n" +
		"Her rival called the bridge “a waste of money.” Workers’ groups, who had struck twice, did not comment.\n\n"
	text := strings.Repeat(story, 200)
	d := &nlp.Document{Text: text}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(d)
	}
}
