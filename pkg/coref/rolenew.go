package coref

import (
	"cmp"
	"slices"
	"strings"

	"github.com/whosaid/whosaid/pkg/nlp"
)

// described returns whom a phrase describes anew: the driver for Ann Lunt, who
// spoke last when nobody else was named since she was; but not the president
// for an official, nor the Executive.
func (e *Entities) described(d *nlp.Document, want *wantedKind, token int, all []near) Candidate {
	nobody := Candidate{Entity: -1}
	pick := -1
	for i := range all {
		if n := &all[i]; n.spoke >= 0 && (pick < 0 || n.spoke > all[pick].spoke) {
			pick = i
		}
	}
	if pick < 0 && len(all) == 1 && all[0].subject && isSoleOffice(want.head) {
		pick = 0 // Ann Lunt has closed the bridge. “…,” the Prime Minister said
	}
	if n := foremost(d, all, token); pick < 0 && n >= 0 && all[n].subject && !asks(want.head) && !isSoleOffice(want.head) {
		pick = n // Ann Lunt won the race. “…,” the driver said
	}
	if pick < 0 || all[pick].fit == contradicts || !want.canDescribe() {
		return nobody
	}
	if p := &e.List[all[pick].entity]; isSoleOffice(want.head) && (len(p.Roles) > 0 || len(p.Mentions) < 2) {
		return nobody
	}
	if spoke := all[pick].spoke; 0 <= spoke && spoke < token && d.Tokens[spoke].Sentence == d.Tokens[token].Sentence {
		return nobody // Ann Lunt said so of a case in which the driver fled
	}
	since := e.lastNamedAt(all[pick].entity, token)
	for i := range all {
		if i != pick && all[i].named > since || i != pick && all[pick].spoke >= 0 && all[i].named > all[pick].spoke {
			return nobody
		}
	}
	if e.introduces(d, want, &all[pick], token) {
		return nobody
	}
	return Candidate{Entity: all[pick].entity, Score: sureDescribed}
}

// asks reports whether a noun is for somebody who speaks to those whom a text is
// about.
func asks(noun string) bool {
	switch noun {
	case "anchor", "caller", "clerk", "correspondent", "host", "interviewer", "journalist", "judge", "justice", "magistrate", "moderator", "presenter", "prosecutor",
		"referee", "reporter":
		return true
	}
	return false
}

// canDescribe reports whether a phrase may say something new of somebody who is
// named: not the new secretary, nor the aide, nor the Executive.
func (w *wantedKind) canDescribe() bool {
	if strings.HasPrefix(w.text, "new ") || isCapital(w.written) && !isCapitals(w.written) && !isSoleOffice(w.head) {
		return false
	}
	return !saysNoMore(w.head) || slices.ContainsFunc(w.words, isPlaceWord) // the Iraqi official
}

// lastNamedAt returns the token where an entity is named last outside quotation
// marks before a token, -1 for none.
func (e *Entities) lastNamedAt(entity, token int) int {
	mentions := e.List[entity].Mentions
	n, _ := slices.BinarySearchFunc(mentions, token, func(m, at int) int { return cmp.Compare(e.Mentions[m].First, at) })
	for i := n - 1; i >= 0 && n-i <= maxNear; i-- {
		if first := e.Mentions[mentions[i]].First; first >= 0 && !e.quoted[first] {
			return first
		}
	}
	return -1
}

// saysNoMore reports whether a noun tells what somebody is to others or in one
// event, which a text says beforehand, or is one for those who are not named.
func saysNoMore(noun string) bool {
	switch noun {
	case "adviser", "agent", "aide", "assassin", "bomber", "convict", "defendant", "detainee", "diplomat", "donor", "fugitive", "gunman",
		"inmate", "insider", "investigator", "member", "officer", "official", "operative", "plaintiff", "prisoner", "soldier",
		"spokesperson", "staffer", "survivor", "suspect", "victim":
		return true
	}
	return isRelation(noun) && noun != "leader"
}

