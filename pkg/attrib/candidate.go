package attrib

import (
	"slices"
	"strings"

	"github.com/whosaid/whosaid/pkg/nlp"
)

// place of a candidate relative to its quote.
type side uint8

const (
	before  side = iota // before the first piece
	between             // between two pieces
	after               // after the last piece
)

// candidate is a phrase that may be the source of a quote.
type candidate struct {
	phrase int // index into frame.phrases; -1 for nobody
	clause int // the cue nearest to the quote that the phrase is the subject of; -1 for none
	side   side
	anchor int // the piece it is measured from: index into frame.pieces
	votes  uint32
	vote   pattern // of the first sieve that proposes it
	first  bool    // the first sieve that answers proposes it
	score  float64
}

// How far from a quote its source is looked for. In PolNeAR train 7,757 of
// 7,851 sources lie within.
const (
	// phrasesBefore is how many noun phrases before a quote are candidates.
	phrasesBefore = 40
	// phrasesAfter is how many noun phrases behind a piece are candidates.
	phrasesAfter = 14
	// clausesAround is how many cues on either side of a piece are looked at.
	clausesAround = 12
	// sentencesBefore and sentencesAfter bound the same in sentences.
	sentencesBefore = 5
	sentencesAfter  = 1
	// piecesAsked is how many pieces of a quote are looked around: the first
	// ones and the last.
	piecesAsked = 3
)

// candidates lists the possible sources of a quote, nobody first; previous is
// the phrase that the quote before was given to, -1 for none.
func (f *frame) candidates(into []candidate, q, previous int) []candidate {
	into = append(into[:0], candidate{phrase: -1, clause: -1, anchor: int(f.pieceOf[q])})
	pieces := f.of(q)
	first := &pieces[0]
	if first.item < 0 {
		return into
	}
	start := &f.items[first.item]
	for n := int(first.phrases) - 1; n >= 0 && int(first.phrases)-n <= phrasesBefore; n-- {
		it := &f.items[f.phrases[n].first]
		if start.sentence-it.sentence > sentencesBefore {
			break
		}
		into = append(into, candidate{phrase: n, clause: -1, side: before, anchor: int(f.pieceOf[q])})
	}
	slices.Reverse(into[1:])
	if previous >= 0 && (len(into) == 1 || previous < into[1].phrase) {
		into = slices.Insert(into, 1, candidate{phrase: previous, clause: -1, side: before, anchor: int(f.pieceOf[q])})
	}
	for i := range pieces {
		if i >= piecesAsked-1 && i < len(pieces)-1 || pieces[i].item < 0 {
			continue
		}
		at := &f.items[pieces[i].item]
		end, where := len(f.phrases), after
		if i+1 < len(pieces) {
			end, where = int(pieces[i+1].phrases), between
		}
		for n := int(pieces[i].phrases); n < end && n-int(pieces[i].phrases) < phrasesAfter; n++ {
			it := &f.items[f.phrases[n].first]
			if it.sentence-at.sentence > sentencesAfter || it.paragraph-at.paragraph > 1 {
				break
			}
			into = append(into, candidate{phrase: n, clause: -1, side: where, anchor: int(f.pieceOf[q]) + i})
		}
	}
	f.linkClauses(into, q)
	f.askSieves(into, q, previous)
	return slices.DeleteFunc(into, func(c candidate) bool { return !f.isPlausible(&c, previous) })
}

