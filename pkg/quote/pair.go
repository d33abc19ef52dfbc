package quote

import (
	"strings"

	"github.com/whosaid/whosaid/pkg/span"
)

// longestHold is how many paragraphs without marks a quote that was left open
// may run over before the closing mark is given up: long speeches are at times
// printed with one opening and one closing mark.
const longestHold = 3

// none stands for the partner of a mark that has none.
const none = -1

// scanner pairs the marks of a text, paragraph by paragraph.
type scanner struct {
	text     string
	marks    []mark // of the current paragraph
	members  []int  // the marks of the family at hand
	partner  []int  // for each member its partner in members, or none
	opener   []bool // for each member, whether it was read as an opening mark
	stack    []int  // members that are open
	pending  [families]pending
	quotes   [families][]Quote
	problems []Problem
	parts    []span.Span // room that the parts of quotes are cut from
	slipped  bool        // closing marks may stand at the start of the next line
}

// pending is a quote that its paragraph left open.
type pending struct {
	isOpen    bool
	quote     Quote
	mark      mark      // its last opening mark
	paragraph span.Span // that holds the mark
	held      int       // paragraphs without marks since
	nests     bool      // the paragraph has whole quotes behind the mark
}

// scan pairs all marks of the text and returns how many faults they have.
func (s *scanner) scan() (faults int) {
	for p := range paragraphs(s.text) {
		s.paragraph(p)
	}
	s.finish()
	return len(s.problems)
}

// paragraph pairs the marks of one paragraph, family by family.
func (s *scanner) paragraph(p span.Span) {
	s.marks = scanMarks(s.text, p, s.marks[:0])
	for f := range families {
		s.members = s.members[:0]
		for i := range s.marks {
			if s.marks[i].family == f {
				s.members = append(s.members, i)
			}
		}
		if len(s.members) == 0 {
			s.hold(f, p)
			continue
		}
		s.partner, s.opener = s.partner[:0], s.opener[:0]
		for range s.members {
			s.partner, s.opener = append(s.partner, none), append(s.opener, false)
		}
		switch {
		case f == single:
			s.pairSingle()
		case f == double && s.slipped && s.hasStraight():
			s.pairByTurns(p, s.pending[f].isOpen && isBelow(s.text, p))
		default:
			s.pairNested(p, s.pending[f])
			s.pairLeft()
		}
		s.collect(f, p)
	}
}

// member returns mark i of the family at hand.
func (s *scanner) member(i int) *mark { return &s.marks[s.members[i]] }

// pairNested pairs marks as brackets are paired. Where a mark's shape and the
// spaces around it disagree, or say nothing, what is open decides.
func (s *scanner) pairNested(p span.Span, held pending) {
	s.stack = s.stack[:0]
	for i := range s.members {
		m := s.member(i)
		isOpen := len(s.stack) > 0
		if i == 0 && held.isOpen {
			// At the start of a line only a mark that cannot open closes.
			isOpen = !m.first || m.shape == closes && held.mark.shape != closes && isBelow(s.text, p)
		}
		if s.isInches(i, isOpen) {
			continue
		}
		if s.readsAsOpening(m, isOpen) {
			s.opener[i] = true
			s.stack = append(s.stack, i)
			continue
		}
		if n := len(s.stack); n > 0 {
			s.partner[i], s.partner[s.stack[n-1]] = s.stack[n-1], i
			s.stack = s.stack[:n-1]
		}
	}
}

// readsAsOpening decides whether m opens a quote.
func (s *scanner) readsAsOpening(m *mark, isOpen bool) bool {
	switch m.shape {
	case opens:
		if !isOpen {
			return true
		}
		if n := len(s.stack); n > 0 && s.member(s.stack[n-1]).low && !m.low {
			return m.lean == opens // „…“: the German closing mark
		}
		// “…“ and “… “: typed in the wrong direction.
		return m.lean != closes && (m.lean == opens || !isSpace(m.after))
	case closes:
		return !isOpen && (m.lean == opens || m.first && m.lean == either) // ”…”
	}
	return m.lean == opens || m.lean == either && !isOpen
}

// isInches reports whether member i is a measure (5'10", a 6" pipe) and no
// quotation mark: it follows a digit, and either nothing is open or what is
// open has its closing mark still to come.
func (s *scanner) isInches(i int, isOpen bool) bool {
	m := s.member(i)
	if m.before < '0' || m.before > '9' || m.shape == opens {
		return false
	}
	if !isOpen {
		return true
	}
	if i+1 == len(s.members) {
		return false
	}
	next := s.member(i + 1)
	return next.lean == closes && next.shape != opens && (next.before < '0' || next.before > '9')
}

