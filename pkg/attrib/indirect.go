package attrib

import (
	"cmp"
	"slices"

	"github.com/whosaid/whosaid/pkg/coref"
	"github.com/whosaid/whosaid/pkg/evidence"
	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/quote"
	"github.com/whosaid/whosaid/pkg/span"
)

// Report is a quote with its attribution, reported speech among them.
type Report struct {
	quote.Quote
	Attribution
	// Of is the index of the quote among those given; -1 when the words have
	// no marks, or when the reporter's words around a quoted fragment are now
	// part of it.
	Of int
}

// leastReported is the probability from which a clause counts as reported
// speech. In cross-validation on PolNeAR train, F1 is highest there.
const leastReported = 0.4

// sureReport is how often words that are certain to be reported have their
// bounds and their source right: measured on a fifth of PolNeAR train, by a
// model of the rest.
const sureReport = 0.9

// WithIndirect adds the reported speech of a document, "Smith said the plan was
// dead", to its quotes, whose attributions are those of [Attribute]. Where the
// reported words hold quoted fragments, "Smith said the plan was “dead”", one
// report of kind Mixed takes their place. The answer is in order of first byte.
// Time grows linearly with the document.
func WithIndirect(d *nlp.Document, quotes []quote.Quote, attributions []Attribution, entities *coref.Entities) []Report {
	r := newReporter(d, quotes, attributions, entities)
	var found []content
	for n := range r.cues {
		if c, ok := r.contentOf(n); ok {
			found = append(found, c)
		}
	}
	return r.merge(r.distinct(found))
}

// reporter finds the reported speech of one document.
type reporter struct {
	f            *frame
	cues         []clause
	attributions []Attribution
	weights      *evidence.Weights
	buffer       featureBuffer
	contents     []content
	breaks       []int
}

func newReporter(d *nlp.Document, quotes []quote.Quote, attributions []Attribution, entities *coref.Entities) *reporter {
	r := &reporter{f: newFrame(d, quotes, entities), attributions: attributions, weights: indirectWeights()}
	r.findCues()
	return r
}

// contentOf returns what cue n reports; false when it is nothing.
func (r *reporter) contentOf(n int) (content, bool) {
	r.listContents(n)
	if len(r.contents) < 2 {
		return content{}, false
	}
	nothing := r.rank(n)
	best := 1
	for i := range r.contents[1:] {
		if r.contents[i+1].score > r.contents[best].score {
			best = i + 1
		}
	}
	c := r.contents[best]
	c.score = 1 - nothing
	return c, c.score >= leastReported && r.tells(&c)
}

// tells reports whether a content has words of the reporter's that say
// something: not "it" alone, nor a quoted fragment that is a quote by itself.
func (r *reporter) tells(c *content) bool {
	for _, s := range c.stretches() {
		for i := s.first; i < s.last; i++ {
			it := &r.f.items[i]
			if it.piece < 0 && it.mark == noMark && (it.phrase < 0 || r.f.phrases[it.phrase].kind != pronoun) {
				return true
			}
		}
	}
	return false
}

const (
	// sameWords is the share of two contents, common bytes over all bytes,
	// from which both are one: "Smith said and insisted that …".
	sameWords = 0.5
	// rivals is how many contents back one may be the same as this one.
	rivals = 4
)

// distinct keeps the more probable of two contents that share most words.
func (r *reporter) distinct(found []content) []content {
	kept := found[:0]
	for _, c := range found {
		mine := r.f.spanOf(&c)
		rival := -1
		for i := max(0, len(kept)-rivals); i < len(kept); i++ {
			theirs := r.f.spanOf(&kept[i])
			shared := min(mine.End, theirs.End) - max(mine.Start, theirs.Start)
			all := max(mine.End, theirs.End) - min(mine.Start, theirs.Start)
			if float64(shared) >= sameWords*float64(all) {
				rival = i
				break
			}
		}
		switch {
		case rival < 0:
			kept = append(kept, c)
		case c.score > kept[rival].score:
			kept[rival] = c
		}
	}
	return kept
}

// merge puts the contents among the quotes. A quoted fragment inside a content
// is part of it.
func (r *reporter) merge(found []content) []Report {
	holds := make([]bool, len(r.f.quotes)) // whether a content holds the quote
	reports := make([]Report, 0, len(found)+len(r.f.quotes))
	for i := range found {
		reports = append(reports, r.report(&found[i], holds))
	}
	for q := range r.f.quotes {
		if !holds[q] {
			reports = append(reports, Report{Quote: r.f.quotes[q], Attribution: r.attributions[q], Of: q})
		}
	}
	slices.SortStableFunc(reports, func(a, b Report) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	return reports
}

// report makes a quote of a content, and notes the fragments that it holds.
func (r *reporter) report(c *content, holds []bool) Report {
	f := r.f
	out := Report{Of: -1}
	out.Attribution = Attribution{Kind: quote.Indirect, Entity: -1, Reason: ReasonNoSource, Confidence: c.score * sureReport}
	out.Speech = c.score
	cl := &r.cues[c.cue]
	out.Cue = f.span(cl.first, cl.last)
	if p, ok := r.source(cl); ok {
		out.Reason = ""
		out.Source = f.source(&p)
		out.Name = out.Source.Of(f.d.Text)
		entity, sure := f.resolve(&p)
		switch {
		case entity >= 0:
			out.Entity, out.Name = entity, f.entities.List[entity].Name
			out.Confidence *= sure
		case p.kind == pronoun:
			out.Reason = ReasonPronoun
		}
		out.Rule = "indirect-" + p.kind.word() + "-cue"
	}
	for _, s := range c.stretches() {
		out.Parts = append(out.Parts, f.wordsOf(s))
		for i := s.first; i < s.last; i++ {
			n := f.items[i].piece
			if n < 0 {
				continue
			}
			q := int(f.pieces[n].quote)
			a := &r.attributions[q]
			if a.Kind != quote.Mixed {
				continue
			}
			holds[q] = true
			out.Attribution.Kind = quote.Mixed
			if a.Cue == out.Cue && !a.Source.IsEmpty() {
				out.Source, out.Entity, out.Name, out.Reason = a.Source, a.Entity, a.Name, a.Reason
			}
		}
	}
	out.Start, out.End = out.Parts[0].Start, out.Parts[len(out.Parts)-1].End
	out.Outer, out.Quote.Kind = out.Span, out.Attribution.Kind
	return out
}

// wordsOf returns where a extent stands, with the marks of the quoted
// fragments at its ends.
func (f *frame) wordsOf(s extent) span.Span {
	words := f.span(s.first, s.last)
	if n := f.items[s.first].piece; n >= 0 {
		words.Start = min(words.Start, f.quotes[f.pieces[n].quote].Outer.Start)
	}
	if n := f.items[s.last-1].piece; n >= 0 {
		words.End = max(words.End, f.quotes[f.pieces[n].quote].Outer.End)
	}
	return words
}
