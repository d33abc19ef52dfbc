package quote

// outermost brings the quotes of the families together, in text order, and
// drops those that lie within another. Where two cross, the family that comes
// first in the list of families is believed: what looks like a single quote
// that ends inside a double one is two apostrophes.
func (s *scanner) outermost() []Quote {
	all := s.quotes[0]
	for _, more := range s.quotes[1:] {
		all = merge(all, more)
	}
	return all
}

// merge merges two lists of quotes, each in order and without overlaps.
func merge(strong, weak []Quote) []Quote {
	if len(weak) == 0 {
		return strong
	}
	if len(strong) == 0 {
		return weak
	}
	out := make([]Quote, 0, len(strong)+len(weak))
	for len(strong) > 0 && len(weak) > 0 {
		a, b := strong[0], weak[0]
		switch {
		case a.Outer.End <= b.Outer.Start:
			out, strong = append(out, a), strong[1:]
		case b.Outer.End <= a.Outer.Start:
			out, weak = append(out, b), weak[1:]
		case b.Outer.Contains(a.Outer) && !crosses(b, strong):
			for len(strong) > 0 && b.Outer.Contains(strong[0].Outer) {
				strong = strong[1:]
			}
			out, weak = append(out, b), weak[1:]
		default: // b lies in a, or they cross
			weak = weak[1:]
		}
	}
	return append(append(out, strong...), weak...)
}

// crosses reports whether the first of the quotes that reaches out of b begins
// within it.
func crosses(b Quote, quotes []Quote) bool {
	for _, q := range quotes {
		if q.Outer.Start >= b.Outer.End {
			return false
		}
		if q.Outer.End > b.Outer.End {
			return true
		}
	}
	return false
}
