package train

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"github.com/whosaid/whosaid/pkg/attrib"
	"github.com/whosaid/whosaid/pkg/coref"
	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/quote"
	"github.com/whosaid/whosaid/pkg/span"
)

// The settings of the speaker model, chosen by cross-validation on PolNeAR
// train.
const (
	// rarestEvidence is how many quotes must show a piece of evidence.
	rarestEvidence = 4
	// attribSparsity is the L1 penalty on a weight, as a share of the mean
	// gradient: it drops evidence that hardly helps.
	attribSparsity = 2e-5
	// attribStep is the size of a step, in units of log odds.
	attribStep = 0.15
	// attribPasses is how often all quotes are shown.
	attribPasses = 12
	// inventedArticle is the article of the invented sentences: they are always
	// trained on and never measured.
	inventedArticle = -1
	// attribSeed starts the order in which quotes are shown.
	attribSeed = 7
	// attribOrders is how many orders the weights are the mean of: one order
	// alone decides a quote in a hundred either way.
	attribOrders = 6
)

// Attributions learns who said a quote from articles whose sources are
// annotated.
type Attributions struct {
	Recogniser ner.Recogniser
	quotes     []attributed
	articles   int
}

// attributed is a quote with its candidates.
type attributed struct {
	article    int
	weight     float64
	speech     bool // it has a source
	candidates []attrib.Example
	columns    [][]int32 // of the evidence, by candidate
}

// attributedArticle is an article as the corpora of quotations write it,
// offsets in code points.
type attributedArticle struct {
	Text         string            `json:"text"`
	Quotes       []attributedQuote `json:"quotes"`
	Unattributed []quotedText      `json:"unattributed"`
}

type attributedQuote struct {
	quotedText
	Source *struct {
		Start int `json:"start"`
		End   int `json:"end"`
	} `json:"speaker"`
}

// Add reads articles, one JSON object a line.
func (a *Attributions) Add(r io.Reader) error {
	dec := json.NewDecoder(bufio.NewReader(r))
	for {
		var article attributedArticle
		if err := dec.Decode(&article); err == io.EOF {
			return nil
		} else if err != nil {
			return fmt.Errorf("article %d: %w", a.articles+1, err)
		}
		a.add(&article)
	}
}

// add turns one article into examples. Quotes that the annotation says nothing
// about, and those whose source is no candidate, teach nothing.
func (a *Attributions) add(article *attributedArticle) {
	index := span.NewIndex(article.Text)
	starts := byteOffsets(article.Text)
	d := nlp.Parse(article.Text)
	quotes, _ := quote.Find(d)
	entities := coref.Resolve(d, a.Recogniser.Recognise(d))
	sources := make([]span.Span, len(quotes))
	weights := make([]float64, len(quotes))
	for i, q := range quotes {
		sources[i], weights[i] = article.source(q, index, starts)
	}
	a.learn(a.articles, d, quotes, entities, sources, weights)
	a.articles++
}

// learn keeps the candidates of the quotes of one article.
func (a *Attributions) learn(article int, d *nlp.Document, quotes []quote.Quote, entities *coref.Entities, sources []span.Span, weights []float64) {
	attrib.Examples(d, quotes, entities, sources, func(q int, candidates []attrib.Example) {
		if weights[q] == 0 || !slices.ContainsFunc(candidates, func(e attrib.Example) bool { return e.Right }) {
			return
		}
		a.quotes = append(a.quotes, attributed{article: article, weight: weights[q], speech: !sources[q].IsEmpty(), candidates: candidates})
	})
	a.articles++
}

