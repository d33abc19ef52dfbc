package coref

import "testing"

func TestCountries(t *testing.T) {
	for _, c := range []struct {
		phenomenon, text, country, geonames string
	}{
		{"country", "They left {l Poland}.", "PL", ""},
		{"country by another name", "They left the {l U.S.}", "US", ""},
		{"city of one country", "They left {l Wrocław}.", "PL", "3081368"},
		{"city by itself", "They left {l Paris}.", "FR", "2988507"},
		{"city where the article speaks of another country", "They left {l Paris} for {l Dallas}, {l Houston} and {l Austin} in {l Texas}, a state of the {l United States}.", "US", "4717560"},
		{"nationality speaks for a country", "They left {l Richmond}, said {n British} police. The {n British} government agreed.", "GB", "2639389"},
		{"city of many countries", "They left {l San Pedro}.", "", ""},
		{"region", "They left {l Bavaria}.", "DE", ""},
		{"country or state, the country", "They left {l Georgia}.", "GE", ""},
		{"country or state, the state", "They left {l Georgia}, {l Alabama}, {l Texas} and {l Ohio}, as {n American} voters do.", "US", ""},
		{"country of a longer name", "They left {l Costa Rica}.", "CR", ""},
		{"province", "They left {l Jiangxi province}.", "CN", ""},
		{"named after the city it lies in", "They left {l Nairobi International Airport}.", "KE", ""},
		{"after a comma", "They left {l Elmore, Ohio}.", "US", ""},
		{"city elsewhere, the article of one country", "They left {l La Vega} in {l Caracas}, {l Venezuela}. {n Venezuelan} police and the {n Venezuelan} army came.", "VE", ""},
		{"unknown, after a comma its country", "They left {l Kamdolo}, {l Uganda}.", "UG", ""},
		{"unknown, in its country", "They left {l Kamdolo} in northern {l Uganda}.", "UG", ""},
		{"unknown, of its country", "They left {l Kamdolo}, as {l Uganda}'s southern district of {l Kamdolo} asked.", "UG", ""},
		{"unknown, after a nationality", "They left {l Kamdolo}. The {n Ugandan} town of {l Kamdolo} burns.", "UG", ""},
		{"unknown, the article of one country", "They left {l Kamdolo}. {n Ugandan} police, {l Kampala} said, are in {l Uganda}.", "UG", ""},
		{"unknown, the sentence of another country", "They left {l Kamdolo} and {l Kenya}. {n Ugandan} police, {l Kampala} said, are in {l Uganda}.", "", ""},
		{"unknown, the article of two countries", "They left {l Kamdolo}. {l Uganda} and {l Kenya} talk. {n Kenyan} and {n Ugandan} police do not. {l Ghana} and {l Mali} wait.", "", ""},
		{"continent", "They left {l West Africa}. {n Ugandan} police, {l Kampala} said, are in {l Uganda}.", "", ""},
		{"country with its bearing", "They left {l western Libya}. {n Ugandan} police, {l Kampala} said, are in {l Uganda}.", "LY", ""},
		{"street named after a country", "They left {l Ghana Street}. {n Ugandan} police, {l Kampala} said, are in {l Uganda}.", "UG", ""},
		{"sea", "They left {l South China Sea}, {n Chinese} police said. {l China} agreed. {l China} knows.", "", ""},
		{"country by its state's name", "They left {l the Republic of Chile}. {n Spanish} police, {l Chile} said, came.", "CL", ""},
		{"name of two countries", "They left {l Korea}. {n South Korean} police came. {l South Korea} and {l Seoul} agreed.", "KR", ""},
		{"nowhere", "They left {l Zzyzx Junction}.", "", ""},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			_, e := resolveMarked(t, c.text)
			if got := e.List[0]; got.Country != c.country || got.GeoNames != c.geonames {
				t.Errorf("%s: %q %q, want %q %q", got.Name, got.Country, got.GeoNames, c.country, c.geonames)
			}
		})
	}
}
