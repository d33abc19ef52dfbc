package coref

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// matchPerson returns the groups that a person's name can name, by the words
// they share.
func (r *resolver) matchPerson(f *form) []int32 {
	if f.name.family {
		return nil
	}
	if len(f.words) == 1 {
		return r.matchOneWord(f)
	}
	var found []int32
	for _, at := range [...]int{len(f.words) - 1, 0} {
		for _, g := range r.byWord[f.words[at]] {
			if r.isSamePerson(f, &r.groups[g]) {
				found = appendRival(found, g)
			}
		}
	}
	if len(found) > 0 {
		return found
	}
	for _, at := range [...]int{len(f.words) - 1, 0} {
		for _, g := range r.bySound[sound(r.text[f.words[at]])] {
			if r.isSpelledLike(f, &r.groups[g]) {
				found = appendRival(found, g)
			}
		}
	}
	return found
}

// matchOneWord returns the groups that a single name can name: those with the
// surname, or else those with the first name.
func (r *resolver) matchOneWord(f *form) []int32 {
	word := f.words[0]
	var surname, other []int32
	for _, g := range r.byWord[word] {
		group := &r.groups[g]
		if group.kind != f.kind || group.family || contradict(f.gender, group.likelyGender()) {
			continue
		}
		if f.name.generation != 0 && f.name.generation != group.generation {
			continue
		}
		if group.words[len(group.words)-1] == word {
			surname = append(surname, g)
		} else {
			other = append(other, g)
		}
	}
	if len(surname) > 0 {
		return surname
	}
	if len(other) > 0 {
		return other
	}
	for _, g := range r.bySound[sound(r.text[word])] {
		group := &r.groups[g]
		if group.kind != f.kind || group.family || contradict(f.gender, group.likelyGender()) {
			continue
		}
		if isVariant(r.text[word], r.text[group.words[len(group.words)-1]]) {
			other = append(other, g)
		}
	}
	return other
}

// likelyGender is the gender of the titles so far, or else of the first name.
func (g *group) likelyGender() Gender {
	if g.gender != Unknown {
		return g.gender
	}
	return g.firstName
}

// contradict reports whether two genders cannot be one person's.
func contradict(a, b Gender) bool { return a != Unknown && b != Unknown && a != b }

// isSamePerson reports whether a name of several words can be a name of the
// group's person.
func (r *resolver) isSamePerson(f *form, g *group) bool {
	if g.kind != f.kind || g.family || len(g.words) < 2 || contradict(f.gender, g.likelyGender()) {
		return false
	}
	if f.name.generation != g.generation {
		return false
	}
	a, b := f.words, g.words
	if len(a) > len(b) {
		a, b = b, a
	}
	if isRun(a, b) {
		return true
	}
	lastA, lastB := a[len(a)-1], b[len(b)-1]
	if lastA == lastB && r.isSameFirstName(a[0], b[0]) {
		return r.agree(a[1:len(a)-1], b[1:len(b)-1])
	}
	// Family name first and last: Abe Shinzo, Shinzo Abe.
	return len(a) == 2 && len(b) == 2 && a[0] == b[1] && a[1] == b[0]
}

// isRun reports whether the words of a stand in b one after another.
func isRun(a, b []int32) bool {
	for start := 0; start+len(a) <= len(b); start++ {
		same := true
		for i, w := range a {
			if b[start+i] != w {
				same = false
				break
			}
		}
		if same {
			return true
		}
	}
	return false
}

// agree reports whether two lists of middle names can be one person's: the
// shorter one's names stand in the other, in order, whole or as initials.
func (r *resolver) agree(a, b []int32) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, w := range a {
		found := false
		for i, other := range b {
			if w == other || r.isInitialOf(w, other) || r.isInitialOf(other, w) {
				b, found = b[i+1:], true
				break
			}
		}
		if !found {
			return false
		}
	}
	return true
}

// isSameFirstName reports whether two first names can be one person's: equal,
// one the initial of the other, or one short for the other.
func (r *resolver) isSameFirstName(a, b int32) bool {
	if a == b || r.isInitialOf(a, b) || r.isInitialOf(b, a) {
		return true
	}
	nameA, nameB := r.text[a], r.text[b]
	longA, okA := nicknames.find(nameA)
	longB, okB := nicknames.find(nameB)
	return okA && longA == nameB || okB && longB == nameA || okA && okB && longA == longB ||
		isVariant(nameA, nameB) && sound(nameA) == sound(nameB) && !contradict(firstNameGender(nameA), firstNameGender(nameB))
}

