package attrib

import (
	"github.com/whosaid/whosaid/pkg/coref"
	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
)

const (
	// sureName is how often a name or a role leads to the right entity.
	sureName = 1
	// sureThing is the same for "it", which takes an organisation before.
	sureThing = 0.6
	// thingReach is how many sentences before an "it" its organisation may
	// stand.
	thingReach = 3
)

// resolve returns the entity that a phrase stands for, -1 for none, and the
// probability that it is the right one.
func (f *frame) resolve(p *phrase) (entity int, sure float64) {
	if p.kind == noun {
		if entity, sure = f.byRole(p); entity < 0 {
			entity, sure = f.byKind(p, coref.Spoke{Entity: -1})
		}
		return entity, sure
	}
	return f.byName(p)
}

// resolveIn is resolve for the source of a quote, which tells more of a
// pronoun; last is the quote before that has a source, and speaker its entity.
func (f *frame) resolveIn(p *phrase, q int, last told, speaker int) stands {
	if p.kind == pronoun {
		switch p.pronoun {
		case thing, pluralPronoun:
			if answer := f.bodyIn(p, last, speaker); answer.entity >= 0 || answer.described >= 0 {
				return answer
			}
		default:
			return f.pronounIn(p, q, last, speaker)
		}
	}
	answer := stands{entity: -1, described: -1}
	if p.kind != noun {
		if answer.entity, answer.sure = f.byOffice(p); answer.entity < 0 {
			answer.entity, answer.sure = f.byName(p)
		}
		return answer
	}
	if _, answer.entity = f.calledName(p); answer.entity >= 0 {
		answer.sure = sureName
		return answer
	}
	if answer.entity, answer.sure = f.apposedName(p), sureName; answer.entity < 0 {
		answer.entity, answer.sure = f.byRole(p)
	}
	if answer.entity < 0 {
		answer.entity = f.apposedBody(p)
	}
	if answer.entity < 0 {
		spoke := coref.Spoke{Entity: speaker}
		if last.phrase >= 0 {
			spoke.Token = int(f.items[f.phrases[last.phrase].first].first)
		}
		answer.entity, answer.sure = f.byKind(p, spoke)
	}
	if answer.entity >= 0 && answer.sure < sureName && f.entities.List[answer.entity].Type == ner.Person && f.mentionedIn(answer.entity, q) {
		answer.entity = -1 // people seldom name themselves
	}
	return answer
}

// bodyIn returns whom an "it" or a "they" beside a quote stands for when that
// is who spoke last: an organisation, the report, the researchers.
func (f *frame) bodyIn(p *phrase, last told, speaker int) stands {
	answer := stands{entity: -1, described: -1, sure: sureThing}
	if i := p.first; i > 0 && !f.items[i].start && f.items[i-1].piece < 0 && f.items[i-1].mark == noMark {
		return answer // what it called: an organisation of the sentence is meant
	}
	said, described := f.speaksBefore(p, last, speaker, pronounDepth)
	switch {
	case p.pronoun == thing && said >= 0 && f.entities.List[said].Type == ner.Organisation:
		answer.entity = said
	case described >= 0 && f.canBe(p, &f.phrases[described]):
		answer.described = described
	case p.pronoun == thing && speaker >= 0 && f.entities.List[speaker].Type == ner.Organisation:
		answer.entity = speaker
	case p.pronoun == thing:
		if answer.entity = f.bodyBefore(p); answer.entity < 0 {
			answer.described = f.documentBefore(p)
		}
		if answer.entity < 0 && answer.described < 0 {
			answer.described = f.goesOn(p, last)
		}
	}
	return answer
}

// bodyBefore returns the organisation that is the subject of the sentence before an
// "it", in a word that says what it is and with a verb of speech right behind it: the
// ministry in The ministry said so. “Come,” it said; -1 for none.
func (f *frame) bodyBefore(p *phrase) int {
	n := f.nounBefore(p)
	if n < 0 {
		return -1
	}
	if v := f.phrases[n].whole; v >= p.first || f.items[v].clause < 0 {
		return -1
	}
	entity, _ := f.resolve(&f.phrases[n])
	if entity >= 0 && f.entities.List[entity].Type != ner.Organisation {
		return -1
	}
	return entity
}

// goesOn returns the source of the quote before when an "it" shortly behind goes on
// in its words: Smith's office in “Come,” Smith's office said. “Now,” it added; -1 for
// none.
func (f *frame) goesOn(p *phrase, last told) int {
	if last.phrase < 0 || f.items[p.first].paragraph-f.items[f.phrases[last.phrase].first].paragraph > goesOnReach {
		return -1
	}
	if source := &f.phrases[last.phrase]; source.kind != noun || !f.canBe(p, source) {
		return -1
	}
	for n := last.phrase + 1; n < len(f.phrases) && f.phrases[n].first < p.first; n++ {
		between := &f.phrases[n]
		if f.isBodySubject(between) {
			return -1 // “Come,” the letter says. The Gazette has it. It added: “Now.”
		}
		if between.kind == noun && isDocument(f.head(between)) && f.isHead(between, 0) && f.head(between) != f.head(&f.phrases[last.phrase]) {
			return -1 // “Come,” the report says. The letter is in print. “Now,” it says.
		}
	}
	return last.phrase
}

