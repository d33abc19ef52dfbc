package coref

import "github.com/whosaid/whosaid/pkg/ner"

// expand returns the words under which a name is compared: those that all
// names of a place share, or those of an organisation with an acronym at its
// start spelled out ("UN Security Council").
func (r *resolver) expand(kind ner.Type, n *name) []int32 {
	switch kind {
	case ner.Place:
		if full, ok := placeNames.find(r.joined(n.words)); ok {
			return r.split(full)
		}
	case ner.Organisation:
		if full, ok := acronyms.find(r.text[n.words[0]]); ok && (n.capitals || len(n.words) > 1) {
			return append(r.split(full), n.words[1:]...)
		}
	}
	return n.words
}

// joined returns folded words with a space between them.
func (r *resolver) joined(words []int32) string {
	if len(words) == 1 {
		return r.text[words[0]]
	}
	r.buf = r.buf[:0]
	for i, w := range words {
		if i > 0 {
			r.buf = append(r.buf, ' ')
		}
		r.buf = append(r.buf, r.text[w]...)
	}
	return string(r.buf)
}

// split numbers the words of a list's value.
func (r *resolver) split(value string) []int32 {
	var words []int32
	start := 0
	for i := 0; i <= len(value); i++ {
		if i == len(value) || value[i] == ' ' {
			if n := r.number(value[start:i]); n >= 0 {
				words = append(words, n)
			}
			start = i + 1
		}
	}
	return words
}

// matchPlace returns the groups that a place's name can name: those of the
// same folded name.
func (r *resolver) matchPlace(f *form) []int32 {
	var found []int32
	for _, g := range r.byWord[f.words[0]] {
		group := &r.groups[g]
		if group.kind == f.kind && len(group.words) == len(f.words) && isRun(f.words, group.words) {
			found = appendRival(found, g)
		}
	}
	return found
}
