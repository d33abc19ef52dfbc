package attrib

import (
	"slices"

	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/quote"
	"github.com/whosaid/whosaid/pkg/span"
)

// extent is a run of items: items[first:last].
type extent struct{ first, last int }

func (s extent) isEmpty() bool { return s.first >= s.last }

// content is what a cue may report: words behind the cue, words before the
// source, or both.
type content struct {
	cue           int    // index into reporter.cues
	before, after extent // an empty one is no part of it
	opening       string // how the words behind the cue begin, for the features
	score         float64
}

// stretches returns the parts of a content in text order.
func (c *content) stretches() []extent {
	switch {
	case c.before.isEmpty():
		return []extent{c.after}
	case c.after.isEmpty():
		return []extent{c.before}
	}
	return []extent{c.before, c.after}
}

// spanOf returns where a content stands, from its first word to its last.
func (f *frame) spanOf(c *content) span.Span {
	s := c.stretches()
	return f.span(s[0].first, s[len(s)-1].last)
}

// How many places are tried. More of them gain nothing on PolNeAR train.
const (
	// mostBreaks is at how many places behind a cue its content may end,
	// besides the end of the sentence.
	mostBreaks = 9
	// mostOpenings is at how many places before a source its content may begin,
	// besides the start of the sentence.
	mostOpenings = 4
	// thatReach is how many items behind a cue its "that" may stand: "said on
	// Monday in a statement to the press that".
	thatReach = 14
	// mostSplits is at how many places the content of a cue in its middle may
	// end.
	mostSplits = 3
)

// listContents lists what cue n may report, nothing first.
func (r *reporter) listContents(n int) {
	f := r.f
	c := &r.cues[n]
	r.contents = append(r.contents[:0], content{cue: n})
	left, right := f.attributionAt(c)
	begin, end := f.sentence(c.first)
	begin = f.skipDateline(begin)
	begin, end = r.reach(left, right, min(begin, left), end)
	if end > right {
		r.contentsAfter(n, right, end)
	}
	// "“We are ready,” Smith said, according to Jones": no words of Smith's.
	if !c.isNoun() && begin < left && (begin == 0 || f.items[begin].start || !r.parts(begin-1)) {
		r.contentsBefore(n, begin, left, right, end)
	}
}

// maxDateline is how many items "RIO DE JANEIRO, Brazil, 23 Nov (Reuters) —"
// has.
const maxDateline = 12

// skipDateline returns the item behind the place and date that the story
// begins with, when item i is the first of a paragraph.
func (f *frame) skipDateline(i int) int {
	if i > 0 && f.items[i].paragraph == f.items[i-1].paragraph {
		return i
	}
	for k := i; k < len(f.items) && k-i < maxDateline && f.items[k].paragraph == f.items[i].paragraph; k++ {
		it := &f.items[k]
		switch {
		case it.mark == dash && k > i && !f.isHyphen(k):
			return k + 1
		case it.piece >= 0, it.phrase < 0 && it.mark == noMark && !it.tag.IsNoun() && it.tag != nlp.TagCD:
			return i
		}
	}
	return i
}

// attributionAt returns the items of source and cue together, the words of a
// description or a title beside the source among them.
func (f *frame) attributionAt(c *clause) (left, right int) {
	left, right = c.first, c.last
	if c.subject < 0 {
		return left, right
	}
	p := &f.phrases[c.subject]
	if p.first > c.first {
		right = max(right, p.whole)
		if c.link == accordingTo {
			right = f.endOfSource(right)
		}
		return left, right
	}
	if c.link != adjacent && c.link != apposed {
		return left, right
	}
	left = p.first
	// "the mayor, Ada Smith, said": the source is the name, which the noun
	// before it belongs to.
	if left > 1 && f.items[left-1].mark == comma {
		if n := f.items[left-2].phrase; n >= 0 && f.phrases[n].whole == left-1 && f.named(int(n)) == c.subject {
			left = f.phrases[n].first
		}
	}
	return left, right
}

