package nlp

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/jdkato/prose/v2"
)

// The faults of prose v2.0.0 that this package exists to keep from its
// callers. Each test shows prose failing and Parse not; when one fails because
// prose has been mended, the code that works around the fault can go.

// proseWordsOf returns prose's tokens, divided by blanks, and what it panicked
// with.
func proseWordsOf(text string) (words string, fault any) {
	defer func() { fault = recover() }()
	var list []string
	for _, token := range proseWords(text) {
		list = append(list, token.Text)
	}
	return strings.Join(list, " "), nil
}

func TestProsePanicsOnLettersThatGrow(t *testing.T) {
	const text = "ȺȺȺȺ'll go" // the lower case of Ⱥ takes three bytes, Ⱥ two
	if _, fault := proseWordsOf(text); fault == nil {
		t.Error("prose no longer panics")
	}
	if got := words(text); got != "ȺȺȺȺ 'll go" {
		t.Errorf("words = %q", got)
	}
}

func TestProseLosesText(t *testing.T) {
	for text, want := range map[string]string{
		"\u212a\u212a\u212a's rest": "\u212a\u212a\u212a 's rest", // Kelvin signs, whose lower case is k
		"Paul's. Then":              "Paul 's . Then",             // a clitic with something behind it
	} {
		got, fault := proseWordsOf(text)
		if fault == nil && strings.ReplaceAll(got, " ", "") == strings.ReplaceAll(text, " ", "") {
			t.Errorf("prose no longer loses text of %q", text)
		}
		if got := words(text); got != want {
			t.Errorf("words = %q, want %q", got, want)
		}
	}
}

func TestProseSharesTokens(t *testing.T) {
	const text = "They record a record now"
	doc, err := prose.NewDocument(text, prose.WithSegmentation(false), prose.WithExtraction(false), prose.UsingModel(sharedProse()))
	if err != nil {
		t.Fatal(err)
	}
	if tokens := doc.Tokens(); tokens[1].Tag != tokens[3].Tag {
		t.Error("prose no longer gives a repeated word the last one's tag")
	}
	if got := Parse(text).Tokens; got[1].Tag != TagVBP || got[3].Tag != TagNN {
		t.Errorf("tags %v and %v", got[1].Tag, got[3].Tag)
	}
}

func TestProseForgetsTheDirectionOfQuotes(t *testing.T) {
	const text = "“We ‘won’,”"
	if got, _ := proseWordsOf(text); strings.ContainsAny(got, "“‘’”") {
		t.Error("prose keeps the direction of quotation marks now")
	}
	if got := words(text); got != "“ We ‘ won ’ , ”" {
		t.Errorf("words = %q", got)
	}
}

func TestProseGluesDashes(t *testing.T) {
	const text = "said—‘never’"
	if got, _ := proseWordsOf(text); strings.Contains(got, "— ") {
		t.Error("prose divides at dashes now")
	}
	if got := words(text); got != "said — ‘ never ’" {
		t.Errorf("words = %q", got)
	}
}

func TestProseTearsNames(t *testing.T) {
	const text = "O'Reilly met O'Malley"
	if got, _ := proseWordsOf(text); got == text {
		t.Error("prose leaves such names whole now")
	}
	if got := words(text); got != text {
		t.Errorf("words = %q", got)
	}
}

func TestProseKeepsFullStopsOfShortNames(t *testing.T) {
	const text = "He met Ali. Then"
	if got, _ := proseWordsOf(text); got != text {
		t.Error("prose divides short words from a full stop now")
	}
	if got := words(text); got != "He met Ali . Then" {
		t.Errorf("words = %q", got)
	}
}

func TestTagsBreakTiesByName(t *testing.T) {
	// Two classes with equal scores: the one whose name comes first wins, and
	// always the same. prose takes the one that its map yields first.
	var w flatWriter
	w.data = append(w.data, taggerMagic...)
	for _, width := range []int{1, wordRoles, suffixRoles, 1} {
		w.table(width, nil)
	}
	before := make([]int32, contextCount*scoreLanes)
	for i := range before {
		before[i] = impossible
	}
	for context := range contextCount {
		before[context*scoreLanes+int(TagVB)], before[context*scoreLanes+int(TagJJ)] = 7, 7
	}
	w.section(uint32Bytes(make([]uint32, 1<<8)))
	w.section(uint32Bytes(make([]uint32, contextCount*contextCount)))
	w.section(uint32Bytes(before))
	w.section(uint32Bytes(make([]int32, contextCount*scoreLanes)))
	w.section(make([]byte, 4))
	m := openTagger(string(w.data))
	if len(m.weights) == 0 {
		t.Fatal("the model did not open")
	}
	best, tie := m.predict([]wordTraits{m.traitsOf("word", fingerprint("word"))}, 0, contextStart, contextStart2)
	if best != TagJJ || !tie {
		t.Errorf("tag %v, tie %v", best, tie)
	}
}

