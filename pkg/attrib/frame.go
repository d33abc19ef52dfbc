package attrib

import (
	"strings"
	"unicode/utf8"

	"github.com/whosaid/whosaid/pkg/coref"
	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/quote"
	"github.com/whosaid/whosaid/pkg/span"
)

// mark is the punctuation that an item is, or that a piece ends with.
type mark uint8

const (
	noMark  mark = iota
	stop         // .
	shout        // ? !
	comma        // ,
	colon        // :
	pause        // ; and other marks between clauses
	dash         // – — --
	dots         // …
	opening      // ( [
	closing      // ) ]
)

// item is one step of the reporter's own text: a token outside every quotation,
// or a whole quoted piece. Quotation marks are no items.
type item struct {
	first, last int32 // tokens: Tokens[first:last]
	piece       int32 // index into frame.pieces; -1 for a token
	paragraph   int32
	mention     int32 // index into Entities.Mentions; -1 for none
	phrase      int32 // index into frame.phrases of the phrase that holds it; -1 for none
	clause      int32 // index into frame.clauses of the cue that starts here; -1 for none
	verb        class // noClass unless it is a form of a cue verb
	form        form
	function    function
	mark        mark
	tag         nlp.Tag
	// start is set when a sentence of the reporter's text starts here.
	start bool
	// sentence counts those starts.
	sentence int32
}

// piece is one part of a quote, in text order.
type piece struct {
	quote, part int32
	item        int32
	// ends is the punctuation that the words inside the marks end with.
	ends mark
	// phrases and clauses count those that start before the piece.
	phrases, clauses int32
}

// frame is the reporter's own text with every quoted piece folded into one
// item, so that the syntax around a quotation does not depend on its length.
type frame struct {
	d        *nlp.Document
	quotes   []quote.Quote
	entities *coref.Entities
	items    []item
	pieces   []piece
	phrases  []phrase
	clauses  []clause
	pieceOf  []int32 // quote → its first piece

	labels      map[string]int // people by last name and initials in capitals, made when asked for
	interviewed bool           // interviewee has been looked for
	interviewee int            // whose answers an interview holds; -1 for nobody clear
}

// newFrame folds the quotes of a document. Quotes that the marks alone show to
// be nobody's speech stay words of the reporter's.
func newFrame(d *nlp.Document, quotes []quote.Quote, entities *coref.Entities) *frame {
	f := &frame{d: d, quotes: quotes, entities: entities,
		items: make([]item, 0, len(d.Tokens)), pieceOf: make([]int32, len(quotes))}
	for q := range quotes {
		f.pieceOf[q] = int32(len(f.pieces))
		for part := range quotes[q].Parts {
			f.pieces = append(f.pieces, piece{quote: int32(q), part: int32(part), item: -1})
		}
	}
	f.fold()
	f.markTimes()
	f.markStarts()
	f.findPhrases()
	f.findClauses()
	f.countBefore()
	return f
}

// at returns the content of a piece.
func (f *frame) at(p *piece) span.Span { return f.quotes[p.quote].Parts[p.part] }

// of returns the pieces of a quote.
func (f *frame) of(q int) []piece {
	first := int(f.pieceOf[q])
	return f.pieces[first : first+len(f.quotes[q].Parts)]
}

// text returns the words of an item.
func (f *frame) text(i int) string {
	it := &f.items[i]
	return f.d.Text[f.d.Tokens[it.first].Start:f.d.Tokens[it.last-1].End]
}

// span returns where items i to j, exclusive, stand.
func (f *frame) span(i, j int) span.Span {
	return span.Span{Start: f.d.Tokens[f.items[i].first].Start, End: f.d.Tokens[f.items[j-1].last-1].End}
}

