package coref

import (
	"cmp"
	"slices"
	"sort"

	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/span"
)

const (
	// nearParagraphs is how many paragraphs before a phrase somebody may be
	// named last whom it means by a more general noun.
	nearParagraphs = 2
	// maxNear bounds the mentions, and the pronouns, that are looked at.
	maxNear = 48
	// maxIntroduced bounds how many tokens before a phrase are searched for
	// somebody without a name whom its noun brought up: a few paragraphs.
	maxIntroduced = 600
	// maxSubjectTokens bounds how far before a name the verb of its sentence is
	// searched for.
	maxSubjectTokens = 60
	// surePronoun is the probability from which a pronoun counts as a naming.
	surePronoun = 0.6
)

// How often the answers of [Entities.ByKind] are right, by what they rest on:
// counted by reading, of about 40 answers each.
const (
	// sureSpoke: the noun fits a role of the one who spoke last.
	sureSpoke = 0.95
	// sureNamed: it fits somebody who was only named.
	sureNamed = 0.9
	// sureLoose: the phrase has a word more, or the text does not say what the
	// organisation is.
	sureLoose = 0.8
	// sureDescribed: the text does not say it of the one who spoke last.
	sureDescribed = 0.85
)

// maxHelpers is how many adverbs and auxiliaries may stand between a name and
// its verb: has also said.
const maxHelpers = 3

// maxModifiers is how many words before a noun are looked at.
const maxModifiers = 16

// oftenNamed is from how many mentions an article is about an organisation, so
// that "the company" may be it when no other is near.
const oftenNamed = 3

// near is an entity in the reach of a phrase; where is a token, -1 for none.
type near struct {
	entity  int
	fit     fit
	named   int // last, outside quotation marks
	spoke   int // last beside a verb of speech
	subject bool
}

// Spoke is who spoke at a token; the entity is -1 for nobody known.
type Spoke struct {
	Entity, Token int
}

// ByKind returns whom a definite noun phrase stands for that says less than the
// text said before, or something else: the official for Minister Lunt, the party
// for the Harbour Front, the OC for the OC of the harbour station, the driver
// for Ann Lunt. It is somebody named in the same paragraph or the two before
// whom no word contradicts; of several, the one who spoke last, if nobody else
// was named since as a subject. Last is who spoke the quotation before. The
// entity is -1 when nobody fits, several do, or the noun brought up somebody
// without a name: a wrong name is worse than none.
func (e *Entities) ByKind(d *nlp.Document, phrase span.Span, last Spoke) Candidate {
	nobody := Candidate{Entity: -1}
	if phrase.Start < 0 || phrase.End > len(d.Text) || phrase.IsEmpty() || len(e.quoted) != len(d.Tokens) {
		return nobody
	}
	want, ok := makeWantedKind(phrase.Of(d.Text))
	if !ok {
		return nobody
	}
	token, found := slices.BinarySearchFunc(d.Tokens, phrase.Start, func(t nlp.Token, at int) int { return cmp.Compare(t.Start, at) })
	if !found || isSecond(d, token) || isRestricted(d, phrase.End) {
		return nobody
	}
	if want.acronym != "" {
		if entity := e.holder(d, want.acronym, token); entity >= 0 {
			return Candidate{Entity: entity, Score: sureSpoke}
		}
	}
	all := e.near(d, &want, token, last)
	return e.choose(d, &want, token, all)
}

// near returns the people, or the organisations, in the reach of a phrase at a
// token.
func (e *Entities) near(d *nlp.Document, want *wantedKind, token int, spoken Spoke) []near {
	here := e.tellingParagraph(d, token)
	inReach := func(t int) bool { return here-d.Sentences[d.Tokens[t].Sentence].Paragraph <= nearParagraphs }
	isOf := func(t ner.Type) bool { return t == ner.Person && !want.body || t == ner.Organisation && want.body }
	var all []near
	note := func(entity, at int, spoke, subject bool) {
		i := slices.IndexFunc(all, func(n near) bool { return n.entity == entity })
		if i < 0 {
			i = len(all)
			all = append(all, near{entity: entity, named: -1, spoke: -1})
		}
		n := &all[i]
		if at > n.named {
			n.named, n.subject = at, subject
		}
		if spoke && at > n.spoke {
			n.spoke = at
		}
	}
	last := sort.Search(len(e.Mentions), func(i int) bool { return e.Mentions[i].First >= token })
	for i := last - 1; i >= 0 && last-i <= maxNear; i-- {
		m := e.Mentions[i]
		if m.First < 0 || !inReach(m.First) {
			break
		}
		entity := e.Of[i]
		if entity < 0 || e.quoted[m.First] || !isOf(e.List[entity].Type) {
			continue
		}
		note(entity, m.First, speaksAt(d, m.First, m.Last), e.isSubjectAt(d, m.First))
	}
	if !want.body {
		last = sort.Search(len(e.pronouns), func(i int) bool { return e.pronouns[i].token >= token })
		for i := last - 1; i >= 0 && last-i <= maxNear && inReach(e.pronouns[i].token); i-- {
			if p := e.pronouns[i]; p.candidates[0].Score >= surePronoun {
				note(p.candidates[0].Entity, p.token, speaksAt(d, p.token, p.token+1), e.isSubjectAt(d, p.token))
			}
		}
	}
	if t := spoken.Token; spoken.Entity >= 0 && 0 <= t && t <= token && inReach(t) && isOf(e.List[spoken.Entity].Type) {
		note(spoken.Entity, t, true, true)
	}
	for i := range all {
		n := &all[i]
		if want.body {
			n.fit = e.fitBody(d.Text, want, n.entity)
		} else {
			n.fit = e.fitPerson(d.Text, want, n.entity)
		}
	}
	return all
}

