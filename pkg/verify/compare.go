package verify

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// sureSpeaker is how sure both attributions must be before a speaker is called
// another one. Of the differences that the quotes of PolNeAR's development set
// would give with the speakers that people named, more than a quarter below it
// are mistakes of ours, and 14 of 560 at or above it.
const sureSpeaker = 0.6

// compare says whether the speaker of a draft and that of its source are one.
// Names are compared as folded words, an office in one with a name in the other
// by the offices that either article gives. What neither article tells is
// CannotTell.
func compare(draft, source identity) Match {
	switch {
	case draft.isNobody():
		return NotNamed
	case source.isNobody():
		return NoSource
	}
	match := compareSure(draft, source)
	if match == Different && min(draft.confidence, source.confidence) < sureSpeaker {
		return CannotTell
	}
	return match
}

func compareSure(draft, source identity) Match {
	switch {
	case draft.kind == phrase && source.kind == phrase:
		return comparePhrases(draft, source)
	case draft.kind == phrase:
		return comparePhrase(draft, source)
	case source.kind == phrase:
		return comparePhrase(source, draft)
	}
	match := compareNames(draft, source)
	switch {
	case match == SameSpeaker:
		return SameSpeaker
	case draft.kind == source.kind:
		return match
	}
	// A spokesman and his ministry, a capital and its government.
	return compareKinds(draft, source)
}

// compareNames compares all names of two entities.
func compareNames(a, b identity) Match {
	match := Different
	for _, x := range a.names {
		for _, y := range b.names {
			var m Match
			if a.kind == person && b.kind == person {
				m = comparePeople(x, y)
			} else {
				m = compareBodies(x, y)
			}
			switch m {
			case SameSpeaker:
				return SameSpeaker
			case CannotTell:
				match = CannotTell
			}
		}
	}
	return match
}

// comparePeople compares two names of people: the last words must be the same
// and the first names must not contradict each other.
func comparePeople(a, b []string) Match {
	if slices.Equal(a, b) {
		return SameSpeaker
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 1 {
		// A surname, the last but one of two surnames, or a first name alone.
		if slices.Contains(b, a[0]) {
			return SameSpeaker
		}
		if isVariant(a[0], b[len(b)-1]) {
			return CannotTell
		}
		return Different
	}
	lastA, lastB := a[len(a)-1], b[len(b)-1]
	switch {
	case lastA == lastB, isJoined(a, b):
		return compareFirstNames(a[0], b[0])
	case isVariant(lastA, lastB) && compareFirstNames(a[0], b[0]) != Different:
		return CannotTell
	case isSubset(a, b): // Kim Jong Un, Luiz Inácio Lula da Silva
		return SameSpeaker
	}
	return Different
}

// isJoined reports whether two names are the same when their words are written
// together: al Assad, al-Assad.
func isJoined(a, b []string) bool {
	join := func(words []string) string { return strings.ReplaceAll(strings.Join(words, ""), "-", "") }
	return strings.HasSuffix(join(b), join(a[1:]))
}

func compareFirstNames(a, b string) Match {
	switch {
	case a == b, len(a) == 1 && a[0] == b[0], len(b) == 1 && a[0] == b[0]:
		return SameSpeaker
	case a[0] == b[0], longForm(a) == longForm(b):
		return CannotTell // Joe and Joseph, or Joe and Jane
	}
	return Different
}

// longForm returns the first name that a folded one is short for, where that
// begins with another letter; else the name itself.
func longForm(name string) string {
	switch name {
	case "bill", "billy", "will":
		return "william"
	case "bob", "bobby", "rob":
		return "robert"
	case "dick", "rick":
		return "richard"
	case "jack", "johnny":
		return "john"
	case "ted", "ned", "ed":
		return "edward"
	case "liz", "betty", "beth":
		return "elizabeth"
	case "peggy", "meg":
		return "margaret"
	case "chuck":
		return "charles"
	case "hank", "harry":
		return "henry"
	case "tony":
		return "anthony"
	}
	return name
}

// isVariant reports whether two long words differ by one letter: Zelensky,
// Zelenskyy.
func isVariant(a, b string) bool {
	const shortest = 6 // letters; shorter names that differ by one are two names
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < shortest || len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return i == len(a) || a[i+1:] == b[i+1:]
	}
	return a[i:] == b[i+1:]
}

// compareBodies compares two names of organisations or places: one may be a
// shorter form or the initials of the other.
func compareBodies(a, b []string) Match {
	if len(a) > len(b) {
		a, b = b, a
	}
	if slices.Equal(a, b) || isSubset(a, b) || len(a) == 1 && isInitials(a[0], b) {
		return SameSpeaker
	}
	return Different
}

