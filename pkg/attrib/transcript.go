package attrib

import (
	"sort"
	"strings"

	"github.com/whosaid/whosaid/pkg/ner"
)

const (
	// sureLabel is how often the name that labels a turn is the speaker's.
	sureLabel = 0.95
	// sureInterviewee is how often an interview's A is the one person named
	// before it begins.
	sureInterviewee = 0.8
	// answerLabel labels the answers of an interview.
	answerLabel = "A"
)

// labelled attributes a quote that brings its own speaker along: OKAFOR: Will
// you be there?, or “JONES: Will you be there?”. It must not take Jones in
// “Jones will be there: I asked him.”
func (f *frame) labelled(q int) (Attribution, bool) {
	a := Attribution{Kind: f.quotes[q].Kind, Source: f.quotes[q].Label, Entity: -1, Rule: "label-quote", Confidence: sureLabel}
	if a.Source.IsEmpty() {
		start := f.at(&f.of(q)[0]).Start
		m := f.mentionFrom(start)
		if m < 0 || f.entities.Mentions[m].Type != ner.Person || f.entities.Mentions[m].Start != start {
			return a, false
		}
		a.Source = f.entities.Mentions[m].Span
		if a.Source.End >= len(f.d.Text) || f.d.Text[a.Source.End] != ':' {
			return a, false
		}
	}
	a.Name = a.Source.Of(f.d.Text)
	switch m := f.mentionFrom(a.Source.Start); {
	case m >= 0 && f.entities.Mentions[m].Overlaps(a.Source):
		a.Entity = f.entities.Of[m]
	case a.Name == answerLabel:
		if !f.interviewed {
			f.interviewed, f.interviewee = true, f.findInterviewee(a.Source.Start)
		}
		a.Entity = f.interviewee
		a.Confidence = sureInterviewee
	default:
		a.Entity = f.shouted(a.Name)
	}
	if a.Entity >= 0 {
		a.Name = f.entities.List[a.Entity].Name
	} else if a.Name == answerLabel {
		a.Reason = ReasonPronoun
	}
	return a, true
}

// mentionFrom returns the first mention that ends after a byte; -1 for none.
func (f *frame) mentionFrom(start int) int {
	mentions := f.entities.Mentions
	i := sort.Search(len(mentions), func(i int) bool { return mentions[i].End > start })
	if i == len(mentions) {
		return -1
	}
	return i
}

// shouted returns the person whose last name a label in capitals is; -1 for
// none.
func (f *frame) shouted(label string) int {
	if f.lastNames == nil {
		f.lastNames = map[string]int{}
		for e := range f.entities.List {
			if entity := &f.entities.List[e]; entity.Type == ner.Person {
				last := strings.ToUpper(lastWord(entity.Name))
				if _, taken := f.lastNames[last]; !taken {
					f.lastNames[last] = e
				}
			}
		}
	}
	if e, ok := f.lastNames[strings.ToUpper(lastWord(label))]; ok {
		return e
	}
	return -1
}

func lastWord(name string) string { return name[strings.LastIndexByte(name, ' ')+1:] }

// findInterviewee returns the one person named before the first turn at byte
// first; -1 when there are none or several.
func (f *frame) findInterviewee(first int) int {
	found := -1
	for i := range f.entities.Mentions {
		m := &f.entities.Mentions[i]
		if m.Start >= first {
			break
		}
		if m.Type != ner.Person || f.entities.Of[i] == found {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = f.entities.Of[i]
	}
	return found
}
