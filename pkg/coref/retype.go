package coref

import (
	"strings"

	"github.com/whosaid/whosaid/pkg/ner"
)

const (
	// retypeRatio is how many times the confidence of a name's other types its
	// main type needs, all mentions together, before the others give way.
	retypeRatio = 3.0
	// fullRetypeRatio is that of a name of several words, which hardly ever
	// names two things.
	fullRetypeRatio = 1.2
	// sureMention is the confidence from which a mention keeps its type: Santos
	// the club may play in Santos.
	sureMention = 0.7
	// sureFullName is that confidence for a name of several words.
	sureFullName = 0.97
	// unsureMention is the confidence below which a single name that is a
	// person's surname in the article is taken for that person.
	unsureMention = 0.6
	// namedAlone is how often, weighted by confidence, a person must be named by
	// a surname for an unsure name of a first name and that surname to be theirs.
	namedAlone = 1.5
)

// entityTypes are the types of mentions that can change into each other.
const entityTypes = 3 // Person, Place, Organisation

// typing is how often, weighted by confidence, a name is typed in each way.
type typing struct {
	weight [entityTypes]float64
	surest float64 // the confidence of its surest mention
}

// retype settles the type of names that the recogniser typed in two ways, on
// strong evidence only: unsure mentions follow the type that the same name has
// nearly everywhere else in the article, or the person whose surname it is.
func (r *resolver) retype() {
	byKey := make(map[string]int32, len(r.mentions))
	var typings []typing
	surname := make([]bool, len(r.text))  // of a person named in full
	alone := make([]float64, len(r.text)) // how often, weighted, a person is named by it alone
	double := map[[2]int32]bool{}         // surnames of two words with a hyphen
	of := make([]int32, len(r.mentions))
	var arena []int32
	for i, m := range r.mentions {
		of[i] = -1
		words := r.names[i].words
		if !isEntity(m.Type) || len(words) == 0 {
			continue
		}
		if m.Type == ner.Person && len(words) > 1 && m.Confidence >= sureMention {
			surname[words[len(words)-1]] = true
			if len(words) > 2 && r.isHyphened(i) {
				double[[2]int32(words[len(words)-2:])] = true
			}
		}
		if m.Type == ner.Person && len(words) == 1 {
			alone[words[0]] += m.Confidence
		}
		r.key = r.key[:0]
		for _, w := range words {
			r.key = append(r.key, byte(w), byte(w>>8), byte(w>>16), byte(w>>24))
		}
		k, ok := byKey[string(r.key)]
		if !ok {
			k = int32(len(typings))
			byKey[string(r.key)] = k
			typings = append(typings, typing{})
		}
		typings[k].weight[m.Type] += m.Confidence
		typings[k].surest = max(typings[k].surest, m.Confidence)
		of[i] = k
	}
	for i := range r.mentions {
		if of[i] < 0 {
			continue
		}
		m := &r.mentions[i]
		ratio, sure := retypeRatio, sureMention
		if len(r.names[i].words) > 1 {
			ratio, sure = fullRetypeRatio, sureFullName
		}
		t, ok := typings[of[i]].main(ratio)
		if !ok {
			t = m.Type
		}
		if t == m.Type && m.Confidence < unsureMention && len(r.names[i].words) == 1 && surname[r.names[i].words[0]] {
			t = ner.Person
		}
		if words := r.names[i].words; t == m.Type && m.Confidence < sureMention && len(words) == 2 && alone[words[1]] >= namedAlone &&
			firstNames.has(r.text[words[0]]) {
			t = ner.Person // "ROSANNA Lunt has", where Lunt says so twice below
		}
		if words := r.names[i].words; m.Type != ner.Person && len(words) == 2 && double[[2]int32(words)] && r.isHyphened(i) {
			t = ner.Person // Okoye-Hall is no hall where Ann Okoye-Hall is named
		}
		if t != m.Type && m.Confidence < sure {
			m.Type = t
			arena = r.parseMention(i, arena)
		}
	}
}

// isHyphened reports whether the last two words of mention i are joined by a hyphen.
func (r *resolver) isHyphened(i int) bool {
	name := r.names[i].core.Of(r.d.Text)
	return strings.Contains(name[strings.LastIndexByte(name, ' ')+1:], "-")
}

// main returns the type that a name has ratio times oftener than all others
// together, or where no mention is sure oftener than any other, if there is one.
func (t *typing) main(ratio float64) (ner.Type, bool) {
	best, sum := 0, 0.0
	for k, w := range t.weight {
		sum += w
		if w > t.weight[best] {
			best = k
		}
	}
	if t.surest < unsureMention {
		return ner.Type(best), true // one thing rather than two, whatever it is
	}
	return ner.Type(best), t.weight[best] >= ratio*(sum-t.weight[best])
}
