package ner

import (
	"testing"

	"github.com/whosaid/whosaid/pkg/span"
)

func TestNamesDoNotBeginOrEndInsideBrackets(t *testing.T) {
	for _, c := range []struct{ phenomenon, name, want string }{
		{"party and state", "Dana Ruiz (R-Ky.", "Dana Ruiz"},
		{"closed", "Bank of Lorn (Holdings)", "Bank of Lorn (Holdings)"},
		{"closed before it opens", "Lorn) Holdings", "Holdings"},
		{"closed, then open", "Bank (Lorn) Holdings (Old", "Bank (Lorn) Holdings"},
		{"nothing but an open one", "(Lorn", "(Lorn"},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			r := load(c.name)
			d := r.doc
			m := []Mention{{First: 0, Last: len(d.Tokens), Span: span.Span{End: len(d.Text)}}}
			trimBrackets(r, m)
			if got := m[0].Of(d.Text); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestNamesEndBeforePostNominals(t *testing.T) {
	for _, c := range []struct {
		phenomenon, name string
		kind             Type
		want             string
	}{
		{"one", "Ann Reid QC", Person, "Ann Reid"},
		{"two", "Ann Reid OBE MP", Person, "Ann Reid"},
		{"one word before them", "Jan MP", Person, "Jan MP"},
		{"initials", "Ann Reid TK", Person, "Ann Reid TK"},
		{"no person", "Reid Lund MD", Organisation, "Reid Lund MD"},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			r := load(c.name)
			d := r.doc
			m := []Mention{{First: 0, Last: len(d.Tokens), Span: span.Span{End: len(d.Text)}, Type: c.kind}}
			trimPostNominals(r, m)
			if got := m[0].Of(d.Text); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestNamesBeginBehindRanks(t *testing.T) {
	for _, c := range []struct {
		phenomenon, name string
		kind             Type
		want             string
	}{
		{"one", "Commodore Ann Reid", Person, "Ann Reid"},
		{"two, shortened", "Det. Con. Ann Reid", Person, "Ann Reid"},
		{"one name behind it", "Barr Reid", Person, "Barr Reid"},
		{"small letters", "con Ann Reid", Person, "con Ann Reid"},
		{"no person", "Winger Ann Reid", Organisation, "Winger Ann Reid"},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			r := load(c.name)
			d := r.doc
			m := []Mention{{First: 0, Last: len(d.Tokens), Span: span.Span{End: len(d.Text)}, Type: c.kind}}
			trimRanks(r, m)
			if got := m[0].Of(d.Text); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestNamesEndBehindTheirSyllables(t *testing.T) {
	for _, c := range []struct {
		phenomenon, text string
		tokens           int // of the name before the change
		kind             Type
		want             string
	}{
		{"a syllable that is a word", "Lau Sing-on said", 2, Person, "Lau Sing-on"},
		{"a syllable of five letters", "Lau Chung-hwang said", 2, Person, "Lau Chung-hwang"},
		{"an ending", "Lau Sing-led talks", 2, Person, "Lau Sing"},
		{"a word of more consonants", "Lau Sing-spent money", 2, Person, "Lau Sing"},
		{"a word of more syllables", "Lau Sing-era laws", 2, Person, "Lau Sing"},
		{"one word before it", "Sing-on said", 1, Person, "Sing"},
		{"a dash", "Lau Sing - on that day", 2, Person, "Lau Sing"},
		{"no person", "Lau Sing-on said", 2, Place, "Lau Sing"},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			r := load(c.text)
			d := r.doc
			m := []Mention{{First: 0, Last: c.tokens, Span: span.Span{End: d.Tokens[c.tokens-1].End}, Type: c.kind}}
			addSyllables(r, m)
			if got := m[0].Of(d.Text); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestClubsAreNoPeople(t *testing.T) {
	for _, c := range []struct {
		phenomenon, name string
		kind, want       Type
	}{
		{"club", "Deportivo Reyes", Person, Organisation},
		{"accent", "Atlético Lunt", Person, Organisation},
		{"one word", "Deportivo", Person, Person},
		{"club at the end", "Reyes Deportivo", Person, Person},
		{"no person", "Real Oruro", Place, Place},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			r := load(c.name)
			d := r.doc
			m := []Mention{{First: 0, Last: len(d.Tokens), Type: c.kind}}
			settleClubs(r, m)
			if m[0].Type != c.want {
				t.Errorf("%v, want %v", m[0].Type, c.want)
			}
		})
	}
}

func TestLastWordsOfClubsAreNoPeople(t *testing.T) {
	for _, c := range []struct {
		phenomenon, text string
		names            [][2]int // tokens
		types, want      []Type
	}{
		{"club and its last word", "Deportivo Reyes beat Lunt . Reyes won", [][2]int{{0, 2}, {3, 4}, {5, 6}}, []Type{Person, Person, Person}, []Type{Organisation, Person, Organisation}},
		{"somebody called so", "Deportivo Reyes thanked Ana Reyes . Reyes wept", [][2]int{{0, 2}, {3, 5}, {6, 7}}, []Type{Organisation, Person, Person}, []Type{Organisation, Person, Person}},
		{"no club", "Reyes met Ana Lunt", [][2]int{{0, 1}, {2, 4}}, []Type{Person, Person}, []Type{Person, Person}},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			r := load(c.text)
			var m []Mention
			for i, at := range c.names {
				m = append(m, Mention{First: at[0], Last: at[1], Type: c.types[i]})
			}
			settleClubs(r, m)
			for i := range m {
				if m[i].Type != c.want[i] {
					t.Errorf("name %d: %v, want %v", i, m[i].Type, c.want[i])
				}
			}
		})
	}
}

func TestShortenedStatesBehindTownsArePlaces(t *testing.T) {
	for _, c := range []struct {
		phenomenon, text string
		types, want      [2]Type
	}{
		{"behind a town", "Near Ashton, Md., it rained", [2]Type{Place, Person}, [2]Type{Place, Place}},
		{"behind what a preposition makes a town", "of Ashton, Md., it rained", [2]Type{Person, Person}, [2]Type{Place, Place}},
		{"behind a person", "Senator Ashton, Md., won", [2]Type{Person, Person}, [2]Type{Person, Person}},
		{"no state", "Near Ashton, Zed., it rained", [2]Type{Place, Person}, [2]Type{Place, Person}},
		{"without its stop", "Near Ashton, Md won", [2]Type{Place, Person}, [2]Type{Place, Person}},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			r := load(c.text)
			m := []Mention{{First: 1, Last: 2, Type: c.types[0]}, {First: 3, Last: 4, Type: c.types[1]}}
			settleStates(r, m)
			if got := [...]Type{m[0].Type, m[1].Type}; got != c.want {
				t.Errorf("%v, want %v", got, c.want)
			}
		})
	}
}
