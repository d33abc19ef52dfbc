package coref

import (
	"github.com/whosaid/whosaid/pkg/ner"
)

// titled is what the text says people are beside their full names, for those whose
// last name another person of the article has, too: it tells which of them Secretary
// Lunt is.
type titled struct {
	f    *roleFinder
	held map[int32][]timedRole // by group
}

// titles reads the roles of the groups that some form can name beside others; nil
// where every form names one.
func (r *resolver) titles() *titled {
	var t *titled
	for i := range r.forms {
		if f := &r.forms[i]; f.kind == ner.Person && len(f.groups) > 1 {
			if t == nil {
				t = &titled{f: newRoleFinder(r.d, r.mentions), held: map[int32][]timedRole{}}
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
		if _, ok := t.held[g]; ok {
			t.held[g] = append(t.held[g], r.rolesAt(t.f, i)...)
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
