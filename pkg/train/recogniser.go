package train

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/whosaid/whosaid/pkg/ner"
)

// Recogniser trains the recogniser of names.
type Recogniser struct {
	Data     string // folder of the corpora
	Corpora  []Corpus
	Settings Settings
	Without  []ner.Group // features left out, to see what they are worth
	Log      io.Writer
	Dump     string
}

// devSets are scored after each round: whole articles, never trained on.
var devSets = []string{"worldwide.articles.dev.jsonl", "dwie.articles.dev.jsonl"}

// dev is a set of articles ready to be scored.
type dev struct {
	name     string
	articles []Article
	sources  []source
	examples []example
	dump     io.Writer
}

func (r *Recogniser) logf(format string, values ...any) {
	fmt.Fprintf(r.Log, format+"\n", values...)
}

// load reads the corpora and makes documents of them.
func (r *Recogniser) load() ([]source, error) {
	var all []source
	for i, c := range r.Corpora {
		articles, err := ReadCorpus(r.Data, c)
		if err != nil {
			return nil, err
		}
		number := i
		for k := range i {
			if r.Corpora[k].Name == c.Name {
				number = k
				break
			}
		}
		list, names, astray := sources(number, c, articles)
		r.logf("%s: %d texts, %d names, %d astray", c.File, len(list), names, astray)
		all = append(all, list...)
	}
	return all, nil
}

// loadDev reads the sets that progress is measured on.
func (r *Recogniser) loadDev() ([]dev, error) {
	var sets []dev
	for _, file := range devSets {
		articles, err := ReadArticles(filepath.Join(r.Data, "ner", file))
		if err != nil {
			return nil, err
		}
		d := dev{name: file, articles: articles}
		d.sources, _, _ = sources(0, Corpus{}, articles)
		sets = append(sets, d)
	}
	return sets, nil
}

// Experiment trains on everything and prints dev scores each round.
func (r *Recogniser) Experiment() error {
	lexicon, err := BuildLexicon(r.Data, false)
	if err != nil {
		return err
	}
	x := ner.NewExtractor(lexicon.Lexicon(), r.Without...)
	all, err := r.load()
	if err != nil {
		return err
	}
	devs, err := r.loadDev()
	if err != nil {
		return err
	}
	a := newAlphabet()
	countFeatures(a, x, all)
	seen := a.used
	a.close(r.Settings.Least)
	list := examples(a, x, all)
	for i := range devs {
		devs[i].examples = examples(a, x, devs[i].sources)
	}
	l := newLearner(r.Settings, a.size, len(r.Corpora), list)
	r.logf("features: %d seen, %d kept, %d rows; %d sentences", seen, a.size, len(l.rows), len(list))
	l.learn(list, func(round int, loss float64) {
		line := ""
		for i := range devs {
			line += "  | " + devs[i].score(l).String()
		}
		r.logf("round %d loss %.0f %s", round+1, loss, line)
	})
	if r.Dump != "" {
		for i := range devs {
			f, _ := os.Create(r.Dump + devs[i].name + ".err")
			devs[i].dump = f
			devs[i].score(l)
			f.Close()
		}
	}
	return nil
}

// dumpErrors lists what was wrong.
func (d *dev) dumpErrors(a *Article, found []named) {
	gold := map[named]bool{}
	for _, e := range a.Entities {
		gold[named{e.Start, e.End, e.Type}] = true
	}
	show := func(kind string, n named) {
		if n.t >= ner.Nationality && kind == "FP" {
			return
		}
		lo, hi := max(0, n.start-50), min(len(a.Text), n.end+40)
		fmt.Fprintf(d.dump, "%s\t%d\t%s\t%s\t%q\n", kind, n.t, a.Text[n.start:n.end], a.ID, a.Text[lo:n.start]+"[["+a.Text[n.start:n.end]+"]]"+a.Text[n.end:hi])
	}
	pred := map[named]bool{}
	for _, n := range found {
		pred[n] = true
		if !gold[n] {
			show("FP", n)
		}
	}
	for _, e := range a.Entities {
		if n := (named{e.Start, e.End, e.Type}); !pred[n] {
			show("FN", n)
		}
	}
}

// score measures the learner on a dev set.
func (d *dev) score(l *learner) *Measure {
	m := &Measure{}
	var from [][ner.Labels]ner.Label
	var path []ner.Label
	n := 0
	for i := range d.articles {
		var found []named
		doc := d.sources[i].doc
		for _, s := range doc.Sentences {
			e := &d.examples[n]
			n++
			l.score(e)
			for len(from) < e.tokens() {
				from = append(from, [ner.Labels]ner.Label{})
			}
			path = decode(l.tokens, &l.jumps, from, path)
			found = namesOf(doc, s, path, found)
		}
		m.Add(&d.articles[i], found)
		if d.dump != nil {
			d.dumpErrors(&d.articles[i], found)
		}
	}
	return m
}
