package coref

import (
	"strings"

	"github.com/whosaid/whosaid/pkg/ner"
)

// PlaceKey returns a place's name in the form of the keys of the lists of
// places: its words folded, with one space between them.
func PlaceKey(name string) string {
	var key []byte
	for at := 0; ; {
		word := nextWord(name, at, len(name))
		if word.IsEmpty() {
			return string(key)
		}
		at = word.End
		before := len(key)
		if before > 0 {
			key = append(key, ' ')
		}
		start := len(key)
		if key = fold(key, word.Of(name)); len(key) == start {
			key = key[:before]
		}
	}
}

// CountryCode returns the ISO 3166-1 alpha-2 code of a country, by any of its
// usual names.
func CountryCode(name string) (code string, ok bool) {
	return countryOf(PlaceKey(name))
}

// countryOf returns the code of the country whose key it is given.
func countryOf(key string) (code string, ok bool) {
	if full, known := placeNames.find(key); known {
		key = full
	}
	return countryCodes.find(strings.TrimPrefix(key, "the "))
}

// georgia is the one country whose name is as often that of a region elsewhere.
const georgia = "georgia"

// countryEvidence counts how often an article speaks of a country, by code.
type countryEvidence map[string]int

// setCountries gives places their country and GeoNames id where the lists know
// them. A name that several countries have is given the country that the
// article speaks of most; where it speaks of none of them, the city that the
// name means by itself; else nothing.
func (r *resolver) setCountries(e *Entities) {
	spoken := countryEvidence{}
	keys := make([]string, len(e.List))
	for i := range e.List {
		entity := &e.List[i]
		if entity.Type != ner.Place {
			continue
		}
		keys[i] = PlaceKey(entity.Name)
		if code := entity.ownCode(keys[i]); code != "" {
			spoken[code] += len(entity.Mentions)
			entity.Country = code
		}
	}
	for _, m := range r.mentions {
		if m.Type == ner.Nationality {
			if code := nationCode(m.Of(r.d.Text)); code != "" {
				spoken[code]++
			}
		}
	}
	// Places of one country speak for it; those of several are then settled,
	// and those of one that the article does not speak of.
	alone := make([]bool, len(e.List))
	for i := range e.List {
		if e.List[i].Type != ner.Place || e.List[i].Country != "" {
			continue
		}
		if keys[i] == georgia {
			continue
		}
		if value, ok := cities.find(keys[i]); ok && !strings.Contains(value, " ") {
			e.List[i].Country, e.List[i].GeoNames = value[:2], value[2:]
			alone[i] = true
		}
	}
	most := spoken.most()
	for i := range e.List {
		if _, great := greatCities.find(keys[i]); alone[i] && !great && most >= usualCountry && spoken[e.List[i].Country] == 0 {
			e.List[i].Country, e.List[i].GeoNames = "", ""
		}
	}
	for i := range e.List {
		if alone[i] && e.List[i].Country != "" {
			spoken[e.List[i].Country]++
		}
	}
	for i := range e.List {
		if e.List[i].Type == ner.Place && e.List[i].Country == "" && !alone[i] {
			e.List[i].Country, e.List[i].GeoNames = spoken.settle(keys[i])
			if e.List[i].Country == "" {
				e.List[i].Country = spoken.within(e.List[i].Name)
			}
		}
	}
	r.settleByText(e, keys, spoken)
}

// ownCode returns the code of a place that one of its names says is a country:
// Chile, "the Republic of Chile"; "" for none. It takes the key of its name.
func (e *Entity) ownCode(key string) string {
	if code, ok := countryOf(key); ok && key != georgia {
		return code
	}
	for _, alias := range e.Aliases {
		if key := PlaceKey(alias); key != georgia {
			if code, ok := countryOf(key); ok {
				return code
			}
		}
	}
	return ""
}

// most returns how often the country named most is named.
func (s countryEvidence) most() int {
	most := 0
	for _, n := range s {
		most = max(most, n)
	}
	return most
}

// within returns the country of a place whose name holds that of the place it
// lies in: "Jiangxi province", "Aswan Dam", "La Esperanza, Honduras"; "" when
// it does not.
func (s countryEvidence) within(name string) string {
	if _, after, ok := strings.Cut(name, ","); ok {
		return s.lookUp(PlaceKey(after))
	}
	key := PlaceKey(name)
	before, kind, ok := cutLast(key)
	if !ok || !isPartOfLand(kind) {
		return ""
	}
	if code := s.lookUp(before); code != "" {
		return code
	}
	if before, kind, ok = cutLast(before); ok && isPartOfLand(kind) {
		return s.lookUp(before)
	}
	return ""
}

// lookUp returns the country of a place by its key.
func (s countryEvidence) lookUp(key string) string {
	if code, ok := countryOf(key); ok {
		return code
	}
	code, _ := s.settle(key)
	if _, great := greatCities.find(key); !great && s[code] == 0 && s.most() >= usualCountry {
		return "" // of one name with a place elsewhere
	}
	return code
}

// cutLast splits the last word off a key.
func cutLast(key string) (before, last string, ok bool) {
	n := strings.LastIndexByte(key, ' ')
	if n < 0 {
		return "", key, false
	}
	return key[:n], key[n+1:], true
}

// isPartOfLand reports whether a folded word says what a place named after
// the one that it lies in is.
func isPartOfLand(word string) bool {
	switch word {
	case "province", "state", "region", "governorate", "district", "county", "city", "municipality", "prefecture", "department", "oblast", "territory",
		"dam", "airport", "international", "hospital", "prison", "university", "stadium", "port", "harbour", "station", "square", "metropolitan",
		"area", "island", "islands", "coast", "town", "village", "valley", "camp", "border", "division", "emirate", "governate", "provincial":
		return true
	}
	return false
}

// settle chooses the country of a name that several countries have.
func (s countryEvidence) settle(key string) (country, id string) {
	value, ok := cities.find(key)
	if full, known := placeNames.find(key); !ok && known {
		key = full
		value, ok = cities.find(key)
	}
	if !ok {
		return "", ""
	}
	usual, _ := greatCities.find(key)
	if !strings.Contains(value, " ") && key != georgia {
		return value[:2], value[2:]
	}
	most, tied := 0, false
	if code, isCountry := countryOf(key); isCountry {
		country, most = code, s[code]+usualCountry
	}
	for rest, more := value, true; more; {
		var place string
		place, rest, more = strings.Cut(rest, " ")
		code := place[:2]
		n := s[code]
		if code == usual {
			n += usualCountry
		}
		switch {
		case n > most:
			country, id, most, tied = code, place[2:], n, false
		case n == most:
			tied = true
		}
	}
	if tied || s[country]*homeMargin < s.most() && country != usual {
		return "", "" // more likely a place at home that the lists lack
	}
	return country, id
}

// homeMargin is how many times oftener an article can speak of another country
// than of the one that a name of several countries is then settled for.
const homeMargin = 4

// usualCountry is how many namings of another country it takes for a name not
// to mean the city that it means by itself.
const usualCountry = 3
