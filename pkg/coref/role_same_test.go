package coref

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRolesSaidOnce(t *testing.T) {
	for _, c := range []struct {
		phenomenon, text string
		want             []string
	}{
		{"acronym", "Prime Minister {p Rosa Lunt} spoke. PM {p Lunt} left.", []string{"Prime Minister"}},
		{"fuller later", "President {p Rosa Lunt} spoke. {n Polish} President {p Lunt} left.", []string{"Polish President"}},
		{"fuller earlier", "Interior Undersecretary {p Rosa Lunt} spoke. Undersecretary {p Lunt} left.", []string{"Interior Undersecretary"}},
		{"one of two joined", "They met singer {p Rosa Lunt}. {p Lunt}, a singer and painter, left.", []string{"singer and painter"}},
		{"two words for former", "They met former President {p Rosa Lunt}. Ex President {p Lunt} left.", []string{"former President"}},
		{"a lower rank", "Vice President {p Rosa Lunt} spoke. President {p Lunt} left.", []string{"Vice President", "President"}},
		{"once and now", "They met former minister {p Rosa Lunt}. Minister {p Lunt} left.", []string{"former minister", "Minister"}},
		{"became another", "{p Rosa Lunt}, an officer-turned-mayor, spoke. Officer {p Lunt} left.", []string{"officer-turned-mayor", "Officer"}},
		{"other places", "{n Polish} President {p Rosa Lunt} spoke. {n Czech} President {p Lunt} left.", []string{"Polish President", "Czech President"}},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			d, e := resolveMarked(t, c.text)
			if diff := cmp.Diff(c.want, rolesOf(d, e)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.text, diff)
			}
		})
	}
}
