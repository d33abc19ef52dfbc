package coref

import (
	"strings"

	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
)

// appositionBefore finds a role that a comma parts from the name after it:
// "the European Union's foreign policy chief, | Kaja Kallas,".
func (f *roleFinder) appositionBefore(t int, m ner.Mention) phrase {
	comma := t - 1
	for comma > 0 && t-comma < maxRoleTokens && f.sameSentence(comma, t) && m.Type == ner.Person && f.isBareTitle(comma) {
		comma--
	}
	if !f.sameSentence(comma-1, t) || f.tag(comma) != nlp.TagComma {
		return phrase{}
	}
	last := comma
	if head := f.beforeBracket(comma - 1); head < comma-1 {
		last = head + 1 // "the mayor of the Old Port | (OP), Ann Lunt"
	}
	head := last - 1
	if !f.isHead(head, m.Type) || f.at[head] >= 0 {
		// "the mayor of London, | Sadiq Khan,": step back over "of London".
		head = f.headBeforePhrase(last, m.Type)
		if head < 0 {
			return phrase{}
		}
	}
	first := f.leftEdge(head)
	if f.isBareRelation(first, last) || f.isDestined(first) || f.isTaken(first) || f.isSpouses(first) {
		return phrase{}
	}
	if f.isDefinite(first, head) && (f.endsApposition(m.Last) || m.Type == ner.Person && f.opensClause(first) && f.isFiniteAt(m.Last, first)) || m.Type == ner.Person && f.isSureBefore(first, last, m.Last) {
		return phrase{first, last}
	}
	return phrase{}
}

// isDestined reports whether a role that starts at token first is what somebody
// else is to be: picked Bo Reid as his | minister, Ann Lunt, a friend, left; but
// not Bo Reid as well as his | minister, Ann Lunt, left.
func (f *roleFinder) isDestined(first int) bool {
	return first > 1 && f.tag(first-1) == nlp.TagPRPDollar && f.isWord(first-2, "as") && !f.isWord(first-3, "well")
}

// isSpouses reports whether a role that starts at token first is that of whom
// somebody is married to, who is as often the one with the name: the widow of the |
// late president, Ann Lunt; but not the daughter of the | president, Ann Lunt.
func (f *roleFinder) isSpouses(first int) bool {
	t := first - 1
	if t >= 0 && f.tag(t) == nlp.TagDT {
		t--
	}
	if t < 1 || !f.sameSentence(t-1, first) || !f.isWord(t, "of") && !f.isWord(t, "to") {
		return false
	}
	switch f.folded(t - 1) {
	case "wife", "husband", "spouse", "widow", "widower", "married":
		return true
	}
	return false
}

// isTaken reports whether a role that starts at token first belongs to a name
// before it: Bo Reid, the | heir of the king, Ann Lunt, a clerk, and others.
func (f *roleFinder) isTaken(first int) bool {
	t := first - 1
	if t >= 0 && f.tag(t) == nlp.TagDT {
		t--
	}
	if t < 1 || !f.sameSentence(t-1, first) || f.tag(t) != nlp.TagComma || !f.isNameAt(t-1, ner.Person) {
		return false
	}
	// "The mayor, Bo Reid, the clerk, Ann Lunt, and": each role has its name.
	for t = f.mentions[f.at[t-1]].First - 1; t > 0 && f.isBareTitle(t); t-- {
	}
	return !f.sameSentence(t, first) || f.tag(t) != nlp.TagComma
}

// isSureBefore reports whether a role that starts at token first belongs to the
// name after it, which ends before token end, though the role is not definite
// or no comma follows the name:
//
//	Local governor, Ann Lunt | said; explains local farmer, Ann Lunt|.
//	They asked that Minister of Works, Ann Lunt|, be heard
//	Speaking there, Minister of Works, Ann Lunt | said; “No,” Minister of Works, Ann Lunt|.
//	They came to see a lawyer, Ann Lunt | said      is another's
func (f *roleFinder) isSureBefore(first, last, end int) bool {
	if f.opensSentence(first) {
		return f.isFiniteAt(end, first)
	}
	if f.isCapitalised(first) && f.at[first] < 0 && (f.hasLink(phrase{first, last}) || last-first > 1 && f.tag(first-1) == nlp.TagIN) && !f.isHeadline(first) {
		before := f.tag(first - 1)
		if f.endsApposition(end) && (before == nlp.TagComma || before == nlp.TagCloseQuote || before == nlp.TagIN || isFinite(before)) ||
			before == nlp.TagComma && f.isFiniteAt(end, first) {
			return true
		}
	}
	return f.sameSentence(first-1, first) && isSpeechVerb(f.word(first-1)) && f.endsApposition(end)
}