// isBodySubject reports whether a phrase names an organisation and is a subject.
func (f *frame) isBodySubject(p *phrase) bool {
	return p.mention >= 0 && f.entities.Mentions[p.mention].Type == ner.Organisation && f.entities.Of[p.mention] >= 0 &&
		f.isHead(p, 0) && f.governsVerb(p, min(len(f.items), p.whole+maxReach))
}

// goesOnReach is how many paragraphs behind the quote before an "it" may go on in
// the words of its source.
const goesOnReach = 2

// documentBefore returns the document that is the subject of the sentence before an
// "it": the letter in The letter is short. “Come,” it says; -1 for none.
func (f *frame) documentBefore(p *phrase) int {
	if n := f.nounBefore(p); n >= 0 && isDocument(f.head(&f.phrases[n])) {
		return n
	}
	return -1
}

// nounBefore returns the noun phrase without a name that is the subject of the sentence
// before an "it", in the same paragraph or the one before; -1 for none.
func (f *frame) nounBefore(p *phrase) int {
	first, _ := f.sentence(p.first)
	if first < 1 || f.items[first].paragraph-f.items[first-1].paragraph > 1 || f.items[first-1].piece >= 0 {
		return -1
	}
	start, _ := f.sentence(first - 1)
	n := f.subjectIn(start, first)
	if n < 0 || f.phrases[n].kind != noun {
		return -1
	}
	return n
}

// isDocument reports whether a noun is one for what is read.
func isDocument(noun string) bool {
	switch noun {
	case "article", "book", "brief", "brochure", "complaint", "document", "draft", "editorial", "email", "e-mail", "filing", "inscription", "inquiry", "judgment", "leaflet",
		"letter", "manual", "memo", "note", "notice", "pamphlet", "paper", "petition", "preprint", "prospectus", "report", "review", "ruling", "sign", "statement", "study",
		"survey", "tablet", "text", "verdict", "website", "will":
		return true
	}
	return false
}

// byName is resolve for names and pronouns.
func (f *frame) byName(p *phrase) (entity int, sure float64) {
	switch {
	case p.mention >= 0:
		return f.entities.Of[p.mention], sureName
	case p.kind == pronoun && p.pronoun == thing:
		return f.organisationBefore(p), sureThing
	case p.kind == pronoun:
		candidates := f.entities.Pronoun(f.d, int(f.items[p.first].first))
		if len(candidates) == 0 {
			return -1, 0
		}
		return candidates[0].Entity, candidates[0].Score
	}
	return -1, 0
}

// byRole returns the entity that a noun phrase describes.
func (f *frame) byRole(p *phrase) (entity int, sure float64) {
	if e, ok := f.entities.ByRole(f.d, f.span(p.first, p.whole)); ok {
		return e, sureName
	}
	return -1, 0
}

// byKind returns the entity named shortly before for which a noun phrase is a
// more general word: the official, the party, the 34-year-old; last is who spoke the quote before.
func (f *frame) byKind(p *phrase, last coref.Spoke) (entity int, sure float64) {
	at := f.span(p.first, p.whole)
	c := f.entities.ByKind(f.d, at, last)
	if c.Entity < 0 {
		c = f.entities.ByAge(f.d, at, last)
	}
	return c.Entity, c.Score
}

// byOffice returns the person whose office is what looks like the acronym of an
// organisation: the CS said for Cabinet Secretary Ada Smith; but not the UN.
func (f *frame) byOffice(p *phrase) (entity int, sure float64) {
	if p.kind != organisation || p.last-p.first != 2 || f.items[p.first].tag != nlp.TagDT {
		return -1, 0
	}
	if body := f.entities.Of[p.mention]; body < 0 || f.entities.List[body].Name != f.text(p.first+1) {
		return -1, 0 // the letters stand for a name that the text has
	}
	c := f.entities.ByKind(f.d, f.span(p.first, p.last), coref.Spoke{Entity: -1})
	if c.Entity < 0 || f.entities.List[c.Entity].Type != ner.Person {
		return -1, 0
	}
	return c.Entity, c.Score
}

// organisationBefore returns the organisation that an "it" stands for: the one
// that was the last subject or, when none was, the one named last; -1 for none.
func (f *frame) organisationBefore(p *phrase) int {
	here := &f.items[p.first]
	named := -1
	for n := int(here.phrase) - 1; n >= 0; n-- {
		q := &f.phrases[n]
		if here.sentence-f.items[q.first].sentence > thingReach {
			break
		}
		if q.mention < 0 || f.entities.Mentions[q.mention].Type != ner.Organisation || f.entities.Of[q.mention] < 0 || f.isCreditedFirst(q) {
			continue
		}
		if f.isHead(q, 0) && f.governsVerb(q, min(len(f.items), q.whole+maxReach)) {
			return f.entities.Of[q.mention]
		}
		if named < 0 {
			named = f.entities.Of[q.mention]
		}
	}
	return named
}
