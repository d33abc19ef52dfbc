package coref

import "strings"

// maxRoleWords bounds how many words of a role are compared.
const maxRoleWords = 24

// roleKey is a role in the form in which roles are compared: "EU Foreign
// Policy Chief" and "the European Union's foreign policy chief" have the same
// noun and share their words.
type roleKey struct {
	head  string   // the noun, folded; for nouns that mean one role the same one
	words []string // the other words, folded, acronyms and nationalities spelled out
	ranks []string // of them, those that make another role of the noun: vice, prime, foreign
	// gender is what the noun tells.
	gender Gender
}

// isPlaceWord reports whether a word of a key is a place that the lists know.
func isPlaceWord(w string) bool { return strings.HasPrefix(w, placeMark) }

// placeMark starts the words of a key that are places, spelled as the lists
// spell them.
const placeMark = "@"

// isRankWord reports whether a folded word before a noun makes it another
// role.
func isRankWord(w string) bool {
	switch w {
	case "prime", "foreign", "finance", "defence", "interior", "health", "education", "general", "first", "chief", "attorney":
		return true
	}
	return isOtherRank(w)
}

// isOtherRank reports whether a folded word makes a role lower than that of
// the noun alone.
func isOtherRank(w string) bool {
	switch w {
	case "vice", "deputy", "assistant", "lieutenant", "under", "junior", "shadow":
		return true
	}
	return false
}

// makeRoleKey takes a role or a phrase apart; false when it has no noun of the
// kind asked for.
func makeRoleKey(text string, isNoun func(folded string) bool) (roleKey, bool) {
	var k roleKey
	var buf []byte
	at, headed := 0, false
	var last string // the word before the present one, which may be the noun
	flush := func() {
		if last == "" {
			return
		}
		k.add(last)
		last = ""
	}
	for n := 0; n < maxRoleWords; n++ {
		word := nextWord(text, at, len(text))
		if word.IsEmpty() {
			break
		}
		at = word.End
		s := trimPossessive(text, word)
		possessive := s.End != word.End
		buf = fold(buf[:0], s.Of(text))
		folded := string(buf)
		switch folded {
		case "", "the", "a", "an", "his", "her", "their", "its", "our", "then", "former", "ex", "s", "and", "who", "is", "was", "current":
			continue
		case "of", "for", "at", "in", "with", "from", "on", "to", "against":
			if !headed && last != "" {
				if !isNoun(last) {
					return k, false // engineers from Norrby University are no university
				}
				k.setHead(last)
				last, headed = "", true
			}
			continue
		}
		flush()
		if full, ok := acronyms.find(folded); ok && s.Of(text) == strings.ToUpper(s.Of(text)) {
			for _, w := range strings.Fields(full) {
				k.add(w)
			}
			continue
		}
		if headed || possessive {
			k.add(folded)
			continue
		}
		last = folded
	}
	if last != "" {
		if !headed && isNoun(last) {
			k.setHead(last)
			headed = true
		} else {
			flush()
		}
	}
	return k, headed
}

// setHead records the noun.
func (k *roleKey) setHead(noun string) {
	value, _ := roleNouns.find(noun)
	gender, same, _ := strings.Cut(value, "\t")
	k.head = noun
	if same != "" {
		k.head = same
	}
	if rank, noun, ok := strings.Cut(k.head, " "); ok { // PM: prime minister
		k.ranks = append(k.ranks, rank)
		k.head = noun
	}
	switch gender {
	case "f":
		k.gender = Female
	case "m":
		k.gender = Male
	}
	if n := strings.LastIndexByte(k.head, '-'); n >= 0 { // vice-president, then-mayor
		if before := k.head[:n]; isRankWord(before) {
			k.ranks = append(k.ranks, before)
			k.head = k.head[n+1:]
		} else if !roleNouns.has(k.head) {
			k.head = k.head[n+1:]
		}
	}
}

// add records a word beside the noun.
func (k *roleKey) add(word string) {
	if word == "defense" {
		word = "defence"
	}
	if place, ok := demonyms.find(word); ok {
		k.words = append(k.words, placeMark+place)
		return
	}
	if place, ok := placeNames.find(word); ok {
		k.words = append(k.words, placeMark+place)
		return
	}
	if countryNames.has(word) {
		k.words = append(k.words, placeMark+word)
		return
	}
	if isRankWord(word) {
		k.ranks = append(k.ranks, word)
		return
	}
	k.words = append(k.words, word)
}
