package ner

// UsageClass is what a capitalised word turned out to be in unlabelled news.
type UsageClass uint8

// The classes.
const (
	UsageOutside      UsageClass = iota
	UsagePerson                  // in a person's name, not last
	UsageSurname                 // last in a person's name
	UsagePlace                   //
	UsageOrganisation            // in an organisation's name, not last
	UsageHead                    // last in an organisation's name
	UsageNationality
	UsageOther

	UsageClasses
)

// UsageClassOf returns the class of a token of a name of type t.
func UsageClassOf(t Type, last bool) UsageClass {
	switch t {
	case Person:
		if last {
			return UsageSurname
		}
		return UsagePerson
	case Place:
		return UsagePlace
	case Organisation:
		if last {
			return UsageHead
		}
		return UsageOrganisation
	case Nationality:
		return UsageNationality
	}
	return UsageOther
}

// UsageKey returns the hash that a word's usage is stored under, and whether
// the word has a capital; ok is false for what is no word.
func UsageKey(s string) (key uint64, capital, ok bool) {
	var w word
	w.look(s)
	return hashBytes(appendLower(nil, s)), w.form.hasCapital(), w.form <= formMixed
}

// A usage value packs, from the low bits: the main class, how dominant it is,
// the second class, how frequent the word is, and the share of capitals.
const (
	usageSure   = 3
	usageSecond = 5
	usageCount  = 8
	usageCase   = 10
	usageKnown  = 1 << 15 // set in every value, so that none is 0
)

// Borders of the levels in a usage value.
var (
	usageSureBorders  = [...]float64{0.5, 0.75, 0.93}
	usageCountBorders = [...]int32{10, 50, 500}
	usageCaseBorders  = [...]float64{0.02, 0.1, 0.3, 0.6, 0.85, 0.97, 0.995}
)

// leastSecond is the share that a second class must have to be told.
const leastSecond = 0.08

// UsageValue packs how a word is used: how often it was seen in lower case,
// and capitalised as each class.
func UsageValue(lower int32, typed [UsageClasses]int32) uint16 {
	capital, best, second := int32(0), UsageOutside, UsageOutside
	for c, n := range typed {
		capital += n
		if n > typed[best] {
			best = UsageClass(c)
		}
	}
	second = best
	for c, n := range typed {
		if UsageClass(c) != best && (second == best || n > typed[second]) {
			second = UsageClass(c)
		}
	}
	if float64(typed[second]) < leastSecond*float64(capital) {
		second = best
	}
	v := uint16(usageKnown) | uint16(best) | uint16(second)<<usageSecond
	v |= level(float64(typed[best])/float64(max(capital, 1)), usageSureBorders[:]) << usageSure
	v |= level(capital, usageCountBorders[:]) << usageCount
	return v | level(float64(capital)/float64(capital+lower), usageCaseBorders[:])<<usageCase
}

// isOrdinary reports whether a word with this usage value is seldom given a
// capital by the press, or often, and the capital is surely no name's.
func isOrdinary(usage uint16) bool {
	const (
		seldom = 2 // levels of usageCaseBorders: less than 0.3 of the uses
		often  = 3 // less than 0.6
		surely = 3 // level of usageSureBorders: 0.93 and more
	)
	if usage == 0 {
		return false
	}
	capitals := usage &^ usageKnown >> usageCase
	class, dominant := UsageClass(usage&(1<<usageSure-1)), usage>>usageSure&(1<<(usageSecond-usageSure)-1)
	return capitals <= seldom || capitals <= often && class == UsageOutside && dominant >= surely
}

// level returns how many borders v reaches.
func level[T int32 | float64](v T, borders []T) uint16 {
	n := uint16(0)
	for _, b := range borders {
		if v >= b {
			n++
		}
	}
	return n
}

// usageFeatures adds how the press uses word w, seen at a distance.
func (f *features) usageFeatures(w *word, at template, own bool) {
	f.in(GroupUsage)
	u := uint64(w.usage)
	if u == 0 {
		f.add(askUsage+at, 0)
		return
	}
	class := u & (1<<usageSecond - 1) // main class and how dominant
	f.add(askUsageClass+at, class|uint64(w.form)<<8)
	if !own {
		return
	}
	f.add(askUsage+at, u|uint64(w.form)<<16)
	f.add(askUsageSecond+at, u&(1<<usageCount-1)|uint64(w.form)<<16)
	f.add(askUsageCase+at, u>>usageCase|uint64(w.form)<<16)
	f.add(askUsageCase+at, u>>usageCase<<8|class|uint64(w.form)<<16|1<<32)
}
