package coref

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/span"
)

// TestByKind asks whom the last occurrence of a phrase stands for.
func TestByKind(t *testing.T) {
	for _, c := range []struct {
		phenomenon, text, phrase, want string
	}{
		{"official for a minister", "Harbour Minister {p Ann Lunt} opened the quay. “It is deep,” said the official.", "the official", "Ann Lunt"},
		{"leader for a prime minister", "{n Polish} Prime Minister {p Adam Zych} said no. The {n Polish} leader said “never”.", "The Polish leader", "Adam Zych"},
		{"a minister is no leader", "Harbour Minister {p Ann Lunt} said no. The leader said “never”.", "The leader", ""},
		{"diplomat for a foreign minister", "Foreign Minister {p Ann Lunt} said no. “Never,” the top diplomat added.", "the top diplomat", "Ann Lunt"},
		{"a harbour minister is no diplomat", "Harbour Minister {p Ann Lunt} met {p Obed Roy}. “Never,” the diplomat added.", "the diplomat", ""},
		{"lawmaker for a member of parliament", "{p Ann Lunt}, a member of parliament, said no. “Never,” the lawmaker added.", "the lawmaker", "Ann Lunt"},
		{"expert for a biologist", "{p Ann Lunt}, a marine biologist, counts eels. The expert said they are few.", "The expert", "Ann Lunt"},
		{"cleric for a bishop", "Bishop {p Obed Roy} prayed. “Amen,” said the cleric.", "the cleric", "Obed Roy"},
		{"capital that names an organ", "{p Ann Lunt}, president of the club, said no. Both the Executive and the courts agree.", "the Executive", ""},
		{"indefinite", "Harbour Minister {p Ann Lunt} said no. “Never,” an official said.", "an official", ""},
		{"unnamed in so many words", "Harbour Minister {p Ann Lunt} said no. “Never,” the unnamed official said.", "the unnamed official", ""},
		{"official brought up without a name", "Harbour Minister {p Ann Lunt} left. A senior official said so. “It is late,” the official said.", "the official", ""},
		{"somebody else's aide", "{p Ann Lunt}, a staffer, left. The mayor’s aide wept. “It is late,” the aide said.", "the aide", ""},
		{"somebody without a name spoke since", "Harbour Minister {p Ann Lunt} left. A fisherman said the quay is low. “It is late,” the official said.", "the official", ""},
		{"two that fit, neither spoke", "Harbour Minister {p Ann Lunt} and Mayor {p Obed Roy} met. “It is late,” the official said.", "the official", ""},
		{"two that fit, the one who spoke", "Mayor {p Obed Roy} came by boat. Harbour Minister {p Ann Lunt} said the quay is low. “It is late,” the official said.", "the official", "Ann Lunt"},
		{"two that fit, the other is the subject since", "Harbour Minister {p Ann Lunt} said the quay is low. Mayor {p Obed Roy} wept. “It is late,” the official said.", "the official", ""},
		{"office of the only one named", "{p Ann Lunt} has drained the harbour. “It is dry,” the Prime Minister said. {p Lunt} left.", "the Prime Minister", "Ann Lunt"},
		{"office of one of two", "{p Ann Lunt} and {p Obed Roy} have drained the harbour. “It is dry,” the Prime Minister said.", "the Prime Minister", ""},
		{"office of somebody who has another", "Harbour Minister {p Ann Lunt} has drained the harbour. “It is dry,” the Queen said.", "the Queen", ""},
		{"too far", "Harbour Minister {p Ann Lunt} left.\n\nIt rained.\n\nIt snowed.\n\nIt thawed.\n\n“It is late,” the official said.", "the official", ""},
		{"two paragraphs", "Harbour Minister {p Ann Lunt} left.\n\nIt rained.\n\n“It is late,” the official said.", "the official", "Ann Lunt"},
		{"long quotation between", "Harbour Minister {p Ann Lunt} left.\n\n“It is late.\n\n“It is cold.\n\n“It is dark.\n\n“It is wet,” the official said.", "the official", "Ann Lunt"},
		{"long quotation of another sentence", "Harbour Minister {p Ann Lunt} left.\n\n“It is late.\n\n“It is cold.\n\n“It is dark.”\n\nThe politician wept.", "The politician", ""},
		{"other place", "{n French} President {p Luc Moreau} said no. “Never,” the {n Polish} leader said.", "the Polish leader", ""},
		{"other rank", "President {p Ann Lunt} said no. “Never,” the vice president said.", "the vice president", ""},
		{"woman for a man", "Mayor {p Obed Roy} left. He wept. “Never,” the businesswoman said.", "the businesswoman", ""},
		{"noun with another before it", "Governor {p Ann Lunt} said yes. “Play,” the band leader said.", "the band leader", ""},
		{"somebody of a special kind without a name", "Senator {p Ann Lunt} left. A senator from the north stayed. “Never,” the lawmaker said.", "the lawmaker", ""},
		{"somebody of a special kind who is named", "{p Ann Lunt}, a senator, said no. “Never,” the lawmaker said.", "the lawmaker", "Ann Lunt"},
		{"no name by wish", "Senator {p Ann Lunt} said no. “Never,” said the lawmaker, who asked for anonymity.", "the lawmaker", ""},
		{"named later in the sentence", "Mayor {p Obed Roy} said no. The official told {p Roy} so.", "The official", ""},
		{"named elsewhere beside the same words", "Mayor {p Obed Roy} came. The politician met {p Roy} there. “Never,” the politician said.", "the politician", ""},
		{"a president is no official", "President {p Ann Lunt} said no. “Never,” the official said.", "the official", ""},
		{"a vice president is one", "Vice President {p Ann Lunt} said no. “Never,” the official said.", "the official", "Ann Lunt"},
		{"complement", "Harbour Minister {p Ann Lunt} said no. “Never,” the official from the ministry said.", "the official", ""},
		{"relative clause", "Harbour Minister {p Ann Lunt} said no. “Never,” the official who signed it said.", "the official", ""},
		{"second of two", "Mayor {p Obed Roy} said so. The guests and the official said “never”.", "the official", ""},
		{"said in a quotation", "“Harbour Minister {p Ann Lunt} is late,” people say. “It is late,” the official said.", "the official", ""},

		{"acronym after a name", "{p Obed Roy}, OC of the harbour station, denied it. “No,” said the OC.", "the OC", "Obed Roy"},
		{"acronym in brackets", "The superintendent of police (SP) {p Ann Lunt} came. “No,” said the SP.", "the SP", "Ann Lunt"},
		{"acronym that the role spells", "The Attorney General, {p Obed Roy}, sued. “No,” said the AG.", "the AG", "Obed Roy"},
		{"acronym of two", "OC {p Obed Roy} came. OC {p Ann Lunt} left. “No,” said the OC.", "the OC", ""},
		{"acronym of nobody", "Harbour Minister {p Ann Lunt} left. “No,” said the OC.", "the OC", ""},

		{"official of another body", "Mayor {p Obed Roy} came. He said so. “Never,” the Grain Board official said.", "the Grain Board official", ""},
		{"described anew", "{p Ann Lunt} said the race was long. “It is late,” the driver said.", "the driver", "Ann Lunt"},
		{"described anew after another name", "{p Ann Lunt} said the race was long. {p Obed Roy} won it. “It is late,” the driver said.", "the driver", ""},
		{"described anew by who did not speak", "{p Ann Lunt} won the race. “It is late,” the driver said.", "the driver", "Ann Lunt"},
		{"described anew beside another", "{p Ann Lunt} and {p Obed Roy} won the race. “It is late,” the driver said.", "the driver", ""},
		{"who asks", "{p Ann Lunt} won the race. “Is it late?” the moderator asked.", "the moderator", ""},
		{"another office", "Harbour Minister {p Ann Lunt} said the quay is low. “It is late,” the president said.", "the president", ""},
		{"office of somebody named once", "{p Ann Lunt} said the quay is low. “It is late,” the president said.", "the president", ""},
		{"office of somebody without one", "{p Ann Lunt} came. {p Lunt} said the quay is low. “It is late,” the president said.", "the president", "Ann Lunt"},
		{"driver brought up without a name", "{p Ann Lunt} met a driver. She said the race was long. “It is late,” the driver said.", "the driver", ""},
		{"noun for those without a name", "{p Ann Lunt} said the race was long. “It is late,” the aide said.", "the aide", ""},
		{"within what somebody said", "{p Ann Lunt} said much of a race in which the driver said “never”.", "the driver", ""},
		{"after a preposition", "The match with {p Ann Lunt} adds pressure. The driver said “never”.", "The driver", ""},
		{"suspect", "{p Ann Lunt} said the chase was long. “It was me,” the suspect said.", "the suspect", ""},

		{"party for a front", "The {o Harbour Front} said no. “Never,” said the party.", "the party", "Harbour Front"},
		{"a ministry is no party", "The {o Harbour Ministry} said no. “Never,” said the party.", "the party", ""},
		{"a company is no university", "{o Volta Motors} said no. “Never,” said the university.", "the university", ""},
		{"another company before", "A company left. {o Volta Motors} said no. “Never,” said the company.", "the company", "Volta Motors"},
		{"another company before one of no known kind", "A company left. {o Volta} said no. “Never,” said the company.", "the company", ""},
		{"company of no known kind", "{o Volta} said it lost money. “Never again,” said the company.", "the company", "Volta"},
		{"regulator for an authority", "The {o Harbour Authority} said no. “Never,” said the regulator.", "the regulator", "Harbour Authority"},
		{"name of several words", "The {o Harbour Commission Against Silt} met. “Never,” said the commission.", "the commission", "Harbour Commission Against Silt"},
		{"two bodies, neither spoke", "The {o Harbour Front} beat the {o Grain Alliance}. “Never,” said the party.", "the party", ""},
		{"another body since", "They sued the {o Harbour Foundation}. The {o Quay Party} left. “Never,” said the group.", "the group", ""},
		{"group without a name", "The {o Harbour Alliance} met. A rights group wept. “Never,” said the group.", "the group", ""},
		{"a company as which it is known", "{o Volta} said it is proud as a local company. “Never,” said the company.", "the company", "Volta"},
		{"body of another name", "The {o Harbour Secretariat} said no. “Never,” said the Grain secretariat.", "the Grain secretariat", ""},
		{"newspaper in short", "The {o Harbour Times} said no. “Never,” according to the Times.", "the Times", "Harbour Times"},
		{"no newspaper", "The {o Harbour Times} said no. “Never,” so the times say.", "the times", ""},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			d, e := resolveMarked(t, c.text)
			answer := e.ByKind(d, lastOf(t, d, c.phrase), Spoke{Entity: -1})
			got := ""
			if answer.Entity >= 0 {
				got = e.List[answer.Entity].Name
				if answer.Score <= 0 || answer.Score >= 1 {
					t.Errorf("the probability is %v, want one between 0 and 1", answer.Score)
				}
			}
			if got != c.want {
				t.Errorf("%s\n%q is %q, want %q", d.Text, c.phrase, got, c.want)
			}
		})
	}
}

