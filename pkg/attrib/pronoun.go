package attrib

import (
	"github.com/whosaid/whosaid/pkg/coref"
	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/span"
)

// What a quotation adds to what the discourse says of the pronoun beside it,
// as factors of the odds. Chosen on PolNeAR train, where the answers agree with
// the automatic names for 0.798 of the pronouns, and for 0.766 without any of
// this; half or twice of each is as good.
const (
	// toldSame is for whom the quote before in the same paragraph was given to,
	// toldNear for the same one paragraph up.
	toldSame, toldNear = 8, 4
	// speaksLast is for the subject of the last verb of speech within
	// speaksReach sentences.
	speaksLast  = 12
	speaksReach = 1
	// speaksUnnamed is what somebody without a name is worth who is the subject
	// of that verb (a spokesman said …. “…,” he said), beside all others;
	// speaksDefinite the same for the billionaire, who may well be named.
	speaksUnnamed, speaksDefinite = 6, 0.4
	// pronounDepth is how many pronouns are followed back to their noun.
	pronounDepth = 3
	// namedSubject is for the person who is the subject of the sentence right
	// before the quote: who said the quote before that counts no more.
	namedSubject = 4
	// namedInside is for somebody whom the quote itself names: people seldom
	// name themselves.
	namedInside = 0.05
	// surestPronoun scales the probability of a pronoun's resolution: of those
	// that seem certain, 0.93 are right on PolNeAR dev.
	surestPronoun = 0.95
)

// stands is whom a pronoun stands for.
type stands struct {
	entity    int // -1 for none
	described int // the phrase of somebody without a name, "a spokesman"; -1 for none
	sure      float64
}

// pronounIn returns whom the pronoun that is the source of quote q stands for.
func (f *frame) pronounIn(p *phrase, q int, last told, speaker int) stands {
	if last.phrase >= 0 && p == &f.phrases[last.phrase] && (speaker >= 0 || last.described >= 0) {
		return stands{entity: speaker, described: last.described, sure: last.sure} // “…,” he said. “…”
	}
	said, described := f.speaksBefore(p, last, speaker, pronounDepth)
	if n := f.newcomerBefore(p, q); n >= 0 {
		said, described, speaker = -1, n, -1
	}
	answer := stands{entity: -1, described: -1}
	total, top := 0.0, 0.0
	if described >= 0 && f.canBe(p, &f.phrases[described]) {
		top = speaksDefinite
		if f.isNew(&f.phrases[described]) {
			top = speaksUnnamed
		}
		answer.described, total = described, top
	}
	candidates := f.entities.Pronoun(f.d, int(f.items[p.first].first))
	factor := f.factors(p, q, last, speaker, said, candidates)
	for _, c := range candidates {
		score := c.Score * factor(c)
		total += score
		if score > top {
			answer.entity, answer.described, top = c.Entity, -1, score
		}
	}
	if top > 0 {
		answer.sure = top / total * surestPronoun
	}
	return answer
}

// factors returns what the quotation adds to the odds of each candidate.
func (f *frame) factors(p *phrase, q int, last told, speaker, said int, candidates []coref.Candidate) func(coref.Candidate) float64 {
	told := 1.0
	if last.phrase >= 0 {
		pieces := f.of(last.quote)
		switch f.items[p.first].paragraph - f.items[pieces[len(pieces)-1].item].paragraph {
		case 0:
			told = toldSame
		case 1:
			told = toldNear
		}
	}
	subject := f.subjectBefore(q)
	if said >= 0 && said != subject {
		subject = -1 // Lee ran and ran, Smith said. “He is fast,” he said
	}
	if subject >= 0 && subject != speaker || f.turnsTo(p, q, speaker, candidates) {
		told = 1
	}
	inSentence := f.subjectOfSentence(p)
	if inSentence >= 0 && inSentence != speaker {
		told, said = 1, -1
	}
	return func(c coref.Candidate) float64 {
		odds := 1.0
		if c.Entity == subject || c.Entity == inSentence {
			odds *= namedSubject
		}
		if c.Entity == speaker {
			odds *= told
		}
		if c.Entity == said {
			odds *= speaksLast
		}
		if f.mentionedIn(c.Entity, q) {
			odds *= namedInside
		}
		return odds
	}
}

