package train

import (
	"fmt"
	"strings"

	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
)

// reportedTypes are the types that scores are given for.
var reportedTypes = []ner.Type{ner.Person, ner.Place, ner.Organisation}

// Measure counts right, predicted and gold names of each type.
type Measure struct {
	Right, Found, Gold [int(ner.Other) + 1]int
}

// named is a name as scoring compares it.
type named struct {
	start, end int
	t          ner.Type
}

// Add compares the names found in an article with its own.
func (m *Measure) Add(a *Article, found []named) {
	gold := map[named]bool{}
	for _, e := range a.Entities {
		gold[named{e.Start, e.End, e.Type}] = true
		m.Gold[e.Type]++
	}
	for _, n := range found {
		m.Found[n.t]++
		if gold[n] {
			m.Right[n.t]++
		}
	}
}

// F1 returns the F1 of some types together, 0 to 1.
func (m *Measure) F1(types ...ner.Type) float64 {
	right, all := 0, 0
	for _, t := range types {
		right += m.Right[t]
		all += m.Found[t] + m.Gold[t]
	}
	if all == 0 {
		return 0
	}
	return 2 * float64(right) / float64(all)
}

// String gives F1, precision and recall over the three printed types, and F1 of
// each, in percent.
func (m *Measure) String() string {
	var s strings.Builder
	right, found, gold := 0, 0, 0
	for _, t := range reportedTypes {
		right, found, gold = right+m.Right[t], found+m.Found[t], gold+m.Gold[t]
	}
	fmt.Fprintf(&s, "%.2f (P %.1f R %.1f)", 100*m.F1(reportedTypes...),
		100*float64(right)/float64(max(found, 1)), 100*float64(right)/float64(max(gold, 1)))
	for i, name := range []string{"PER", "LOC", "ORG"} {
		fmt.Fprintf(&s, "  %s %.2f", name, 100*m.F1(reportedTypes[i]))
	}
	return s.String()
}

// namesOf turns the labels of the tokens of one sentence into names.
func namesOf(d *nlp.Document, s nlp.Sentence, labels []ner.Label, into []named) []named {
	ner.Names(labels, func(first, last int, t ner.Type) {
		into = append(into, named{d.Tokens[s.First+first].Start, d.Tokens[s.First+last-1].End, t})
	})
	return into
}

// addPath compares the labels of one sentence with what is allowed; tokens
// whose labels are not settled are no part of a gold name.
func (m *Measure) addPath(allowed []ner.LabelSet, path []ner.Label) {
	gold := make([]ner.Label, len(allowed))
	for i, set := range allowed {
		if set&(set-1) == 0 {
			gold[i] = set.Only()
		}
	}
	is := map[named]bool{}
	ner.Names(gold, func(first, last int, t ner.Type) {
		is[named{first, last, t}] = true
		m.Gold[t]++
	})
	ner.Names(path, func(first, last int, t ner.Type) {
		m.Found[t]++
		if is[named{first, last, t}] {
			m.Right[t]++
		}
	})
}