func TestTagsAreTheSameEveryTime(t *testing.T) {
	want := Parse(newsParagraph)
	for range 50 {
		if diff := cmp.Diff(want, Parse(newsParagraph)); diff != "" {
			t.Fatalf("another answer:\n%s", diff)
		}
	}
}

func TestProseTakesQuadraticTime(t *testing.T) {
	cost := func(n int) time.Duration {
		best := time.Hour
		for range 3 {
			start := time.Now()
			proseWords(strings.Repeat(".", n))
			best = min(best, time.Since(start))
		}
		return best
	}
	if a, b := cost(500), cost(4000); b < 16*a {
		t.Errorf("prose takes %v for 500 dots and %v for 4000: no longer quadratic?", a, b)
	}
	start := time.Now()
	Parse(strings.Repeat(".", 100_000))
	if took := time.Since(start); took > time.Second {
		t.Errorf("100,000 dots take %v", took)
	}
}

func TestProseLoadsItsModelEveryTime(t *testing.T) {
	// Twice prose with a model of its own against a thousand parses of ours.
	start := time.Now()
	for range 2 {
		if _, err := prose.NewDocument("Hello.", prose.WithExtraction(false), prose.WithSegmentation(false)); err != nil {
			t.Fatal(err)
		}
	}
	theirs := time.Since(start)
	start = time.Now()
	for range 1000 {
		Parse("Hello.")
	}
	if ours := time.Since(start); ours > theirs {
		t.Errorf("1000 short documents take %v, prose takes %v for two", ours, theirs)
	}
}

// TestProseAgreesOnPlainPieces is why Parse need not ask prose about a piece
// without an apostrophe: prose leaves it whole too.
func TestProseAgreesOnPlainPieces(t *testing.T) {
	asked := 0
	for _, text := range append(articleTexts(t, 20), newsParagraph) {
		var s scanner
		for _, paragraph := range paragraphSpans(text) {
			s.scan(text, paragraph)
		}
		for _, token := range s.tokens {
			word := token.Of(text)
			if kindOf(word) != kindWord || strings.ContainsAny(word, "'’‘`@/#") || strings.HasSuffix(word, ".") {
				continue
			}
			asked++
			if got, _ := proseWordsOf(word); got != word {
				t.Errorf("prose divides %q: %q", word, got)
			}
		}
	}
	if asked < 1000 {
		t.Errorf("only %d pieces asked about", asked)
	}
}

// FuzzPlainPieces is the same for letters of any kind.
func FuzzPlainPieces(f *testing.F) {
	for _, seed := range []string{"word", "Ünder", "日本", "co-founder", "x2"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, piece string) {
		for i := 0; i < len(piece); {
			c, size := classAt(piece, i)
			if c != classLetter || piece[i] == 0xe2 && size == 3 || size == 1 && piece[i] >= 0x80 {
				return
			}
			i += size
		}
		if piece == "" || len(piece) > maxProsePiece || isEmoticon(piece) {
			return
		}
		if got, _ := proseWordsOf(piece); got != piece {
			t.Errorf("prose divides %q: %q", piece, got)
		}
		if got := words(piece); got != piece {
			t.Errorf("Parse divides %q: %q", piece, got)
		}
	})
}

// TestCliticsAreProses compares Parse with prose on every kind of clitic that
// prose divides at.
func TestCliticsAreProses(t *testing.T) {
	for _, word := range []string{"Ann's", "ANN'S", "X's", "co-founder's", "2026's", "U.S.'s", "the's", "I'm", "we'll", "they're", "don't", "CAN'T", "ain't"} {
		want, _ := proseWordsOf(word)
		if got := words(word); got != want {
			t.Errorf("%q: %q, prose has %q", word, got, want)
		}
	}
}
