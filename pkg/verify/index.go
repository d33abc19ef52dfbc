package verify

import (
	"cmp"
	"math"
	"slices"
	"sort"
)

// Index holds the words of the sources, so that a quotation is found without
// reading them again. It is built by [Index.Add] and takes about 14 bytes a
// word beside the texts. After the first search no source can be added.
//
// It is an inverted index: for each word its places, in order. A quotation of n
// words can resemble a stretch of text in a share t of its words only if one of
// its (1-t)·n+1 rarest words stands in that stretch, so the places of those are
// all that is looked at.
type Index struct {
	numbers   map[string]int32 // form of a word → its number
	documents []indexed
	words     []int32 // the numbers of all words, source after source
	starts    []int32 // the byte in its text at which each word starts
	first     []int32 // word number → where its places begin in places; one more at the end
	places    []int32 // positions in words, ascending for each word
	form      []byte  // scratch
}

// indexed is one source.
type indexed struct {
	name  string
	text  string
	first int // position of its first word
}

// NewIndex returns an index without sources.
func NewIndex() *Index { return &Index{numbers: map[string]int32{}} }

// Len returns how many sources there are.
func (x *Index) Len() int { return len(x.documents) }

// Words returns how many words the sources have.
func (x *Index) Words() int { return len(x.words) }

// Add adds a source and returns its number, which counts from 0. Time grows
// linearly with the text.
func (x *Index) Add(name, text string) int {
	x.documents = append(x.documents, indexed{name: name, text: text, first: len(x.words)})
	for start, end := range wordsOf(text) {
		x.form = appendForm(x.form[:0], text[start:end])
		number, ok := x.numbers[string(x.form)]
		if !ok {
			number = int32(len(x.numbers))
			x.numbers[string(x.form)] = number
		}
		x.words = append(x.words, number)
		x.starts = append(x.starts, int32(start))
	}
	x.places = nil
	return len(x.documents) - 1
}

// unknown is the number of a word that no source has.
const unknown = -1

// number returns the number of a word of a draft.
func (x *Index) number(word string) int32 {
	x.form = appendForm(x.form[:0], word)
	if n, ok := x.numbers[string(x.form)]; ok {
		return n
	}
	return unknown
}

// finish sorts the places of the words by counting them.
func (x *Index) finish() {
	if x.places != nil {
		return
	}
	x.first = make([]int32, len(x.numbers)+1)
	for _, w := range x.words {
		x.first[w+1]++
	}
	for w := range len(x.numbers) {
		x.first[w+1] += x.first[w]
	}
	next := slices.Clone(x.first)
	x.places = make([]int32, len(x.words))
	for position, w := range x.words {
		x.places[next[w]] = int32(position)
		next[w]++
	}
}

// of returns the places of a word.
func (x *Index) of(number int32) []int32 {
	if number == unknown {
		return nil
	}
	return x.places[x.first[number]:x.first[number+1]]
}

// documentAt returns which source holds the word at a position.
func (x *Index) documentAt(position int) int {
	return sort.Search(len(x.documents), func(d int) bool { return x.documents[d].first > position }) - 1
}

// bounds returns the positions of a source's words, half-open.
func (x *Index) bounds(document int) (first, last int) {
	last = len(x.words)
	if document+1 < len(x.documents) {
		last = x.documents[document+1].first
	}
	return x.documents[document].first, last
}

// window is a stretch of a source in which a quotation may stand.
type window struct {
	document    int
	first, last int // positions of words, half-open
	weight      float64
	exact       bool // the words of the quotation, one after the other
}

// Limits of one search. They keep its price bounded whatever the words: those of
// a text that says one word a million times too.
const (
	// maxPlaces is how many places of words are looked at. The rarest word of a
	// real quotation has a few; the commonest words of English have 50,000 in a
	// million words.
	maxPlaces = 1 << 18
	// maxExact is how many exact finds are kept to choose among by speaker.
	maxExact = 256
	// maxWindows is how many stretches are read closely, by the weight of the
	// words that they share with the quotation.
	maxWindows = 12
)

