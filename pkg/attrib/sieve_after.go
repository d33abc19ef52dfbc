package attrib

// afterSieve catches “We are ready,” Smith said, and “We are ready,” said
// Smith, the mayor. It must not take Smith in “We are ready.” Smith said no
// more.
func afterSieve(f *frame, q int) (proposal, bool) {
	return f.after(q, func(ends mark) bool { return ends == comma || ends == dash })
}

// after looks for a cue with its source right behind a piece that ends as
// wanted.
func (f *frame) after(q int, wanted func(mark) bool) (proposal, bool) {
	for _, p := range f.of(q) {
		if p.item < 0 || !wanted(f.endAt(&p)) {
			continue
		}
		c, ok := f.clauseAfter(int(p.item))
		if !ok {
			continue
		}
		pattern := quoteSourceCue
		if f.clauses[c].link == inverted || f.clauses[c].link == accordingTo {
			pattern = quoteCueSource
		}
		return proposal{phrase: f.clauses[c].subject, clause: c, pattern: pattern}, true
	}
	return proposal{}, false
}

// endAt returns the punctuation between a piece and what follows: that inside
// the marks, or that outside them, as British papers have it.
func (f *frame) endAt(p *piece) mark {
	if p.ends == noMark {
		if i := int(p.item) + 1; i < len(f.items) && !f.items[i].start {
			return f.items[i].mark
		}
	}
	return p.ends
}

// behind returns the first item behind the piece at item x that may be a cue or
// its subject: Smith in “We are ready,” was all Smith would say, and in “Ready”
// is how Smith put it. It must not pass over was in “Ready” was on all lists.
func (f *frame) behind(x int) int {
	i := x + 1
	for i < len(f.items) && (f.items[i].mark == comma || f.items[i].mark == dash) {
		i++
	}
	if i+2 < len(f.items) && f.items[i].function == beForm {
		switch f.text(i + 1) {
		case "all", "how", "what":
			return i + 2
		}
	}
	return i
}

// clauseAfter returns the cue that, with its source, stands right behind the
// piece at item x.
func (f *frame) clauseAfter(x int) (int, bool) {
	i := f.behind(x)
	if i >= len(f.items) || f.items[i].paragraph != f.items[x].paragraph || f.items[i].piece >= 0 || f.items[i].start {
		return 0, false
	}
	if c := f.items[i].clause; c >= 0 {
		if l := f.clauses[c].link; f.clauses[c].subject >= 0 && (l == inverted || l == accordingTo) {
			return int(c), true
		}
		return 0, false
	}
	for ; i < len(f.items) && i > x+1 && f.items[i].function != noFunction && f.items[i].phrase < 0; i++ {
		// "“We are ready,” as Smith said", "but Smith said".
		if fn := f.items[i].function; fn == relative || fn == to || fn == subordinator && f.text(i) != "as" {
			return 0, false
		}
	}
	if i >= len(f.items) || f.items[i].phrase < 0 {
		return 0, false
	}
	for k := i; k < len(f.items) && k-i < maxReach && !f.items[k].start && f.items[k].piece < 0; k++ {
		c := f.items[k].clause
		if c < 0 {
			continue
		}
		found := &f.clauses[c]
		if found.subject >= 0 && f.phrases[found.subject].first >= i && found.link != whoClause && found.link != inverted && found.link != accordingTo {
			return int(c), true
		}
		if found.link != whoClause {
			return 0, false
		}
	}
	return 0, false
}
