package attrib

import (
	"strings"

	"github.com/whosaid/whosaid/pkg/nlp"
)

// link says how a cue's subject was found.
type link uint8

const (
	noLink      link = iota
	adjacent         // Smith said; the senator from Ohio has said
	apposed          // Smith, the mayor, said
	whoClause        // Smith, who said
	inverted         // said Smith
	coordinated      // Smith rose and said; Smith rose, saying
	agent            // was described by Smith as
	accordingTo      // according to Smith
)

// clause is a cue with its subject.
type clause struct {
	first, last int // items of the cue: "told", "according to"
	verb        class
	form        form
	subject     int // index into frame.phrases; -1 for none
	link        link
	passive     bool // was told: the subject is no source
	naming      bool // called, in "a film called “Dust”"
	joint       int  // the item after the last of several names that speak together; 0 for one
}

// findClauses finds the subject of every cue.
func (f *frame) findClauses() {
	for i := range f.items {
		it := &f.items[i]
		switch {
		case it.function == according && i+1 < len(f.items) && f.items[i+1].function == to:
			f.clauses = append(f.clauses, f.accordingTo(i))
		case f.isCueVerb(i) && it.phrase < 0:
			f.clauses = append(f.clauses, f.clauseOf(i))
		default:
			continue
		}
		it.clause = int32(len(f.clauses) - 1)
	}
}

func (f *frame) accordingTo(i int) clause {
	c := clause{first: i, last: i + 2, verb: say, form: present, subject: -1, link: accordingTo}
	if j := i + 2; j < len(f.items) && f.items[j].phrase >= 0 && !f.isRelay(i) && !f.isOwnSource(&f.phrases[f.items[j].phrase]) {
		c.subject = f.named(int(f.items[j].phrase))
	}
	return c
}

// isRelay reports whether the "according" at item i tells who passed words on
// that have their speaker: “We are ready,” Smith told the board, according to the
// Gazette.
// It must not take The bridge, “as safe as ever,” according to Smith.
func (f *frame) isRelay(i int) bool {
	if i < 2 || f.items[i].start || f.items[i-1].mark != comma {
		return false
	}
	for j := i - 2; j >= 0 && i-j <= maxTold && f.items[j].mark == noMark && f.items[j].piece < 0; j-- {
		if n := f.items[j].clause; n >= 0 {
			return f.clauses[n].subject >= 0 && (f.clauses[n].verb == say || f.clauses[n].verb == tell)
		}
		if f.items[j].start {
			break
		}
	}
	return false
}

// maxTold is how many items may stand between a verb and who passed the words on:
// Smith told the board of the bridge on Monday, according to the Gazette.
const maxTold = 12

// isOwnSource reports whether a phrase is where a speaker has it from: its
// information in Smith said that according to its information; but not his
// lawyer in according to his lawyer.
func (f *frame) isOwnSource(p *phrase) bool {
	if p.kind != noun || f.items[p.first].tag != nlp.TagPRPDollar || speechNouns()[f.head(p)] {
		return false
	}
	one, _, _ := f.isPerson(p)
	return !one && !arePeople(f.head(p)) && people()[f.head(p)] == 0
}

// clauseOf finds the subject of the cue verb at item v.
func (f *frame) clauseOf(v int) clause {
	it := &f.items[v]
	c := clause{first: v, last: v + 1, verb: it.verb, form: it.form, subject: -1}
	begin, end := f.sentence(v)
	if f.isParticle(v+1, end) {
		c.last++
	}
	j := f.skipAuxiliaries(v, begin, &c)
	if before := f.beforeBracket(j, begin); before >= 0 {
		j = before
	}
	switch {
	case j < begin || f.items[j].piece >= 0 || f.items[j].mark == comma && j > begin && f.items[j-1].piece >= 0:
		if f.invert(&c, end) {
			return c
		}
	case f.items[j].phrase >= 0:
		f.adjacentSubject(&c, int(f.items[j].phrase), begin)
	case f.items[j].function == relative || f.items[j].function == that:
		f.antecedent(&c, j, begin)
	case f.quotedAs(j, begin) >= 0:
		c.subject, c.link = f.quotedAs(j, begin), adjacent
	case f.items[j].mark == comma || f.items[j].mark == closing || f.items[j].mark == dash:
		if who := f.whoBefore(j, begin); who >= 0 {
			f.antecedent(&c, who, begin)
		} else if c.form != progressive {
			f.apposition(&c, j, begin)
		}
		if c.subject >= 0 && f.items[j].mark == comma && f.completed(&f.phrases[c.subject], j+1) == j && f.endsInName(&c, end) {
			c.subject, c.link = -1, noLink // that makes it a test, says Smith, a farmer
		}
		if c.subject < 0 && f.items[j].mark == comma && f.endsInSource(&c, end) && f.invert(&c, end) {
			return c
		}
	}
	if j >= begin && f.items[j].function == subordinator && c.form == past {
		c.passive = true // "when told of the plan"
	}
	if c.subject < 0 && c.form != base && !f.isComplement(v, begin) {
		f.sentenceSubject(&c, v, begin)
	}
	c.naming = f.isNaming(&c, end)
	c.passive = c.passive || c.naming
	if c.passive {
		c.subject, c.link = -1, noLink
		f.agentOf(&c, end)
	}
	if c.verb == show && f.quotesSomebody(&c, end) {
		c.subject, c.link = -1, noLink
	}
	return c
}

