package train

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
)

// regions are the parts of the world that the home corpus's articles come
// from, by the code that their names begin with.
var regions = []struct {
	name  string
	codes []string
}{
	{"Africa", []string{"af", "alg", "eg", "et", "ghana", "kenya", "mauritius", "nm", "panaf", "sa"}},
	{"East Asia", []string{"asia", "cn", "jp", "kr", "mong", "tw"}},
	{"South and South-East Asia", []string{"bangladesh", "in", "my", "pk", "th"}},
	{"Middle East", []string{"iran", "israel", "jr", "kw", "oman", "qt", "saud", "uae"}},
	{"Latin America", []string{"arg", "bol", "chile", "col", "cosric", "cuba", "ecuador", "elsalv", "guyana", "hond", "mex", "nic", "pan", "paraguay", "peru", "uruguay", "ven"}},
	{"Oceania, Indigenous Canada", []string{"aus", "canada", "nz"}},
}

// Report writes the scores of a recogniser on the dev sets, by region, and how
// its confidence fares.
func Report(w io.Writer, data string, r ner.Recogniser) error {
	var outcomes []ner.Outcome
	for _, file := range devFiles {
		articles, err := ReadArticles(filepath.Join(data, "ner", file))
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "%-30s %s\n", file, MeasureArticles(r, articles))
		if strings.HasPrefix(file, Home) {
			reportRegions(w, r, articles)
		}
		outcomes = append(outcomes, articleOutcomes(r, articles)...)
	}
	for _, file := range sentenceFiles {
		articles, err := readSentences(filepath.Join(data, "ner", file))
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "%-30s %s\n", file, MeasureArticles(r, articles))
	}
	reportConfidence(w, outcomes)
	return nil
}

// sentenceFiles are further sets that are not trained on. They are lists of
// tokens: what is scored is their text put together again.
var sentenceFiles = []string{"meantime.dev.jsonl", "uner_ewt.dev.jsonl", "gum_named.dev.jsonl"}

func reportRegions(w io.Writer, r ner.Recogniser, articles []Article) {
	for _, region := range regions {
		var of []Article
		for _, a := range articles {
			code, _, _ := strings.Cut(a.ID, "_")
			if slices.Contains(region.codes, code) {
				of = append(of, a)
			}
		}
		fmt.Fprintf(w, "  %-28s %d articles: %s\n", region.name, len(of), MeasureArticles(r, of))
	}
}

// articleOutcomes returns the confidence of each mention of the printed types,
// and whether it was right.
func articleOutcomes(r ner.Recogniser, articles []Article) []ner.Outcome {
	var list []ner.Outcome
	for i := range articles {
		gold := map[named]bool{}
		for _, e := range articles[i].Entities {
			gold[named{e.Start, e.End, e.Type}] = true
		}
		for _, m := range r.Recognise(nlp.Parse(articles[i].Text)) {
			if m.Type <= ner.Organisation {
				list = append(list, ner.Outcome{Probability: m.Confidence, Right: gold[named{m.Start, m.End, m.Type}]})
			}
		}
	}
	return list
}

// confidenceBorders divide the mentions of the calibration table.
var confidenceBorders = []float64{0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01}

func reportConfidence(w io.Writer, outcomes []ner.Outcome) {
	fmt.Fprintln(w, "confidence    mentions  mean   right")
	low := 0.0
	for _, high := range confidenceBorders {
		n, right, sum := 0, 0, 0.0
		for _, o := range outcomes {
			if low <= o.Probability && o.Probability < high {
				n++
				sum += o.Probability
				if o.Right {
					right++
				}
			}
		}
		if n > 0 {
			fmt.Fprintf(w, "%.2f to %.2f  %8d  %.3f  %.3f\n", low, min(high, 1), n, sum/float64(n), float64(right)/float64(n))
		}
		low = high
	}
}
