package attrib

import (
	"github.com/whosaid/whosaid/pkg/coref"
	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/span"
)

// kind is what a phrase is written as.
type kind uint8

const (
	name         kind = iota // Ada Smith: a person's name
	organisation             // the Treasury
	place                    // Moscow
	noun                     // a spokesman for the ministry
	pronoun                  // she
)

// word is what rule names call the kind.
func (k kind) word() string {
	return [...]string{"name", "organisation", "place", "noun", "pronoun"}[k]
}

// phrase is a noun phrase of the reporter's text: something that can speak, or
// cannot.
type phrase struct {
	first, last int // items
	// whole is where the phrase ends with the complement that belongs to it:
	// "a spokesman | for the ministry".
	whole   int
	kind    kind
	mention int // the mention that names it; -1 for none
	pronoun function
}

// findPhrases divides the reporter's words into noun phrases.
func (f *frame) findPhrases() {
	for i := 0; i < len(f.items); {
		last := f.phraseAt(i)
		if last == i {
			i++
			continue
		}
		p := phrase{first: i, last: last, whole: last, mention: -1, kind: noun}
		f.name(&p)
		for j := i; j < last; j++ {
			f.items[j].phrase = int32(len(f.phrases))
		}
		f.phrases = append(f.phrases, p)
		i = last
	}
	for i := range f.phrases {
		f.complete(i)
	}
}

// phraseAt returns the end of the noun phrase that starts at item i; i when
// none does.
func (f *frame) phraseAt(i int) int {
	it := &f.items[i]
	switch it.function {
	case singularMan, singularWoman, pluralPronoun, firstPerson, secondPerson, thing:
		if it.tag == nlp.TagPRP || it.tag != nlp.TagPRPDollar && it.function != thing && it.function != singularWoman {
			return i + 1
		}
	case crowd:
		if j := i + 1; j >= len(f.items) || !f.isNominal(j) {
			return i + 1
		}
	}
	if !f.canStart(i) {
		return i
	}
	end := i // after the last word that a phrase can end with
	for j := i; j < len(f.items) && j-i < maxPhrase; j++ {
		if j > i && f.opensSpeech(i, j) {
			f.items[j].tag = nlp.TagVBZ // whatever the tagger says
			if f.canEnd(j - 1) {
				end = j
			}
			break
		}
		if j > i && !f.canContinue(i, j) {
			break
		}
		if f.canEnd(j) {
			end = j + 1
		}
	}
	return end
}

// maxPhrase is how many items a noun phrase can have.
const maxPhrase = 14

func (f *frame) canStart(i int) bool {
	it := &f.items[i]
	if it.mention >= 0 {
		return true
	}
	if it.piece >= 0 || it.mark != noMark || f.isDate(i) || it.function == relative || it.function == that {
		return false
	}
	switch it.tag {
	case nlp.TagDT, nlp.TagPDT, nlp.TagPRPDollar, nlp.TagJJ, nlp.TagJJR, nlp.TagJJS, nlp.TagCD:
		return true
	case nlp.TagVBG, nlp.TagVBN:
		return it.verb == noClass && i+1 < len(f.items) && f.items[i+1].tag == nlp.TagNNS
	}
	return it.tag.IsNoun() && !f.isCueVerb(i)
}

// isDate reports whether item i is a date that stands by itself: "Smith
// yesterday said", but not "yesterday's vote".
func (f *frame) isDate(i int) bool {
	it := &f.items[i]
	if it.function != dateWord || it.mention >= 0 || !it.tag.IsNoun() && it.tag != nlp.TagJJ && it.tag != nlp.TagDT && it.tag != nlp.TagCD {
		return false
	}
	return i+1 == len(f.items) || f.items[i+1].tag != nlp.TagPOS
}

// isNominal reports whether item i can stand inside a noun phrase.
func (f *frame) isNominal(i int) bool {
	it := &f.items[i]
	return it.tag.IsNoun() || it.tag == nlp.TagJJ || it.tag == nlp.TagCD
}

