package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/span"
)

// changedQuote reports a quote whose words, or whose speaker, an earlier run
// had otherwise:
//
//	earlier: “We will leave in May,” said Tamm.
//	now:     “We will leave in March,” said Tamm.
//
// It does not report quotes that are new or gone, white space, or the style of
// the marks inside.
var changedQuote = Rule{
	Name:  "changed-quote",
	Help:  "a quote with other words or another speaker than in --baseline",
	Level: Error,
	find: func(t *target) []fault {
		if t.baseline == nil {
			return nil
		}
		var all []fault
		for _, pair := range pairQuotes(t.baseline.Quotes, t.Quotes) {
			old, now := t.baseline.Quotes[pair[0]], t.Quotes[pair[1]]
			at := span.Span{Start: now.Start, End: now.End}
			if wording(old) != wording(now) {
				all = append(all, fault{at, fmt.Sprintf("%s was %s in the baseline", quoted(now.Text), quoted(old.Text))})
			} else if old.Speaker != nil && now.Speaker != nil && old.Speaker.Name != now.Speaker.Name {
				all = append(all, fault{at, fmt.Sprintf("%s is said by %s and was by %s in the baseline",
					quoted(now.Text), quoted(now.Speaker.Name), quoted(old.Speaker.Name))})
			}
		}
		return all
	},
}

const (
	// reach is how many quotes further on or back, of those that are not in
	// both versions, the changed form of one is looked for: paragraphs move,
	// but not far, and the work stays linear.
	reach = 16
	// leastShared is the share of words (Dice) from which two quotes are one
	// that was changed: half of them, so that one word of two may be another.
	leastShared = 0.5
)

// pairQuotes finds which of the old quotes is which of the new ones, as pairs
// of indexes: those with the same words first, in order, then those with near
// the same words and nearly the same place.
func pairQuotes(old, now []article.Quote) [][2]int {
	var pairs [][2]int
	waiting := map[string][]int{} // wording → old quotes, not paired yet
	for i, q := range old {
		waiting[wording(q)] = append(waiting[wording(q)], i)
	}
	pairedOld := make([]bool, len(old))
	var fresh []int
	for j, q := range now {
		same := waiting[wording(q)]
		if len(same) == 0 {
			fresh = append(fresh, j)
			continue
		}
		waiting[wording(q)] = same[1:]
		pairedOld[same[0]] = true
		pairs = append(pairs, [2]int{same[0], j})
	}
	var gone []int
	for i := range old {
		if !pairedOld[i] {
			gone = append(gone, i)
		}
	}
	taken := make([]bool, len(fresh))
	for g, i := range gone {
		best, most := -1, 0.0
		for f := max(0, g-reach); f < min(len(fresh), g+reach+1); f++ {
			if shared := sharedWords(old[i], now[fresh[f]]); !taken[f] && shared >= leastShared && shared > most {
				best, most = f, shared
			}
		}
		if best >= 0 {
			taken[best] = true
			pairs = append(pairs, [2]int{i, fresh[best]})
		}
	}
	return pairs
}

// wording is what must not change in a quote: its words, without the style of
// marks and white space.
func wording(q article.Quote) string {
	return strings.Join(strings.Fields(plainMarks.Replace(q.Text)), " ")
}

var plainMarks = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`)

// sharedWords returns the share of the words that two quotes have in common,
// counted as often as they occur, of 0 to 1.
func sharedWords(a, b article.Quote) float64 {
	x, y := strings.Fields(strings.ToLower(wording(a))), strings.Fields(strings.ToLower(wording(b)))
	if len(x)+len(y) == 0 {
		return 0
	}
	slices.Sort(x)
	slices.Sort(y)
	both := 0
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch c := strings.Compare(x[i], y[j]); {
		case c < 0:
			i++
		case c > 0:
			j++
		default:
			both++
			i++
			j++
		}
	}
	return 2 * float64(both) / float64(len(x)+len(y))
}
