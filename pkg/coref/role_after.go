package coref

import (
	"strings"

	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
)

// endsApposition reports whether what stands at token t can follow an
// apposition: a comma, a full stop, a dash, a bracket, the end of the
// sentence.
func (f *roleFinder) endsApposition(t int) bool {
	if !f.sameSentence(t, t-1) {
		return true
	}
	switch f.tag(t) {
	case nlp.TagComma, nlp.TagStop, nlp.TagColon, nlp.TagCloseParen, nlp.TagCloseQuote, nlp.TagOpenParen:
		return true
	case nlp.TagWP, nlp.TagWPDollar:
		return true
	}
	if f.isLink(t) && (f.tag(t+1) == nlp.TagWDT || f.tag(t+1) == nlp.TagWP || f.isTimeLink(t)) {
		return true // mayor of Hull in which he said, mayor of Hull in 2014
	}
	switch f.word(t) {
	case "and":
		return t+1 < len(f.d.Tokens) && isTimeWord(f.word(t+1)) // a second role, too long to be read
	case "-":
		return f.d.Tokens[t].Start > f.d.Tokens[t-1].End || t+1 < len(f.d.Tokens) && f.d.Tokens[t+1].Start > f.d.Tokens[t].End
	case "—", "–", "--", ";", "(", "that", "which", "where", "during", "since", "until", "under", "between", "based":
		return true
	}
	return false
}

// skipAside steps over an age or a bracket after a name: ", 45", "(CDU)".
func (f *roleFinder) skipAside(t int) int {
	if f.tag(t) == nlp.TagComma && f.tag(t+1) == nlp.TagCD && f.sameSentence(t, t+2) && f.tag(t+2) == nlp.TagComma {
		return t + 2
	}
	if t < len(f.d.Tokens) && f.word(t) == "(" {
		for end := t + 1; end < len(f.d.Tokens) && end-t <= maxAsideTokens; end++ {
			if f.word(end) == ")" {
				return end + 1
			}
		}
	}
	return t
}

// appositionAfter finds a role after a name: "Hugh Hill, | a doctor, said".
func (f *roleFinder) appositionAfter(m ner.Mention) phrase {
	t := f.skipAside(m.Last)
	if !f.sameSentence(t, m.First) {
		return phrase{}
	}
	if f.isWord(t, "who") && t == m.Last {
		t-- // "Ann Lunt | who is the mayor"
	} else if f.tag(t) != nlp.TagComma && f.word(t) != "—" && f.word(t) != "–" && f.word(t) != "--" {
		return phrase{}
	}
	t++
	if f.tag(t+1) == nlp.TagDT && f.sameSentence(t, t+1) && isSoFar(f.word(t)) {
		t++ // Ann Lunt, also | a clerk
	}
	if f.isWord(t, "who") || f.isWord(t, "which") {
		if !f.isCopula(t + 1) {
			return phrase{}
		}
		t += 2
		if isSoFar(f.word(min(t, len(f.d.Tokens)-1))) {
			t++
		}
		p, end := f.nounPhrase(t, m.First, m.Type)
		if f.isUnfinished(p, end) {
			return phrase{}
		}
		return p
	}
	p, _ := f.nounPhrase(t, m.First, m.Type)
	if p.isEmpty() {
		return p
	}
	if m.Type == ner.Person {
		p = f.roleList(p)
	}
	p, end := f.goOn(p, m.Type)
	if p.first == t && m.Type == ner.Person {
		p, end = f.withBody(p)
	}
	if f.isUnfinished(p, end) || f.namesAnother(p) || !f.endsApposition(end) && !(m.Type == ner.Person && f.lacksComma(m.First, p)) {
		return phrase{}
	}
	// "met Clinton, the president said" is no apposition, and in "Trump,
	// President Obama" the title is another's.
	return p
}

// isSoFar reports whether an adverb between a verb and a role says when somebody
// is it.
func isSoFar(word string) bool {
	switch word {
	case "also", "then", "now", "currently", "formerly", "previously", "still", "once":
		return true
	}
	return false
}

