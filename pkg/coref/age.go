package coref

import (
	"cmp"
	"slices"
	"strings"

	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/span"
)

// yearOld ends a noun phrase that tells somebody's age and no more.
const yearOld = "-year-old"

// maxAged is how many tokens before a name an age may stand: the 34-year-old
// former striker Ann Lunt.
const maxAged = 8

// sureAge is how often the answers of [Entities.ByAge] are right where the text
// tells the age; it tells no one else's.
const sureAge = 0.95

// ByAge returns whom a definite noun phrase stands for that tells an age and no
// more, as "the 34-year-old" does: the one person of that age or, when the text
// tells nobody's, the only one, or the only subject, of the last sentence before that
// names anybody, in the same paragraph or the two before; for "the boy" and the like the
// only person of such an age. The entity is -1 when nobody fits, or several do.
func (e *Entities) ByAge(d *nlp.Document, phrase span.Span, last Spoke) Candidate {
	nobody := Candidate{Entity: -1}
	if phrase.Start < 0 || phrase.End > len(d.Text) || len(e.quoted) != len(d.Tokens) {
		return nobody
	}
	age, ok := ageOf(phrase.Of(d.Text))
	young, isYoung := youthOf(phrase.Of(d.Text))
	if !ok && !isYoung {
		return nobody
	}
	token, found := slices.BinarySearchFunc(d.Tokens, phrase.Start, func(t nlp.Token, at int) int { return cmp.Compare(t.Start, at) })
	if !found {
		return nobody
	}
	if isYoung {
		return e.byYouth(d, phrase, young, token)
	}
	aged := -1
	for t := token - 1; t >= 0 && token-t <= maxIntroduced; t-- {
		if d.Tokens[t].Of(d.Text) != age {
			continue
		}
		entity, tells := e.agedAt(d, t)
		switch {
		case !tells:
		case entity < 0 || aged >= 0 && entity != aged:
			return nobody // somebody without a name, or two
		default:
			aged = entity
		}
	}
	if aged >= 0 {
		return Candidate{Entity: aged, Score: sureAge}
	}
	if last.Token == token {
		last.Entity = -1 // the phrase itself, of the quotation before
	}
	want := wantedKind{}
	all := e.near(d, &want, token, last)
	if n := foremost(d, all, token); n >= 0 {
		return Candidate{Entity: all[n].entity, Score: sureDescribed}
	}
	return e.described(d, &want, token, all)
}

// foremost returns who of those near a phrase at a token is the only one, or the
// only one in the last sentence that names anybody, or of those the only subject;
// -1 for nobody.
func foremost(d *nlp.Document, all []near, token int) int {
	sentence := int32(-1)
	for i := range all {
		if n := &all[i]; n.fit > contradicts && n.named >= 0 && d.Tokens[n.named].Sentence != d.Tokens[token].Sentence {
			sentence = max(sentence, d.Tokens[n.named].Sentence)
		}
	}
	only, subject, several, subjects := -1, -1, false, false
	for i := range all {
		n := &all[i]
		if n.fit == contradicts || n.named < 0 || d.Tokens[n.named].Sentence != sentence {
			continue
		}
		several = several || only >= 0
		only = i
		if n.subject {
			subjects = subjects || subject >= 0
			subject = i
		}
	}
	switch {
	case !several:
		return only
	case !subjects:
		return subject
	}
	return -1
}

// ageOf returns the number of "the 34-year-old".
func ageOf(phrase string) (age string, ok bool) {
	rest, ok := strings.CutPrefix(phrase, "the ")
	if !ok {
		if rest, ok = strings.CutPrefix(phrase, "The "); !ok {
			return "", false
		}
	}
	return strings.CutSuffix(rest, yearOld)
}

// agedAt returns whose age the number at a token tells, -1 for somebody without a
// name; false when it is no age: Ann Lunt, 34, Ann Lunt (34), 34-year-old Ann
// Lunt, a 34-year-old.
func (e *Entities) agedAt(d *nlp.Document, t int) (entity int, tells bool) {
	if t > 1 && t+1 < len(d.Tokens) {
		switch before, after := d.Tokens[t-1].Of(d.Text), d.Tokens[t+1].Of(d.Text); {
		case before == "," && (after == "," || after == "." || after == ";"), before == "(" && after == ")":
			if entity := e.personAt(t - 2); entity >= 0 {
				return entity, true
			}
		}
	}
	if !strings.HasPrefix(d.Text[d.Tokens[t].End:], yearOld) && !strings.HasSuffix(d.Tokens[t].Of(d.Text), yearOld) {
		return -1, false
	}
	for k := t + 1; k < min(t+maxAged, len(d.Tokens)) && d.Tokens[k].Sentence == d.Tokens[t].Sentence; k++ {
		if entity := e.personAt(k); entity >= 0 {
			return entity, true
		}
		if tag := d.Tokens[k].Tag; tag == nlp.TagComma || tag.IsVerb() {
			break
		}
	}
	if t > 0 {
		if before := d.Tokens[t-1].Of(d.Text); before == "the" || before == "The" {
			return -1, false // the same phrase before
		}
	}
	return -1, true
}
