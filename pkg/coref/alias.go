package coref

import (
	"strings"

	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
)

// aliases finds the other names that the text says somebody has, and has both
// name one person:
//
//	Rosa Lunt, better known as Pepita Sol       one person
//	Rosa Lunt, whom they call Pepita Sol        two: nothing says so
//	rosalunt, where Rosa Lunt is named          one person, her name online
func (r *resolver) aliases() {
	for i := 1; i < len(r.mentions); i++ {
		if r.mentions[i].Type == ner.Person && r.formOf[i] >= 0 {
			if k := r.knownAs(i); k >= 0 && r.formOf[k] >= 0 {
				r.link(r.formOf[k], r.formOf[i])
				r.forms[r.formOf[i]].byname = len(r.names[k].words) > 1
			}
		}
	}
	r.handles()
}

// link records that two forms name one person: the one that is clustered later
// takes the other's group.
func (r *resolver) link(a, b int32) {
	if a == b || contradict(r.forms[a].gender, r.forms[b].gender) {
		return
	}
	if fa, fb := r.fullness(&r.forms[a]), r.fullness(&r.forms[b]); fa < fb || fa == fb && a > b {
		a, b = b, a
	}
	if r.forms[b].sameAs < 0 {
		r.forms[b].sameAs = a
	}
}

// maxKnownAs is how many words may stand before "known as": who is more
// popularly known as.
const maxKnownAs = 4

// knownAs returns the mention of the person of whom the text says that mention i
// is another name, -1 for none.
func (r *resolver) knownAs(i int) int {
	t := r.mentions[i].First - 1
	word := func(t int) string { return r.d.Tokens[t].Of(r.d.Text) }
	if t >= 0 && (r.d.Tokens[t].Tag == nlp.TagOpenQuote || strings.Trim(word(t), "\"'‘“") == "") {
		t--
	}
	if t < 1 {
		return -1
	}
	switch strings.ToLower(word(t)) {
	case "alias", "aka", "a.k.a.", "née", "nee":
	case "as":
		if t--; strings.ToLower(word(t)) != "known" {
			return -1
		}
		for left := maxKnownAs; left > 0 && t > 0 && isBeforeKnown(word(t-1)); left-- {
			t--
		}
	default:
		return -1
	}
	for t--; t >= 0 && isGap(word(t)); t-- {
	}
	before := i - 1
	if t < 0 || r.mentions[before].Type != ner.Person || r.mentions[before].Last != t+1 ||
		r.d.Tokens[t].Sentence != r.d.Tokens[r.mentions[i].First].Sentence {
		return -1
	}
	return before
}

// isBeforeKnown reports whether a word may stand between a name and "known as".
func isBeforeKnown(word string) bool {
	switch word {
	case "also", "better", "best", "more", "commonly", "popularly", "widely", "formerly", "previously", "who", "is", "was":
		return true
	}
	return false
}

// isGap reports whether a mark may stand between a name and another one.
func isGap(word string) bool {
	switch word {
	case ",", "(", "—", "–", "--", "-":
		return true
	}
	return false
}

// shortestHandle is how many letters a name online has at least that is taken
// for a full name without its spaces.
const shortestHandle = 8

// handles links names online with the full names that they are made of.
func (r *resolver) handles() {
	var full map[string]int32 // made when there is something to look up
	for b := range r.forms {
		if f := &r.forms[b]; f.kind != ner.Person || len(f.words) != 1 || len(r.text[f.words[0]]) < shortestHandle {
			continue
		}
		if full == nil {
			full = r.fullNames()
		}
		if a, ok := full[r.text[r.forms[b].words[0]]]; ok {
			r.link(a, int32(b))
		}
	}
}

// fullNames returns the full names of people by their words without spaces.
func (r *resolver) fullNames() map[string]int32 {
	full := make(map[string]int32)
	for a := range r.forms {
		f := &r.forms[a]
		if f.kind != ner.Person || len(f.words) < 2 {
			continue
		}
		r.key = r.key[:0]
		for _, w := range f.words {
			r.key = append(r.key, r.text[w]...)
		}
		if _, ok := full[string(r.key)]; !ok {
			full[string(r.key)] = int32(a)
		}
	}
	return full
}