// isCopula reports whether token t says that somebody is something.
func (f *roleFinder) isCopula(t int) bool {
	if t < 0 || t >= len(f.d.Tokens) {
		return false
	}
	switch f.word(t) {
	case "is", "was", "’s", "'s", "became", "remains":
		return f.tag(t) != nlp.TagPOS
	}
	return false
}

// predicate finds a role that a sentence states: "Sadiq Khan is | the mayor of
// London".
func (f *roleFinder) predicate(m ner.Mention) phrase {
	t := m.Last
	if !f.sameSentence(t, m.First) || !f.isCopula(t) || f.tag(t+1) != nlp.TagDT {
		return phrase{}
	}
	if m.First > 0 && f.sameSentence(m.First-1, m.First) {
		switch f.tag(m.First - 1) {
		case nlp.TagIN, nlp.TagTO, nlp.TagCC, nlp.TagPOS, nlp.TagNNP:
			return phrase{} // the subject is longer than the name
		}
	}
	p, end := f.nounPhrase(t+1, m.First, m.Type)
	if p.isEmpty() || f.sameSentence(end, m.First) && f.tag(end).IsNoun() || f.isUnfinished(p, end) {
		return phrase{}
	}
	return p
}

// kindAfter finds the noun that follows an organisation's name: "GRU |
// military intelligence agency".
func (f *roleFinder) kindAfter(m ner.Mention) phrase {
	if m.Type != ner.Organisation {
		return phrase{}
	}
	t, head := m.Last, -1
	for f.sameSentence(t, m.First) && t-m.Last < maxRoleTokens && f.at[t] < 0 {
		if tag := f.tag(t); tag != nlp.TagNN && tag != nlp.TagJJ {
			break
		}
		if isKind(f.folded(t)) {
			head = t
		}
		t++
	}
	// A single noun ("Google office") says what belongs to the organisation
	// more often than what it is.
	if head != t-1 || t-m.Last < 2 || f.tag(t) == nlp.TagPOS {
		return phrase{}
	}
	return phrase{m.Last, t}
}

// isKind reports whether a folded noun after an organisation's name says what
// the organisation is. Nouns for its parts (committee, team, force) do not.
func isKind(word string) bool {
	switch word {
	case "agency", "airline", "bank", "broadcaster", "chain", "charity", "church", "club", "company", "conglomerate", "corporation", "federation",
		"firm", "foundation", "group", "hospital", "insurer", "league", "magazine", "manufacturer", "militia", "movement", "museum", "network",
		"newspaper", "nonprofit", "organisation", "organization", "party", "platform", "publisher", "regulator", "retailer", "startup", "tabloid",
		"tank", "union", "university", "utility", "watchdog", "website":
		return true
	}
	return false
}

// nounPhrase reads a role that starts at token t, with its article if it has
// one, and gives it without the article and the token after it; empty when
// there is no role's noun. The phrase may go on with what the role is in: "of
// the City of London".
func (f *roleFinder) nounPhrase(t, anchor int, kind ner.Type) (phrase, int) {
	if f.tag(t) == nlp.TagDT || f.tag(t) == nlp.TagPRPDollar {
		if f.tag(t) == nlp.TagDT && !isArticle(f.word(t)) {
			return phrase{}, t
		}
		t++
	}
	first, head := t, -1
	for f.sameSentence(t, anchor) && t-first < maxRoleTokens {
		if !f.isModifier(t) && !f.isNominal(t) && !(t == first && f.tag(t) == nlp.TagVBG && f.tag(t-1) == nlp.TagDT) && !f.isNounAfterAll(t, first, kind) {
			break
		}
		t++
	}
	if t > first && !f.isHead(t-1, kind) && kind == ner.Person {
		t = f.fieldsEnd(t, first)
	}
	// The noun is the last word, but a name of a person may follow a title:
	// that role is another's.
	if t > first && f.isHead(t-1, kind) && f.at[t-1] < 0 {
		head = t - 1
	}
	if head < 0 || f.at[first] >= 0 && f.mentions[f.at[first]].Type == ner.Person && !f.hasPossessive(first, head) {
		return phrase{}, t
	}
	if f.isWord(t, "and") && f.sameSentence(t, anchor) {
		// "a doctor and father", but "the mayor and the governor" are two.
		end := t + 1
		for f.sameSentence(end, anchor) && end-first < maxRoleTokens && f.isModifier(end) && f.at[end] < 0 {
			end++
		}
		if end > t+1 && f.isHead(end-1, kind) && (f.word(t + 1)[0] >= 'a' || f.endsApposition(end) || f.isLink(end)) {
			t = end
		}
	}
	for f.sameSentence(t, anchor) && f.isLink(t) && !f.isTimeLink(t) && t-first < maxRoleTokens {
		end := t + 1
		for f.sameSentence(end, anchor) && end-first < maxRoleTokens && f.isInsidePhrase(end) {
			end++
		}
		if end == t+1 || f.tag(end-1) == nlp.TagDT || f.tag(end-1) == nlp.TagPOS {
			break
		}
		t = end
	}
	if f.isBareRelation(first, t) {
		return phrase{}, t
	}
	return phrase{first, t}, t
}