// endOfSource returns the comma that ends a source of several phrases, "according
// to Smith and two of his aides,", or i when a verb comes first.
func (f *frame) endOfSource(i int) int {
	for k := i; k < len(f.items) && k-i < maxPhrase && !f.items[k].start; k++ {
		it := &f.items[k]
		switch {
		case it.mark == comma:
			return k
		case it.mark != noMark, it.piece >= 0, it.clause >= 0, it.phrase < 0 && (isFinite(it) || it.function == beForm || it.function == relative):
			return i
		}
	}
	return i
}

// reach narrows the sentence to the words that no other quotation parts from
// the cue: whole utterances are quotes by themselves, brackets keep what is in
// them.
func (r *reporter) reach(left, right, begin, end int) (from, to int) {
	f := r.f
	from, to = left, right
	depth := 0
	for ; from > begin && !r.parts(from-1); from-- {
		switch f.items[from-1].mark {
		case closing:
			depth++
		case opening:
			depth--
		}
		if depth < 0 {
			break
		}
	}
	depth = 0
	for ; to < end && !r.parts(to); to++ {
		switch f.items[to].mark {
		case opening:
			depth++
		case closing:
			if depth--; depth < 0 {
				return from, to
			}
		}
	}
	for to > right && f.items[to-1].mark != noMark && f.items[to-1].mark != closing {
		to--
	}
	return from, to
}

// parts reports whether item i is a quotation that stands by itself: a whole
// utterance, or a piece of one that an attribution splits.
func (r *reporter) parts(i int) bool {
	n := r.f.items[i].piece
	if n < 0 {
		return false
	}
	q := r.f.pieces[n].quote
	return r.attributions[q].Kind == quote.Direct || len(r.f.quotes[q].Parts) > 1
}

// contentsAfter lists the contents behind a cue.
func (r *reporter) contentsAfter(n, right, end int) {
	f := r.f
	start := f.skipSetting(right, end)
	if start >= end {
		return
	}
	if r.governs(start, right) && start+1 < end {
		r.endings(n, extent{start + 1, end}, f.wordAt(start)+" "+f.openingName(start+1))
	} else {
		r.endings(n, extent{start, end}, f.openingName(start))
	}
	if f.items[start].mark != noMark {
		return
	}
	if p := f.items[start].phrase; p >= 0 {
		if i := f.skipSetting(f.phrases[p].whole, end); i < end && f.items[i].mark == noMark {
			r.endings(n, extent{i, end}, "object "+f.openingName(i))
		}
	}
	for i := start + 1; i < end && i-start < thatReach; i++ {
		it := &f.items[i]
		if it.clause >= 0 || it.mark == pause || it.mark == colon {
			return
		}
		if it.phrase < 0 && (it.function == that || f.asks(i)) {
			r.endings(n, extent{i, end}, "later "+f.wordAt(i))
			return
		}
	}
}

// asks reports whether item i begins a reported question.
func (f *frame) asks(i int) bool {
	switch f.text(i) {
	case "whether", "if", "how", "why", "what":
		return true
	}
	return false
}

// governs reports whether item i is a preposition that belongs to the cue
// right before it: "called for", "talked about".
func (r *reporter) governs(i, right int) bool {
	it := &r.f.items[i]
	return i == right && (it.function == preposition || it.function == ofFor) && it.phrase < 0
}

// skipSetting returns the first item that is no date or "on Tuesday", and no
// adverb that belongs to the cue: in "said again that", but not in "denied ever
// having" and "promised never to".
func (f *frame) skipSetting(i, end int) int {
	for i < end {
		it := &f.items[i]
		switch {
		case it.function == dateWord:
		case it.function == adverb && it.phrase < 0 && i+1 < end && f.endsCue(i+1):
		case it.function == preposition && i+1 < end && f.items[i+1].function == dateWord:
		case it.mark == comma && i+1 < end && f.items[i+1].mark == noMark:
		default:
			return i
		}
		i++
	}
	return i
}

// endsCue reports whether an adverb before item i goes with the cue.
func (f *frame) endsCue(i int) bool {
	it := &f.items[i]
	return it.function == that || it.function == dateWord || it.mark == comma || f.asks(i)
}

// endings lists the contents that begin where an extent does and end there or
// at one of the breaks within it.
func (r *reporter) endings(n int, s extent, opening string) {
	r.listBreaks(n, s)
	for _, b := range r.breaks {
		r.contents = append(r.contents, content{cue: n, after: extent{s.first, b}, opening: opening})
	}
}

