package coref

import (
	"cmp"
	"slices"
	"strings"

	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
)

// maxRivals bounds how many entities that share a word are compared with a
// name: with more of them in one article the earliest win, and time stays
// linear.
const maxRivals = 16

// form is one way of naming something: all mentions of one type whose folded
// words, generation and title's gender are the same.
type form struct {
	kind   ner.Type
	name   name    // of its first mention
	words  []int32 // name.words, acronyms at the start spelled out
	gender Gender
	first  int     // its first mention
	count  int     // its mentions
	groups []int32 // the groups that it can name; one unless ambiguous
	sameAs int32   // the form that the text introduces it as an acronym or another name of; -1 for none
	// byname is set when it is what somebody with a full name is known as.
	byname bool
}

// group is an entity in the making.
type group struct {
	kind       ner.Type
	words      []int32 // of its fullest form
	gender     Gender  // by titles, at last by all evidence
	firstName  Gender  // what the first name tells
	lone       bool    // the one name that the person has may be a family name
	female     float64 // evidence, see settleGenders
	generation byte
	family     bool
	// first is the earliest mention that can only name this group.
	first int
	// last and count tell, during assignment, the latest mention so far and
	// how many there were.
	last, count int
	// spoke is its latest mention so far beside a verb of speech; -1 for none.
	spoke int
	total int // mentions of the forms that name it for sure
}

// resolver carries the state of one [Resolve].
type resolver struct {
	d        *nlp.Document
	mentions []ner.Mention
	vocabulary
	names   []name  // one a mention
	formOf  []int32 // mention → form; -1 for none
	forms   []form
	groups  []group
	of      []int32 // mention → group
	byWord  [][]int32
	bySound map[string][]int32 // see sound
	// byInitials finds organisations by their acronyms.
	byInitials map[string][]int32
	key        []byte
}

func newResolver(d *nlp.Document, mentions []ner.Mention) *resolver {
	return &resolver{
		d:          d,
		mentions:   slices.Clone(mentions),
		vocabulary: vocabulary{index: make(map[string]int32, len(mentions))},
	}
}

// parse takes every mention apart.
func (r *resolver) parse() {
	r.names = make([]name, len(r.mentions))
	arena := make([]int32, 0, 2*len(r.mentions))
	for i, m := range r.mentions {
		if isEntity(m.Type) {
			arena = r.parseMention(i, arena)
		}
	}
}

// parseMention takes mention i apart. Its words are appended to arena, which
// is returned.
func (r *resolver) parseMention(i int, arena []int32) []int32 {
	m, n := r.mentions[i], &r.names[i]
	*n, arena = r.parseName(r.d.Text, m, r.ownsArticle(m), arena)
	if m.Type == ner.Person {
		n.title = mergeGender(n.title, r.titleBefore(m))
		n.family = len(n.words) == 1 && r.isFamily(m, n)
	}
	return arena
}

// ownsArticle reports whether an article at the start of a mention is part of
// the name: it has a capital, and not for being the first word of a sentence.
func (r *resolver) ownsArticle(m ner.Mention) bool {
	if m.Type == ner.Person || m.First < 0 || m.First >= len(r.d.Tokens) || r.d.Text[m.Start] != 'T' {
		return false
	}
	return m.Type == ner.Place || m.First > r.d.Sentences[r.d.Tokens[m.First].Sentence].First
}

// isEntity reports whether mentions of the type are grouped into entities.
func isEntity(t ner.Type) bool {
	return t == ner.Person || t == ner.Place || t == ner.Organisation
}

// titleBefore tells the gender that the title before a mention gives: "Mrs. |
// Clinton".
func (r *resolver) titleBefore(m ner.Mention) Gender {
	if m.First <= 0 || m.First > len(r.d.Tokens) {
		return Unknown
	}
	before := r.d.Tokens[m.First-1]
	word := before.Of(r.d.Text)
	if word == "." && m.First > 1 { // a tokenizer may split "Mrs."
		word = r.d.Tokens[m.First-2].Of(r.d.Text)
	}
	if !startsTitle(r.d.Text, before.Span) {
		return Unknown
	}
	r.buf = fold(r.buf[:0], word)
	gender, _ := titleGender(string(r.buf))
	return gender
}

