package ingest

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A parser of HTML repairs what authors forget: <b> that no </b> follows is
// opened again in every paragraph after it. A page of 44 kB with 480 of them in
// its first paragraph makes 5 million elements, and one of some megabytes more
// than fits in memory. So the repairs are counted before the parser makes them.

// isReopened reports whether a parser opens an element of this kind again in
// the next block when it has not been closed.
func isReopened(kind atom.Atom) bool {
	switch kind {
	case atom.A, atom.B, atom.Big, atom.Code, atom.Em, atom.Font, atom.I, atom.Nobr, atom.S, atom.Small, atom.Strike, atom.Strong, atom.Tt, atom.U:
		return true
	}
	return false
}

// elementsOf returns how many elements a parser can make of a page at most, and
// how many of them within each other by its repairs alone. It stops counting at
// a limit of either. Most pages get a few times what they have, for a tag is
// taken to open all that are open as well.
func elementsOf(page string, most, deepest int) (elements, depth int) {
	type tag struct {
		kind  atom.Atom
		words string // the tag as it is written
	}
	// copies is how many open elements with the same tag a parser opens again.
	const copies = 3
	var open []tag
	same := map[string]int{}
	drop := func(kind atom.Atom) {
		for i := len(open) - 1; i >= 0; i-- {
			if open[i].kind == kind {
				same[open[i].words]--
				open = slices.Delete(open, i, i+1)
				return
			}
		}
	}
	tokens := html.NewTokenizer(strings.NewReader(page))
	for elements <= most && depth <= deepest {
		switch tokens.Next() {
		case html.ErrorToken: // the end
			return elements, depth
		case html.TextToken:
			elements += len(open)
		case html.EndTagToken:
			name, _ := tokens.TagName()
			if kind := atom.Lookup(name); isReopened(kind) {
				drop(kind)
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			elements += 1 + len(open)
			words := string(tokens.Raw())
			name, _ := tokens.TagName()
			kind := atom.Lookup(name)
			if !isReopened(kind) || same[words] == copies {
				continue
			}
			if kind == atom.A { // closes the one before
				drop(kind)
			}
			same[words]++
			open = append(open, tag{kind, words})
			depth = max(depth, len(open))
		}
	}
	return elements, depth
}
