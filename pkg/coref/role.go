package coref

import (
	"strings"

	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/span"
)

const (
	// maxRoleTokens bounds a role: what is longer is a description.
	maxRoleTokens = 20
	// maxAsideTokens bounds an aside between a name and its apposition: an age
	// or a party in brackets.
	maxAsideTokens = 5
)

// roleFinder finds what the text says people and organisations are. It reads
// the tokens around a mention; the nouns that say what somebody is come from
// a list, because tags alone err on capitalised titles.
type roleFinder struct {
	d        *nlp.Document
	mentions []ner.Mention
	at       []int32 // token → mention that covers it, -1 for none
	buf      []byte
	headline struct { // the last answer of isHeadline
		sentence int32
		is       bool
	}
}

func newRoleFinder(d *nlp.Document, mentions []ner.Mention) *roleFinder {
	f := &roleFinder{d: d, mentions: mentions, at: make([]int32, len(d.Tokens))}
	f.headline.sentence = -1
	for i := range f.at {
		f.at[i] = -1
	}
	for i, m := range mentions {
		for t := max(m.First, 0); t < m.Last && t < len(f.at); t++ {
			f.at[t] = int32(i)
		}
	}
	return f
}

// phrase is a run of tokens [first, last) that names a role.
type phrase struct{ first, last int }

func (p phrase) isEmpty() bool { return p.last <= p.first }

// roles returns the roles that the text gives mention i, whose name without
// titles starts at byte core, in text order.
func (f *roleFinder) roles(i, core int) []Role {
	m := f.mentions[i]
	if m.First < 0 || m.Last > len(f.d.Tokens) || m.First >= m.Last {
		return nil
	}
	first := m.First
	for first+1 < m.Last && f.d.Tokens[first].Start < core {
		first++
	}
	var found [6]phrase
	list := found[:0]
	parted := false // a comma stands between the role and the name
	if p := f.titleAround(first, m); !p.isEmpty() {
		if f.isRankOnly(p) {
			// "the police spokesperson, | Brigadier Lunt"
			if before := f.appositionBefore(p.first, m); !before.isEmpty() {
				list = append(list, before)
			}
		}
		list = append(list, p)
	} else if p := f.appositionBefore(first, m); !p.isEmpty() {
		list = append(list, p)
		parted = true
	}
	if p := f.kindAfter(m); !p.isEmpty() {
		list = append(list, p)
	}
	if p := f.appositionAfter(m); !p.isEmpty() && !(parted && f.isNextRole(p)) {
		list = append(list, p)
	}
	if p := f.predicate(m); !p.isEmpty() {
		list = append(list, p)
	}
	if p := f.taken(m); !p.isEmpty() {
		list = append(list, p)
	}
	var roles []Role
	for _, p := range list {
		if p.last-p.first > maxRoleTokens || f.isWord(p.last-1, "counterpart") {
			continue // a counterpart is one only to the person spoken of before
		}
		if f.endsInHolder(p) {
			continue // Ann Lunt, Minister of Roads Obed Roy
		}
		s := span.Span{Start: f.d.Tokens[p.first].Start, End: f.d.Tokens[p.last-1].End}
		roles = append(roles, Role{Span: s, Mention: i})
	}
	return roles
}

func (f *roleFinder) word(t int) string { return f.d.Tokens[t].Of(f.d.Text) }

// tag returns the tag of token t; [nlp.TagNone] outside the text.
func (f *roleFinder) tag(t int) nlp.Tag {
	if t < 0 || t >= len(f.d.Tokens) {
		return nlp.TagNone
	}
	return f.d.Tokens[t].Tag
}

// isWord reports whether token t is the word.
func (f *roleFinder) isWord(t int, word string) bool {
	return t >= 0 && t < len(f.d.Tokens) && f.word(t) == word
}

// sameSentence reports whether both tokens exist and stand in one sentence.
func (f *roleFinder) sameSentence(a, b int) bool {
	return a >= 0 && b >= 0 && a < len(f.d.Tokens) && b < len(f.d.Tokens) && f.d.Tokens[a].Sentence == f.d.Tokens[b].Sentence
}

// folded returns the folded word of token t, valid until the next call.
func (f *roleFinder) folded(t int) string {
	f.buf = fold(f.buf[:0], f.word(t))
	return string(f.buf)
}

// isHead reports whether token t is a noun for what an entity of the type is.
func (f *roleFinder) isHead(t int, kind ner.Type) bool {
	if t < 0 || t >= len(f.d.Tokens) {
		return false
	}
	if kind == ner.Person {
		return isRoleNoun(f.folded(t))
	}
	return kind == ner.Organisation && bodies.has(f.folded(t))
}

