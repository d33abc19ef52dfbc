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
	contextAcronym    // it stands in brackets after the name whose initials it is
	contextNearPerson // beside the word for what a person is
	contextNearPlace
	contextNearBody

	contexts
)

// mostUses bounds the counts of a tally.
const mostUses = 1<<16 - 1

// manyUses is the count from which on the features tell no counts apart.
const manyUses = 2

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
	if r.steady && r.at(i).ordinary {
		t.lower = manyUses
		if r.isOrdinaryUse(i, first) {
			return
		}
	}
	switch {
	case token.casing != casingPlain:
		return
	case !r.at(i).form.hasCapital():
		count(&t.lower)
		return
	case r.startsSentence(i, first):
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
	kind, follows := r.kinds(run, first, last)
	set(contextNearPerson, kind == cuePerson || follows == cuePerson)
	set(contextNearPlace, kind == cuePlace || follows == cuePlace)
	set(contextNearBody, kind == cueBody || follows == cueBody)
	return held
}

// isKind reports whether a cue says what a name is.
func (c cue) isKind() bool { return c >= cuePerson }

// mostKindWords is how many words after a comma the word for what a name is
// may stand: "Zarina Moyo, a well known local teacher".
const mostKindWords = 5

// kinds returns what the words before and after a run say it is, cueNone for
// nothing: "the party Umoja", "Adaeze, a lawyer", "Lubango city". An age
// makes a person.
func (r *Reading) kinds(run extent, first, last int) (before, after cue) {
	k := int(run.first) - 1
	if k >= first && r.at(k).form == formMark && r.mark(k) != '.' {
		k--
	}
	if k >= first && r.at(k).cue.isKind() {
		before = r.at(k).cue
	}
	k = int(run.last)
	if k >= last {
		return before, cueNone
	}
	if c := r.at(k).cue; c.isKind() {
		return before, c
	}
	if m := r.mark(k); m != ',' && m != '(' {
		return before, cueNone
	}
	for n := 1; n <= mostKindWords && k+n < last; n++ {
		w := r.at(k + n)
		switch {
		case w.cue.isKind():
			return before, w.cue
		case n == 1 && w.form == formDigit && w.length < 3:
			return before, cuePerson
		case w.form == formMark || w.form.hasCapital() || w.cue == cueAnd || w.cue == cueSpeech:
			return before, cueNone
		}
	}
	return before, cueNone
}

// isOrdinaryUse reports whether token i of the sentence that begins with token
// first tells nothing of other uses of its word: an ordinary word, without a capital
// or where every word has one.
func (r *Reading) isOrdinaryUse(i, first int) bool {
	w := r.at(i)
	if !r.steady || !w.ordinary || r.tokens[i].casing != casingPlain {
		return false
	}
	return w.form == formLower || w.form == formCapital && r.startsSentence(i, first)
}

// startsSentence reports whether token i stands where every word has a capital:
// first in the sentence that begins with token first, or behind a mark other than a
// comma.
func (r *Reading) startsSentence(i, first int) bool {
	return i == first || r.mark(i-1) != 0 && r.doc.Tokens[i-1].Tag != nlp.TagComma
}
