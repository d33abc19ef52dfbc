package verify

import (
	"strings"
	"unicode/utf8"

	"github.com/whosaid/whosaid/pkg/span"
)

// Hard-wrapped text is cut at a margin, in characters or, by some programs, in
// bytes: nobody wraps narrower or wider.
const (
	narrowest = 40
	widest    = 120
	// wrapSlack is by how much a line may be shorter than it could be: some
	// programs even out the lines of a paragraph.
	wrapSlack = 14
)

// Unwrap returns text with the line breaks that only a margin has put there as
// spaces, byte for byte: offsets stay what they are. A line is cut at the
// margin, which is the longest line, when the first word of the next one would
// not have fitted; so verses, lists and headlines stay lines. It makes two
// versions of an article that are wrapped differently read alike.
func Unwrap(text string) string {
	var lines []span.Span
	var longest, margin extent
	for at := 0; at < len(text); {
		line, next := lineFrom(text, at)
		width := measure(line.Of(text))
		longest = longest.max(width)
		if next < len(text) && text[next] != '\n' && text[next] != '\r' {
			margin = margin.max(width) // another line follows at once
		}
		lines = append(lines, line)
		at = next
	}
	if longest.runes > widest || margin.runes < narrowest {
		return text
	}
	out := []byte(text)
	cut, whole := 0, 0 // breaks that a margin explains, and others
	for i := 0; i+1 < len(lines); i++ {
		line, next := lines[i], lines[i+1]
		if line.IsEmpty() || next.IsEmpty() {
			continue
		}
		first, _, _ := strings.Cut(next.Of(text), " ")
		width, word := measure(line.Of(text)), measure(first)
		if width.runes+1+word.runes+wrapSlack <= longest.runes && width.bytes+1+word.bytes+wrapSlack <= longest.bytes {
			whole++
			continue
		}
		cut++
		for b := line.End; b < next.Start; b++ {
			if out[b] == '\n' || out[b] == '\r' {
				out[b] = ' '
			}
		}
	}
	if cut <= whole {
		return text
	}
	return string(out)
}

// extent is how long a line is.
type extent struct {
	runes, bytes int
}

func measure(line string) extent { return extent{utf8.RuneCountInString(line), len(line)} }

func (e extent) max(other extent) extent {
	return extent{max(e.runes, other.runes), max(e.bytes, other.bytes)}
}