// fold makes the items. Pieces and mentions are in text order, so one walk
// over the tokens meets both.
func (f *frame) fold() {
	text := f.d.Text
	words := senses()
	nextPiece, nextMention := 0, 0
	paragraph := int32(0)
	var buffer [maxWord]byte
	for t := 0; t < len(f.d.Tokens); t++ {
		token := &f.d.Tokens[t]
		paragraph = int32(f.d.Sentences[token.Sentence].Paragraph)
		for nextPiece < len(f.pieces) && f.at(&f.pieces[nextPiece]).End <= token.Start {
			nextPiece++
		}
		if nextPiece < len(f.pieces) && f.at(&f.pieces[nextPiece]).Overlaps(token.Span) {
			p := &f.pieces[nextPiece]
			content := f.at(p)
			end := t + 1
			for end < len(f.d.Tokens) && f.d.Tokens[end].Start < content.End {
				end++
			}
			p.item = int32(len(f.items))
			p.ends = endOf(content.Of(text))
			f.items = append(f.items, item{first: int32(t), last: int32(end), piece: int32(nextPiece),
				paragraph: paragraph, mention: -1, phrase: -1, clause: -1, tag: nlp.TagNone})
			t = end - 1
			nextPiece++
			continue
		}
		word := token.Of(text)
		if isQuoteMark(word) {
			continue
		}
		it := item{first: int32(t), last: int32(t + 1), piece: -1, paragraph: paragraph, mention: -1, phrase: -1, clause: -1, tag: token.Tag}
		for nextMention < len(f.entities.Mentions) && f.entities.Mentions[nextMention].Last <= t {
			nextMention++
		}
		if nextMention < len(f.entities.Mentions) {
			if m := &f.entities.Mentions[nextMention]; m.First <= t && m.Type <= ner.Organisation {
				it.mention = int32(nextMention)
			}
		}
		if it.mark = markOf(word); it.mark == noMark {
			if low, ok := lower(&buffer, word); ok {
				s := words.find(low)
				if it.function = s.function; word == "US" || word == "IT" {
					it.function = noFunction // no pronoun
				}
				if s.isVerb && it.mention < 0 && f.isFollowedBy(t, s.verb.particle) {
					it.verb, it.form = s.verb.class, s.verb.form
				}
			}
		}
		if (it.tag == nlp.TagVBD || it.tag == nlp.TagVBN) && it.verb == noClass && isPersonWord(word) {
			it.tag = nlp.TagNN // the tagger takes spokesperson for a past tense
		}
		if (it.tag == nlp.TagVB || it.tag == nlp.TagVBP) && it.mention < 0 && it.verb == noClass && f.isNamedAt(t+1, nextMention) && isPersonWord(word) {
			it.tag = nlp.TagNN // and the coach in football coach Ada Smith for a present one
		}
		f.items = append(f.items, it)
	}
}

// isNamedAt reports whether mention n is a person's and starts at token t.
func (f *frame) isNamedAt(t, n int) bool {
	return n < len(f.entities.Mentions) && f.entities.Mentions[n].First == t && f.entities.Mentions[n].Type == ner.Person
}

// isPersonWord reports whether a word that no verb can be says what one person is:
// spokesperson; but not led, nor shot.
func isPersonWord(word string) bool {
	if strings.HasSuffix(word, "ed") {
		return false
	}
	_, ok := coref.PersonNoun(word)
	return ok
}

// markTimes makes dates of last week in Smith last week said, and of 2010 in
// Smith in 2010 said; but not of last week's vote, nor of the week in the week
// began.
func (f *frame) markTimes() {
	for i := 1; i < len(f.items); i++ {
		it, before := &f.items[i], &f.items[i-1]
		if it.tag == nlp.TagCD && it.piece < 0 && before.function == preposition && isYear(f.text(i)) {
			it.function = dateWord
			continue
		}
		if it.piece >= 0 || before.piece >= 0 || it.mention >= 0 || before.mention >= 0 || !isTimeNoun(f.text(i)) ||
			i+1 < len(f.items) && f.items[i+1].tag == nlp.TagPOS {
			continue
		}
		switch f.text(i - 1) {
		case "last", "this", "next", "Last", "This", "Next":
			it.function, before.function = dateWord, dateWord
		}
	}
}

