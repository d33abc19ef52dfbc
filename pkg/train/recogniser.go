package train

import (
	"fmt"
	"io"

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
	// Vectors is the package of word vectors, a .tgz file: see readVectors; empty
	// to go without.
	Vectors string
	// Words is the file of word tables that an earlier run made and kept in its
	// folder Work; empty to make them.
	Words string
	// Work is a folder for finished steps, so that a run that was stopped can
	// go on; empty for none.
	Work string
	Log  io.Writer

	keep     checkpoints
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
	parts, err := r.learnParts()
	if err != nil {
		return nil, err
	}
	articles := r.share(parts)
	x := r.extractor()
	for i := range articles {
		articles[i].recall(x)
	}
	second := learnSecond(articles, r.Settings.Seed)
	r.logf("second pass: trust %.3f", second.Trust)
	for _, altered := range []bool{false, true} {
		before, after := heldOut(articles, second, altered)
		r.logf("not seen, rewritten %v: first pass %v; second %v", altered, &before, &after)
	}
	mean := average(parts)
	for i := range r.dev {
		r.logf("%s, alone: %v", devFiles[i], r.dev[i].score(parts[r.Folds].learner()))
		r.logf("%s, mean:  %v", devFiles[i], r.dev[i].score(mean.learner()))
	}
	model := &ner.ModelParts{
		Lexicon: r.lexicon, Transitions: mean.jumps, Second: second,
		Calibration: ner.Calibrate(outcomes(articles, second)),
	}
	model.Rows, model.Unit = quantise(mean.rows, r.alphabet.hashes(), importance(r.examples, r.alphabet.size), r.Rows)
	file, err := model.Encode()
	if err != nil {
		return nil, err
	}
	r.logf("model: %d rows, %d bytes", len(model.Rows), len(file))
	return file, nil
}

// depends returns all that the weights depend on, beside the corpora's bytes.
func (r *Recogniser) depends() any {
	return struct {
		Settings Settings
		Corpora  []Corpus
		Open     bool
		Without  []ner.Group
		Folds    int
		News     int
		Vectors  bool
		Features int
	}{r.Settings, r.Corpora, r.Open, r.Without, r.Folds, r.News, r.Vectors != "", ner.FeatureVersion}
}

// prepare reads the corpora and turns them into examples.
func (r *Recogniser) prepare() error {
	var err error
	r.keep = checkpoints{r.Work}
	r.lexicon = &ner.LexiconParts{}
	if r.Words != "" {
		err = load(r.Words, r.lexicon)
	} else {
		err = r.keep.step("lexicon", []any{r.News, r.Open, r.Teacher != nil, r.Vectors != ""}, r.lexicon, r.buildLexicon)
	}
	if err != nil {
		return err
	}
	r.logf("words with a usage %d, with a vector %d, phrases on lists %d", len(r.lexicon.Usage), len(r.lexicon.Vectors), len(r.lexicon.Lists))
	if r.ready, err = r.lexicon.Lexicon(); err != nil {
		return err
	}
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
			all = append(all, alteredSources(articles, list, c, r.Settings.Seed)...)
			all = append(all, renamedSources(articles, list, c, rename)...)
			all = append(all, renamedSources(articles, list, c, wordNames(r.Settings.Seed))...)
			r.home = all
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

// buildLexicon fills lexicon from the lists and clusters, and from the news.
func (r *Recogniser) buildLexicon() error {
	var news *News
	var err error
	if r.Teacher != nil {
		if news, err = ReadNews(r.Data, r.Teacher, r.News, r.Workers); err != nil {
			return err
		}
	}
	parts, err := BuildLexicon(r.Data, r.Open, news, r.Vectors)
	if err != nil {
		return err
	}
	*r.lexicon = *parts
	return nil
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
