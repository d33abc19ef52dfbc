package train

import (
	"bufio"
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/quote"
	"github.com/whosaid/whosaid/pkg/span"
)

// The settings of the classifier of quoted text, chosen by cross-validation on
// PolNeAR train.
const (
	// rarest is how many quotes must show a piece of evidence for it to count.
	rarest = 4
	// sparsity is the L1 penalty on a weight, in units of log likelihood: it
	// drops evidence that hardly helps, so that the file stays readable.
	sparsity = 2.0
	// rounds is how many steps the fit takes; the weights are stable from
	// about half of that on.
	rounds = 600
	// folds is into how many parts the articles are divided to measure.
	folds = 5
	// longUnattributed is the length, in words, from which quoted text without
	// a source is as likely an attribution that the annotators missed: it
	// counts missedWeight of an example.
	longUnattributed = 6
	missedWeight     = 0.3
	// beliefWeight is the weight of fragments, and of whole utterances shorter
	// than longUnattributed, that the corpus gives to a source that says
	// nothing (he waved a sign, the film that she directed): half of them are
	// what we call quoted words.
	beliefWeight = 0.3
	// inventedWeight is the weight of an invented example: each stands for
	// many of its kind.
	inventedWeight = 3
)

// invented holds sentences of our own with what their quotes are.
//
//go:embed quotekind.txt
var invented string

// QuoteKinds learns to tell speech from words that are merely quoted (titles,
// nicknames, scare quotes) from annotated articles.
type QuoteKinds struct {
	examples []quoteExample
	articles int
}

// quoteExample is one quote that the finder found and what people say it is.
type quoteExample struct {
	article  int
	speech   bool
	weight   float64
	evidence []string
	columns  []int // of the evidence, once numbered
}

// AddInvented adds the sentences that this package brings along.
func (k *QuoteKinds) AddInvented() error {
	n := 0
	for line := range strings.Lines(invented) {
		n++
		kinds, text, found := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !found {
			continue // a comment
		}
		quotes, _ := quote.Find(&nlp.Document{Text: text})
		if len(quotes) != len(kinds) {
			return fmt.Errorf("invented sentence %d: %d kinds for %d quotes", n, len(kinds), len(quotes))
		}
		for i := range quotes {
			e := quoteExample{article: k.articles, speech: kinds[i] == 's', weight: inventedWeight}
			quote.Evidence(text, quotes, i, func(name string) { e.evidence = append(e.evidence, name) })
			k.examples = append(k.examples, e)
		}
		k.articles++
	}
	return nil
}

// quotedArticle is an article as the corpora of quotations write it, offsets
// in code points.
type quotedArticle struct {
	Text         string       `json:"text"`
	Quotes       []quotedText `json:"quotes"`
	Unattributed []quotedText `json:"unattributed"`
}

type quotedText struct {
	Start   int  `json:"start"`
	End     int  `json:"end"`
	Discard bool `json:"discard"`
	Words   int  `json:"words"`
	// Core and CueSpeech are of attributed text: a whole utterance, and
	// whether the cue is a verb of speech.
	Core      bool `json:"core"`
	CueSpeech bool `json:"cue_speech"`
}

// Add reads articles, one JSON object a line.
func (k *QuoteKinds) Add(r io.Reader) error {
	in := bufio.NewReader(r)
	for dec := json.NewDecoder(in); ; {
		var a quotedArticle
		if err := dec.Decode(&a); err == io.EOF {
			return nil
		} else if err != nil {
			return fmt.Errorf("article %d: %w", k.articles+1, err)
		}
		k.add(&a)
	}
}

func (k *QuoteKinds) add(a *quotedArticle) {
	index := span.NewIndex(a.Text)
	quotes, _ := quote.Find(&nlp.Document{Text: a.Text})
	for i, q := range quotes {
		if !q.Label.IsEmpty() {
			continue // what a turn is needs no evidence
		}
		found := span.Span{Start: index.Rune(q.Start), End: index.Rune(q.End)}
		e := quoteExample{article: k.articles, weight: 1}
		if g := covered(found, a.Quotes); g != nil {
			e.speech = true
			if !g.CueSpeech && (!g.Core || len(strings.Fields(q.Of(a.Text))) < longUnattributed) {
				e.weight = beliefWeight
			}
		} else if u := covered(found, a.Unattributed); u == nil || u.Discard {
			continue
		} else if u.Words >= longUnattributed {
			e.weight = missedWeight
		}
		quote.Evidence(a.Text, quotes, i, func(name string) { e.evidence = append(e.evidence, name) })
		k.examples = append(k.examples, e)
	}
	k.articles++
}

