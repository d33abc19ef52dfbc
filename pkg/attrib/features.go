package attrib

import "strconv"

// featureBuffer is a name under construction.
type featureBuffer struct {
	room  []byte
	yield func(name []byte)
}

// put yields the feature with the given name and values.
func (b *featureBuffer) put(name string, values ...string) {
	b.room = append(b.room[:0], name...)
	for i, v := range values {
		if i == 0 {
			b.room = append(b.room, '=')
		} else {
			b.room = append(b.room, ' ')
		}
		b.room = append(b.room, v...)
	}
	b.yield(b.room)
}

var (
	sideNames    = [...]string{"before", "between", "after"}
	markNames    = [...]string{"none", ".", "!", ",", ":", ";", "-", "...", "(", ")"}
	linkNames    = [...]string{"none", "adjacent", "apposed", "who", "inverted", "shared", "by", "according"}
	classWords   = [...]string{"none", "say", "tell", "ask", "answer", "write", "claim", "deny", "promise", "urge", "judge", "describe", "think", "voice", "show"}
	formNames    = [...]string{"base", "present", "past", "participle", "ing"}
	patternNames = [...]string{"none", "split", "quote-source-cue", "quote-cue-source", "source-cue-quote", "cue-source-quote", "colon", "headline", "dash", "same", "next-paragraph", "floating", "subject", "quote-source"}
	quoteKinds   = [...]string{"direct", "mixed", "mention", "indirect"}
	pronounWords = map[function]string{singularMan: "he", singularWoman: "he", pluralPronoun: "they", firstPerson: "i", secondPerson: "you", thing: "it"}
)

// number names a count, large ones in steps.
func number(n int) string {
	switch {
	case n < 0:
		return "<0"
	case n <= 4:
		return strconv.Itoa(n)
	case n <= 7:
		return "5-7"
	case n <= 14:
		return "8-14"
	}
	return "15+"
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}

// context is what the features of all candidates of a quote share.
type context struct {
	kind         string
	speech       string
	markBefore   string // the mark before the first piece
	ends         mark   // of the last piece
	alone        bool   // nothing else stands in its paragraphs
	starts       bool   // it starts a sentence
	previous     int    // the source of the last quote that has one; -1 for none
	speaker      int    // the entity that it stands for; -1 for none
	gap          string // what stands between that quote and this one
	claim        string // what the first sieve that answers goes by
	claimPrior   string // and what stands before the subject of its cue
	clauseBefore bool
	clauseAfter  bool
}

// contextOf reads what stands around a quote.
func (f *frame) contextOf(q int, last told) context {
	quoted := &f.quotes[q]
	pieces := f.of(q)
	first, end := int(pieces[0].item), int(pieces[len(pieces)-1].item)
	c := context{speaker: -1, kind: quoteKinds[quoted.Kind], previous: last.phrase, gap: "none", markBefore: "start"}
	c.speech = strconv.Itoa(int(quoted.Speech * 4.999))
	if first < 0 || end < 0 {
		return c
	}
	c.starts = f.items[first].start
	if first > 0 && f.items[first-1].paragraph == f.items[first].paragraph {
		switch it := &f.items[first-1]; {
		case it.mark != noMark:
			c.markBefore = markNames[it.mark]
		case it.piece >= 0:
			c.markBefore = "piece"
		case it.function == that:
			c.markBefore = "that"
		case it.clause >= 0 && f.clauses[it.clause].subject < 0:
			c.markBefore = "cue without source"
		case it.clause >= 0 || it.verb != noClass && it.phrase < 0:
			c.markBefore = "cue"
		case it.function == subordinator:
			c.markBefore = "as"
		case it.phrase >= 0:
			c.markBefore = "phrase"
		default:
			c.markBefore = "word"
		}
	}
	c.ends = f.endAt(&pieces[len(pieces)-1])
	c.alone = c.markBefore == "start" && (end+1 >= len(f.items) || f.items[end+1].paragraph != f.items[end].paragraph)
	if last.phrase >= 0 {
		c.speaker, _ = f.byName(&f.phrases[last.phrase])
		earlier := f.of(last.quote)
		if x := int(earlier[len(earlier)-1].item); x >= 0 {
			c.gap = f.gap(x, first)
		}
	}
	_, c.clauseBefore = f.before(first)
	_, c.clauseAfter = f.clauseAfter(end)
	return c
}

// noteClaim notes what the candidate of the first sieve has to show: how its
// cue is tied to the quote.
func (f *frame) noteClaim(ctx *context, candidates []candidate) {
	ctx.claim, ctx.claimPrior = "none", "none"
	for i := range candidates {
		c := &candidates[i]
		if !c.first {
			continue
		}
		ctx.claim = patternNames[c.vote]
		if c.clause >= 0 {
			cl := &f.clauses[c.clause]
			x := int(f.pieces[c.anchor].item)
			ctx.claim += " " + linkNames[cl.link] + " " + f.cueTouches(cl, x)
			if f.busy(cl, x) {
				ctx.claim += " busy"
			}
			ctx.claimPrior = f.prior(&f.phrases[cl.subject])
		}
		return
	}
}

