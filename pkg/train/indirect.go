package train

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"github.com/whosaid/whosaid/pkg/attrib"
	"github.com/whosaid/whosaid/pkg/coref"
	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/quote"
	"github.com/whosaid/whosaid/pkg/span"
)

// The settings of the model of reported speech, chosen by cross-validation on
// PolNeAR train.
const (
	// sameContent is the share of two contents, common bytes over all bytes,
	// from which the scorer takes both for one.
	sameContent = 0.5
	// closeContent is how near to the best content of a cue others are as good
	// to learn: annotators differ by a comma or a date.
	closeContent = 0.9
	// reportedBelief is how much a cue of thought or intent teaches of what is
	// no speech: the line between them is drawn by the cue alone.
	reportedBelief = 0.3
)

// Indirect learns what a cue reports, from articles whose attributions are
// annotated.
type Indirect struct {
	Recogniser ner.Recogniser
	Attributions
	wanted int // annotated contents of reported speech
}

// attributionArticle is an article with all its attributions, offsets in code
// points.
type attributionArticle struct {
	Text   string `json:"text"`
	Quotes []struct {
		Kind   string   `json:"type"`
		Spans  [][2]int `json:"spans"`
		Speech bool     `json:"cue_speech"`
		Cue    *struct {
			Start int `json:"start"`
			End   int `json:"end"`
		} `json:"cue"`
	} `json:"quotes"`
}

// Add reads articles, one JSON object a line.
func (x *Indirect) Add(r io.Reader) error {
	dec := json.NewDecoder(bufio.NewReader(r))
	names := map[string]string{} // one copy of the name of each piece of evidence
	for {
		var article attributionArticle
		if err := dec.Decode(&article); err == io.EOF {
			return nil
		} else if err != nil {
			return fmt.Errorf("article %d: %w", x.articles+1, err)
		}
		x.add(&article, names)
		x.articles++
	}
}

// add turns the cues of one article into examples.
func (x *Indirect) add(article *attributionArticle, names map[string]string) {
	starts := byteOffsets(article.Text)
	d := nlp.Parse(article.Text)
	quotes, _ := quote.Find(d)
	entities := coref.Resolve(d, x.Recogniser.Recognise(d))
	attributions := attrib.Attribute(d, quotes, entities)
	for _, q := range article.Quotes {
		if q.Speech && q.Kind != "direct" {
			x.wanted++
		}
	}
	attrib.ContentExamples(d, quotes, attributions, entities, func(cue span.Span, contents []attrib.ContentExample) {
		a := attributed{article: x.articles, weight: 1, candidates: make([]attrib.Example, len(contents))}
		for i, c := range contents {
			e := &a.candidates[i]
			e.Evidence = c.Evidence
			for k, name := range e.Evidence {
				if _, known := names[name]; !known {
					names[name] = name
				}
				e.Evidence[k] = names[name]
			}
		}
		for _, q := range article.Quotes {
			if q.Cue == nil || q.Kind == "direct" || !cue.Overlaps(span.Span{Start: starts[q.Cue.Start], End: starts[q.Cue.End]}) {
				continue
			}
			if !q.Speech {
				a.weight = reportedBelief
				continue
			}
			a.speech, a.weight = true, 1
			var gold []span.Span
			for _, s := range q.Spans {
				gold = append(gold, span.Span{Start: starts[s[0]], End: starts[s[1]]})
			}
			a.markContents(contents, gold)
		}
		a.candidates[0].Right = !a.speech
		if slices.ContainsFunc(a.candidates, func(e attrib.Example) bool { return e.Right }) {
			x.quotes = append(x.quotes, a)
		}
	})
}

// markContents marks the contents that are as good as any for a gold one.
func (a *attributed) markContents(contents []attrib.ContentExample, gold []span.Span) {
	same := make([]float64, len(contents))
	for i, c := range contents {
		same[i] = sameBytes(c.Parts, gold)
	}
	best := slices.Max(same)
	if best < sameContent {
		return
	}
	for i := range same {
		if same[i] >= best*closeContent {
			a.candidates[i].Right = true
		}
	}
}

// sameBytes returns the bytes that two lists of spans share, over those that
// either has.
func sameBytes(a, b []span.Span) float64 {
	shared, all := 0, 0
	for _, x := range a {
		all += x.Len()
		for _, y := range b {
			shared += max(0, min(x.End, y.End)-max(x.Start, y.Start))
		}
	}
	for _, y := range b {
		all += y.Len()
	}
	if all == shared {
		return 0
	}
	return float64(shared) / float64(all-shared)
}

// IndirectScore says how well reported speech is found, at one least
// probability.
type IndirectScore struct {
	Least                float64
	Wanted, Found, Right int
}

// CrossValidate trains on all articles but a fifth, tests on that, five times,
// and scores the contents that are at least so probable, in steps of a tenth.
func (x *Indirect) CrossValidate() []IndirectScore {
	const steps = 10
	scores := make([]IndirectScore, steps)
	for i := range scores {
		scores[i] = IndirectScore{Least: float64(i) / steps, Wanted: x.wanted}
	}
	for fold := range folds {
		var train []*attributed
		for i := range x.quotes {
			if x.quotes[i].article%folds != fold {
				train = append(train, &x.quotes[i])
			}
		}
		columns, weights := fitAttributions(train)
		for i := range x.quotes {
			q := &x.quotes[i]
			if q.article%folds != fold {
				continue
			}
			q.number(columns)
			p := q.probabilities(weights, nil)
			best := 1
			for c := range p {
				if c > 0 && p[c] > p[best] {
					best = c
				}
			}
			for s := range scores {
				if 1-p[0] < scores[s].Least {
					continue
				}
				if q.candidates[best].Right {
					scores[s].Right++
				}
				if q.weight == 1 {
					scores[s].Found++
				}
			}
		}
	}
	return scores
}
