package train

import (
	"math/rand/v2"
	"unicode"
	"unicode/utf8"

	"github.com/whosaid/whosaid/pkg/nlp"
)

// Headlines in capitals, in title case, and text without capitals are rare in
// the corpora and common among users, so some paragraphs of each article are
// learnt from a second time, written another way. The rest of the article
// stays, as the background that the changed paragraphs are read against.

// Shares of the sentences of an article that are rewritten, in percent.
const (
	upperShare = 9
	titleShare = 13
	lowerShare = 2
	// alteredWeight is what a rewritten sentence teaches beside a real one.
	alteredWeight = 0.5
)

// alter returns a with some sentences rewritten, and for each sentence of its
// parse whether it was; ok is false when none was.
func alter(a *Article, d *nlp.Document, random *rand.Rand) (_ Article, changed []bool, ok bool) {
	text := []byte(a.Text)
	changed = make([]bool, len(d.Sentences))
	for i, s := range d.Sentences {
		var rewrite func(rune, bool) rune
		switch n := random.IntN(100); {
		case n < upperShare:
			rewrite = func(r rune, _ bool) rune { return unicode.ToUpper(r) }
		case n < upperShare+titleShare:
			rewrite = titled
		case n < upperShare+titleShare+lowerShare:
			rewrite = func(r rune, _ bool) rune { return unicode.ToLower(r) }
		default:
			continue
		}
		changed[i], ok = true, true
		for k := s.First; k < s.Last; k++ {
			t := d.Tokens[k]
			recase(text[t.Start:t.End], rewrite)
		}
	}
	return Article{ID: a.ID, Text: string(text), Entities: a.Entities}, changed, ok
}

// titled gives the first letter of a word a capital.
func titled(r rune, first bool) rune {
	if first {
		return unicode.ToUpper(r)
	}
	return r
}

// recase rewrites the characters of a word in place, those excepted that would
// change their length.
func recase(word []byte, rewrite func(r rune, first bool) rune) {
	for i := 0; i < len(word); {
		r, n := utf8.DecodeRune(word[i:])
		if to := rewrite(r, i == 0); utf8.RuneLen(to) == n {
			utf8.EncodeRune(word[i:], to)
		}
		i += n
	}
}

// alteredSources returns the articles with some of their sentences rewritten;
// only those sentences teach.
func alteredSources(articles []Article, list []source, c Corpus, seed uint64) []source {
	var all []source
	for i := range articles {
		random := rand.New(rand.NewPCG(seed, uint64(i)))
		a, changed, ok := alter(&articles[i], list[i].doc, random)
		if !ok {
			continue
		}
		d := nlp.Parse(a.Text)
		allowed, _ := labelTokens(d, &a, c.Silent)
		all = append(all, source{
			corpus: list[i].corpus, document: list[i].document, weight: list[i].weight * alteredWeight,
			doc: d, allowed: allowed, teaches: overlapping(d, list[i].doc, changed),
		})
	}
	return all
}

// overlapping says which sentences of d touch a changed sentence of the
// document that d was made from.
func overlapping(d, from *nlp.Document, changed []bool) []bool {
	touched := make([]bool, len(d.Sentences))
	k := 0
	for i, s := range d.Sentences {
		for k < len(from.Sentences) && from.Sentences[k].End <= s.Start {
			k++
		}
		for j := k; j < len(from.Sentences) && from.Sentences[j].Start < s.End; j++ {
			touched[i] = touched[i] || changed[j]
		}
	}
	return touched
}