// isInitialOf reports whether word a is the initial of word b.
func (r *resolver) isInitialOf(a, b int32) bool {
	initial, word := r.text[a], r.text[b]
	return r.isInitial(a) && len(word) >= len(initial) && word[:len(initial)] == initial
}

// isSpelledLike reports whether a name is a spelling variant of the group's
// name: the same first name and a surname that sounds alike.
func (r *resolver) isSpelledLike(f *form, g *group) bool {
	if g.kind != f.kind || g.family || len(g.words) != len(f.words) || f.name.generation != g.generation ||
		contradict(f.gender, g.likelyGender()) {
		return false
	}
	for i, w := range f.words {
		other := g.words[i]
		if w != other && !isVariant(r.text[w], r.text[other]) && !(i == 0 && r.isSameFirstName(w, other)) {
			return false
		}
	}
	return !contradict(r.firstNameGender(f), g.likelyGender())
}

// firstNameGender returns the gender that the first name of a full name tells:
// female for Mei Lin, but nothing for Lin Dan or Tam Yiu-chung, whose first names
// come last.
func (r *resolver) firstNameGender(f *form) Gender {
	first := r.text[f.words[0]]
	if len(f.words) > 1 && (isFamilyFirst(first) || isGivenLast(f.name.core.Of(r.d.Text))) {
		return Unknown
	}
	return firstNameGender(first)
}

// isGivenLast reports whether a name is a family name and a given name of two
// syllables, as Korean and Cantonese names are written: Tam Yiu-chung; but not
// Jean-pierre Lam, nor Ana Reyes-Lund.
func isGivenLast(name string) bool {
	_, given, found := strings.Cut(name, " ")
	if !found {
		return false
	}
	_, syllable, found := strings.Cut(given, "-")
	if !found {
		return false
	}
	r, _ := utf8.DecodeRuneInString(syllable)
	return unicode.IsLower(r) && !strings.Contains(given, " ")
}

// isFamilyFirst reports whether a folded word is a family name that Chinese,
// Korean and Vietnamese names begin with.
func isFamilyFirst(word string) bool {
	switch word {
	case "ahn", "au", "bae", "bai", "bao", "bui", "cai", "cao", "chai", "chan", "chang", "chen", "cheng", "cheong", "cheung", "chew", "chia",
		"chin", "chiu", "cho", "choi", "chow", "chu", "chua", "chung", "dai", "dang", "deng", "ding", "dong", "du", "duan", "duong", "fan", "fang",
		"feng", "fong", "foo", "fu", "gan", "gao", "goh", "gu", "guo", "ha", "han", "hao", "he", "heng", "ho", "hoang", "hong", "hou", "hsieh",
		"hsu", "hu", "huang", "hwang", "ip", "jang", "jeon", "ji", "jia", "jiang", "jin", "jung", "kang", "khaw", "kho", "khoo", "kim", "ko",
		"koh", "kong", "kung", "kuo", "kwak", "kwan", "kwok", "kwon", "lai", "lam", "lau", "le", "lee", "lei", "leung", "lew", "li", "liang",
		"liao", "liew", "lim", "lin", "ling", "liu", "loh", "lok", "loke", "loo", "low", "lu", "lui", "luo", "lyu", "ma", "mah", "mak", "mao",
		"meng", "mo", "mok", "mui", "ng", "ngai", "ngo", "nguyen", "oh", "ong", "ooi", "pan", "pang", "park", "peng", "pham", "phan", "phua",
		"poon", "qian", "qin", "qiu", "quah", "ren", "ryu", "saw", "seah", "seo", "shao", "shen", "shi", "shin", "shiu", "shum", "siew", "sim",
		"siow", "siu", "soh", "song", "su", "suen", "sun", "sze", "szeto", "tam", "tan", "tang", "tao", "tay", "tee", "teo", "teoh", "thong", "ti",
		"tian", "tiong", "toh", "tong", "tran", "tsai", "tsang", "tse", "tsoi", "tsui", "vo", "vu", "wan", "wang", "wee", "wei", "wen", "wong",
		"woo", "wu", "xia", "xiang", "xiao", "xie", "xu", "xue", "yan", "yang", "yao", "yap", "yau", "ye", "yeo", "yeoh", "yeung", "yew", "yi",
		"yim", "yin", "yip", "yong", "yoo", "yoon", "yu", "yuan", "yuen", "zeng", "zhang", "zhao", "zheng", "zhong", "zhou", "zhu", "zou":
		return true
	}
	return false
}

// firstNameGender returns the gender that a folded first name tells.
func firstNameGender(folded string) Gender {
	value, _ := firstNames.find(folded)
	switch value {
	case "f":
		return Female
	case "m":
		return Male
	}
	return Unknown
}
