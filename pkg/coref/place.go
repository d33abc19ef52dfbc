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
		first := r.text[n.words[0]]
		if full, ok := acronyms.find(first); ok && (n.capitals || len(n.words) > 1 || len(first) >= minSpokenAcronym) {
			return append(r.split(full), n.words[1:]...)
		}
	}
	return n.words
}

// minSpokenAcronym is how many letters an acronym has at the least that is
// also written like a name: Nato, Unesco. Shorter ones are words as well.
const minSpokenAcronym = 4

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
// same folded name, or of one that only says more plainly what kind of place
// it is: "Congo" for the Democratic Republic of Congo, "Gaza" for the Gaza
// Strip; or else those of which it is the initials: NSW for New South Wales.
func (r *resolver) matchPlace(f *form) []int32 {
	var same, longer []int32
	for _, at := range [...]int{0, len(f.words) - 1} {
		for _, g := range r.byWord[f.words[at]] {
			group := &r.groups[g]
			switch more := len(group.words) - len(f.words); {
			case group.kind != f.kind || more < 0:
			case more == 0 && isRun(f.words, group.words):
				same = appendRival(same, g)
			case more > 0 && isRun(f.words, group.words[:len(f.words)]) && r.areAll(group.words[len(f.words):], isLandform),
				more > 0 && isRun(f.words, group.words[more:]) && r.areAll(group.words[:more], isStateWord):
				longer = appendRival(longer, g)
			}
		}
	}
	if len(same) > 0 {
		return same
	}
	if len(longer) == 0 && f.name.capitals && len(f.words) == 1 {
		for _, g := range r.byInitials[r.text[f.words[0]]] {
			if r.groups[g].kind == f.kind {
				longer = appendRival(longer, g)
			}
		}
	}
	return longer
}

// areAll reports whether all the words are of the kind.
func (r *resolver) areAll(words []int32, kind func(folded string) bool) bool {
	for _, w := range words {
		if !kind(r.text[w]) {
			return false
		}
	}
	return true
}

// isLandform reports whether a folded word after a name is left off in short.
func isLandform(word string) bool {
	switch word {
	case "strip", "heights", "sea", "ocean", "desert", "peninsula", "archipelago", "mountains", "depot", "barracks", "prison", "stadium":
		return true
	}
	return false
}

// isStateWord reports whether a folded word before a country's name is left
// off in short.
func isStateWord(word string) bool {
	switch word {
	case "republic", "democratic", "peoples", "federal", "kingdom", "state", "commonwealth", "of", "the", "islamic", "schloss":
		return true
	}
	return false
}