// tellingParagraph returns the paragraph of a token or, where a quotation of
// several paragraphs ends before it in its sentence, the one in which that
// begins: what the reporter said before is as near as if it were short.
func (e *Entities) tellingParagraph(d *nlp.Document, token int) int {
	isWithin := func(t int) bool {
		return e.quoted[t] || d.Tokens[t].Tag == nlp.TagOpenQuote || d.Tokens[t].Tag == nlp.TagCloseQuote
	}
	t := token
	for t > 0 && !isWithin(t-1) && d.Tokens[t-1].Sentence == d.Tokens[token].Sentence && token-t < maxModifiers {
		t--
	}
	paragraph := func(t int) int { return d.Sentences[d.Tokens[t].Sentence].Paragraph }
	if t == 0 || paragraph(t-1) != paragraph(token) {
		return paragraph(token)
	}
	for t > 0 && isWithin(t-1) && token-t < maxIntroduced {
		t--
	}
	return paragraph(t)
}

// choose returns whom of those near a phrase means.
func (e *Entities) choose(d *nlp.Document, want *wantedKind, token int, all []near) Candidate {
	best := contradicts
	for i := range all {
		best = max(best, all[i].fit)
	}
	c := Candidate{Entity: -1}
	if best > unknownKind {
		c = e.last(d, want, token, all, best, false)
	}
	if c.Entity < 0 && best >= unknownKind && want.body {
		c = e.last(d, want, token, all, unknownKind, best > unknownKind)
	}
	if c.Entity < 0 && best == unknownKind && !want.body && want.acronym == "" {
		c = e.described(d, want, token, all)
	}
	return c
}

// isProminent reports whether somebody who did not speak is in the foreground
// enough for a phrase: the subject, the only one, or what the article is about.
func (e *Entities) isProminent(want *wantedKind, n *near, near int) bool {
	if n.subject {
		return true
	}
	wide := n.fit < fitsWell || want.head == "group" || want.head == "organisation"
	if want.body && wide && near > 1 {
		return false
	}
	return n.fit == fitsWell || len(e.List[n.entity].Mentions) >= oftenNamed
}

// last returns who of those that fit a phrase spoke last or, when nobody spoke
// and nobody must have, the only one.
func (e *Entities) last(d *nlp.Document, want *wantedKind, token int, all []near, least fit, mustSpeak bool) Candidate {
	nobody := Candidate{Entity: -1}
	spoke, named, fitting := -1, -1, 0
	for i := range all {
		n := &all[i]
		if n.fit < least {
			continue
		}
		fitting++
		if n.spoke >= 0 && (spoke < 0 || n.spoke > all[spoke].spoke) {
			spoke = i
		}
		if named < 0 || n.named > all[named].named {
			named = i
		}
	}
	sure, pick := sureSpoke, spoke
	switch {
	case spoke < 0 && fitting == 1:
		sure, pick = sureNamed, named
	case spoke < 0 || spoke != named && all[named].subject:
		return nobody
	case spoke != named:
		sure = sureNamed
	}
	n := &all[pick]
	if n.fit < fitsWell {
		sure = min(sure, sureLoose)
	}
	if n.spoke < 0 && (mustSpeak || !e.isProminent(want, n, len(all))) {
		return nobody
	}
	if n.fit < fitsWell && !want.body || n.spoke < 0 {
		for i := range all {
			if rival := &all[i]; rival.named > n.named && (rival.fit > contradicts || want.body) {
				return nobody
			}
		}
	}
	if e.introduces(d, want, n, token) {
		return nobody
	}
	return Candidate{Entity: n.entity, Score: sure}
}
