package coref

import (
	"strings"

	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
)

// headlineShare is the share of words with a capital from which a sentence is
// a headline.
const headlineShare = 0.7

// maxHeadline is how many tokens a headline has at most.
const maxHeadline = 60

// isHeadline reports whether the sentence of token t is written in capitals.
func (f *roleFinder) isHeadline(t int) bool {
	sentence := f.d.Tokens[t].Sentence
	if f.headline.sentence != sentence {
		f.headline.sentence = sentence
		words, capital := 0, 0
		s := f.d.Sentences[sentence]
		for i := s.First; i < s.Last && s.Last-s.First <= maxHeadline; i++ {
			if isWordTag(f.tag(i)) && f.tag(i) != nlp.TagPOS {
				words++
				if c := f.word(i)[0]; 'A' <= c && c <= 'Z' {
					capital++
				}
			}
		}
		f.headline.is = words > 0 && float64(capital) >= headlineShare*float64(words)
	}
	return f.headline.is
}

// leftEdge extends a role whose noun is token head to the left.
func (f *roleFinder) leftEdge(head int) int {
	first := head
	for first > 0 && head-first < maxRoleTokens && f.sameSentence(first-1, head) {
		t := first - 1
		if isTimeWord(f.word(first)) && f.at[t] < 0 && f.tag(t) != nlp.TagPOS {
			break // "the committee's investigation | former minister"
		}
		if !f.isModifier(t) {
			if body := f.beforeBracket(t); body < t && f.isNameAt(body, ner.Organisation) && f.sameSentence(f.mentions[f.at[body]].First, head) {
				first = f.mentions[f.at[body]].First // | Old Port Office (OPO) chief
				continue
			}
			if f.isWord(t, "and") || f.isWord(t, "&") {
				if t > 0 && f.sameSentence(t-1, head) && isRoleNoun(f.folded(t-1)) && f.at[t-1] < 0 && !(isRelation(f.folded(t-1)) && (t < 2 || !f.isModifier(t-2))) {
					first = t - 1
					continue
				}
				if start := f.fieldStart(t, head); start >= 0 {
					first = start
					continue
				}
			}
			break
		}
		first = t
	}
	return f.trimLeft(first, head)
}

// trimLeft takes off the left of a role what cannot open one: a possessive
// ending, a hyphen, a person's name that is no possessor.
func (f *roleFinder) trimLeft(first, head int) int {
	for first < head {
		word := f.word(first)
		switch {
		case f.tag(first) == nlp.TagPOS, word == "-", f.tag(first) == nlp.TagDash:
			first++
		case f.tag(first) == nlp.TagCD && !f.isWord(first+1, "-"):
			first++
		case isOpinion(word), f.isTimeNoun(first):
			first++
		default:
			return f.wholeName(first)
		}
	}
	return first
}

// isTimeNoun reports whether token t ends an adverb of time that stands before a role:
// last | year | Yukon's former minister; but not the year's best player.
func (f *roleFinder) isTimeNoun(t int) bool {
	switch f.word(t) {
	case "year", "month", "week", "night", "morning", "evening":
		return f.tag(t+1) != nlp.TagPOS && t > 0 && (strings.EqualFold(f.word(t-1), "last") || strings.EqualFold(f.word(t-1), "this"))
	}
	return false
}

// wholeName moves the start of a role that lies within a name to that name's
// start: "New | Zealand Prime Minister".
func (f *roleFinder) wholeName(first int) int {
	if m := f.at[first]; m >= 0 && f.sameSentence(f.mentions[m].First, first) {
		return f.mentions[m].First
	}
	return first
}

// fieldStart returns where the first of two fields that the "and" at token t
// joins begins, -1 when it joins no fields:
//
//	former | trade and rural development chief Ann Lunt
//	| Health and Family Minister Ann Lunt
//	| Deputy Youth and Sports Minister Ann Lunt
//	talks on trade and foreign minister Ann Lunt's future    nothing changes
//
// What tells is that a role begins right before the words: it has a word for
// former or current there, a possessor or the start of the sentence.
func (f *roleFinder) fieldStart(t, head int) int {
	if head-t < 2 || isRankWord(f.folded(head-1)) && head-t == 2 && !isField(f.folded(head-1)) {
		return -1 // "the war and | Prime Minister Lunt"
	}
	capital := f.isCapitalised(head)
	for start := t - 1; start >= 0 && t-start <= maxFieldTokens && f.sameSentence(start, head); start-- {
		switch tag := f.tag(start); {
		case isTimeWord(f.word(start)):
			if start == t-1 {
				return -1
			}
			return start
		case tag == nlp.TagPOS && start < t-1:
			return start + 1
		case start < t-1 && isOtherRank(f.folded(start)) && f.isCapitalised(start) == capital:
			return start
		case f.at[start] >= 0 || !tag.IsNoun() && tag != nlp.TagJJ || isRoleNoun(f.folded(start)) || f.isCapitalised(start) != capital && start > f.d.Sentences[f.d.Tokens[start].Sentence].First:
			return -1
		case start == f.d.Sentences[f.d.Tokens[start].Sentence].First:
			return start
		}
	}
	return -1
}

// maxFieldTokens is how many words the first of two fields has at most: science
// and technology, family welfare and health.
const maxFieldTokens = 3

// isField reports whether a folded word that makes an office another one names
// its field.
func isField(word string) bool {
	switch word {
	case "finance", "defence", "interior", "health", "education":
		return true
	}
	return false
}
