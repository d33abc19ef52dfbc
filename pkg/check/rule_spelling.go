package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/span"
)

// nameSpelling reports a name that the article writes in two ways, at every
// place of the rarer one:
//
//	Michael Brown stayed. … Micheal Brown left.      one letter
//	the mayor of São Paulo … in Sao Paulo            an accent
//
// It is careful: one letter counts in names of people and in organisations of
// several words, in a word of five letters or more that starts with the same
// one, when all other words agree. It does not report what are two names more
// often than one: Mario and Maria, Johnson and Johnsons, Iran and Iraq, John
// Brown and Mary Browne.
var nameSpelling = Rule{
	Name:  "name-spelling",
	Help:  "one name that is spelt in two ways, by a letter or an accent",
	Level: Warning,
	find:  findSpellings,
}

// spelling is one way in which a name is written.
type spelling struct {
	text     string
	words    []string // folded: no case, no accents, one apostrophe
	group    group
	mentions []span.Span
	// isSurname says that the spelling is the last word of a longer name,
	// kept so that the surname alone can be compared with it.
	isSurname bool
}

// group is what a name is of.
type group int

const (
	person group = iota
	place
	organisation
)

const (
	// shortestSlip is how many letters a word must have for one of them to be
	// a slip: shorter words that differ in one are two words (Iran, Iraq).
	shortestSlip = 5
	// shortestExchange is the same for one letter in the place of another,
	// which makes more other names (Chang, Cheng) than a letter too much.
	shortestExchange = 6
	// longestWord and longestName, in letters and words, keep the work linear
	// in the text: no name is longer.
	longestWord = 40
	longestName = 8
)

func findSpellings(t *target) []fault {
	all := spellings(t.Article)
	var faults []fault
	report := func(a, b *spelling) {
		rare, common := a, b
		if isCommoner(rare, common) {
			rare, common = common, rare
		}
		for _, at := range rare.mentions {
			faults = append(faults, fault{at, fmt.Sprintf("%s is spelt %s on line %d",
				quoted(rare.text), quoted(common.text), t.line(common.mentions[0].Start))})
		}
	}
	// Spellings that are equal when folded differ in accents; of those that
	// differ in a letter, both give the same key when that letter is left out.
	seen := map[string]*spelling{}
	for i := range all {
		s := &all[i]
		whole := fmt.Sprint("whole ", s.group, strings.Join(s.words, " "))
		if other := seen[whole]; other == nil {
			seen[whole] = s
		} else if isAccent(s, other) {
			report(s, other)
			continue
		}
		if match := findSlip(seen, s); match != nil {
			report(s, match)
		}
	}
	return faults
}

// isCommoner reports whether spelling a is the one to keep: it occurs more often,
// or as often and in a full name, or first.
func isCommoner(a, b *spelling) bool {
	switch {
	case len(a.mentions) != len(b.mentions):
		return len(a.mentions) > len(b.mentions)
	case a.isSurname != b.isSurname:
		return a.isSurname
	}
	return a.mentions[0].Start < b.mentions[0].Start
}

// findSlip returns a spelling met before that differs from s in one letter, and
// files s under its keys for those to come.
func findSlip(seen map[string]*spelling, s *spelling) (match *spelling) {
	if s.group == place || s.group == organisation && len(s.words) == 1 {
		return nil
	}
	for i, word := range s.words {
		if utf8.RuneCountInString(word) < shortestSlip-1 {
			continue
		}
		rest := strings.Join(s.words[:i], " ") + " _ " + strings.Join(s.words[i+1:], " ")
		variants := []string{word}
		for at, c := range word {
			variants = append(variants, word[:at]+word[at+utf8.RuneLen(c):])
		}
		for _, variant := range variants {
			key := fmt.Sprint("slip ", s.group, rest, " ", variant)
			other := seen[key]
			if other == nil {
				seen[key] = s
			} else if match == nil && i < len(other.words) && isSlip(word, other.words[i]) && !(s.isSurname && other.isSurname) {
				match = other
			}
		}
	}
	return match
}

