package quote

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/whosaid/whosaid/pkg/span"
)

const (
	// window is how many bytes on either side of a quote are looked at.
	window = 300
	// nearWords is how many words on either side are looked at.
	nearWords = 12
	// longestCounted is the count, in words, from which quotes count as long.
	longestCounted = 20
)

// setting is a quote and what stands around it, read once for all evidence.
type setting struct {
	text   string
	quote  *Quote
	words  int         // in the quote
	before []span.Span // words before it in its sentence, nearest first
	after  []span.Span // words after it in its sentence, nearest first
	// prev and next are the characters beside the outer marks, spaces skipped;
	// edge at the ends of the paragraph.
	prev, next rune
	// startsSentence is set when no word of the same sentence comes before.
	startsSentence bool
	// neighbour is the quote before in the same paragraph, if any.
	neighbour *Quote

	beforeRoom, afterRoom [nearWords]span.Span
}

// read fills the setting of quotes[i].
func (s *setting) read(text string, quotes []Quote, i int) {
	q := &quotes[i]
	*s = setting{text: text, quote: q, prev: edge, next: edge}
	for _, p := range q.Parts {
		n, _ := countWords(text, p)
		s.words += n
	}
	low, high := max(0, q.Outer.Start-window), min(len(text), q.Outer.End+window)
	for low < q.Outer.Start && !utf8.RuneStart(text[low]) {
		low++
	}
	for high < len(text) && high > q.Outer.End && !utf8.RuneStart(text[high]) {
		high--
	}
	low += strings.LastIndexByte(text[low:q.Outer.Start], '\n') + 1
	if n := strings.IndexByte(text[q.Outer.End:high], '\n'); n >= 0 {
		high = q.Outer.End + n
	}
	if left := strings.TrimRight(text[low:q.Outer.Start], " \u00a0\t\r"); left != "" {
		s.prev, _ = utf8.DecodeLastRuneInString(left)
	}
	if right := strings.TrimLeft(text[q.Outer.End:high], " \u00a0\t\r"); right != "" {
		s.next, _ = utf8.DecodeRuneInString(right)
	}
	s.before = s.beforeRoom[:0]
	for at := q.Outer.Start; len(s.before) < nearWords; {
		w := wordBefore(text, low, at)
		if w.IsEmpty() || endsSentence(text, w, at) {
			break
		}
		s.before = append(s.before, w)
		at = w.Start
	}
	s.startsSentence = len(s.before) == 0
	s.after = s.afterRoom[:0]
	for at := q.Outer.End; len(s.after) < nearWords; {
		w := wordAfter(text, at, high)
		if w.IsEmpty() || strings.ContainsAny(text[at:w.Start], ".?!\n") {
			break
		}
		s.after = append(s.after, w)
		at = w.End
	}
	if i > 0 {
		if p := &quotes[i-1]; p.Outer.End >= low {
			s.neighbour = p
		}
	}
}

// endsSentence reports whether a sentence ends between the word w and byte at:
// after a stop that is not an initial's or a short title's (J. / Sen.).
func endsSentence(text string, w span.Span, at int) bool {
	gap := text[w.End:at]
	if strings.ContainsAny(gap, "?!\n") {
		return true
	}
	if !strings.HasPrefix(gap, ".") {
		return strings.Contains(gap, ".")
	}
	return w.Len() > longestTitle || !startsUpper(w.Of(text))
}

// longestTitle is the most letters of a shortened title (Sen., Gov., Prof.).
const longestTitle = 4

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
	if s.startsSentence {
		say("starts sentence")
		say("starts sentence+form ", form, " ", length)
	}
	if len(s.before) > 0 {
		w := s.before[0].Of(text)
		say("word before ", w)
		say("word before+form ", w, " ", form)
		if startsUpper(w) {
			say("name before+form ", form, " ", length)
			if strings.HasSuffix(w, "’s") || strings.HasSuffix(w, "'s") {
				say("owner before ", form)
			}
			if len(s.after) > 0 && s.prev != ',' && startsUpper(s.after[0].Of(text)) {
				say("names around ", length)
			}
		}
		if len(s.before) > 1 {
			say("words before ", s.before[1].Of(text), " ", w)
			say("second word before ", s.before[1].Of(text))
		}
	}
	if len(s.after) > 0 {
		w := s.after[0].Of(text)
		say("word after ", w)
		if startsUpper(w) {
			say("name after ", form)
		}
		if len(s.after) > 1 {
			say("words after ", w, " ", s.after[1].Of(text))
		}
	}
	near := 0
	for i, w := range s.before {
		if isListed(speechVerbs, w.Of(text)) {
			say("speech before ", distanceName(i))
			say("speech verb ", w.Of(text))
			near++
			break
		}
	}
	for i, w := range s.after {
		if isListed(speechVerbs, w.Of(text)) {
			say("speech after ", distanceName(i))
			near++
			break
		}
	}
	if near == 0 {
		say("no speech+form ", form, " ", length)
	} else {
		say("speech+form ", form, " ", length)
	}
	s.inside(say)
	if s.neighbour == nil {
		say("first of paragraph")
	} else if between := q.Outer.Start - s.neighbour.Outer.End; between < nearNeighbour {
		say("quote near")
	}
}

// nearNeighbour is how many bytes away another quote is near.
const nearNeighbour = 60

// inside gives the evidence of the words of the quote.
func (s *setting) inside(say func(...string)) {
	n, pronoun, verb := 0, false, false
	for _, p := range s.quote.Parts {
		for at := p.Start; n < longestCounted; n++ {
			w := wordAfter(s.text, at, p.End)
			if w.IsEmpty() {
				break
			}
			word := w.Of(s.text)
			if n == 0 {
				say("first word ", word)
			}
			pronoun = pronoun || isListed(pronouns, word)
			verb = verb || isListed(verbs, word) || strings.HasSuffix(word, "n't") || strings.HasSuffix(word, "n’t")
			at = w.End
		}
	}
	if pronoun {
		say("pronoun inside")
	}
	if verb {
		say("verb inside")
	}
	if !pronoun && !verb {
		say("neither inside ", lengthName(s.words))
	}
}

// pronouns and verbs are words that quoted speech holds more often than quoted
// titles and terms do.
var (
	pronouns = readList("i\nwe\nyou\nme\nmy\nus\nour\nyour\nhe\nshe\nthey\nit\nhis\nher\ntheir\nhim\nthem\nthis\nthat\nit's\nit’s\ni'm\ni’m\nwe're\nwe’re\nthat's\nthat’s\nhe's\nhe’s")
	verbs    = readList("is\nare\nwas\nwere\nbe\nbeen\nam\nhas\nhave\nhad\nwill\nwould\ncan\ncould\nshould\nmay\nmight\nmust\ndo\ndoes\ndid\ncannot")
)

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
