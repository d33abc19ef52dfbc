package eval

import (
	"cmp"
	"io"
	"slices"

	"github.com/whosaid/whosaid/pkg/article"
)

// AttributionReport says how well the content of all attributions is found,
// reported speech without marks included. Contents are compared by their
// letters and digits alone.
type AttributionReport struct {
	Articles   int                       `json:"articles"`
	Predicted  int                       `json:"predicted"`
	Overlap    Score                     `json:"overlap"`    // intersection over union of at least one half
	Exact      Score                     `json:"exact"`      // the same letters and digits
	Characters Score                     `json:"characters"` // over letters and digits
	Recall     map[article.Kind]Accuracy `json:"recall"`     // by overlap
	Speaker    Accuracy                  `json:"speaker"`    // lenient, over what overlaps
}

// attributionCounts are sums over articles.
type attributionCounts struct {
	gold, pred, right, exact          int
	goldChars, predChars, sharedChars int
	report                            *AttributionReport
}

// Attributions compares the contents of attributions. With speechOnly, gold
// attributions whose cue is no verb of speech are neutral.
func Attributions(gold []Gold, pred []article.Article, speechOnly bool) AttributionReport {
	r := AttributionReport{Articles: len(gold), Recall: map[article.Kind]Accuracy{}}
	c := attributionCounts{report: &r}
	predicted := byID(pred)
	for i := range gold {
		p := predicted[articleID(gold[i].ID)]
		if p != nil {
			r.Predicted++
		}
		c.compare(&gold[i], p, speechOnly)
	}
	r.Overlap = scoreOf(c.right, c.pred, c.gold)
	r.Exact = scoreOf(c.exact, c.pred, c.gold)
	r.Characters = scoreOf(c.sharedChars, c.predChars, c.goldChars)
	return r
}

// content is the letters and digits of an attribution, as ranges of their
// numbers in the text: in order, apart from each other.
type content struct {
	ranges []Range
	size   int
	gold   *GoldQuote
	pred   *article.Quote
}

func (c *content) hull() Range {
	return Range{c.ranges[0].Start, c.ranges[len(c.ranges)-1].End}
}

// union brings ranges into order and together.
func union(ranges []Range) content {
	slices.SortFunc(ranges, func(a, b Range) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	var c content
	for _, r := range ranges {
		if r.End <= r.Start {
			continue
		}
		if n := len(c.ranges); n > 0 && r.Start <= c.ranges[n-1].End {
			c.ranges[n-1].End = max(c.ranges[n-1].End, r.End)
			continue
		}
		c.ranges = append(c.ranges, r)
	}
	for _, r := range c.ranges {
		c.size += r.End - r.Start
	}
	return c
}

// shared returns how many letters and digits two contents share.
func (c *content) shared(other *content) int {
	n := 0
	for i, j := 0, 0; i < len(c.ranges) && j < len(other.ranges); {
		n += c.ranges[i].shared(other.ranges[j])
		if c.ranges[i].End < other.ranges[j].End {
			i++
		} else {
			j++
		}
	}
	return n
}

// numbering counts the letters and digits before each code point of a text.
func numbering(text string) []int {
	out := make([]int, 1, len(text)+1)
	n := 0
	for _, r := range text {
		if isNameRune(r) {
			n++
		}
		out = append(out, n)
	}
	return out
}

// contentOf gives the content of a quote in a text with the given numbering.
func contentOf(numbers []int, whole Range, parts []Range) content {
	if len(parts) == 0 {
		parts = []Range{whole}
	}
	last := len(numbers) - 1
	ranges := make([]Range, len(parts))
	for i, p := range parts {
		ranges[i] = Range{numbers[max(0, min(p.Start, last))], numbers[max(0, min(p.End, last))]}
	}
	return union(ranges)
}

func (c *attributionCounts) compare(g *Gold, p *article.Article, speechOnly bool) {
	numbers := numbering(g.Text)
	var gold, pred []content
	var all, beliefs, found []Range
	for i := range g.Quotes {
		q := &g.Quotes[i]
		k := contentOf(numbers, q.Range, q.Parts)
		k.gold = q
		switch {
		case k.size == 0:
		case speechOnly && q.IsBelief:
			beliefs = append(beliefs, k.ranges...)
		default:
			gold, all = append(gold, k), append(all, k.ranges...)
		}
	}
	if p != nil {
		for i := range p.Quotes {
			q := &p.Quotes[i]
			k := contentOf(numbers, Range{q.Start, q.End}, partsOf(q))
			k.pred = q
			if k.size > 0 && q.Kind != article.QuotedOnly {
				pred, found = append(pred, k), append(found, k.ranges...)
			}
		}
	}
	matched, used := matchContents(gold, pred)
	neutral := union(beliefs)
	c.gold += len(gold)
	for j := range pred {
		if used[j] || neutral.size == 0 || 2*neutral.shared(&pred[j]) < pred[j].size {
			c.pred++
		}
	}
	for i, j := range matched {
		q := gold[i].gold
		recall := c.report.Recall[q.Kind]
		recall.count(j != unmatched)
		c.report.Recall[q.Kind] = recall
		if j == unmatched {
			continue
		}
		c.right++
		if slices.Equal(gold[i].ranges, pred[j].ranges) {
			c.exact++
		}
		if v := judge(q.Speaker, pred[j].pred.Speaker); v.lenientApplies {
			c.report.Speaker.count(v.lenient)
		}
	}
	goldChars, predChars := union(all), union(found)
	c.goldChars += goldChars.size
	c.sharedChars += goldChars.shared(&predChars)
	// Letters of beliefs count only where they are wanted as well.
	both := union(slices.Concat(goldChars.ranges, neutral.ranges))
	c.predChars += predChars.size - both.shared(&predChars) + goldChars.shared(&predChars)
}

// matchContents matches contents one to one.
func matchContents(gold, pred []content) (matched []int, used []bool) {
	hulls := make([]Range, len(pred))
	for j := range pred {
		hulls[j] = pred[j].hull()
	}
	f := newFinder(hulls)
	var pairs []pairing
	for i := range gold {
		f.overlapping(gold[i].hull(), func(j int) bool {
			if shared := gold[i].shared(&pred[j]); shared > 0 {
				overlap := float64(shared) / float64(gold[i].size+pred[j].size-shared)
				pairs = append(pairs, pairing{overlap, 0, i, j})
			}
			return true
		})
	}
	return pairUp(pairs, len(gold), len(pred))
}

// Print writes the report for people.
func (r *AttributionReport) Print(w io.Writer) error {
	p := &printer{w: w}
	p.line("articles %d, predicted %d", r.Articles, r.Predicted)
	p.score("attributions, overlap", r.Overlap)
	p.score("attributions, exact", r.Exact)
	p.score("attributions, characters", r.Characters)
	for _, k := range []article.Kind{article.Direct, article.Mixed, article.Indirect} {
		if a := r.Recall[k]; a.Of > 0 {
			p.accuracy("recall, "+string(k), a)
		}
	}
	if r.Speaker.Of > 0 {
		p.accuracy("speaker, lenient", r.Speaker)
	}
	return p.err
}