// beforeBracket returns the item before a bracket that ends at item j with one word or
// two in it: the commissioner in the chief commissioner (CEC) yesterday said. It is -1
// for none.
func (f *frame) beforeBracket(j, begin int) int {
	if j < begin || f.items[j].mark != closing {
		return -1
	}
	for i := j - 1; i > begin && j-i <= maxBracket; i-- {
		if f.items[i].mark == opening {
			if f.items[i-1].phrase >= 0 {
				return i - 1
			}
			return -1
		}
	}
	return -1
}

// maxBracket is how many items a bracket between a subject and its verb has at most,
// the last mark aside.
const maxBracket = 3

// whoBefore returns the "who" before an aside whose last comma is item j: Ada
// Smith, who, calling her a friend, wrote; and none in: Smith, who called her a
// friend, wrote. It is -1 for none.
func (f *frame) whoBefore(j, begin int) int {
	if f.items[j].mark != comma {
		return -1
	}
	for i := j - 1; i > begin && f.items[i].piece < 0; i-- {
		if f.items[i].mark == comma {
			if before := &f.items[i-1]; before.function == relative && before.phrase < 0 {
				return i - 1
			}
			return -1
		}
	}
	return -1
}

// quotesSomebody reports whether a cue gives the floor to its object: The
// Gazette quoted Smith as saying.
func (f *frame) quotesSomebody(c *clause, end int) bool {
	if c.last >= end || f.items[c.last].phrase < 0 {
		return false
	}
	as := f.phrases[f.items[c.last].phrase].whole
	return as+1 < end && f.items[as].function == subordinator && f.text(as) == "as" && f.items[as+1].form == progressive
}

// passesOn reports whether a phrase is who quotes somebody: the Gazette in the Gazette
// quoted Smith as saying.
func (f *frame) passesOn(p *phrase) bool {
	v := p.whole
	if v >= len(f.items) || f.items[v].clause < 0 || f.items[v].verb != show {
		return false
	}
	_, end := f.sentence(v)
	return f.quotesSomebody(&f.clauses[f.items[v].clause], end)
}

// quotedAs returns the phrase before the "as" at item j in: Channel 9 quoted Smith
// as saying; and none in: Smith smiled as if saying. It is -1 for none.
func (f *frame) quotedAs(j, begin int) int {
	if j-2 < begin || f.items[j].function != subordinator || f.text(j) != "as" || f.items[j-1].phrase < 0 {
		return -1
	}
	n := int(f.items[j-1].phrase)
	for k := n; k >= 0 && n-k <= maxComplements; k-- {
		v := f.phrases[k].first - 1
		if v < begin {
			break
		}
		if f.phrases[k].whole == j && f.items[v].verb == show && f.items[v].phrase < 0 {
			return k
		}
	}
	return -1
}

// isComplement reports whether the verb at item v completes the verb before it:
// "stopped writing".
func (f *frame) isComplement(v, begin int) bool {
	if v <= begin || f.items[v].form != progressive {
		return false
	}
	before := &f.items[v-1]
	return before.tag.IsVerb() && before.function == noFunction
}

// isNaming reports whether a verb gives its noun a name: "a film called “Dust”",
// but not "what she called “dust”".
func (f *frame) isNaming(c *clause, end int) bool {
	if c.verb != describe || c.form != past || c.link != adjacent || c.last >= end || f.items[c.last].piece < 0 {
		return false
	}
	p := &f.phrases[c.subject]
	if p.kind != noun || p.whole != c.first {
		return false
	}
	if p.first == 0 || f.items[p.first].start {
		return true
	}
	before := &f.items[p.first-1]
	return before.function != relative && before.function != that && f.text(p.first-1) != "what"
}

// isParticle reports whether item i belongs to the verb before it: "pointed
// out", "went on".
func (f *frame) isParticle(i, end int) bool {
	if i >= end || f.items[i].phrase >= 0 && f.phrases[f.items[i].phrase].pronoun != thing {
		return false
	}
	var buffer [maxWord]byte
	low, _ := lower(&buffer, f.text(i-1))
	if p := cueVerbs()[string(low)].particle; p != "" {
		return true // folding has looked at the word
	}
	return f.items[i].tag == nlp.TagRP
}

// skipAuxiliaries returns the item before the verb group that ends at v, and
// notes whether the group is passive. Adverbs and dates within it are skipped:
// "Smith on Tuesday also told".
func (f *frame) skipAuxiliaries(v, begin int, c *clause) int {
	j := v - 1
	for ; j >= begin; j-- {
		it := &f.items[j]
		switch it.function {
		case beForm:
			if it.tag == nlp.TagPOS {
				return j
			}
			// 's is as often "has".
			c.passive = c.passive || (c.form == past || c.form == participle) && f.text(j)[0] != '\'' && !strings.HasPrefix(f.text(j), "’")
			continue
		case auxiliary, adverb, dateWord:
			if it.phrase >= 0 {
				return j
			}
			continue
		case preposition:
			if j+1 < v && f.items[j+1].function == dateWord {
				continue
			}
			return j
		}
		if it.phrase < 0 && (it.tag == nlp.TagRB || it.tag == nlp.TagRBR || it.tag == nlp.TagMD) {
			continue
		}
		// "was quoted as saying", "is known to say": go on at the verb before.
		if it.function == subordinator && j-1 >= begin && f.items[j-1].form == past && f.items[j-1].verb == show {
			j--
			continue
		}
		return j
	}
	return j
}
