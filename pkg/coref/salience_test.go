package coref

import "testing"

func TestSalience(t *testing.T) {
	_, e := resolveMarked(t, "{p Rosa Lunt} wins\n\n{p Rosa Lunt} beat {p Adam Zych} in {l Hull}. She thanked {l Hull}. {p Lunt} left. {p Zych} did not.")
	most := e.List[0]
	if most.Name != "Rosa Lunt" {
		t.Fatalf("the first entity is %q", most.Name)
	}
	for _, entity := range e.List {
		if entity.Salience <= 0 || entity.Salience > 1 {
			t.Errorf("the salience of %q is %v", entity.Name, entity.Salience)
		}
		if entity.Name != most.Name && entity.Salience >= most.Salience {
			t.Errorf("%q is as salient as %q", entity.Name, most.Name)
		}
	}
}