// exact finds the stretches that say words and nothing else, in order. prefer
// is a word that sources should have (the speaker's surname), or unknown: those
// that have it come first.
func (x *Index) exact(words []int32, prefer int32) []window {
	rarest := -1
	for i, w := range words {
		if w == unknown {
			return nil
		}
		if rarest < 0 || len(x.of(w)) < len(x.of(words[rarest])) {
			rarest = i
		}
	}
	var found []window
	budget := maxPlaces
	for _, place := range x.of(words[rarest]) {
		if budget -= 1; budget < 0 || len(found) == maxExact {
			break
		}
		start := int(place) - rarest
		if start < 0 || start+len(words) > len(x.words) {
			continue
		}
		same := 0
		for same < len(words) && x.words[start+same] == words[same] {
			same++
		}
		budget -= same / 8 // comparing is cheaper than a place, but not free
		if same < len(words) {
			continue
		}
		document := x.documentAt(start)
		if _, last := x.bounds(document); start+len(words) <= last {
			found = append(found, window{document: document, first: start, last: start + len(words), exact: true})
		}
	}
	slices.SortStableFunc(found, func(a, b window) int {
		return -cmp.Compare(x.mentions(a.document, prefer), x.mentions(b.document, prefer))
	})
	return found[:min(len(found), maxWindows)]
}

// mentions returns 1 when a source has a word, else 0.
func (x *Index) mentions(document int, word int32) int {
	places := x.of(word)
	first, last := x.bounds(document)
	at, _ := slices.BinarySearch(places, int32(first))
	if at < len(places) && int(places[at]) < last {
		return 1
	}
	return 0
}

// hit is a place of one of the words of a quotation.
type hit struct {
	place int32
	word  int32 // which of the rare words: an index
}

// near finds the stretches of at most reach words that share the most with
// words, each word weighed by how rare it is. share is the least share of the
// words that a stretch must have for us.
func (x *Index) near(words []int32, reach int, share float64) []window {
	rare := x.rarest(words, share)
	hits := make([]hit, 0, 256)
	for i, w := range rare {
		places := x.of(w)
		if room := maxPlaces - len(hits); len(places) > room {
			break // the rarest come first: what is left says little
		}
		for _, place := range places {
			hits = append(hits, hit{place, int32(i)})
		}
	}
	slices.SortFunc(hits, func(a, b hit) int { return cmp.Compare(a.place, b.place) })

	weights := make([]float64, len(rare))
	for i, w := range rare {
		weights[i] = math.Log(1 + float64(len(x.words))/float64(len(x.of(w))))
	}
	var found []window
	inside := make([]int, len(rare)) // how often each rare word is in the stretch
	var best window
	left, weight := 0, 0.0
	for right := 0; right < len(hits); right++ {
		h := hits[right]
		if inside[h.word]++; inside[h.word] == 1 {
			weight += weights[h.word]
		}
		for int(h.place-hits[left].place) >= reach {
			old := hits[left]
			if inside[old.word]--; inside[old.word] == 0 {
				weight -= weights[old.word]
			}
			left++
		}
		if best.weight > 0 && int(hits[left].place) >= best.last {
			found = append(found, best)
			best = window{}
		}
		if weight > best.weight+1e-9 { // sums in another order differ by less
			best = window{first: int(hits[left].place), last: int(h.place) + 1, weight: weight}
		}
	}
	if best.weight > 0 {
		found = append(found, best)
	}
	slices.SortStableFunc(found, func(a, b window) int {
		if math.Abs(a.weight-b.weight) < 1e-9 {
			return cmp.Compare(a.first, b.first)
		}
		return -cmp.Compare(a.weight, b.weight)
	})
	return x.widen(found[:min(len(found), maxWindows)], len(words))
}

// rarest returns those words, each once, of which every stretch that resembles
// the quotation must have one, the rarest first.
func (x *Index) rarest(words []int32, share float64) []int32 {
	all := make([]int32, 0, len(words))
	for _, w := range words {
		if w != unknown {
			all = append(all, w)
		}
	}
	slices.SortFunc(all, func(a, b int32) int {
		return cmp.Or(cmp.Compare(len(x.of(a)), len(x.of(b))), cmp.Compare(a, b))
	})
	needed := int(math.Ceil((1-share)*float64(len(words)))) + 1
	unknowns := len(words) - len(all)
	// A word that no source has is a difference already.
	needed = min(max(needed-unknowns, fewestRare), len(all))
	return slices.Compact(all[:needed])
}

// fewestRare is how many words are looked up even if fewer would do: their
// weight tells the right stretch from others that have one of them.
const fewestRare = 6

// widen extends stretches by the length of the quotation on both sides, within
// their source: the words at its ends may be common ones. A stretch that
// crosses from one source into the next is cut into the two.
func (x *Index) widen(windows []window, margin int) []window {
	var all []window
	for _, w := range windows {
		for document := x.documentAt(w.first); document < len(x.documents); document++ {
			first, last := x.bounds(document)
			if first >= w.last {
				break
			}
			if first == last {
				continue
			}
			all = append(all, window{
				document: document, weight: w.weight,
				first: max(first, w.first-margin), last: min(last, w.last+margin),
			})
		}
	}
	return all
}
