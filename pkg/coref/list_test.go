package coref

import (
	"strings"
	"testing"
)

// TestLists checks that every list can be searched: sorted by key, without
// duplicates, its keys folded, its comments at the head.
func TestLists(t *testing.T) {
	for name, l := range map[string]*list{
		"acronyms": &acronyms, "bodies": &bodies, "body kinds": &bodyKinds, "kinds": &kinds, "cities": &cities, "country codes": &countryCodes, "great cities": &greatCities, "countries": &countryNames, "demonyms": &demonyms, "firstnames": &firstNames,
		"honorifics": &honorifics, "modifiers": &modifiers, "nicknames": &nicknames, "places": &placeNames, "roles": &roleNouns,
	} {
		t.Run(name, func(t *testing.T) {
			last := ""
			for line := range strings.Lines(*l.text) {
				line = strings.TrimSuffix(line, "\n")
				if strings.HasPrefix(line, "#") {
					if last != "" {
						t.Errorf("the comment %q is not at the head", line)
					}
					continue
				}
				key, value, _ := strings.Cut(line, "\t")
				if key <= last {
					t.Errorf("%q stands after %q", key, last)
				}
				last = key
				var words []string
				for _, word := range strings.Split(key, " ") {
					words = append(words, Fold(word))
				}
				if folded := strings.Join(words, " "); folded != key {
					t.Errorf("%q is not folded: %q", key, folded)
				}
				if got, ok := l.find(key); !ok || got != value {
					t.Errorf("find(%q) = %q, %v, want %q", key, got, ok, value)
				}
			}
			for _, absent := range []string{"", "\x00", "#", "zzzz", "mmmmm", "ÿ"} {
				if l.has(absent) {
					t.Errorf("the list has %q", absent)
				}
			}
		})
	}
}

func TestFold(t *testing.T) {
	for word, want := range map[string]string{
		"Nguyễn": "nguyen", "O’Neill": "oneill", "U.S.": "us", "Ærø": "aero", "Łódź": "lodz", "İstanbul": "istanbul",
		"Straße": "strasse", "Đặng": "dang", "Þór": "thor", "ﬁn": "fin", "": "", "\xff": "\ufffd",
	} {
		if got := Fold(word); got != want {
			t.Errorf("Fold(%q) = %q, want %q", word, got, want)
		}
	}
}
