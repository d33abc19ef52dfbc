package attrib

// splitSieve catches “We are ready,” Smith said, “but not today.” It must not
// take Jones in “We are ready,” said Smith. Jones said: “Not today.”
func splitSieve(f *frame, q int) (proposal, bool) {
	pieces := f.of(q)
	for i := range pieces[:len(pieces)-1] {
		a, b := pieces[i].item, pieces[i+1].item
		if a < 0 || b < 0 || f.items[a].paragraph != f.items[b].paragraph {
			continue
		}
		if c, ok := f.clauseAfter(int(a)); ok && f.clauses[c].first < int(b) {
			return proposal{phrase: f.clauses[c].subject, clause: c, pattern: splitQuote}, true
		}
	}
	return proposal{}, false
}
