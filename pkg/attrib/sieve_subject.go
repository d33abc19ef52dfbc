package attrib

import "github.com/whosaid/whosaid/pkg/quote"

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
