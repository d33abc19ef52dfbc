package ner

import (
	"unicode"
	"unicode/utf8"

	"github.com/whosaid/whosaid/pkg/nlp"
)

// mostWords bounds how many distinct words a Reading remembers from one
// document to the next.
const mostWords = 1 << 15

// casing is how a whole sentence is written.
type casing uint8

const (
	casingPlain casing = iota
	casingTitle        // Most Words Begin With a Capital
	casingUpper        // ALL CAPITALS
	casingLower        // no capital at all
)

// token is what the features ask of a token beyond its word.
type token struct {
	word     int32 // index into Reading.words
	tally    int32 // index into Reading.tallies
	casing   casing
	headline bool // in a paragraph without a full stop
	quoted   bool
	bracket  bool
	spelled  bool // in a name whose acronym follows in brackets
	// run is the run of capitalised words around the token, wide the same
	// with the small words that join names; both half open, empty when the
	// token is in none.
	run, wide extent
	phrase    Lists // lists of the longest phrase that covers the token
	part      uint8 // which part of that phrase: 1 first, 2 inside, 3 last
}

// extent is a half-open stretch of tokens.
type extent struct{ first, last int32 }

// Reading is a document made ready for feature extraction. It is scratch:
// Load overwrites it, and it must not be shared between goroutines.
type Reading struct {
	lexicon *Lexicon
	doc     *nlp.Document
	words   []word
	index   hashIndex // cased hash → index into words
	tokens  []token
	tallies []tally
	places  hashIndex // lower-cased hash → index into tallies
	buffers buffers
	// steady is set at run time, and not while the weights are learnt: ordinary words
	// count as also written small whatever the document has, and their uses tell
	// nothing of other uses. So a paragraph that is added to a story, and names nobody
	// in it, leaves the names before it as they are.
	steady bool
}

// NewReading returns a reading that looks words up in x.
func NewReading(x *Lexicon) *Reading { return &Reading{lexicon: x} }

// Load studies the words of d and what the document as a whole tells of them.
// It reports whether it forgot the words of earlier documents.
func (r *Reading) Load(d *nlp.Document) (forgot bool) {
	r.doc = d
	if forgot = len(r.words) > mostWords; forgot {
		r.words = r.words[:0]
		r.index.clear()
	}
	r.tokens = r.tokens[:0]
	r.places.clear()
	r.tallies = r.tallies[:0]
	for i := range d.Tokens {
		r.tokens = append(r.tokens, token{word: r.wordOf(d.Tokens[i].Of(d.Text))})
	}
	for p := range d.Paragraphs {
		r.markParagraph(&d.Paragraphs[p])
	}
	for s := range d.Sentences {
		r.markSentence(d.Sentences[s].First, d.Sentences[s].Last)
	}
	r.tallyWords()
	return forgot
}

// wordOf returns the index of s in words, studying it when it is new.
func (r *Reading) wordOf(s string) int32 {
	key := spread(hashText(s))
	i, ok := r.index.find(key)
	if !ok {
		i = int32(len(r.words))
		r.words = append(r.words, word{})
		r.lexicon.study(&r.words[i], s, &r.buffers)
		r.index.add(key, i)
	}
	return i
}

// at returns the word of token i.
func (r *Reading) at(i int) *word { return &r.words[r.tokens[i].word] }

// looksLikeName reports whether token i may be a name by its letters: it has a
// capital, or is of a script without any.
func (r *Reading) looksLikeName(i int) bool {
	switch f := r.at(i).form; f {
	case formLower, formDigit:
		return false
	case formMark:
		c, _ := utf8.DecodeRuneInString(r.doc.Text[r.doc.Tokens[i].Start:])
		return unicode.IsLetter(c)
	default:
		return true
	}
}

// mayStandSmall reports whether token i, which has no capital, may be part of a
// name that a neighbour begins or goes on with.
func (r *Reading) mayStandSmall(i int) bool {
	switch w := r.at(i); w.form {
	case formLower:
		return w.small || r.besideHyphen(i)
	case formMark:
		switch r.mark(i) {
		case '-', '/', '&', '\'', '’', '.', '+', '–':
			return true
		}
		return false
	default:
		return true
	}
}

// besideHyphen reports whether the token before or after token i is a hyphen.
func (r *Reading) besideHyphen(i int) bool {
	return i > 0 && r.mark(i-1) == '-' || i+1 < len(r.tokens) && r.mark(i+1) == '-'
}

// markParagraph finds what is quoted, bracketed and headline in p.
func (r *Reading) markParagraph(p *nlp.Paragraph) {
	if p.First >= p.Last {
		return
	}
	first, last := r.doc.Sentences[p.First].First, r.doc.Sentences[p.Last-1].Last
	headline := !r.hasStop(first, last)
	quoted, bracket := false, false
	for i := first; i < last; i++ {
		mark := r.mark(i)
		switch mark {
		case '“':
			quoted = true
		case '”':
			quoted = false
		case '"':
			quoted = !quoted
		case ')', ']':
			bracket = false
		}
		t := &r.tokens[i]
		t.quoted, t.bracket, t.headline = quoted, bracket, headline
		if mark == '(' || mark == '[' {
			bracket = true
		}
	}
}

