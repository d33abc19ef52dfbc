package coref

import (
	"maps"
	"slices"
	"strings"

	"github.com/whosaid/whosaid/pkg/ner"
)

// naming is one place in the text that names a country: the country itself, a
// place whose country is sure, or a nationality.
type naming struct {
	mention int
	code    string // "" for a place that the lists do not settle
}

const (
	// homeShare is the share of all its namings of countries that an article's
	// own country has at the least.
	homeShare = 0.5
	// sureShare is that share from which a name that the lists know only in
	// other countries is still taken for one at home.
	sureShare = 0.8
	// homeNamings is how many of them there are at the least.
	homeNamings = 2
	// maxStatedWords bounds the words between a place and its country: "a
	// small port town in northern".
	maxStatedWords = 6
)

// settleByText gives the places that no list settles the country that the text
// gives them: beside the name ("Kamdini, Uganda", "Tanzania's northern district
// of Ngorongoro"), else the one country that the article is about, where the
// sentence of the place does not speak of others only.
func (r *resolver) settleByText(e *Entities, keys []string, spoken countryEvidence) {
	stated := make([]string, len(e.List))
	abroad := make([]bool, len(e.List))
	settled := map[string]string{}
	for i := range e.List {
		if e.List[i].Country != "" {
			settled[keys[i]] = e.List[i].Country
		}
	}
	for i := range e.List {
		entity := &e.List[i]
		if entity.Type == ner.Person || entity.Country != "" {
			continue
		}
		if _, isShared := sharedLand(keys[i]); isShared && entity.Type == ner.Place {
			continue
		}
		code := partCountry(entity.Name, settled)
		if code != "" {
			spoken[code]++
		}
		if entity.Type == ner.Place {
			entity.Country = code
		}
	}
	home, share := spoken.home()
	isSure := share >= sureShare
	var line []naming
	for i := 0; i < len(r.mentions); {
		sentence := r.sentenceOf(i)
		line = line[:0]
		codes := map[string]bool{}
		for ; i < len(r.mentions) && r.sentenceOf(i) == sentence; i++ {
			n := naming{mention: i, code: r.codeOf(e, i)}
			isPlace := e.Of[i] >= 0 && e.List[e.Of[i]].Type == ner.Place
			if n.code == "" && !isPlace {
				continue
			}
			if n.code != "" {
				codes[n.code] = true
			}
			line = append(line, n)
		}
		for at, n := range line {
			if n.code != "" {
				continue
			}
			entity := e.Of[n.mention]
			if stated[entity] == "" {
				stated[entity] = r.statedCountry(line, at)
			}
			if len(codes) > 0 && (!codes[home] || len(codes) > 1 && nearest(line, at) != home) {
				abroad[entity] = true
			}
		}
	}
	for i := range e.List {
		entity := &e.List[i]
		if entity.Type != ner.Place || entity.Country != "" {
			continue
		}
		among, isShared := sharedLand(keys[i])
		for _, code := range [...]string{stated[i], home} {
			switch {
			case code == "", isShared && !strings.Contains(among, code):
			case code == stated[i], !abroad[i] && (isSure || !isElsewhere(keys[i], code)):
				entity.Country = code
			}
			if entity.Country != "" {
				break
			}
		}
	}
}

// home returns the country that an article is about, "" when it is about none
// or several, and its share of all that the article says of countries.
func (s countryEvidence) home() (home string, share float64) {
	total, most := 0, 0
	for _, code := range slices.Sorted(maps.Keys(s)) {
		total += s[code]
		if s[code] > most {
			most, home = s[code], code
		}
	}
	share = float64(most) / float64(max(total, 1))
	if most < homeNamings || share < homeShare {
		return "", share
	}
	return home, share
}

// nearest returns the country named nearest to a place in its sentence; "" when
// two are as near.
func nearest(line []naming, at int) string {
	before, after := at-1, at+1
	for ; before >= 0 || after < len(line); before, after = before-1, after+1 {
		var left, right string
		if before >= 0 {
			left = line[before].code
		}
		if after < len(line) {
			right = line[after].code
		}
		switch {
		case left != "" && right != "" && left != right:
			return ""
		case left != "":
			return left
		case right != "":
			return right
		}
	}
	return ""
}

// isElsewhere reports whether the lists know a name, but not in the country.
func isElsewhere(key, code string) bool {
	value, ok := cities.find(key)
	if !ok {
		return false
	}
	for rest, more := value, true; more; {
		var place string
		if place, rest, more = strings.Cut(rest, " "); strings.HasPrefix(place, code) {
			return false
		}
	}
	return true
}

