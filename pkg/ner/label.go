package ner

import "math/bits"

// Label is the part that a token plays in a name. People, places and
// organisations are told apart by where in the name a token stands (begin,
// inside, last, or a unit of its own), which is worth more than it costs; a
// nationality is one label, since two in a row are one name ("South Korean");
// other names have a begin and an inside.
type Label uint8

// The labels. They are sixteen so that a row of weights, one byte each, is two
// machine words.
const (
	Outside Label = iota
	BeginPerson
	InsidePerson
	LastPerson
	UnitPerson
	BeginPlace
	InsidePlace
	LastPlace
	UnitPlace
	BeginOrganisation
	InsideOrganisation
	LastOrganisation
	UnitOrganisation
	IsNationality
	BeginOther
	InsideOther

	// Labels is how many there are.
	Labels = 16
)

// parts is how many labels a type with full parts has.
const parts = 4

// LabelSet is a set of labels, bit l for label l.
type LabelSet uint16

// AnyLabel is the set of all labels.
const AnyLabel LabelSet = 1<<Labels - 1

// Set returns the set that holds l alone.
func (l Label) Set() LabelSet { return 1 << l }

// Has reports whether the set holds l.
func (s LabelSet) Has(l Label) bool { return s>>l&1 != 0 }

// Only returns the label of a set that holds one.
func (s LabelSet) Only() Label { return Label(bits.TrailingZeros16(uint16(s))) }

// hasParts reports whether the label belongs to a type with begin, inside,
// last and unit.
func (l Label) hasParts() bool { return BeginPerson <= l && l <= UnitOrganisation }

// isOpen reports whether a name goes on after l.
func (l Label) isOpen() bool { return l.hasParts() && (l-BeginPerson)%parts < 2 }

// needsOpen reports whether l goes on with a name that an open label began.
func (l Label) needsOpen() bool {
	part := (l - BeginPerson) % parts
	return l.hasParts() && (part == 1 || part == 2)
}

// Type returns the type that l is a part of; ok is false for Outside.
func (l Label) Type() (t Type, ok bool) {
	switch {
	case l == Outside:
		return 0, false
	case l.hasParts():
		return Type((l - BeginPerson) / parts), true
	case l == IsNationality:
		return Nationality, true
	}
	return Other, true
}

// CanFollow reports whether next may come right after l in a sentence.
func (l Label) CanFollow(next Label) bool {
	switch {
	case l.isOpen() || next.needsOpen():
		return l.isOpen() && next.needsOpen() && (l-BeginPerson)/parts == (next-BeginPerson)/parts
	case next == InsideOther:
		return l == BeginOther || l == InsideOther
	}
	return true
}

// CanStart reports whether a sentence may start with l.
func (l Label) CanStart() bool { return Outside.CanFollow(l) }

// CanEnd reports whether a sentence may end with l.
func (l Label) CanEnd() bool { return l.CanFollow(Outside) }

// LabelAt returns the label of the token at position i of a name of n tokens.
func LabelAt(t Type, i, n int) Label {
	switch t {
	case Nationality:
		return IsNationality
	case Other:
		if i == 0 {
			return BeginOther
		}
		return InsideOther
	}
	first := BeginPerson + Label(t)*parts
	switch {
	case n == 1:
		return first + 3
	case i == 0:
		return first
	case i == n-1:
		return first + 2
	}
	return first + 1
}

// Names calls yield with each name that the labels spell: its tokens, half
// open, and its type.
func Names(labels []Label, yield func(first, last int, t Type)) {
	for i := 0; i < len(labels); {
		t, ok := labels[i].Type()
		if !ok {
			i++
			continue
		}
		j := i + 1
		for j < len(labels) && continues(labels[j-1], labels[j]) {
			j++
		}
		yield(i, j, t)
		i = j
	}
}

// continues reports whether next carries on the name that l is in.
func continues(l, next Label) bool {
	return l.isOpen() || next == InsideOther || l == IsNationality && next == IsNationality
}