// listBreaks lists where words that begin with an extent may end, its end last.
func (r *reporter) listBreaks(n int, s extent) {
	r.breaks = r.breaks[:0]
	for i := s.first + 1; i < s.last && len(r.breaks) < mostBreaks; i++ {
		if r.isBreak(&r.cues[n], i) {
			r.breaks = append(r.breaks, i)
		}
	}
	r.breaks = append(r.breaks, s.last)
}

// isBreak reports whether what a cue reports may end before item i: what a noun
// reports does so before the verb that the noun is the subject of.
func (r *reporter) isBreak(cl *clause, i int) bool {
	it := &r.f.items[i]
	return r.f.mayEnd(i) || cl.isNoun() && it.phrase < 0 && (isFinite(it) || it.function == beForm || it.function == auxiliary)
}

// mayEnd reports whether a clause may end before item i.
func (f *frame) mayEnd(i int) bool {
	it, before := &f.items[i], &f.items[i-1]
	if before.mark != noMark && before.mark != closing {
		return false // it is a break itself
	}
	switch it.mark {
	case noMark:
	case closing:
		return false
	default:
		return true
	}
	switch it.function {
	case conjunction, subordinator, relative, preposition, by, dateWord:
		return it.phrase < 0
	}
	return it.tag.IsVerb() && it.phrase < 0 && before.phrase >= 0 && it.function == noFunction
}

// contentsBefore lists the contents before a source, and those that a cue in
// their middle parts.
func (r *reporter) contentsBefore(n, begin, left, right, end int) {
	f := r.f
	last := left
	for last > begin && (f.items[last-1].function == subordinator || f.items[last-1].function == conjunction) && f.items[last-1].phrase < 0 {
		last--
	}
	if last-1 <= begin || !f.setsOff(last-1) {
		return
	}
	if f.items[last-1].piece < 0 {
		last--
	}
	behind := r.listSplits(n, right, end)
	if f.items[begin].function == conjunction {
		begin++ // "And the plan is dead, Smith said"
	}
	tries := 0
	for i := last - 1; i >= begin; i-- {
		if i > begin && (!f.isOpening(i) || tries >= mostOpenings) {
			continue
		}
		tries++
		before := extent{i, last}
		r.contents = append(r.contents, content{cue: n, before: before})
		for _, after := range behind {
			r.contents = append(r.contents, content{cue: n, before: before, after: after})
		}
	}
}

// listSplits lists what may stand behind a source and cue that part the words:
// "The plan, Smith told the house, is dead".
func (r *reporter) listSplits(n, right, end int) []extent {
	f := r.f
	if right >= end {
		return nil
	}
	start := right
	if p := f.items[start].phrase; p >= 0 {
		start = f.phrases[p].whole
	}
	start = f.skipSetting(start, end)
	for start < end && f.items[start].mark != noMark {
		start++
	}
	if start >= end || start == right || f.items[start-1].mark == noMark {
		return nil
	}
	r.listBreaks(n, extent{start, end})
	var splits []extent
	for i, b := range r.breaks {
		if i < mostSplits || b == end {
			splits = append(splits, extent{start, b})
		}
	}
	return splits
}

// setsOff reports whether item i parts what stands before it from a source: a
// comma, a dash, or a quoted fragment with its comma inside the marks.
func (f *frame) setsOff(i int) bool {
	it := &f.items[i]
	if it.piece >= 0 {
		return f.pieces[it.piece].ends == comma
	}
	return it.mark == comma || it.mark == dash
}

// isOpening reports whether a clause may begin at item i.
func (f *frame) isOpening(i int) bool {
	switch before := &f.items[i-1]; {
	case f.items[i].mark != noMark:
		return false
	case before.mark == closing:
		return false
	case before.mark != noMark:
		return true
	default:
		return before.phrase < 0 && (before.function == conjunction || before.function == that)
	}
}

// hasVerb reports whether an extent holds a finite verb.
func (f *frame) hasVerb(s extent) bool {
	return slices.ContainsFunc(f.items[s.first:s.last], func(it item) bool {
		return it.phrase < 0 && (it.function == auxiliary || it.function == beForm || isFinite(&it))
	})
}
