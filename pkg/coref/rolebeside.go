package coref

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
)

// isSecond reports whether the noun phrase at a token is the second of two: the
// minister and | the official.
func isSecond(d *nlp.Document, token int) bool {
	return token > 1 && d.Tokens[token-1].Tag == nlp.TagCC && d.Tokens[token-2].Tag != nlp.TagComma
}

// isRestricted reports whether what follows a noun phrase says which one is
// meant: the officer | who fired, the aide | to the mayor, the senator, | who
// asked for anonymity.
func isRestricted(d *nlp.Document, end int) bool {
	after, _ := slices.BinarySearchFunc(d.Tokens, end, func(t nlp.Token, at int) int { return cmp.Compare(t.Start, at) })
	if after == len(d.Tokens) || after == 0 || d.Tokens[after].Sentence != d.Tokens[after-1].Sentence {
		return false
	}
	switch d.Tokens[after].Of(d.Text) {
	case "who", "whose", "that", "to", "of", "for", "from", "at", "with", "behind":
		return true
	}
	for t := after; t < min(after+maxSubjectTokens, len(d.Tokens)) && d.Tokens[t].Sentence == d.Tokens[after].Sentence; t++ {
		if word := d.Tokens[t].Of(d.Text); word == "anonymity" || word == "anonymously" {
			return true
		}
	}
	return false
}

// holder returns the person beside whose name an acronym stands as an office
// before a token: SP Lunt, superintendent of police (SP) Ann Lunt, Ann Lunt, OC
// of the harbour station; -1 for nobody or several.
func (e *Entities) holder(d *nlp.Document, acronym string, token int) int {
	holder := -1
	for t := token - 1; t >= 0 && token-t <= maxIntroduced; t-- {
		if d.Tokens[t].Of(d.Text) != acronym {
			continue
		}
		after, before := t+1, t-1
		if after < len(d.Tokens) && d.Tokens[after].Of(d.Text) == ")" {
			after++
		}
		if before >= 0 && d.Tokens[before].Tag == nlp.TagDT {
			before--
		}
		if before >= 0 && d.Tokens[before].Tag != nlp.TagComma {
			before = -1
		}
		for _, entity := range [...]int{e.personAt(after), e.personAt(before - 1)} {
			switch {
			case entity < 0 || entity == holder:
			case holder < 0:
				holder = entity
			default:
				return -1
			}
		}
	}
	return holder
}

// personAt returns the person whose name holds a token, -1 for none.
func (e *Entities) personAt(token int) int {
	i := e.mentionAt(token)
	if i < 0 || e.Of[i] < 0 || e.List[e.Of[i]].Type != ner.Person {
		return -1
	}
	return e.Of[i]
}

// mentionAt returns the mention that holds a token, -1 for none.
func (e *Entities) mentionAt(token int) int {
	i := sort.Search(len(e.Mentions), func(i int) bool { return e.Mentions[i].Last > token })
	if i == len(e.Mentions) || e.Mentions[i].First > token {
		return -1
	}
	return i
}

// speaksAt reports whether the name or pronoun of tokens [first, last) stands
// beside a verb of speech, or after "according to".
func speaksAt(d *nlp.Document, first, last int) bool {
	for end := min(last+maxHelpers, len(d.Tokens)); last < end && (d.Tokens[last].Tag == nlp.TagRB || d.Tokens[last].Tag == nlp.TagMD || isHave(d.Tokens[last].Of(d.Text))); {
		last++
	}
	if last < len(d.Tokens) && isSpeechVerb(d.Tokens[last].Of(d.Text)) {
		return !followsPreposition(d, first) // the match with Ann Lunt adds pressure
	}
	if last < len(d.Tokens) && (d.Tokens[last].Tag == nlp.TagPOS || d.Tokens[last].Tag == nlp.TagMD || d.Tokens[last].Tag.IsVerb()) {
		return false // Ann Lunt, said Mayor Roy | had left
	}
	if first > 0 && isSpeechVerb(d.Tokens[first-1].Of(d.Text)) && opensInversion(d, first-1) {
		return true
	}
	return first > 1 && d.Tokens[first-1].Of(d.Text) == "to" && strings.EqualFold(d.Tokens[first-2].Of(d.Text), "according")
}

// isHave reports whether a word stands before a verb of speech as a helper: did
// say, has said.
func isHave(word string) bool {
	switch word {
	case "has", "had", "have", "did", "does":
		return true
	}
	return false
}

// isSubjectAt reports whether the name or pronoun at a token stands before the
// first verb of its sentence and after no preposition.
func (e *Entities) isSubjectAt(d *nlp.Document, token int) bool {
	sentence := d.Tokens[token].Sentence
	if followsPreposition(d, token) {
		return false
	}
	for t := token - 1; t >= d.Sentences[sentence].First; t-- {
		if token-t > maxSubjectTokens || !e.quoted[t] && isFinite(d.Tokens[t].Tag) {
			return false
		}
	}
	return true
}

// followsPreposition reports whether a preposition stands right before a token
// in its sentence.
func followsPreposition(d *nlp.Document, token int) bool {
	if token == 0 || d.Tokens[token-1].Sentence != d.Tokens[token].Sentence {
		return false
	}
	switch d.Tokens[token-1].Of(d.Text) {
	case "that", "because", "as", "while", "if", "although", "when":
		return false // he says that Ann Lunt said so
	}
	return d.Tokens[token-1].Tag == nlp.TagIN || d.Tokens[token-1].Tag == nlp.TagTO
}

// isFinite reports whether a tag is that of a verb which has a subject.
func isFinite(tag nlp.Tag) bool {
	switch tag {
	case nlp.TagVBD, nlp.TagVBP, nlp.TagVBZ, nlp.TagMD:
		return true
	}
	return false
}
