package attrib

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/whosaid/whosaid/pkg/nlp"
)

//go:embed indirect_nouns.txt
var reportNounList string

// reportNouns are the nouns that report what somebody says.
var reportNouns = sync.OnceValue(func() map[string]bool {
	nouns := make(map[string]bool)
	for line := range strings.Lines(reportNounList) {
		if line[0] != '#' {
			nouns[strings.TrimSpace(line)] = true
		}
	}
	return nouns
})

// findCues lists what may report something, in text order: the cue verbs with
// their subjects, and the nouns that words follow.
func (r *reporter) findCues() {
	f := r.f
	next := 0
	for i := range f.phrases {
		p := &f.phrases[i]
		for next < len(f.clauses) && f.clauses[next].first < p.last {
			r.cues = append(r.cues, f.clauses[next])
			next++
		}
		if f.reportsByNoun(p) {
			r.cues = append(r.cues, clause{first: p.last - 1, last: p.last, subject: -1})
		}
	}
	r.cues = append(r.cues, f.clauses[next:]...)
}

// isNoun reports whether the cue is a noun.
func (c *clause) isNoun() bool { return c.verb == noClass }

// reportsByNoun catches Smith's claim that the plan is dead, and his calls for
// calm. It must not take Smith's claim in Smith's claim was heard.
func (f *frame) reportsByNoun(p *phrase) bool {
	if p.kind != noun || p.last >= len(f.items) || f.items[p.last].start || f.items[p.last].phrase >= 0 {
		return false
	}
	switch f.items[p.last].function {
	case that, to, ofFor, preposition, subordinator:
		return reportNouns()[f.head(p)]
	}
	return false
}

// lemma names a cue for the features.
func (r *reporter) lemma(cl *clause) string {
	if cl.isNoun() {
		return "noun " + r.f.openingHead(cl.first)
	}
	return r.f.cueWord(cl)
}

// source returns the phrase that speaks by a cue: its subject, the agent of a
// passive, "asked by reporters whether", or the owner of a noun.
func (r *reporter) source(cl *clause) (phrase, bool) {
	f := r.f
	if cl.isNoun() {
		return f.ownerOf(&f.phrases[f.items[cl.first].phrase])
	}
	subject := cl.subject
	if subject < 0 || cl.link != agent && f.isPassive(cl) {
		other := *cl
		other.subject = -1
		begin, end := f.sentence(cl.first)
		switch cl.form {
		case past, participle:
			f.agentOf(&other, end)
		case base:
			f.infinitive(&other, begin)
		}
		if subject = other.subject; subject < 0 {
			return phrase{}, false
		}
	}
	if f.isTime(&f.phrases[subject]) {
		// "The mayor last week said": the tagger sees two nouns.
		if subject--; subject < 0 || f.phrases[subject].whole != f.phrases[subject+1].first || f.items[f.phrases[subject+1].first].start {
			return phrase{}, false
		}
	}
	return f.phrases[subject], true
}

// infinitive finds who speaks by "to say": the person right before it in "the
// vote led Smith to say", else the subject of the sentence, "Smith went on to
// say".
func (f *frame) infinitive(c *clause, begin int) {
	i := c.first - 1
	for i > begin && f.items[i].function == adverb && f.items[i].phrase < 0 {
		i--
	}
	if i <= begin || f.items[i].function != to {
		return
	}
	if n := f.items[i-1].phrase; n >= 0 && f.phrases[n].kind != noun && f.phrases[n].kind != place {
		c.subject, c.link = int(n), adjacent
		return
	}
	f.sentenceSubject(c, i, begin)
}

// isTime reports whether a phrase is a date, as "last week" and "2003" are.
func (f *frame) isTime(p *phrase) bool {
	if p.kind != noun {
		return false
	}
	return isTimeNoun(f.head(p)) || p.last-p.first == 1 && isYear(f.text(p.first))
}

// isYear reports whether a word is a number of four digits.
func isYear(word string) bool {
	for i := 0; i < len(word); i++ {
		if word[i] < '0' || word[i] > '9' {
			return false
		}
	}
	return len(word) == len("2003")
}

// ownerOf returns whose words a noun with a possessive before it stands for:
// Smith in "Smith's repeated claim", her in "her claim".
func (f *frame) ownerOf(p *phrase) (phrase, bool) {
	for i := p.last - 2; i >= p.first; i-- {
		switch it := &f.items[i]; {
		case it.tag == nlp.TagPRPDollar:
			who, ok := possessives[strings.ToLower(f.text(i))]
			return phrase{first: i, last: i + 1, whole: i + 1, mention: -1, kind: pronoun, pronoun: who}, ok
		case it.tag == nlp.TagPOS && i > p.first && f.items[i-1].mention >= 0:
			first := i - 1
			for first > p.first && f.items[first-1].mention == f.items[i-1].mention {
				first--
			}
			return phrase{first: first, last: i, whole: i, mention: int(f.items[i-1].mention), kind: name}, true
		case it.tag != nlp.TagJJ:
			return phrase{}, false
		}
	}
	return phrase{}, false
}
