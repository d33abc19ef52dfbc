package attrib

import (
	"github.com/whosaid/whosaid/pkg/coref"
	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/quote"
	"github.com/whosaid/whosaid/pkg/span"
)

// ContentExample is one thing that a cue may report, as a trainer sees it.
type ContentExample struct {
	// Parts is where the words stand; none when the cue reports nothing.
	Parts []span.Span
	// Evidence names what speaks for or against it.
	Evidence []string
}

// ContentExamples yields, for every cue, where it stands and what it may
// report, nothing first. The attributions are those of [Attribute].
func ContentExamples(d *nlp.Document, quotes []quote.Quote, attributions []Attribution, entities *coref.Entities, yield func(cue span.Span, contents []ContentExample)) {
	r := newReporter(d, quotes, attributions, entities)
	for n := range r.cues {
		r.listContents(n)
		if len(r.contents) < 2 {
			continue
		}
		examples := make([]ContentExample, len(r.contents))
		for i := range r.contents {
			e := &examples[i]
			r.buffer.yield = func(name []byte) { e.Evidence = append(e.Evidence, string(name)) }
			r.contentFeatures(n, i)
			if i == 0 {
				continue
			}
			for _, s := range r.contents[i].stretches() {
				e.Parts = append(e.Parts, r.f.wordsOf(s))
			}
		}
		yield(r.f.span(r.cues[n].first, r.cues[n].last), examples)
	}
}
