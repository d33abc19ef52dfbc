package attrib

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/span"
)

// labelRule names the evidence of a label.
const labelRule = "label-quote"

const (
	// sureTurn is the probability from which a paragraph after a labelled turn
	// has a source of its own.
	sureTurn = 0.75
	// sureLabel is how often the name that labels a turn is the speaker's.
	sureLabel = 0.95
	// sureInterviewee is how often an interview's A is the person named first.
	sureInterviewee = 0.8
	// longestLabel is how many bytes a name before a colon can have.
	longestLabel = 40
	// answerLabel labels the answers of an interview.
	answerLabel = "A"
)

// labelled attributes a quote that brings its own speaker along: OKAFOR: Will
// you be there?, or “JONES: Will you be there?”. It must not take Jones in
// “Jones will be there: I asked him.” The speaker is the entity that said the
// quote before, -1 for none.
func (f *frame) labelled(q, speaker int) (Attribution, bool) {
	a := Attribution{Kind: f.quotes[q].Kind, Source: f.quotes[q].Label, Entity: -1, Rule: labelRule, Confidence: sureLabel}
	inside := a.Source.IsEmpty()
	if inside {
		if a.Source = f.labelInside(q); a.Source.IsEmpty() {
			return a, false
		}
	}
	a.Name = a.Source.Of(f.d.Text)
	if a.Name == answerLabel {
		if !f.interviewed {
			f.interviewed, f.interviewee = true, f.findInterviewee(a.Source.Start, speaker)
		}
		a.Entity = f.interviewee
		a.Confidence = sureInterviewee
	} else if a.Entity = f.shouted(a.Name); a.Entity < 0 {
		if m := f.mentionFrom(a.Source.Start); m >= 0 && f.entities.Mentions[m].Overlaps(a.Source) {
			a.Entity = f.entities.Of[m]
		}
	}
	if a.Entity >= 0 {
		a.Name = f.entities.List[a.Entity].Name
	} else if inside {
		return a, false // “WARNING: Keep out”
	} else if a.Name == answerLabel {
		a.Reason = ReasonPronoun
	}
	return a, true
}

// follows reports whether a quote is the paragraph right after the quote
// before, and nothing else.
func (f *frame) follows(q int) bool {
	before, here := f.of(q-1), f.of(q)
	x, y := before[len(before)-1].item, here[0].item
	return x >= 0 && y == x+1 && f.items[y].paragraph > f.items[x].paragraph
}

// labelInside returns the name before a colon that the words within the marks
// begin with: a person's, or anything in capitals; empty when there is none.
func (f *frame) labelInside(q int) span.Span {
	content := f.at(&f.of(q)[0])
	text := content.Of(f.d.Text)
	colon := strings.IndexByte(text[:min(len(text), longestLabel)], ':')
	if colon <= 0 {
		return span.Span{}
	}
	label := span.Span{Start: content.Start, End: content.Start + colon}
	if m := f.mentionFrom(label.Start); m >= 0 && f.entities.Mentions[m].Span == label {
		return label
	}
	if strings.ContainsFunc(text[:colon], func(r rune) bool { return !unicode.IsUpper(r) && !strings.ContainsRune(" .'’-", r) }) {
		return span.Span{}
	}
	return label
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

// shouted returns the person whose last name or initials a label in capitals
// is; -1 for none.
func (f *frame) shouted(label string) int {
	if f.labels == nil {
		f.labels = map[string]int{}
		for e := range f.entities.List {
			if entity := &f.entities.List[e]; entity.Type == ner.Person {
				for _, label := range []string{strings.ToUpper(lastWord(entity.Name)), initials(entity.Name)} {
					if _, taken := f.labels[label]; !taken {
						f.labels[label] = e
					}
				}
			}
		}
	}
	if e, ok := f.labels[strings.ToUpper(lastWord(label))]; ok {
		return e
	}
	return -1
}

// initials returns the first letters of the words of a name: JN for Joan Nash.
func initials(name string) string {
	var out strings.Builder
	for word := range strings.FieldsSeq(name) {
		r, _ := utf8.DecodeRuneInString(word)
		out.WriteRune(unicode.ToUpper(r))
	}
	return out.String()
}

func lastWord(name string) string { return name[strings.LastIndexByte(name, ' ')+1:] }

// findInterviewee returns whom the text before the first turn, at byte first,
// introduces: the speaker quoted last or else the person named first; -1 when
// it names nobody.
func (f *frame) findInterviewee(first, speaker int) int {
	if speaker >= 0 && f.entities.List[speaker].Type == ner.Person {
		return speaker
	}
	for i := range f.entities.Mentions {
		m := &f.entities.Mentions[i]
		if m.Start >= first {
			break
		}
		if m.Type == ner.Person && f.entities.Of[i] >= 0 {
			return f.entities.Of[i]
		}
	}
	return -1
}
