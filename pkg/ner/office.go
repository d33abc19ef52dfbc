package ner

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/span"
)

// Where every word has a capital, a name and the office that follows it look
// like one name. trimOffices gives the acronym back its end:
//
//	UN Climate Envoy: ‘We Are Late’       UN is the name
//	UN Security Council Meets on Sudan    no office follows: nothing changes
//
// It asks for three things beside the capitals, because names do begin with
// acronyms: the words run on into an office, they do not end in the word for
// a body (a council has a president too), and the article knows the acronym
// as a name of its own or spells it out.
func trimOffices(d *nlp.Document, mentions []Mention) {
	for i := range mentions {
		m := &mentions[i]
		if m.Type != Organisation || m.Last-m.First < 2 || m.Last >= len(d.Tokens) ||
			!isOneOf(offices, d.Word(m.Last)) || isOneOf(bodies, d.Word(m.Last-1)) {
			continue
		}
		if acronym := d.Word(m.First); isAcronym(acronym) && isKnown(d, mentions, i, acronym) {
			m.Last = m.First + 1
			m.Span = span.Span{Start: m.Start, End: d.Tokens[m.First].End}
		}
	}
}

// The heads of office titles that follow a name in headlines, and the words
// for bodies that have such offices.
const (
	offices = " ambassador boss chair chairman chairwoman chief chiefs commissioner director envoy head leader minister negotiator official officials president secretary spokesman spokesperson spokeswoman "
	bodies  = " agency assembly association bank board bureau commission committee council court department federation fund group ministry office organisation organization parliament party union "
)

// isOneOf reports whether a word that begins with a capital is on a list.
func isOneOf(list, word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r) && strings.Contains(list, " "+strings.ToLower(word)+" ")
}

// isAcronym reports whether a word is a few capitals and nothing else.
func isAcronym(word string) bool {
	if len(word) < shortestAcronym || len(word) > longestAcronym {
		return false
	}
	for _, r := range word {
		if !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

// isKnown reports whether a mention other than number i is the acronym, or an
// organisation of which it is the initials.
func isKnown(d *nlp.Document, mentions []Mention, i int, acronym string) bool {
	for j := range mentions {
		m := &mentions[j]
		if j != i && m.Type == Organisation && (m.Of(d.Text) == acronym || initialsAre(d, m, acronym)) {
			return true
		}
	}
	return false
}

// initialsAre reports whether the capitalised words of a mention begin with
// the letters of an acronym, one each.
func initialsAre(d *nlp.Document, m *Mention, acronym string) bool {
	rest := acronym
	for k := m.First; k < m.Last; k++ {
		r, size := utf8.DecodeRuneInString(d.Word(k))
		if !unicode.IsUpper(r) {
			continue
		}
		if !strings.HasPrefix(rest, d.Word(k)[:size]) {
			return false
		}
		rest = rest[size:]
	}
	return rest == "" && m.Last-m.First > 1
}
