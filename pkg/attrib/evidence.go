package attrib

// cueTouches tells what stands between a cue and the piece at item x: nothing
// ("yes"), the object of the cue ("called it “…”"), or more.
func (f *frame) cueTouches(c *clause, x int) string {
	if c.first > x {
		i := f.behind(x)
		if i == c.first || i == f.phrases[c.subject].first {
			return "yes"
		}
		return "no"
	}
	last := x - 1
	for last >= c.last && (f.items[last].mark == comma || f.items[last].mark == colon || f.items[last].mark == dash || f.items[last].function == that) {
		last--
	}
	if last < c.last {
		return "yes"
	}
	if p := f.items[c.last].phrase; p >= 0 {
		end := f.phrases[p].whole
		if end > last {
			return "object"
		}
		if last == end && f.items[end].function == subordinator {
			return "object as"
		}
	}
	switch {
	case f.items[x-1].mark == colon:
		return "colon"
	case f.items[x-1].mark == comma:
		return "comma"
	}
	return "no"
}

// busy reports whether a cue stands beside another piece than that at item x:
// then it more likely belongs to that one.
func (f *frame) busy(c *clause, x int) bool {
	first, last := c.first-1, c.last
	if s := &f.phrases[c.subject]; s.first < c.first {
		first = s.first - 1
	} else if s.first <= c.last+1 {
		last = s.last
	}
	for first >= 0 && (f.items[first].mark == comma || f.items[first].mark == dash) {
		first--
	}
	for last < len(f.items) && (f.items[last].mark == comma || f.items[last].mark == colon) {
		last++
	}
	return first >= 0 && first != x && f.items[first].piece >= 0 && !f.items[first+1].start ||
		last < len(f.items) && last != x && f.items[last].piece >= 0 && !f.items[last].start
}

// cueWord returns the cue in lower case.
func (f *frame) cueWord(c *clause) string {
	if c.link == accordingTo {
		return "according to"
	}
	var buffer [maxWord]byte
	low, _ := lower(&buffer, f.text(c.first))
	return cueVerbs()[string(low)].lemma
}

// head returns the head noun of a phrase in lower case.
func (f *frame) head(p *phrase) string {
	var buffer [maxWord]byte
	low, _ := lower(&buffer, f.text(p.last-1))
	return string(low)
}

// prior names the item before a phrase.
func (f *frame) prior(p *phrase) string {
	if p.first == 0 || f.items[p.first].start {
		return "start"
	}
	return f.following(p.first - 1)
}

// following names the item beside a phrase.
func (f *frame) following(i int) string {
	it := &f.items[i]
	switch {
	case it.piece >= 0:
		return "piece"
	case it.mark != noMark:
		return markNames[it.mark]
	case it.clause >= 0:
		return "cue"
	case it.phrase >= 0:
		return "phrase"
	case it.function == relative, it.function == that:
		return "who"
	case it.function == auxiliary, it.function == beForm:
		return "aux"
	case it.function == subordinator:
		return "as"
	case it.function == conjunction:
		return "and"
	case it.function == ofFor:
		return "of"
	case it.function != noFunction:
		return "function"
	}
	return it.tag.String()
}

// mentionedIn reports whether an entity is named within a quote: people seldom
// name themselves.
func (f *frame) mentionedIn(entity, q int) bool {
	span := f.quotes[q].Span
	mentions := f.entities.List[entity].Mentions
	low, high := 0, len(mentions)
	for low < high {
		middle := (low + high) / 2
		if f.entities.Mentions[mentions[middle]].Start < span.Start {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low < len(mentions) && f.entities.Mentions[mentions[low]].Start < span.End
}
