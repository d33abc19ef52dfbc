package coref

import (
	_ "embed"
	"strings"
	"sync"
)

// list is a word list that is read where it lies: lines of "key" or
// "key<TAB>value", sorted by key, with comments (#) at its head. Nothing is
// decoded at start; a look-up is a binary search over the lines that share the
// key's first two bytes.
type list struct {
	text *string
	// places are where the lines of each pair of first bytes begin, and where
	// the last ones end; made when the list is first asked.
	places []uint32
	once   sync.Once
}

// The lists that the package embeds. Keys are folded: see [fold].
var (
	acronyms     = list{text: &acronymsFile}     // acronym → name in full
	bodies       = list{text: &bodiesFile}       // noun for an organisation
	bodyKinds    = list{text: &bodyKindsFile}    // noun for an organisation → the more general nouns that stand for it
	cities       = list{text: &citiesFile}       // city or region → its countries, see package train
	countryCodes = list{text: &countryCodesFile} // country or region of one → ISO 3166-1 alpha-2 code
	greatCities  = list{text: &greatCitiesFile}  // city or region → the country that it means by itself
	countryNames = list{text: &countryNamesFile}
	demonyms     = list{text: &demonymsFile}   // word for what belongs to a place → that place
	firstNames   = list{text: &firstNamesFile} // first name → f or m
	honorifics   = list{text: &honorificsFile} // title before a name → f, m, or - when it says nothing
	kinds        = list{text: &kindsFile}      // noun for a person → the more general nouns that stand for it
	lands        = list{text: &landsFile}      // place of no one country, or of one that no table of cities gives → the countries that can be meant
	modifiers    = list{text: &modifiersFile}  // word before the noun of a title
	nicknames    = list{text: &nicknamesFile}  // short first name → the first name that it shortens
	placeNames   = list{text: &placeNamesFile} // name of a place → the name that all its names share
	roleNouns    = list{text: &roleNounsFile}  // noun for a person → gender as in honorifics, and the noun that means the same role
)

// The files of the lists.
var (
	//go:embed lists/acronyms.txt
	acronymsFile string
	//go:embed lists/bodies.txt
	bodiesFile string
	//go:embed lists/bodykinds.txt
	bodyKindsFile string
	//go:embed lists/cities.txt
	citiesFile string
	//go:embed lists/countrycodes.txt
	countryCodesFile string
	//go:embed lists/greatcities.txt
	greatCitiesFile string
	//go:embed lists/countries.txt
	countryNamesFile string
	//go:embed lists/demonyms.txt
	demonymsFile string
	//go:embed lists/firstnames.txt
	firstNamesFile string
	//go:embed lists/honorifics.txt
	honorificsFile string
	//go:embed lists/kinds.txt
	kindsFile string
	//go:embed lists/lands.txt
	landsFile string
	//go:embed lists/modifiers.txt
	modifiersFile string
	//go:embed lists/nicknames.txt
	nicknamesFile string
	//go:embed lists/places.txt
	placeNamesFile string
	//go:embed lists/roles.txt
	roleNounsFile string
)

// The bytes that keys begin with, for the index: a letter counts from 1, what
// sorts before it is 0, what sorts after it the last.
const firstBytes = 28

// firstByte returns the number of byte i of a key, 0 beyond its end.
func firstByte(key string, i int) int {
	if i >= len(key) {
		return 0
	}
	return min(max(int(key[i])-('a'-1), 0), firstBytes-1)
}

// firstPair returns the number of the first two bytes of a key.
func firstPair(key string) int { return firstByte(key, 0)*firstBytes + firstByte(key, 1) }

// index fills places.
func (l *list) index() {
	text := *l.text
	l.places = make([]uint32, firstBytes*firstBytes+1)
	filled, start := 0, 0
	for line := range strings.Lines(text) {
		if line[0] != '#' {
			key, _, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
			for pair := firstPair(key); filled <= pair; filled++ {
				l.places[filled] = uint32(start)
			}
		}
		start += len(line)
	}
	for ; filled < len(l.places); filled++ {
		l.places[filled] = uint32(len(text))
	}
}

// find returns the value of key, and whether the list holds it.
func (l *list) find(key string) (value string, ok bool) {
	l.once.Do(l.index)
	pair := firstPair(key)
	text := (*l.text)[l.places[pair]:l.places[pair+1]]
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
func (l *list) has(key string) bool {
	_, ok := l.find(key)
	return ok
}
