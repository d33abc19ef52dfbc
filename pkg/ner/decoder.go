package ner

// Decoder finds best paths. The zero Decoder is ready for use.
type Decoder struct{ from [][Labels]Label }

// Decode appends the best labels of the tokens to path.
func (d *Decoder) Decode(tokens []Scores, t *Transitions, path []Label) []Label {
	n := len(tokens)
	if n == 0 {
		return path
	}
	for len(d.from) < n {
		d.from = append(d.from, [Labels]Label{})
	}
	var best Scores
	for y := range Label(Labels) {
		best[y] = tokens[0][y]
		if !y.CanStart() {
			best[y] = impossible
		}
	}
	for i := 1; i < n; i++ {
		best = d.advance(i, &best, &tokens[i], t)
	}
	end := Outside
	for y := range Label(Labels) {
		if y.CanEnd() && best[y] > best[end] {
			end = y
		}
	}
	start := len(path)
	for range n {
		path = append(path, Outside)
	}
	for i := n - 1; i >= 0; i-- {
		path[start+i] = end
		end = d.from[i][end]
	}
	return path
}

// advance returns the best scores of paths up to token i, given those up to
// the token before.
func (d *Decoder) advance(i int, best, token *Scores, t *Transitions) Scores {
	next := Scores{}
	for y := range next {
		next[y] = impossible
	}
	from := &d.from[i]
	for _, s := range steps {
		if v := best[s.From] + t[s.From][s.To]; v > next[s.To] {
			next[s.To] = v
			from[s.To] = s.From
		}
	}
	for y := range next {
		next[y] += token[y]
	}
	return next
}

// impossible is a score that no path comes back from.
const impossible = -1e9
