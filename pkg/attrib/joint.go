package attrib

import "github.com/whosaid/whosaid/pkg/span"

// joinBefore makes the first of several names before a verb its subject: Ada
// Smith in Ada Smith, Bob Lee and Carl Jones said. It must not take Ada Smith
// in Thanked by Ada Smith and cheered, Carl Jones said.
func (f *frame) joinBefore(c *clause) {
	p := &f.phrases[c.subject]
	first := f.namedBeforeAnd(p)
	if first < 0 {
		return
	}
	c.joint = p.last
	for {
		i := f.phrases[first].first
		if i < 2 || f.items[i].start || f.items[i-1].mark != comma {
			break
		}
		n := f.items[i-2].phrase
		if n < 0 || f.phrases[n].last != i-1 || !f.isNamed(&f.phrases[n]) {
			break
		}
		first = int(n)
	}
	c.subject = first
}

// joinAfter notes the second name behind a verb: Carl Jones in said Ada Smith
// and Carl Jones. It must not take him in said Ada Smith and Carl Jones nodded.
func (f *frame) joinAfter(c *clause) {
	p := &f.phrases[c.subject]
	i := p.last
	if !f.isNamed(p) || i+1 >= len(f.items) || f.items[i].start || f.items[i+1].start || !f.isAnd(i) {
		return
	}
	if n := f.items[i+1].phrase; n >= 0 && f.phrases[n].first == i+1 && f.isNamed(&f.phrases[n]) && f.endsClause(f.phrases[n].last) {
		c.joint = f.phrases[n].last
	}
}

// isNamed reports whether a phrase is a name that can speak.
func (f *frame) isNamed(p *phrase) bool { return p.kind == name || p.kind == organisation }

// isAnd reports whether item i is the word "and".
func (f *frame) isAnd(i int) bool { return f.items[i].function == conjunction && f.text(i) == "and" }

// namedBeforeAnd returns the name before the "and" before a name; -1 for none.
func (f *frame) namedBeforeAnd(p *phrase) int {
	i := p.first
	if i < 2 || !f.isNamed(p) || f.items[i].start || f.items[i-1].start || !f.isAnd(i-1) {
		return -1
	}
	n := f.items[i-2].phrase
	if n < 0 || f.phrases[n].last != i-1 || !f.isNamed(&f.phrases[n]) || !f.isHead(&f.phrases[n], 0) {
		return -1
	}
	return int(n)
}

// endsClause reports whether no more words of a clause come at item i.
func (f *frame) endsClause(i int) bool {
	return i >= len(f.items) || f.items[i].start || f.items[i].mark != noMark || f.items[i].piece >= 0
}

// jointSource returns where several names that speak together stand; empty
// when a candidate speaks alone.
func (f *frame) jointSource(c *candidate) span.Span {
	if c.clause < 0 || f.clauses[c.clause].joint == 0 || f.clauses[c.clause].subject != c.phrase {
		return span.Span{}
	}
	last := f.clauses[c.clause].joint
	return span.Span{Start: f.source(&f.phrases[c.phrase]).Start, End: f.span(last-1, last).End}
}
