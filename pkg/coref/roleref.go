package coref

import (
	"cmp"
	"slices"
	"strings"

	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/span"
)

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

// roleOf is a role of an entity, ready to be compared.
type roleOf struct {
	key    roleKey
	entity int
	start  int // byte
}

// ByRole returns the entity that a noun phrase stands for by what the article
// says of it: "EU Foreign Policy Chief", "the foreign policy chief", "the
// senator". It is the one whose role has the same noun, contradicts no other
// word and shares most of them; of several, the one named last before the
// phrase, or else the first one after it, because headlines speak of people
// whom the text has yet to introduce. The answer is -1 and false when no role
// fits.
func (e *Entities) ByRole(d *nlp.Document, phrase span.Span) (entity int, ok bool) {
	if phrase.Start < 0 || phrase.End > len(d.Text) || phrase.IsEmpty() {
		return -1, false
	}
	text := phrase.Of(d.Text)
	if isIndefinite(text) {
		return -1, false
	}
	// "the former first lady and U.S. senator": either will do.
	gender := Unknown
	for {
		conjunct, rest, more := strings.Cut(text, " and ")
		want, ok := makeRoleKey(conjunct, isRoleNoun)
		if !ok {
			want, ok = makeRoleKey(conjunct, bodies.has)
		}
		if ok {
			gender = mergeGender(gender, want.gender)
			want.gender = gender
			if entity, ok = e.byKey(&want, phrase.Start); ok {
				return entity, true
			}
		}
		if !more {
			return -1, false
		}
		text = rest
	}
}

// isIndefinite reports whether a noun phrase speaks of somebody whom the text
// has not named: "a doctor", "one official".
func isIndefinite(text string) bool {
	first, _, _ := strings.Cut(text, " ")
	switch first {
	case "a", "an", "one", "another", "some", "two", "several", "many", "other", "any", "every", "each", "no",
		"A", "An", "One", "Another", "Some", "Two", "Several", "Many", "Other", "Any", "Every", "Each", "No":
		return true
	}
	return false
}

// byKey returns the entity that the key of a noun phrase at byte start stands
// for.
func (e *Entities) byKey(want *roleKey, start int) (entity int, ok bool) {
	best, bestScore, bestRecent := -1, 0.0, -1
	for _, r := range e.rolesOf(want.head, start) {
		score, fits := matchRole(want, &r.key)
		if !fits || contradict(want.gender, e.List[r.entity].Gender) {
			continue
		}
		recent := e.lastNamed(r.entity, start)
		if recent >= 0 {
			score += precedingBonus
		}
		if score > bestScore || score == bestScore && recent > bestRecent {
			best, bestScore, bestRecent = r.entity, score, recent
		}
	}
	return best, best >= 0
}

// maxRolesCompared bounds how many roles of one noun are compared with a
// phrase, on each side of it.
const maxRolesCompared = 32

// rolesOf returns the roles with the noun that were given nearest to byte at.
func (e *Entities) rolesOf(head string, at int) []roleOf {
	middle, _ := slices.BinarySearchFunc(e.roles, at, func(r roleOf, at int) int {
		return cmp.Or(cmp.Compare(r.key.head, head), cmp.Compare(r.start, at))
	})
	first, last := middle, middle
	for first > 0 && middle-first < maxRolesCompared && e.roles[first-1].key.head == head {
		first--
	}
	for last < len(e.roles) && last-middle < maxRolesCompared && e.roles[last].key.head == head {
		last++
	}
	return e.roles[first:last]
}

// lastNamed returns the last mention of an entity that starts before byte at,
// -1 when there is none.
func (e *Entities) lastNamed(entity, at int) int {
	mentions := e.List[entity].Mentions
	n, _ := slices.BinarySearchFunc(mentions, at, func(m, at int) int { return cmp.Compare(e.Mentions[m].Start, at) })
	if n == 0 {
		return -1
	}
	return mentions[n-1]
}

// Weights of the evidence that a phrase means a role.
const (
	// sharedWord is what a word in both is worth.
	sharedWord = 1.0
	// precedingBonus is what it is worth that the role was given before.
	precedingBonus = 0.5
	// sameNoun is what the noun alone is worth.
	sameNoun = 1.0
	// unsharedWord is what a word of the phrase that the role lacks costs.
	unsharedWord = 0.3
)

// matchRole scores how well a phrase fits a role with the same noun.
func matchRole(want, have *roleKey) (score float64, fits bool) {
	for _, w := range want.ranks {
		if !contains(have.ranks, w) {
			return 0, false
		}
	}
	// "the president" is no vice president, but "the minister" may be the
	// foreign minister.
	for _, w := range have.ranks {
		if isOtherRank(w) && !contains(want.ranks, w) {
			return 0, false
		}
	}
	score = sameNoun
	shared, placesWant, placesHave, samePlace := 0, 0, 0, false
	for _, w := range want.words {
		has := contains(have.words, w)
		if isPlaceWord(w) {
			placesWant++
			samePlace = samePlace || has
		}
		if has {
			shared++
			score += sharedWord
		} else {
			score -= unsharedWord
		}
	}
	for _, w := range have.words {
		if isPlaceWord(w) {
			placesHave++
		}
	}
	if placesWant > 0 && placesHave > 0 && !samePlace {
		return 0, false // the French president is not the US president
	}
	return max(score, unsharedWord), true
}

// isPlaceWord reports whether a word of a key is a place that the lists know.
func isPlaceWord(w string) bool { return strings.HasPrefix(w, placeMark) }

// placeMark starts the words of a key that are places, spelled as the lists
// spell them.
const placeMark = "@"

func contains(words []string, word string) bool {
	for _, w := range words {
		if w == word {
			return true
		}
	}
	return false
}

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

// indexOrganisation prepares the roles and the fullest name of an
// organisation: "the commission" is the Harbour Commission.
func (e *Entities) indexOrganisation(d *nlp.Document, i int) {
	entity := &e.List[i]
	if key, ok := makeRoleKey(entity.Name, bodies.has); ok {
		e.roles = append(e.roles, roleOf{key, i, e.Mentions[entity.Mentions[0]].Start})
	}
	for _, r := range entity.Roles {
		if key, ok := makeRoleKey(r.Of(d.Text), bodies.has); ok {
			e.roles = append(e.roles, roleOf{key, i, r.Start})
		}
	}
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
		case "of", "for", "at", "in", "with", "from", "on", "to":
			if !headed && last != "" && isNoun(last) {
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

// indexRoles prepares the roles of people, and the names of organisations that
// say what they are, to be compared: by noun, then in text order.
func (e *Entities) indexRoles(d *nlp.Document) {
	for i := range e.List {
		if e.List[i].Type == ner.Organisation {
			e.indexOrganisation(d, i)
			continue
		}
		for _, r := range e.List[i].Roles {
			for text, more := r.Of(d.Text), true; more; {
				var conjunct string
				conjunct, text, more = strings.Cut(text, " and ")
				if key, ok := makeRoleKey(conjunct, isRoleNoun); ok {
					e.roles = append(e.roles, roleOf{key, i, r.Start})
				}
			}
		}
	}
	slices.SortStableFunc(e.roles, func(a, b roleOf) int {
		return cmp.Or(cmp.Compare(a.key.head, b.key.head), cmp.Compare(a.start, b.start))
	})
}
