package quote

// pairSingle pairs single marks. Most of them are apostrophes, so a pair needs
// an opening mark that can be nothing else and the likeliest closing mark
// before the next opening one.
func (s *scanner) pairSingle() {
	open := none      // member that is open
	best := none      // likeliest partner so far
	var bestRank rank // its rank
	settle := func() {
		if open != none && best != none {
			s.partner[open], s.partner[best] = best, open
		}
		open, best, bestRank = none, none, never
	}
	for i := range s.members {
		m := s.member(i)
		if s.opensSingle(m) {
			settle()
			open = i
			s.opener[i] = true
			continue
		}
		if r := closingRank(m); open != none && r > bestRank {
			best, bestRank = i, r
		}
	}
	settle()
}

// rank says how likely a single mark closes a quote.
type rank uint8

const (
	never     rank = iota
	possessed      // workers’ rights, rockin’ crowd: an apostrophe as likely
	likely         // 'soft' power
	sure           // 'We go,' she said
)

// closingRank ranks a single mark as a closing one.
func closingRank(m *mark) rank {
	if m.lean != closes || m.shape == opens && m.low {
		return never
	}
	switch {
	case !isWordRune(m.before):
		return sure
	case isClosingPunct(m.after) || m.after == edge:
		return sure
	case m.before == 's' || m.before == 'n' || m.before == 'S':
		return possessed
	}
	return likely
}

// opensSingle reports whether a single mark opens a quote. A curly ’ does not:
// at the start of a word it is an apostrophe (’em, ’90s).
func (s *scanner) opensSingle(m *mark) bool {
	if m.lean != opens || m.shape == closes {
		return false
	}
	return !isElision(s.text[m.End:])
}

// elisions are the words that writers begin with an apostrophe, in lower case.
// Those that are everyday words without one (cause, round) are left out.
var elisions = [...]string{"bout", "burbs", "cos", "cuz", "em", "hood", "n", "neath", "nother", "nuff", "til", "tis", "twas", "tween", "twere", "twill", "twixt", "twould"}

// isElision reports whether rest, which follows a mark, begins with a word that
// an apostrophe shortens: 'Tis, 'n', or the years of a decade ('90s, '08).
func isElision(rest string) bool {
	n := 0
	for n < len(rest) && isASCIILetterOrDigit(rest[n]) {
		n++
	}
	word := rest[:n]
	if n >= 2 && isDigit(word[0]) && isDigit(word[1]) {
		return n == 2 && !hasPercent(rest[n:]) || n == 3 && (word[2] == 's' || word[2] == 'S')
	}
	for _, e := range elisions {
		if equalFold(word, e) {
			return true
		}
	}
	return false
}

// hasPercent reports whether a number goes on or is a measure, and so no year.
func hasPercent(rest string) bool {
	return rest != "" && (rest[0] == '%' || rest[0] == '.' && len(rest) > 1 && isDigit(rest[1]) || rest[0] == ',' && len(rest) > 1 && isDigit(rest[1]))
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

func isASCIILetterOrDigit(b byte) bool {
	return isDigit(b) || 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z'
}

// equalFold reports whether word is lower, letter case aside; lower is in
// lower-case ASCII.
func equalFold(word, lower string) bool {
	if len(word) != len(lower) {
		return false
	}
	for i := range len(word) {
		c := word[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != lower[i] {
			return false
		}
	}
	return true
}
