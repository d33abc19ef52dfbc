package train

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
)

func TestReadArticlesCountsCodePoints(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.jsonl")
	line := `{"id":"a","text":"Zoë left Łódź.","entities":[{"type":"PER","start":0,"end":3},{"type":"LOC","start":9,"end":13}]}`
	if err := os.WriteFile(path, []byte(line+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	articles, err := ReadArticles(path)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range articles[0].Entities {
		got = append(got, e.Type.String()+": "+articles[0].Text[e.Start:e.End])
	}
	if diff := cmp.Diff([]string{"person: Zoë", "place: Łódź"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestReadArticlesNamesTheBadLine(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.jsonl")
	if err := os.WriteFile(path, []byte("{}\n{\"entities\":[{\"type\":\"PER\",\"start\":5,\"end\":9}]}\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadArticles(path); err == nil || !strings.Contains(err.Error(), "a.jsonl:2") {
		t.Errorf("got %v", err)
	}
}

func TestTokensBecomeRunningText(t *testing.T) {
	tests := []struct{ name, tokens, tags, want string }{
		{"punctuation", "Yes , she said ( twice ) .", "", "Yes, she said (twice)."},
		{"quotes open and close", `" No , " he said . " Never . "`, "", `"No," he said. "Never."`},
		{"clitics", "The minister 's aides did n't go", "", "The minister's aides didn't go"},
		{"hyphen inside a name", "Al - Ani spoke - briefly", "B-PER I-PER I-PER O O O", "Al-Ani spoke - briefly"},
		{"money", "It cost $ 5 today", "", "It cost $5 today"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			line := tokenLine{Tokens: strings.Fields(tt.tokens), Tags: strings.Fields(tt.tags)}
			for len(line.Tags) < len(line.Tokens) {
				line.Tags = append(line.Tags, "O")
			}
			var a Article
			appendSentence(&a, line)
			if a.Text != tt.want {
				t.Errorf("got %q, want %q", a.Text, tt.want)
			}
		})
	}
}

func TestLabelsOfTokens(t *testing.T) {
	const text = "Ann Lee flew to Lima, Peru, for the Andean summit."
	name := func(s string, t ner.Type, unsure bool) Entity {
		i := strings.Index(text, s)
		return Entity{Start: i, End: i + len(s), Type: t, Unsure: unsure}
	}
	a := Article{Text: text, Entities: []Entity{
		name("Ann Lee", ner.Person, false), name("Lima, Peru", ner.Place, false), name("Andean", ner.Other, true),
	}}
	d := nlp.Parse(text)
	allowed, astray := labelTokens(d, &a, []ner.Type{ner.Nationality})
	if astray != 0 {
		t.Errorf("%d names astray", astray)
	}
	free := ner.Outside.Set() | ner.IsNationality.Set()
	want := map[string]ner.LabelSet{
		"Ann": ner.BeginPerson.Set(), "Lee": ner.LastPerson.Set(), "Lima": ner.UnitPlace.Set(), "Peru": ner.UnitPlace.Set(),
		",": free, "flew": free, "Andean": ner.BeginOther.Set() | ner.IsNationality.Set(),
	}
	for i := range d.Tokens {
		if set, ok := want[d.Word(i)]; ok && set != allowed[i] {
			t.Errorf("%s: labels %b, want %b", d.Word(i), allowed[i], set)
		}
	}
}

func TestNameThatEndsInsideATokenTeachesNothing(t *testing.T) {
	a := Article{Text: "Beirutis left.", Entities: []Entity{{Start: 0, End: 6, Type: ner.Place}}}
	allowed, astray := labelTokens(nlp.Parse(a.Text), &a, nil)
	if astray != 1 || allowed[0] != ner.AnyLabel {
		t.Errorf("astray %d, labels %b", astray, allowed[0])
	}
}

func TestAlteredTextKeepsItsOffsets(t *testing.T) {
	a := Article{Text: strings.Repeat("Zoë İnan met Łukasz in Łódź. It rained all day there. ", 20)}
	d := nlp.Parse(a.Text)
	b, changed, ok := alter(&a, d, rand.New(rand.NewPCG(1, 1)))
	if !ok || len(b.Text) != len(a.Text) || b.Text == a.Text {
		t.Fatalf("altered %v, %d bytes of %d", ok, len(b.Text), len(a.Text))
	}
	for i, s := range d.Sentences {
		if same := a.Text[s.Start:s.End] == b.Text[s.Start:s.End]; same == changed[i] && same {
			t.Errorf("sentence %d: marked as changed, and is the same", i)
		} else if !same && !changed[i] {
			t.Errorf("sentence %d: changed, and not marked", i)
		}
	}
}

func TestNationalitiesComeFromTheTokenForm(t *testing.T) {
	a := Article{Text: "A Thai film at the Thai Film Fair", Entities: []Entity{{2, 6, ner.Other, false}, {19, 33, ner.Other, false}}}
	d := rawDoc{tokens: strings.Fields("A Thai film at the Thai Film Fair"), is: []bool{false, true, false, false, false, false, false, false}}
	d.mark(&a)
	if a.Entities[0].Type != ner.Nationality || a.Entities[1].Type != ner.Other {
		t.Errorf("got %v", a.Entities)
	}
}

func TestRenamedArticleKeepsItsNames(t *testing.T) {
	const text = "Ana wrote on Twitter from Turkey, Rio said."
	a := Article{Text: text}
	for i, s := range []string{"Ana", "Twitter", "Turkey", "Rio"} {
		t := []ner.Type{ner.Person, ner.Organisation, ner.Place, ner.Person}[i]
		at := strings.Index(text, s)
		a.Entities = append(a.Entities, Entity{Start: at, End: at + len(s), Type: t})
	}
	b, at := rename(&a)
	if b.Text != "Ana wrote on X from Türkiye, Rio said." || len(at) != 2 {
		t.Fatalf("got %q, new names at %v", b.Text, at)
	}
	var got []string
	for _, e := range b.Entities {
		got = append(got, b.Text[e.Start:e.End])
	}
	if diff := cmp.Diff([]string{"Ana", "X", "Türkiye", "Rio"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestWordNamesReplaceTheGivenNameEverywhere(t *testing.T) {
	const text = "Ana Rio met Bo. Ana Rio and Ana left, Bo Tam stayed in Ana."
	a := Article{Text: text}
	for _, e := range []struct {
		at   int
		name string
		t    ner.Type
	}{
		{0, "Ana Rio", ner.Person}, {12, "Bo", ner.Person}, {16, "Ana Rio", ner.Person}, {28, "Ana", ner.Person},
		{38, "Bo Tam", ner.Person}, {55, "Ana", ner.Place},
	} {
		a.Entities = append(a.Entities, Entity{Start: e.at, End: e.at + len(e.name), Type: e.t})
	}
	replace := wordNames(1)
	for range 50 { // most articles are left as they are
		b, at := replace(&a)
		if len(at) == 0 {
			continue
		}
		name, _, _ := strings.Cut(b.Text, " ")
		want := name + " Rio met Bo. " + name + " Rio and " + name + " left, Bo Tam stayed in Ana."
		if b.Text != want || len(at) != 3 || name == "Ana" {
			t.Errorf("got %q, new names at %v, want %q with three", b.Text, at, want)
		}
		return
	}
	t.Error("no article of fifty has a new name")
}
