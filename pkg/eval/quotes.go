package eval

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/whosaid/whosaid/pkg/article"
)

// SpanReport says how well spans of quotes are found.
type SpanReport struct {
	Exact   Score `json:"exact"`   // the same span
	Overlap Score `json:"overlap"` // intersection over union of at least one half
	// Lenient is Overlap where a prediction on quoted text of some length that
	// nobody attributed is not counted as wrong: annotators miss some.
	Lenient Score `json:"lenient"`
	Gold    int   `json:"gold"`
	Pred    int   `json:"pred"`
}

// KindReport says how well one kind of speaker is found.
type KindReport struct {
	Kind    string   `json:"kind"`
	Gold    int      `json:"gold"`
	Lenient Accuracy `json:"lenient"`
	Entity  Accuracy `json:"entity"`
}

// QuoteReport says how well quotes are found and given to their speakers.
//
// Spans are cut at line breaks and trimmed of marks and stops at the edges.
// Core is about whole utterances: fragments, single-quoted and discarded text
// are neutral there. All is about every attributed quote.
type QuoteReport struct {
	Articles  int        `json:"articles"`
	Predicted int        `json:"predicted"` // articles that were predicted at all
	Core      SpanReport `json:"core"`
	All       SpanReport `json:"all"`
	Ignored   int        `json:"ignored"` // predictions on neutral text, of Core
	// SpeakerLenient and SpeakerEntity are over the core segments found whose
	// gold has a source.
	SpeakerLenient Accuracy `json:"speaker_lenient"`
	SpeakerEntity  Accuracy `json:"speaker_entity"`
	// EndToEnd counts a core segment as found when its speaker is right too.
	EndToEnd      Score        `json:"end_to_end"`
	EndToEndExact Score        `json:"end_to_end_exact"`
	NoSource      Accuracy     `json:"no_source"` // gold without source, predicted so
	ByKind        []KindReport `json:"by_kind"`
	Mistakes      []Mistake    `json:"-"`
}

// fewestLenient is how many words quoted text that nobody attributed needs for
// a prediction on it to be forgiven.
const fewestLenient = 6

// spanCounts are sums over articles.
type spanCounts struct {
	gold, pred, lenient, right, exact int
}

func (c spanCounts) report() SpanReport {
	return SpanReport{
		Exact:   scoreOf(c.exact, c.pred, c.gold),
		Overlap: scoreOf(c.right, c.pred, c.gold),
		Lenient: scoreOf(c.right, c.lenient, c.gold),
		Gold:    c.gold,
		Pred:    c.pred,
	}
}

// scoreOf makes a score in which finding nothing where there is nothing is
// right.
func scoreOf(right, predicted, wanted int) Score {
	s := newScore(right, predicted, wanted, 0)
	if predicted == 0 && wanted == 0 {
		return Score{1, 1, 1}
	}
	return s
}

// quoteCounts are sums over articles.
type quoteCounts struct {
	core, all          spanCounts
	endToEnd, endExact int
	kinds              map[string]*KindReport
	report             *QuoteReport
}

// segment is one piece of a quote.
type segment struct {
	Range
	gold *GoldQuote
	pred *article.Quote
}

func ranges(segments []segment) []Range {
	out := make([]Range, len(segments))
	for i, s := range segments {
		out[i] = s.Range
	}
	return out
}

// Quotes compares quotes and their speakers, indirect ones left out. Offsets
// of pred must be in code points.
func Quotes(gold []Gold, pred []article.Article) QuoteReport {
	r := QuoteReport{Articles: len(gold)}
	c := quoteCounts{kinds: map[string]*KindReport{}, report: &r}
	predicted := byID(pred)
	for i := range gold {
		p := predicted[articleID(gold[i].ID)]
		if p != nil {
			r.Predicted++
		}
		c.compare(&gold[i], p)
	}
	r.Core, r.All = c.core.report(), c.all.report()
	r.EndToEnd = scoreOf(c.endToEnd, c.core.pred, c.core.gold)
	r.EndToEndExact = scoreOf(c.endExact, c.core.pred, c.core.gold)
	for _, k := range c.kinds {
		r.ByKind = append(r.ByKind, *k)
	}
	slices.SortFunc(r.ByKind, func(a, b KindReport) int { return strings.Compare(a.Kind, b.Kind) })
	return r
}

func (c *quoteCounts) compare(g *Gold, p *article.Article) {
	text := []rune(g.Text)
	var core, fragments []segment
	var neutral []Range
	for i := range g.Quotes {
		q := &g.Quotes[i]
		if q.Kind == article.Indirect {
			continue
		}
		for _, s := range segments(text, q.Range, q.Parts) {
			switch {
			case q.Neutral:
				neutral = append(neutral, s)
			case q.Core:
				core = append(core, segment{Range: s, gold: q})
			default:
				fragments = append(fragments, segment{Range: s, gold: q})
			}
		}
	}
	var forgiven []Range
	for i := range g.Unattributed {
		u := &g.Unattributed[i]
		for _, s := range segments(text, u.Range, u.Parts) {
			switch {
			case u.Neutral:
				neutral = append(neutral, s)
			case u.Words >= fewestLenient || u.Words == 0 && len(strings.Fields(string(text[s.Start:s.End]))) >= fewestLenient:
				forgiven = append(forgiven, s)
			}
		}
	}
	neutral = append(neutral, g.Discard...)
	preds := predSegments(text, p)
	spans := ranges(preds)

	matched, wrong := c.core.compare(ranges(core), spans, slices.Concat(ranges(fragments), neutral), forgiven, &c.report.Ignored)
	for _, j := range wrong {
		c.report.Mistakes = append(c.report.Mistakes, newMistake(g, text, "invented", spans[j], string(preds[j].pred.Kind)))
	}
	for i, j := range matched {
		if j == unmatched {
			c.report.Mistakes = append(c.report.Mistakes, newMistake(g, text, "missed", core[i].Range, string(core[i].gold.Kind)))
		}
		c.speaker(g, text, core[i], j, preds)
	}
	var ignored int // counted for core alone
	c.all.compare(slices.Concat(ranges(core), ranges(fragments)), spans, neutral, forgiven, &ignored)
}

