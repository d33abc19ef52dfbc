package ner

// The second pass corrects the first by what the rest of the article showed:
// a word whose other uses are surely a person is one here too. Its weights are
// learnt on articles that the first pass had not seen (Krishnan and Manning
// 2006, "An effective two-stage model for exploiting non-local dependencies in
// named entity recognition"), so that it knows how far to trust it.

// Hint is one piece of evidence of the second pass: a row of its weights, and
// how much of it for each label. Labels bear on themselves alone: rows that let
// every label bear on every other learnt their articles by heart.
type Hint struct {
	Row    int32
	Values Scores
}

// kin is in what way another token is like the token in question.
type kin uint8

const (
	kinWord       kin = iota // the same word
	kinBefore                // the same word after the same word
	kinAfter                 // the same word before the same word
	kinLong                  // the same word in a run of several capitalised words
	kinListBefore            // the name before it in a list: "Amal, Boro and Chidi"
	kinListAfter             // the name after it in a list

	kins
)

// kinCounts: how many others there are counts as 1, 2 or more.
const kinCounts = 3

// measure is one way to put a number on what the others are.
type measure uint8

const (
	measureLabel  measure = iota // share of the label
	measureType                  // share of the label's type
	measureLikely                // 1 if the type's share is over likely
	measureSure                  // 1 if it is over sure
	measureBest                  // the largest probability of the type

	measures
)

const (
	likely = 0.5
	sure   = 0.9
)

// casings are the two ways of writing that the second pass tells apart.
const casings = 2

// HintRows is how many rows the second pass has: for plain text and for
// headlines, each kin, each count and each measure.
const HintRows = casings * int(kins) * kinCounts * int(measures)

// Second is the second pass as it is trained.
type Second struct {
	Trust float32 // factor of the first pass's scores
	Rows  []Scores
}

// append lays the second pass out as numbers; nil is one without rows.
func (s *Second) append(dst []byte) []byte {
	if s == nil {
		return appendFloats(dst, 0)
	}
	dst = appendFloats(dst, s.Trust)
	for _, row := range s.Rows {
		dst = appendFloats(dst, row[:]...)
	}
	return dst
}

// secondModel is the second pass at run time.
type secondModel struct{ Second }

// read takes the second pass from its section.
func (m *secondModel) read(f *floats) {
	if m.Trust = f.next(); m.Trust == 0 {
		return
	}
	m.Rows = make([]Scores, HintRows)
	for i := range m.Rows {
		for y := range m.Rows[i] {
			m.Rows[i][y] = f.next()
		}
	}
}

// hintRow returns the first row of a kin with n+1 others, in plain text (0) or
// a headline (1).
func hintRow(casing int, k kin, n int) int {
	return ((casing*int(kins)+int(k))*kinCounts + n) * int(measures)
}

// share is the sum of the label probabilities of like tokens.
type share struct {
	sum   Scores
	count int32
	// The largest and the second largest probability of each type.
	best, next [typeNumbers]float32
}

// Memory is what the first pass found in one document, word by word.
type Memory struct {
	reading *Reading
	tokens  []Scores // probabilities of the labels, per token
	words   []share  // per tally
	long    []share  // the same of the uses in runs of several words
	pairs   []share
	index   hashIndex // hash of two words → index into pairs, for both of them
	pairOf  []int32   // per token: the pair that begins with it, or -1
	seconds []share   // like pairs, of the pair's second word
}

// Load makes the memory of a document whose label probabilities are tokens.
func (m *Memory) Load(r *Reading, tokens []Scores) {
	m.reading, m.tokens = r, tokens
	m.words = append(m.words[:0], make([]share, len(r.tallies))...)
	m.long = append(m.long[:0], make([]share, len(r.tallies))...)
	m.pairs, m.seconds, m.pairOf = m.pairs[:0], m.seconds[:0], m.pairOf[:0]
	m.index.clear()
	for range tokens {
		m.pairOf = append(m.pairOf, -1)
	}
	for _, s := range r.doc.Sentences {
		for i := s.First; i < s.Last; i++ {
			if m.tells(i, s.First) {
				m.words[r.tokens[i].tally].add(&tokens[i])
				if r.tokens[i].run.last-r.tokens[i].run.first > 1 {
					m.long[r.tokens[i].tally].add(&tokens[i])
				}
			}
			if i+1 < s.Last && (m.tells(i, s.First) || m.tells(i+1, s.First)) {
				m.addPair(i)
			}
		}
	}
}

// tells reports whether token i of the sentence that begins with token first shows
// what its word is elsewhere: it has a capital that may mean something.
func (m *Memory) tells(i, first int) bool {
	return m.reading.at(i).form.hasCapital() && !m.reading.isOrdinaryUse(i, first)
}

func (s *share) add(p *Scores) {
	for y := range p {
		s.sum[y] += p[y]
	}
	for t, v := range typesOf(p) {
		if v > s.best[t] {
			s.best[t], v = v, s.best[t]
		}
		s.next[t] = max(s.next[t], v)
	}
	s.count++
}

