package ner

// surelyOutside is how far the score of Outside must be ahead of every other
// label's for a token to be taken as outside of names without asking its
// neighbours. Most tokens are, which spares their part of the lattice.
const surelyOutside = 12

// longestIsland bounds the tokens of a stretch, and with them the memory of the
// lattice. No sentence of news comes near.
const longestIsland = 512

// islands finds the stretches of a sentence between surely outside tokens.
type islands struct {
	tokens []Scores // the stretch in hand, its edges accounted for
}

// each calls use with the bounds of each stretch of tokens that may hold
// names, and with their scores: to those of the first and last token the steps
// from and to their outside neighbours are added.
func (l *islands) each(tokens []Scores, jumps *Transitions, use func(first, last int, tokens []Scores)) {
	for i := 0; i < len(tokens); {
		if isSurelyOutside(&tokens[i]) {
			i++
			continue
		}
		first := i
		for i < len(tokens) && i < first+longestIsland && !isSurelyOutside(&tokens[i]) {
			i++
		}
		l.tokens = append(l.tokens[:0], tokens[first:i]...)
		if first > 0 {
			for y := range Label(Labels) {
				l.tokens[0][y] += jumps[Outside][y]
			}
		}
		if i < len(tokens) {
			end := &l.tokens[len(l.tokens)-1]
			for y := range Label(Labels) {
				end[y] += jumps[y][Outside]
			}
		}
		use(first, i, l.tokens)
	}
}

func isSurelyOutside(s *Scores) bool {
	border := s[Outside] - surelyOutside
	for _, v := range s[Outside+1:] {
		if v > border {
			return false
		}
	}
	return true
}
