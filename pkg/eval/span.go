package eval

import (
	"cmp"
	"slices"
	"unicode"
)

// isEdge reports whether a character at the edge of a span does not count:
// white space, quotation marks, stops, dashes and brackets.
func isEdge(r rune) bool {
	switch r {
	case '“', '”', '„', '‟', '"', '`', '‘', '’', '\'', '«', '»', '‹', '›',
		'.', ',', ';', ':', '!', '?', '…', '-', '–', '—', '(', ')', '[', ']',
		0x1C, 0x1D, 0x1E, 0x1F: // separators that Python counts as space
		return true
	}
	return unicode.IsSpace(r)
}

// segments cuts spans at line breaks and trims their edges, so that it does not
// matter whether marks and the closing comma are inside, and a quotation over
// three paragraphs is three segments.
func segments(text []rune, whole Range, parts []Range) []Range {
	if len(parts) == 0 {
		parts = []Range{whole}
	}
	var out []Range
	for _, p := range parts {
		p.Start, p.End = max(0, p.Start), min(len(text), p.End)
		for p.Start < p.End {
			end := p.Start
			for end < p.End && text[end] != '\n' {
				end++
			}
			s := Range{p.Start, end}
			for s.Start < s.End && isEdge(text[s.Start]) {
				s.Start++
			}
			for s.End > s.Start && isEdge(text[s.End-1]) {
				s.End--
			}
			if s.End > s.Start {
				out = append(out, s)
			}
			p.Start = end + 1
		}
	}
	return out
}

// iou is the overlap of two ranges that overlap, as a share of what they span
// together.
func iou(a, b Range) float64 {
	return float64(a.shared(b)) / float64(max(a.End, b.End)-min(a.Start, b.Start))
}

// leastOverlap is the intersection over union from which two spans match.
const leastOverlap = 0.5

// finder finds which of a list of ranges overlap a given one.
type finder struct {
	ranges []Range
	order  []int // by start
	reach  []int // of the ranges up to here in order, the farthest end
}

func newFinder(ranges []Range) *finder {
	f := &finder{ranges: ranges, order: make([]int, len(ranges)), reach: make([]int, len(ranges))}
	for i := range f.order {
		f.order[i] = i
	}
	slices.SortStableFunc(f.order, func(a, b int) int { return cmp.Compare(ranges[a].Start, ranges[b].Start) })
	farthest := 0
	for i, j := range f.order {
		farthest = max(farthest, ranges[j].End)
		f.reach[i] = farthest
	}
	return f
}

// overlapping calls yield with the index of each range that overlaps r, until
// it returns false.
func (f *finder) overlapping(r Range, yield func(int) bool) {
	first, _ := slices.BinarySearchFunc(f.reach, r.Start+1, func(reach, want int) int { return cmp.Compare(reach, want) })
	for _, i := range f.order[first:] {
		if f.ranges[i].Start >= r.End {
			return
		}
		if f.ranges[i].overlaps(r) && !yield(i) {
			return
		}
	}
}

// covered returns how much of r lies in the ranges, summed, as a share of r.
func (f *finder) covered(r Range) float64 {
	sum := 0.0
	f.overlapping(r, func(i int) bool {
		sum += float64(r.shared(f.ranges[i])) / float64(r.End-r.Start)
		return true
	})
	return sum
}

// pairing is a possible match of gold item i with predicted item j.
type pairing struct {
	overlap float64
	apart   int // how far their starts are apart
	i, j    int
}

// pairUp matches one to one, greedily by falling overlap. It returns for each
// gold item its match, and for each predicted one whether it has one.
func pairUp(pairs []pairing, gold, pred int) (matched []int, used []bool) {
	slices.SortFunc(pairs, func(a, b pairing) int {
		return cmp.Or(cmp.Compare(b.overlap, a.overlap), cmp.Compare(a.apart, b.apart), cmp.Compare(b.i, a.i), cmp.Compare(b.j, a.j))
	})
	matched, used = make([]int, gold), make([]bool, pred)
	for i := range matched {
		matched[i] = unmatched
	}
	for _, p := range pairs {
		if p.overlap >= leastOverlap && matched[p.i] == unmatched && !used[p.j] {
			matched[p.i], used[p.j] = p.j, true
		}
	}
	return matched, used
}

// unmatched stands for the match of a gold item that has none.
const unmatched = -1

// matchRanges pairs gold ranges with predicted ones.
func matchRanges(gold, pred []Range) (matched []int, used []bool) {
	var pairs []pairing
	f := newFinder(pred)
	for i, g := range gold {
		f.overlapping(g, func(j int) bool {
			apart := g.Start - pred[j].Start
			pairs = append(pairs, pairing{iou(g, pred[j]), max(apart, -apart), i, j})
			return true
		})
	}
	return pairUp(pairs, len(gold), len(pred))
}
