package coref

import (
	"slices"
	"strings"
)

// wantedKind is a definite noun phrase that may speak of somebody whom the
// text calls something more special: "the official", "the Cambodian leader".
type wantedKind struct {
	roleKey
	// body is set when the noun is one for an organisation.
	body bool
	// acronym is set for an office that is written in its letters alone: the OC.
	acronym string
	// text is the phrase without its article, written its noun as the text has it.
	text, written string
}

// maxAcronymLetters is how many letters an office's acronym has at most: IGP,
// DCOP.
const maxAcronymLetters = 4

// makeWantedKind takes a noun phrase apart; false when it is not definite, is
// of two parts, has a complement, or has no noun that the lists know.
func makeWantedKind(text string) (w wantedKind, ok bool) {
	first, rest, _ := strings.Cut(text, " ")
	switch first {
	case "the", "The", "this", "This", "that", "That":
	default:
		return w, false
	}
	rest = strings.TrimSpace(rest)
	for _, link := range [...]string{" and ", " of ", " for ", " in ", " at ", " to ", " by ", ",", "’s ", "'s ", "s’ ", "s' "} {
		if strings.Contains(rest, link) {
			return w, false
		}
	}
	for word := range strings.FieldsSeq(rest) {
		if isOther(word) {
			return w, false
		}
	}
	w.text, w.written = rest, rest[strings.LastIndexByte(rest, ' ')+1:]
	if w.roleKey, ok = makeRoleKey(rest, isPersonKind); ok {
		return w, true
	}
	if w.roleKey, ok = makeRoleKey(rest, bodyKinds.has); ok {
		w.body = true
		w.head = spelling(w.head)
		if w.head == "administration" {
			return w, false // the government's, seldom an agency of that name
		}
		return w, rest == w.written && isCapital(rest) || !isKindOf(&bodyKinds, "name", w.head)
	}
	if rest == w.written && 2 <= len(rest) && len(rest) <= maxAcronymLetters && isCapitals(rest) && !acronyms.has(strings.ToLower(rest)) {
		w.acronym = rest
		return w, true
	}
	return w, false
}

// isOther reports whether a word before a noun says that nobody is meant who was
// named: the unnamed official, the second officer.
func isOther(word string) bool {
	switch word {
	case "anonymous", "first", "latter", "other", "remaining", "second", "third", "unidentified", "unnamed":
		return true
	}
	return false
}

// isPersonKind reports whether a folded noun may stand for a person.
func isPersonKind(folded string) bool { return isRoleNoun(folded) || kinds.has(folded) }

// spelling returns the spelling of a folded noun that the list of the kinds of
// bodies has.
func spelling(noun string) string {
	if noun == "organization" {
		return "organisation"
	}
	return noun
}

// isCapital reports whether a word starts with a capital letter.
func isCapital(word string) bool { return word != "" && 'A' <= word[0] && word[0] <= 'Z' }

// isCapitals reports whether a word is made of the capital letters A to Z.
func isCapitals(word string) bool {
	for i := range len(word) {
		if word[i] < 'A' || word[i] > 'Z' {
			return false
		}
	}
	return true
}

// standsFor reports whether a general noun may stand for a role.
func standsFor(l *list, general string, role *roleKey) bool {
	if general == role.head || isKindOf(l, general, role.head) {
		return true
	}
	for _, words := range [...][]string{role.ranks, role.words} {
		for _, w := range words {
			if isKindOf(l, general, role.head+" "+w) { // a prime minister is a leader
				return true
			}
		}
	}
	return false
}

// isKindOf reports whether the list has the general noun beside a special one.
func isKindOf(l *list, general, special string) bool {
	value, _ := l.find(special)
	for rest, more := value, value != ""; more; {
		var noun string
		noun, rest, more = strings.Cut(rest, " ")
		if noun == general {
			return true
		}
	}
	return false
}

// fit is how well an entity's roles fit a phrase.
type fit uint8

const (
	contradicts fit = iota
	unknownKind     // nothing tells
	fitsLoosely     // the noun fits, and the phrase says something more
	fitsWell
)

// fitPerson compares a phrase with what the text says a person is.
func (e *Entities) fitPerson(text string, want *wantedKind, entity int) fit {
	p := &e.List[entity]
	if p.Plural || contradict(want.gender, p.Gender) {
		return contradicts
	}
	best, elsewhere, somewhere := unknownKind, false, false
	for _, role := range p.Roles {
		for rest, more := role.Of(text), true; more; {
			var conjunct string
			conjunct, rest, more = strings.Cut(rest, " and ")
			if want.acronym != "" && spells(conjunct, want.acronym) {
				return fitsWell
			}
			have, ok := makeRoleKey(conjunct, isPersonKind)
			if !ok || want.acronym != "" {
				continue
			}
			f, place := want.fits(&have, &kinds)
			best = max(best, f)
			elsewhere, somewhere = elsewhere || place == otherPlace, somewhere || place == samePlace
		}
	}
	if elsewhere && !somewhere {
		return contradicts
	}
	return best
}

// places is how the places of a phrase and of a role compare.
type places uint8

