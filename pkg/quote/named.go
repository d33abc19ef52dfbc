package quote

import (
	"strings"

	"github.com/whosaid/whosaid/pkg/span"
)

// isTitleOf reports whether the quote is a title that the words before it tie
// to what has it: a seminar on “Water and Duty”, her role in “Paper Moons”. It
// must not take talks on “a swift end”.
func (s *setting) isTitleOf(form string) bool {
	if form != "title" || len(s.before) < 2 || !isWordRune(s.prev) || wordClass(s.before[0].Of(s.text)) != preposition {
		return false
	}
	noun := s.before[1].Of(s.text)
	return (isListed(subjectNouns, noun) || isListed(workNouns, noun)) && !s.isRemark()
}

// isTitled reports whether a word right before the quote leaves no other choice
// than a title: a booklet titled “Fish & Ships – A Guide”, whose title is “Not
// quite dead”, the song “Oh, to be home!”. It must not take: she called the song “Rubbish!”.
func (s *setting) isTitled() bool {
	if len(s.before) == 0 || !isWordRune(s.prev) && s.prev != ',' {
		return false
	}
	word := s.before[0].Of(s.text)
	switch word {
	case "entitled", "subtitled", "titled":
		return true
	}
	if s.prev == ',' {
		return false
	}
	switch word {
	case "is", "was":
		return len(s.before) > 1 && s.before[1].Of(s.text) == "title"
	case "album", "anthem", "booklet", "film", "hymn", "movie", "musical", "novel", "opera", "painting", "podcast", "poem", "sitcom", "song":
	default:
		return false
	}
	if startsLower(s.text[s.quote.Start:]) {
		return false
	}
	for _, w := range s.before[1:min(len(s.before), titleReach)] {
		if word := w.Of(s.text); isListed(speechVerbs, word) || isListed(stanceWords, word) {
			return false
		}
	}
	return true
}

// isSubjectOfName reports whether the sentence says of the quote that it is a name: “A
// Quiet River” is the title of her film, “Love and Law” was the name given to it. It
// must not take: “Love and law,” is the answer, nor: “It was late” was her name for it.
func (s *setting) isSubjectOfName() bool {
	if len(s.after) < 3 || !isWordRune(s.next) || functionClass(s.after[0].Of(s.text)) != "is" || !isArticle(s.after[1].Of(s.text)) {
		return false
	}
	for i := 2; i < min(len(s.after), 2+nameReach); i++ {
		switch s.after[i].Of(s.text) {
		case "catchphrase", "codename", "headline", "motto", "name", "nickname", "slogan", "subtitle", "theme", "title":
			form := s.form()
			return form == "title" || form == "one" || i+1 < len(s.after) && s.after[i+1].Of(s.text) == "given"
		}
	}
	return false
}

// nameReach is how many words from its article on the noun that says so is looked
// for: the new working title.
const nameReach = 3

// isAppositionOf reports whether the quote, a whole sentence perhaps, is the title
// of the piece of writing right before it, of which the sentence then says
// something: her commentary, “Leave the river alone,” is wrong. It must not take:
// in the letter, “Leave the river alone,” is crossed out, nor: In a letter, “Leave
// it,” he said.
func (s *setting) isAppositionOf() bool {
	if len(s.before) < 2 || len(s.after) == 0 || s.prev != ',' || functionClass(s.after[0].Of(s.text)) != "is" {
		return false
	}
	if len(s.before) > 2 && wordClass(s.before[2].Of(s.text)) == preposition {
		return false
	}
	switch s.before[0].Of(s.text) {
	case "article", "book", "column", "commentary", "documentary", "editorial", "essay", "memoir", "novel", "op-ed", "paper", "study", "thesis":
		return true
	}
	return false
}

// isMedium reports whether the quote is the newspaper or the show that somebody
// speaks to: told the “Delta Star” that, an interview with “Harbor Tonight”.
func (s *setting) isMedium(form string) bool {
	if form != "title" && !(form == "one" && startsUpper(s.quote.Of(s.text)) && s.ending() == "word" && len(s.after) > 0) || !isWordRune(s.prev) {
		return false
	}
	words := s.before
	if len(words) > 0 && isArticle(words[0].Of(s.text)) {
		words = words[1:]
	}
	if len(words) < 2 {
		return false
	}
	switch words[0].Of(s.text) {
	case "told", "tells", "telling":
		return true
	case "with", "to", "by":
		return words[1].Of(s.text) == "interview" || words[1].Of(s.text) == "interviewed"
	}
	return false
}

// isNameOfThing reports whether the quote names what the noun behind it, or at
// its end, is: the “Kurve” newspaper, the “Northern Trade Report”, at a “Voters
// First Forum”. It must not take the “dirty” campaign, nor “We Need This Report,”
// she said, nor an “open forum”.
func (s *setting) isNameOfThing(form string) bool {
	if s.ending() != "word" || s.startsSentence || s.isTied() {
		return false
	}
	if isWordRune(s.next) && len(s.after) > 0 && isListed(thingNouns, s.after[0].Of(s.text)) {
		return true
	}
	last := wordBefore(s.text, s.quote.Start, s.quote.End).Of(s.text)
	return form != "one" && isListed(thingNouns, last) || form == "title" && isListed(subjectNouns, last)
}

