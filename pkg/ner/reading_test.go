package ner

import (
	"testing"

	"github.com/whosaid/whosaid/pkg/nlp"
)

// lexiconOf lays parts out, which a test has few of.
func lexiconOf(parts *LexiconParts) *Lexicon {
	x, err := parts.Lexicon()
	if err != nil {
		panic(err)
	}
	return x
}

func load(text string) *Reading {
	r := NewReading(lexiconOf(&LexiconParts{Lists: testLists}))
	r.Load(nlp.Parse(text))
	return r
}

// testLists holds the one listed phrase "sea of pearls".
var testLists = []WordValue{
	{PhraseKey(0, 0, "Sea"), uint32(ListPrefix)},
	{PhraseKey(PhraseKey(0, 0, "Sea"), 1, "of"), uint32(ListPrefix)},
	{PhraseKey(PhraseKey(PhraseKey(0, 0, "Sea"), 1, "of"), 2, "Pearls"), uint32(ListPlaceName)},
}

// tokenAt returns what r knows of the first token that reads word.
func tokenAt(t *testing.T, r *Reading, word string) (token, int) {
	t.Helper()
	for i := range r.doc.Tokens {
		if r.doc.Word(i) == word {
			return r.tokens[i], i
		}
	}
	t.Fatalf("no token %q", word)
	return token{}, 0
}

func TestCasingOfASentence(t *testing.T) {
	tests := []struct {
		name, text string
		want       casing
	}{
		{"running text", "The minister flew to Lima on Sunday with her aides.", casingPlain},
		{"headline with capitals", "Minister Flies to Lima With Three Aides", casingTitle},
		{"headline in capitals", "MINISTER FLIES TO LIMA", casingUpper},
		{"no capitals", "the minister flew to lima on sunday", casingLower},
		{"two names in running text", "Then Amina Bello met Rosa Quispe at noon and they talked about trade.", casingPlain},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := load(tt.text).tokens[0].casing; got != tt.want {
				t.Errorf("got %d, want %d", got, tt.want)
			}
		})
	}
}

func TestRunsOfCapitals(t *testing.T) {
	const text = "Some aides of the Bank of the North met with Amina Bello on Monday evening."
	tests := []struct{ word, run, wide string }{
		{"Bank", "Bank", "Bank of the North"},
		{"North", "North", "Bank of the North"},
		{"Bello", "Amina Bello", "Amina Bello"},
		{"met", "", ""},
	}
	r := load(text)
	words := func(e extent) string {
		if e.first == e.last {
			return ""
		}
		return text[r.doc.Tokens[e.first].Start:r.doc.Tokens[e.last-1].End]
	}
	for _, tt := range tests {
		token, _ := tokenAt(t, r, tt.word)
		if got := words(token.run); got != tt.run {
			t.Errorf("run of %s: %q, want %q", tt.word, got, tt.run)
		}
		if got := words(token.wide); got != tt.wide {
			t.Errorf("wide run of %s: %q, want %q", tt.word, got, tt.wide)
		}
	}
}

func TestListedPhraseInAnyCaseAndMarks(t *testing.T) {
	for _, text := range []string{"They crossed the Sea of Pearls by boat.", "THE SEA OF PEARLS", "the séa of pearls"} {
		r := load(text)
		parts := ""
		for _, token := range r.tokens {
			parts += string(rune('0' + token.part))
			if token.part != 0 && token.phrase != ListPlaceName {
				t.Errorf("%q: lists %b", text, token.phrase)
			}
		}
		found := false
		for i := range len(parts) - 2 {
			found = found || parts[i:i+3] == "123"
		}
		if !found {
			t.Errorf("%q: parts %s", text, parts)
		}
	}
}

