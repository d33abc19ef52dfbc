package coref

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/span"
)

// maxNameWords bounds how many words of one mention are compared; what follows
// is ignored. The longest names of news have about a dozen.
const maxNameWords = 16

// name is a mention taken apart for comparison.
type name struct {
	// core is the mention without titles before it, a possessive after it and
	// a leading article: what can stand as a canonical name.
	core span.Span
	// words are the folded words of the core without a generation suffix
	// (Jr, III) or a company suffix (Inc.), as indices into vocabulary.text.
	words []int32
	// title is what the titles before the name say of the gender.
	title Gender
	// generation is 'j' for Jr, 's' for Sr, '2', '3', '4' for numerals, 0 for none.
	generation byte
	// capitals is set when the core is one word in capitals, such as an acronym.
	capitals bool
	// shouted is set when the core has no lower-case letter but is no acronym:
	// a name in a headline.
	shouted bool
	// family is set for "the Clintons".
	family bool
}

// vocabulary numbers the folded words of a document's names.
type vocabulary struct {
	index map[string]int32
	text  []string
	buf   []byte
}

// number returns the number of a word, which it folds; -1 when nothing of the
// word is left.
func (v *vocabulary) number(word string) int32 {
	v.buf = fold(v.buf[:0], word)
	if len(v.buf) == 0 {
		return -1
	}
	respell(v.buf)
	if n, ok := v.index[string(v.buf)]; ok {
		return n
	}
	n := int32(len(v.text))
	text := string(v.buf)
	v.text = append(v.text, text)
	v.index[text] = n
	return n
}

// isInitial reports whether word n is a single letter.
func (v *vocabulary) isInitial(n int32) bool {
	return utf8.RuneCountInString(v.text[n]) == 1
}

// parseName takes the mention apart. The words are appended to arena, which is
// returned. ownsArticle says that an article at the start of the mention is
// part of the name: The Hague.
func (v *vocabulary) parseName(text string, m ner.Mention, ownsArticle bool, arena []int32) (name, []int32) {
	n := name{core: trimPossessive(text, m.Span)}
	start := len(arena)
	at := trimArticle(text, n.core).Start
	if at > n.core.Start && !ownsArticle {
		n.core.Start = at
	}
	first := -1 // start of the first word that is no title
	article := at > n.core.Start
	quoted := false
	for len(arena)-start < maxNameWords {
		word := nextWord(text, at, n.core.End)
		if word.IsEmpty() {
			break
		}
		if mark := text[at:word.Start]; strings.ContainsAny(mark, "\"“”") {
			quoted = !quoted // a nickname in quotes is no part of the name
		}
		at = word.End
		number := v.number(word.Of(text))
		if number < 0 {
			continue
		}
		folded := v.text[number]
		if m.Type == ner.Person && first < 0 {
			// The last word is a name even when it could be a title: "King".
			if gender, ok := titleGender(folded); ok && word.End < n.core.End && startsTitle(text, word) && !isGivenTitle(text, folded, word.End, n.core.End) {
				n.title = mergeGender(n.title, gender)
				if end := secondOfTitle(text, folded, at, n.core.End); end > at {
					at = end
				}
				continue
			}
			if end := secondOfTitle(text, folded, at, n.core.End); end > at && startsTitle(text, word) {
				at = end // "Tan Sri | Ann Lunt": neither word is a title alone
				continue
			}
		}
		if first < 0 {
			first = word.Start
		}
		if quoted {
			continue
		}
		if m.Type == ner.Person && len(arena) > start {
			if g := generation(folded, word.Of(text)); g != 0 {
				n.generation = g
				continue
			}
		}
		if m.Type == ner.Organisation && len(arena) > start && isCompanySuffix(folded) {
			continue
		}
		arena = append(arena, number)
	}
	if first >= 0 && !article {
		n.core.Start = first
	}
	n.words = arena[start:len(arena):len(arena)]
	n.capitals, n.shouted = capitals(n.core.Of(text), len(n.words))
	return n, arena
}

// secondOfTitle returns the end of the word at or after byte at which makes one
// title with a folded word before it, 0 when there is none or the name ends with
// it: Datuk Seri, Tan Sri, Hojjat al-Islam.
func secondOfTitle(text, folded string, at, end int) int {
	var second string
	switch folded {
	case "tan", "toh":
		second = "Sri"
	case "datuk", "dato":
		second = "Seri"
	case "datin":
		second = "Paduka"
	case "hojjat", "hujjat":
		second = "al-Islam"
	default:
		return 0
	}
	word := nextWord(text, at, end)
	stop := word.Start + len(second)
	if stop >= end || !strings.EqualFold(text[word.Start:stop], second) {
		return 0
	}
	return stop
}

