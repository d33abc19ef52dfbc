package attrib

import "github.com/whosaid/whosaid/pkg/quote"

// floatingSieve catches Smith defended the plan. “We are ready.” It must not
// take anybody in Nobody knows who called. “Hello.” Who is asked by the writer
// answers: I asked Smith about it. “We are ready.”
func floatingSieve(f *frame, q int) (proposal, bool) {
	x := int(f.of(q)[0].item)
	if x < 1 || f.quotes[q].Kind != quote.Direct || !f.items[x].start {
		return proposal{}, false
	}
	if f.items[x-1].piece >= 0 && q > 0 {
		return proposal{phrase: -1, clause: -1, pattern: sameQuotation}, true
	}
	first, _ := f.sentence(x - 1)
	if n := f.askedByWriter(first, x); n >= 0 {
		return proposal{phrase: n, clause: -1, pattern: floating}, true
	}
	if p, ok := f.before(x); ok {
		p.pattern = floating
		return p, true
	}
	if p, ok := f.before(x - 1); ok {
		p.pattern = floating
		return p, true
	}
	n := f.subjectIn(first, x)
	if n < 0 {
		return proposal{}, false
	}
	return proposal{phrase: n, clause: -1, pattern: floating}, true
}

// askedByWriter returns the person whom the writer asks something in items first
// to last: Smith in I asked Smith; -1 for none.
func (f *frame) askedByWriter(first, last int) int {
	for i := first; i < last; i++ {
		n := f.items[i].clause
		if n < 0 {
			continue
		}
		c := &f.clauses[n]
		if c.verb != ask || c.subject < 0 || f.phrases[c.subject].pronoun != firstPerson || f.phrases[c.subject].kind != pronoun || c.last >= last {
			continue
		}
		if object := f.items[c.last].phrase; object >= 0 && f.phrases[object].kind == name {
			return int(object)
		}
	}
	return -1
}