// isBareTitle reports whether token t is a title that is no role: Mr, Dr, Sir.
func (f *roleFinder) isBareTitle(t int) bool {
	switch f.folded(t) {
	case "mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "lady", "madam", "madame", "mme", "st", "saint", "hon", "honourable",
		"honorable", "lord", "prof", "rev", "reverend", "shri", "smt", "datuk", "dato", "datin", "seri", "puan", "encik", "alhaji",
		"hajia", "otunba", "mallam", "maulana", "ustaz", "ustad", "msgr", "monsignor", "engr":
		return true
	}
	return false
}

// isModifier reports whether token t can stand within a role before its noun.
func (f *roleFinder) isModifier(t int) bool {
	tag := f.tag(t)
	if f.at[t] >= 0 {
		return true // a name: UK, Apple, Clinton's
	}
	if t+1 >= len(f.d.Tokens) {
		return false
	}
	word := f.word(t)
	if c := word[0]; 'A' <= c && c <= 'Z' {
		folded := f.folded(t)
		if isStyle(folded) {
			return false // "His | Highness Sheikh"
		}
		if isRoleNoun(folded) || modifiers.has(folded) || demonyms.has(folded) || bodies.has(folded) {
			return true
		}
		// A capital means a title's word in running text, and nothing in a
		// headline; at the start of a sentence the tag must say so.
		beside := f.sameSentence(t-1, t) || !f.isCapitalised(t+1) && f.isHead(t+1, ner.Person) // | Athletics coach
		return (tag.IsProper() || beside && (tag.IsNoun() || tag == nlp.TagJJ)) && !f.isHeadline(t) && !isDayOrMonth(folded)
	}
	if (tag == nlp.TagNN || tag == nlp.TagNNS) && f.isCapitalised(t+1) && (f.at[t+1] < 0 || f.isHead(t+1, ner.Person)) && !modifiers.has(f.folded(t)) && !f.isHead(t, ner.Person) {
		return false // "in his | reaction Minister of Tourism"
	}
	switch {
	case tag == nlp.TagNN || tag == nlp.TagNNS || tag == nlp.TagJJ || tag == nlp.TagJJS || tag == nlp.TagPOS || tag == nlp.TagCD:
		return true
	case tag == nlp.TagDash, word == "-":
		return t > 0 && t+1 < len(f.d.Tokens) && f.d.Tokens[t-1].End == f.d.Tokens[t].Start && f.d.Tokens[t].End == f.d.Tokens[t+1].Start
	case tag == nlp.TagRBS:
		return true
	case tag == nlp.TagJJR:
		return isOfAge(word)
	case word == "newly":
		return t+1 < len(f.d.Tokens) && isAppointed(f.word(t+1))
	case t > 0 && f.isWord(t-1, "newly"):
		return isAppointed(word)
	case tag == nlp.TagVBN || tag == nlp.TagVBG || tag == nlp.TagVBD || tag == nlp.TagRB:
		return modifiers.has(f.folded(t))
	}
	return false
}

// titleAround finds the title before a name that starts at token t, or before
// the titles that the mention begins with: "Deputy Mayor | Tan Sri Ann Lunt".
func (f *roleFinder) titleAround(t int, m ner.Mention) phrase {
	p := f.titleBefore(t, m.Type)
	if p.isEmpty() && t > m.First {
		p = f.titleBefore(m.First, m.Type)
	}
	return p
}

// titleBefore finds the title before a name that starts at token t: "Polish
// Prime Minister | Donald Tusk".
func (f *roleFinder) titleBefore(t int, kind ner.Type) phrase {
	head := t - 1
	for head >= 0 && t-head < maxRoleTokens && f.sameSentence(head, t) && f.isBareTitle(head) && kind == ner.Person {
		head--
	}
	head = f.beforeBracket(head)
	if head >= 0 && f.isWord(head, ".") && head > 0 && f.d.Tokens[head].Start == f.d.Tokens[head-1].End {
		head-- // a full stop that was split off an abbreviation
	}
	if !f.sameSentence(head, t) || f.tag(head) == nlp.TagPOS {
		return phrase{}
	}
	last := head + 1
	if m := f.at[head]; !f.isHead(head, kind) || m >= 0 && m != f.at[t] && (kind == ner.Organisation || f.mentions[m].Type == ner.Person) {
		// "Minister of Foreign Affairs | Sameh Shoukry": step back over the
		// phrase.
		head = f.headBeforePhrase(last, kind)
		if kind != ner.Person || head < 0 {
			return phrase{}
		}
		if !f.isCapitalised(head) && !f.isHead(last-1, kind) && !isOffice(f.folded(last-1)) && !f.isOfOne(head, last) {
			return phrase{}
		}
	} else if p := f.leftEdge(head); p > 0 && (isRank(f.folded(head)) || isSubject(f.folded(head))) && f.isAfterLink(p) {
		// "Minister of Defence Sheikh | Talal": the rank belongs to the name,
		// but "Secretary for Justice | Lam" ends in what he is secretary for.
		if before := f.headBeforePhrase(p, kind); before >= 0 && f.isCapitalised(before) {
			if isRank(f.folded(head)) {
				for last = head; last-1 > before+1 && isRank(f.folded(last-1)); last-- {
				}
			}
			head = before
		}
	}
	if head > 0 && last == head+1 && isRank(f.folded(head)) && f.sameSentence(head-1, head) && f.isHead(head-1, kind) && f.at[head-1] < 0 &&
		!isDoubleRank(f.folded(head-1), f.folded(head)) {
		head, last = head-1, last-1 // "candidate Sen. | Tim Lunt"
	}
	first := f.leftEdge(head)
	if f.isBareRelation(first, last) {
		return phrase{} // "his son": whose?
	}
	return phrase{first, last}
}

