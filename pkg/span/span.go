// Package span holds the half-open byte span that every other package speaks
// in, and the index that turns byte positions into the units people and other
// programs count in: code points, UTF-16 units, lines and columns.
//
// It takes text as it is, valid UTF-8 or not, and never changes it.
package span

// Span is a half-open stretch of a text, in bytes: text[Start:End].
type Span struct {
	Start int // first byte
	End   int // byte after the last
}

// Len returns the length of the span in bytes.
func (s Span) Len() int { return s.End - s.Start }

// IsEmpty reports whether the span holds no byte.
func (s Span) IsEmpty() bool { return s.End <= s.Start }

// Of returns the bytes of text that the span covers. The span must lie within
// the text.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// Contains reports whether other lies wholly within s.
func (s Span) Contains(other Span) bool { return s.Start <= other.Start && other.End <= s.End }

// Covers reports whether the byte at position p lies within s.
func (s Span) Covers(p int) bool { return s.Start <= p && p < s.End }

// Overlaps reports whether s and other share at least one byte.
func (s Span) Overlaps(other Span) bool { return s.Start < other.End && other.Start < s.End }

// Compare orders spans by start, then by end, as [slices.SortFunc] wants it.
func Compare(a, b Span) int {
	if a.Start != b.Start {
		return a.Start - b.Start
	}
	return a.End - b.End
}