// isSubset reports whether all words of a are in b.
func isSubset(a, b []string) bool {
	for _, word := range a {
		if !slices.Contains(b, word) {
			return false
		}
	}
	return true
}

// isInitials reports whether an acronym is made of the first letters of words.
func isInitials(acronym string, words []string) bool {
	return len(words) > 1 && acronym == initials(words)
}

// initials returns the first letters of words.
func initials(words []string) string {
	var letters []rune
	for _, word := range words {
		first, _ := utf8.DecodeRuneInString(word)
		letters = append(letters, first)
	}
	return string(letters)
}

// compareKinds compares entities of two kinds. They are two only where the
// document of the one knows the other as well, and in no connection with it.
func compareKinds(draft, source identity) Match {
	knows := source.cast.find(draft)
	if knows == noWord {
		return CannotTell
	}
	for _, words := range draft.names {
		for _, role := range source.roles {
			if isSubset(words, role) {
				return CannotTell
			}
		}
	}
	for _, words := range source.names {
		for _, role := range draft.roles {
			if isSubset(words, role) {
				return CannotTell
			}
		}
	}
	if draft.kind == person || source.kind == person {
		return Different
	}
	return CannotTell // the White House and Washington
}

// find returns who of the cast somebody of another document is, or noWord.
func (c *cast) find(other identity) int {
	for i, one := range c.all {
		if one.kind == other.kind && compareNames(one, other) == SameSpeaker {
			return i
		}
	}
	return noWord
}

// comparePhrase compares "the foreign minister" with somebody who has a name.
func comparePhrase(nameless, named identity) Match {
	words := nameless.roles[0]
	if len(words) == 0 {
		return CannotTell // a pronoun that nobody resolved
	}
	for _, name := range named.names {
		if isSubset(name, words) {
			return CannotTell // "a spokesman for Kallas" is not Kallas
		}
	}
	if hasRole(named, words) {
		return SameSpeaker
	}
	// The document of the phrase may know the named one as somebody else.
	if i := nameless.cast.find(named); i != noWord && named.kind == person {
		known := nameless.cast.all[i]
		switch {
		case hasRole(known, words):
			return SameSpeaker
		case nameless.isNew && known.at < nameless.at:
			return Different // "a resident" is nobody who was named before
		}
		for other, one := range nameless.cast.all {
			for _, role := range one.roles {
				if other != i && isSubset(words, role) {
					return Different // the office is another's there
				}
			}
		}
	}
	return CannotTell
}

// hasRole reports whether somebody has the office that the words of a phrase
// name: all words of the one are in the other, in full or as initials.
func hasRole(one identity, words []string) bool {
	for _, role := range one.roles {
		if len(role) == 0 || slices.ContainsFunc(role, func(w string) bool { return isBeside(w) && !slices.Contains(words, w) }) ||
			slices.ContainsFunc(words, func(w string) bool { return isBeside(w) && !slices.Contains(role, w) }) {
			continue
		}
		if isSubset(words, role) || isSubset(role, words) || isShortened(words, role) || isShortened(role, words) {
			return true
		}
	}
	return false
}

// isBeside reports whether a word makes an office another one beside it: a
// deputy mayor, a spokesman for the mayor and a former mayor are not the mayor.
func isBeside(word string) bool {
	switch word {
	case "deputy", "vice", "former", "ex", "assistant", "shadow", "aide", "adviser", "advisor", "spokesman", "spokeswoman",
		"spokesperson", "lawyer", "wife", "husband", "son", "daughter", "brother", "sister", "mother", "father", "candidate":
		return true
	}
	return false
}

// isShortened reports whether a phrase is another one with a name in it given by
// its initials: "EU policy chief", "European Union policy chief".
func isShortened(short, long []string) bool {
	without := func(words, others []string) []string {
		return slices.DeleteFunc(slices.Clone(words), func(word string) bool { return slices.Contains(others, word) })
	}
	acronym, name := without(short, long), without(long, short)
	return len(acronym) == 1 && len(acronym) < len(short) && isInitials(acronym[0], name)
}

// comparePhrases compares two speakers of whom neither has a name.
func comparePhrases(draft, source identity) Match {
	a, b := draft.roles[0], source.roles[0]
	switch {
	case len(a) == 0 || len(b) == 0:
		return CannotTell
	case isSubset(a, b), isSubset(b, a):
		return SameSpeaker
	}
	return CannotTell
}
