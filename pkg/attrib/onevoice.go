package attrib

import "github.com/whosaid/whosaid/pkg/quote"

const (
	// oneVoiceRule is the rule of a quote that stands between two of one speaker.
	oneVoiceRule = "one-voice"
	// oneVoiceReach is how many paragraphs to either side those two may stand away.
	oneVoiceReach = 5
	// sureOneVoice is the confidence at most: the six answers in 1,900 articles were
	// read, and all are right, but six are few.
	sureOneVoice = 0.8
)

// oneVoice gives a whole utterance that is a paragraph of its own, and for which
// nothing beside it tells a source, to the one who said both the quote before and
// the quote after it, when nobody else speaks between them:
//
//	“We are late,” Smith said.¶It was late.¶“I knew it.”¶It rained.¶“Never,” said Smith.
//	“We are late,” Smith said.¶Jones said no.¶“I knew it.”¶“Never,” said Smith.    nothing
func (f *frame) oneVoice(answers []Attribution) {
	before := -1
	for q := 0; q < len(answers); q++ {
		switch {
		case answers[q].Kind == quote.Mention:
			continue
		case !answers[q].Source.IsEmpty():
			before = q
			continue
		}
		after := q + 1
		for after < len(answers) && (answers[after].Kind == quote.Mention || answers[after].Source.IsEmpty()) {
			after++
		}
		if before >= 0 && after < len(answers) && answers[after].Entity == answers[before].Entity && f.isOneVoice(answers[before].Entity, before, after) {
			for n := q; n < after; n++ {
				if f.standsAlone(n) && f.isNear(before, n) && f.isNear(n, after) && answers[n].Kind == quote.Direct && answers[n].Source.IsEmpty() {
					said := answers[before]
					answers[n] = Attribution{Kind: quote.Direct, Source: said.Source, Entity: said.Entity, Name: said.Name,
						Rule: oneVoiceRule, Confidence: min(said.Confidence, sureOneVoice)}
				}
			}
		}
		q = after - 1
	}
}

// isOneVoice reports whether nobody but the entity is the subject of a cue between
// quotes before and after, pronouns aside.
func (f *frame) isOneVoice(entity, before, after int) bool {
	if entity < 0 || len(f.of(before)) == 0 || len(f.of(after)) == 0 {
		return false
	}
	first, last := f.of(before), f.of(after)
	from, to := first[len(first)-1].clauses, last[0].clauses
	for n := from; n < to; n++ {
		c := &f.clauses[n]
		if c.subject < 0 || f.phrases[c.subject].kind == pronoun {
			continue
		}
		if other, _ := f.resolve(&f.phrases[c.subject]); other != entity {
			return false
		}
	}
	return true
}

// standsAlone reports whether a quote is a paragraph of its own.
func (f *frame) standsAlone(q int) bool {
	pieces := f.of(q)
	if len(pieces) == 0 {
		return false
	}
	x, y := int(pieces[0].item), int(pieces[len(pieces)-1].item)
	if x < 0 || y < 0 {
		return false
	}
	return (x == 0 || f.items[x-1].paragraph < f.items[x].paragraph) && (y+1 == len(f.items) || f.items[y+1].paragraph > f.items[y].paragraph)
}

// isNear reports whether quote b begins at most oneVoiceReach paragraphs behind the
// end of quote a.
func (f *frame) isNear(a, b int) bool {
	first, last := f.of(a), f.of(b)
	x, y := first[len(first)-1].item, last[0].item
	return x >= 0 && y >= 0 && f.items[y].paragraph-f.items[x].paragraph <= oneVoiceReach
}
