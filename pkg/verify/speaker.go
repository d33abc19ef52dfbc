package verify

import (
	"strings"
	"unicode"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/coref"
	"github.com/whosaid/whosaid/pkg/span"
)

// entityKind is what an entity is.
type entityKind uint8

const (
	phrase entityKind = iota // no entity: "a spokesman"
	person
	place
	organisation
)

// identity is somebody in one document, as far as the document tells. The zero
// value is nobody.
type identity struct {
	name       string // as printed
	kind       entityKind
	names      [][]string // name and aliases: folded words
	roles      [][]string // folded words that are not grammar
	confidence float64    // that this is the speaker, 0 to 1
	at         int        // where the document names it first, or has the phrase
	isNew      bool       // the phrase is of somebody new to the reader: "a resident"
	cast       *cast
}

func (i identity) isNobody() bool { return i.name == "" }

// cast is who occurs in one document.
type cast struct {
	article *article.Article
	all     []identity
	byID    map[string]int
}

func newCast(a *article.Article) *cast {
	c := &cast{article: a, byID: map[string]int{}}
	for _, list := range []struct {
		kind     entityKind
		entities []article.Entity
	}{{person, a.People}, {place, a.Places}, {organisation, a.Organisations}} {
		for _, e := range list.entities {
			one := identity{name: e.Name, kind: list.kind, confidence: 1, cast: c}
			if len(e.Mentions) > 0 {
				one.at = e.Mentions[0].Start
			}
			for _, name := range append([]string{e.Name}, e.Aliases...) {
				if words := nameWords(name); len(words) > 0 {
					one.names = append(one.names, words)
				}
			}
			for _, role := range e.Roles {
				one.roles = append(one.roles, contentWords(role))
			}
			c.byID[e.ID] = len(c.all)
			c.all = append(c.all, one)
		}
	}
	return c
}

// identify returns who a speaker of the cast's article is.
func (c *cast) identify(s *article.Speaker, confidence float64) identity {
	if s.ID != nil {
		if i, ok := c.byID[*s.ID]; ok {
			one := c.all[i]
			one.confidence = confidence
			return one
		}
	}
	return identity{
		name: s.Name, kind: phrase, roles: [][]string{contentWords(s.Name)}, confidence: confidence, cast: c,
		at: s.Start, isNew: isIndefinite(s.Name),
	}
}

// isIndefinite reports whether a noun phrase brings somebody in: "a resident".
func isIndefinite(phrase string) bool {
	first, _, _ := strings.Cut(strings.ToLower(phrase), " ")
	return first == "a" || first == "an" || first == "another" || first == "one"
}

// nearest returns the person that is named nearest to a byte in a sentence,
// outside a stretch of it; where it names nobody, the organisation.
func (c *cast) nearest(sentence, outside span.Span, at int) identity {
	best, distance := identity{}, sentence.Len()+1
	for _, entities := range [][]article.Entity{c.article.People, c.article.Organisations} {
		if !best.isNobody() {
			break // "Ana Sá of the European Union said"
		}
		for _, e := range entities {
			for _, m := range e.Mentions {
				here := span.Span{Start: m.Start, End: m.End}
				if !sentence.Contains(here) || here.Overlaps(outside) {
					continue
				}
				if d := max(here.Start-at, at-here.End); d < distance {
					best, distance = c.all[c.byID[e.ID]], d
				}
			}
		}
	}
	best.confidence = reportedConfidence
	return best
}

// reportedConfidence is how far the nearest name in a sentence of reported
// speech is believed: enough to say who, not enough to accuse.
const reportedConfidence = 0.5

// nameWords returns the folded words of a name, between white space, without
// those that many names share.
func nameWords(name string) []string {
	var words []string
	name = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Pd, r) {
			return '-'
		}
		return r
	}, name)
	for field := range strings.FieldsSeq(name) {
		word := coref.Fold(strings.TrimFunc(withoutPossessive(field), func(r rune) bool { return !isWordRune(r) }))
		switch word {
		case "", "the", "of", "and", "for", "mr", "mrs", "ms", "dr", "sir", "dame", "lord", "lady", "jr", "sr", "inc", "ltd", "corp":
			continue
		}
		words = append(words, word)
	}
	return words
}

// withoutPossessive takes a possessive ending off a word.
func withoutPossessive(word string) string {
	for _, ending := range []string{"'s", "’s"} {
		word = strings.TrimSuffix(word, ending)
	}
	return word
}

// contentWords returns the folded words of a noun phrase without its grammar.
func contentWords(text string) []string {
	var words []string
	for at := 0; ; {
		start, end := nextWord(text, at)
		if start == len(text) {
			return words
		}
		at = end
		switch word := coref.Fold(withoutPossessive(text[start:end])); word {
		case "", "a", "an", "the", "of", "and", "for", "in", "at", "on", "to", "from", "with", "by", "who", "one", "another", "his",
			"her", "its", "their", "he", "she", "it", "they", "this", "that", "some", "s", "i", "we", "you":
		default:
			words = append(words, word)
		}
	}
}
