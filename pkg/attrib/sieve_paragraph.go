package attrib

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
