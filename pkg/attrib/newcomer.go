package attrib

import (
	"slices"
	"strings"

	"github.com/whosaid/whosaid/pkg/coref"
	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
)

// newcomerBefore returns the phrase of somebody without a name whom the sentence
// right before quote q brings up as its subject, when the pronoun behind the quote
// can stand for it: a waiter in A waiter, who slept on a bench, saw it differently.
// “Nobody counted me,” he said; but not in A waiter helped her. “I am fine,” she
// said, nor in the waiter, nor in Her mother left, nor in A waiter, she says, was
// rude. It is -1 for none.
func (f *frame) newcomerBefore(p *phrase, q int) int {
	x := int(f.of(q)[0].item)
	if x < 1 || p.first < x || !f.items[x].start || f.items[x].paragraph-f.items[x-1].paragraph > 1 || f.items[x-1].piece >= 0 {
		return -1
	}
	first, _ := f.sentence(x - 1)
	n := int(f.items[first].phrase) // a grandmother waiting at the gate was not surprised
	if n < 0 {
		n = f.subjectIn(first, x)
	}
	if n < 0 || f.phrases[n].kind != noun || !f.isNew(&f.phrases[n]) {
		return -1
	}
	if f.items[f.phrases[n].first].tag == nlp.TagPRPDollar {
		if n = f.apposedNoun(n); n < 0 {
			return -1
		}
	}
	if !f.canBe(p, &f.phrases[n]) && !f.isFollowedByWho(&f.phrases[n]) {
		return -1
	}
	switch f.head(&f.phrases[n]) {
	case "child", "individual", "patient", "person", "someone":
		return -1 // anybody: A person with a cough may be ill
	}
	for i := first; i < x; i++ {
		if m := f.items[i].mention; m >= 0 && f.entities.Mentions[m].Type == ner.Person {
			return -1 // a friend of Lee's, or a doctor whom Lee saw
		}
		if c := f.items[i].clause; c >= 0 && (f.clauses[c].verb == ask && f.clauses[c].link == adjacent || f.isAside(&f.clauses[c])) {
			return -1 // a reporter asked why; one editor, she says, was polite
		}
	}
	return n
}

// isAside reports whether a cue and the pronoun before it stand between commas: ,
// she says,
func (f *frame) isAside(c *clause) bool {
	if c.subject < 0 || c.last >= len(f.items) || f.items[c.last].mark != comma {
		return false
	}
	p := &f.phrases[c.subject]
	return p.kind == pronoun && p.last == c.first && p.first > 0 && f.items[p.first-1].mark == comma
}

// apposedNoun returns the phrase that describes somebody between commas: a driver
// in Her neighbour, a driver, saw it; -1 for none.
func (f *frame) apposedNoun(n int) int {
	i := f.phrases[n].whole
	if i+1 >= len(f.items) || f.items[i].mark != comma || f.items[i+1].start || f.items[i+1].phrase < 0 {
		return -1
	}
	if p := &f.phrases[f.items[i+1].phrase]; p.kind == noun && p.first == i+1 && f.items[p.first].tag == nlp.TagDT && f.isNew(p) {
		return int(f.items[i+1].phrase)
	}
	return -1
}

// isFollowedByWho reports whether a relative clause of people follows a phrase: a
// postdoc, who left.
func (f *frame) isFollowedByWho(p *phrase) bool {
	i := p.whole
	if i < len(f.items) && f.items[i].mark == comma {
		i++
	}
	return i < len(f.items) && !f.items[i].start && f.items[i].function == relative && strings.EqualFold(f.text(i), "who")
}

// turnsTo reports whether the sentence right before quote q, in its paragraph,
// names one of the people that the pronoun behind the quote can stand for, and not
// who spoke last: “Yes,” Ann Lee said.⏎⏎That worries Mia Roy, a lawyer. “It is
// late,” she said; but not: Lee met Mia Roy. “It is late,” she said. The sentence may
// end the paragraph before when it names her for the first time.
func (f *frame) turnsTo(p *phrase, q, speaker int, candidates []coref.Candidate) bool {
	x := int(f.of(q)[0].item)
	if x < 1 || p.first < x || !f.items[x].start || f.items[x].paragraph-f.items[x-1].paragraph > 1 || f.items[x-1].piece >= 0 {
		return false
	}
	named, isFirst := -1, false
	for i, _ := f.sentence(x - 1); i < x; i++ {
		m := f.items[i].mention
		if m < 0 {
			continue
		}
		entity := f.entities.Of[m]
		switch {
		case entity == speaker:
			return false
		case entity == named || !slices.ContainsFunc(candidates, func(c coref.Candidate) bool { return c.Entity == entity }):
			continue
		case named >= 0:
			return false
		}
		named, isFirst = entity, f.entities.List[entity].Mentions[0] == int(m)
	}
	return named >= 0 && (isFirst || f.items[x].paragraph == f.items[x-1].paragraph)
}