func TestAcronymInBrackets(t *testing.T) {
	tests := []struct {
		name, text string
		want       bool
	}{
		{"initials of the words before", "The Union of Coastal Fishers (UCF) agreed that prices would rise again.", true},
		{"other letters", "The Union of Coastal Fishers (ABC) agreed that prices would rise again.", false},
		{"a year", "The Union of Coastal Fishers (1999) agreed that prices would rise again.", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			token, _ := tokenAt(t, load(tt.text), "Fishers")
			if token.spelled != tt.want {
				t.Errorf("spelled out: %v, want %v", token.spelled, tt.want)
			}
		})
	}
}

func TestTallyKnowsTheRestOfTheArticle(t *testing.T) {
	r := load("Mr Ocampo spoke. People in Lagos heard that Rosa Ocampo was rosa.")
	token, _ := tokenAt(t, r, "Ocampo")
	tally := r.tallies[token.tally]
	if tally.capital != 2 || tally.uses[contextLastOfRun] != 2 || tally.uses[contextAfterTitle] != 1 {
		t.Errorf("Ocampo: %+v", tally)
	}
	token, _ = tokenAt(t, r, "Rosa")
	if tally := r.tallies[token.tally]; tally.lower != 1 || tally.capital != 1 {
		t.Errorf("Rosa: %+v", tally)
	}
	token, _ = tokenAt(t, r, "Lagos")
	if tally := r.tallies[token.tally]; tally.uses[contextAfterIn] != 1 {
		t.Errorf("Lagos: %+v", tally)
	}
}

func TestWordsThatSayWhatANameIs(t *testing.T) {
	tests := []struct {
		text          string
		before, after cue
	}{
		{"The party Umoja won again.", cueBody, cueNone},
		{"The charity \"Umoja\" won again.", cueBody, cueNone},
		{"They left Umoja city at dawn.", cueNone, cuePlace},
		{"Then Umoja, a well known local teacher, won.", cueNone, cuePerson},
		{"Then Umoja, 41, won.", cueNone, cuePerson},
		{"Then Umoja, Adaeze and a teacher won.", cueNone, cueNone},
		{"Then Umoja, which won, left.", cueNone, cueNone},
		{"They like Umoja very much.", cueNone, cueNone},
	}
	for _, tt := range tests {
		r := load(tt.text)
		token, i := tokenAt(t, r, "Umoja")
		s := r.doc.Sentences[r.doc.Tokens[i].Sentence]
		before, after := r.kinds(token.run, s.First, s.Last)
		if before != tt.before || after != tt.after {
			t.Errorf("%s: %d and %d, want %d and %d", tt.text, before, after, tt.before, tt.after)
		}
	}
}

func TestFormsOfWords(t *testing.T) {
	tests := []struct {
		word string
		want form
	}{
		{"word", formLower}, {"Word", formCapital}, {"NATO", formUpper}, {"U.S.", formUpper}, {"X", formInitial},
		{"J.", formInitial}, {"McBride", formMixed}, {"iPhone", formMixed}, {"1999", formDigit}, {"--", formMark},
		{"Élysée", formCapital}, {"G20", formUpper}, {"", formMark},
	}
	for _, tt := range tests {
		var w word
		w.look(tt.word)
		if w.form != tt.want {
			t.Errorf("%q: form %d, want %d", tt.word, w.form, tt.want)
		}
	}
}

func TestTallyKnowsOrdinaryWordsWithoutTheArticle(t *testing.T) {
	key, _, _ := UsageKey("rain")
	ordinary := WordValue{Hash: key, Value: uint32(UsageValue(99, [UsageClasses]int32{1}))}
	r := NewReading(lexiconOf(&LexiconParts{Usage: []WordValue{ordinary}}))
	r.steady = true
	r.Load(nlp.Parse("Rosa saw the rain."))
	token, _ := tokenAt(t, r, "rain")
	if got := few(r.tallies[token.tally].lower); got != manyUses {
		t.Errorf("rain counts %d times in lower case, want %d", got, manyUses)
	}
	token, _ = tokenAt(t, r, "Rosa")
	if got := r.tallies[token.tally].lower; got != 0 {
		t.Errorf("rosa counts %d times in lower case, want 0", got)
	}
}
