package attrib

import (
	"strings"

	"github.com/whosaid/whosaid/pkg/coref"
	"github.com/whosaid/whosaid/pkg/nlp"
)

func (f *frame) canEnd(i int) bool {
	it := &f.items[i]
	return it.mention >= 0 && it.tag != nlp.TagPOS || it.tag.IsNoun() || it.tag == nlp.TagCD ||
		it.tag == nlp.TagDT && it.function != noFunction || it.tag == nlp.TagJJ && (f.isPersonAdjective(i) || f.isAge(i) || f.isLateNoun(i))
}

// isAge reports whether an adjective ends an age that stands for somebody: the
// 34-year-old said; but not in the 34-year-old bridge.
func (f *frame) isAge(i int) bool {
	if i+1 < len(f.items) && !f.items[i+1].start && f.items[i+1].tag.IsNoun() && !f.isCueVerb(i+1) && f.items[i+1].verb == noClass {
		return false
	}
	it := &f.items[i]
	end := f.d.Tokens[it.last-1].End
	return strings.HasSuffix(f.d.Text[:end], "-year-old")
}

// isLateNoun reports whether what the tagger takes for an adjective is the noun
// that a phrase ends with, since a cue follows: the workers collective wrote; but
// not in the workers alone wrote.
func (f *frame) isLateNoun(i int) bool {
	if i == 0 || f.items[i].start || !f.items[i-1].tag.IsNoun() || f.items[i-1].mention >= 0 || i+1 >= len(f.items) || f.items[i+1].start {
		return false
	}
	next := &f.items[i+1]
	return f.items[i].function == noFunction && f.items[i].verb == noClass && next.verb != noClass && (next.tag == nlp.TagVBD || next.tag == nlp.TagVBZ)
}

// isPersonAdjective reports whether item i, which the tagger takes for an
// adjective, is somebody: the official in the official told reporters, the Labour
// general in said the Labour secretary-general; but not in the official report.
func (f *frame) isPersonAdjective(i int) bool {
	if i == 0 || f.items[i].start {
		return false
	}
	if before := &f.items[i-1]; before.tag != nlp.TagDT && before.tag != nlp.TagJJ && before.tag != nlp.TagPOS && before.mention < 0 {
		return false
	}
	if i+1 < len(f.items) && !f.items[i+1].start && (f.isNominal(i+1) || f.items[i+1].mention >= 0) {
		return false
	}
	_, ok := coref.PersonNoun(f.text(i))
	return ok
}