// isTimeNoun reports whether a noun with last, this or next before it says when
// something happened.
func isTimeNoun(word string) bool {
	switch word {
	case "week", "month", "year", "night", "weekend", "morning", "afternoon", "evening", "spring", "summer", "autumn", "fall", "winter", "time":
		return true
	}
	return false
}

// isFollowedBy reports whether a word follows token t, which the empty word
// always does.
func (f *frame) isFollowedBy(t int, word string) bool {
	return word == "" || t+1 < len(f.d.Tokens) && f.d.Tokens[t+1].Of(f.d.Text) == word
}

// markStarts finds where the sentences of the reporter's text start: after a
// stop of the reporter's own, and at every new paragraph.
func (f *frame) markStarts() {
	for i := range f.items {
		it := &f.items[i]
		if i == 0 {
			it.start = true
			continue
		}
		it.sentence = f.items[i-1].sentence
		before := &f.items[i-1]
		ends := before.mark
		if before.piece >= 0 && f.pieces[before.piece].ends == stop {
			ends = stop // “…” Smith said: ? and ! may come before a cue, a stop seldom
		}
		it.start = it.paragraph != before.paragraph ||
			(ends == stop || ends == shout || ends == dots) && f.newSentence(i)
		if it.start {
			it.sentence++
		}
	}
}

// countBefore notes for every piece how many phrases and clauses come first.
func (f *frame) countBefore() {
	phrases, clauses := 0, 0
	for i := range f.pieces {
		p := &f.pieces[i]
		if p.item >= 0 {
			for phrases < len(f.phrases) && f.phrases[phrases].first < int(p.item) {
				phrases++
			}
			for clauses < len(f.clauses) && f.clauses[clauses].first < int(p.item) {
				clauses++
			}
		}
		p.phrases, p.clauses = int32(phrases), int32(clauses)
	}
}

// newSentence reports whether the tokenizer's sentences change before item i.
func (f *frame) newSentence(i int) bool {
	return f.d.Tokens[f.items[i].first].Sentence != f.d.Tokens[f.items[i-1].last-1].Sentence
}

// sentence returns the items of the sentence that holds item i.
func (f *frame) sentence(i int) (first, last int) {
	for first = i; first > 0 && !f.items[first].start && i-first < maxReach; first-- {
	}
	for last = i + 1; last < len(f.items) && !f.items[last].start && last-i < maxReach; last++ {
	}
	return first, last
}

// maxReach is how many items a sentence is followed in one direction: longer
// ones are lists or no prose, and a bound keeps time linear.
const maxReach = 60

// isQuoteMark reports whether a token is a quotation mark and nothing else.
func isQuoteMark(word string) bool {
	switch word {
	case `"`, "'", "''", "``", "`", "“", "”", "‘", "’", "„", "‚", "«", "»", "‹", "›", "‟", "‛", "＂":
		return true
	}
	return false
}

// markOf returns the punctuation that a token is.
func markOf(word string) mark {
	switch word {
	case ".", "。":
		return stop
	case "?", "!", "？", "！", "‽":
		return shout
	case ",", "，", "、":
		return comma
	case ":", "：":
		return colon
	case ";", "|", "•", "*", "/":
		return pause
	case "-", "–", "—", "--", "---", "―", "−", "‒", "‐", "‑":
		return dash
	case "…":
		return dots
	case "(", "[", "{":
		return opening
	case ")", "]", "}":
		return closing
	}
	if len(word) > 1 && strings.Trim(word, ".") == "" {
		return dots
	}
	return noMark
}

// endOf returns the punctuation that quoted words end with.
func endOf(content string) mark {
	for content != "" {
		r, size := utf8.DecodeLastRuneInString(content)
		word := content[len(content)-size:]
		switch {
		case r == ' ' || r == '\u00a0' || r == '\n' || r == '\t' || r == '\r' || isQuoteMark(word) || r == ')' || r == ']':
			content = content[:len(content)-size]
		case r == '.' && strings.HasSuffix(content, ".."), strings.HasSuffix(content, ". ."):
			return dots
		default:
			return markOf(word)
		}
	}
	return noMark
}
