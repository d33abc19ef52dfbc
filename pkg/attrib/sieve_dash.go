package attrib

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed agencies.txt
var agencyList string

// agencies are the names of news agencies in lower case.
var agencies = sync.OnceValue(func() map[string]bool {
	names := make(map[string]bool)
	for line := range strings.Lines(agencyList) {
		if line[0] != '#' {
			names[strings.TrimSpace(line)] = true
		}
	}
	return names
})

// isCredit reports whether a phrase is the agency that an article is from: it
// stands between a dash or a bracket and the end of the paragraph.
func (f *frame) isCredit(p *phrase) bool {
	if !f.isSetOff(p) {
		return false
	}
	end := p.last
	for end < len(f.items) && f.items[end].paragraph == f.items[p.first].paragraph && f.items[end].mark != noMark {
		end++
	}
	return (end == len(f.items) || f.items[end].paragraph != f.items[p.first].paragraph) && f.isAgency(p)
}

// isCreditedFirst is isCredit for the first line: NORRBY, July 25 (Reuters): …
func (f *frame) isCreditedFirst(p *phrase) bool {
	return f.isSetOff(p) && p.last < len(f.items) && f.items[p.last].mark == closing && f.isAgency(p)
}

// isSetOff reports whether a phrase stands behind a dash or a bracket.
func (f *frame) isSetOff(p *phrase) bool {
	return p.first > 0 && (f.items[p.first-1].mark == dash || f.items[p.first-1].mark == opening)
}

// isAgency reports whether a phrase is the name of a news agency.
func (f *frame) isAgency(p *phrase) bool {
	return agencies()[strings.ToLower(f.span(p.first, p.last).Of(f.d.Text))]
}

// dashSieve catches “We are ready.” — Ada Smith. It must not take the phrase in
// “We are ready” – words that nobody believed, nor an agency's credit: – Reuters.
func dashSieve(f *frame, q int) (proposal, bool) {
	pieces := f.of(q)
	x := int(pieces[len(pieces)-1].item)
	if x < 0 {
		return proposal{}, false
	}
	i := x + 1
	if i+1 >= len(f.items) || f.items[i].mark != dash || f.items[i+1].phrase < 0 {
		return proposal{}, false
	}
	n := f.items[i+1].phrase
	p := &f.phrases[n]
	if p.kind == pronoun || p.kind == noun && !f.items[p.first].tag.IsProper() || f.isCredit(p) {
		return proposal{}, false
	}
	if p.last < len(f.items) && !f.items[p.last].start && f.items[p.last].mark != comma && f.items[p.last].mark != stop && f.items[p.last].mark != opening {
		return proposal{}, false
	}
	return proposal{phrase: int(n), clause: -1, pattern: quoteDash}, true
}
