package attrib

import (
	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/quote"
)

// patternConfidence is how often each pattern's source is right.
var patternConfidence = [...]float64{
	splitQuote: 0.95, quoteSourceCue: 0.95, quoteCueSource: 0.95, sourceCueQuote: 0.9, cueSourceQuote: 0.9,
	sourceColon: 0.8, headline: 0.7, quoteDash: 0.8, sameQuotation: 0.85, nextParagraph: 0.8, floating: 0.6,
	sentenceSubject: 0.4,
}

// answer fills in the attribution of a quote to the phrase of a proposal.
func (f *frame) answer(a *Attribution, q int, p proposal) {
	ph := &f.phrases[p.phrase]
	a.Source = f.source(ph)
	a.Name = a.Source.Of(f.d.Text)
	switch {
	case ph.mention >= 0:
		a.Entity = f.entities.Of[ph.mention]
	case ph.kind == pronoun:
		a.Entity = f.pronounEntity(ph)
	default:
		if e, ok := f.entities.ByRole(f.d, f.span(ph.first, ph.whole)); ok {
			a.Entity = e
		}
	}
	if a.Entity >= 0 {
		a.Name = f.entities.List[a.Entity].Name
	}
	if p.clause >= 0 {
		c := &f.clauses[p.clause]
		a.Cue = f.span(c.first, c.last)
		if a.Kind == quote.Mention {
			a.Kind = quote.Mixed
		}
	}
	a.Rule = ruleName(p.pattern, ph.kind)
	a.Confidence = patternConfidence[p.pattern]
}

// pronounEntity returns the entity that a pronoun stands for; -1 when nobody
// fits.
func (f *frame) pronounEntity(p *phrase) int {
	token := int(f.items[p.first].first)
	if f.d.Tokens[token].Tag == nlp.TagNone {
		return -1
	}
	if candidates := f.entities.Pronoun(f.d, token); len(candidates) > 0 {
		return candidates[0].Entity
	}
	return -1
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
