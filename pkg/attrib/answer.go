package attrib

import (
	"github.com/whosaid/whosaid/pkg/quote"
	"github.com/whosaid/whosaid/pkg/span"
)

const (
	// leastSource is the probability under which a source is not named: the
	// best of many bad candidates is a guess.
	leastSource = 0.3
	// leastRevision is the probability of a source that makes speech of words
	// that look merely quoted.
	leastRevision = 0.6
	// From these probabilities that it is nobody's speech, a quoted fragment
	// and a whole utterance count as merely quoted. Under them, quotes without
	// a source are speech as often as not.
	nobodysFragment  = 0.6
	nobodysUtterance = 0.95
)

// answer is the attribution of a quote to a candidate.
func (f *frame) answer(q int, c *candidate, last told, speaker int) Attribution {
	a := Attribution{Kind: f.quotes[q].Kind, Entity: -1, Confidence: c.score, Reason: ReasonNoSource}
	switch {
	case c.phrase < 0:
		if a.Kind == quote.Mixed && c.score >= nobodysFragment || a.Kind == quote.Direct && c.score >= nobodysUtterance {
			a.Kind = quote.Mention
		}
		return a
	case c.score < leastSource, a.Kind == quote.Mention && c.score < leastRevision:
		a.Reason = ReasonWeak
		return a
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
	} else {
		f.speakerIs(&a, p, q, last, speaker)
	}
	if a.Kind == quote.Mention {
		a.Kind = quote.Mixed
	}
	return a
}

// speakerIs makes a phrase the source of an attribution.
func (f *frame) speakerIs(a *Attribution, p *phrase, q int, last told, speaker int) {
	a.Reason = ""
	a.Source = f.source(p)
	a.Name = a.Source.Of(f.d.Text)
	var sure float64
	if a.Entity, sure = f.resolveIn(p, q, last, speaker); a.Entity >= 0 {
		a.Name = f.entities.List[a.Entity].Name
		a.Confidence *= sure
	} else if p.pronoun == pluralPronoun && !last.joint.IsEmpty() {
		a.Name = last.joint.Of(f.d.Text)
	} else if p.kind == pronoun {
		a.Reason = ReasonPronoun
	}
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
