package train

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/whosaid/whosaid/pkg/coref"
)

// Cities collects the places of one name.
type Cities struct {
	// places maps a name to the countries that have it and their city's
	// GeoNames id; "" for a region, or where a country has several.
	places map[string]map[string]string
}

// NewCities reads the table of cities: name, country, region, GeoNames id.
func NewCities(r io.Reader) (*Cities, error) {
	c := &Cities{places: map[string]map[string]string{}}
	err := eachRow(r, "name", func(row []string) error {
		country, ok := coref.CountryCode(row[1])
		if !ok {
			if country, ok = coref.CountryCode(strings.ReplaceAll(row[1], ":", "")); !ok {
				return nil // an islet
			}
		}
		c.add(row[0], country, row[3], false)
		c.add(row[2], country, "", true)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("cities: %w", err)
	}
	return c, nil
}

func (c *Cities) add(name, country, id string, region bool) {
	key := coref.PlaceKey(name)
	if key == "" || isDirection(key) {
		return
	}
	countries := c.places[key]
	if countries == nil {
		countries = map[string]string{}
		c.places[key] = countries
	}
	before, known := countries[country]
	switch {
	case !known:
		countries[country] = id
	case !region && before != id:
		countries[country] = "" // two of them: neither, and a region of the name stays one
	}
}

// isDirection reports whether a region's name is a direction, which as often
// means that part of any country.
func isDirection(key string) bool {
	switch key {
	case "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "north east", "north west", "south east",
		"south west", "northern", "southern", "eastern", "western", "central", "centre", "center", "middle", "upper", "lower", "city", "state", "capital",
		"region", "island", "coast", "bay", "delta":
		return true
	}
	return false
}

// WriteTo writes the names, sorted, one a line: the key, a tab, and the
// countries with their city's id, if one city is meant: "FR2988507 US".
func (c *Cities) WriteTo(w io.Writer) (int64, error) {
	var out strings.Builder
	for _, key := range slices.Sorted(maps.Keys(c.places)) {
		countries := c.places[key]
		out.WriteString(key)
		separator := "\t"
		for _, country := range slices.Sorted(maps.Keys(countries)) {
			out.WriteString(separator + country + countries[country])
			separator = " "
		}
		out.WriteString("\n")
	}
	n, err := io.WriteString(w, out.String())
	return int64(n), err
}
