package nlp

import "github.com/whosaid/whosaid/pkg/span"

// A block of lines counts as hard-wrapped text, whose line breaks mean
// nothing, if its lines look cut at a margin. Lengths are in bytes.
const (
	wrapMin   = 45  // the longest line of wrapped text is at least this long,
	wrapMax   = 100 // and at most this long: nobody wraps wider
	wrapSlack = 22  // every line but the last comes this near to the longest: a long word did not fit
)

// paragraphSpans divides text at its line breaks. A blank line always ends a
// paragraph; a single break does unless the lines around it are hard-wrapped.
// The spans hold everything but white space at their ends.
func paragraphSpans(text string) []span.Span {
	var paragraphs []span.Span
	var lines []span.Span // of the block being read, trimmed
	flush := func() {
		switch {
		case isWrapped(text, lines):
			paragraphs = append(paragraphs, span.Span{Start: lines[0].Start, End: lines[len(lines)-1].End})
		default:
			paragraphs = append(paragraphs, lines...)
		}
		lines = lines[:0]
	}
	for i := 0; i < len(text); {
		line, next := lineAt(text, i)
		if line.IsEmpty() {
			flush()
		} else {
			lines = append(lines, line)
		}
		i = next
	}
	flush()
	return paragraphs
}

// lineAt returns the line that starts at byte i, without the white space
// around it, and where the next line starts.
func lineAt(text string, i int) (line span.Span, next int) {
	line = span.Span{Start: i, End: i}
	for i < len(text) {
		c, size := classAt(text, i)
		i += size
		switch c {
		case classBreak:
			if text[i-1] == '\r' && i < len(text) && text[i] == '\n' {
				i++
			}
			return line, i
		case classSpace:
			if line.IsEmpty() {
				line = span.Span{Start: i, End: i}
			}
		default:
			line.End = i
		}
	}
	return line, i
}

// isWrapped reports whether the lines are one paragraph cut at a margin: all
// but the last end near the longest, and most go on in lower case.
func isWrapped(text string, lines []span.Span) bool {
	if len(lines) < 2 {
		return false
	}
	longest, shortest, lower := 0, wrapMax, 0
	for k, line := range lines {
		longest = max(longest, line.Len())
		if k < len(lines)-1 {
			shortest = min(shortest, line.Len())
		}
		if k > 0 && isLowerAt(text, line.Start) {
			lower++
		}
	}
	return longest >= wrapMin && longest <= wrapMax && shortest >= longest-wrapSlack && 2*lower >= len(lines)-1
}