// headlineLength is the most tokens that a headline has.
const headlineLength = 30

// hasStop reports whether the tokens look like running text: they end as
// sentences do, or are too many for a headline.
func (r *Reading) hasStop(first, last int) bool {
	if last-first > headlineLength {
		return true
	}
	for i := last - 1; i >= first && i >= last-2; i-- {
		switch r.mark(i) {
		case '.', '!', '?', ':', ';', ',':
			return true
		}
	}
	return false
}

// mark returns the token's character when it is a single punctuation mark,
// else 0.
func (r *Reading) mark(i int) rune {
	s := r.doc.Tokens[i].Of(r.doc.Text)
	c, n := utf8.DecodeRuneInString(s)
	if n != len(s) || r.at(i).form != formMark {
		return 0
	}
	return c
}

// Shares of a sentence's words that make its casing, in percent, and the
// fewest words that tell.
const (
	fewestCased  = 3
	mostlyTitles = 65
	mostlyUpper  = 70
	shortWord    = 3 // words up to this length stay small in a title
)

// markSentence finds the casing of a sentence, its runs of capitals, and the
// listed phrases in it.
func (r *Reading) markSentence(first, last int) {
	casing := r.casingOf(first, last)
	for i := first; i < last; i++ {
		r.tokens[i].casing = casing
	}
	r.markRuns(first, last)
	r.markPhrases(first, last)
}

// casingOf says how the words of a sentence are written. The first word is
// left out, since it has its capital in any case.
func (r *Reading) casingOf(first, last int) casing {
	var long, capital, upper, letters int
	for i := first; i < last; i++ {
		w := r.at(i)
		if w.form > formMixed {
			continue
		}
		letters++
		if w.form == formUpper {
			upper++
		}
		if i > first && w.length > shortWord {
			long++
			if w.form != formLower {
				capital++
			}
		}
	}
	switch {
	case letters >= fewestCased && upper*100 >= letters*mostlyUpper:
		return casingUpper
	case long >= fewestCased && capital*100 >= long*mostlyTitles:
		return casingTitle
	case letters > fewestCased && capital == 0 && upper == 0 && !r.at(first).form.hasCapital():
		return casingLower
	}
	return casingPlain
}

// markRuns finds the runs of capitalised words in a sentence, without and with
// the small words that join names.
func (r *Reading) markRuns(first, last int) {
	for i := first; i < last; {
		if !r.at(i).form.hasCapital() {
			i++
			continue
		}
		end := i + 1
		for end < last && r.at(end).form.hasCapital() {
			end++
		}
		run := extent{int32(i), int32(end)}
		for k := i; k < end; k++ {
			r.tokens[k].run = run
		}
		i = end
	}
	for i := first; i < last; {
		if r.tokens[i].run.last == 0 {
			i++
			continue
		}
		end := int(r.tokens[i].run.last)
		for {
			next := end
			for next < last && next < end+mostJoiners && r.joins(next) {
				next++
			}
			if next == end || next >= last || r.tokens[next].run.last == 0 {
				break
			}
			end = int(r.tokens[next].run.last)
		}
		wide := extent{int32(i), int32(end)}
		for k := i; k < end; k++ {
			r.tokens[k].wide = wide
		}
		i = end
	}
}

// mostJoiners is the most small words between two capitals of one name: "of
// the".
const mostJoiners = 2

// joins reports whether token i can stand between the capitals of one name.
func (r *Reading) joins(i int) bool {
	switch r.at(i).cue {
	case cueJoin, cueThe, cueAnd:
		return true
	}
	return r.mark(i) == '-'
}

// longestPhrase bounds the tokens of a listed phrase.
const longestPhrase = 8

// markPhrases finds the longest listed phrases of two words or more in a
// sentence, from left to right.
func (r *Reading) markPhrases(first, last int) {
	for i := first; i < last; {
		w := r.at(i)
		length := 0
		var lists Lists
		if w.lists&ListPrefix != 0 {
			key := w.folded
			for k := i + 1; k < last && k < i+longestPhrase; k++ {
				key = join(key, r.at(k).folded)
				found := Lists(r.lexicon.lists.find(key))
				if found&^ListPrefix != 0 {
					length, lists = k+1-i, found&^ListPrefix
				}
				if found&ListPrefix == 0 {
					break
				}
			}
		}
		if length == 0 {
			i++
			continue
		}
		for k := i; k < i+length; k++ {
			part := uint8(2)
			if k == i {
				part = 1
			} else if k == i+length-1 {
				part = 3
			}
			r.tokens[k].phrase, r.tokens[k].part = lists, part
		}
		i += length
	}
}
