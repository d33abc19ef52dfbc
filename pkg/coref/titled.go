package coref

import (
	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
)

// titled is what the text says people are beside their full names, for those whose
// last name another person of the article has, too: it tells which of them Secretary
// Lunt is.
type titled struct {
	f    *roleFinder
	held map[int32][]timedRole // by group
	kin  map[int32]kin         // groups that the text brings up as somebody's family
}

// titles reads the roles of the groups that some form can name beside others; nil
// where every form names one.
func (r *resolver) titles() *titled {
	var t *titled
	for i := range r.forms {
		if f := &r.forms[i]; f.kind == ner.Person && len(f.groups) > 1 {
			if t == nil {
				t = &titled{f: newRoleFinder(r.d, r.mentions), held: map[int32][]timedRole{}, kin: map[int32]kin{}}
			}
			for _, g := range f.groups {
				t.held[g] = nil
			}
		}
	}
	if t == nil {
		return nil
	}
	for i, n := range r.formOf {
		if n < 0 || len(r.forms[n].groups) != 1 {
			continue
		}
		g := r.forms[n].groups[0]
		if held, ok := t.held[g]; ok {
			if len(held) < maxRoles {
				t.held[g] = append(held, r.rolesAt(t.f, i)...)
			}
			t.kin[g] = max(t.kin[g], t.f.kinAt(r.mentions[i].First))
		}
	}
	return t
}

// rolesAt reads the roles that the text gives mention i.
func (r *resolver) rolesAt(f *roleFinder, i int) (roles []timedRole) {
	for _, role := range f.roles(i, r.names[i].core.Start) {
		roles = append(roles, readRole(role.Of(r.d.Text), isRoleNoun)...)
	}
	return roles
}

// holder returns which one of several groups has the role that the text gives
// mention i:
//
//	Secretary Ann Lunt and President Bo Lunt left. Secretary Lunt …    Ann Lunt
//	Ann Lunt and Bo Lunt left. Secretary Lunt …                       -1
func (r *resolver) holder(t *titled, i int, groups []int32) int32 {
	found := int32(-1)
	for _, role := range r.rolesAt(t.f, i) {
		for _, g := range groups {
			if found == g || contradict(r.names[i].title, r.groups[g].gender) {
				continue
			}
			for _, held := range t.held[g] {
				if held.head == role.head && hasAll(held.ranks, role.ranks) && hasAll(role.ranks, held.ranks) {
					if found >= 0 && found != g {
						return -1
					}
					found = g
				}
			}
		}
	}
	return found
}

// kin is whose generation of a family somebody belongs to.
type kin uint8

const (
	noKin kin = iota
	sameGeneration
	younger
	elder
)

// kinAt returns which kin of somebody the name is that starts at token t: Her son, |
// Bo Lunt; whose late wife | Ann Lunt; but not the late wife, nor Bo's wife.
func (f *roleFinder) kinAt(t int) kin {
	if t--; t > 0 && f.tag(t) == nlp.TagComma {
		t--
	}
	if t < 1 || !f.sameSentence(t-1, t+1) { // no token, or the first one
		return noKin
	}
	k := kinOf(f.folded(t))
	if k == noKin {
		return noKin
	}
	isWhose := func(t int) bool { return f.tag(t) == nlp.TagPRPDollar || f.tag(t) == nlp.TagWPDollar }
	noun := t
	for t--; t > 0 && noun-t <= maxModifiers && !isWhose(t) && f.tag(t) != nlp.TagPOS && f.isModifier(t); t-- {
	}
	if !isWhose(t) || !f.sameSentence(t, noun) {
		return noKin
	}
	return k
}

// kinOf returns what a folded noun says of somebody in a family who may have its name.
func kinOf(word string) kin {
	switch word {
	case "brother", "sister", "wife", "husband", "widow", "widower", "cousin", "twin", "spouse":
		return sameGeneration
	case "son", "daughter", "nephew", "niece", "grandson", "granddaughter", "stepson", "stepdaughter":
		return younger
	case "mother", "father", "uncle", "aunt", "grandmother", "grandfather", "mom", "dad":
		return elder
	}
	return noKin
}

// byAge returns the one of two groups whom a word for age before mention i means: the
// elder | Lunt is the father whom the text has brought up, or else the one whose son it
// has; -1 where there is no such word, or it is not clear.
func (r *resolver) byAge(t *titled, i int, groups []int32) int32 {
	before := r.mentions[i].First - 1
	if before < 0 || before >= len(r.d.Tokens) || len(groups) != 2 {
		return -1
	}
	for before > 0 && t.f.isBareTitle(before) {
		before--
	}
	want, other := noKin, noKin
	switch t.f.word(before) {
	case "elder", "older":
		want, other = elder, younger
	case "younger":
		want, other = younger, elder
	default:
		return -1
	}
	for n, g := range groups {
		switch rival := groups[1-n]; {
		case t.kin[g] == want && t.kin[rival] != want, t.kin[rival] == other && t.kin[g] != other:
			return g
		}
	}
	return -1
}
