package attrib

import (
	"strings"

	"github.com/whosaid/whosaid/pkg/coref"
	"github.com/whosaid/whosaid/pkg/nlp"
)

// invert takes the phrase behind the verb for its subject: "said Smith".
func (f *frame) invert(c *clause, end int) bool {
	if c.form == progressive || c.form == base {
		return false
	}
	for i := c.last; i < end; i++ {
		it := &f.items[i]
		if it.phrase >= 0 {
			p := &f.phrases[it.phrase]
			if p.kind == pronoun && (p.pronoun == thing || f.isObjectPronoun(p)) {
				return false
			}
			c.subject, c.link = f.named(int(it.phrase)), inverted
			f.joinAfter(c)
			return true
		}
		if it.function != adverb && it.function != dateWord && it.tag != nlp.TagRB {
			return false
		}
	}
	return false
}

// endsInSource reports whether the phrase behind the verb ends its clause, as
// in "the plan is dead, said Smith, a farmer".
func (f *frame) endsInSource(c *clause, end int) bool {
	if c.verb != say && c.verb != write || c.last >= end || f.items[c.last].phrase < 0 {
		return false
	}
	after := f.phrases[f.items[c.last].phrase].whole
	return after >= end || f.items[after].mark != noMark || f.items[after].function == relative
}

// endsInName is endsInSource for a person's name.
func (f *frame) endsInName(c *clause, end int) bool {
	return f.endsInSource(c, end) && f.phrases[f.items[c.last].phrase].kind == name
}

// isObjectPronoun reports whether the pronoun cannot be a subject: him, them.
func (f *frame) isObjectPronoun(p *phrase) bool {
	switch f.text(p.first) {
	case "him", "them", "me", "us", "her":
		return true
	}
	return false
}

// adjacentSubject takes the phrase right before the verb, or the noun that it
// is the complement of: "the senator from Ohio said".
func (f *frame) adjacentSubject(c *clause, p, begin int) {
	for steps := 0; steps < maxComplements && !f.holdsTwoNames(&f.phrases[p]); steps++ {
		first := f.phrases[p].first
		before := first - 1
		if before <= begin || f.items[first].start {
			break
		}
		function := f.items[before].function
		if n := f.items[before-1].phrase; f.isAnd(before) && n >= 0 && f.phrases[p].kind == place && f.phrases[n].kind == place && !f.isHead(&f.phrases[n], begin) {
			p = int(n) // the leaders of Japan and Ireland agreed
			continue
		}
		if function != ofFor && function != preposition && function != by && function != to {
			break
		}
		if f.items[before].tag == nlp.TagIN || function == to || function == by || f.items[before].tag == nlp.TagTO {
			if head := f.items[before-1].phrase; head >= 0 && !f.items[before].start {
				p = int(head)
				continue
			}
			if head := f.described(p, begin); head >= 0 {
				p = head
				continue
			}
			if aside := before - 1; aside > begin && f.items[aside].mark == comma && function == preposition && f.phrases[p].kind != name {
				if f.apposition(c, aside, begin); c.subject >= 0 {
					return // Ada Smith, a member for Ohio, on Twitter described
				}
			}
		}
		break
	}
	if f.phrases[p].kind == pronoun && f.isObjectPronoun(&f.phrases[p]) {
		return
	}
	c.subject, c.link = f.namedBefore(p, c.first), adjacent
	f.joinBefore(c)
}

// described returns the phrase that a relative clause describes which ends with
// phrase p, the complement of a verb in it: people in people who live in Ohio
// said; but not in people who live in Ohio, and Smith said. It is -1 for none.
func (f *frame) described(p, begin int) int {
	for i := f.phrases[p].first - 1; i > begin; i-- {
		it := &f.items[i]
		switch {
		case it.start, it.piece >= 0, it.mark != noMark && it.mark != dash:
			return -1
		case it.function == relative && it.phrase < 0:
			return int(f.items[i-1].phrase)
		}
	}
	return -1
}

// holdsTwoNames reports whether a person's name follows another name in the
// phrase: the first one then belongs to the title, as in "a professor at the
// University of Ohio Ada Smith said".
func (f *frame) holdsTwoNames(p *phrase) bool {
	first := &f.items[p.first]
	for i := p.first; i < p.last && first.mention < 0; i++ {
		first = &f.items[i]
	}
	if p.kind != name || first.mention < 0 || int(first.mention) == p.mention {
		return false
	}
	for i := p.first; i < p.last; i++ {
		if f.items[i].tag == nlp.TagPOS {
			return false
		}
	}
	return true
}

