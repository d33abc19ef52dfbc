package train

import (
	"bytes"
	"strings"
	"testing"
)

func TestQuoteKindsLearnFromInventedSentences(t *testing.T) {
	var kinds QuoteKinds
	if err := kinds.AddInvented(); err != nil {
		t.Fatal(err)
	}
	score := kinds.CrossValidate()
	if score.Speech == 0 || score.Lost > score.Speech/2 {
		t.Errorf("lost %d of %d pieces of speech", score.Lost, score.Speech)
	}
	var first, second bytes.Buffer
	if err := kinds.Write(&first); err != nil {
		t.Fatal(err)
	}
	if err := kinds.Write(&second); err != nil {
		t.Fatal(err)
	}
	if first.Len() == 0 || first.String() != second.String() {
		t.Error("the same sentences must give the same weights")
	}
}

func TestQuoteKindsReadArticles(t *testing.T) {
	const article = `{"text":"“We won,” she said of “Night Ferry,” the film.","quotes":[{"start":1,"end":8,"core":true,"cue_speech":true}],"unattributed":[{"start":23,"end":35,"words":2}]}`
	var kinds QuoteKinds
	if err := kinds.Add(strings.NewReader(article)); err != nil {
		t.Fatal(err)
	}
	if len(kinds.examples) != 2 || !kinds.examples[0].speech || kinds.examples[1].speech {
		t.Errorf("examples: %+v", kinds.examples)
	}
	if err := kinds.Add(strings.NewReader("{")); err == nil {
		t.Error("a broken line must be an error")
	}
}
