package attrib

import (
	"math"

	"github.com/whosaid/whosaid/pkg/quote"
	"github.com/whosaid/whosaid/pkg/span"
)

const (
	// leastSource is the probability under which a source is not named: the
	// best of many bad candidates is a guess.
	leastSource = 0.3
	// wordsShare is how much what the words themselves tell counts, beside the
	// search for a source, when the two decide whether a quote is speech.
	wordsShare = 0.35
	// From these log odds, so weighed, short fragments and other quotes count as
	// speech. Short ones need more: a title put in somebody's mouth is worse
	// than a lost fragment. Chosen by cross-validation on PolNeAR train.
	leastOddsShort = 0.75
	leastOdds      = -0.5
	// shortFragment is under how many bytes, about four words, a fragment is
	// short.
	shortFragment = 20
	// sureWords is the probability from which a whole utterance is speech by its
	// words alone: the source may be a crowd or a caption.
	sureWords = 0.88
	// surest bounds the probabilities that are weighed.
	surest = 0.9999
)

// kindOf decides what a quote is, given the probability that nobody is named as
// its source.
func (f *frame) kindOf(q int, nobody float64) quote.Kind {
	quoted := &f.quotes[q]
	odds := wordsShare*logOdds(quoted.Speech) - (1-wordsShare)*logOdds(nobody)
	switch {
	case quoted.Whole && quoted.Speech >= sureWords:
		return quote.Direct
	case odds < leastOdds, !quoted.Whole && quoted.Len() < shortFragment && odds < leastOddsShort:
		return quote.Mention
	case quoted.Whole:
		return quote.Direct
	}
	return quote.Mixed
}

// logOdds returns the log odds of a probability.
func logOdds(p float64) float64 {
	p = min(max(p, 1-surest), surest)
	return math.Log(p / (1 - p))
}

// answer is the attribution of a quote of a kind to a candidate, and the phrase
// that describes a speaker without a name, -1 for none.
func (f *frame) answer(q int, kind quote.Kind, c *candidate, last told, speaker int) (a Attribution, described int) {
	a = Attribution{Kind: kind, Entity: -1, Confidence: c.score, Reason: ReasonNoSource}
	switch {
	case c.phrase < 0 || kind == quote.Mention:
		return a, -1
	case c.score < leastSource:
		a.Reason = ReasonWeak
		return a, -1
	}
	p := &f.phrases[c.phrase]
	a.Cue = f.cueOf(c)
	a.Rule = ruleName(f.patternOf(c), p.kind)
	if owner, ok := f.owner(p); ok {
		if a.Cue.IsEmpty() {
			a.Cue = f.span(p.last-1, p.last)
		}
		p = &owner
	}
	if all := f.jointSource(c); !all.IsEmpty() {
		a.Reason, a.Source, a.Name = "", all, all.Of(f.d.Text)
		return a, -1
	}
	described = f.speakerIs(&a, p, q, last, speaker)
	if p.kind == noun && a.Entity < 0 && p == &f.phrases[c.phrase] {
		described = c.phrase
	}
	return a, described
}

// speakerIs makes a phrase the source of an attribution, and returns the phrase
// that describes the speaker when the source is a pronoun for somebody without
// a name, -1 otherwise.
func (f *frame) speakerIs(a *Attribution, p *phrase, q int, last told, speaker int) (described int) {
	a.Reason = ""
	a.Source = f.source(p)
	a.Name = a.Source.Of(f.d.Text)
	who := f.resolveIn(p, q, last, speaker)
	if p.kind == noun && who.entity < 0 {
		if called, _ := f.calledName(p); !called.IsEmpty() {
			a.Name = called.Of(f.d.Text)
		}
	}
	switch {
	case who.entity >= 0:
		a.Entity = who.entity
		a.Name = f.entities.List[a.Entity].Name
		a.Confidence *= who.sure
	case p.pronoun == pluralPronoun && !last.joint.IsEmpty():
		a.Name = last.joint.Of(f.d.Text)
	case who.described >= 0:
		a.Name = f.source(&f.phrases[who.described]).Of(f.d.Text)
		a.Confidence *= who.sure
	case p.kind == pronoun:
		a.Reason = ReasonPronoun
		if p.pronoun != pluralPronoun {
			break
		}
		if both := f.jointBefore(q); !both.IsEmpty() {
			a.Reason, a.Name = "", both.Of(f.d.Text)
		}
	}
	return who.described
}

// cueOf returns the cue that ties a candidate to its quote; empty when its
// nearest cue is that of another sentence.
func (f *frame) cueOf(c *candidate) span.Span {
	if c.clause < 0 {
		return span.Span{}
	}
	cl := &f.clauses[c.clause]
	elsewhere := f.items[cl.first].sentence != f.items[f.pieces[c.anchor].item].sentence
	if c.side == before && (c.votes == 0 && elsewhere || f.patternOf(c) == floating) {
		return span.Span{}
	}
	return f.span(cl.first, cl.last)
}

// patternOf returns the pattern of the first sieve that proposes a candidate
// or, when the model alone found it, the order in which it stands.
func (f *frame) patternOf(c *candidate) pattern {
	if c.vote != noPattern {
		return c.vote
	}
	same := f.items[f.phrases[c.phrase].first].sentence == f.items[f.pieces[c.anchor].item].sentence
	switch {
	case c.side != before && c.clause >= 0:
		return quoteSourceCue
	case c.side != before:
		return quoteSource
	case !same:
		return floating
	case c.clause >= 0:
		return sourceCueQuote
	}
	return sentenceSubject
}

// ruleName names the evidence: the order of quotation, source and cue, with
// what the source is written as.
func ruleName(p pattern, k kind) string {
	w := k.word()
	switch p {
	case splitQuote:
		return "split-quote-" + w
	case quoteSourceCue:
		return "quote-" + w + "-cue"
	case quoteCueSource:
		return "quote-cue-" + w
	case quoteSource:
		return "quote-" + w
	case sourceCueQuote:
		return w + "-cue-quote"
	case cueSourceQuote:
		return "cue-" + w + "-quote"
	case sourceColon:
		return w + "-colon-quote"
	case headline:
		return "headline-" + w
	case quoteDash:
		return "quote-dash-" + w
	case sameQuotation:
		return "same-quotation"
	case nextParagraph:
		return w + "-colon-paragraph"
	case floating:
		return w + "-before-quote"
	case sentenceSubject:
		return w + "-subject-quote"
	}
	return ""
}