// isFamily reports whether a mention names a family: "the Clintons" where a
// Clinton is in the article.
func (r *resolver) isFamily(m ner.Mention, n *name) bool {
	if m.First <= 0 || m.First > len(r.d.Tokens) {
		return false
	}
	if !strings.EqualFold(r.d.Tokens[m.First-1].Of(r.d.Text), "the") {
		return false
	}
	word := r.text[n.words[0]]
	singular, ok := strings.CutSuffix(word, "s")
	if !ok {
		return false
	}
	if _, ok = r.index[singular]; ok {
		return true
	}
	singular, ok = strings.CutSuffix(singular, "e")
	_, known := r.index[singular]
	return ok && known
}

// collectForms puts the mentions of one form together.
func (r *resolver) collectForms() {
	r.formOf = make([]int32, len(r.mentions))
	forms := make(map[string]int32, len(r.mentions))
	for i, m := range r.mentions {
		r.formOf[i] = -1
		n := &r.names[i]
		if !isEntity(m.Type) || len(n.words) == 0 {
			continue
		}
		words := r.expand(m.Type, n)
		gender := Unknown
		if len(words) == 1 {
			gender = n.title
		}
		r.key = append(r.key[:0], byte(m.Type), n.generation, byte(gender))
		if n.family {
			r.key = append(r.key, 'f')
		}
		for _, w := range words {
			r.key = append(r.key, byte(w), byte(w>>8), byte(w>>16), byte(w>>24))
		}
		f, ok := forms[string(r.key)]
		if !ok {
			f = int32(len(r.forms))
			forms[string(r.key)] = f
			r.forms = append(r.forms, form{kind: m.Type, name: *n, words: words, gender: gender, first: i, sameAs: -1})
		}
		r.formOf[i] = f
		r.forms[f].count++
		r.forms[f].gender = mergeGender(r.forms[f].gender, n.title)
	}
}

// cluster puts forms that name the same thing into groups, the fullest forms
// first: a shorter one may name several of them.
func (r *resolver) cluster() {
	order := make([]int32, len(r.forms))
	for i := range order {
		order[i] = int32(i)
	}
	fullness := make([]int, len(r.forms))
	for i := range r.forms {
		fullness[i] = r.fullness(&r.forms[i])
	}
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(fullness[b], fullness[a]) })
	r.byWord = make([][]int32, len(r.text))
	r.bySound = make(map[string][]int32)
	r.byInitials = make(map[string][]int32)
	r.introductions()
	r.aliases()
	for _, f := range order {
		form := &r.forms[f]
		switch {
		case form.sameAs >= 0 && len(r.forms[form.sameAs].groups) == 1:
			form.groups = r.forms[form.sameAs].groups
		case form.kind == ner.Person:
			form.groups = r.matchPerson(form)
		case form.kind == ner.Place:
			form.groups = r.matchPlace(form)
		default:
			form.groups = r.matchOrganisation(form)
		}
		if len(form.groups) == 0 {
			form.groups = []int32{int32(len(r.groups))}
			r.groups = append(r.groups, group{
				kind: form.kind, words: form.words, generation: form.name.generation,
				family: form.name.family, first: form.first, last: -1, spoke: -1,
			})
		}
		if len(form.groups) == 1 {
			r.join(form, form.groups[0])
		}
	}
}

// fullness orders forms by their words and then by whether their title tells
// the gender.
func (r *resolver) fullness(f *form) int {
	n := 2 * r.fullnessOf(f.words)
	if f.gender != Unknown {
		n++
	}
	return n
}

// fullnessOf orders names: more whole words first, then more initials.
func (r *resolver) fullnessOf(words []int32) int {
	whole := 0
	for _, w := range words {
		if !r.isInitial(w) {
			whole++
		}
	}
	return whole*maxNameWords + len(words)
}

// join records that a form names one group for sure.
func (r *resolver) join(f *form, g int32) {
	group := &r.groups[g]
	group.total += f.count
	group.first = min(group.first, f.first)
	group.gender = mergeGender(group.gender, f.gender)
	if group.lone = f.kind == ner.Person && len(group.words) == 1; group.lone && !isFamilyFirst(r.text[f.words[0]]) {
		group.firstName = firstNameGender(r.text[f.words[0]])
	}
	if f.kind == ner.Person && group.firstName == Unknown && len(f.words) > 1 {
		group.firstName = r.firstNameGender(f)
	}
	for i, w := range f.words {
		r.byWord[w] = appendRival(r.byWord[w], g)
		if f.kind == ner.Person && (i == 0 || i == len(f.words)-1) {
			if s := sound(r.text[w]); s != "" {
				r.bySound[s] = appendRival(r.bySound[s], g)
			}
		}
	}
	switch f.kind {
	case ner.Organisation:
		r.addInitials(f, g)
	case ner.Place:
		r.addInitialsOf(f.words, g)
	}
}