// isTheme reports whether the quoted words are the theme or the title of an
// event: under the motto “Water for all”, on the theme of “building quiet
// cities”. It must not take her theme of “a broken country”.
func (s *setting) isTheme() bool {
	if !isWordRune(s.prev) {
		return false
	}
	words := s.before
	if len(words) > 0 && words[0].Of(s.text) == "of" {
		words = words[1:]
	}
	if len(words) < 3 || words[1].Of(s.text) != "the" {
		return false
	}
	switch words[0].Of(s.text) {
	case "catchphrase", "heading", "motto", "slogan", "theme", "title", "topic":
	default:
		return false
	}
	return wordClass(words[2].Of(s.text)) == preposition
}

// isAnother reports whether the quote is one more of what the rules take the
// one before for, in the same sentence: “Night Ferry” and “The Orchard”, the
// word “soon” and not “later”. It must not take “Night Ferry” and said: “Never.”
func (s *setting) isAnother(speech float64) bool {
	if s.earlier == nil || s.isTied() {
		return false
	}
	gap := span.Span{Start: s.earlier.Outer.End, End: s.quote.Outer.Start}
	if strings.ContainsAny(gap.Of(s.text), ".?!:;\n") {
		return false
	}
	if speech == surelyQuoted && strings.TrimSpace(strings.Trim(gap.Of(s.text), ",”\"’")) == "and" {
		return true // signs that said “We are late” and “No more work”
	}
	form, sameForm := s.form(), false
	switch form {
	case "title", "one":
		sameForm = speech == neverSpeech
	case "small":
		sameForm = speech == surelyQuoted
	}
	if !sameForm {
		return false
	}
	if s.isComparison() {
		return true
	}
	joined := false
	for at, n := gap.Start, 0; ; n++ {
		w := wordAfter(s.text, at, gap.End)
		if w.IsEmpty() {
			return joined
		}
		word := w.Of(s.text)
		switch class := functionClass(word); {
		case class == "and":
			joined = true
		case n == mostBetween || class == "" && !isListed(workNouns, word) && !isListed(thingNouns, word):
			return false
		}
		at = w.End
	}
}

// isComparison reports whether the words before the quote set one word
// beside another: the word “shy” is often confused with “cold”.
func (s *setting) isComparison() bool {
	if len(s.before) < 2 || !isWordRune(s.prev) || s.before[0].Of(s.text) != "with" {
		return false
	}
	switch s.before[1].Of(s.text) {
	case "associated", "confused", "equated", "interchangeable", "synonymous":
		return true
	}
	return false
}

// mostBetween is how many words may stand between two titles of one kind (the
// “Night Ferry” radio plays and in “The Orchard”).
const mostBetween = 5

// isKnownAs reports whether the quoted words are what something is known as,
// called or stands for: known until the war as “the old light”, RNB stands for
// “road and bridge”, the name means “long river”, often called the “cold shore”. It
// must not take: she stands for “order and thrift”, she was called “a liar”.
func (s *setting) isKnownAs() bool {
	if len(s.before) < 2 || !isWordRune(s.prev) {
		return false
	}
	first, rest := s.before[0].Of(s.text), s.before[1:]
	if s.isOwnName(s.before, s.form()) {
		return true
	}
	if verb := rest[0].Of(s.text); isArticle(first) && len(rest) > 1 && (verb == "dubbed" || verb == "called") {
		first, rest = verb, rest[1:]
	}
	switch first {
	case "dubbed":
		if len(rest) == 0 || len(s.after) > 0 && s.after[0].Of(s.text) == "by" {
			return false
		}
		return s.text[rest[0].End] == ',' || isNaming(rest[0].Of(s.text))
	case "called", "named":
		if len(s.after) > 0 && s.after[0].Of(s.text) == "by" {
			return false
		}
		return isHabit(rest[0].Of(s.text)) || s.form() == "title" && functionClass(rest[0].Of(s.text)) == "is"
	case "denotes", "means", "meant", "signified", "signifies":
		for _, w := range rest[:min(len(rest), meaningReach)] {
			switch w.Of(s.text) {
			case "expression", "name", "phrase", "term", "word":
				return true
			}
		}
	case "as":
		for _, w := range rest[:min(len(rest), knownReach)] {
			if w.Of(s.text) == "known" {
				return true
			}
		}
	case "for":
		switch rest[0].Of(s.text) {
		case "stand", "standing", "stands", "stood":
			for _, w := range rest[1:] {
				if isAcronym(w.Of(s.text)) {
					return true
				}
			}
		}
	}
	return false
}

// isNaming reports whether a participle behind word names something and word is
// not who does it: often dubbed, was dubbed; but not critics dubbed her.
func isNaming(word string) bool { return isHabit(word) || functionClass(word) == "is" }

// isHabit reports whether word says that many use a name: often called.
func isHabit(word string) bool {
	switch word {
	case "also", "commonly", "frequently", "locally", "often", "popularly", "sometimes", "usually", "widely":
		return true
	}
	return false
}

// knownReach is how many words may stand between known and as (known until the
// end of the last great war as).
const knownReach = 9

// meaningReach is how many words may stand between a word and what it means (the
// word in the old tongue of the hills means).
const meaningReach = 9

// isAcronym reports whether word is two capitals or more, as acronyms are.
func isAcronym(word string) bool {
	return len(word) > 1 && strings.Trim(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}
