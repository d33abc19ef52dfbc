package quote

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/whosaid/whosaid/pkg/span"
)

var (
	//go:embed lists/speech.txt
	speechList string
	//go:embed lists/stance.txt
	stanceList string
	//go:embed lists/works.txt
	worksList string
	//go:embed lists/naming.txt
	namingList string
	//go:embed lists/clause.txt
	clauseList string
	//go:embed lists/inscription.txt
	inscriptionList string
	//go:embed lists/definition.txt
	definitionList string
	//go:embed lists/things.txt
	thingList string
	//go:embed lists/subjects.txt
	subjectList string
	//go:embed lists/named.txt
	namedList string

	speechVerbs = readList(speechList) // said, asked
	stanceWords = readList(stanceList) // accused, statement
	workNouns   = readList(worksList)  // film, album
	namingWords = readList(namingList) // dubbed, slogan
	clauseWords = readList(clauseList) // we, is: parts of whole clauses

	inscribedThings = readList(inscriptionList) // placard, shirt
	definingWords   = readList(definitionList)  // the term, the word
	thingNouns      = readList(thingList)       // newspaper, report
	subjectNouns    = readList(subjectList)     // seminar, role
	namedNouns      = readList(namedList)       // organisation, platform
)

// readList reads a list of words, one a line, with # comments.
func readList(list string) map[string]bool {
	words := map[string]bool{}
	for line := range strings.Lines(list) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			words[line] = true
		}
	}
	return words
}

// longestListed is more than the bytes of any word in a list.
const longestListed = 32

// isListed reports whether word, letter case aside, is on a list.
func isListed(list map[string]bool, word string) bool {
	var room [longestListed]byte
	if len(word) > len(room) {
		return false
	}
	return list[string(lower(room[:0], word))]
}

// lower appends word to b, ASCII capitals made small and curly apostrophes
// straight.
func lower(b []byte, word string) []byte {
	for i := 0; i < len(word); i++ {
		c := word[i]
		switch {
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case strings.HasPrefix(word[i:], "’"):
			c = '\''
			i += len("’") - 1
		}
		b = append(b, c)
	}
	return b
}

// wordAfter returns the first word of text[i:end]: empty at end when there is
// none.
func wordAfter(text string, i, end int) span.Span {
	for i < end && !startsWord(text, i) {
		_, size := utf8.DecodeRuneInString(text[i:end])
		i += size
	}
	start := i
	for i < end {
		r, size := utf8.DecodeRuneInString(text[i:end])
		if !isWordRune(r) && !isInner(text, i, size, end) {
			break
		}
		i += size
	}
	return span.Span{Start: start, End: i}
}

// wordBefore returns the last word of text[start:i]: empty at start when there
// is none.
func wordBefore(text string, start, i int) span.Span {
	for i > start {
		r, size := utf8.DecodeLastRuneInString(text[start:i])
		if isWordRune(r) {
			break
		}
		i -= size
	}
	end := i
	for i > start {
		r, size := utf8.DecodeLastRuneInString(text[start:i])
		if !isWordRune(r) && !(i < end && isInner(text, i-size, size, end)) {
			break
		}
		i -= size
	}
	for i < end { // a mark that opens the word is not part of it
		r, size := utf8.DecodeRuneInString(text[i:end])
		if isWordRune(r) {
			break
		}
		i += size
	}
	return span.Span{Start: i, End: end}
}

func startsWord(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return isWordRune(r)
}

// isInner reports whether the character text[i:i+size] joins two letters into
// one word: a hyphen or an apostrophe, or the dot of U.S.
func isInner(text string, i, size, end int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:end])
	if r != '-' && r != '\'' && r != '’' && r != '.' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(text[i+size : end])
	return i+size < end && isWordRune(next) && (r != '.' || unicode.IsUpper(next))
}

// trim takes the space off both ends of a span.
func trim(text string, s span.Span) span.Span {
	for s.Start < s.End {
		r, size := utf8.DecodeRuneInString(text[s.Start:s.End])
		if !isSpace(r) {
			break
		}
		s.Start += size
	}
	for s.Start < s.End {
		r, size := utf8.DecodeLastRuneInString(text[s.Start:s.End])
		if !isSpace(r) {
			break
		}
		s.End -= size
	}
	return s
}

// startsUpper reports whether the first letter of word is a capital.
func startsUpper(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// startsLower reports whether the first letter of word is a small one.
func startsLower(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(r)
}
