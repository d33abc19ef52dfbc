package quote

import (
	"strconv"
	"strings"
)

// evidence calls yield with the name of each piece of evidence that bears on
// what kind of quoted text s is. The bytes are valid during the call only.
func (s *setting) evidence(room []byte, yield func(name []byte)) {
	say := func(parts ...string) {
		room = room[:0]
		for _, p := range parts {
			room = lower(room, p)
		}
		yield(room)
	}
	text, q := s.text, s.quote
	length := lengthName(s.words)
	form := s.form()
	if form == "title" && s.headline && s.isTitleCase() {
		form = "headline" // capitals tell nothing where all words have them
	}
	end := s.ending()
	say("bias")
	say("length ", length)
	say("form ", form)
	say("form+length ", form, " ", length)
	say("end ", end)
	say("end+form ", end, " ", form)
	say("before ", charName(s.prev))
	say("after ", charName(s.next))
	say("after+end ", charName(s.next), " ", end)
	if q.Single {
		say("single")
	}
	if s.headline {
		say("headline ", form)
		if q.Single {
			say("headline, single ", length)
		}
	}
	if s.startsSentence {
		say("starts sentence")
		say("starts sentence+form ", form, " ", length)
	}
	if len(s.before) > 0 {
		w := wordName(s.before[0].Of(text))
		say("word before ", w)
		say("word before+form ", w, " ", form)
		if w == aName || w == anOwner {
			say(w, " before+form ", form, " ", length)
			if len(s.after) > 0 && s.prev != ',' && startsUpper(s.after[0].Of(text)) {
				say("names around ", length)
			}
		}
		if len(s.before) > 1 {
			second := wordName(s.before[1].Of(text))
			say("words before ", second, " ", w)
			say("second word before ", second)
		}
	}
	if len(s.after) > 0 {
		w := wordName(s.after[0].Of(text))
		say("word after ", w)
		if w == aName {
			say("name after ", form)
		}
		if len(s.after) > 1 {
			say("words after ", w, " ", wordName(s.after[1].Of(text)))
		}
	}
	before, after := s.classBefore(), s.classAfter()
	s.around(form, length, before, after, say)
	s.cues(form, length, before, after, say)
	s.named(form, say)
	s.inside(say)
	if s.earlier == nil {
		say("first of paragraph")
	} else {
		say("earlier quote ", sizeName(s.earlier), " ", gapName(q.Outer.Start-s.earlier.Outer.End), " ", form)
	}
	if s.later != nil {
		say("later quote ", sizeName(s.later), " ", gapName(s.later.Outer.Start-q.Outer.End), " ", form)
	}
}

// named gives the evidence of words near the quote that go with titles, names
// and inscriptions.
func (s *setting) named(form string, say func(...string)) {
	for i, w := range s.before[:min(len(s.before), titleReach)] {
		if isListed(workNouns, w.Of(s.text)) {
			say("work before ", form)
			say("work before ", distanceName(i))
			break
		}
	}
	for i, w := range s.before[:min(len(s.before), titleReach)] {
		if isListed(namingWords, w.Of(s.text)) {
			say("naming before ", form)
			say("naming before ", distanceName(i))
			break
		}
	}
	for _, w := range s.after[:min(len(s.after), 2)] {
		if isListed(workNouns, w.Of(s.text)) {
			say("work after ", form)
			break
		}
	}
	for _, w := range s.after[:min(len(s.after), 2)] {
		if isListed(namingWords, w.Of(s.text)) {
			say("naming after ", form)
			break
		}
	}
	if s.isNickname() {
		say("nickname")
	}
	if s.isUsed() {
		say("used")
	}
}

// around gives the evidence of what sort of words stand beside the quote: what
// single words teach is too rare for most.
func (s *setting) around(form, length, before, after string, say func(...string)) {
	say("class before ", before)
	say("class before+form ", before, " ", form)
	say("class before+form+length ", before, " ", form, " ", length)
	say("classes ", before, " ", after)
	say("classes+form ", before, " ", after, " ", form)
	say("class after+form ", after, " ", form, " ", length)
	if s.hasSubtitle() {
		say("subtitle ", form)
	}
}

// titleReach is how many words before a title the noun that goes with it
// stands at most (the film that made her name, “…”).
const titleReach = 5