// source returns where the source of a quote stands, in bytes, and how far the
// annotation is to be trusted; 0 when it says nothing.
func (a *attributedArticle) source(q quote.Quote, index *span.Index, starts []int) (span.Span, float64) {
	for _, part := range q.Parts {
		found := span.Span{Start: index.Rune(part.Start), End: index.Rune(part.End)}
		for i := range a.Quotes {
			g := &a.Quotes[i]
			if covered(found, []quotedText{g.quotedText}) == nil {
				continue
			}
			if g.Source == nil {
				return span.Span{}, 0
			}
			weight := 1.0
			if !g.Core && !g.CueSpeech {
				weight = beliefWeight
			}
			return span.Span{Start: starts[g.Source.Start], End: starts[g.Source.End]}, weight
		}
	}
	found := span.Span{Start: index.Rune(q.Start), End: index.Rune(q.End)}
	u := covered(found, a.Unattributed)
	switch {
	case u == nil || u.Discard:
		return span.Span{}, 0
	case u.Words >= longUnattributed:
		return span.Span{}, missedWeight
	}
	return span.Span{}, 1
}

// AttributionScore says how well sources are found.
type AttributionScore struct {
	Speech, Right int // quotes with a source; given to the right one
	Mute, Silent  int // quotes without a source; given to nobody
	// Bins counts answers by their probability in tenths: all and right.
	Bins [10][2]int
	// Kinds counts quotes by what their source is written as: all and right.
	Kinds map[string][2]int
}

// EvidenceGroups are kinds of evidence that say nearly the same, by the
// prefixes of their names: what one leaves out to see what the rest is worth.
func EvidenceGroups() []EvidenceGroup {
	return []EvidenceGroup{
		{"nothing", nil},
		{"how the cue is tied to quote and phrase, marks, neighbours", []string{"where+mark", "phrases+link", "touches", "next", "prior"}},
		{"what the sieves say of the candidate and its rivals", []string{"vote", "sieve", "claim"}},
		{"evidence for nobody", []string{"nobody"}},
		{"words: the cue, the head noun", []string{"cue=", "head+link"}},
		{"where the phrase stands", []string{"where="}},
		{"kind of phrase, whether the quote names it", []string{"kind+", "inside"}},
		{"who said the quote before", []string{"previous"}},
	}
}

// EvidenceGroup is a group of evidence for an ablation.
type EvidenceGroup struct {
	Name     string
	Prefixes []string
}

// CrossValidate trains on all articles but a fifth, tests on that, five times;
// evidence whose name begins with one of the prefixes is left out.
func (a *Attributions) CrossValidate(without ...string) AttributionScore {
	s := AttributionScore{Kinds: map[string][2]int{}}
	for fold := range folds {
		var train []*attributed
		for i := range a.quotes {
			if a.quotes[i].article%folds != fold {
				train = append(train, &a.quotes[i])
			}
		}
		names, weights := fitAttributions(train, without...)
		for i := range a.quotes {
			q := &a.quotes[i]
			if q.article%folds != fold || q.weight < 1 {
				continue
			}
			q.number(names)
			p := q.probabilities(weights, nil)
			best := 0
			for c := range p {
				if p[c] > p[best] {
					best = c
				}
			}
			right := q.candidates[best].Right
			bin := min(9, int(p[best]*10))
			s.Bins[bin][0]++
			if right {
				s.Bins[bin][1]++
			}
			if q.speech {
				kind := q.candidates[slices.IndexFunc(q.candidates, func(e attrib.Example) bool { return e.Right })].Kind
				count := s.Kinds[kind]
				count[0]++
				if right {
					count[1]++
				}
				s.Kinds[kind] = count
			}
			switch {
			case q.speech && right:
				s.Right++
				s.Speech++
			case q.speech:
				s.Speech++
			case right:
				s.Silent++
				s.Mute++
			default:
				s.Mute++
			}
		}
	}
	return s
}

// number looks up the columns of the evidence.
func (q *attributed) number(columns map[string]int32) {
	q.columns = q.columns[:0]
	for _, c := range q.candidates {
		row := make([]int32, 0, len(c.Evidence))
		for _, name := range c.Evidence {
			if column, known := columns[name]; known {
				row = append(row, column)
			}
		}
		q.columns = append(q.columns, row)
	}
}

