package check

import (
	"fmt"
	"unicode"
	"unicode/utf8"

	"github.com/whosaid/whosaid/pkg/span"
)

// mixedMarks reports a text that writes marks in two styles, at the first mark
// of the rarer one:
//
//	“We were ready,” he said. "Nobody came."
//
// Quotation marks and apostrophes are judged apart, for many texts are set
// with curly marks and typewriter apostrophes throughout. It does not report
// the marks of feet and inches, which follow a digit.
var mixedMarks = Rule{
	Name:  "mixed-marks",
	Help:  "straight and curly marks in one text",
	Level: Warning,
	find: func(t *target) []fault {
		var double, apostrophe styles
		var before rune
		for i, c := range t.Text {
			switch c {
			case '"':
				if !unicode.IsDigit(before) {
					double.straight.add(i)
				}
			case '“', '”':
				double.curly.add(i)
			case '\'':
				if unicode.IsLetter(before) && startsWithLetter(t.Text[i+1:]) {
					apostrophe.straight.add(i)
				}
			case '’':
				if unicode.IsLetter(before) && startsWithLetter(t.Text[i+len("’"):]) {
					apostrophe.curly.add(i)
				}
			}
			before = c
		}
		return append(double.faults(t, "quotation mark"), apostrophe.faults(t, "apostrophe")...)
	},
}

// styles counts the marks of one kind by how they are written.
type styles struct {
	straight, curly sightings
}

// sightings are how often something was seen, and where first.
type sightings struct {
	count, first int
}

func (s *sightings) add(at int) {
	if s.count == 0 {
		s.first = at
	}
	s.count++
}

// faults returns the one fault of marks in two styles, if there is one.
func (s styles) faults(t *target, noun string) []fault {
	if s.straight.count == 0 || s.curly.count == 0 {
		return nil
	}
	rare, common, name, other := s.straight, s.curly, "straight", "curly"
	if rare.count > common.count {
		rare, common, name, other = common, rare, other, name
	}
	_, width := utf8.DecodeRuneInString(t.Text[rare.first:])
	return []fault{{span.Span{Start: rare.first, End: rare.first + width},
		fmt.Sprintf("%s among %s; the first %s one is on line %d", counted(rare.count, name+" "+noun),
			counted(common.count, other+" one"), other, t.line(common.first))}}
}

func startsWithLetter(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(c)
}

// counted writes a number with its noun.
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
