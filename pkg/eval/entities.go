package eval

import (
	"io"

	"github.com/whosaid/whosaid/pkg/article"
)

// EntityReport says how well mentions of people, places and organisations are
// found and grouped.
type EntityReport struct {
	Articles  int            `json:"articles"`
	Predicted int            `json:"predicted"` // articles that were predicted at all
	ByType    map[Type]Score `json:"by_type"`
	Exact     Score          `json:"exact"`   // same start, end and type: the headline
	Untyped   Score          `json:"untyped"` // same start and end
	Overlap   Score          `json:"overlap"` // same type, spans that touch
	// Grouping is B-cubed (Bagga and Baldwin 1998) over the mentions found
	// exactly, where gold says which are one entity; nil when it never does.
	Grouping *Score    `json:"grouping,omitempty"`
	Mistakes []Mistake `json:"-"`
}

// mention is a typed mention of an entity.
type mention struct {
	Range
	kind   Type
	entity string
}

// entityCounts are sums over articles.
type entityCounts struct {
	gold, pred, right, touchGold, touchPred map[Type]int
	samePlace                               int
	precision, recall                       float64 // B-cubed, summed over mentions
	grouped                                 int
}

// Entities compares mentions. Offsets of pred must be in code points. Gold
// mentions of other types are neither wanted nor counted against.
func Entities(gold []Gold, pred []article.Article) EntityReport {
	r := EntityReport{Articles: len(gold), ByType: map[Type]Score{}}
	c := entityCounts{gold: map[Type]int{}, pred: map[Type]int{}, right: map[Type]int{}, touchGold: map[Type]int{}, touchPred: map[Type]int{}}
	predicted := byID(pred)
	for i := range gold {
		g := &gold[i]
		p := predicted[articleID(g.ID)]
		if p != nil {
			r.Predicted++
		}
		c.compare(g, goldMentions(g), predMentions(p), &r.Mistakes)
	}
	var right, wanted, found, touchGold, touchPred int
	for _, t := range Types() {
		r.ByType[t] = newScore(c.right[t], c.pred[t], c.gold[t], 0)
		right, wanted, found = right+c.right[t], wanted+c.gold[t], found+c.pred[t]
		touchGold, touchPred = touchGold+c.touchGold[t], touchPred+c.touchPred[t]
	}
	r.Exact = newScore(right, found, wanted, 0)
	r.Untyped = newScore(c.samePlace, found, wanted, 0)
	r.Overlap = Score{
		Precision: newScore(touchPred, found, 0, 0).Precision,
		Recall:    newScore(touchGold, 0, wanted, 0).Recall,
	}.withF1()
	if c.grouped > 0 {
		n := float64(c.grouped)
		s := Score{Precision: c.precision / n, Recall: c.recall / n}.withF1()
		r.Grouping = &s
	}
	return r
}

// goldMentions gives the mentions of the three types, one for each span.
func goldMentions(g *Gold) []mention {
	var out []mention
	at := map[Range]int{}
	for _, e := range g.Entities {
		if e.Type != Person && e.Type != Place && e.Type != Organisation {
			continue
		}
		out = addMention(out, at, mention{e.Range, e.Type, e.Cluster})
	}
	return out
}

// predMentions gives the mentions of a predicted article, one for each span.
func predMentions(a *article.Article) []mention {
	if a == nil {
		return nil
	}
	var out []mention
	at := map[Range]int{}
	for i, entities := range [][]article.Entity{a.People, a.Places, a.Organisations} {
		for _, e := range entities {
			for _, m := range e.Mentions {
				out = addMention(out, at, mention{Range{m.Start, m.End}, Types()[i], e.ID})
			}
		}
	}
	return out
}

// addMention adds m, or puts it in the place of one with the same span.
func addMention(list []mention, at map[Range]int, m mention) []mention {
	if i, found := at[m.Range]; found {
		list[i] = m
		return list
	}
	at[m.Range] = len(list)
	return append(list, m)
}

func (c *entityCounts) compare(g *Gold, gold, pred []mention, mistakes *[]Mistake) {
	text := []rune(g.Text)
	goldAt, predAt := map[Range]*mention{}, map[Range]*mention{}
	for i := range gold {
		goldAt[gold[i].Range] = &gold[i]
	}
	for i := range pred {
		predAt[pred[i].Range] = &pred[i]
	}
	touchesPred, touchesGold := touching(pred), touching(gold)
	type pair struct{ gold, pred string }
	var both []pair
	for _, m := range gold {
		c.gold[m.kind]++
		p := predAt[m.Range]
		if p != nil {
			c.samePlace++
		}
		if p != nil && p.kind == m.kind {
			c.right[m.kind]++
			if m.entity != "" {
				both = append(both, pair{m.entity, p.entity})
			}
		} else {
			*mistakes = append(*mistakes, newMistake(g, text, "missed", m.Range, string(m.kind)))
		}
		if touchesPred(m) {
			c.touchGold[m.kind]++
		}
	}
	for _, m := range pred {
		c.pred[m.kind]++
		if w := goldAt[m.Range]; w == nil || w.kind != m.kind {
			*mistakes = append(*mistakes, newMistake(g, text, "invented", m.Range, string(m.kind)))
		}
		if touchesGold(m) {
			c.touchPred[m.kind]++
		}
	}
	same, inGold, inPred := map[pair]int{}, map[string]int{}, map[string]int{}
	for _, b := range both {
		same[b]++
		inGold[b.gold]++
		inPred[b.pred]++
	}
	for _, b := range both {
		c.precision += float64(same[b]) / float64(inPred[b.pred])
		c.recall += float64(same[b]) / float64(inGold[b.gold])
		c.grouped++
	}
}

// touching returns a function that reports whether a mention touches one of
// the list that is of its type.
func touching(list []mention) func(mention) bool {
	ranges := map[Type][]Range{}
	for _, m := range list {
		ranges[m.kind] = append(ranges[m.kind], m.Range)
	}
	finders := map[Type]*finder{}
	for t, r := range ranges {
		finders[t] = newFinder(r)
	}
	return func(m mention) bool {
		f, touches := finders[m.kind], false
		if f != nil {
			f.overlapping(m.Range, func(int) bool { touches = true; return false })
		}
		return touches
	}
}

func newMistake(g *Gold, text []rune, kind string, at Range, detail string) Mistake {
	start := max(0, min(at.Start, len(text)))
	end := max(start, min(at.End, len(text)))
	return Mistake{Article: g.ID, Kind: kind, Start: at.Start, End: at.End, Text: string(text[start:end]), Detail: detail}
}

// Print writes the report for people.
func (r *EntityReport) Print(w io.Writer) error {
	p := &printer{w: w}
	p.line("articles %d, predicted %d", r.Articles, r.Predicted)
	for _, t := range Types() {
		p.score(string(t), r.ByType[t])
	}
	p.score("exact", r.Exact)
	p.score("untyped", r.Untyped)
	p.score("overlap", r.Overlap)
	if r.Grouping != nil {
		p.score("grouping", *r.Grouping)
	}
	return p.err
}