// apposition finds the subject before a description set off by commas, the
// last of which is item j: "Smith, who is 43 and lives in Ohio, said".
func (f *frame) apposition(c *clause, j, begin int) {
	if n := f.items[begin].phrase; n >= 0 && (f.phrases[n].kind == place || f.phrases[n].kind == organisation && isShouted(f.span(f.phrases[n].first, f.phrases[n].last).Of(f.d.Text))) {
		if first := f.skipDateline(begin); first > begin && first < j {
			begin = first // WASHINGTON – Smith, who is 43, said
		}
	}
	clauseStart := begin
	for i := j - 1; i > begin; i-- {
		if f.items[i].piece >= 0 && (i+1 >= len(f.items) || f.pieces[f.items[i].piece].ends != noMark) ||
			f.items[i].mark == pause || f.items[i].mark == colon || f.items[i].mark == stop || f.items[i].mark == shout {
			clauseStart = i + 1
			break
		}
	}
	for i := clauseStart; i < j; i++ {
		n := f.items[i].phrase
		if n < 0 {
			continue
		}
		p := &f.phrases[n]
		end := f.completed(p, j)
		if end == j {
			end = p.whole // of a description, not of what it describes
		}
		if k := f.afterBracket(end, j); k >= 0 && f.items[k].phrase >= 0 && !f.items[k].start {
			i = k - 1 // the Volta Party (VP) legislator Ada Smith (AS), a lawyer, said
			continue
		}
		if after := &f.items[end]; f.isHead(p, clauseStart) && end < j+1 &&
			(after.mark == comma || after.mark == opening || after.mark == dash) && p.kind != pronoun {
			c.subject, c.link = f.namedBefore(int(n), c.first), apposed
			if holder := f.holderBefore(p, j); holder >= 0 {
				c.subject = holder
			}
			return
		}
		i = p.last - 1
	}
	// "Smith said in a statement, and, turning away, added" and the like are
	// left to the sentence's subject.
}

// isShouted reports whether a name is written in capitals, as papers and agencies are
// before the dash of a dateline.
func isShouted(name string) bool { return name == strings.ToUpper(name) }

// afterBracket returns the item behind a short bracket that opens at item i, before
// item end; -1 when none opens there.
func (f *frame) afterBracket(i, end int) int {
	if i >= end || f.items[i].mark != opening {
		return -1
	}
	for k := i + 1; k < end && k-i <= maxBracket; k++ {
		if f.items[k].mark == closing && k+1 < end {
			return k + 1
		}
	}
	return -1
}

// holderBefore returns the name between commas, the last of which is item j, that
// follows an office with a list in it: Ada Smith in Commissioner for Trade, Mining
// and Roads, Ada Smith, said; but not in The mayor, a friend of Ada Smith, said. It
// is -1 for none.
func (f *frame) holderBefore(office *phrase, j int) int {
	n := f.items[j-1].phrase
	if n < 0 || office.kind != noun || f.phrases[n].kind != name || f.phrases[n].last != j || !f.items[office.first].tag.IsProper() {
		return -1
	}
	if _, ok := coref.PersonNoun(f.head(office)); !ok {
		return -1
	}
	for i := office.whole; i < f.phrases[n].first; i++ {
		if it := &f.items[i]; it.mark != comma && !f.isAnd(i) && (it.phrase < 0 || f.phrases[it.phrase].kind != noun) {
			return -1
		}
	}
	if f.items[f.phrases[n].first-1].mark != comma {
		return -1
	}
	return int(n)
}

// completed returns where a noun ends with all its complements, before item
// end: a statement from the board | – the owner – said.
func (f *frame) completed(p *phrase, end int) int {
	i := p.whole
	for n := 0; n < maxComplements && p.kind == noun && i+1 < end && !f.items[i].start; n++ {
		next := f.items[i+1].phrase
		if function := f.items[i].function; next < 0 || function != preposition && function != ofFor || f.items[i].tag != nlp.TagIN {
			break
		}
		i = f.phrases[next].whole
	}
	return i
}

// isHead reports whether the phrase is neither a complement nor an object.
func (f *frame) isHead(p *phrase, begin int) bool {
	if p.first <= begin || f.items[p.first].start {
		return true
	}
	if p.last < len(f.items) && p.kind == name {
		if c := f.items[p.last].clause; c >= 0 && f.clauses[c].link == adjacent {
			return true // whatever the tagger makes of the word before
		}
	}
	before := &f.items[p.first-1]
	switch before.function {
	case preposition, ofFor, to, by, according:
		return before.tag != nlp.TagIN && before.tag != nlp.TagTO
	}
	return !before.tag.IsVerb()
}