// subjectOfSentence returns the person who is named as the subject of the
// sentence that a pronoun stands in, before any cue: Smith in Smith met the press,
// where he said; -1 for none.
func (f *frame) subjectOfSentence(p *phrase) int {
	first, _ := f.sentence(p.first)
	for i := first; i < p.first; i++ {
		if f.items[i].clause >= 0 || f.items[i].piece >= 0 {
			return -1 // who speaks there is asked; Smith is “late,” he said
		}
	}
	n := f.subjectIn(first, p.first)
	if n < 0 || f.phrases[n].kind != name {
		return -1
	}
	if i := f.phrases[n].first; i > first {
		switch f.items[i-1].function {
		case that, subordinator, relative: // in the event that Smith runs, he said
			return -1
		}
	}
	return f.entities.Of[f.phrases[n].mention]
}

// subjectBefore returns the person who is named as the subject of the sentence
// right before quote q, in the same paragraph or the one before; -1 for none.
func (f *frame) subjectBefore(q int) int {
	x := int(f.of(q)[0].item)
	if x < 1 || !f.items[x].start || f.items[x].paragraph-f.items[x-1].paragraph > 1 || f.items[x-1].piece >= 0 {
		return -1
	}
	first, _ := f.sentence(x - 1)
	if n := f.pointOfView(first, x); n >= 0 {
		return f.entities.Of[f.phrases[n].mention]
	}
	n := f.subjectIn(first, x)
	if n < 0 || f.phrases[n].kind != name {
		return -1
	}
	if i := f.phrases[n].first; i > first && f.items[i-1].function == subordinator {
		return -1 // While Smith slept, …
	}
	return f.entities.Of[f.phrases[n].mention]
}

// jointBefore returns the two names that are the subject of the sentence right
// before quote q: Ann Lee and Bob Roy in Ann Lee and Bob Roy asked for time.
// “It is late,” they wrote. It is empty for none.
func (f *frame) jointBefore(q int) span.Span {
	x := int(f.of(q)[0].item)
	if x < 1 || !f.items[x].start || f.items[x].paragraph-f.items[x-1].paragraph > 1 || f.items[x-1].piece >= 0 {
		return span.Span{}
	}
	first, _ := f.sentence(x - 1)
	n := f.items[first].phrase
	if n < 0 || !f.isNamed(&f.phrases[n]) {
		return span.Span{}
	}
	i := f.phrases[n].last
	if i+1 >= x || !f.isAnd(i) || f.items[i+1].phrase < 0 {
		return span.Span{}
	}
	second := &f.phrases[f.items[i+1].phrase]
	if !f.isNamed(second) || second.first != i+1 {
		return span.Span{}
	}
	return span.Span{Start: f.source(&f.phrases[n]).Start, End: f.span(second.last-1, second.last).End}
}

// pointOfView returns the name that a sentence begins with For, as in For Ann
// Lee, the bridge was a way home; -1 for none.
func (f *frame) pointOfView(first, x int) int {
	if first+1 >= x || f.text(first) != "For" || f.items[first+1].phrase < 0 {
		return -1
	}
	n := f.items[first+1].phrase
	if p := &f.phrases[n]; p.kind == name && p.last < x && f.items[p.last].mark == comma {
		return int(n)
	}
	return -1
}

