package quote

import (
	"strings"

	"github.com/whosaid/whosaid/pkg/span"
)

// isProperName reports whether the quote is a name by its capitals alone, in a
// sentence that has small letters elsewhere: the draft “Call of Lima”, meets in
// the old ‘Casa de las Flores’. It must not take a name that somebody gives
// (called her “Little Miss Port”) nor a headline.
func (s *setting) isProperName(form string) bool {
	if form != "title" || !isWordRune(s.prev) || s.ending() != "word" && s.ending() != "," {
		return false
	}
	if len(s.before) == 0 || len(s.quote.Parts) > 1 || !startsLower(s.before[0].Of(s.text)) || s.isTitleCase() {
		return false
	}
	if class := wordClass(s.before[0].Of(s.text)); s.isTied() && class != preposition {
		return false // but: she said on “The Late Tide”
	}
	if s.upperWords() < fewestInName || s.isRemark() {
		return false
	}
	if s.before[0].Of(s.text) == "as" {
		return false
	}
	for i, w := range s.before[:min(len(s.before), givenReach)] {
		word := w.Of(s.text)
		if isGiving(word) || i < stanceReach && isListed(stanceWords, word) {
			return false
		}
	}
	return true
}

// isLoneName reports whether a quote of one word with a capital is a name, by the
// noun before it or by what it does in its sentence: the organisation “Amparo”,
// all of “Ostania”, the “Remain” camp. It must not take the “Mafia” of the port,
// nor the “Communist” plot.
func (s *setting) isLoneName(form string) bool {
	if form != "one" || !isWordRune(s.prev) || s.ending() != "word" || len(s.before) < 2 || s.isTied() || s.isTitleCase() {
		return false
	}
	word := s.quote.Of(s.text)
	if !startsUpper(word) || strings.Contains(word, "-") || strings.ToUpper(word) == word {
		return false
	}
	for _, ending := range [...]string{"an", "ese", "ic", "ish", "ist"} {
		if strings.HasSuffix(word, ending) {
			return false // such as Mexican
		}
	}
	before := s.before[0].Of(s.text)
	isNamed := isListed(namedNouns, before)
	if s.isRemark() && !isNamed {
		return false
	}
	for i, w := range s.before[:min(len(s.before), givenReach)] {
		if i >= stanceReach && isNamed {
			break
		}
		if isGiving(w.Of(s.text)) || i < stanceReach && isListed(stanceWords, w.Of(s.text)) {
			return false
		}
	}
	switch functionClass(before) {
	case "the":
		return isWordRune(s.next) && len(s.after) > 0 && functionClass(s.after[0].Of(s.text)) != preposition
	case preposition:
		return before == "of"
	}
	return isNamed
}

// isGiving reports whether word is a verb by which somebody gives a name.
func isGiving(word string) bool {
	switch word {
	case "branded", "branding", "brands", "call", "called", "calling", "calls", "denounced", "describe", "described", "describes", "describing", "dismissed",
		"dubbed", "dubbing", "labeled", "labeling", "labelled", "labelling", "labels", "mocked", "mocking", "mocks", "refer", "referred", "referring", "refers", "termed":
		return true
	}
	return false
}

// stanceReach is how many words before a name a word of stance may not stand
// (rails against its “Great Wall of Paper”).
const stanceReach = 3

// fewestInName is how many words with capitals make a name.
const fewestInName = 2

// givenReach is how many words before a name the verb stands at most that gives
// it to somebody (called the mayor of the port “Little Miss Port”).
const givenReach = 8

// upperWords counts the words of the quote that begin with a capital and are
// not capitals throughout, as what is shouted is.
func (s *setting) upperWords() int {
	n := 0
	for at := s.quote.Start; ; {
		w := wordAfter(s.text, at, s.quote.End)
		if w.IsEmpty() {
			return n
		}
		if word := w.Of(s.text); startsUpper(word) && strings.ToUpper(word) != word {
			n++
		}
		at = w.End
	}
}

// isCode reports whether the quote is one word of letters and digits, as the
// names of plans and machines are: the ‘40by40’ plan. It must not take a
// “20-year” plan.
func (s *setting) isCode() bool {
	if s.words != 1 || s.ending() != "word" || s.startsSentence || s.isTied() {
		return false
	}
	word := s.text[s.quote.Start:s.quote.End]
	letter, digit := false, false
	for i := range len(word) {
		switch c := word[i]; {
		case isDigit(c):
			digit = true
		case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z':
			letter = true
		default:
			return false
		}
	}
	return letter && digit
}

// isFamous reports whether the quote is the title of a work that the word before
// praises: in her famous “Journal”. It must not take her famous “no”, nor his
// famous “Never” speech.
func (s *setting) isFamous(form string) bool {
	if form != "title" && form != "one" || len(s.before) == 0 || !isWordRune(s.prev) || s.isRemark() || !startsUpper(s.text[s.quote.Start:]) {
		return false
	}
	switch s.before[0].Of(s.text) {
	case "acclaimed", "award-winning", "best-selling", "bestselling", "classic", "famous", "iconic", "seminal":
		return s.ending() == "word"
	}
	return false
}

