package attrib

import (
	_ "embed"
	"math"
	"sync"

	"github.com/whosaid/whosaid/pkg/evidence"
	"github.com/whosaid/whosaid/pkg/nlp"
)

// indirectList holds the weights of the evidence for reported speech, one a
// line: name, tab, weight. "whosaid-train indirect" writes it.
//
//go:embed indirect.tsv
var indirectList string

// indirectWeights says how much each piece of evidence speaks for a content,
// in units of log odds.
var indirectWeights = sync.OnceValue(func() *evidence.Weights { return evidence.Read(indirectList) })

// rank gives the contents of cue n their probabilities and returns that of
// its reporting nothing.
func (r *reporter) rank(n int) float64 {
	sum, top := 0.0, math.Inf(-1)
	r.buffer.yield = func(name []byte) { sum += r.weights.Of(name) }
	for i := range r.contents {
		sum = 0
		r.contentFeatures(n, i)
		r.contents[i].score = sum
		top = max(top, sum)
	}
	total := 0.0
	for i := range r.contents {
		r.contents[i].score = math.Exp(r.contents[i].score - top)
		total += r.contents[i].score
	}
	for i := range r.contents {
		r.contents[i].score /= total
	}
	return r.contents[0].score
}

// contentFeatures yields the evidence for and against content i of cue n.
func (r *reporter) contentFeatures(n, i int) {
	b := &r.buffer
	c, cl := &r.contents[i], &r.cues[n]
	lemma := r.lemma(cl)
	class := classWords[cl.verb]
	if i == 0 {
		r.nothingFeatures(cl, lemma, class)
		return
	}
	place := "after"
	switch {
	case c.after.isEmpty():
		place = "before"
	case !c.before.isEmpty():
		place = "split"
	}
	b.put("place", place, linkNames[cl.link], class)
	b.put("place+cue", place, lemma)
	prior := r.prior(cl)
	b.put("place+prior", place, prior, linkNames[cl.link])
	b.put("place+prior+opening", place, prior, c.opening)
	if !c.after.isEmpty() {
		r.afterFeatures(c, cl, place, class, lemma)
	}
	if !c.before.isEmpty() {
		r.beforeFeatures(c, cl, place, class)
	}
}

func (r *reporter) afterFeatures(c *content, cl *clause, place, class, lemma string) {
	f, b := r.f, &r.buffer
	s := c.after
	verb := yes(f.hasVerb(s))
	opening := c.opening
	if opening == "" {
		opening = place + " " + f.openingName(s.first)
	}
	b.put("opening", opening, class, verb)
	b.put("opening+cue", opening, lemma)
	b.put("opening+verb", opening, verb)
	b.put("cue+verb", lemma, verb)
	end, next := f.breakName(s.last)
	b.put("end", place, end, verb)
	b.put("end+next", place, end, next)
	b.put("end+opening", opening, end)
	b.put("end+class", class, end, verb)
	b.put("length", number(s.last-s.first), opening)
	b.put("length+verb", number(s.last-s.first), verb)
	if s.last < len(f.items) {
		b.put("end+cue", yes(f.cueFollows(s.last)), end)
	}
	b.put("end+setting", f.setting(s.last))
	b.put("end+setting+verb", f.setting(s.last), verb)
	b.put("end+form", f.sameForm(cl, s.last), end, verb)
	b.put("head", lemma, f.openingHead(s.first))
	b.put("head+opening", opening, f.openingHead(s.first))
	b.put("opening+passive", opening, class, yes(f.isPassive(cl)))
	last := &f.items[s.last-1]
	b.put("last", last.tag.String(), markNames[last.mark], verb)
	skipped := 0
	for k := s.first + 1; k < s.last && k-s.first < maxReach; k++ {
		if !r.isBreak(cl, k) {
			continue
		}
		skipped++
		name, after := f.breakName(k)
		before := yes(f.hasVerb(extent{s.first, k}))
		b.put("skip", place, name, before)
		b.put("skip+next", name, after, before)
		b.put("skip+class", class, name, before)
		if f.cueFollows(k) {
			b.put("skip+cue", name, before)
		}
		b.put("skip+setting", f.setting(k))
		b.put("skip+form", f.sameForm(cl, k), name, before)
		if skipped == mostBreaks {
			break
		}
	}
	b.put("skipped", number(skipped), opening)
}