// TestByKindHearsQuotes checks that who spoke the quotation before counts as
// having spoken.
func TestByKindHearsQuotes(t *testing.T) {
	d, e := resolveMarked(t, "Harbour Minister {p Ann Lunt} and Mayor {p Obed Roy} met. “Good.” “It is late,” the official said.")
	phrase := "the official"
	at := strings.Index(d.Text, phrase)
	where := span.Span{Start: at, End: at + len(phrase)}
	if c := e.ByKind(d, where, Spoke{Entity: -1}); c.Entity >= 0 {
		t.Errorf("%q is %q before anybody spoke", phrase, e.List[c.Entity].Name)
	}
	for token := range d.Tokens {
		if d.Tokens[token].Start == at {
			if c := e.ByKind(d, where, Spoke{Entity: 0, Token: token - 1}); c.Entity != 0 {
				t.Errorf("%q is %d after %q spoke", phrase, c.Entity, e.List[0].Name)
			}
		}
	}
}

// TestByKindIsLinear checks that asking for many phrases takes time in
// proportion, however many are named before them.
func TestByKindIsLinear(t *testing.T) {
	measure := func(n int) time.Duration {
		var text strings.Builder
		var spans []span.Span
		var types []ner.Type
		var asked []span.Span
		for i := range n {
			text.WriteString("Minister ")
			start := text.Len()
			fmt.Fprintf(&text, "Ann%d Lunt%d", i, i)
			spans, types = append(spans, span.Span{Start: start, End: text.Len()}), append(types, ner.Person)
			text.WriteString(" also not ever said that ")
			start = text.Len()
			text.WriteString("the official")
			asked = append(asked, span.Span{Start: start, End: text.Len()})
			text.WriteString(" said so, and the official of officials said no ")
		}
		d, mentions := documentWith(text.String(), spans, types)
		e := Resolve(d, mentions)
		best := time.Hour
		for range 3 {
			start := time.Now()
			for _, s := range asked {
				e.ByKind(d, s, Spoke{Entity: -1})
			}
			best = min(best, time.Since(start))
		}
		return best
	}
	const small, times = 250, 8
	if a, b := measure(small), measure(small*times); b > a*times*4 {
		t.Errorf("%d phrases take %v, %d take %v", small, a, small*times, b)
	}
}

// lastOf returns where a phrase stands last.
func lastOf(t *testing.T, d *nlp.Document, phrase string) span.Span {
	t.Helper()
	at := strings.LastIndex(d.Text, phrase)
	if at < 0 {
		t.Fatalf("%q is not in %q", phrase, d.Text)
	}
	return span.Span{Start: at, End: at + len(phrase)}
}
