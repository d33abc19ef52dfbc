package ner

import "github.com/whosaid/whosaid/pkg/nlp"

// tally is how a word, in any case, is used in the whole document.
type tally struct {
	lower   uint16 // times in lower case
	capital uint16 // times capitalised inside a sentence
	start   uint16 // times capitalised where a capital means nothing
	// Over all capitalised uses, how often each of these holds.
	uses [contexts]uint16
}

// context is something that holds of one use of a word and may tell what the
// other uses are.
type context uint8

const (
	contextFirstOfRun context = iota
	contextInsideRun
	contextLastOfRun
	contextAlone
	contextAfterTitle
	contextBeforeSpeech
	contextAfterIn
	contextBeforeFirm
	contextAfterThe
	contextBeforeOwn
	contextBracket
	contextAcronym // it stands in brackets after the name whose initials it is

	contexts
)

// mostUses bounds the counts of a tally.
const mostUses = 1<<16 - 1

func count(n *uint16) {
	if *n < mostUses {
		*n++
	}
}

// tallyWords counts how each word of the document is used.
func (r *Reading) tallyWords() {
	for s := range r.doc.Sentences {
		first, last := r.doc.Sentences[s].First, r.doc.Sentences[s].Last
		for i := first; i < last; i++ {
			r.tokens[i].tally = -1
			w := r.at(i)
			if w.form > formMixed {
				continue
			}
			key := spread(w.lower)
			at, ok := r.places.find(key)
			if !ok {
				at = int32(len(r.tallies))
				r.tallies = append(r.tallies, tally{})
				r.places.add(key, at)
			}
			r.tokens[i].tally = at
			r.countUse(&r.tallies[at], i, first, last)
		}
	}
}

// countUse adds the use of a word as token i of a sentence.
func (r *Reading) countUse(t *tally, i, first, last int) {
	token := &r.tokens[i]
	switch {
	case token.casing != casingPlain:
		return
	case !r.at(i).form.hasCapital():
		count(&t.lower)
		return
	case i == first || r.mark(i-1) != 0 && r.doc.Tokens[i-1].Tag != nlp.TagComma:
		count(&t.start)
	default:
		count(&t.capital)
	}
	held := r.contextsOf(i, first, last)
	for c := range contexts {
		if held>>c&1 != 0 {
			count(&t.uses[c])
		}
	}
}

// contextsOf returns which contexts hold of token i, as bits.
func (r *Reading) contextsOf(i, first, last int) uint16 {
	run := r.tokens[i].run
	held := uint16(0)
	set := func(c context, ok bool) {
		if ok {
			held |= 1 << c
		}
	}
	begins, ends := int(run.first) == i, int(run.last) == i+1
	set(contextAlone, begins && ends)
	set(contextFirstOfRun, begins && !ends)
	set(contextLastOfRun, ends && !begins)
	set(contextInsideRun, !ends && !begins)
	set(contextBracket, r.tokens[i].bracket)
	set(contextAcronym, r.markAcronym(i, first, last))
	before, after := cueNone, cueNone
	if int(run.first) > first {
		before = r.at(int(run.first) - 1).cue
	}
	if int(run.last) < last {
		after = r.at(int(run.last)).cue
	}
	set(contextAfterTitle, !begins && r.at(int(run.first)).cue == cueTitle)
	set(contextBeforeFirm, !ends && r.at(int(run.last)-1).cue == cueFirm)
	set(contextAfterIn, before == cueIn)
	set(contextAfterThe, before == cueThe)
	set(contextBeforeSpeech, after == cueSpeech)
	set(contextBeforeOwn, after == cueOwn)
	return held
}