// isSoleOffice reports whether few people at a time have an office, so that
// somebody whom the text gives another one does not have it.
func isSoleOffice(noun string) bool {
	switch noun {
	case "ambassador", "archbishop", "bishop", "captain", "cardinal", "chair", "chancellor", "chief", "coach", "commissioner", "director",
		"emir", "executive", "governor", "imam", "judge", "justice", "king", "leader", "mayor", "minister", "pastor", "pope", "president",
		"priest", "prince", "publisher", "queen", "rabbi", "reverend", "secretary", "senator", "sheriff", "speaker":
		return true
	}
	return false
}

// introduces reports whether somebody without a name was brought up before a
// phrase at a token whom it may mean: an official, one officer, the mayor's
// aide, officials, a senator for the lawmaker.
func (e *Entities) introduces(d *nlp.Document, want *wantedKind, n *near, token int) bool {
	if want.acronym != "" {
		return false
	}
	if !want.body && e.isNamedAfter(d, n.entity, token) {
		return true // the official told Ann Lunt
	}
	here := e.tellingParagraph(d, token)
	for t := token - 1; t >= 0 && token-t <= maxIntroduced; t-- {
		if e.quoted[t] {
			continue
		}
		word := d.Tokens[t].Of(d.Text)
		if !want.body && t > n.named+1 && isSpeechVerb(word) && saysSomebodyNew(d, t) {
			return true
		}
		if !d.Tokens[t].Tag.IsNoun() {
			continue
		}
		stem, plural := strings.CutSuffix(word, "s")
		switch {
		case strings.EqualFold(word, want.written):
			if e.mentionAt(t) < 0 && !e.inRole(want.head, d.Tokens[t].Start) && e.bringsUp(d, want, n, t) {
				return true
			}
		case plural && strings.EqualFold(stem, want.written):
			if t > n.named && e.mentionAt(t) < 0 {
				return true
			}
		case here-d.Sentences[d.Tokens[t].Sentence].Paragraph <= nearParagraphs:
			if e.bringsUpSpecial(d, want, t) {
				return true
			}
		}
	}
	return false
}

// bringsUp reports whether the noun of a phrase at a token before it speaks of
// somebody else than n: an official, the official who told Ann Lunt, the drug
// company.
func (e *Entities) bringsUp(d *nlp.Document, want *wantedKind, n *near, t int) bool {
	if want.body && n.fit == fitsWell && t < n.spoke {
		return false // a company left. Volta Motors said …, the company said
	}
	if isIntroduced(d, t) {
		return true
	}
	if want.body {
		return t > n.named && isDescribed(d, t)
	}
	return e.isNamedAfter(d, n.entity, t)
}

// bringsUpSpecial reports whether the noun at a token brings up somebody
// without a name for whom the noun of a phrase stands as well: a senator for
// the lawmaker.
func (e *Entities) bringsUpSpecial(d *nlp.Document, want *wantedKind, t int) bool {
	if first := determiner(d, t); d.Tokens[t].Tag != nlp.TagNN || first < 0 || !isNewAt(d, first) || e.mentionAt(t) >= 0 || e.mentionAt(t+1) >= 0 {
		return false
	}
	special := string(fold(nil, d.Tokens[t].Of(d.Text)))
	l := &bodyKinds
	if want.body {
		special = spelling(special)
	} else {
		var k roleKey
		k.setHead(special)
		special, l = k.head, &kinds
	}
	return isKindOf(l, want.head, special) && !e.inRole(special, d.Tokens[t].Start)
}

// isNamedAfter reports whether a person is named after a token in the same
// sentence, which a phrase for the person seldom is.
func (e *Entities) isNamedAfter(d *nlp.Document, entity, token int) bool {
	mentions := e.List[entity].Mentions
	n, _ := slices.BinarySearchFunc(mentions, token, func(m, at int) int { return cmp.Compare(e.Mentions[m].First, at) })
	if n == len(mentions) {
		return false
	}
	first := e.Mentions[mentions[n]].First
	if first >= len(d.Tokens) || d.Tokens[first].Sentence != d.Tokens[token].Sentence || e.quoted[first] {
		return false
	}
	for t := token; t < first && t-token <= maxSubjectTokens; t++ {
		if isFinite(d.Tokens[t].Tag) {
			return true
		}
	}
	return false // the former mayor | Ann Lunt
}

