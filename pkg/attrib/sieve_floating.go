package attrib

import "github.com/whosaid/whosaid/pkg/quote"

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
