package verify

import (
	"slices"
)

// The prices of an alignment. A change is dear; what editors do is nearly free,
// but not free, so that the plain reading wins where there is one; and of two
// readings with as many changes the one with more of the same words wins. Each
// is dearer than the most words of a table that cost the next one.
const (
	changePrice = 1 << 40
	editPrice   = 1 << 20
	samePrice   = -1
)

// maxCells bounds the table of one alignment, in bytes: a quotation of 1,000
// words against 4,000. Longer ones are first cut at words that occur once in
// both.
const maxCells = 1 << 22

// stream is a stretch of a source's words, of which some may be left out: those
// between the pieces of what one person says.
type stream struct {
	numbers   []int32
	positions []int  // of each word among the words of the index
	bracketed []bool // stands in square brackets in the source
}

// noWord stands where a word has no partner.
const noWord = -1

// alignment pairs the words of a quotation with those of a stream.
type alignment struct {
	pairs       []int // for each word of the quotation the word of the stream, or noWord
	first, last int   // the stretch of the stream, half-open
}

// align finds the cheapest alignment of a quotation with a stretch of a stream:
// every word of the quotation is the same, changed or added, and every word of
// the stretch is used or left out. Among equals the one that begins first wins.
func align(words []quoted, s stream) alignment {
	a := alignment{pairs: make([]int, len(words))}
	for i := range a.pairs {
		a.pairs[i] = noWord
	}
	if isSame(words, s) { // which needs no table, and may be longer than one
		for i := range a.pairs {
			a.pairs[i] = i
		}
		a.last = len(words)
		return a
	}
	if fits(len(words), len(s.numbers)) {
		a.first, a.last = alignTable(words, s, 0, len(s.numbers), true, true, a.pairs)
		return a
	}
	anchors := anchors(words, s)
	if len(anchors) == 0 {
		return a
	}
	for k := 0; k <= len(anchors); k++ {
		// The words between two anchors.
		i0, i1, j0, j1 := 0, len(words), 0, len(s.numbers)
		if k > 0 {
			i0, j0 = anchors[k-1][0]+1, anchors[k-1][1]+1
		}
		if k < len(anchors) {
			i1, j1 = anchors[k][0], anchors[k][1]
			a.pairs[i1] = j1
		}
		// Beyond the outermost anchors no more of the stream than of the
		// quotation is looked at.
		if k == 0 {
			j0 = max(0, j1-2*(i1-i0)-maxBracketed)
		}
		if k == len(anchors) {
			j1 = min(j1, j0+2*(i1-i0)+maxBracketed)
		}
		first, last := j0, j1
		if fits(i1-i0, j1-j0) {
			first, last = alignTable(words[i0:i1], s, j0, j1, k == 0, k == len(anchors), a.pairs[i0:i1])
		}
		if k == 0 {
			a.first = first
		}
		if k == len(anchors) {
			a.last = last
		}
	}
	return a
}

// isSame reports whether a stream is a quotation word for word.
func isSame(words []quoted, s stream) bool {
	return slices.EqualFunc(words, s.numbers, func(w quoted, number int32) bool { return w.number == number })
}

func fits(n, m int) bool { return (n+1)*(m+1) <= maxCells }

// anchors returns the pairs of words that occur once in the quotation and once
// in the stream, in an order that is right in both.
func anchors(words []quoted, s stream) [][2]int {
	where := map[int32]int{} // the word's place in the stream; noWord when it has several
	for j, n := range s.numbers {
		if _, seen := where[n]; seen {
			where[n] = noWord
		} else {
			where[n] = j
		}
	}
	seen := map[int32]int{}
	for _, w := range words {
		seen[w.number]++
	}
	// The longest ascending run of places, by patience sorting.
	var candidates [][2]int
	var piles []int // the candidate on top of each pile
	var before []int
	for i, w := range words {
		j, ok := where[w.number]
		if !ok || j == noWord || seen[w.number] > 1 {
			continue
		}
		pile, _ := slices.BinarySearchFunc(piles, j, func(c, j int) int { return candidates[c][1] - j })
		previous := noWord
		if pile > 0 {
			previous = piles[pile-1]
		}
		candidates = append(candidates, [2]int{i, j})
		before = append(before, previous)
		if pile == len(piles) {
			piles = append(piles, 0)
		}
		piles[pile] = len(candidates) - 1
	}
	if len(piles) == 0 {
		return nil
	}
	var out [][2]int
	for c := piles[len(piles)-1]; c != noWord; c = before[c] {
		out = append(out, candidates[c])
	}
	slices.Reverse(out)
	return out
}

// The steps of an alignment, in the order in which they are preferred.
const (
	stepSame     = iota + 1
	stepChange   // a word of the quotation for a word of the source
	stepAdd      // a word of the quotation that the source does not have
	stepLeaveOut // a word of the source that the quotation does not have
)

// alignTable aligns words with s.numbers[j0:j1] and writes the pairs. An open
// start or end lets the alignment begin or end anywhere in the stream. It
// returns the stretch of the stream that was used.
func alignTable(words []quoted, s stream, j0, j1 int, openStart, openEnd bool, pairs []int) (first, last int) {
	n, m := len(words), j1-j0
	steps := make([]uint8, (n+1)*(m+1))
	price := make([]int64, m+1)
	if !openStart {
		for j := 1; j <= m; j++ {
			price[j] = price[j-1] + leaveOut(words, s, 0, j0+j-1)
			steps[j] = stepLeaveOut
		}
	}
	for i := 1; i <= n; i++ {
		w := words[i-1]
		add := int64(changePrice)
		if w.bracketed {
			add = editPrice
		}
		row := steps[i*(m+1):]
		diagonal := price[0]
		price[0] += add
		row[0] = stepAdd
		for j := 1; j <= m; j++ {
			best, step := diagonal+samePrice, uint8(stepSame)
			if s.numbers[j0+j-1] != w.number {
				best, step = diagonal+add, stepChange
			}
			if p := price[j] + add; p < best {
				best, step = p, stepAdd
			}
			if i < n || !openEnd {
				if p := price[j-1] + leaveOut(words, s, i, j0+j-1); p < best {
					best, step = p, stepLeaveOut
				}
			}
			diagonal = price[j]
			price[j], row[j] = best, step
		}
	}
	end := m
	if openEnd {
		for j := m - 1; j >= 0; j-- {
			if price[j] <= price[end] {
				end = j
			}
		}
	}
	j := end
	for i := n; i > 0 || j > 0 && !openStart; {
		switch steps[i*(m+1)+j] {
		case stepSame:
			i, j = i-1, j-1
			pairs[i] = j0 + j
		case stepChange:
			i, j = i-1, j-1
		case stepAdd:
			i--
		default:
			j--
		}
	}
	return j0 + j, j0 + end
}

// leaveOut returns the price of passing over word j of the stream before word i
// of the quotation.
func leaveOut(words []quoted, s stream, i, j int) int64 {
	switch {
	case i < len(words) && words[i].omission:
		return 0
	case s.bracketed[j], i < len(words) && words[i].bracketed, i > 0 && words[i-1].bracketed:
		return editPrice
	}
	return changePrice
}
