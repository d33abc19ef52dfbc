package ner

import (
	"sync"

	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/span"
)

// crf is the recogniser of a model.
type crf struct {
	model   *Model
	workers sync.Pool // of *worker
}

// NewRecogniser returns the recogniser that a model makes.
func NewRecogniser(m *Model) Recogniser {
	c := &crf{model: m}
	c.workers.New = func() any { return newWorker(m) }
	return c
}

// Recognise implements [Recogniser].
func (c *crf) Recognise(d *nlp.Document) []Mention {
	w := c.workers.Get().(*worker)
	defer c.workers.Put(w)
	return w.recognise(d)
}

// worker is the scratch memory of one document at a time.
type worker struct {
	model    *Model
	reading  *Reading
	features features
	places   []uint32    // scratch of the weight table
	words    []wordLanes // per word of the reading: its weights, when known
	plain    []bool      // per token of a sentence: too far from any capital
	first    []Scores    // scores of the first pass, per token
	chances  []Scores    // probabilities of the labels after the first pass
	second   []Scores    // scores of the second pass
	hints    []Hint
	memory   Memory
	islands  islands
	lattice  Lattice
	decoder  Decoder
	labels   []Label
}

// wordLanes are the sums of the weights of a word's features, for each place
// in the window.
type wordLanes struct {
	at    [offsets]lanes
	known [offsets]bool
}

func newWorker(m *Model) *worker {
	reading := NewReading(&m.lexicon)
	reading.steady = true
	return &worker{model: m, reading: reading}
}

// recognise finds the mentions of d.
func (w *worker) recognise(d *nlp.Document) []Mention {
	w.load(d)
	w.score(d)
	scores, jumps := w.first, &w.model.jumps
	if w.model.second.Trust != 0 {
		w.reconsider(d)
		scores, jumps = w.second, &w.model.secondJumps
	}
	found := w.mentions(d, scores, jumps)
	trimOffices(d, found)
	trimBrackets(w.reading, found)
	trimPostNominals(w.reading, found)
	trimRanks(w.reading, found)
	addSyllables(w.reading, found)
	settleStates(w.reading, found)
	settleClubs(w.reading, found)
	return dropTerms(w.reading, splitSeats(w.reading, found))
}

// load makes the reading of d and room for its words' weights.
func (w *worker) load(d *nlp.Document) {
	if w.reading.Load(d) {
		w.words = w.words[:0]
	}
	for len(w.words) < len(w.reading.words) {
		w.words = append(w.words, wordLanes{})
	}
}

// score fills first.
func (w *worker) score(d *nlp.Document) {
	w.first = w.first[:0]
	for _, s := range d.Sentences {
		view := sentenceView{w.reading, s.First, s.Last}
		w.findPlain(s.First, s.Last)
		for i := s.First; i < s.Last; i++ {
			if w.plain[i-s.First] {
				w.first = append(w.first, plainScores)
				continue
			}
			w.first = append(w.first, w.scoreToken(view, i))
		}
	}
}

// nameReach is how many words a part of a name may stand from the nearest word
// that looks like one: "Chan-o-cha" needs four.
const nameReach = 4

// nameGap is how many words of any kind may stand between two that look like
// parts of one name: "Charles 'Tex' Watson", "Persons with Disabilities".
const nameGap = 2

// plainScores are the scores of words that cannot be part of a name.
var plainScores = Scores{Outside: 2 * surelyOutside}

// findPlain fills plain for the tokens of a sentence: the words without a
// capital that no name reaches by way of words that may stand small in one. In
// a sentence that has no capital at all, any word may be a name.
func (w *worker) findPlain(first, last int) {
	w.plain = w.plain[:0]
	for range last - first {
		w.plain = append(w.plain, true)
	}
	nearest := -1 // the last token that looks like a name
	for i := range w.plain {
		if !w.reading.looksLikeName(first + i) {
			continue
		}
		w.plain[i] = false
		if nearest >= 0 && i-nearest <= nameGap+1 {
			clear(w.plain[nearest:i])
		}
		for k := i - 1; k > nearest && i-k <= nameReach && w.reading.mayStandSmall(first+k); k-- {
			w.plain[k] = false
		}
		for k := i + 1; k < len(w.plain) && k-i <= nameReach && w.reading.mayStandSmall(first+k); k++ {
			w.plain[k] = false
		}
		nearest = i
	}
	if nearest < 0 {
		clear(w.plain)
	}
}

