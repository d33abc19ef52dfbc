package quote

import (
	"strings"

	"github.com/whosaid/whosaid/pkg/span"
)

// Sentence splitters put each sentence on a line of its own and cut behind the
// full stop, so that the closing mark slips to the start of the next line:
//
//	He said: "We are late.
//	"The train left at noon.
//
// In such a text marks open and close by turns, whatever the spaces around
// them. Elsewhere a mark at the start of a line opens:
//
//	"We are late.
//	"The train left at noon," he said.

// longestSlipped is how many lines without marks a quote may run over when each
// sentence has a line of its own.
const longestSlipped = 8

// maySlip reports whether closing marks may have slipped to the next line: one
// line or more begins with a straight mark right below another, and none ends
// with a stop and a mark.
func maySlip(text string) bool {
	slips := false
	for at := 0; ; {
		n := strings.IndexByte(text[at:], '"')
		if n < 0 {
			return slips
		}
		at += n
		if at > 0 {
			switch text[at-1] {
			case '\n':
				slips = slips || isBelow(text, span.Span{Start: at})
			case '.', '!', '?':
				if rest := strings.TrimLeft(text[at+1:], " \t\r"); rest == "" || rest[0] == '\n' {
					return false
				}
			}
		}
		at++
	}
}

// isBelow reports whether no blank line parts p from the paragraph before.
func isBelow(text string, p span.Span) bool {
	above := strings.TrimRight(text[:p.Start], " \t\r")
	if !strings.HasSuffix(above, "\n") {
		return true
	}
	above = strings.TrimRight(above[:len(above)-1], " \t\r")
	return !strings.HasSuffix(above, "\n")
}

// pairByTurns pairs marks in the order in which they come; a curly opening mark
// opens whatever comes before it.
func (s *scanner) pairByTurns(p span.Span, carried bool) {
	isOpen, open := carried, none
	if carried && s.member(0).first && len(s.members)%2 == 0 && s.closesSpeech(1, p) {
		isOpen = false // the mark before was forgotten
	}
	for i := range s.members {
		if s.isInches(i, isOpen) {
			continue
		}
		if m := s.member(i); isOpen && m.shape == opens && m.lean != closes {
			isOpen = false
		}
		if !isOpen {
			if s.closesSpeech(i, p) {
				continue // its opening mark was forgotten
			}
			isOpen, open = true, i
			s.opener[i] = true
			continue
		}
		isOpen = false
		if open != none {
			s.partner[i], s.partner[open] = open, i
			open = none
		}
	}
}

// closesSpeech reports whether member i stands between what is said and who
// says it, wherever the space is: ," she said. or , "she said.
func (s *scanner) closesSpeech(i int, p span.Span) bool {
	m := s.member(i)
	said := strings.TrimRight(s.text[p.Start:m.Start], " ")
	if said == "" || !strings.ContainsRune(",!?", rune(said[len(said)-1])) {
		return false
	}
	_, ok := attributionAt(s.text, m.End, p.End)
	return ok
}

// hasStraight reports whether a mark of the family at hand is straight.
func (s *scanner) hasStraight() bool {
	for i := range s.members {
		if s.member(i).shape == either {
			return true
		}
	}
	return false
}
