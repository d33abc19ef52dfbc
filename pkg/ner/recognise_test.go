package ner_test

import (
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
)

// spell writes mentions as "type: text", in order, those of the printed types.
func spell(text string, mentions []ner.Mention) []string {
	var list []string
	for _, m := range mentions {
		if m.Type <= ner.Organisation {
			list = append(list, m.Type.String()+": "+m.Of(text))
		}
	}
	return list
}

func TestDefaultFindsNames(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"title before a name", "President Julius Maada Bio arrived in Freetown on Monday.", []string{"person: Julius Maada Bio", "place: Freetown"}},
		{"surname alone, possessive", "Angela Merkel spoke first. Merkel's party disagreed.", []string{"person: Angela Merkel", "person: Merkel"}},
		{"ministry with of", "The Ministry of Health in Kenya said so on Friday.", []string{"organisation: Ministry of Health", "place: Kenya"}},
		{"a nationality is no place", "Nigerian police met French diplomats in Abuja.", []string{"place: Abuja"}},
		{"two places at a comma", "She was born in Lima, Peru, in 1970.", []string{"place: Lima", "place: Peru"}},
		{"acronym in brackets", "The World Health Organization (WHO) sent doctors to Uganda.", []string{"organisation: World Health Organization", "organisation: WHO", "place: Uganda"}},
		{"no names", "the weather was mild and nobody complained about it.", nil},
		{"empty text", "", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := spell(tt.text, ner.Default().Recognise(nlp.Parse(tt.text)))
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("mentions (-want +got):\n%s", diff)
			}
		})
	}
}

func TestMentionsAreWellFormed(t *testing.T) {
	texts := []string{
		"\xff\xfe Kigali \x80 Rwanda’s President Paul Kagame\x00 said", "((((((((", strings.Repeat("A ", 5000), strings.Repeat("Bank of ", 2000),
		"Ⱥ" + strings.Repeat("’s", 300), strings.Repeat("UN (UN) ", 500), strings.Repeat("x", 100_000), "İstanbul ǅ ẞ ﬁ K K",
	}
	for _, text := range texts {
		d := nlp.Parse(text)
		end := 0
		for _, m := range ner.Default().Recognise(d) {
			if m.Start < end || m.IsEmpty() || m.End > len(text) || m.Start != d.Tokens[m.First].Start || m.End != d.Tokens[m.Last-1].End {
				t.Errorf("%.20q: bad span %+v after %d", text, m, end)
			}
			if m.Confidence < 0 || m.Confidence > 1 {
				t.Errorf("%.20q: confidence %v", text, m.Confidence)
			}
			end = m.End
		}
	}
}

func TestSameTextSameMentions(t *testing.T) {
	texts := []string{
		"Amina Mohammed, deputy chief of the United Nations, met Ghana's finance minister in Accra.",
		"Officials of Banco Central in Quito blamed drought. “It will pass,” said María Torres.",
		"FLOODS HIT JAKARTA\n\nThousands fled Jakarta on Sunday, the Indonesian Red Cross said.",
	}
	recogniser := ner.Default()
	want := make([][]ner.Mention, len(texts))
	for i, text := range texts {
		want[i] = recogniser.Recognise(nlp.Parse(text))
	}
	var wait sync.WaitGroup
	for worker := range 4 {
		wait.Go(func() {
			for n := range 30 {
				i := (n + worker) % len(texts)
				if diff := cmp.Diff(want[i], recogniser.Recognise(nlp.Parse(texts[i]))); diff != "" {
					t.Errorf("worker %d, text %d:\n%s", worker, i, diff)
				}
			}
		})
	}
	wait.Wait()
}

func TestRecogniseAllocatesPerDocumentNotPerToken(t *testing.T) {
	d := nlp.Parse(strings.Repeat("The mayor of Lusaka met Grace Banda of the Zambian Farmers Union on Tuesday. ", 200))
	r := ner.Default()
	r.Recognise(d) // the scratch memory grows once
	found := len(r.Recognise(d))
	allocations := testing.AllocsPerRun(5, func() { r.Recognise(d) })
	// The list of mentions grows by doubling; closures and the pool take a few more.
	if most := float64(len(d.Tokens)) / 10; allocations > most {
		t.Errorf("%v allocations for %d tokens and %d mentions", allocations, len(d.Tokens), found)
	}
}

func TestProseIsTheBaseline(t *testing.T) {
	const text = "Barack Obama was born in Hawaii."
	got := spell(text, ner.Prose().Recognise(nlp.Parse(text)))
	if len(got) == 0 || got[0] != "person: Barack Obama" {
		t.Errorf("got %v", got)
	}
}

func FuzzRecognise(f *testing.F) {
	f.Add("Kaja Kallas met Donald Tusk (DT) in Warsaw.")
	f.Add("\xff(((\"’’S A.B.C. THE OF")
	f.Fuzz(func(t *testing.T, text string) {
		d := nlp.Parse(text)
		end := 0
		for _, m := range ner.Default().Recognise(d) {
			if m.Start < end || m.IsEmpty() || m.End > len(text) {
				t.Fatalf("bad span %+v after %d", m, end)
			}
			end = m.End
		}
	})
}
