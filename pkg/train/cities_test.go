package train

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestCities(t *testing.T) {
	c, err := NewCities(strings.NewReader("name,country,subcountry,geonameid\n" +
		"Gdańsk,Poland,Pomerania,1\nVictoria,Canada,British Columbia,2\nVictoria,Canada,East,3\nVictoria,Seychelles,English River,4\n" +
		"Atlantis,Atlantis,Deep,5\nLuxembourg,Luxembourg,Luxembourg,6\n"))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if _, err := c.WriteTo(&out); err != nil {
		t.Fatal(err)
	}
	// Two cities of one country leave no id, a direction is no region, and
	// what lies in no country is left out.
	want := "british columbia\tCA\nenglish river\tSC\ngdansk\tPL1\nluxembourg\tLU6\npomerania\tPL\nvictoria\tCA SC4\n"
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Errorf("list (-want +got):\n%s", diff)
	}
}