// antecedent takes the noun that a relative clause describes.
func (f *frame) antecedent(c *clause, j, begin int) {
	i := j - 1
	for i >= begin && f.items[i].mark == comma {
		i--
	}
	if i < begin {
		return
	}
	if n := f.items[i].phrase; n >= 0 {
		if f.items[j].function == that && f.phrases[n].kind != noun {
			return
		}
		before := f.phrases[n].first - 1
		if before > begin && f.items[before].function == ofFor && f.items[before-1].phrase >= 0 && f.phrases[n].mention < 0 {
			n = f.items[before-1].phrase
		}
		c.subject, c.link = f.named(int(n)), whoClause
		if kind := f.phrases[n].kind; (kind == organisation || kind == place) && strings.EqualFold(f.text(j), "who") {
			if who := f.personBefore(int(n), begin); who >= 0 {
				c.subject = who
			}
		}
	}
}

// personBefore returns the person whose description ends with phrase n: Ann Lee
// in Ann Lee, a biologist at the <University of Norrby>, who said. It is -1 for
// none.
func (f *frame) personBefore(n, begin int) int {
	found := -1
	for i := f.phrases[n].first - 1; i >= begin; i-- {
		it := &f.items[i]
		if it.phrase < 0 {
			if it.mark == comma || it.function == ofFor || it.function == conjunction || it.function == preposition {
				continue
			}
			break
		}
		p := &f.phrases[it.phrase]
		i = p.first
		if p.kind == name {
			return int(it.phrase)
		}
		if one, _, _ := f.isPerson(p); one && p.kind == noun {
			found = int(it.phrase)
		}
	}
	return found
}

// sentenceSubject takes the subject of the nearest finite verb to the left for
// a verb that shares it: "Smith rose and said", "Smith rose, saying".
func (f *frame) sentenceSubject(c *clause, v, begin int) {
	best := -1
	for i := v - 1; i >= begin; i-- {
		n := f.items[i].phrase
		if n < 0 {
			continue
		}
		p := &f.phrases[n]
		i = p.first
		if best >= 0 && p.whole < v && f.items[p.whole].function == relative && f.isHead(p, begin) {
			best = int(n) // an official whose name was blacked out wrote
			break
		}
		if !f.isHead(p, begin) || p.kind == pronoun && f.isObjectPronoun(p) || !f.governsVerb(p, v) {
			continue
		}
		if p.first > begin {
			switch f.items[p.first-1].function {
			case that, subordinator, relative:
				if best < 0 {
					best = int(n)
				}
				continue
			}
		}
		best = int(n)
		break
	}
	if best >= 0 {
		c.subject, c.link = f.namedBefore(best, c.first), coordinated
	}
}

// governsVerb reports whether a finite verb follows the phrase, adverbs and a
// description between commas aside.
func (f *frame) governsVerb(p *phrase, end int) bool {
	i := p.whole
	if i < end && f.items[i].mark == comma {
		for k := i + 1; k < end && k-i < maxReach; k++ {
			if f.items[k].mark == comma {
				i = k + 1
				break
			}
			if f.items[k].start {
				return false
			}
		}
	}
	for ; i < end; i++ {
		it := &f.items[i]
		switch {
		case it.function == auxiliary, it.function == beForm, it.tag == nlp.TagVBD, it.tag == nlp.TagVBZ, it.tag == nlp.TagVBP, it.tag == nlp.TagMD:
			return true
		case it.function == adverb, it.function == dateWord, it.tag == nlp.TagRB:
		default:
			return false
		}
	}
	return false
}

// agentOf finds the source of a passive: "was described by Smith as".
func (f *frame) agentOf(c *clause, end int) {
	for i := c.last; i+1 < end && i-c.last < maxAgent; i++ {
		if f.items[i].function == by && f.items[i+1].phrase >= 0 {
			c.subject, c.link = f.named(int(f.items[i+1].phrase)), agent
			return
		}
	}
}

// maxAgent is how many items after a passive verb its "by" is looked for.
const maxAgent = 6

// named returns the name that stands in apposition to a noun, which tells more
// than the noun: "the mayor, Ada Smith, …".
func (f *frame) named(p int) int { return f.namedBefore(p, len(f.items)) }

// namedBefore is named for a phrase whose verb is at item v.
func (f *frame) namedBefore(p, v int) int {
	head := &f.phrases[p]
	end := f.completed(head, v)
	if head.kind != noun || end >= len(f.items) || f.items[end].mark != comma || end+1 >= v {
		return p
	}
	n := int32(-1)
	if !f.items[end+1].start {
		n = f.items[end+1].phrase
	}
	if n < 0 || f.phrases[n].kind != name {
		return p
	}
	after := f.phrases[n].whole
	if after >= len(f.items) || f.items[after].mark != noMark || f.items[after].start || after == v {
		return int(n)
	}
	return p
}