// saysSomebodyNew reports whether the subject of the verb of speech at a token
// is somebody without a name: a resident said, said a resident.
func saysSomebodyNew(d *nlp.Document, t int) bool {
	if t > 0 && (d.Tokens[t-1].Tag == nlp.TagNN || d.Tokens[t-1].Tag == nlp.TagNNS) {
		return d.Tokens[t-1].Tag == nlp.TagNNS || isIntroduced(d, t-1)
	}
	if first := d.Sentences[d.Tokens[t].Sentence].First; t > first && d.Tokens[t-1].Tag == nlp.TagComma && isIndefinite(d.Tokens[first].Of(d.Text)) {
		return true // One senator, who asked not to be named, | said
	}
	if t+1 >= len(d.Tokens) || !opensInversion(d, t) {
		return false
	}
	switch d.Tokens[t+1].Of(d.Text) {
	case "a", "an", "another", "one":
		return true
	}
	return false
}

// opensInversion reports whether the verb at a token can stand before its
// subject: after a quotation or a comma.
func opensInversion(d *nlp.Document, t int) bool {
	if t == 0 || d.Tokens[t-1].Sentence != d.Tokens[t].Sentence {
		return true
	}
	switch d.Tokens[t-1].Tag {
	case nlp.TagComma, nlp.TagCloseQuote, nlp.TagStop:
		return true
	}
	return d.Tokens[t-1].Of(d.Text) == "\""
}

// inRole reports whether a byte lies in a role with the noun that is somebody's.
func (e *Entities) inRole(noun string, at int) bool {
	for _, r := range e.rolesOf(noun, at) {
		for _, role := range e.List[r.entity].Roles {
			if role.Start <= at && at < role.End {
				return true
			}
		}
	}
	return false
}

// isIntroduced reports whether the noun phrase that ends with token t brings up
// somebody new: an official, the mayor's aide.
func isIntroduced(d *nlp.Document, t int) bool {
	first := determiner(d, t)
	if first < 0 {
		return false
	}
	switch d.Tokens[first].Tag {
	case nlp.TagPOS, nlp.TagPRPDollar, nlp.TagCD:
		return true
	}
	return isNewAt(d, first)
}

// isNewAt reports whether the determiner at a token opens a noun phrase for
// somebody new: an official, but not as an official.
func isNewAt(d *nlp.Document, first int) bool {
	return isIndefinite(d.Tokens[first].Of(d.Text)) && !isPredicateAt(d, first)
}

// determiner returns the token with which the noun phrase that ends with token t
// begins or, where it has a possessor, the end of that; -1 for neither.
func determiner(d *nlp.Document, t int) int {
	for first := t - 1; first >= d.Sentences[d.Tokens[t].Sentence].First && t-first <= maxModifiers; first-- {
		switch tag := d.Tokens[first].Tag; {
		case tag == nlp.TagPOS, tag == nlp.TagPRPDollar, tag == nlp.TagCD, tag == nlp.TagDT, isIndefinite(d.Tokens[first].Of(d.Text)):
			return first
		case tag.IsNoun(), tag == nlp.TagJJ, tag == nlp.TagJJR, tag == nlp.TagJJS, tag == nlp.TagVBN, tag == nlp.TagVBG, tag == nlp.TagDash:
		default:
			return -1
		}
	}
	return -1
}

// isDescribed reports whether a word before the noun at a token says which one
// is meant: the drug | company; but not as a local company.
func isDescribed(d *nlp.Document, t int) bool {
	described := false
	for first := t - 1; first >= d.Sentences[d.Tokens[t].Sentence].First && t-first <= maxModifiers; first-- {
		switch tag := d.Tokens[first].Tag; {
		case tag == nlp.TagDT:
			return described && !isPredicateAt(d, first)
		case tag.IsNoun(), tag == nlp.TagJJ:
			described = true
		default:
			return described
		}
	}
	return described
}

// isPredicateAt reports whether the noun phrase that starts at a token says what
// somebody is: as a company, is a lawyer.
func isPredicateAt(d *nlp.Document, first int) bool {
	if first == 0 {
		return false
	}
	switch d.Tokens[first-1].Of(d.Text) {
	case "as", "is", "was", "’s", "'s", "becoming", "became":
		return true
	}
	return false
}
