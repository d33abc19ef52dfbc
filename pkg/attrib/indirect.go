package attrib

import (
	"slices"

	"github.com/whosaid/whosaid/pkg/coref"
	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/quote"
	"github.com/whosaid/whosaid/pkg/span"
)

// Indirect finds speech that is reported without marks: Smith said that the
// plan was dead; the plan is dead, Smith said; according to Smith, the plan is
// dead. It must not take the plan in Smith said no. The quotes that marks show
// and their attributions are given, so that no words are reported twice. The
// answers are in text order, an attribution for each quote.
func Indirect(d *nlp.Document, quotes []quote.Quote, entities *coref.Entities, attributions []Attribution) ([]quote.Quote, []Attribution) {
	f := newFrame(d, quotes, entities)
	taken := make(map[int]bool, len(attributions)) // where the cues of quotes start
	for _, a := range attributions {
		if !a.Cue.IsEmpty() {
			taken[a.Cue.Start] = true
		}
	}
	var found []reported
	for n := range f.clauses {
		c := &f.clauses[n]
		if c.subject < 0 || taken[f.span(c.first, c.last).Start] || !reports(c) {
			continue
		}
		if r, ok := f.content(c); ok {
			r.clause = n
			found = append(found, r)
		}
	}
	return f.report(found)
}

// reported is a stretch of reported speech.
type reported struct {
	parts   [2]extent // the second one is empty unless the cue splits the first
	clause  int
	pattern pattern
}

// extent is a half-open stretch of items.
type extent struct{ first, last int }

func (e extent) isEmpty() bool { return e.last <= e.first }

// reports reports whether a cue stands for speech and not for a thought.
func reports(c *clause) bool { return c.verb != think && c.verb != voice }

// sureIndirect is how often reported speech is found with about the right
// words, by pattern: the precision on PolNeAR train.
var sureIndirect = map[pattern]float64{sourceCueQuote: 0.8, quoteSourceCue: 0.82, quoteCueSource: 0.7, cueSourceQuote: 0.85}

// report turns what was found into quotes: of overlapping ones the first.
func (f *frame) report(found []reported) ([]quote.Quote, []Attribution) {
	var quotes []quote.Quote
	var answers []Attribution
	end := 0
	slices.SortStableFunc(found, func(a, b reported) int { return a.parts[0].first - b.parts[0].first })
	for _, r := range found {
		q := quote.Quote{Kind: quote.Indirect, Speech: sureIndirect[r.pattern]}
		for _, e := range r.parts {
			if !e.isEmpty() {
				q.Parts = append(q.Parts, f.span(e.first, e.last))
			}
		}
		q.Span = span.Span{Start: q.Parts[0].Start, End: q.Parts[len(q.Parts)-1].End}
		q.Outer = q.Span
		if q.Start < end {
			continue
		}
		end = q.End
		c := &f.clauses[r.clause]
		p := &f.phrases[c.subject]
		a := Attribution{Kind: quote.Indirect, Source: f.source(p), Cue: f.span(c.first, c.last), Confidence: q.Speech, Rule: "indirect-" + ruleName(r.pattern, p.kind)}
		a.Name = a.Source.Of(f.d.Text)
		if e, sure := f.resolve(p); e >= 0 {
			a.Entity, a.Name = e, f.entities.List[e].Name
			a.Confidence *= sure
		} else {
			a.Entity = -1
			if p.kind == pronoun {
				a.Reason = ReasonPronoun
			}
		}
		quotes = append(quotes, q)
		answers = append(answers, a)
	}
	return quotes, answers
}

// content finds the words that a cue reports.
func (f *frame) content(c *clause) (reported, bool) {
	begin, end := f.sentence(c.first)
	for end > begin && f.items[end-1].mark != noMark {
		end--
	}
	subject := &f.phrases[c.subject]
	switch c.link {
	case accordingTo:
		return f.beside(extent{begin, end}, extent{c.first, subject.whole}, cueSourceQuote)
	case inverted:
		return f.beside(extent{begin, end}, extent{c.first, subject.whole}, quoteCueSource)
	case agent, noLink:
		return reported{}, false
	}
	if start := f.contentStart(c, end); start >= 0 {
		r := reported{parts: [2]extent{{start, f.contentEnd(start, end)}}, pattern: sourceCueQuote}
		return r, f.isProse(r.parts[:]...)
	}
	if c.link == adjacent && subject.first > begin && f.items[subject.first-1].mark == comma {
		return f.beside(extent{begin, end}, extent{subject.first, c.last}, quoteSourceCue)
	}
	return reported{}, false
}

// beside takes what stands on both sides of an attribution that is set off by
// commas: "The plan, Smith said, is dead".
func (f *frame) beside(sentence, attribution extent, p pattern) (reported, bool) {
	left := extent{sentence.first, attribution.first}
	for !left.isEmpty() && f.items[left.last-1].mark != noMark {
		left.last--
	}
	right := extent{attribution.last, sentence.last}
	if !right.isEmpty() && left.isEmpty() {
		// "According to Smith, a farmer, the plan is dead."
		for right.first < right.last && f.items[right.first].mark != comma {
			right.first++
		}
	}
	if !right.isEmpty() && f.items[right.first].mark == comma {
		right.first++
	} else {
		right = extent{} // "…, said Smith in Ohio"
	}
	if left.isEmpty() {
		left, right = right, extent{}
	} else if !right.isEmpty() && (p == quoteCueSource || !f.hasVerb(right)) {
		right = extent{} // "…, said Smith, a farmer"
	}
	r := reported{parts: [2]extent{left, right}, pattern: p}
	return r, f.isProse(left, right) && (f.hasVerb(left) || f.hasVerb(right))
}