// covered returns the annotation that covers most of a span, or nil.
func covered(s span.Span, annotations []quotedText) *quotedText {
	for i := range annotations {
		a := &annotations[i]
		if shared := min(s.End, a.End) - max(s.Start, a.Start); 2*shared > s.Len() || 2*shared > a.End-a.Start {
			return a
		}
	}
	return nil
}

// QuoteKindScore says how well speech is told from merely quoted words.
type QuoteKindScore struct {
	Speech, Mentions int // examples
	Lost             int // speech taken for a mention
	Kept             int // mentions taken for speech
}

// CrossValidate trains on all articles but a fifth, tests on that, five times.
func (k *QuoteKinds) CrossValidate() QuoteKindScore {
	var score QuoteKindScore
	for fold := range folds {
		var train, test []quoteExample
		for _, e := range k.examples {
			if e.article%folds == fold {
				test = append(test, e)
			} else {
				train = append(train, e)
			}
		}
		names, weights := fitQuoteKinds(train)
		for _, e := range test {
			sum := 0.0
			for _, name := range e.evidence {
				if i, known := slices.BinarySearch(names, name); known {
					sum += weights[i]
				}
			}
			switch {
			case e.speech:
				score.Speech++
				if sum < 0 {
					score.Lost++
				}
			case e.weight == 1:
				score.Mentions++
				if sum >= 0 {
					score.Kept++
				}
			}
		}
	}
	return score
}

// Write trains on all articles and writes the weights, one a line, in the
// order of their names.
func (k *QuoteKinds) Write(w io.Writer) error {
	out := bufio.NewWriter(w)
	names, weights := fitQuoteKinds(k.examples)
	for i, name := range names {
		if rounded := math.Round(weights[i]*1000) / 1000; rounded != 0 {
			fmt.Fprintf(out, "%s\t%s\n", name, strconv.FormatFloat(rounded, 'f', -1, 64))
		}
	}
	return out.Flush()
}

// fitQuoteKinds fits a logistic regression with an L1 penalty by accelerated
// proximal gradient descent (FISTA; Beck and Teboulle 2009).
func fitQuoteKinds(examples []quoteExample) (names []string, weights []float64) {
	counts := map[string]int{}
	for _, e := range examples {
		for _, name := range e.evidence {
			counts[name]++
		}
	}
	for name, n := range counts {
		if n >= rarest {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	column := make(map[string]int, len(names))
	for i, name := range names {
		column[name] = i
	}
	longest := 0
	for i := range examples {
		e := &examples[i]
		e.columns = e.columns[:0]
		for _, name := range e.evidence {
			if c, known := column[name]; known {
				e.columns = append(e.columns, c)
			}
		}
		longest = max(longest, len(e.columns))
	}
	// The gradient changes at most this fast along any direction; a tighter
	// bound is not needed at this size.
	steepest := float64(longest) * float64(len(examples)) / 4
	step := stepGain / steepest
	weights = make([]float64, len(names))
	ahead := make([]float64, len(names))
	gradient := make([]float64, len(names))
	momentum := 1.0
	for range rounds {
		clear(gradient)
		for i := range examples {
			e := &examples[i]
			sum := 0.0
			for _, c := range e.columns {
				sum += ahead[c]
			}
			slope := 1 / (1 + math.Exp(-sum))
			if e.speech {
				slope--
			}
			for _, c := range e.columns {
				gradient[c] += e.weight * slope
			}
		}
		next := (1 + math.Sqrt(1+4*momentum*momentum)) / 2
		for c := range weights {
			w := ahead[c] - step*gradient[c]
			w = math.Copysign(max(0, math.Abs(w)-step*sparsity), w)
			ahead[c] = w + (momentum-1)/next*(w-weights[c])
			weights[c] = w
		}
		momentum = next
	}
	return names, weights
}

// stepGain is how much longer a step is taken than the bound allows: evidence
// is sparse, so the bound is far from reached.
const stepGain = 8
