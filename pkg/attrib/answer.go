package attrib

import (
	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/quote"
)

// answer fills in the attribution of a quote to the phrase of a proposal.
func (f *frame) answer(a *Attribution, q int, c *candidate) {
	ph := &f.phrases[c.phrase]
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
	if c.clause >= 0 && (c.votes != 0 || f.items[f.clauses[c.clause].first].sentence == f.items[f.pieces[c.anchor].item].sentence) {
		cl := &f.clauses[c.clause]
		a.Cue = f.span(cl.first, cl.last)
		if a.Kind == quote.Mention {
			a.Kind = quote.Mixed
		}
	}
	a.Rule = ruleName(c.vote, ph.kind)
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