// isBareRelation reports whether a role is a relation to somebody whom it does not
// name: son, younger brother, late wife.
func (f *roleFinder) isBareRelation(first, last int) bool {
	if last-first == 2 && (isOfAge(f.word(first)) || f.isWord(first, "late")) {
		first++
	}
	return last-first == 1 && isRelation(f.folded(first))
}

// isOfAge reports whether a word tells brothers and sisters apart.
func isOfAge(word string) bool {
	switch word {
	case "younger", "older", "elder", "eldest", "youngest", "little", "big":
		return true
	}
	return false
}

// isCapitalised reports whether token t starts with a capital letter.
func (f *roleFinder) isCapitalised(t int) bool { return startsTitle(f.d.Text, f.d.Tokens[t].Span) }

// isLink reports whether token t is a preposition that ties a role to what it
// is a role in.
func (f *roleFinder) isLink(t int) bool {
	switch f.word(t) {
	case "of", "for", "at", "in", "with", "from", "on", "to":
		return true
	}
	return false
}

// isInsidePhrase reports whether token t can stand within "of the City of
// London".
func (f *roleFinder) isInsidePhrase(t int) bool {
	if f.at[t] >= 0 {
		return true
	}
	switch tag := f.tag(t); tag {
	case nlp.TagNN, nlp.TagNNS, nlp.TagNNP, nlp.TagNNPS, nlp.TagJJ, nlp.TagJJS, nlp.TagDT, nlp.TagPOS, nlp.TagCD, nlp.TagPRPDollar, nlp.TagDash:
		return true
	case nlp.TagVBG: // the governing party, the trust's steering committee
		return (f.tag(t+1).IsNoun() || f.sameSentence(t, t+1) && f.at[t+1] >= 0) &&
			(f.tag(t-1) == nlp.TagDT || f.tag(t-1) == nlp.TagPOS || f.tag(t-1) == nlp.TagJJ || modifiers.has(f.folded(t)))
	}
	return f.word(t) == "-" || f.word(t) == "&"
}

// endsInHolder reports whether a role ends with the name of who has it: Minister
// of Roads Obed Roy; but not: an aide to Obed Roy, nor: son of Mayor Obed Roy.
func (f *roleFinder) endsInHolder(p phrase) bool {
	m := f.at[p.last-1]
	if m < 0 || f.mentions[m].Type != ner.Person {
		return false
	}
	t := f.mentions[m].First - 1
	for ; t >= p.first && f.tag(t).IsNoun(); t-- {
		if isRoleNoun(f.folded(t)) {
			return false
		}
	}
	return p.first <= t && t < f.mentions[m].First-1 && f.tag(t) == nlp.TagIN
}

// findRoles gives the entities the roles that the text gives their mentions.
// A role that is said twice in the same words is given once.
func (r *resolver) findRoles(e *Entities) {
	f := newRoleFinder(r.d, e.Mentions)
	for i := range e.List {
		entity := &e.List[i]
		if entity.Type == ner.Place {
			continue
		}
		for _, m := range entity.Mentions {
			for _, role := range f.roles(m, r.names[m].core.Start) {
				if len(entity.Roles) < maxRoles && !hasRole(r.d.Text, entity.Roles, role) {
					entity.Roles = append(entity.Roles, role)
				}
			}
		}
		if entity.Type == ner.Person {
			entity.Roles = dropSaid(r.d.Text, entity.Roles, isRoleNoun)
			e.female[i] += evidence(genderOfRoles(r.d.Text, entity.Roles), titleEvidence)
			entity.Gender = evidentGender(e.female[i])
		}
	}
}

// maxRoles bounds the roles of one entity; articles give a few.
const maxRoles = 12

// hasRole reports whether a role is in the list in the same words.
func hasRole(text string, roles []Role, role Role) bool {
	for _, other := range roles {
		if strings.EqualFold(other.Of(text), role.Of(text)) {
			return true
		}
	}
	return false
}