// scoreToken returns the scores of one token.
func (w *worker) scoreToken(v sentenceView, i int) Scores {
	var sum lanes
	f := &w.features
	for distance := -window; distance <= window; distance++ {
		k := i + distance
		if k >= v.first && k < v.last {
			sum.addLanes(w.wordLanes(v.r.tokens[k].word, distance))
			continue
		}
		f.hashes = f.hashes[:0]
		f.edgeFeatures(distance)
		w.addFeatures(&sum)
	}
	f.hashes = f.hashes[:0]
	f.tokenFeatures(v, i)
	w.addFeatures(&sum)
	return sum.scores(w.model.unit)
}

// addFeatures adds the weights of the collected features.
func (w *worker) addFeatures(sum *lanes) {
	w.places = w.model.weights.add(sum, w.features.hashes, w.places)
}

// wordLanes returns the weights of word number n at a distance, adding them
// up when they are asked for the first time.
func (w *worker) wordLanes(n int32, distance int) *lanes {
	known := &w.words[n]
	at := distance + window
	sum := &known.at[at]
	if !known.known[at] {
		w.features.hashes = w.features.hashes[:0]
		w.features.wordFeatures(&w.reading.words[n], distance)
		*sum = lanes{}
		w.addFeatures(sum)
		known.known[at] = true
	}
	return sum
}

// reconsider fills second from first and what the document shows.
func (w *worker) reconsider(d *nlp.Document) {
	w.chances = w.chances[:0]
	w.lattice.SetTransitions(&w.model.jumps)
	for _, s := range d.Sentences {
		w.islands.each(w.first[s.First:s.Last], &w.model.jumps, func(first, _ int, tokens []Scores) {
			w.fillOutside(s.First + first)
			w.chances = w.lattice.AppendProbabilities(tokens, w.chances)
		})
		w.fillOutside(s.Last)
	}
	w.memory.Load(w.reading, w.chances)
	w.second = w.second[:0]
	for _, s := range d.Sentences {
		for i := s.First; i < s.Last; i++ {
			if w.first[i] == plainScores {
				w.second = append(w.second, plainScores)
				continue
			}
			w.hints = w.memory.Hints(s.First, i, w.hints[:0])
			w.second = append(w.second, w.model.second.Apply(&w.first[i], w.hints))
		}
	}
}

// fillOutside appends the chances of tokens surely outside up to token end.
func (w *worker) fillOutside(end int) {
	for len(w.chances) < end {
		w.chances = append(w.chances, Scores{Outside: 1})
	}
}

// mentions decodes each sentence and weighs the names found.
func (w *worker) mentions(d *nlp.Document, scores []Scores, jumps *Transitions) []Mention {
	var found []Mention
	w.lattice.SetTransitions(jumps)
	for _, s := range d.Sentences {
		w.islands.each(scores[s.First:s.Last], jumps, func(start, _ int, tokens []Scores) {
			w.labels = w.decoder.Decode(tokens, jumps, w.labels[:0])
			ready := false
			Names(w.labels, func(first, last int, t Type) {
				if !ready {
					w.lattice.Run(tokens, nil)
					ready = true
				}
				m := Mention{First: s.First + start + first, Last: s.First + start + last, Type: t}
				m.Span = span.Span{Start: d.Tokens[m.First].Start, End: d.Tokens[m.Last-1].End}
				m.Confidence = w.model.calibration.of(w.lattice.PathProbability(first, w.labels[first:last]))
				found = append(found, m)
			})
		})
	}
	return found
}