// contentStart returns the item at which what a verb reports starts; -1 when
// nothing follows it.
func (f *frame) contentStart(c *clause, end int) int {
	i := c.last
	if i < end && f.items[i].phrase >= 0 && takesAddressee(c.verb) {
		next := f.phrases[f.items[i].phrase].whole
		if next < end && (f.opensClause(next) || f.items[next].phrase >= 0 || f.items[next].function == to || f.thatAfter(next, end) >= 0) {
			i = next
		}
	}
	if i < end && f.opensClause(i) {
		return i
	}
	if k := f.thatAfter(i, end); k >= 0 && (takesAddressee(c.verb) || states(c.verb)) {
		return k
	}
	for i < end && (f.items[i].function == adverb || f.items[i].function == dateWord || f.isDatePreposition(i)) {
		i++
	}
	switch {
	case i >= end:
		return -1
	case f.items[i].function == to && (c.verb == promise || c.verb == urge || c.verb == ask || c.verb == claim || c.verb == deny):
		return i
	case f.items[i].phrase >= 0 && f.governsVerb(&f.phrases[f.items[i].phrase], end):
		return i
	case f.items[i].phrase >= 0 && takesObject(c.verb):
		return i
	}
	return -1
}

// thatAfter returns the "that" behind adverbials that begin at item i: "said in
// a statement on Monday that"; -1 for none. It must not take that in "attacked
// loopholes that help the rich".
func (f *frame) thatAfter(i, end int) int {
	for k := i; k < end && k-i < farContent; k++ {
		it := &f.items[k]
		switch {
		case it.function == that:
			return k
		case it.phrase >= 0:
			if before := f.items[f.phrases[it.phrase].first-1].function; before != preposition && before != ofFor && before != to && before != by {
				return -1
			}
			k = f.phrases[it.phrase].last - 1
		case it.mark != noMark, it.piece >= 0, it.clause >= 0, it.function == beForm, it.function == auxiliary:
			return -1
		}
	}
	return -1
}

// farContent is how many items may stand between a verb and the "that" of what
// it reports: "said in a statement on Monday that".
const farContent = 14

// opensClause reports whether item i begins a reported clause.
func (f *frame) opensClause(i int) bool {
	if f.items[i].function == that {
		return true
	}
	switch f.text(i) {
	case "whether", "how", "why", "what":
		return true
	}
	return false
}

// isDatePreposition reports whether item i is the "on" of "on Monday".
func (f *frame) isDatePreposition(i int) bool {
	return f.items[i].function == preposition && i+1 < len(f.items) && f.items[i+1].function == dateWord
}

// takesAddressee reports whether the object of a cue is who is spoken to.
func takesAddressee(c class) bool { return c == tell || c == ask || c == promise || c == urge }

// states reports whether the cue brings words as a statement.
func states(c class) bool { return c == say || c == write || c == claim || c == answer }

// takesObject reports whether the object of a cue is what is said.
func takesObject(c class) bool {
	switch c {
	case judge, deny, describe, urge, promise, claim:
		return true
	}
	return false
}

// contentEnd returns where what starts at item start ends: at another cue, or
// with its sentence.
func (f *frame) contentEnd(start, end int) int {
	for i := start + 1; i < end; i++ {
		it := &f.items[i]
		if it.mark == pause {
			return i
		}
		c := it.clause
		if c < 0 {
			continue
		}
		cl := &f.clauses[c]
		if cl.link == coordinated && i > 0 && (f.items[i-1].mark == comma || f.items[i-1].function == conjunction) {
			last := i - 1
			for last > start && (f.items[last-1].mark == comma || f.items[last-1].function == conjunction) {
				last--
			}
			return last
		}
	}
	return end
}

// isProse reports whether stretches hold words enough to report and no quoted
// piece: what has marks is reported by itself.
func (f *frame) isProse(parts ...extent) bool {
	words := 0
	for _, e := range parts {
		for i := e.first; i < e.last; i++ {
			if f.items[i].piece >= 0 {
				return false
			}
			if f.items[i].mark == noMark {
				words++
			}
		}
	}
	return words >= fewestReported
}

// fewestReported is how many words reported speech has.
const fewestReported = 3

// hasVerb reports whether a stretch holds a finite verb.
func (f *frame) hasVerb(e extent) bool {
	for i := e.first; i < e.last; i++ {
		it := &f.items[i]
		switch it.tag {
		case nlp.TagVBD, nlp.TagVBZ, nlp.TagVBP, nlp.TagMD:
			return true
		}
		if it.function == beForm || it.function == auxiliary {
			return true
		}
	}
	return false
}
