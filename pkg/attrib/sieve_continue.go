package attrib

import "github.com/whosaid/whosaid/pkg/quote"

// continueSieve catches the second quotation in “We are ready,” Smith said.
// “But not today.” It must not take Smith in “We are ready,” Smith said. Jones
// laughed. “Not today.”
func continueSieve(f *frame, q int) (proposal, bool) {
	x := int(f.of(q)[0].item)
	if q == 0 || x < 0 || f.quotes[q].Kind == quote.Mention {
		return proposal{}, false
	}
	before := f.of(q - 1)
	y := int(before[len(before)-1].item)
	if y < 0 || f.items[y].paragraph != f.items[x].paragraph {
		return proposal{}, false
	}
	if f.items[x].sentence-f.items[y].sentence > 1 {
		return proposal{}, false
	}
	return proposal{phrase: -1, clause: -1, pattern: sameQuotation}, true
}