// pairLeft pairs neighbours that are both left over and of the same mind: in
// `He said," We are ready."` a space is at the wrong side, in `accused of ” theft ”`
// one is at both sides, but their number tells.
func (s *scanner) pairLeft() {
	for i := 0; i+1 < len(s.members); i++ {
		if s.partner[i] != none || s.partner[i+1] != none {
			continue
		}
		a, b := s.member(i), s.member(i+1)
		if a.shape != b.shape || s.opener[i] != s.opener[i+1] || a.shape == opens {
			continue
		}
		if a.shape == closes && a.before != ',' && a.before != ':' && !(isGap(a.before) && isGap(a.after)) {
			continue // two curly closing marks: only what is before the first tells
		}
		if s.isInches(i, false) || s.isInches(i+1, false) {
			continue
		}
		s.partner[i], s.partner[i+1] = i+1, i
		s.opener[i], s.opener[i+1] = true, false
	}
}

// collect turns the pairs of one family in paragraph p into quotes.
func (s *scanner) collect(f family, p span.Span) {
	i := s.resume(f, p)
	for i < len(s.members) {
		m := s.member(i)
		switch {
		case s.partner[i] > i:
			s.add(f, Quote{Outer: span.Span{Start: m.Start, End: s.member(s.partner[i]).End}, Parts: s.room(m.End, s.member(s.partner[i]).Start)})
			i = s.partner[i]
		case s.opener[i] && i+1 == len(s.members) && !m.first && (m.lean == closes && !s.slipped || !hasContent(s.text[m.End:p.End])):
			s.unopened(f, m) // it leans the wrong way, or nothing is left to open
		case s.opener[i] && (i+1 == len(s.members) || s.nests(i)):
			s.leaveOpen(f, p, m, Quote{Outer: span.Span{Start: m.Start}})
			return
		case s.opener[i]:
			s.unclosed(f, Quote{Outer: span.Span{Start: m.Start}}, m, guessEnd(s.text, m.End, s.member(i+1).Start, true))
		default:
			s.unopened(f, m)
		}
		i++
	}
}

// resume carries on the quote that the paragraphs before left open, if any, and
// returns the first member of the family that is not part of it.
func (s *scanner) resume(f family, p span.Span) int {
	held := s.pending[f]
	s.pending[f] = pending{}
	if !held.isOpen {
		return 0
	}
	m := s.member(0)
	q := held.quote
	switch {
	case s.opener[0] && m.first && m.shape == held.mark.shape && held.held == 0 && !s.endsWithAttribution(held):
		// Each paragraph of a long quotation opens anew.
		q.Parts = s.extend(q.Parts, span.Span{Start: held.mark.End, End: held.paragraph.End})
		switch {
		case s.partner[0] > 0:
			last := s.member(s.partner[0])
			q.Parts, q.Outer.End = s.extend(q.Parts, span.Span{Start: m.End, End: last.Start}), last.End
			s.add(f, q)
			return s.partner[0] + 1
		case len(s.members) == 1 || s.nests(0):
			s.leaveOpen(f, p, m, q)
			return len(s.members)
		default:
			s.unclosed(f, q, m, guessEnd(s.text, m.End, s.member(1).Start, true))
		}
		return 1
	case !s.opener[0] && s.partner[0] == none && f != single && !s.endsWithAttribution(held):
		// One opening mark and one closing mark, paragraphs apart.
		q.Parts = s.extend(q.Parts, span.Span{Start: held.mark.End, End: held.paragraph.End})
		for part := range paragraphs(s.text[held.paragraph.End:m.Start]) {
			q.Parts = s.extend(q.Parts, span.Span{Start: held.paragraph.End + part.Start, End: held.paragraph.End + part.End})
		}
		q.Outer.End = m.End
		s.add(f, q)
		return 1
	}
	s.giveUp(f, held)
	return 0
}

// hold passes over a paragraph without marks of the family.
func (s *scanner) hold(f family, p span.Span) {
	h := &s.pending[f]
	if !h.isOpen {
		return
	}
	h.held++
	if h.held > longestHold && !(s.slipped && h.held <= longestSlipped) {
		held := *h
		*h = pending{}
		s.giveUp(f, held)
	}
}

// finish ends what is still open at the end of the text.
func (s *scanner) finish() {
	for f := range families {
		if h := s.pending[f]; h.isOpen {
			s.pending[f] = pending{}
			s.giveUp(f, h)
		}
	}
}

