package attrib

// withinSieve catches Smith said that the plan was “dead”, and Smith called it
// a “disaster”. It must not take anybody in Smith reads “The Times”.
func withinSieve(f *frame, q int) (proposal, bool) {
	p := f.of(q)[0]
	if p.item <= 0 || f.items[p.item].start {
		return proposal{}, false
	}
	return f.before(int(p.item))
}