func (f *frame) canContinue(first, i int) bool {
	it, before := &f.items[i], &f.items[i-1]
	if it.start {
		return false
	}
	if it.mention >= 0 {
		// Two names side by side are two phrases, unless the first one says
		// what the second is: "Clinton spokesman Brian Fallon", "Labour MP".
		return before.mention < 0 || before.mention == it.mention ||
			f.entities.Mentions[before.mention].Type != ner.Person
	}
	if it.piece >= 0 {
		// A quoted nickname or title inside the phrase.
		return before.mention < 0 && f.pieces[it.piece].ends == noMark && f.d.Tokens[it.last-1].End-f.d.Tokens[it.first].Start < maxWord &&
			before.tag.IsProper() && i+1 < len(f.items) && f.items[i+1].tag.IsProper()
	}
	if it.mark == dash {
		return f.isHyphen(i) // "the 212-page report"
	}
	if it.mark != noMark || f.isDate(i) || it.function == relative || it.function == that {
		return false
	}
	switch it.tag {
	case nlp.TagJJ, nlp.TagJJR, nlp.TagJJS, nlp.TagCD:
		return before.mention < 0 || f.entities.Mentions[before.mention].Type != ner.Person || before.tag == nlp.TagPOS
	case nlp.TagPOS:
		return true
	case nlp.TagVBG, nlp.TagVBN:
		return it.verb == noClass && (before.tag == nlp.TagDT || before.tag == nlp.TagJJ || before.tag == nlp.TagPOS)
	case nlp.TagRB:
		return before.tag == nlp.TagDT && it.function == noFunction
	case nlp.TagCC:
		return before.tag.IsProper() && it.function == noFunction || f.isInTitle(first, i)
	}
	if f.isCueVerb(i) {
		return false
	}
	return it.tag.IsNoun()
}

// isInTitle reports whether the "and" at item i joins words of a title before a
// name: said policy and mining analyst Ada Smith; but not: said residents and
// mining analyst Ada Smith, nor: said the police and mining analyst Ada Smith.
func (f *frame) isInTitle(first, i int) bool {
	if !f.isAnd(i) || f.items[first].tag == nlp.TagDT || f.items[i-1].mention >= 0 || f.items[i-1].tag == nlp.TagNNS {
		return false
	}
	if _, ok := coref.PersonNoun(f.text(i - 1)); ok {
		return false
	}
	for j := i + 1; j+1 < len(f.items) && j-first < maxPhrase && f.isNominal(j) && f.items[j].mention < 0 && !f.items[j].start; j++ {
		if m := f.items[j+1].mention; m >= 0 {
			_, ok := coref.PersonNoun(f.text(j))
			return ok && f.entities.Mentions[m].Type == ner.Person
		}
	}
	return false
}

// opensSpeech reports whether item i, a form of a cue verb that the tagger takes
// for a noun, is the verb of the phrase that starts at item first, for what is
// said comes next: the treaty states, “…”; the report highlights that …; or came
// before: “…,” the statement read. It must not take claims in “…,” the
// newspaper claims that were heard.
func (f *frame) opensSpeech(first, i int) bool {
	it := &f.items[i]
	if it.verb == noClass || it.form != present && it.form != past || i == first || f.items[first].tag != nlp.TagDT {
		return false
	}
	if i+1 >= len(f.items) || f.items[i+1].start || f.items[i+1].mark == stop {
		x := first - 1
		if x > 0 && f.items[x].mark == comma {
			x--
		}
		return x >= 0 && !f.items[first].start && f.items[x].piece >= 0
	}
	j := i + 1
	if f.items[j].mark == comma || f.items[j].mark == colon {
		j++
	}
	return j < len(f.items) && !f.items[j].start && f.items[j].piece >= 0
}

// isHyphen reports whether the dash at item i has no space around it.
func (f *frame) isHyphen(i int) bool {
	if i == 0 || i+1 >= len(f.items) {
		return false
	}
	at := f.span(i, i+1)
	return at.Len() == 1 && f.span(i-1, i).End == at.Start && f.span(i+1, i+2).Start == at.End
}

// isCueVerb reports whether item i is a cue verb in this place, whatever its
// tag says: taggers take "claims" and "notes" for nouns.
func (f *frame) isCueVerb(i int) bool {
	it := &f.items[i]
	if it.verb == noClass {
		return false
	}
	return it.tag.IsVerb() || it.form == past && (it.verb == say || it.verb == tell) || (it.form == present || it.form == base && it.verb == tell) && (f.isSays(i) || f.followsSpeaker(i))
}

// followsSpeaker reports whether a person's name or a pronoun stands before
// item i, or a noun for a person with what only a verb has behind it: "Smith
// claims", "she notes", "the judge refers to"; but not in "the judge claims were",
// nor "Volta claims", unless a quote stands before it.
func (f *frame) followsSpeaker(i int) bool {
	if i == 0 || f.items[i].start {
		return false
	}
	before := &f.items[i-1]
	if before.tag == nlp.TagNN && before.mention < 0 && i+1 < len(f.items) && !f.items[i+1].start {
		next := &f.items[i+1]
		if next.function == that || next.function == to || next.tag == nlp.TagDT || next.tag == nlp.TagPRP {
			_, ok := coref.PersonNoun(f.text(i - 1))
			return ok
		}
	}
	if before.mention >= 0 && before.tag != nlp.TagPOS {
		kind := f.entities.Mentions[before.mention].Type
		return kind == ner.Person || kind == ner.Organisation && f.followsQuote(i-1)
	}
	return before.function == singularMan || before.function == singularWoman
}