// partCountry returns the country of a place whose name holds that of a
// country, or of a place that the article names too and whose country is
// settled: "Sultan of Oman's palace", "northern Pakistan", "Arusha Bypass Road".
func partCountry(name string, settled map[string]string) string {
	words := strings.Fields(PlaceKey(strings.NewReplacer("'s", "", "’s", "").Replace(name)))
	if len(words) > maxPartWords {
		return ""
	}
	for length := len(words) - 1; length > 0; length-- {
		for first := len(words) - length; first >= 0; first-- {
			key := strings.Join(words[first:first+length], " ")
			code, ok := countryOf(key)
			if !ok {
				code = nationCode(key)
			}
			if code != "" && key != georgia {
				if isNamedAbroad(words[len(words)-1]) {
					return ""
				}
				return code
			}
			if code := settled[key]; code != "" {
				return code
			}
			if code, ok := greatCities.find(key); ok {
				return code
			}
		}
	}
	return ""
}

// isNamedAbroad reports whether a folded word is for what any country names
// after another: Mexico Avenue, an Indian restaurant.
func isNamedAbroad(word string) bool {
	switch word {
	case "street", "road", "avenue", "boulevard", "square", "plaza", "restaurant", "cafe", "bar", "hotel", "shopping", "mall", "house", "school", "club", "room",
		"quarter", "market", "garden", "gardens", "bank", "church", "headquarters", "place", "station", "tower", "center", "centre", "drive", "lane", "way", "bridge", "cemetery", "pavilion":
		return true
	}
	return false
}

// maxPartWords bounds the names whose parts are looked up.
const maxPartWords = 10

// codeOf returns the country that mention i names, "" for none.
func (r *resolver) codeOf(e *Entities, i int) string {
	if r.mentions[i].Type == ner.Nationality {
		return nationCode(r.mentions[i].Of(r.d.Text))
	}
	if of := e.Of[i]; of >= 0 && e.List[of].Type == ner.Place {
		return e.List[of].Country
	}
	return ""
}

// nationCode returns the country of a nationality, "" when it is none's.
func nationCode(name string) string {
	if place, ok := demonyms.find(PlaceKey(name)); ok {
		code, _ := countryCodes.find(place)
		return code
	}
	return ""
}

// statedCountry returns the country that the words beside a place give it.
func (r *resolver) statedCountry(line []naming, at int) string {
	here := r.mentions[line[at].mention]
	if at+1 < len(line) && line[at+1].code != "" && r.mentions[line[at+1].mention].Type == ner.Place {
		next := r.mentions[line[at+1].mention]
		gap := r.between(here.End, next.Start)
		if strings.TrimSpace(gap) == "," || isWithin(gap, "in") || isWithin(gap, "of") {
			return line[at+1].code
		}
	}
	if at > 0 && line[at-1].code != "" {
		before := r.mentions[line[at-1].mention]
		gap := r.between(before.End, here.Start)
		for _, ending := range [...]string{"'s", "’s", "'", "’"} {
			if rest, ok := strings.CutPrefix(gap, ending); ok && isLandPhrase(rest) {
				return line[at-1].code
			}
		}
		if before.Type == ner.Nationality && isLandPhrase(gap) {
			return line[at-1].code
		}
	}
	return ""
}

// between returns the text between two names, "" when they touch or cross.
func (r *resolver) between(start, end int) string {
	if start >= end || end > len(r.d.Text) || end-start > maxStatedBytes {
		return ""
	}
	return r.d.Text[start:end]
}

// maxStatedBytes bounds the text between a place and its country.
const maxStatedBytes = 80

// isWithin reports whether words tie a place to the country after it: "village
// in northern".
func isWithin(gap, link string) bool {
	words := strings.Fields(gap)
	n := slices.Index(words, link)
	return n >= 0 && len(words) <= maxStatedWords && areLandWords(words[:n]) && areLandWords(words[n+1:])
}

// isLandPhrase reports whether the words between a country and a place say
// only what kind of place it is and where in the country it lies.
func isLandPhrase(gap string) bool {
	words := strings.Fields(gap)
	return len(words) <= maxStatedWords && areLandWords(words)
}

func areLandWords(words []string) bool {
	for _, w := range words {
		if w = strings.ToLower(w); w != "of" && w != "the" && w != "capital" && w != "a" && !isBearing(w) && !isPartOfLand(w) {
			return false
		}
	}
	return true
}

// isBearing reports whether a word says where in a country a place lies.
func isBearing(word string) bool {
	switch strings.ReplaceAll(word, "-", "") {
	case "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "northern", "southern", "eastern", "western",
		"northeastern", "northwestern", "southeastern", "southwestern", "central", "coastal", "remote", "rural", "largest", "biggest", "main", "upper", "lower",
		"mainland", "inner", "greater", "mount", "mt", "lake", "far":
		return true
	}
	return false
}

// sharedLand reports whether a place is of no one country, and the countries
// that it can be of all the same where an article is about one of them.
func sharedLand(key string) (among string, ok bool) {
	if among, ok = lands.find(key); ok {
		return among, true
	}
	for rest, more := key, true; more; {
		var word string
		word, rest, more = strings.Cut(rest, " ")
		if among, ok = lands.find(word); ok && among == "-" {
			return among, true
		}
	}
	return "", false
}
