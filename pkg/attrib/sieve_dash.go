package attrib

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
