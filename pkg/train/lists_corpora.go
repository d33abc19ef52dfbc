package train

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/whosaid/whosaid/pkg/ner"
)

// corporaLists says which names of which file of the corpora folder stand on
// which list: the path of keys to the names, * for every key or item.
var corporaLists = []struct {
	file string
	path []string
	list ner.Lists
}{
	{"canadian_municipalities.json", []string{"municipalities", "*", "name"}, ner.ListCity},
	{"canadian_municipalities.json", []string{"municipalities", "*", "province"}, ner.ListRegion},
	{"celebrities.json", []string{"celebrities", "*"}, ner.ListPerson},
	{"charities.json", []string{"charities", "*"}, ner.ListBody},
	{"countries.json", []string{"countries", "*"}, ner.ListCountry},
	{"countries_with_capitals.json", []string{"countries", "*", "name"}, ner.ListCountry},
	{"countries_with_capitals.json", []string{"countries", "*", "capital"}, ner.ListCity},
	{"englishHonorifics.json", []string{"englishHonorifics", "*"}, ner.ListTitle},
	{"prefixes.json", []string{"prefixes", "*"}, ner.ListTitle},
	{"occupations.json", []string{"occupations", "*"}, ner.ListTitle},
	{"english_towns_cities.json", []string{"towns", "*"}, ner.ListCity},
	{"english_towns_cities.json", []string{"cities", "*"}, ner.ListCity},
	{"firstNames.json", []string{"firstNames", "*"}, ner.ListFirstName},
	{"lastNames.json", []string{"lastNames", "*"}, ner.ListSurname},
	{"fortune500.json", []string{"companies", "*"}, ner.ListCompany},
	{"nasdaq.json", []string{"corporations", "*", "name"}, ner.ListCompany},
	{"nationalities.json", []string{"nationalities", "*"}, ner.ListNationality},
	{"newspapers.json", []string{"newspapers", "*"}, ner.ListBody},
	{"oceans.json", []string{"oceans", "*", "name"}, ner.ListPlaceName},
	{"oceans.json", []string{"seas", "*", "name"}, ner.ListPlaceName},
	{"rivers.json", []string{"rivers", "*", "name"}, ner.ListPlaceName},
	{"uk_political_parties.json", []string{"parties", "*"}, ner.ListBody},
	{"us_cities.json", []string{"cities", "*", "city"}, ner.ListCity},
	{"us_cities.json", []string{"cities", "*", "state"}, ner.ListRegion},
	{"us_counties.json", []string{"counties", "*", "*"}, ner.ListRegion},
	{"us_federal_agencies.json", []string{"agencies", "*"}, ner.ListBody},
}

// addCorpora reads the small lists of the corpora folder.
func (p phrases) addCorpora(dir string) error {
	for _, l := range corporaLists {
		text, err := os.ReadFile(filepath.Join(dir, l.file))
		if err != nil {
			return err
		}
		var value any
		if err := json.Unmarshal(text, &value); err != nil {
			return fmt.Errorf("%s: %w", l.file, err)
		}
		found := 0
		walkNames(value, l.path, func(name string) {
			p.add(name, l.list)
			found++
		})
		if found == 0 {
			return errors.New(l.file + ": no names found")
		}
	}
	return nil
}

// walkNames calls use with each string that a path leads to.
func walkNames(value any, path []string, use func(string)) {
	if len(path) == 0 {
		if s, ok := value.(string); ok {
			use(s)
		}
		return
	}
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			walkNames(item, path[1:], use)
		}
	case map[string]any:
		for key, item := range v {
			if path[0] == "*" || path[0] == key {
				walkNames(item, path[1:], use)
			}
		}
	}
}
