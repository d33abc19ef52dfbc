package attrib

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/whosaid/whosaid/pkg/coref"
	"github.com/whosaid/whosaid/pkg/nlp"
)

//go:embed people.txt
var peopleList string

// people maps nouns for people that are no offices to f or m for a gender, s
// for several, - for neither.
var people = sync.OnceValue(func() map[string]byte {
	nouns := make(map[string]byte)
	for line := range strings.Lines(peopleList) {
		if noun, what, ok := strings.Cut(strings.TrimSpace(line), " "); ok && line[0] != '#' {
			nouns[noun] = what[0]
		}
	}
	return nouns
})

// canBe reports whether a pronoun may stand for somebody whom a noun phrase
// describes: she for a witness, they for the researchers, it for the report;
// but not it for a witness, nor she for a report or a spokesman.
func (f *frame) canBe(p, described *phrase) bool {
	one, several, gender := f.isPerson(described)
	switch p.pronoun {
	case singularMan:
		return one && gender != coref.Female
	case singularWoman:
		return one && gender != coref.Male
	case pluralPronoun:
		return several
	case thing:
		return !one && f.items[described.last-1].tag != nlp.TagNNS
	}
	return false
}

// isPerson tells whether a noun phrase describes one person or several, and
// the gender of the one.
func (f *frame) isPerson(p *phrase) (one, several bool, gender coref.Gender) {
	last := &f.items[p.last-1]
	if last.function == crowd {
		switch f.head(p) {
		case "someone", "somebody":
			return true, false, coref.Unknown
		case "one", "another": // one of the men, but not one would have thought
			return f.isOneOfPeople(p), false, coref.Unknown
		}
		return false, true, coref.Unknown
	}
	head := f.head(p)
	switch people()[head] {
	case 'f':
		return true, false, coref.Female
	case 'm':
		return true, false, coref.Male
	case 's':
		return false, true, coref.Unknown
	case '-':
		return true, false, coref.Unknown
	}
	if gender, ok := coref.PersonNoun(head); ok {
		return true, false, gender
	}
	if last.tag == nlp.TagNNP { // a name that the recogniser missed: "deputy minister Seri Ti"
		for i := p.first; i < p.last-1; i++ {
			if gender, ok := coref.PersonNoun(f.text(i)); ok {
				return true, false, gender
			}
		}
	}
	return false, last.tag == nlp.TagNNS, coref.Unknown
}

// isOneOfPeople reports whether the complement of "one" names people: one of
// the miners, but not one of the mines.
func (f *frame) isOneOfPeople(p *phrase) bool {
	if p.whole <= p.last+1 {
		return false
	}
	n := f.items[p.last+1].phrase
	if n < 0 {
		return false
	}
	return arePeople(f.head(&f.phrases[n]))
}

// isDumb reports whether a phrase is of things that do not speak, to which no
// quotation that stands by itself belongs: the stolen goods, the plan; but not the
// report, the union, residents.
func (f *frame) isDumb(p *phrase) bool {
	if p.kind != noun || f.items[p.last-1].function == crowd {
		return false
	}
	head := strings.ToLower(f.head(p))
	if one, _, _ := f.isPerson(p); one || arePeople(head) || people()[head] != 0 || speechNouns()[head] || coref.BodyNoun(head) {
		return false
	}
	singular, plural := strings.CutSuffix(head, "s")
	return !plural || !speechNouns()[singular] && !coref.BodyNoun(singular)
}

// arePeople reports whether a noun means several people.
func arePeople(noun string) bool {
	switch noun {
	case "men", "women", "people", "children":
		return true
	}
	if one, plural := strings.CutSuffix(noun, "men"); plural {
		_, ok := coref.PersonNoun(one + "man") // fishermen
		return ok || people()[one+"man"] != 0
	}
	one, plural := strings.CutSuffix(noun, "s")
	_, ok := coref.PersonNoun(one)
	return plural && (ok || people()[one] != 0)
}

// isSpokenByOne reports whether a piece holds the word I, which a person says of
// themselves; but not as in World War I.
func (f *frame) isSpokenByOne(piece int) bool {
	it := &f.items[f.pieces[piece].item]
	for t := it.first; t < it.last; t++ {
		if f.d.Tokens[t].Of(f.d.Text) == "I" && (t == it.first || !f.d.Tokens[t-1].Tag.IsProper()) {
			return true
		}
	}
	return false
}

// announces reports whether the sentence of a candidate leads up to its quote, by
// its verb or by a colon: The note was short. It went on: “I am sorry.”
func (f *frame) announces(c *candidate) bool {
	x := int(f.pieces[c.anchor].item)
	if x > 0 && f.items[x-1].mark == colon {
		return true
	}
	return c.clause >= 0 && f.items[f.clauses[c.clause].first].sentence == f.items[x].sentence
}

// isDummy reports whether an "it" stands for what its sentence says later: it is right
// to say so, it was clear that; but not: it is ready to go, nor it was late.
func (f *frame) isDummy(p *phrase) bool {
	i := p.last
	if i >= len(f.items) || f.items[i].function != beForm {
		return false
	}
	for i++; i < len(f.items) && i-p.last < maxReach && (f.items[i].tag == nlp.TagRB || f.items[i].tag == nlp.TagRBS || f.items[i].tag == nlp.TagRBR); i++ {
	}
	if i+1 >= len(f.items) || f.items[i].start || f.items[i+1].start {
		return false
	}
	switch strings.ToLower(f.text(i)) {
	case "clear", "difficult", "easy", "essential", "good", "hard", "important", "impossible", "imperative", "likely", "necessary", "obvious", "possible", "relevant", "right",
		"time", "true", "unclear", "unlikely", "useful", "vital", "wise", "worth", "wrong":
		return f.items[i+1].function == to || f.items[i+1].tag == nlp.TagTO || f.items[i+1].function == that || f.items[i+1].tag == nlp.TagVBG
	}
	return false
}