// isSung reports whether the quote is the title of a song: the crowd was singing
// “Carry Me Over the Bay”. It must not take: they sang “we will be back”.
func (s *setting) isSung(form string) bool {
	if form != "title" || len(s.before) == 0 || !isWordRune(s.prev) {
		return false
	}
	switch s.before[0].Of(s.text) {
	case "hummed", "humming", "perform", "performed", "performing", "performs", "sang", "sing", "singing", "sings", "sung":
		return s.ending() == "word" || s.ending() == ","
	}
	return false
}

// isUnused reports whether the noun right before the quote is a word that somebody
// does not use: she asks them not to use the word “slum”, the law does not say “must”.
// It must not take: he used the word “slum”, nor: stop using the word “slum”, nor: she
// did not say “we are late”.
func (s *setting) isUnused() bool {
	if len(s.before) > 1 && s.before[0].Of(s.text) == "say" && s.before[1].Of(s.text) == "not" && s.words == 1 && s.ending() == "word" {
		return true
	}
	if len(s.before) < 4 || !s.isUsed() {
		return false
	}
	before := s.before[3].Of(s.text)
	if before == "to" && len(s.before) > 4 {
		before = s.before[4].Of(s.text)
	}
	switch before {
	case "never", "not", "without":
		return true
	}
	return strings.HasSuffix(before, "n't") || strings.HasSuffix(before, "n’t")
}

// isBorne reports whether the quoted words are the motto that something bears or
// the words on a poster: the paper bears the motto “To know is to serve”, a poster
// with the message “Love lasts”. It must not take: he sent them home with the
// message “We will win”, nor what the words are somebody's of: a shirt with the
// words “We will win,” as the captain said.
func (s *setting) isBorne() bool {
	words := s.before
	if len(words) < 3 || !isWordRune(s.prev) || len(s.after) > 0 && s.after[0].Of(s.text) == "as" {
		return false
	}
	noun := words[0].Of(s.text)
	words = words[1:]
	if isArticle(words[0].Of(s.text)) || functionClass(words[0].Of(s.text)) == "his" {
		words = words[1:]
	}
	switch noun {
	case "inscription", "legend", "motto", "slogan":
		switch words[0].Of(s.text) {
		case "bear", "bearing", "bears", "bore":
			return true
		}
	case "caption", "message", "text", "words":
	default:
		return false
	}
	switch words[0].Of(s.text) {
	case "bear", "bearing", "bears", "bore", "with":
	default:
		return false
	}
	for _, w := range words[1:] {
		if isListed(inscribedThings, w.Of(s.text)) {
			return true
		}
	}
	return false
}

// isOwnName reports whether the quote is the name that a group gives itself: a
// group that calls itself “Grey Wolf”. It must not take: she calls herself “a
// mother first”.
func (s *setting) isOwnName(words []span.Span, form string) bool {
	if len(words) < 2 || form != "title" && form != "one" || !startsUpper(s.text[s.quote.Start:]) {
		return false
	}
	switch words[0].Of(s.text) {
	case "herself", "himself", "itself", "themselves":
	default:
		return false
	}
	switch words[1].Of(s.text) {
	case "call", "called", "calling", "calls", "dubbed", "dubbing", "named", "naming":
		return s.ending() == "word" || s.ending() == ","
	}
	return false
}

// isConcept reports whether the quote names the policy, the movement or the like
// of the noun behind it: the “one river, two banks” principle, the ‘opt-in’
// movement. It must not take a “stupid” policy, a “deeply flawed” strategy, nor
// what somebody calls a “let it rain” policy.
func (s *setting) isConcept(form string) bool {
	if form != "small" && form != "one" || len(s.after) == 0 || !isWordRune(s.next) || s.ending() != "word" || len(s.before) == 0 || isListed(speechVerbs, s.before[0].Of(s.text)) {
		return false
	}
	switch s.after[0].Of(s.text) {
	case "doctrine", "formula", "model", "movement", "policies", "policy", "principle", "programme", "programmes", "strategy", "system", "systems", "theory":
	default:
		return false
	}
	for i, w := range s.before[:min(len(s.before), givenReach)] {
		word := w.Of(s.text)
		if isListed(stanceWords, word) {
			return false
		}
		if isGiving(word) && !(i+1 < len(s.before) && isNaming(s.before[i+1].Of(s.text))) {
			return false // is often called names it, too, but nobody does
		}
	}
	return !s.isAdjective()
}

// isAdjective reports whether the quote looks like an adjective, with its adverb
// perhaps (stupid, deeply flawed), and no compound of nouns (zero tolerance).
func (s *setting) isAdjective() bool {
	text := s.text[s.quote.Start:s.quote.End]
	first, last := wordAfter(text, 0, len(text)).Of(text), wordBefore(text, 0, len(text)).Of(text)
	if s.words == 1 {
		return !strings.Contains(text, "-")
	}
	switch first {
	case "a", "an", "as", "how", "less", "more", "most", "no", "not", "quite", "so", "such", "too", "very":
		return true
	}
	if strings.HasSuffix(first, "ly") {
		return true
	}
	for _, ending := range [...]string{"able", "al", "ed", "ful", "ible", "ic", "ing", "ish", "ive", "less", "ous"} {
		if strings.HasSuffix(last, ending) {
			return true
		}
	}
	return false
}