// typesOf adds up the probabilities of the labels of each type.
func typesOf(p *Scores) (types [typeNumbers]float32) {
	for y, v := range p {
		types[typeNumber[y]] += v
	}
	return types
}

// addPair notes tokens i and i+1.
func (m *Memory) addPair(i int) {
	key := spread(join(m.reading.at(i).lower, m.reading.at(i+1).lower))
	at, ok := m.index.find(key)
	if !ok {
		at = int32(len(m.pairs))
		m.pairs = append(m.pairs, share{})
		m.seconds = append(m.seconds, share{})
		m.index.add(key, at)
	}
	m.pairs[at].add(&m.tokens[i])
	m.seconds[at].add(&m.tokens[i+1])
	m.pairOf[i] = at
}

// Hints appends the evidence for token i of the sentence whose first token is
// first.
func (m *Memory) Hints(first, i int, dst []Hint) []Hint {
	r := m.reading
	if r.at(i).form.hasCapital() {
		own := m.tells(i, first)
		dst = m.hint(dst, kinWord, &m.words[r.tokens[i].tally], i, own)
		dst = m.hint(dst, kinLong, &m.long[r.tokens[i].tally], i, own && r.tokens[i].run.last-r.tokens[i].run.first > 1)
		if k := r.listed(i, first, -1); k >= 0 {
			var s share
			s.add(&m.tokens[k])
			dst = m.hint(dst, kinListBefore, &s, i, false)
		}
		if k := r.listed(i, first, 1); k >= 0 {
			var s share
			s.add(&m.tokens[k])
			dst = m.hint(dst, kinListAfter, &s, i, false)
		}
	}
	if i > first {
		if p := m.pairOf[i-1]; p >= 0 {
			dst = m.hint(dst, kinBefore, &m.seconds[p], i, true)
		}
	}
	if p := m.pairOf[i]; p >= 0 {
		dst = m.hint(dst, kinAfter, &m.pairs[p], i, true)
	}
	return dst
}

// listed returns the nearest token of the name before (step -1) or after (step
// 1) the run of capitals of token i in a list, -1 when there is none.
func (r *Reading) listed(i, first, step int) int {
	run := r.tokens[i].run
	last := r.doc.Sentences[r.doc.Tokens[i].Sentence].Last
	k := int(run.first) - 1
	if step > 0 {
		k = int(run.last)
	}
	seen := false
	for n := 0; n < 2 && first <= k && k < last && (r.at(k).cue == cueAnd || r.mark(k) == ','); n++ {
		k += step
		seen = true
	}
	if !seen || k < first || k >= last || !r.at(k).form.hasCapital() {
		return -1
	}
	return k
}

// hint appends the evidence of the tokens like token i, which is one of them
// if own.
func (m *Memory) hint(dst []Hint, k kin, s *share, i int, own bool) []Hint {
	others := s.count
	sum, best := s.sum, s.best
	if own {
		others--
		for y := range sum {
			sum[y] -= m.tokens[i][y]
		}
		for t, v := range typesOf(&m.tokens[i]) {
			if v >= best[t] {
				best[t] = s.next[t]
			}
		}
	}
	if others <= 0 {
		return dst
	}
	casing := 0
	if m.reading.tokens[i].casing != casingPlain {
		casing = 1
	}
	row := hintRow(casing, k, int(min(others, kinCounts))-1)
	var values [measures]Scores
	var ofType [typeNumbers]float32
	for y := range Label(Labels) {
		v := sum[y] / float32(others)
		values[measureLabel][y] = v
		ofType[typeNumber[y]] += v
	}
	for y := range Label(Labels) {
		v := ofType[typeNumber[y]]
		values[measureType][y] = v
		values[measureBest][y] = best[typeNumber[y]]
		if v > likely {
			values[measureLikely][y] = 1
		}
		if v > sure {
			values[measureSure][y] = 1
		}
	}
	for at := range measures {
		dst = append(dst, Hint{int32(row + int(at)), values[at]})
	}
	return dst
}

// typeNumbers is how many numbers typeNumber gives.
const typeNumbers = int(Other) + 2

// typeNumber numbers the type of each label from 1; 0 is no type.
var typeNumber = func() (numbers [Labels]uint8) {
	for y := range Label(Labels) {
		if t, ok := y.Type(); ok {
			numbers[y] = uint8(t) + 1
		}
	}
	return numbers
}()

// Transitions returns the transitions that go with the scores of the second
// pass, given those of the first.
func (s *Second) Transitions(first *Transitions) Transitions {
	var jumps Transitions
	for from := range jumps {
		for to := range jumps[from] {
			jumps[from][to] = s.Trust * first[from][to]
		}
	}
	return jumps
}

// Apply returns the scores of the second pass, given those of the first and
// the hints.
func (s *Second) Apply(first *Scores, hints []Hint) Scores {
	var sum Scores
	for y := range sum {
		sum[y] = s.Trust * first[y]
	}
	for _, h := range hints {
		row := &s.Rows[h.Row]
		for y := range sum {
			sum[y] += float32(h.Values[y] * row[y])
		}
	}
	return sum
}
