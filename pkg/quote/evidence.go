package quote

import (
	"strconv"
	"strings"
	"unicode/utf8"
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
	s.cues(form, length, say)
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
}

// titleReach is how many words before a title the noun that goes with it
// stands at most (the film that made her name, “…”).
const titleReach = 5

// isNickname reports whether the quote stands between the parts of a name:
// Robert “Bobby” Scott.
func (s *setting) isNickname() bool {
	q := s.quote
	if s.words > 2 || len(s.before) == 0 || len(s.after) == 0 || len(q.Parts) > 1 {
		return false
	}
	b, a := s.before[0], s.after[0]
	gap := s.text[b.End:q.Outer.Start]
	return startsUpper(s.text[q.Start:]) && startsUpper(a.Of(s.text)) && startsUpper(b.Of(s.text)) &&
		(gap == " " || gap == ". ") && s.text[q.Outer.End:a.Start] == " " &&
		!strings.HasSuffix(b.Of(s.text), "s") && s.ending() == "word"
}

// cues gives the evidence of the words in the sentence by which people speak.
func (s *setting) cues(form, length string, say func(...string)) {
	kind := "no cue"
	for i, w := range s.before {
		word := w.Of(s.text)
		if isListed(speechVerbs, word) {
			say("speech before ", distanceName(i))
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
	say(kind, "+form ", form, " ", length)
	if len(s.before) > 0 {
		say(kind, "+word before ", wordName(s.before[0].Of(s.text)))
	}
	if s.earlier == nil && s.later == nil {
		say(kind, ", alone ", form)
	}
}

// What the evidence calls words with a capital, so that it is about no one in
// particular.
const (
	aName   = "name"
	anOwner = "owner"
)

// wordName returns word, or what stands for it when it has a capital.
func wordName(word string) string {
	switch {
	case !startsUpper(word):
		return word
	case strings.HasSuffix(word, "’s") || strings.HasSuffix(word, "'s"):
		return anOwner
	}
	return aName
}

// sizeName names the length of a quote without counting its words.
func sizeName(q *Quote) string {
	switch n := q.Len(); {
	case n < 15: // about two words
		return "tiny"
	case n < 40: // about six
		return "small"
	}
	return "big"
}

// gapName names a distance between quotes, in bytes.
func gapName(bytes int) string {
	switch {
	case bytes <= len(" and "):
		return "joined"
	case bytes < 60: // about ten words
		return "near"
	}
	return "far"
}

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

// clauseWords counts the words of whole clauses among the first of the quote.
func (s *setting) clauseWords() int {
	n, clause := 0, 0
	for _, p := range s.quote.Parts {
		for at := p.Start; n < longestCounted; n++ {
			w := wordAfter(s.text, at, p.End)
			if w.IsEmpty() {
				break
			}
			word := w.Of(s.text)
			if isListed(clauseWords, word) || strings.HasSuffix(word, "n't") || strings.HasSuffix(word, "n’t") {
				clause++
			}
			at = w.End
		}
	}
	return clause
}

// hasClause reports whether the quote holds a word of whole clauses.
func (s *setting) hasClause() bool { return s.clauseWords() > 0 }

// form names how the words of the quote are capitalised.
func (s *setting) form() string {
	upper, lower, first := 0, 0, ""
	n := 0
	for _, p := range s.quote.Parts {
		for at := p.Start; n < longestCounted; n++ {
			w := wordAfter(s.text, at, p.End)
			if w.IsEmpty() {
				break
			}
			word := w.Of(s.text)
			if first == "" {
				first = word
			}
			switch {
			case startsUpper(word):
				upper++
			case len(word) > longestSmall:
				lower++
			}
			at = w.End
		}
	}
	switch {
	case first == "":
		return "none"
	case startsLower(first):
		if upper > 0 && lower == 0 {
			return "small-title"
		}
		return "small"
	case !startsUpper(first):
		return "number"
	case lower == 0 && n > 1:
		return "title"
	case n == 1:
		return "one"
	}
	return "sentence"
}

// longestSmall is the most letters of the words that titles leave small (of,
// the, with).
const longestSmall = 4

// ending names the last character inside the marks.
func (s *setting) ending() string {
	r, _ := utf8.DecodeLastRuneInString(s.text[s.quote.Start:s.quote.End])
	switch {
	case isWordRune(r):
		return "word"
	case isDash(r):
		return "dash"
	}
	return charName(r)
}

// charName names a character beside a quote.
func charName(r rune) string {
	switch r {
	case edge:
		return "edge"
	case ',', '.', '?', '!', ':', ';', '(', ')', '=', '…':
		return string(r)
	}
	switch {
	case isDash(r):
		return "dash"
	case isWordRune(r):
		return "word"
	}
	return "other"
}

// lengthName names a count of words, coarser as it grows.
func lengthName(words int) string {
	switch {
	case words <= 4:
		return strconv.Itoa(words)
	case words <= 6:
		return "6"
	case words <= 9:
		return "9"
	case words <= 14:
		return "14"
	}
	return "more"
}

// distanceName names a distance in words.
func distanceName(words int) string {
	switch {
	case words <= 2:
		return strconv.Itoa(words)
	case words <= 5:
		return "5"
	}
	return "far"
}

// Evidence calls yield with the name of each piece of evidence that tells
// whether quotes[i], of the quotes that [Find] gave for text, is speech. It is
// what the weights of the classifier are trained on.
func Evidence(text string, quotes []Quote, i int, yield func(name string)) {
	var s setting
	s.read(text, quotes, i)
	s.evidence(nil, func(name []byte) { yield(string(name)) })
}
