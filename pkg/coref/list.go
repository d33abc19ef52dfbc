package coref

import (
	_ "embed"
	"strings"
)

// list is a word list that is read where it lies: lines of "key" or
// "key<TAB>value", sorted by key, with comments (#) at its head. Nothing is
// decoded at start; a look-up is a binary search over the bytes.
type list string

// The lists that the package embeds. Keys are folded: see [fold].
var (
	//go:embed lists/acronyms.txt
	acronyms list // acronym → name in full
	//go:embed lists/bodies.txt
	bodies list // noun for an organisation
	//go:embed lists/cities.txt
	cities list // city or region → its countries, see package train
	//go:embed lists/countrycodes.txt
	countryCodes list // country or region of one → ISO 3166-1 alpha-2 code
	//go:embed lists/greatcities.txt
	greatCities list // city or region → the country that it means by itself
	//go:embed lists/countries.txt
	countryNames list
	//go:embed lists/demonyms.txt
	demonyms list // word for what belongs to a place → that place
	//go:embed lists/firstnames.txt
	firstNames list // first name → f or m
	//go:embed lists/honorifics.txt
	honorifics list // title before a name → f, m, or - when it says nothing
	//go:embed lists/lands.txt
	lands list // place of no one country, or of one that no table of cities gives → the countries that can be meant
	//go:embed lists/modifiers.txt
	modifiers list // word before the noun of a title
	//go:embed lists/nicknames.txt
	nicknames list // short first name → the first name that it shortens
	//go:embed lists/places.txt
	placeNames list // name of a place → the name that all its names share
	//go:embed lists/roles.txt
	roleNouns list // noun for a person → gender as in honorifics, and the noun that means the same role
)

// find returns the value of key, and whether the list holds it.
func (l list) find(key string) (value string, ok bool) {
	text := string(l)
	for len(text) > 0 {
		// The line that holds the middle byte.
		middle := len(text) / 2
		start := strings.LastIndexByte(text[:middle], '\n') + 1
		end := len(text)
		if n := strings.IndexByte(text[middle:], '\n'); n >= 0 {
			end = middle + n
		}
		name, rest, _ := strings.Cut(text[start:end], "\t")
		switch {
		case name == key:
			return rest, true
		case name < key:
			text = text[min(end+1, len(text)):]
		default:
			text = text[:start]
		}
	}
	return "", false
}

// has reports whether the list holds key.
func (l list) has(key string) bool {
	_, ok := l.find(key)
	return ok
}