// opensClause reports whether a role with "the" that starts at token first begins its
// sentence, or stands behind an adverbial and a comma: In 2015, the | then Bishop of
// Hull, Ann Lunt had said; but not: Bo Reid, the | mayor of Hull, Ann Lunt said.
func (f *roleFinder) opensClause(first int) bool {
	t := first - 1
	if t > 0 && isTimeWord(f.word(t)) {
		t--
	}
	return t >= 0 && f.tag(t) == nlp.TagDT && f.sameSentence(t, first) && (f.opensSentence(t+1) || f.followsAdverbial(t))
}

// isRankOnly reports whether a title is nothing but ranks: Brigadier, Pol Col.
func (f *roleFinder) isRankOnly(p phrase) bool {
	for t := p.first; t < p.last; t++ {
		if !isRank(f.folded(t)) {
			return false
		}
	}
	return true
}

// isDefinite reports whether a role with these ends speaks of one known
// person: "the …", "Russia's …", "his …".
func (f *roleFinder) isDefinite(first, head int) bool {
	if first > 0 && f.sameSentence(first-1, head) {
		switch f.tag(first - 1) {
		case nlp.TagPRPDollar:
			return true
		case nlp.TagDT:
			word := f.word(first - 1)
			return strings.EqualFold(word, "the")
		}
	}
	for t := first; t < head; t++ {
		if f.tag(t) == nlp.TagPOS {
			return true
		}
	}
	return false
}

// headBeforePhrase returns the role's noun before a phrase such as "of the
// City of London" that ends before token last, -1 when there is none.
func (f *roleFinder) headBeforePhrase(last int, kind ner.Type) int {
	joined, person := false, false
	for t := last - 1; t > 0 && last-t < maxRoleTokens && f.sameSentence(t-1, last-1); t-- {
		if head := f.beforeField(t - 1); f.isLink(t) && f.isHead(head, kind) && f.at[head] < 0 {
			if joined && person {
				return -1 // "the heir of Ann Lunt and Bo Reid"
			}
			return head
		}
		person = person || f.isNameAt(t, ner.Person)
		switch {
		case t < last-1 && f.isAnd(t) && f.tag(t-1) == nlp.TagComma && f.isCapitalised(t+1):
			joined = true // "Minister of Trade, Roads, | and Forests"
		case joined && f.tag(t) == nlp.TagComma && f.isCapitalised(t-1) && (f.isCapitalised(t+1) || f.isAnd(t+1)):
		case t < last-1 && f.isAnd(t) && f.isCapitalised(t-1) == f.isCapitalised(t+1):
			joined = true // "Minister of Trade, Roads | and Forests"
		case !f.isInsidePhrase(t) && !f.isLink(t):
			return -1
		}
	}
	return -1
}

// beforeBracket steps back over an acronym in brackets before a name: "chief
// executive officer | (CEO) Ann Lunt".
func (f *roleFinder) beforeBracket(t int) int {
	if t > 2 && f.isWord(t, ")") && f.isWord(t-2, "(") && !f.isNameAt(t-1, ner.Person) && isCapitals(f.word(t-1)) && f.sameSentence(t-3, t) {
		return t - 3
	}
	return t
}

// beforeField steps back over a word in brackets within a title: "Commissioner |
// (Media) of the Old Port".
func (f *roleFinder) beforeField(t int) int {
	if t > 2 && f.isWord(t, ")") && f.isWord(t-2, "(") && f.sameSentence(t-3, t) {
		return t - 3
	}
	return t
}

// isOfOne reports whether a role whose noun is token head and which ends before
// token last is that of one person: "the leader of Volta | Ann Lunt", "Lutha's
// minister of trade | Ann Lunt", but not "a minister of trade | Ann Lunt".
func (f *roleFinder) isOfOne(head, last int) bool {
	first := f.leftEdge(head)
	if !f.tag(last - 1).IsNoun() {
		return false // "the spokesman for | Ann Lunt"
	}
	return f.hasPossessive(first, head) || f.opensSentence(first) ||
		(f.isNameAt(last-1, ner.Organisation) || f.isNameAt(last-1, ner.Place)) && f.isDefinite(first, head)
}

// isAfterLink reports whether a preposition stands before token t, with an
// article and a number between them at most: "of the Two | Holy Mosques".
func (f *roleFinder) isAfterLink(t int) bool {
	for t--; t > 0 && (f.tag(t) == nlp.TagDT || f.tag(t) == nlp.TagCD); t-- {
	}
	return t >= 0 && f.isLink(t)
}
