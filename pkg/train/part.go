package train

import (
	"fmt"
	"sync"

	"github.com/whosaid/whosaid/pkg/ner"
)

// part is what was learnt from all corpora but one part of the home corpus: the
// weights of the shared features, the transitions, and the scores of the
// articles left out.
type part struct {
	rows   []ner.Scores
	jumps  ner.Transitions
	scores []ner.Scores // tokens of the articles left out, one after another
}

// flatten lays a part out as numbers.
func (p *part) flatten() *flatNumbers {
	n := &flatNumbers{}
	for _, list := range [][]ner.Scores{p.rows, p.jumps[:], p.scores} {
		for i := range list {
			n.values = append(n.values, list[i][:]...)
		}
	}
	return n
}

// restore is the opposite of flatten; size is how many features there are.
func (p *part) restore(n *flatNumbers, size int) {
	all := make([]ner.Scores, len(n.values)/ner.Labels)
	for i := range all {
		copy(all[i][:], n.values[i*ner.Labels:])
	}
	p.rows = all[:size]
	copy(p.jumps[:], all[size:])
	p.scores = all[size+ner.Labels:]
}

// learnParts learns from everything, and once for each part of the home corpus
// from everything else. The part that leaves nothing out comes last.
func (r *Recogniser) learnParts() ([]part, error) {
	parts := make([]part, r.Folds+1)
	errs := make([]error, len(parts))
	turns := make(chan struct{}, max(r.Workers, 1))
	var wait sync.WaitGroup
	for i := range parts {
		turns <- struct{}{}
		wait.Go(func() {
			defer func() { <-turns }()
			parts[i], errs[i] = r.learnPart(i)
		})
	}
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return parts, nil
}

// learnPart learns from all but part number left of the home corpus.
func (r *Recogniser) learnPart(left int) (part, error) {
	var p part
	flat := &flatNumbers{}
	err := r.keep.step(fmt.Sprintf("part%d", left), r.depends(), flat, func() error {
		var list []example
		for i := range r.examples {
			if e := &r.examples[i]; e.weight > 0 && !r.isLeft(e, left) {
				list = append(list, *e)
			}
		}
		l := r.learn(list, fmt.Sprintf("part %d", left+1), left == r.Folds)
		p = part{rows: l.rows[:r.alphabet.size], jumps: l.jumps}
		for i := range r.examples {
			if r.isLeft(&r.examples[i], left) {
				l.score(&r.examples[i])
				p.scores = append(p.scores, l.tokens...)
			}
		}
		*flat = *p.flatten()
		return nil
	})
	if err != nil {
		return p, err
	}
	p.restore(flat, int(r.alphabet.size))
	return p, nil
}

// isLeft reports whether an example is of the articles that a part leaves out.
func (r *Recogniser) isLeft(e *example, left int) bool {
	return e.corpus == 0 && left < r.Folds && e.document%r.Folds == left
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

// share gives each article of the home corpus, as written and rewritten, the
// scores of the part that left it out.
func (r *Recogniser) share(parts []part) []article {
	articles := make([]article, len(r.home))
	used := make([]int, r.Folds)
	for i := range articles {
		a := &articles[i]
		a.source = &r.home[i]
		left := a.source.document % r.Folds
		n := len(a.source.doc.Tokens)
		a.jumps = &parts[left].jumps
		a.scores = parts[left].scores[used[left] : used[left]+n]
		used[left] += n
	}
	return articles
}

// average returns the mean of the parts, which errs less than any of them.
func average(parts []part) part {
	mean := part{rows: make([]ner.Scores, len(parts[0].rows))}
	factor := 1 / float32(len(parts))
	addTo := func(to, from []ner.Scores) {
		for i := range from {
			for y := range from[i] {
				to[i][y] += from[i][y] * factor
			}
		}
	}
	for i := range parts {
		addTo(mean.rows, parts[i].rows)
		addTo(mean.jumps[:], parts[i].jumps[:])
	}
	return mean
}

// learner returns a learner with the weights of the part, to score with.
func (p *part) learner() *learner {
	return &learner{rows: p.rows, own: make([][]int32, 1), shrink: 1, teacher: teacher{jumps: p.jumps}}
}