// isGivenTitle reports whether a folded title with which a mention begins is a
// given name: it is one as well, and a single word follows, up to byte end. Dean
// Lunt, but not Dean Rosa Lunt; where Dean is a title, recognisers leave it out.
func isGivenTitle(text, folded string, at, end int) bool {
	switch folded {
	case "dean", "deacon", "duke", "earl", "marshal":
		last := nextWord(text, at, end)
		return !last.IsEmpty() && nextWord(text, last.End, end).IsEmpty()
	}
	return false
}

// startsTitle reports whether the word is written as a title is: with a
// capital letter.
func startsTitle(text string, word span.Span) bool {
	r, _ := utf8.DecodeRuneInString(word.Of(text))
	return unicode.IsUpper(r)
}

// nextWord returns the next run of letters, digits and the marks that hold a
// word together, at or after position at; empty when there is none.
func nextWord(text string, at, end int) span.Span {
	start := -1
	for i := at; i < end; {
		r, size := utf8.DecodeRuneInString(text[i:end])
		inside := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '&'
		if !inside && start >= 0 {
			inside = r == '.' || r == '\'' || r == '’' || r == 'ʼ' || r == '‘'
		}
		switch {
		case inside && start < 0:
			start = i
		case !inside && start >= 0:
			return span.Span{Start: start, End: i}
		}
		i += size
	}
	if start < 0 {
		return span.Span{Start: end, End: end}
	}
	return span.Span{Start: start, End: end}
}

// trimArticle takes "the" off the start of a name.
func trimArticle(text string, s span.Span) span.Span {
	const article = "the "
	if s.Len() > len(article) && strings.EqualFold(text[s.Start:s.Start+len(article)], article) {
		s.Start += len(article)
	}
	return s
}

// trimPossessive takes the possessive ending off a name.
func trimPossessive(text string, s span.Span) span.Span {
	for _, ending := range [...]string{"'s", "’s", "‘s", "'S", "’S", "'", "’"} {
		if s.Len() > len(ending) && strings.HasSuffix(s.Of(text), ending) {
			s.End -= len(ending)
			return s
		}
	}
	return s
}

// capitals reports whether a name is one word of capital letters, and whether
// it is a longer name without a small letter.
func capitals(core string, words int) (acronym, shouted bool) {
	letters := 0
	for _, r := range core {
		if unicode.IsLower(r) {
			return false, false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	if letters < 2 {
		return false, false
	}
	return words == 1 && letters <= maxAcronym, words > 1 || letters > maxAcronym
}

// maxAcronym is how many capital letters an acronym has at most (UNAIDS,
// UNESCO, NAACP); longer words of capitals are shouted names.
const maxAcronym = 6

// generation tells the suffix of a person's name; 0 for none.
func generation(folded, written string) byte {
	switch folded {
	case "jr", "junior":
		return 'j'
	case "sr", "senior":
		return 's'
	}
	switch written {
	case "II":
		return '2'
	case "III":
		return '3'
	case "IV":
		return '4'
	}
	return 0
}

// isCompanySuffix reports whether a folded word says only what kind of company
// a name is.
func isCompanySuffix(folded string) bool {
	switch folded {
	case "inc", "incorporated", "ltd", "limited", "corp", "corporation", "co", "company", "plc", "llc", "llp", "lp", "ag",
		"gmbh", "sa", "se", "spa", "nv", "bv", "ab", "asa", "oyj", "pty", "kg", "kgaa", "pjsc", "ojsc", "jsc", "bhd", "pte", "pvt":
		return true
	}
	return false
}

// titleGender tells what a folded title says of the gender of the person it
// stands before, and whether the word is such a title at all.
func titleGender(folded string) (Gender, bool) {
	value, ok := honorifics.find(folded)
	switch value {
	case "f":
		return Female, ok
	case "m":
		return Male, ok
	}
	return Unknown, ok
}

// mergeGender combines two witnesses of a gender; they cancel out when they
// contradict each other.
func mergeGender(a, b Gender) Gender {
	switch {
	case a == Unknown || a == b:
		return b
	case b == Unknown:
		return a
	}
	return Unknown
}