// leaveOpen keeps a quote that paragraph p does not close for the next one.
func (s *scanner) leaveOpen(f family, p span.Span, m *mark, q Quote) {
	s.pending[f] = pending{isOpen: true, quote: q, mark: *m, paragraph: p, nests: m != s.member(len(s.members)-1)}
}

// nests reports whether member i opens an excerpt that its whole paragraph
// belongs to, with quotes of its own:
//
//	"The new pier, which she called “a scandal,” was never built. It will be.
//
// The outer mark is straight, opens the paragraph and has no partner; the marks
// behind it are curly and whole. It must not take
//
//	"We are ready, he said. “We go.”
//
// where the closing mark was forgotten.
func (s *scanner) nests(i int) bool {
	m := s.member(i)
	if !m.first || m.shape != either || i+1 == len(s.members) {
		return false
	}
	for j := i + 1; j < len(s.members); j++ {
		if s.partner[j] == none || s.partner[j] < i || s.member(j).shape == either {
			return false
		}
	}
	_, found := firstAttribution(s.text, m.End, s.member(i+1).Start)
	return !found
}

// giveUp ends a quote whose closing mark never came.
func (s *scanner) giveUp(f family, h pending) {
	end := h.paragraph.End
	if !h.nests {
		end = guessEnd(s.text, h.mark.End, end, false)
	}
	s.unclosed(f, h.quote, &h.mark, end)
}

// unclosed ends a quote whose last opening mark m has no partner at byte end.
func (s *scanner) unclosed(f family, q Quote, m *mark, end int) {
	if f == single || f == singleGuillemet {
		return // more often an apostrophe than a quote
	}
	if m.lean == closes {
		s.unopened(f, m)
		return
	}
	s.problems = append(s.problems, Problem{m.Span, CodeUnclosed, "this quotation mark is never closed"})
	q.Parts = s.extend(q.Parts, span.Span{Start: m.End, End: end})
	q.Outer.End, q.Unclosed = end, true
	s.add(f, q)
}

// unopened reports a closing mark that closes nothing.
func (s *scanner) unopened(f family, m *mark) {
	if f == single || f == singleGuillemet || m.before >= '0' && m.before <= '9' {
		return // an apostrophe or a measure
	}
	s.problems = append(s.problems, Problem{m.Span, CodeUnopened, "this quotation mark closes nothing"})
}

// endsWithAttribution reports whether the paragraph that left a quote open
// names the speaker at its end (“We are ready, she said.): then the closing
// mark was forgotten, and what follows is another quote.
func (s *scanner) endsWithAttribution(h pending) bool {
	_, found := attributionEnd(s.text, h.mark.End, h.paragraph.End)
	return found
}

// add keeps a quote, its parts trimmed of space, unless no word is left of it.
// Paragraphs that hold only a stage direction are no part of what is said, nor
// is the name below it.
func (s *scanner) add(f family, q Quote) {
	kept := q.Parts[:0]
	several := len(q.Parts) > 1
	for _, part := range q.Parts {
		if part = trim(s.text, part); hasContent(part.Of(s.text)) && !(several && isStageDirection(part.Of(s.text))) {
			kept = append(kept, part)
		}
	}
	if len(kept) == 0 {
		return
	}
	if n := len(kept); n > 1 && isByline(s.text, kept[n-2].End, kept[n-1]) {
		q.Label, kept = kept[n-1], kept[:n-1]
		if strings.HasSuffix(q.Label.Of(s.text), ".") {
			q.Label.End--
		}
	}
	q.Parts = kept
	q.Start, q.End = kept[0].Start, kept[len(kept)-1].End
	q.Single = f == single || f == singleGuillemet
	s.quotes[f] = append(s.quotes[f], q)
}

// room returns a list of one part, cut from a larger block: most quotes have
// one, and one allocation for each would cost more than finding it.
func (s *scanner) room(start, end int) []span.Span {
	const block = 256 // parts
	if len(s.parts) == cap(s.parts) {
		s.parts = make([]span.Span, 0, block)
	}
	s.parts = append(s.parts, span.Span{Start: start, End: end})
	n := len(s.parts)
	return s.parts[n-1 : n : n]
}

// extend adds a part to a quote.
func (s *scanner) extend(parts []span.Span, part span.Span) []span.Span {
	if parts == nil {
		return s.room(part.Start, part.End)
	}
	return append(parts, part)
}
