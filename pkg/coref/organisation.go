package coref

import (
	"strings"

	"github.com/whosaid/whosaid/pkg/ner"
)

// matchOrganisation returns the groups that an organisation's name can name.
func (r *resolver) matchOrganisation(f *form) []int32 {
	var found []int32
	if f.name.capitals && len(f.words) == 1 {
		for _, g := range r.byInitials[r.text[f.words[0]]] {
			if r.groups[g].kind == f.kind {
				found = appendRival(found, g)
			}
		}
		if len(found) > 0 {
			return found
		}
	}
	for _, at := range [...]int{len(f.words) - 1, 0} {
		for _, g := range r.byWord[f.words[at]] {
			if r.isSameOrganisation(f, &r.groups[g]) {
				found = appendRival(found, g)
			}
		}
	}
	return found
}

// isSameOrganisation reports whether a name can be a short form of the group's
// name: its last words ("Commission" for the European Commission), or its
// first words where what is left off only says what kind of body it is.
func (r *resolver) isSameOrganisation(f *form, g *group) bool {
	if g.kind != ner.Organisation || len(f.words) > len(g.words) {
		return false
	}
	rest := len(g.words) - len(f.words)
	if isRun(f.words, g.words[rest:]) {
		return true
	}
	if !isRun(f.words, g.words[:len(f.words)]) {
		return false
	}
	if len(f.words) >= minCutWords {
		return true
	}
	if r.isCoined(f) && rest <= maxCoinedRest && g.first < f.first {
		return true
	}
	if len(f.words) > 1 && g.first < f.first && r.text[g.words[len(f.words)]] == "of" && countryNames.has(r.joined(g.words[len(f.words)+1:])) {
		return true // the Democratic Party, for that of Korea
	}
	for _, w := range g.words[len(f.words):] {
		if word := r.text[w]; !bodies.has(word) && !isTrade(word) {
			return false
		}
	}
	return true
}

// minCutWords is how many words at the start of a name are that name and no
// other's: "the Organization for Security and Cooperation".
const minCutWords = 5

// maxCoinedRest is how many words a coined name can leave off: Northline for
// Northline Rail.
const maxCoinedRest = 2

// isCoined reports whether a name is one word that can name an organisation by
// itself: no acronym and no place, nationality or common noun.
func (r *resolver) isCoined(f *form) bool {
	if len(f.words) > 1 || f.name.capitals {
		return false
	}
	word := r.text[f.words[0]]
	return !placeNames.has(word) && !demonyms.has(word) && !countryNames.has(word) && !bodies.has(word) && !modifiers.has(word)
}

// isTrade reports whether a folded word in a name says what trade it is in and
// is left off in short: Fox News, Volkswagen Group.
func isTrade(word string) bool {
	switch word {
	case "news", "media", "holdings", "holding", "airlines", "airways", "air", "motors", "motor", "electronics", "international", "global", "industries",
		"entertainment", "studios", "records", "pictures", "energy", "petroleum", "oil", "pharma", "pharmaceuticals", "bank", "insurance",
		"technologies", "systems", "communications", "telecom", "airport", "times", "post", "tv", "radio", "fc", "afc", "sc", "and", "sons", "&",
		"of", "germany", "usa", "uk", "europe", "america", "africa", "asia", "india", "china", "wanderers", "rovers", "capital", "partners":
		return true
	}
	return false
}

// addInitials records the acronyms that a name of several words can have: the
// initials of all its words, and those of its words but the small ones; both also
// without the country at its end.
func (r *resolver) addInitials(f *form, g int32) {
	r.addInitialsOf(f.words, g)
	for k := len(f.words) - 2; k >= minLongWords; k-- {
		if r.text[f.words[k]] == "of" {
			if countryNames.has(r.joined(f.words[k+1:])) {
				r.addInitialsOf(f.words[:k], g)
			}
			break
		}
	}
}

func (r *resolver) addInitialsOf(words []int32, g int32) {
	if len(words) < 2 {
		return
	}
	var all, main []byte
	for _, w := range words {
		word := r.text[w]
		all = append(all, word[0])
		if !isSmallWord(word) {
			main = append(main, word[0])
		}
	}
	for _, initials := range [...]string{string(all), string(main)} {
		r.byInitials[initials] = appendRival(r.byInitials[initials], g)
	}
}

// isSmallWord reports whether acronyms leave a word out.
func isSmallWord(word string) bool {
	switch word {
	case "of", "the", "and", "for", "in", "on", "to", "de", "la", "des", "du", "und", "fur", "et", "&", "a", "an", "at", "by", "with":
		return true
	}
	return false
}

// introductions finds the short names that the text introduces in brackets, and has
// them name the same thing as the name before the bracket:
//
//	the International Monetary Fund (IMF)            one body
//	the Institute of Territorial Studies (Ineter)    one body
//	Free Farmers (Volta) won                         two: the long name is hardly longer
//	Lutha Today (EFE) — It rained                    two: the agency of a dateline
func (r *resolver) introductions() {
	for i := 1; i < len(r.mentions); i++ {
		long, short := i-1, i
		if r.formOf[long] < 0 || r.formOf[short] < 0 || r.mentions[long].Type != r.mentions[short].Type {
			continue
		}
		if r.mentions[short].Type == ner.Person {
			continue
		}
		a, b := r.mentions[long].Span, r.mentions[short].Span
		if a.End > b.Start || b.End > len(r.d.Text) {
			continue
		}
		if gap := strings.TrimSpace(r.d.Text[a.End:b.Start]); gap != "(" {
			continue
		}
		rest, closed := strings.CutPrefix(strings.TrimLeft(r.d.Text[b.End:], " "), ")")
		if !closed || isDatelineEnd(rest) && r.startsLine(a.Start) {
			continue
		}
		if !r.names[short].capitals && r.names[long].capitals {
			long, short = short, long
		}
		if len(r.names[long].words) < 2 || !r.names[short].capitals && !r.isShortName(&r.names[short], &r.names[long], r.mentions[short].Type) {
			continue
		}
		form := &r.forms[r.formOf[short]]
		if form.sameAs < 0 && r.formOf[short] != r.formOf[long] {
			form.sameAs = r.formOf[long]
		}
	}
}

// isShortName reports whether a name in brackets that is no acronym is a short one of
// the name before it.
func (r *resolver) isShortName(short, long *name, kind ner.Type) bool {
	if kind != ner.Organisation || len(short.words) != 1 || len(long.words) < minLongWords {
		return false
	}
	word := r.text[short.words[0]]
	return !bodies.has(word) && !isTrade(word) && !placeNames.has(word)
}

// minLongWords is how many words a name has at least that is given a short name of
// other letters in brackets.
const minLongWords = 3

// startsLine reports whether nothing but spaces stands before a byte in its line.
func (r *resolver) startsLine(at int) bool {
	before := strings.TrimRight(r.d.Text[:at], " \t")
	return before == "" || before[len(before)-1] == '\n'
}

// isDatelineEnd reports whether a text goes on as behind the bracket of a dateline.
func isDatelineEnd(rest string) bool {
	rest = strings.TrimLeft(rest, " ")
	for _, dash := range [...]string{"—", "–", "-"} {
		if strings.HasPrefix(rest, dash) {
			return true
		}
	}
	return false
}
