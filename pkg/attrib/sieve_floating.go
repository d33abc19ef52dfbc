package attrib

import "github.com/whosaid/whosaid/pkg/quote"

// continueSieve catches the second quotation in “We are ready,” Smith said.
// “But not today.” It must not take Smith in “We are ready,” Smith said. Jones
// laughed. “Not today.”
func continueSieve(f *frame, q int) (proposal, bool) {
	x := int(f.of(q)[0].item)
	if q == 0 || x < 0 || f.quotes[q].Kind == quote.Mention {
		return proposal{}, false
	}
	before := f.of(q - 1)
	y := int(before[len(before)-1].item)
	if y < 0 || f.items[y].paragraph != f.items[x].paragraph {
		return proposal{}, false
	}
	if f.items[x].sentence-f.items[y].sentence > 1 {
		return proposal{}, false
	}
	return proposal{phrase: -1, clause: -1, pattern: sameQuotation}, true
}

// paragraphSieve catches the paragraph after Smith said:¶ It must not take
// Smith in Smith said no.¶ “We are ready.”
func paragraphSieve(f *frame, q int) (proposal, bool) {
	x := int(f.of(q)[0].item)
	if x < 1 || f.items[x].paragraph == f.items[x-1].paragraph || f.items[x-1].mark != colon {
		return proposal{}, false
	}
	p, ok := f.before(x - 1)
	if !ok {
		first, _ := f.sentence(x - 1)
		n := f.subjectIn(first, x)
		if n < 0 {
			return proposal{}, false
		}
		p = proposal{phrase: n, clause: -1}
	}
	p.pattern = nextParagraph
	return p, true
}

// floatingSieve catches Smith defended the plan. “We are ready.” It must not
// take anybody in Nobody knows who called. “Hello.”
func floatingSieve(f *frame, q int) (proposal, bool) {
	x := int(f.of(q)[0].item)
	if x < 1 || f.quotes[q].Kind != quote.Direct || !f.items[x].start {
		return proposal{}, false
	}
	if f.items[x-1].piece >= 0 && q > 0 {
		return proposal{phrase: -1, clause: -1, pattern: sameQuotation}, true
	}
	first, _ := f.sentence(x - 1)
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

// subjectSieve catches Smith has no patience with “dead wood”. It must not take
// the plan in The plan has no “dead wood”.
func subjectSieve(f *frame, q int) (proposal, bool) {
	x := int(f.of(q)[0].item)
	if x < 1 || f.quotes[q].Kind == quote.Mention || f.items[x].start {
		return proposal{}, false
	}
	first, _ := f.sentence(x)
	n := f.subjectIn(first, x)
	if n < 0 || f.phrases[n].kind == noun || f.phrases[n].kind == place {
		return proposal{}, false
	}
	return proposal{phrase: n, clause: -1, pattern: sentenceSubject}, true
}

// subjectIn returns the first phrase of items first to last that has a finite
// verb; -1 for none.
func (f *frame) subjectIn(first, last int) int {
	for i := first; i < last; i++ {
		n := f.items[i].phrase
		if n < 0 {
			continue
		}
		p := &f.phrases[n]
		if f.isHead(p, first) && f.governsVerb(p, last) {
			return int(n)
		}
		i = p.last - 1
	}
	return -1
}