// probabilities returns the probability of each candidate.
func (q *attributed) probabilities(weights, into []float64) []float64 {
	into = into[:0]
	for _, row := range q.columns {
		sum := 0.0
		for _, c := range row {
			sum += weights[c]
		}
		into = append(into, sum)
	}
	softmax(into)
	return into
}

// Write trains on all articles and writes the weights, one a line, in the
// order of their names.
func (a *Attributions) Write(w io.Writer) error {
	all := make([]*attributed, len(a.quotes))
	for i := range a.quotes {
		all[i] = &a.quotes[i]
	}
	columns, weights := fitAttributions(all)
	names := make([]string, len(columns))
	for name, c := range columns {
		names[c] = name
	}
	out := bufio.NewWriter(w)
	for i, name := range names {
		if rounded := math.Round(weights[i]*1000) / 1000; rounded != 0 {
			fmt.Fprintf(out, "%s\t%s\n", name, strconv.FormatFloat(rounded, 'f', -1, 64))
		}
	}
	return out.Flush()
}

// fitAttributions fits a log-linear model over the candidates of each quote
// with an L1 penalty, leaving out evidence whose name begins with one of the
// prefixes, by regularised dual averaging with steps that adapt to
// each piece of evidence (Duchi, Hazan and Singer 2011). Where several
// candidates are right, their sum counts.
func fitAttributions(quotes []*attributed, without ...string) (columns map[string]int32, weights []float64) {
	counts := map[string]int{}
	for _, q := range quotes {
		seen := map[string]bool{}
		for _, c := range q.candidates {
			for _, name := range c.Evidence {
				if !seen[name] {
					seen[name] = true
					counts[name]++
				}
			}
		}
	}
	var names []string
	for name, n := range counts {
		if n >= rarestEvidence && !slices.ContainsFunc(without, func(prefix string) bool { return strings.HasPrefix(name, prefix) }) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	columns = make(map[string]int32, len(names))
	for i, name := range names {
		columns[name] = int32(i)
	}
	for _, q := range quotes {
		q.number(columns)
	}
	weights = make([]float64, len(names))
	for n := range attribOrders {
		for i, w := range fitInOrder(quotes, len(names), attribSeed+uint64(n)) {
			weights[i] += w / attribOrders
		}
	}
	return columns, weights
}

// fitInOrder fits the weights of so many columns, the quotes being shown in
// the order that the seed gives.
func fitInOrder(quotes []*attributed, columns int, seed uint64) []float64 {
	weights := make([]float64, columns)
	sum := make([]float64, columns)     // of the gradients
	squares := make([]float64, columns) // of the gradients
	touched := make([]float64, columns)
	order := rand.New(rand.NewPCG(seed, seed))
	var p []float64
	steps := 0.0
	for range attribPasses {
		for _, i := range order.Perm(len(quotes)) {
			q := quotes[i]
			steps++
			p = q.probabilities(weights, p)
			right := 0.0
			for c := range p {
				if q.candidates[c].Right {
					right += p[c]
				}
			}
			for c := range p {
				g := p[c]
				if q.candidates[c].Right {
					g -= p[c] / right
				}
				if g *= q.weight; math.Abs(g) < 1e-6 {
					continue
				}
				for _, k := range q.columns[c] {
					sum[k] += g
					squares[k] += g * g
					touched[k] = steps
				}
			}
			for c := range p {
				for _, k := range q.columns[c] {
					if touched[k] != steps {
						continue
					}
					shrunk := math.Abs(sum[k]) - attribSparsity*steps
					if shrunk <= 0 {
						weights[k] = 0
						continue
					}
					weights[k] = -math.Copysign(attribStep*shrunk/(1e-3+math.Sqrt(squares[k])), sum[k])
				}
			}
		}
	}
	return weights
}
