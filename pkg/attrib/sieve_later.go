package attrib

// laterSieve catches The plan is “dead” in the Senate, Smith said. It must not
// take Jones in Smith's plan is “dead”. Jones said so.
func laterSieve(f *frame, q int) (proposal, bool) {
	pieces := f.of(q)
	x := int(pieces[len(pieces)-1].item)
	if x < 0 {
		return proposal{}, false
	}
	for i := x + 1; i < len(f.items) && i-x < maxReach && !f.items[i].start; i++ {
		c := f.items[i].clause
		if c < 0 || f.clauses[c].subject < 0 {
			continue
		}
		found := &f.clauses[c]
		switch found.link {
		case adjacent, apposed:
			if first := f.phrases[found.subject].first; first > x && f.items[first-1].mark == comma {
				return proposal{phrase: found.subject, clause: int(c), pattern: quoteSourceCue}, true
			}
		case inverted, accordingTo:
			return proposal{phrase: found.subject, clause: int(c), pattern: quoteCueSource}, true
		}
	}
	return proposal{}, false
}
