package coref

import "testing"

func TestAges(t *testing.T) {
	for _, c := range []struct{ phenomenon, text, phrase, want string }{
		{"behind the name", "{p Ann Lunt}, 34, met {p Mia Roy}, 61. “It is late,” the 34-year-old said.", "the 34-year-old", "Ann Lunt"},
		{"in brackets", "{p Ann Lunt} (34) met {p Mia Roy} (61). “It is late,” the 61-year-old said.", "the 61-year-old", "Mia Roy"},
		{"before the name", "The 34-year-old diver {p Ann Lunt} met {p Mia Roy}. “It is late,” the 34-year-old said.", "the 34-year-old", "Ann Lunt"},
		{"of the only one named", "{p Ann Lunt} left. “It is late,” the 34-year-old said.", "the 34-year-old", "Ann Lunt"},
		{"of the subject", "{p Ann Lunt} met {p Mia Roy}. “It is late,” the 34-year-old said.", "the 34-year-old", "Ann Lunt"},
		{"of who is named last", "{p Ann Lunt} left. {p Mia Roy} stayed. “It is late,” the 34-year-old said.", "the 34-year-old", "Mia Roy"},
		{"of who is named last, no subject", "{p Ann Lunt} left. A prize went to {p Mia Roy}, a diver. “It is late,” the 34-year-old said.", "the 34-year-old", "Mia Roy"},
		{"of one of two subjects", "{p Ann Lunt} and {p Mia Roy} left. “It is late,” the 34-year-old said.", "the 34-year-old", ""},
		{"of two", "{p Ann Lunt}, 34, met {p Mia Roy}, 34. “It is late,” the 34-year-old said.", "the 34-year-old", ""},
		{"of somebody without a name", "{p Ann Lunt} met a 34-year-old. “It is late,” the 34-year-old said.", "the 34-year-old", ""},
		{"number that is no age", "{p Ann Lunt} met 34 divers. “It is late,” the 34-year-old said.", "the 34-year-old", "Ann Lunt"},
		{"boy", "{p Ann Lunt}, 41, met eight-year-old {p Ben Roy}. “It is late,” the boy said.", "the boy", "Ben Roy"},
		{"young woman", "{p Ann Lunt}, 21, met {p Mia Roy}, 61. “It is late,” the young woman said.", "the young woman", "Ann Lunt"},
		{"boy of a woman's name", "{p Ann Lunt}, 11, left. “It is late,” the boy said.", "the boy", ""},
		{"boy who is too old", "{p Ben Roy}, 41, left. “It is late,” the boy said.", "the boy", ""},
		{"boy who is named behind", "A boy was lost. {p Ben Roy}, 8, left. “It is late,” the boy said.", "the boy", "Ben Roy"},
		{"boy without a name", "{p Ben Roy}, 8, met a boy. “It is late,” the boy said.", "the boy", ""},
		{"no age", "{p Ann Lunt} left. “It is late,” the diver said.", "the diver", ""},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			d, e := resolveMarked(t, c.text)
			got := ""
			if entity := e.ByAge(d, lastOf(t, d, c.phrase), Spoke{Entity: -1}).Entity; entity >= 0 {
				got = e.List[entity].Name
			}
			if got != c.want {
				t.Errorf("%s: %q, want %q", c.text, got, c.want)
			}
		})
	}
}