// speaksBefore returns who is the subject of the last verb of speech before a
// pronoun: an entity, or the phrase that describes somebody without a name; -1
// for none. When that is the source of the quote before, it is known already;
// when it is a pronoun itself, it is asked in turn, depth times at most.
func (f *frame) speaksBefore(p *phrase, last told, speaker, depth int) (entity, described int) {
	sentence := f.items[p.first].sentence
	low, high := 0, len(f.clauses)
	for low < high {
		if middle := (low + high) / 2; f.clauses[middle].first < p.first {
			low = middle + 1
		} else {
			high = middle
		}
	}
	for n := low - 1; n >= 0 && low-n <= clausesAround && sentence-f.items[f.clauses[n].first].sentence <= speaksReach; n-- {
		c := &f.clauses[n]
		if c.subject < 0 || f.phrases[c.subject].first >= p.first {
			continue
		}
		if n > 0 && f.items[f.clauses[n-1].first].sentence == f.items[c.first].sentence && f.isAside(&f.clauses[n-1]) {
			continue // one editor, she says, thanked her: who says so speaks
		}
		if c.verb == ask && f.phrases[c.subject].kind == noun {
			return -1, -1 // a reporter asked Smith …. “No,” he said
		}
		if c.subject == last.phrase {
			return speaker, last.described
		}
		subject := &f.phrases[c.subject]
		if subject.kind == pronoun && !agree(subject.pronoun, p.pronoun) {
			continue // a villager said that they say it is late. “No,” he said
		}
		if subject.kind == pronoun && depth > 0 {
			if _, n := f.speaksBefore(subject, last, speaker, depth-1); n >= 0 && f.canBe(subject, &f.phrases[n]) {
				return -1, n
			}
		}
		if subject.kind == noun {
			return f.describedBy(c)
		}
		entity, _ = f.byName(subject)
		return entity, -1
	}
	return -1, -1
}

// agree reports whether two pronouns of the third person can mean the same.
func agree(a, b function) bool {
	third := func(p function) bool {
		return p == singularMan || p == singularWoman || p == pluralPronoun || p == thing
	}
	return a == b || !third(a) || !third(b)
}

// describedBy returns whom the noun phrase that is the subject of a cue means:
// the person whom it follows (Ann Lee, a lawyer for the board, said) or, when
// no role fits it, somebody whom the article does not name.
func (f *frame) describedBy(c *clause) (entity, described int) {
	p := &f.phrases[c.subject]
	if n := f.apposedName(p); n >= 0 {
		return n, -1
	}
	if aged := f.entities.ByAge(f.d, f.span(p.first, p.whole), coref.Spoke{Entity: -1}); aged.Entity >= 0 {
		return aged.Entity, -1
	}
	if c.link != adjacent && c.link != inverted && c.link != accordingTo && (c.link != apposed || !f.isNew(p)) || c.form == progressive {
		return -1, -1
	}
	if f.isNew(p) {
		return -1, c.subject
	}
	if entity, _ := f.byRole(p); entity >= 0 {
		return -1, -1
	}
	return -1, c.subject
}

// apposedName returns the person whose name a noun phrase follows: Ann Lee in
// Ann Lee, a lawyer for the board said in a letter; but not in According to Ann
// Lee, a lawyer said, nor in Ann Lee, a lawyer said, “is ready.” It is an index
// of an entity, -1 for none.
func (f *frame) apposedName(p *phrase) int {
	i := p.first
	if i < 2 || f.items[i].start || f.items[i-1].start || f.items[i-1].mark != comma || f.items[i-2].phrase < 0 {
		return -1
	}
	if v := p.whole; v < len(f.items) && f.items[v].clause >= 0 {
		if after := f.clauses[f.items[v].clause].last; after >= len(f.items) || f.items[after].mark == comma {
			return -1
		}
	}
	n := &f.phrases[f.items[i-2].phrase]
	if n.kind != name || n.last != i-1 {
		return -1
	}
	aside := p.whole < len(f.items) && f.items[p.whole].function == relative // of Ann Lee, the lawyer who wrote it
	if !aside && n.first > 0 && !f.items[n.first].start && f.items[n.first-1].clause < 0 {
		return -1
	}
	return f.entities.Of[n.mention]
}

// isNew reports whether a noun phrase brings up somebody whom the article has
// not spoken of: a spokesman, another witness, his mother; but not the mayor.
func (f *frame) isNew(p *phrase) bool {
	switch first := &f.items[p.first]; {
	case first.function == crowd, first.tag == nlp.TagPRPDollar, first.tag == nlp.TagCD:
		return true
	case first.tag == nlp.TagDT:
		switch f.text(p.first) {
		case "the", "The", "this", "This", "that", "That":
			return false
		}
		return true
	}
	for i := p.first; i < p.last; i++ {
		if f.items[i].tag == nlp.TagPOS {
			return people()[f.head(p)] != 0 // Rehman's neighbour, but not France's president
		}
	}
	return false
}