// isPlausible reports whether anything at all speaks for a candidate: a cue, a
// sieve, that it spoke before, or that it is the subject of a verb. Three of
// four candidates have nothing, and are not worth the time to weigh them.
func (f *frame) isPlausible(c *candidate, previous int) bool {
	if c.phrase < 0 || c.phrase == previous {
		return true
	}
	p := &f.phrases[c.phrase]
	if f.isFigure(p) {
		return false
	}
	if c.side == before && p.kind == pronoun && p.pronoun == firstPerson && c.clause >= 0 && f.clauses[c.clause].verb == ask &&
		f.items[p.first].sentence != f.items[f.pieces[c.anchor].item].sentence {
		return false // I asked Smith about it. “We are ready.”
	}
	if c.side == before && c.clause < 0 && f.isDumb(p) && f.items[p.first].sentence != f.items[f.pieces[c.anchor].item].sentence {
		return false // The goods were found. “We are ready.”
	}
	if c.side == before && p.kind == pronoun && p.pronoun == thing && f.isSpokenByOne(c.anchor) && !f.announces(c) {
		return false // It made her angry. “I never went back.”
	}
	if p.kind == pronoun && p.pronoun == thing && f.isDummy(p) {
		return false // It is right to quote what they say: “We are ready.”
	}
	if f.passesOn(p) {
		return false // “We are ready,” the Gazette quoted him as saying.
	}
	if c.votes != 0 {
		return true
	}
	// The next paragraph tells of other things, unless a sieve leads there, as a
	// dash does: a story may be added to, and who said the last quote stays.
	if c.side == after && f.items[p.first].paragraph != f.items[f.pieces[c.anchor].item].paragraph {
		return false
	}
	if c.clause >= 0 {
		return true
	}
	if c.side != before && f.isCredit(p) {
		return false
	}
	if here, there := f.items[p.first].sentence, f.items[f.pieces[c.anchor].item].sentence; here == there || c.side != before && p.kind != noun {
		return true
	}
	return f.isHead(p, 0) && (p.kind != noun || f.governsVerb(p, min(len(f.items), p.whole+maxReach)))
}

// isFigure reports whether a phrase is a number in figures, as in a list: 1. “We
// are late.”
func (f *frame) isFigure(p *phrase) bool {
	for i := p.first; i < p.last; i++ {
		if text := f.text(i); f.items[i].tag != nlp.TagCD || strings.Trim(text, "0123456789.,") != "" {
			return false
		}
	}
	return true
}

// linkClauses gives each candidate the cue that it is the subject of, the one
// nearest to the quote when there are several.
func (f *frame) linkClauses(into []candidate, q int) {
	pieces := f.of(q)
	for i := range pieces {
		if i >= piecesAsked-1 && i < len(pieces)-1 || pieces[i].item < 0 {
			continue
		}
		middle := int(pieces[i].clauses)
		for n := max(0, middle-clausesAround); n < min(len(f.clauses), middle+clausesAround); n++ {
			c := &f.clauses[n]
			if c.subject < 0 {
				continue
			}
			k, ok := slices.BinarySearchFunc(into[1:], c.subject, func(a candidate, phrase int) int { return a.phrase - phrase })
			if !ok {
				continue
			}
			into := &into[1+k]
			x := int(f.pieces[into.anchor].item)
			if into.clause < 0 || f.ties(c, &f.clauses[into.clause], x) {
				into.clause = n
			}
		}
	}
}

// ties reports whether cue a rather than cue b of the same subject ties it to
// the piece at item x: the one that is no aside ("Smith, who speaks for the
// board, said"), or else the nearer one.
func (f *frame) ties(a, b *clause, x int) bool {
	if aside := a.link == whoClause; aside != (b.link == whoClause) {
		return !aside
	}
	return distance(a.first, x) < distance(b.first, x)
}

func distance(a, b int) int {
	if a < b {
		return b - a
	}
	return a - b
}

// askSieves notes which sieves propose which candidate.
func (f *frame) askSieves(into []candidate, q, previous int) {
	answered := false
	for s, ask := range sieves {
		p, ok := ask(f, q)
		if !ok {
			continue
		}
		if p.phrase < 0 {
			p.phrase = previous
		}
		if p.phrase < 0 {
			continue
		}
		k, ok := slices.BinarySearchFunc(into[1:], p.phrase, func(a candidate, phrase int) int { return a.phrase - phrase })
		if !ok {
			continue
		}
		c := &into[1+k]
		if c.votes == 0 {
			c.vote = p.pattern
			if p.clause >= 0 {
				c.clause = p.clause
			}
		}
		c.votes |= 1 << s
		c.first = c.first || !answered
		answered = true
	}
}