func (r *reporter) beforeFeatures(c *content, cl *clause, place, class string) {
	f, b := r.f, &r.buffer
	s := c.before
	verb := yes(f.hasVerb(s))
	start := "sentence"
	if s.first > 0 && !f.items[s.first].start {
		start = f.following(s.first - 1)
	}
	b.put("start", place, start, verb)
	b.put("start+class", place, start, class)
	b.put("start+opening", place, start, f.openingName(s.first))
	b.put("before-opening", place, f.openingName(s.first), verb)
	b.put("before-length", place, number(s.last-s.first), verb)
	b.put("before-link", place, linkNames[cl.link], verb, class)
	b.put("before-subject", place, r.subjectKind(cl), verb)
	_, right := f.attributionAt(cl)
	end, next := f.breakName(right)
	b.put("behind", place, end, next)
	b.put("behind+verb", place, end, verb)
	between := "none"
	if left, _ := f.attributionAt(cl); left > 0 {
		between = f.following(left - 1)
	}
	b.put("between", place, between, class, verb)
	skipped := 0
	for k := s.last - 1; k > s.first; k-- {
		if f.isOpening(k) {
			skipped++
			b.put("over", f.following(k-1), f.openingName(k), yes(f.hasVerb(extent{k, s.last})))
			if skipped == mostOpenings {
				break
			}
		}
	}
	b.put("overs", number(skipped), start)
}

// nothingFeatures yields the evidence that a cue reports nothing.
func (r *reporter) nothingFeatures(cl *clause, lemma, class string) {
	f, b := r.f, &r.buffer
	_, right := f.attributionAt(cl)
	form, link := formNames[cl.form], linkNames[cl.link]
	next := "end"
	if right < len(f.items) && !f.items[right].start {
		next = f.openingName(right)
		if r.parts(right) || f.items[right].mark != noMark && right+1 < len(f.items) && r.parts(right+1) {
			next = "utterance"
		}
	}
	prior := r.prior(cl)
	b.put("nothing")
	b.put("nothing+cue", lemma)
	b.put("nothing+form", class, form, link)
	b.put("nothing+lemma", lemma, form)
	b.put("nothing+tag", lemma, f.items[cl.first].tag.String())
	b.put("nothing+next", next, class)
	b.put("nothing+cue+next", lemma, next)
	b.put("nothing+prior", prior, class)
	b.put("nothing+around", prior, next, link)
	b.put("nothing+subject", r.subjectKind(cl), class)
	b.put("nothing+passive", yes(f.isPassive(cl)), class)
	b.put("nothing+passive+cue", yes(f.isPassive(cl)), lemma, next)
	if cl.first > 0 {
		b.put("nothing+before-cue", f.following(cl.first-1), class)
		b.put("nothing+word-before", f.wordAt(cl.first-1))
	}
	if cl.subject >= 0 {
		if p := &f.phrases[cl.subject]; p.kind == noun {
			b.put("nothing+head", f.head(p))
		}
	}
}

// prior names what stands before a source and its cue.
func (r *reporter) prior(cl *clause) string {
	f := r.f
	left, _ := f.attributionAt(cl)
	switch {
	case left == 0 || f.items[left].start:
		return "start"
	case r.parts(left - 1), left > 1 && f.items[left-1].mark != noMark && r.parts(left-2):
		return "utterance"
	}
	return f.following(left - 1)
}

// subjectKind names what the source of a cue is written as.
func (r *reporter) subjectKind(cl *clause) string {
	if cl.subject < 0 && cl.form == base && !cl.isNoun() {
		return "none" // an infinitive: whoever speaks by it stands elsewhere
	}
	p, ok := r.source(cl)
	if !ok {
		return "none"
	}
	if p.kind == pronoun {
		return pronounWords[p.pronoun]
	}
	return p.kind.word()
}

