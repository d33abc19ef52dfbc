package verify

import (
	"slices"
	"strings"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/span"
)

// source is a source that a quotation may come from, read by the pipeline.
type source struct {
	article  *article.Article
	lines    *span.Index
	first    int     // position of its first word in the index
	quotes   []int32 // for each of its words the quote that it is said in, or noWord
	speeches []int32 // for each quote the speech that it is part of
	brackets []bool  // for each word whether it stands in square brackets
	people   *cast
	parsed   *nlp.Document // for running text; read when it is needed
}

// maxAttribution is how many words may stand between two quotes of one speaker
// that are one speech: "…," said the minister of foreign affairs, Ana Sá, "…".
const maxAttribution = 14

// newSource lays the quotes of an article over the words of the index.
func (x *Index) newSource(document int, a *article.Article) *source {
	first, last := x.bounds(document)
	s := &source{
		article: a, lines: span.NewIndex(a.Text), first: first, people: newCast(a),
		quotes:   make([]int32, last-first),
		speeches: make([]int32, len(a.Quotes)),
		brackets: make([]bool, last-first),
	}
	for i := range s.quotes {
		s.quotes[i] = noWord
	}
	starts := x.starts[first:last]
	wordAt := func(at int) int {
		word, _ := slices.BinarySearchFunc(starts, at, func(start int32, at int) int { return int(start) - at })
		return word
	}
	previous, end := noWord, 0 // the last quote that is speech, and the word after it
	for i, q := range a.Quotes {
		s.speeches[i] = int32(i)
		parts := q.Parts
		if len(parts) == 0 {
			parts = [][2]int{{q.Start, q.End}}
		}
		if q.Kind == article.Indirect {
			continue // its words are the reporter's
		}
		for _, part := range parts {
			for word := wordAt(part[0]); word < len(starts) && int(starts[word]) < part[1]; word++ {
				s.quotes[word] = int32(i)
			}
			for _, inside := range bracketsIn(a.Text, span.Span{Start: part[0], End: part[1]}) {
				for word := wordAt(inside.Start); word < len(starts) && int(starts[word]) < inside.End; word++ {
					s.brackets[word] = true
				}
			}
		}
		if previous != noWord && wordAt(q.Start)-end <= maxAttribution && isSameSpeaker(a.Quotes[previous].Speaker, q.Speaker) {
			s.speeches[i] = s.speeches[previous]
		}
		previous, end = i, wordAt(q.End)
	}
	return s
}

// isSameSpeaker reports whether two quotes of one article have the same known
// speaker.
func isSameSpeaker(a, b *article.Speaker) bool {
	switch {
	case a == nil || b == nil:
		return false
	case a.ID != nil && b.ID != nil:
		return *a.ID == *b.ID
	}
	return a.ID == nil && b.ID == nil && a.Name == b.Name
}

// quoteAt returns the quote that the word at a position is said in, or noWord.
func (s *source) quoteAt(position int) int { return int(s.quotes[position-s.first]) }

// speechAt returns the speech that the word at a position is part of, or noWord.
func (s *source) speechAt(position int) int {
	quote := s.quoteAt(position)
	if quote == noWord {
		return noWord
	}
	return int(s.speeches[quote])
}

// streams gives the running text of a window, and each speech in it that has at
// least that many words, without what stands between its pieces.
func (x *Index) streams(s *source, w window, least int) []stream {
	var running stream
	var speeches []stream
	last := noWord // the speech that the last of them is
	for position := w.first; position < w.last; position++ {
		running.add(x, s, position)
		speech := s.speechAt(position)
		if speech == noWord {
			continue
		}
		// The pieces of a speech have no other speech between them.
		if speech != last {
			speeches, last = append(speeches, stream{}), speech
		}
		speeches[len(speeches)-1].add(x, s, position)
	}
	all := []stream{running}
	for _, one := range speeches {
		words := len(one.positions)
		if words >= least && one.positions[words-1]-one.positions[0] >= words {
			all = append(all, one) // else it is in the running text as it is
		}
	}
	return all
}

func (t *stream) add(x *Index, s *source, position int) {
	t.numbers = append(t.numbers, x.words[position])
	t.positions = append(t.positions, position)
	t.bracketed = append(t.bracketed, s.brackets[position-s.first])
}

// wordSpan returns where the word at a position stands in the source's text.
func (x *Index) wordSpan(s *source, position int) span.Span {
	start := int(x.starts[position])
	return span.Span{Start: start, End: wordEnd(s.article.Text, start)}
}

// speaker returns who the source says is behind a stretch of its text, of which
// quotes are the quotes that it touches.
func (s *source) speaker(at span.Span, quotes []int) identity {
	for _, q := range quotes {
		if speaker := s.article.Quotes[q].Speaker; speaker != nil {
			return s.people.identify(speaker, s.article.Quotes[q].Confidence)
		}
	}
	for _, q := range quotes {
		if s.article.Quotes[q].Kind != article.QuotedOnly {
			return identity{} // the pipeline has looked for a speaker
		}
	}
	return s.reported(at)
}

// reported returns to whom the running text attributes a stretch of it: the
// person or organisation named nearest to a word of saying in the same
// sentence.
func (s *source) reported(at span.Span) identity {
	if s.parsed == nil {
		s.parsed = nlp.Parse(s.article.Text)
	}
	d := s.parsed
	n, _ := slices.BinarySearchFunc(d.Sentences, at.Start, func(sentence nlp.Sentence, start int) int {
		if sentence.End <= start {
			return -1
		}
		return 1
	})
	if n == len(d.Sentences) || !d.Sentences[n].Contains(at) {
		return identity{}
	}
	sentence := d.Sentences[n]
	cue := noWord
	for _, t := range d.Tokens[sentence.First:sentence.Last] {
		if !at.Overlaps(t.Span) && isCue(t.Of(d.Text)) {
			cue = t.Start
			break
		}
	}
	if cue == noWord {
		return identity{}
	}
	return s.people.nearest(sentence.Span, at, cue)
}

// isCue reports whether a word of running text says that somebody said
// something. The list is short on purpose: where it fails, the answer is that
// the source attributes the words to nobody.
func isCue(word string) bool {
	switch strings.ToLower(word) {
	case "said", "says", "say", "saying", "told", "tells", "according", "added", "adds", "stated", "states", "warned", "warns",
		"announced", "announces", "insisted", "insists", "argued", "argues", "claimed", "claims", "explained", "explains",
		"declared", "declares", "noted", "notes", "wrote", "writes", "replied", "admitted", "admits", "promised", "promises":
		return true
	}
	return false
}
