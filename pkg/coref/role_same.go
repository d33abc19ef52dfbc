package coref

import (
	"slices"
	"strings"
)

// dropSaid leaves out the roles that another role of the list says already:
//
//	Prime Minister, PM, Lutha's Prime Minister    the last one stays
//	vice president, president                     nothing changes
//	former mayor, mayor                           nothing changes
func dropSaid(text string, roles []Role, isNoun func(folded string) bool) []Role {
	if len(roles) < 2 {
		return roles
	}
	read := make([][]timedRole, len(roles))
	for i, role := range roles {
		read[i] = readRole(role.Of(text), isNoun)
	}
	said := make([]bool, len(roles))
	for i := range roles {
		for k := range roles {
			if i == k || said[k] || len(read[i]) == 0 || !saysAll(read[k], read[i]) {
				continue
			}
			if saysAll(read[i], read[k]) && (roles[i].Len() > roles[k].Len() || roles[i].Len() == roles[k].Len() && i < k) {
				continue // both say the same: the longer one stays, or the first
			}
			said[i] = true
			break
		}
	}
	kept := roles[:0]
	for i, role := range roles {
		if !said[i] {
			kept = append(kept, role)
		}
	}
	return kept
}

// timedRole is one of the roles that a phrase joins by "and".
type timedRole struct {
	roleKey
	time string // former, acting, …: when or how somebody is it
}

// readRole takes a role apart; empty when it has no noun.
func readRole(text string, isNoun func(folded string) bool) []timedRole {
	if strings.Contains(text, "-turned-") {
		return nil // an officer-turned-mayor
	}
	var parts []timedRole
	var before roleKey // words before the first noun: trade | and industry minister
	time := ""
	for rest, more := text, true; more; {
		var conjunct string
		conjunct, rest, more = strings.Cut(rest, " and ")
		if t := roleTime(conjunct); t != "" {
			time = t // the former mayor and senator
		}
		key, ok := makeRoleKey(conjunct, isNoun)
		switch {
		case ok:
			key.take(&before)
			before = roleKey{}
			parts = append(parts, timedRole{roleKey: key, time: time})
		case len(parts) == 0:
			before.take(&key)
		default: // minister of trade | and industry
			parts[len(parts)-1].take(&key)
		}
	}
	return parts
}

// take adds the words of another key.
func (k *roleKey) take(other *roleKey) {
	k.words = append(k.words, other.words...)
	k.ranks = append(k.ranks, other.ranks...)
}

// roleTime returns the word of a role that says when or how somebody is it,
// empty for none.
func roleTime(text string) string {
	for word := range strings.FieldsSeq(text) {
		word = strings.ToLower(word)
		if before, _, ok := strings.Cut(word, "-"); ok {
			word = before // ex-minister, then-mayor
		}
		switch word {
		case "former", "ex", "onetime", "past":
			return "former"
		case "acting", "interim", "incoming", "outgoing", "then", "late", "retired", "new", "next", "first", "last":
			return word
		}
	}
	return ""
}

// saysAll reports whether one role says all that another one does.
func saysAll(full, short []timedRole) bool {
	for i := range short {
		s := &short[i]
		if !slices.ContainsFunc(full, func(f timedRole) bool {
			return f.head == s.head && f.time == s.time && hasAll(f.ranks, s.ranks) && isSameRank(f.ranks, s.ranks) && hasAll(f.words, s.words)
		}) {
			return false
		}
	}
	return len(short) > 0
}

// isSameRank reports whether no word of one list makes another role of that
// which has the other list: a foreign minister is a minister, a vice president
// is no president.
func isSameRank(full, short []string) bool {
	return !slices.ContainsFunc(full, func(w string) bool { return isOtherRank(w) && !slices.Contains(short, w) })
}

// hasAll reports whether a list has every word of another.
func hasAll(list, words []string) bool {
	for _, w := range words {
		if !slices.Contains(list, w) {
			return false
		}
	}
	return true
}
