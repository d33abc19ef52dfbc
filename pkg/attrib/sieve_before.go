package attrib

// beforeSieve catches Smith said: “We are ready,” and Smith told reporters on
// Monday, “We are ready.” It must not take Smith in Smith said he was ready;
// “not today,” Jones said.
func beforeSieve(f *frame, q int) (proposal, bool) {
	p := f.of(q)[0]
	if p.item <= 0 || f.items[p.item].start {
		return proposal{}, false
	}
	before := f.items[p.item-1].mark
	if before != comma && before != colon {
		return proposal{}, false
	}
	return f.before(int(p.item))
}

// before takes the nearest cue to the left in the same sentence that has a
// source.
func (f *frame) before(x int) (proposal, bool) {
	for i := x - 1; i >= 0 && x-i < maxReach; i-- {
		if c := f.items[i].clause; c >= 0 && f.clauses[c].subject >= 0 {
			pattern := sourceCueQuote
			if l := f.clauses[c].link; l == inverted || l == accordingTo {
				pattern = cueSourceQuote
			}
			return proposal{phrase: f.clauses[c].subject, clause: int(c), pattern: pattern}, true
		}
		if f.items[i].start {
			break
		}
	}
	return proposal{}, false
}