// appendRival adds a group to those that share a word, once.
func appendRival(rivals []int32, g int32) []int32 {
	if len(rivals) >= maxRivals || slices.Contains(rivals, g) {
		return rivals
	}
	return append(rivals, g)
}

// assign gives every mention its group, in document order; a form that can
// name several groups names the likeliest one at its place.
func (r *resolver) assign() {
	r.of = make([]int32, len(r.mentions))
	titles := r.titles()
	for i := range r.mentions {
		r.of[i] = -1
		f := r.formOf[i]
		if f < 0 {
			continue
		}
		g := int32(-1)
		if groups := r.forms[f].groups; titles != nil && len(groups) > 1 {
			if g = r.byAge(titles, i, groups); g < 0 {
				g = r.holder(titles, i, groups)
			}
		}
		if g < 0 {
			g = r.choose(i, r.forms[f].groups, titles)
		}
		r.of[i] = g
		r.groups[g].last = i
		r.groups[g].count++
		if r.groups[g].kind == ner.Person && speaks(r.d, r.mentions[i]) {
			r.groups[g].spoke = i
		}
		if len(r.forms[f].groups) > 1 {
			r.groups[g].female += evidence(r.names[i].title, titleEvidence)
			r.groups[g].gender = evidentGender(r.groups[g].female)
		}
	}
}

// choose picks the group that mention i names: the one most in the article's
// mind, by how often and how lately it was named.
func (r *resolver) choose(i int, groups []int32, titles *titled) int32 {
	if len(groups) == 1 {
		return groups[0]
	}
	latest, spoke := -1, -1
	for _, g := range groups {
		if !contradict(r.names[i].title, r.groups[g].gender) {
			latest = max(latest, r.groups[g].last)
			spoke = max(spoke, r.groups[g].spoke)
		}
	}
	if spoke >= 0 && !speaks(r.d, r.mentions[i]) {
		spoke = -1
	}
	best, bestScore := groups[0], -1.0
	for _, g := range groups {
		score := r.prominence(i, &r.groups[g])
		if title := r.names[i].title; contradict(title, r.groups[g].gender) {
			score = 0
		} else {
			score += max(-settledGender, min(r.groups[g].female, settledGender)) * evidence(title, titleMatch)
			if latest >= 0 && r.groups[g].last == latest {
				score += latestNamed
			}
			if spoke >= 0 && r.groups[g].spoke == spoke {
				score += spokeLast
			}
			if titles != nil && titles.kin[g] != noKin {
				score *= kinShare
			}
		}
		if score > bestScore {
			best, bestScore = g, score
		}
	}
	return best
}

// Weights of prominence, in mentions.
const (
	// recentSentence is what a naming in the same sentence is worth; it fades
	// with the distance in sentences.
	recentSentence = 3.0
	// laterMention is what a mention after the place in question is worth:
	// headlines name people before the text introduces them.
	laterMention = 0.1
	// latestNamed is what it is worth to be the one named last.
	latestNamed = 1.0
	// spokeLast is what it is worth, beside a verb of speech, to be the one who
	// spoke last.
	spokeLast = 3.0
	// kinShare scales the score of somebody whom the text brought up as another's son
	// or wife: the family name alone is the other's as a rule.
	kinShare = 0.5
	// titleMatch is what a unit of evidence is worth that the person is of the
	// title's gender.
	titleMatch = 1.0
)

// prominence scores a group as the antecedent of mention i.
func (r *resolver) prominence(i int, g *group) float64 {
	score := float64(g.count) + laterMention*float64(g.total)
	if g.last >= 0 {
		distance := r.sentenceOf(i) - r.sentenceOf(g.last)
		score += recentSentence / float64(1+max(0, distance))
	}
	return score
}

// sentenceOf returns the sentence of a mention.
func (r *resolver) sentenceOf(i int) int {
	m := r.mentions[i]
	if m.First < 0 || m.First >= len(r.d.Tokens) {
		return 0
	}
	return int(r.d.Tokens[m.First].Sentence)
}