// gap names what separates two quotes.
func (f *frame) gap(x, y int) string {
	a, b := &f.items[x], &f.items[y]
	switch paragraphs := int(b.paragraph - a.paragraph); {
	case paragraphs > 1:
		return "far"
	case paragraphs == 1 && y == x+1:
		return "paragraph"
	case paragraphs == 1:
		return "words, paragraph " + number(int(b.sentence-a.sentence))
	case y == x+1:
		return "nothing"
	}
	return "words " + number(int(b.sentence-a.sentence))
}

// features yields the evidence for and against a candidate of a quote, by
// name. Counts come in steps; words are in lower case. What each group is worth
// stands in MODEL.md; what was worth nothing is gone.
func (f *frame) features(b *featureBuffer, q int, ctx *context, c *candidate) {
	if c.phrase < 0 {
		f.nobodyFeatures(b, q, ctx)
		return
	}
	p := &f.phrases[c.phrase]
	x := int(f.pieces[c.anchor].item)
	piece := &f.pieces[c.anchor]
	here, there := &f.items[p.first], &f.items[x]
	sentences, paragraphs := int(there.sentence-here.sentence), int(there.paragraph-here.paragraph)
	phrases, clauses := c.phrase-int(piece.phrases), -1
	link, verb, form := noLink, noClass, base
	touches, busy := "no", "no"
	if c.clause >= 0 {
		cl := &f.clauses[c.clause]
		link, verb, form = cl.link, cl.verb, cl.form
		clauses = c.clause - int(piece.clauses)
		touches, busy = f.cueTouches(cl, x), yes(f.busy(cl, x))
	}
	if c.side == before {
		phrases, clauses = -1-phrases, -1-clauses
	} else {
		sentences, paragraphs = -sentences, -paragraphs
	}
	if c.clause < 0 {
		clauses = -1
	}
	ends := markNames[f.endAt(piece)]
	kind := p.kind.word()
	if p.kind == pronoun {
		kind = pronounWords[p.pronoun]
	}
	side, far, apart := sideNames[c.side], number(min(sentences, 3)), number(min(paragraphs, 2))

	// Where it stands, and how its cue ties it to the quote.
	b.put("where", side, far, apart, ctx.kind)
	b.put("where+mark", side, far, apart, linkNames[link], ctx.markBefore, ends)
	b.put("phrases+link", side, number(phrases), linkNames[link])
	b.put("touches+class", side, touches, classWords[verb], formNames[form])
	b.put("touches+busy", side, touches, busy, number(clauses), linkNames[link])
	if c.clause >= 0 {
		b.put("cue", f.cueWord(&f.clauses[c.clause]), number(min(sentences, 1)))
	}

	// What it is, and what stands beside it.
	b.put("kind+link", kind, linkNames[link])
	b.put("kind+where", kind, side, far, apart)
	if p.kind == noun {
		b.put("head+link", yes(link != noLink), f.head(p))
	}
	next := "none"
	if p.whole < len(f.items) && !f.items[p.whole].start {
		next = f.following(p.whole)
	}
	b.put("next", next, linkNames[link])
	b.put("prior", f.prior(p), linkNames[link])
	if p.mention >= 0 && f.entities.Of[p.mention] >= 0 {
		b.put("inside", yes(f.mentionedIn(f.entities.Of[p.mention], q)), linkNames[link])
	}

	// What the sieves say of it and of its rivals.
	same := "no"
	if c.phrase == ctx.previous {
		same = "phrase"
	} else if e, _ := f.byName(p); e >= 0 && e == ctx.speaker {
		same = "entity"
	}
	b.put("vote+kind", patternNames[c.vote], kind, ctx.kind)
	b.put("vote+busy", patternNames[c.vote], yes(c.first), busy, touches, number(clauses))
	for s := range sieves {
		if c.votes&(1<<s) != 0 {
			b.put("sieve", strconv.Itoa(s), ends, ctx.kind)
		}
	}
	b.put("claim", ctx.claim, yes(c.first), same)
	b.put("claim+prior", ctx.claim, ctx.claimPrior, yes(c.first), same)

	// Whether it said the quote before.
	if ctx.previous >= 0 {
		b.put("previous+touches", same, touches, linkNames[link], busy)
		b.put("previous+alone", same, yes(ctx.alone), ctx.gap, ctx.kind)
		b.put("previous+clause", same, yes(ctx.clauseBefore), yes(ctx.clauseAfter), ctx.gap)
		b.put("previous+link", same, linkNames[link], side, far, apart)
	}
}

// nobodyFeatures yields the evidence that a quote has no source.
func (f *frame) nobodyFeatures(b *featureBuffer, q int, ctx *context) {
	quoted := &f.quotes[q]
	b.put("nobody+speech", ctx.speech, ctx.kind)
	b.put("nobody+mark", ctx.markBefore, markNames[ctx.ends], ctx.kind)
	b.put("nobody+clauses", yes(ctx.clauseBefore), yes(ctx.clauseAfter), ctx.kind)
	b.put("nobody+gap", ctx.gap, yes(ctx.previous >= 0), ctx.kind)
	b.put("nobody+alone", yes(ctx.alone), yes(ctx.starts), ctx.kind)
	b.put("nobody+length", number(quoted.Len()/12), ctx.kind)
	pieces := f.of(q)
	if x := int(pieces[0].item); x > 0 && f.items[x-1].piece < 0 && f.items[x-1].mark == noMark {
		var buffer [maxWord]byte
		if low, ok := lower(&buffer, f.text(x-1)); ok {
			b.put("nobody+word", string(low))
		}
	}
}
