package ner

import "github.com/whosaid/whosaid/pkg/nlp"

// sentenceView is the sentence that a token's features are taken in.
type sentenceView struct {
	r           *Reading
	first, last int
}

// nothing stands in for the word beyond an edge.
var nothing = word{lower: 1, cased: 1, outline: 1, form: formOther}

// at returns the word of token i, or the word of nothing beyond the edges.
func (v sentenceView) at(i int) *word {
	if i < v.first || i >= v.last {
		return &nothing
	}
	return v.r.at(i)
}

func (v sentenceView) tag(i int) uint64 {
	if i < v.first || i >= v.last {
		return uint64(nlp.TagNone) + 1
	}
	return uint64(v.r.doc.Tokens[i].Tag)
}

// tokenFeatures adds what the sentence and the document say of token i.
func (f *features) tokenFeatures(v sentenceView, i int) {
	w, before, after := v.at(i), v.at(i-1), v.at(i+1)
	f.pairFeatures(v, i, w, before, after)
	f.tagFeatures(v, i)
	token := &v.r.tokens[i]
	f.in(GroupShape)
	place := uint64(token.casing) << 8
	for bit, holds := range [...]bool{token.headline, token.quoted, token.bracket, i == v.first, i+1 == v.last} {
		if holds {
			place |= 1 << bit
		}
	}
	f.add(askPlaceInText, place<<8|uint64(w.form))
	f.add(askPlaceInText, uint64(token.casing)<<32|uint64(w.form)<<40)
	if token.casing != casingPlain {
		f.casingFeatures(v, i, token.casing)
	}
	f.in(GroupList)
	if token.phrase != 0 {
		f.add(askPhrase, uint64(token.phrase)<<16|uint64(token.part)<<8|uint64(w.form))
		for bit := range listCount {
			if token.phrase>>bit&1 != 0 {
				f.add(askPhraseList, uint64(bit)<<8|uint64(token.part))
			}
		}
	}
	if token.run.last != 0 {
		f.runFeatures(v, i, w)
	}
	if token.tally >= 0 {
		f.tallyFeatures(v, i, w)
	}
}

// casingFeatures adds what tells names from other words in a sentence whose
// capitals mean nothing: how the press and the rest of the article write them.
func (f *features) casingFeatures(v sentenceView, i int, c casing) {
	f.in(GroupUsage)
	for distance := -1; distance <= 1; distance++ {
		w := v.at(i + distance)
		key := uint64(c)<<8 | uint64(distance+1)
		f.add(askCasingUsage, key<<16|uint64(w.usage))
		f.add(askCasingUsage, key<<16|uint64(w.usage>>usageCase)|1<<40)
		f.add(askCasingUsage, key<<16|uint64(w.usage)&(1<<usageSecond-1)|1<<41)
		f.add(askCasingCluster, join(key, w.lowerCluster.upTo(10)))
		f.add(askCasingCluster, join(key, w.casedCluster.upTo(10))+1)
		k := i + distance
		if k < v.first || k >= v.last || v.r.tokens[k].tally < 0 {
			continue
		}
		t := &v.r.tallies[v.r.tokens[k].tally]
		f.add(askCasingTally, key<<16|uint64(few(t.lower))<<8|uint64(few(t.capital)))
	}
}

// pairFeatures adds what two or three neighbouring words say together.
func (f *features) pairFeatures(v sentenceView, i int, w, before, after *word) {
	f.in(GroupPair)
	f.add(askPairBefore, join(before.lower, w.lower))
	f.add(askPairAfter, join(w.lower, after.lower))
	f.add(askOutlineBefore, join(before.lower, w.outline))
	f.add(askOutlineAfter, join(after.lower, w.outline))
	f.in(GroupShape)
	f.add(askOutlines3, join(join(before.outline, w.outline), after.outline))
	f.in(GroupCluster)
	own := w.casedCluster.upTo(10)
	f.add(askClustersBefore, join(before.casedCluster.upTo(10), own))
	f.add(askClustersAfter, join(own, after.casedCluster.upTo(10)))
	f.in(GroupList)
	f.add(askListsBefore, join(uint64(before.lists)<<8|uint64(before.form), uint64(w.lists)<<8|uint64(w.form)))
	f.add(askListsAfter, join(uint64(w.lists)<<8|uint64(w.form), uint64(after.lists)<<8|uint64(after.form)))
}

