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

// dashSieve catches “We are ready.” — Ada Smith. It must not take the phrase in
// “We are ready” – words that nobody believed.
func dashSieve(f *frame, q int) (proposal, bool) {
	pieces := f.of(q)
	x := int(pieces[len(pieces)-1].item)
	if x < 0 {
		return proposal{}, false
	}
	i := x + 1
	if i+1 >= len(f.items) || f.items[i].mark != dash || f.items[i+1].phrase < 0 {
		return proposal{}, false
	}
	n := f.items[i+1].phrase
	p := &f.phrases[n]
	if p.kind == pronoun || p.kind == noun && !f.items[p.first].tag.IsProper() {
		return proposal{}, false
	}
	if p.last < len(f.items) && !f.items[p.last].start && f.items[p.last].mark != comma && f.items[p.last].mark != stop && f.items[p.last].mark != opening {
		return proposal{}, false
	}
	return proposal{phrase: int(n), clause: -1, pattern: quoteDash}, true
}