// spellings lists the ways in which the article writes names, each once, in the
// order of the entities.
func spellings(a *article.Article) []spelling {
	var all []spelling
	at := map[string]int{}
	add := func(text string, group group, isSurname bool, mention span.Span) {
		words := strings.Fields(fold(text))
		if len(words) == 0 || len(words) > longestName || isCapitals(text) ||
			slices.ContainsFunc(words, func(w string) bool { return utf8.RuneCountInString(w) > longestWord }) {
			return
		}
		text = strings.Join(strings.Fields(text), " ")
		key := fmt.Sprint(group, isSurname, norm.NFC.String(plainApostrophe.Replace(text)))
		i, ok := at[key]
		if !ok {
			i = len(all)
			at[key] = i
			all = append(all, spelling{text: text, words: words, group: group, isSurname: isSurname})
		}
		all[i].mentions = append(all[i].mentions, mention)
	}
	for i, entities := range [][]article.Entity{person: a.People, place: a.Places, organisation: a.Organisations} {
		group := group(i)
		for _, e := range entities {
			for _, m := range e.Mentions {
				where := span.Span{Start: m.Start, End: m.End}
				add(m.Text, group, false, where)
				if words := strings.Fields(m.Text); group == person && len(words) > 1 {
					last := words[len(words)-1]
					add(last, person, true, span.Span{Start: m.End - len(last), End: m.End})
				}
			}
		}
	}
	return joinSurnames(all)
}

// joinSurnames gives a surname that stands alone to the full name that ends in
// it: it is that person's, and no slip for another's.
func joinSurnames(all []spelling) []spelling {
	surnames := map[string]int{}
	for i, s := range all {
		if s.isSurname {
			surnames[s.text] = i
		}
	}
	kept := make([]bool, len(all))
	for i, s := range all {
		owner, ok := surnames[s.text]
		kept[i] = !ok || s.isSurname || s.group != person
		if !kept[i] {
			all[owner].mentions = append(all[owner].mentions, s.mentions...)
		}
	}
	var out []spelling
	for i, s := range all {
		if kept[i] {
			slices.SortFunc(s.mentions, span.Compare)
			out = append(out, s)
		}
	}
	return out
}

// plainApostrophe makes the marks inside names one.
var plainApostrophe = strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'")

// fold takes case and accents off a name.
func fold(s string) string {
	var out strings.Builder
	for _, c := range norm.NFD.String(plainApostrophe.Replace(s)) {
		if !unicode.Is(unicode.Mn, c) {
			out.WriteRune(unicode.ToLower(c))
		}
	}
	return out.String()
}

// isCapitals reports whether a text is written in capitals throughout, as in
// headlines, where accents are left out.
func isCapitals(s string) bool {
	return len(s) > 1 && strings.ToUpper(s) == s
}

// isAccent reports whether two spellings that are equal when folded differ in
// an accent, and not in case alone.
func isAccent(a, b *spelling) bool {
	return !(a.isSurname && b.isSurname) &&
		!strings.EqualFold(norm.NFC.String(plainApostrophe.Replace(a.text)), norm.NFC.String(plainApostrophe.Replace(b.text)))
}

// isSlip reports whether two folded words are one word with a slip of one
// letter: one more, one less, another, or two neighbours exchanged.
func isSlip(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y) < shortestSlip || len(y)-len(x) > 1 || x[0] != y[0] {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	if i == len(y) {
		return false // equal
	}
	if len(x) < len(y) {
		return slices.Equal(x[i:], y[i+1:]) && !(i == len(x) && isEnding(y[i]))
	}
	if slices.Equal(x[i+1:], y[i+1:]) {
		return len(x) >= shortestExchange && !(i == len(x)-1 && isVowel(x[i]) && isVowel(y[i])) && unicode.IsLetter(x[i]) && unicode.IsLetter(y[i])
	}
	return i+1 < len(x) && x[i] == y[i+1] && x[i+1] == y[i] && slices.Equal(x[i+2:], y[i+2:])
}

// isEnding reports whether a letter at the end makes another name or form of a
// name: Roberta, Roberts, Roberty.
func isEnding(c rune) bool { return c == 'a' || c == 's' || c == 'y' || !unicode.IsLetter(c) }

func isVowel(c rune) bool { return strings.ContainsRune("aeiouy", c) }