// fieldsEnd returns the token behind an office that has several fields before it, the
// first of which starts at token first and ends before token t; t where there is none:
//
//	Ann Lunt, Hull's health | and social services minister, said
//	Ann Lunt, the business, energy and industrial strategy secretary, left
//	Ann Lunt, the law, and the minister who wrote it                          nothing
func (f *roleFinder) fieldsEnd(t, first int) int {
	joined, end := false, t
	for ; f.sameSentence(end, first) && end-first < maxFieldsTokens && f.at[end] < 0; end++ {
		switch {
		case f.isAnd(end):
			if joined {
				return t
			}
			joined = true
		case f.tag(end) == nlp.TagComma && !joined:
		case joined && f.isHead(end, ner.Person):
			if f.endsApposition(end+1) || f.isLink(end+1) {
				return end + 1
			}
			return t
		case f.isCapitalised(end) || f.tag(end) != nlp.TagNN && f.tag(end) != nlp.TagNNS && f.tag(end) != nlp.TagJJ:
			return t
		}
	}
	return t
}

// maxFieldsTokens is how many tokens an office with several fields has at most.
const maxFieldsTokens = 12

// isTimeLink reports whether a preposition says when somebody was something, which is
// no part of the role: head of Volta | from July, mayor | in 2014, | on the eve of.
func (f *roleFinder) isTimeLink(t int) bool {
	switch f.word(t) {
	case "in", "from", "on", "to":
	case "for":
		return f.isWord(t+1, "a") && f.isWord(t+2, "term")
	default:
		return false
	}
	if !f.sameSentence(t, t+1) {
		return false
	}
	next := t + 1
	if f.tag(next) == nlp.TagDT && f.sameSentence(next, next+1) {
		next++
	}
	return f.tag(next) == nlp.TagCD && f.at[next] < 0 && !f.tag(next+1).IsNoun() || f.at[next] < 0 && isDayOrMonth(f.folded(next)) || f.isWord(next, "eve")
}

// isNounAfterAll reports whether token t is the noun of a role that starts with an
// article before token first, though its tag is that of a verb: "a law |
// professor | at", which a tagger may take for what the law does.
func (f *roleFinder) isNounAfterAll(t, first int, kind ner.Type) bool {
	return t > first && (f.tag(t) == nlp.TagVBP || f.tag(t) == nlp.TagVB) && f.tag(first-1) == nlp.TagDT && f.isHead(t, kind) &&
		(f.isLink(t+1) && f.sameSentence(t, t+1) || f.endsApposition(t+1))
}

// hasPossessive reports whether a possessive ending stands in [first, last).
func (f *roleFinder) hasPossessive(first, last int) bool {
	for t := first; t < last; t++ {
		if f.tag(t) == nlp.TagPOS {
			return true
		}
	}
	return false
}

// isNominal reports whether token t is tagged as part of a noun phrase.
func (f *roleFinder) isNominal(t int) bool {
	switch f.tag(t) {
	case nlp.TagNN, nlp.TagNNP, nlp.TagJJ, nlp.TagNNS, nlp.TagNNPS, nlp.TagVBN:
		return true
	}
	return false
}

// isArticle reports whether a word is an article.
func isArticle(word string) bool {
	return strings.EqualFold(word, "the") || strings.EqualFold(word, "a") || strings.EqualFold(word, "an")
}