// isNickname reports whether the quote stands between the parts of a name:
// Robert “Bobby” Scott. It must not take Scott's “Bobby” Trust. In headlines,
// where all words have capitals, none is found.
func (s *setting) isNickname() bool {
	q := s.quote
	if s.words > 2 || len(s.before) == 0 || len(s.after) == 0 || len(q.Parts) > 1 {
		return false
	}
	b, a := s.before[0], s.after[0]
	gap := s.text[b.End:q.Outer.Start]
	return startsUpper(s.text[q.Start:]) && startsUpper(a.Of(s.text)) && startsUpper(b.Of(s.text)) &&
		(gap == " " || gap == ". ") && s.text[q.Outer.End:a.Start] == " " &&
		wordName(b.Of(s.text)) != anOwner && s.ending() == "word" && !s.isTitleCase()
}

// cues gives the evidence of the words in the sentence by which people speak.
func (s *setting) cues(form, length, before, after string, say func(...string)) {
	kind := "no cue"
	for i, w := range s.before {
		word := w.Of(s.text)
		if isListed(speechVerbs, word) {
			say("speech before ", distanceName(i))
			say("speech before+form ", distanceName(i), " ", form)
			kind = "speech"
			break
		}
		if kind == "no cue" && isListed(stanceWords, word) {
			say("stance before ", distanceName(i))
			kind = "stance"
		}
	}
	for i, w := range s.after {
		if isListed(speechVerbs, w.Of(s.text)) {
			say("speech after ", distanceName(i))
			kind = "speech"
			break
		}
	}
	if len(s.after) > 1 && (s.ending() == "," || s.ending() == "!" || s.ending() == "?" || s.next == ',') {
		first, second := s.after[0].Of(s.text), s.after[1].Of(s.text)
		switch {
		case strings.HasSuffix(first, "ed") && startsUpper(second):
			say("verb and name after") // “Run!” bellowed Ann Lee
		case isSubject(first) && strings.HasSuffix(second, "ed"):
			say("subject and verb after") // “No,” she ruled
		}
	}
	tie := "loose"
	if s.isTied() {
		tie = "tied"
	}
	say(tie)
	say(tie, "+form ", form)
	say(tie, "+form+length ", form, " ", length)
	say(tie, "+classes ", form, " ", before, " ", after)
	say(tie, "+after ", form, " ", after)
	say(kind, "+form ", form, " ", length)
	say(kind, "+class before ", before)
	say(kind, "+classes ", before, " ", after)
	if len(s.before) > 0 {
		say(kind, "+word before ", wordName(s.before[0].Of(s.text)))
	}
	if s.earlier == nil && s.later == nil {
		say(kind, ", alone ", form)
	}
}

// isTied reports whether a verb of speech stands right beside the quote, as
// one does that has no other object: she said, “…” or “…,” said the mayor.
func (s *setting) isTied() bool {
	if end := s.ending(); end == "," || end == "!" || end == "?" || end == "dash" || s.next == ',' {
		for _, w := range s.after[:min(len(s.after), tieReach)] {
			if isListed(speechVerbs, w.Of(s.text)) {
				return true
			}
		}
	}
	for _, w := range s.before[:min(len(s.before), 2)] {
		if isListed(speechVerbs, w.Of(s.text)) {
			return true
		}
	}
	return false
}

// tieReach is how many words after the quote its verb stands at most (“…,” the
// former mayor said).
const tieReach = 6

// mostClauseWords is the count from which more words of clauses tell nothing.
const mostClauseWords = 3

// inside gives the evidence of the words of the quote.
func (s *setting) inside(say func(...string)) {
	clause := s.clauseWords()
	say("clause words inside ", strconv.Itoa(min(clause, mostClauseWords)))
	if clause == 0 {
		say("no clause words inside ", lengthName(s.words))
	}
}

// Evidence calls yield with the name of each piece of evidence that tells
// whether quotes[i], of the quotes that [Find] gave for text, is speech. It is
// what the weights of the classifier are trained on.
func Evidence(text string, quotes []Quote, i int, yield func(name string)) {
	var s setting
	s.read(text, quotes, i)
	s.evidence(nil, func(name []byte) { yield(string(name)) })
}
