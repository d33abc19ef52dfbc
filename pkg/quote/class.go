package quote

import "strings"

// classBefore names the sort of the word before the quote in its sentence, or
// the mark that parts them.
func (s *setting) classBefore() string {
	switch {
	case len(s.before) == 0:
		return "start"
	case s.prev == ',' || s.prev == ':' || s.prev == '(' || isDash(s.prev):
		return charName(s.prev)
	}
	return wordClass(s.before[0].Of(s.text))
}

// classAfter names the sort of the word after the quote in its sentence, or
// the mark that parts them.
func (s *setting) classAfter() string {
	if end := s.ending(); end != "word" && end != "other" {
		if len(s.after) > 0 && end == "," {
			return ", " + wordClass(s.after[0].Of(s.text))
		}
		return end
	}
	if len(s.after) == 0 || !isWordRune(s.next) {
		return charName(s.next)
	}
	return wordClass(s.after[0].Of(s.text))
}

// preposition is the sort of in, of, with.
const preposition = "of"

// wordClass names the sort of a word.
func wordClass(word string) string {
	if name := wordName(word); name == aName || name == anOwner {
		return name
	}
	if class := functionClass(word); class != "" {
		return class
	}
	switch {
	case isListed(speechVerbs, word):
		return "speech"
	case isListed(workNouns, word):
		return "work"
	case isListed(namingWords, word):
		return "naming"
	case isListed(stanceWords, word):
		return "stance"
	}
	return "content"
}

// functionClass names the sort of a word that has little meaning of its own;
// empty for others.
func functionClass(word string) string {
	switch word {
	case "the", "that", "as":
		return word
	case "a", "an":
		return "a"
	case "his", "her", "its", "their", "my", "our", "your":
		return "his"
	case "he", "she", "they", "it", "we", "i", "you", "who", "which":
		return "he"
	case "is", "are", "was", "were", "be", "been", "being":
		return "is"
	case "and", "or", "but", "nor":
		return "and"
	case "in", "on", "at", "of", "to", "for", "with", "by", "from", "about", "into", "over", "under", "against", "like", "through", "during", "after", "before", "between", "without", "within":
		return preposition
	}
	return ""
}

// What the evidence calls words with a capital, so that it is about no one in
// particular.
const (
	aName   = "name"
	anOwner = "owner"
)

// wordName returns word, or what stands for it when it has a capital.
func wordName(word string) string {
	switch {
	case !startsUpper(word):
		return word
	case strings.HasSuffix(word, "’s") || strings.HasSuffix(word, "'s"):
		return anOwner
	}
	return aName
}

// isSmallInTitles reports whether titles leave word small: of, the, with.
func isSmallInTitles(word string) bool {
	switch functionClass(word) {
	case preposition, "the", "a", "and", "as":
		return true
	}
	switch word {
	case "da", "das", "de", "del", "della", "der", "des", "di", "dos", "du", "e", "el", "et", "la", "las", "le", "les", "los", "von", "y":
		return true
	}
	return false
}
