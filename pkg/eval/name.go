package eval

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// words makes a set of the words of a list.
func words(list string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(list) {
		out[w] = true
	}
	return out
}

var (
	// pronouns name a speaker only through somebody else.
	pronouns = words("he she they him her them his hers their theirs himself herself itself it its i we me us my our you your who that which whom")
	// ownPronouns are those of the first and second person.
	ownPronouns = words("i we me us my our mine ours you your yours myself ourselves")
	// titles come before a name and say nothing about whose it is.
	titles = words("mr mrs ms miss dr prof professor sen senator rep representative gov governor president vice secretary sir lord lady dame gen general col capt lt sgt rev judge justice minister prime chancellor king queen prince princess mayor chief pope officer attorney former")
	// suffixes come after a name.
	suffixes = words("jr sr ii iii iv phd md esq")
	// fillers are the words of a description that say nothing.
	fillers = words("the a an of for to in on at and or by with from who that which his her their its said s as")
)

// fold makes text lower-case and takes the accents off.
func fold(s string) string {
	ascii := true
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	s = strings.ToLower(s)
	if ascii {
		return s
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		if norm.NFKD.PropertiesString(string(r)).CCC() == 0 {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// nameWords gives the words of a name, folded, possessive endings dropped.
// Hyphens and apostrophes between letters are part of a word.
func nameWords(s string) []string {
	runes := []rune(dropPossessives(fold(s)))
	var out []string
	for i := 0; i < len(runes); {
		if !isNameRune(runes[i]) {
			i++
			continue
		}
		end := i
		for end < len(runes) && (isNameRune(runes[end]) || isJoiner(runes[end]) && end+1 < len(runes) && isNameRune(runes[end+1])) {
			end++
		}
		out = append(out, string(runes[i:end]))
		i = end
	}
	return out
}

// dropPossessives takes 's off the ends of words.
func dropPossessives(s string) string {
	runes := []rune(s)
	out := runes[:0]
	for i := 0; i < len(runes); i++ {
		if isApostrophe(runes[i]) && i+1 < len(runes) && runes[i+1] == 's' && (i+2 == len(runes) || !isNameRune(runes[i+2]) && runes[i+2] != '_') {
			i++
			continue
		}
		out = append(out, runes[i])
	}
	return string(out)
}

func isNameRune(r rune) bool   { return unicode.IsLetter(r) || unicode.IsNumber(r) }
func isApostrophe(r rune) bool { return r == '\'' || r == '’' }
func isJoiner(r rune) bool     { return r == '-' || isApostrophe(r) }

// coreName gives the words of a name without its titles, suffixes and what
// describes its bearer.
func coreName(s string) []string {
	end := len(s)
	for _, cut := range []string{",", "(", ";", " who ", " of the ", " for the "} {
		if i := strings.Index(s[:end], cut); i >= 0 {
			end = i
		}
	}
	all := nameWords(s[:end])
	for len(all) > 1 && suffixes[all[len(all)-1]] {
		all = all[:len(all)-1]
	}
	if bare := slices.DeleteFunc(slices.Clone(all), func(w string) bool { return titles[w] }); len(bare) > 0 {
		return bare
	}
	return all
}

func isPronoun(s string) bool {
	w := nameWords(s)
	return len(w) == 1 && pronouns[w[0]]
}

// namesMatch reports whether a predicted and a gold name are likely of the same
// speaker: the same last name and, where both have one, the same first name or
// initial; else the same head word, or half of the words shared.
func namesMatch(pred, gold string) bool {
	if pred == "" || gold == "" {
		return false
	}
	if isPronoun(pred) || isPronoun(gold) {
		return strings.TrimSpace(fold(pred)) == strings.TrimSpace(fold(gold))
	}
	x, y := coreName(pred), coreName(gold)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	if slices.Equal(x, y) {
		return true
	}
	if x[len(x)-1] == y[len(y)-1] {
		if len(x) == 1 || len(y) == 1 {
			return true
		}
		first, other := x[0], y[0]
		if first == other || isInitialOf(first, other) || isInitialOf(other, first) {
			return true
		}
		if slices.Contains(y, first) || slices.Contains(x, other) {
			return true // a title or a middle name in front
		}
		// "house speaker ryan" is Paul Ryan; Bill Clinton is not Hillary Clinton.
		return len(x) != 2 || len(y) != 2
	}
	if len(x) == 1 && slices.Contains(y, x[0]) || len(y) == 1 && slices.Contains(x, y[0]) {
		return true
	}
	return descriptionsMatch(pred, gold, y)
}

// isInitialOf reports whether initial is the first letter of name alone.
func isInitialOf(initial, name string) bool {
	return utf8.RuneCountInString(initial) == 1 && strings.HasPrefix(name, initial)
}

// descriptionsMatch compares what is no person's name: organisations, "a
// spokesman for the union". core is the core name of gold.
func descriptionsMatch(pred, gold string, core []string) bool {
	sx, sy := contentWords(pred), contentWords(gold)
	if len(sx) == 0 || len(sy) == 0 {
		return false
	}
	shared := 0
	for w := range sx {
		if sy[w] {
			shared++
		}
	}
	if 4*shared >= len(sx)+len(sy) { // half of the words, on average
		return true
	}
	if shared >= 2 && (shared == len(sx) || shared == len(sy)) {
		return true
	}
	return shared > 0 && sx[core[len(core)-1]] && sx[core[0]]
}

// contentWords is the set of words of s that are no fillers.
func contentWords(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range nameWords(s) {
		if !fillers[w] {
			out[w] = true
		}
	}
	return out
}