// openingName names how words that begin with item i begin.
func (f *frame) openingName(i int) string {
	it := &f.items[i]
	switch {
	case it.piece >= 0:
		return "piece"
	case it.mark != noMark:
		return markNames[it.mark]
	case it.phrase >= 0:
		p := &f.phrases[it.phrase]
		behind := "end"
		if p.whole < len(f.items) && !f.items[p.whole].start {
			behind = f.following(p.whole)
		}
		if f.governsVerb(p, min(len(f.items), p.whole+maxReach)) {
			return "subject " + behind
		}
		if p.kind == pronoun {
			return "object pronoun " + behind
		}
		return "object " + behind
	case it.function != noFunction && it.function != adverb:
		return f.wordAt(i)
	}
	return it.tag.String()
}

// breakName names the break before item i: the mark that makes it, and what
// comes behind.
func (f *frame) breakName(i int) (name, next string) {
	if i >= len(f.items) || f.items[i].start {
		return "end", ""
	}
	it := &f.items[i]
	switch {
	case it.piece >= 0:
		return "piece", ""
	case it.mark == stop, it.mark == shout, it.mark == dots, it.mark == closing:
		return "end", ""
	case it.mark != noMark:
		i++
		name = markNames[it.mark]
		if i >= len(f.items) || f.items[i].start {
			return "end", ""
		}
		if f.items[i].function == conjunction && i+1 < len(f.items) {
			name += " " + f.wordAt(i)
			i++
		}
	case it.function == conjunction && i+1 < len(f.items):
		name = f.wordAt(i)
		i++
	}
	return name, f.openingName(i)
}

// setting names the preposition before item i and what it governs: "in a
// statement" tells where somebody spoke, "in Ohio" belongs to the words.
func (f *frame) setting(i int) string {
	if i+1 >= len(f.items) || f.items[i].function != preposition || f.items[i].start {
		return "none"
	}
	return f.wordAt(i) + " " + f.openingHead(i+1)
}

// openingHead returns the head of the phrase that holds item i: its last word,
// or the kind of name that it is.
func (f *frame) openingHead(i int) string {
	n := f.items[i].phrase
	if n < 0 {
		return f.wordAt(i)
	}
	p := &f.phrases[n]
	if p.kind == noun || p.kind == pronoun {
		return f.head(p)
	}
	return p.kind.word()
}

// sameForm tells whether the verb behind a break is inflected as the cue is:
// "said he was ready and left".
func (f *frame) sameForm(cl *clause, i int) string {
	for k := i; k < len(f.items) && k-i < maxAgent && !f.items[k].start; k++ {
		it := &f.items[k]
		switch {
		case it.phrase >= 0:
			return "phrase"
		case !it.tag.IsVerb() && it.tag != nlp.TagMD:
		case it.tag == f.items[cl.first].tag:
			return "same"
		default:
			return it.tag.String()
		}
	}
	return "none"
}

// isPassive reports whether a form of be stands before the verb, adverbs aside.
func (f *frame) isPassive(cl *clause) bool {
	if cl.form != past && cl.form != participle {
		return false
	}
	for i := cl.first - 1; i >= 0 && !f.items[i+1].start; i-- {
		switch it := &f.items[i]; {
		case it.function == beForm:
			return it.tag != nlp.TagPOS
		case it.function != adverb && it.tag != nlp.TagRB:
			return false
		}
	}
	return false
}

// cueFollows reports whether the words from a break at item i on are led by
// another cue, or by a source and its cue.
func (f *frame) cueFollows(i int) bool {
	for k := i; k < len(f.items) && k-i < maxAgent && !f.items[k].start; k++ {
		if f.items[k].clause >= 0 {
			return true
		}
		if k > i && f.items[k].mark != noMark {
			return false
		}
	}
	return false
}

// wordAt returns item i in lower case when it is a word of a closed class, else
// its tag.
func (f *frame) wordAt(i int) string {
	it := &f.items[i]
	if it.function == noFunction || it.function == dateWord {
		return f.following(i)
	}
	var buffer [maxWord]byte
	low, _ := lower(&buffer, f.text(i))
	return string(low)
}

// isFinite reports whether the tag is that of a finite verb.
func isFinite(it *item) bool {
	switch it.tag {
	case nlp.TagVBD, nlp.TagVBZ, nlp.TagVBP, nlp.TagMD:
		return true
	}
	return false
}