const (
	noPlace places = iota // one of the two has none
	samePlace
	otherPlace
)

// fits compares a phrase with one role.
func (w *wantedKind) fits(have *roleKey, l *list) (fit, places) {
	place := noPlace
	for _, a := range w.words {
		if !isPlaceWord(a) {
			continue
		}
		for _, b := range have.words {
			switch {
			case a == b:
				place = samePlace
			case isPlaceWord(b) && place == noPlace:
				place = otherPlace
			}
		}
	}
	if place == otherPlace || !standsFor(l, w.head, have) {
		return unknownKind, place
	}
	for _, rank := range w.ranks {
		if !slices.Contains(have.ranks, rank) {
			return unknownKind, place
		}
	}
	if w.head != have.head && isCapital(w.written) {
		return unknownKind, place // the Executive is no executive
	}
	for _, word := range w.words {
		switch {
		case slices.Contains(have.words, word) || isLight(word):
		case isPlaceWord(word), isOfPeople(word):
			return unknownKind, place
		case w.head != have.head && (isWideNoun(w.head) || w.head == "leader" && !w.hasCapital(word)):
			return unknownKind, place // a president is no Pentagon boss, a governor no band leader
		default:
			return fitsLoosely, place
		}
	}
	return fitsWell, place
}

// isOfPeople reports whether a folded word ends like one for what belongs to a
// people, as North Korean does.
func isOfPeople(word string) bool {
	return strings.HasSuffix(word, "an") || strings.HasSuffix(word, "ese") || strings.HasSuffix(word, "ish")
}

// isWideNoun reports whether a noun needs the one before it to say what it
// means: Pentagon boss, police officer.
func isWideNoun(noun string) bool {
	switch noun {
	case "boss", "chief", "director", "executive", "head", "manager", "member", "officer", "official", "player", "star", "worker":
		return true
	}
	return false
}

// hasCapital reports whether the phrase writes one of its folded words with a
// capital letter: the PPP lawmaker.
func (w *wantedKind) hasCapital(folded string) bool {
	for word := range strings.FieldsSeq(w.text) {
		if !isCapital(word) {
			continue
		}
		short := string(fold(nil, word))
		full, _ := acronyms.find(short)
		if short == folded || slices.Contains(strings.Fields(full), folded) {
			return true
		}
	}
	return false
}

// isLight reports whether a folded word before a noun leaves open who is
// meant: the senior official, the former lawmaker.
func isLight(word string) bool {
	switch word {
	case "centrist", "conservative", "left-wing", "leftist", "leftwing", "liberal", "populist", "right-wing", "rightwing", "socialist",
		"senior", "top", "veteran", "retired", "young", "local", "outgoing", "new", "same", "high-ranking", "longtime", "famous", "elected", "incoming", "late":
		return true
	}
	return false
}

// spells reports whether an acronym is made of the initials of a role's words,
// or stands in it: AG for Attorney General, SP for superintendent of police,
// OC for OC of the harbour station.
func spells(role, acronym string) bool {
	var all, main []byte
	for word := range strings.FieldsSeq(role) {
		if word == acronym {
			return true
		}
		initial := word[0] &^ ('a' - 'A')
		all = append(all, initial)
		if !isSmallWord(word) {
			main = append(main, initial)
		}
	}
	return strings.HasPrefix(string(all), acronym) || strings.HasPrefix(string(main), acronym) ||
		strings.HasSuffix(string(all), acronym) || strings.HasSuffix(string(main), acronym)
}

// fitBody compares a phrase with the name of an organisation and what the text
// says that it is.
func (e *Entities) fitBody(text string, want *wantedKind, entity int) fit {
	b := &e.List[entity]
	best, known := contradicts, false
	compare := func(words string) {
		have, ok := makeRoleKey(words, bodyKinds.has)
		if !ok {
			return
		}
		known = true
		have.head = spelling(have.head)
		f, place := want.fits(&have, &bodyKinds)
		if place != otherPlace && f > unknownKind && !want.namesMore(&have) {
			best = max(best, f)
		}
	}
	name := b.Name
	if full, ok := acronyms.find(Fold(name)); ok {
		name = full
	}
	compare(name)
	for _, alias := range b.Aliases {
		if !known {
			compare(alias)
		}
	}
	for _, role := range b.Roles {
		compare(role.Of(text))
	}
	if !known && isOpenBody(want.head) && !want.namesMore(&roleKey{}) {
		return unknownKind
	}
	return best
}

// namesMore reports whether a phrase has a word of a name that a body's name or
// role has not: the Volta board is not that of the harbour.
func (w *wantedKind) namesMore(have *roleKey) bool {
	for _, word := range w.words {
		if !isPlaceWord(word) && !slices.Contains(have.words, word) && w.hasCapital(word) {
			return true
		}
	}
	return false
}

// isOpenBody reports whether a noun may stand for an organisation of which the
// text does not say what it is.
func isOpenBody(noun string) bool {
	switch noun {
	case "company", "firm", "group", "organisation", "agency", "party", "club", "team":
		return true
	}
	return false
}
