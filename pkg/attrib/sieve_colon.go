package attrib

// colonSieve catches Smith: “We are ready”; And from Chairwoman Smith: “We are
// ready”; EU Foreign Policy Chief: ‘We Are Ready’. It must not take the list in
// Three things are missing: “staff”, money and time.
func colonSieve(f *frame, q int) (proposal, bool) {
	x := int(f.of(q)[0].item)
	if x < 2 || f.items[x].start || f.items[x-1].mark != colon {
		return proposal{}, false
	}
	n := f.items[x-2].phrase
	if n < 0 {
		return proposal{}, false
	}
	first, _ := f.sentence(x)
	for i := first; i < x; i++ {
		if f.items[i].tag.IsVerb() && f.items[i].phrase < 0 {
			return proposal{}, false
		}
	}
	if p := f.items[first].phrase; p >= 0 && f.phrases[p].whole == x-1 {
		n = p
	}
	p := proposal{phrase: f.named(int(n)), clause: -1, pattern: sourceColon}
	if f.isHeadline(x) {
		p.pattern = headline
	}
	return p, true
}

// isHeadline reports whether the paragraph that holds the piece at item x is a
// headline: no stop ends it, nor the quoted words.
func (f *frame) isHeadline(x int) bool {
	if f.pieces[f.items[x].piece].ends == stop {
		return false
	}
	last := x
	for last+1 < len(f.items) && f.items[last+1].paragraph == f.items[x].paragraph && last-x < maxReach {
		last++
	}
	return last-x < maxReach && f.items[last].mark != stop
}
