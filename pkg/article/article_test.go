package article

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const text = "“Não,” said Ana Sá 😀 of Faro. “Go ahead,” she said, “please.”"

// valid returns an article, in bytes, that keeps every promise.
func valid() *Article {
	at := func(s string) int { return strings.Index(text, s) }
	mention := func(s string) []Mention {
		return []Mention{{Text: s, Start: at(s), End: at(s) + len(s), Confidence: 0.9}}
	}
	split := text[at("Go ahead") : at("please.")+len("please.")]
	return &Article{
		Schema: Schema, Input: "a.txt", Offsets: Byte, Text: text,
		People:        []Entity{{ID: "ana-sa", Name: "Ana Sá", Aliases: []string{}, Roles: []string{}, Mentions: mention("Ana Sá")}},
		Places:        []Entity{{ID: "faro", Name: "Faro", Aliases: []string{}, Roles: []string{}, Mentions: mention("Faro")}},
		Organisations: []Entity{},
		Quotes: []Quote{
			{ID: "q1", Kind: Direct, Text: "Não,", Start: at("Não"), End: at("Não,") + len("Não,"), Rule: "quote-cue-name", Confidence: 0.95,
				Speaker: &Speaker{Name: "Ana Sá", ID: new("ana-sa"), Text: "Ana Sá", Start: at("Ana"), End: at(" 😀")},
				Cue:     &Cue{Text: "said", Start: at("said"), End: at("said") + 4}},
			{ID: "q2", Kind: Direct, Text: split, Start: at("Go"), End: at("Go") + len(split), Rule: "quote-pronoun-cue", Confidence: 0.9,
				Parts: [][2]int{{at("Go"), at("Go") + len("Go ahead,")}, {at("please"), at("please") + len("please.")}}},
		},
		Diagnostics: []Diagnostic{{Code: "no-speaker", Message: "nobody is named", Start: at("Go"), End: at("Go")}},
	}
}

func TestValidateAcceptsEveryUnit(t *testing.T) {
	for _, unit := range []Unit{Byte, Rune, UTF16} {
		if err := valid().InUnit(unit).Validate(); err != nil {
			t.Errorf("%s: %v", unit, err)
		}
	}
}

func TestInUnit(t *testing.T) {
	a := valid()
	faro := func(u Unit) int { return a.InUnit(u).Places[0].Mentions[0].Start }
	if got, want := faro(Rune), len([]rune(text[:strings.Index(text, "Faro")])); got != want {
		t.Errorf("Faro starts at code point %d, want %d", got, want)
	}
	if faro(UTF16) != faro(Rune)+1 {
		t.Errorf("an emoji counts %d UTF-16 units, want one more than its code point", faro(UTF16)-faro(Rune))
	}
	if diff := cmp.Diff(valid(), a); diff != "" {
		t.Errorf("InUnit changed the article (-want +got):\n%s", diff)
	}
}

func TestValidateFindsFaults(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(*Article)
		want  string
	}{
		"null list":               {func(a *Article) { a.Quotes = nil }, "quotes is null"},
		"null inner list":         {func(a *Article) { a.People[0].Roles = nil }, "null list"},
		"wrong schema":            {func(a *Article) { a.Schema = "v0" }, "schema"},
		"span past the text":      {func(a *Article) { a.Quotes[1].Cue = &Cue{Start: 0, End: 1000} }, "after the text's end"},
		"backwards span":          {func(a *Article) { a.Quotes[0].Cue.End = 0 }, "runs from"},
		"inside a code point":     {func(a *Article) { a.Quotes[0].Cue = &Cue{Start: 1, End: 3} }, "cuts a code point"},
		"text of another span":    {func(a *Article) { a.Quotes[0].Text = "Nein," }, "where the text says"},
		"id twice":                {func(a *Article) { a.Places[0].ID = "ana-sa" }, "taken"},
		"id that is no slug":      {func(a *Article) { a.Places[0].ID = "Faro, PT" }, "no slug"},
		"entity without mention":  {func(a *Article) { a.Places[0].Mentions = []Mention{} }, "no mention"},
		"overlapping mentions":    {func(a *Article) { a.Places[0].Mentions = a.People[0].Mentions }, "overlap"},
		"speaker nobody knows":    {func(a *Article) { a.Quotes[0].Speaker.ID = new("bob") }, "no entity's"},
		"speaker renamed":         {func(a *Article) { a.Quotes[0].Speaker.Name = "Ana" }, "its entity"},
		"quotes out of order":     {func(a *Article) { a.Quotes[0], a.Quotes[1] = a.Quotes[1], a.Quotes[0] }, "out of order"},
		"single part":             {func(a *Article) { a.Quotes[1].Parts = a.Quotes[1].Parts[:1] }, "only one piece"},
		"part outside":            {func(a *Article) { a.Quotes[1].Parts[1][1] = len(text) }, "outside or out of order"},
		"confidence":              {func(a *Article) { a.Quotes[1].Confidence = 1.5 }, "confidence"},
		"salience":                {func(a *Article) { a.Places[0].Salience = -1 }, "salience"},
		"no rule":                 {func(a *Article) { a.Quotes[1].Rule = "" }, "no rule"},
		"unknown kind":            {func(a *Article) { a.Quotes[1].Kind = "song" }, "unknown kind"},
		"unknown unit":            {func(a *Article) { a.Offsets = "words" }, "unknown unit"},
		"diagnostic without code": {func(a *Article) { a.Diagnostics[0].Code = "" }, "no code"},
	} {
		t.Run(name, func(t *testing.T) {
			a := valid()
			c.spoil(a)
			if err := a.Validate(); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("Validate = %v, want a fault that says %q", err, c.want)
			}
		})
	}
}

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{
		"Kaja Kallas":          "kaja-kallas",
		"U.S.":                 "us",
		"Nguyễn Văn A":         "nguyen-van-a",
		"O’Neill & Sons, Ltd.": "oneill-sons-ltd",
		"Ἀθήνα":                "αθηνα",
		"«»":                   "unnamed",
		"Łódź":                 "łodz",
		"İzmir":                "izmir",
	} {
		got := Slug(name)
		if got != want {
			t.Errorf("Slug(%q) = %q, want %q", name, got, want)
		}
		if !isSlug(got) {
			t.Errorf("Slug(%q) = %q, which Validate would refuse", name, got)
		}
	}
}

func FuzzSlug(f *testing.F) {
	f.Add("Kaja Kallas")
	f.Add("ǅ İ ß \xff")
	f.Fuzz(func(t *testing.T, name string) {
		if s := Slug(name); !isSlug(s) {
			t.Errorf("Slug(%q) = %q, which is no slug", name, s)
		}
	})
}