// predSegments gives the segments of predicted quotes, each span once.
func predSegments(text []rune, p *article.Article) []segment {
	var out []segment
	if p == nil {
		return out
	}
	seen := map[Range]bool{}
	for i := range p.Quotes {
		q := &p.Quotes[i]
		if q.Kind == article.Indirect || q.Kind == article.QuotedOnly {
			continue
		}
		for _, s := range segments(text, Range{q.Start, q.End}, partsOf(q)) {
			if !seen[s] {
				seen[s] = true
				out = append(out, segment{Range: s, pred: q})
			}
		}
	}
	return out
}

func partsOf(q *article.Quote) []Range {
	out := make([]Range, len(q.Parts))
	for i, p := range q.Parts {
		out[i] = Range{p[0], p[1]}
	}
	return out
}

// compare matches gold spans with predicted ones and counts. It returns the
// match of each gold span and the predictions that are wrong.
func (c *spanCounts) compare(gold, pred, neutral, forgiven []Range, ignored *int) (matched, wrong []int) {
	matched, used := matchRanges(gold, pred)
	c.gold += len(gold)
	for i, j := range matched {
		if j == unmatched {
			continue
		}
		c.right++
		c.pred++
		c.lenient++
		if gold[i] == pred[j] {
			c.exact++
		}
	}
	outOfScope, missed := newFinder(neutral), newFinder(forgiven)
	for j, s := range pred {
		if used[j] {
			continue
		}
		if outOfScope.covered(s) >= leastOverlap {
			*ignored++
			continue
		}
		c.pred++
		wrong = append(wrong, j)
		isForgiven := false
		missed.overlapping(s, func(i int) bool {
			isForgiven = float64(s.shared(forgiven[i]))/float64(s.End-s.Start) >= leastOverlap
			return !isForgiven
		})
		if !isForgiven {
			c.lenient++
		}
	}
	return matched, wrong
}

// speaker judges the speaker of one core segment; j is its match.
func (c *quoteCounts) speaker(g *Gold, text []rune, s segment, j int, preds []segment) {
	kind := "none"
	if s.gold.Speaker != nil {
		kind = cmp.Or(s.gold.Speaker.Kind, "any")
	}
	k := c.kinds[kind]
	if k == nil {
		k = &KindReport{Kind: kind}
		c.kinds[kind] = k
	}
	k.Gold++
	if j == unmatched {
		return
	}
	said := preds[j].pred.Speaker
	v := judge(s.gold.Speaker, said)
	if v.lenientApplies {
		c.report.SpeakerLenient.count(v.lenient)
		k.Lenient.count(v.lenient)
	} else {
		c.report.NoSource.count(len(claimed(said)) == 0)
	}
	if v.entityApplies {
		c.report.SpeakerEntity.count(v.entity)
		k.Entity.count(v.entity)
	}
	if !v.right() {
		detail := fmt.Sprintf("gold %q (%q), predicted %q", s.gold.Speaker.Name, s.gold.Speaker.Text, claimed(said))
		c.report.Mistakes = append(c.report.Mistakes, newMistake(g, text, "speaker", s.Range, detail))
		return
	}
	c.endToEnd++
	if s.Range == preds[j].Range {
		c.endExact++
	}
}

// Print writes the report for people.
func (r *QuoteReport) Print(w io.Writer) error {
	p := &printer{w: w}
	p.line("articles %d, predicted %d", r.Articles, r.Predicted)
	p.line("core segments %d, all attributed %d; predictions counted %d, neutral %d", r.Core.Gold, r.All.Gold, r.Core.Pred, r.Ignored)
	for _, s := range []struct {
		name string
		SpanReport
	}{{"core", r.Core}, {"all", r.All}} {
		p.score(s.name+" exact", s.Exact)
		p.score(s.name+" overlap", s.Overlap)
		p.score(s.name+" overlap, lenient precision", s.Lenient)
	}
	p.accuracy("speaker, lenient", r.SpeakerLenient)
	p.accuracy("speaker, entity", r.SpeakerEntity)
	p.score("end to end, overlap", r.EndToEnd)
	p.score("end to end, exact", r.EndToEndExact)
	for _, k := range r.ByKind {
		p.line("  kind %-9s gold %4d  lenient %s  entity %s", k.Kind, k.Gold, k.Lenient, k.Entity)
	}
	if r.NoSource.Of > 0 {
		p.line("gold quotes without source: %d matched, predicted without speaker %d", r.NoSource.Of, r.NoSource.Right)
	}
	return p.err
}
