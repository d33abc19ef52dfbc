package train

import (
	"fmt"
	"io"
	"sync"

	"github.com/whosaid/whosaid/pkg/ner"
)

// Recogniser trains the recogniser of names.
type Recogniser struct {
	Data     string // folder of the corpora
	Corpora  []Corpus
	Settings Settings
	Open     bool        // openly licensed word tables alone
	Without  []ner.Group // features left out, to see what they are worth
	Folds    int         // parts of the home corpus, for the second pass
	Rows     int         // features that the model keeps
	Workers  int         // parts trained at a time
	// Teacher labels News words of unlabelled news, from which the usage of
	// words is learnt; nil to go without.
	Teacher ner.Recogniser
	News    int
	Log     io.Writer

	lexicon  *ner.LexiconParts
	ready    *ner.Lexicon
	alphabet *alphabet
	home     []source
	examples []example
	dev      []devSet
}

func (r *Recogniser) logf(format string, values ...any) {
	fmt.Fprintf(r.Log, format+"\n", values...)
}

// extractor returns a new extractor of the features in use.
func (r *Recogniser) extractor() *ner.Extractor { return ner.NewExtractor(r.ready, r.Without...) }

// Train makes a model file of the corpora.
func (r *Recogniser) Train() ([]byte, error) {
	if err := r.prepare(); err != nil {
		return nil, err
	}
	if r.Folds == 0 { // an experiment: no model
		r.learn(r.examples, "all", true)
		return nil, nil
	}
	articles := make([]article, len(r.home))
	for i := range articles {
		articles[i].source = &r.home[i]
	}
	full := r.learnParts(articles)
	x := r.extractor()
	for i := range articles {
		articles[i].recall(x)
	}
	second := learnSecond(articles, r.Settings.Seed)
	before, after := heldOut(articles, second)
	r.logf("articles not seen: first pass %v", &before)
	r.logf("second pass, trust %.3f:       %v", second.Trust, &after)
	parts := &ner.ModelParts{
		Lexicon: r.lexicon, Transitions: full.jumps, Second: second,
		Calibration: ner.Calibrate(outcomes(articles, second)),
	}
	parts.Rows, parts.Unit = quantise(full, r.alphabet.hashes(), importance(r.examples, r.alphabet.size), r.Rows)
	file, err := parts.Encode()
	if err != nil {
		return nil, err
	}
	r.logf("model: %d rows, %d bytes", len(parts.Rows), len(file))
	return file, nil
}

// prepare reads the corpora and turns them into examples.
func (r *Recogniser) prepare() error {
	var err error
	if r.lexicon, err = BuildLexicon(r.Data, r.Open); err != nil {
		return err
	}
	if r.Teacher != nil {
		if r.lexicon.Usage, err = BuildUsage(r.Data, r.Teacher, r.News); err != nil {
			return err
		}
		r.logf("usage of %d words", len(r.lexicon.Usage))
	}
	r.ready = r.lexicon.Lexicon()
	var all []source
	for i, c := range r.Corpora {
		articles, err := ReadCorpus(r.Data, c)
		if err != nil {
			return err
		}
		list, names, astray := sources(r.number(i), c, articles)
		r.logf("%s: %d texts, %d names, %d astray", c.File, len(list), names, astray)
		all = append(all, list...)
		if i == 0 {
			r.home = list
		}
	}
	x := r.extractor()
	r.alphabet = newAlphabet()
	countFeatures(r.alphabet, x, all)
	seen := r.alphabet.used
	r.alphabet.close(r.Settings.Least)
	r.examples = examples(r.alphabet, x, all)
	r.logf("%d sentences; %d features, %d of them often enough", len(r.examples), seen, r.alphabet.size)
	return r.loadDev()
}

// number returns the number of corpus i: that of the first of its name.
func (r *Recogniser) number(i int) int {
	for k := range i {
		if r.Corpora[k].Name == r.Corpora[i].Name {
			return k
		}
	}
	return i
}

// learnParts learns from everything, and once for each part of the home
// corpus from everything else, to score the articles of that part. It returns
// the learner that saw everything.
func (r *Recogniser) learnParts(articles []article) *learner {
	var full *learner
	var wait sync.WaitGroup
	turn := make(chan struct{}, max(r.Workers, 1))
	for part := range r.Folds + 1 {
		turn <- struct{}{}
		wait.Go(func() {
			defer func() { <-turn }()
			if part == r.Folds {
				full = r.learn(r.examples, "all", true)
				return
			}
			var list []example
			for _, e := range r.examples {
				if e.corpus != 0 || e.document%r.Folds != part {
					list = append(list, e)
				}
			}
			l := r.learn(list, fmt.Sprintf("part %d", part+1), false)
			r.scorePart(l, part, articles)
		})
	}
	wait.Wait()
	return full
}

// learn learns from some examples.
func (r *Recogniser) learn(list []example, name string, measure bool) *learner {
	l := newLearner(r.Settings, r.alphabet.size, len(r.Corpora), list)
	l.learn(list, func(round int, loss float64) {
		line := ""
		if measure {
			for i := range r.dev {
				line += "  | " + r.dev[i].score(l).String()
			}
		}
		r.logf("%s: round %d, loss %.0f%s", name, round+1, loss, line)
	})
	return l
}

// scorePart scores the articles of one part by a learner that has not seen
// them.
func (r *Recogniser) scorePart(l *learner, part int, articles []article) {
	for i := range r.examples {
		e := &r.examples[i]
		if e.corpus == 0 && !e.altered && e.document%r.Folds == part {
			l.score(e)
			a := &articles[e.document]
			a.scores = append(a.scores, l.tokens...)
			a.jumps = &l.jumps
		}
	}
}