// followsQuote reports whether the name that ends at item i stands right behind a
// quote: “…,” Volta | reports.
func (f *frame) followsQuote(i int) bool {
	mention := f.items[i].mention
	for i > 0 && f.items[i].mention == mention && !f.items[i].start {
		i--
	}
	if i > 0 && f.items[i].tag == nlp.TagDT {
		i--
	}
	if i > 0 && f.items[i].mark == comma {
		i--
	}
	return f.items[i].piece >= 0
}

// isSays reports whether an item is a word that is never anything but a cue;
// in headlines taggers take them for names.
func (f *frame) isSays(i int) bool {
	switch f.text(i) {
	case "says", "Says", "SAYS", "tell", "tells", "Tells", "TELLS":
		return true
	}
	return false
}

// name says what kind of phrase it is, and which mention names it: the one
// that the phrase ends with, post-nominal letters aside (Ada Smith MP).
func (f *frame) name(p *phrase) {
	end := p.last - 1
	for end > p.first && f.items[end].mention < 0 && ner.IsPostNominal(f.text(end)) {
		end--
	}
	if m := f.items[end].mention; m < 0 || f.entities.Mentions[m].Type != ner.Person {
		end = p.last - 1 // the Melbourne MP
	}
	last := &f.items[end]
	if p.last-p.first == 1 {
		switch last.function {
		case singularMan, singularWoman, pluralPronoun, firstPerson, secondPerson, thing:
			p.kind, p.pronoun = pronoun, last.function
			return
		}
	}
	if last.mention < 0 {
		return
	}
	p.mention = int(last.mention)
	switch f.entities.Mentions[p.mention].Type {
	case ner.Person:
		p.kind = name
	case ner.Organisation:
		p.kind = organisation
	case ner.Place:
		p.kind = place
	}
}

// complete joins the complement of a noun: "a spokesman for the ministry". It
// is the phrase as a reader would repeat it.
func (f *frame) complete(i int) {
	p := &f.phrases[i]
	if p.kind == pronoun {
		return
	}
	for n := i + 1; n < len(f.phrases); n++ {
		next := &f.phrases[n]
		// The leaders of Japan and Ireland.
		another := n > i+1 && next.kind == place && f.phrases[n-1].kind == place && p.kind == noun && p.whole < len(f.items) && f.isAnd(p.whole)
		if next.first != p.whole+1 || !another && !f.joinsComplement(p.whole) || f.items[next.first].start || n-i > maxComplements ||
			next.kind == pronoun && (p.kind != noun || next.pronoun != pluralPronoun) {
			return
		}
		p.whole = next.last
		if f.isTitleOf(p, next) {
			p.kind, p.mention = name, next.mention
			return
		}
	}
}

// isTitleOf reports whether the complement of a noun ends its title and names
// who has it: a member of parliament Ada Smith; but not: a friend of the mayor
// Ada Smith, nor: a member of Ada Smith's staff.
func (f *frame) isTitleOf(p, complement *phrase) bool {
	if p.kind != noun || complement.kind != name || f.items[complement.first].mention >= 0 || !f.items[complement.first].tag.IsNoun() {
		return false
	}
	if _, ok := coref.PersonNoun(f.head(p)); !ok {
		return false
	}
	for i := complement.first; i < complement.last && f.items[i].mention < 0; i++ {
		if one, several, _ := f.isPerson(&phrase{first: i, last: i + 1}); one || several {
			return false
		}
	}
	return true
}

// joinsComplement reports whether item i may tie a noun to its complement.
func (f *frame) joinsComplement(i int) bool {
	return i < len(f.items) && (f.items[i].function == ofFor || f.items[i].function == by)
}

// maxComplements is how many complements one noun keeps: "the head of the
// department of physics at the university".
const maxComplements = 3

// source returns where the phrase stands, as an attribution shows it: the name
// alone for those who are named, the noun with its complement for the others.
func (f *frame) source(p *phrase) span.Span {
	switch {
	case p.mention >= 0:
		return f.entities.Mentions[p.mention].Span
	case p.kind == noun:
		return f.span(p.first, p.whole)
	}
	return f.span(p.first, p.last)
}