// tagFeatures adds what the parts of speech say.
func (f *features) tagFeatures(v sentenceView, i int) {
	f.in(GroupTag)
	own := v.tag(i)
	f.add(askTagBefore, v.tag(i-1)<<8|own)
	f.add(askTagAfter, own<<8|v.tag(i+1))
}

// runFeatures adds what the capitalised words around the token say of it.
func (f *features) runFeatures(v sentenceView, i int, w *word) {
	f.in(GroupRun)
	token := &v.r.tokens[i]
	run, wide := token.run, token.wide
	part := partOf(i, run)
	kindBefore, kindAfter := v.r.kinds(run, v.first, v.last)
	if kindBefore != cueNone || kindAfter != cueNone {
		f.add(askRunKinds, uint64(kindBefore)<<16|uint64(kindAfter)<<8|part)
		f.add(askRunKinds, uint64(kindAfter)<<8|part|1<<32)
		f.add(askRunKinds, uint64(kindBefore)<<8|part|2<<32)
	}
	f.add(askRunPlace, part<<16|uint64(min(run.last-run.first, 6))<<8|uint64(w.form))
	last, first := v.at(int(run.last)-1), v.at(int(run.first))
	before, after := v.at(int(run.first)-1), v.at(int(run.last))
	if run.last-run.first > 1 {
		f.add(askRunLast, last.lower<<2|part)
		f.add(askRunFirst, first.lower<<2|part)
		f.add(askRunLastCluster, last.casedCluster.upTo(10)<<2|part)
		f.add(askRunFirstCluster, first.casedCluster.upTo(10)<<2|part)
		f.add(askRunLists, (uint64(first.lists)<<16|uint64(last.lists))<<2|part)
		f.add(askRunBefore, before.lower<<2|part)
		f.add(askRunAfter, after.lower<<2|part)
		f.add(askRunBeforeCluster, before.lowerCluster.upTo(10)<<2|part)
		f.add(askRunAfterCluster, after.lowerCluster.upTo(10)<<2|part)
	}
	if wide != run {
		part := partOf(i, wide)
		f.add(askWideLast, v.at(int(wide.last)-1).lower<<2|part)
		f.add(askWideFirst, v.at(int(wide.first)).lower<<2|part)
		f.add(askWideLastCluster, v.at(int(wide.last)-1).casedCluster.upTo(10)<<2|part)
		f.add(askWideBefore, v.at(int(wide.first)-1).lower<<2|part)
		f.add(askWideAfter, v.at(int(wide.last)).lower<<2|part)
	}
	if token.spelled {
		f.add(askSpelled, part)
	}
}

// partOf says where in an extent token i stands: 0 alone, 1 first, 2 inside,
// 3 last.
func partOf(i int, e extent) uint64 {
	begins, ends := int(e.first) == i, int(e.last) == i+1
	switch {
	case begins && ends:
		return 0
	case begins:
		return 1
	case ends:
		return 3
	}
	return 2
}

// tallyFeatures adds what the other uses of the word in the document say.
func (f *features) tallyFeatures(v sentenceView, i int, w *word) {
	f.in(GroupDocument)
	token := &v.r.tokens[i]
	t := &v.r.tallies[token.tally]
	first := uint64(0)
	if i == v.first {
		first = 1
	}
	use := uint64(few(t.lower))<<8 | uint64(few(t.capital))<<4 | uint64(w.form)<<12 | uint64(token.casing)<<16 | first<<20
	f.add(askTally, use)
	if !w.form.hasCapital() {
		return
	}
	own := uint16(0)
	if token.casing == casingPlain && !v.r.isOrdinaryUse(i, v.first) {
		own = v.r.contextsOf(i, v.first, v.last)
	}
	part := partOf(i, token.run)
	held := uint64(0)
	for c := range contexts {
		if n := t.uses[c] - own>>c&1; n > 0 {
			held |= 1 << c
			f.add(askUse, uint64(c)<<8|uint64(few(n))<<4|part)
		}
	}
	f.add(askUses, held<<2|part)
}

// few turns a count into 0, 1 or 2 for more.
func few(n uint16) uint16 { return min(n, manyUses) }
