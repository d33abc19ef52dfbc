package nlp

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/jdkato/prose/v2"

	"github.com/whosaid/whosaid/pkg/span"
)

// ProseEntity is a name that prose's own recogniser found.
type ProseEntity struct {
	span.Span
	// Label is prose's: PERSON, GPE, and now and then ORGANIZATION, LOCATION,
	// FACILITY or GSP.
	Label string
}

// proseModel holds prose's tagger and recogniser. Loading them takes a third of
// a second and a hundred megabytes, so it happens once, and only for those who
// ask for prose's own answer.
var proseModel = sync.OnceValue(func() *prose.Model { return prose.ModelFromData("shared") })

// ProseEntities returns the names that prose finds in text, exactly as it finds
// them, in text order: the baseline that other recognisers are compared with.
// Pieces of text on which prose would panic, lose its place or take more than
// linear time are hidden from it. It is safe for use by several goroutines.
func ProseEntities(text string) []ProseEntity {
	doc := proseDocument(hideHazards(text))
	if doc == nil {
		return nil
	}
	tokens := doc.Tokens()
	spans := alignProse(text, tokens)
	var entities []ProseEntity
	for _, c := range proseChunks(tokens) {
		if c.last > len(spans) {
			break
		}
		at := span.Span{Start: spans[c.first].Start, End: spans[c.last-1].End}
		entities = append(entities, ProseEntity{Span: at, Label: c.label})
	}
	return entities
}

// proseDocument runs prose with its recogniser, and gives nil if it panics all
// the same.
func proseDocument(text string) (doc *prose.Document) {
	defer func() {
		if recover() != nil {
			doc = nil
		}
	}()
	doc, err := prose.NewDocument(text, prose.WithSegmentation(false), prose.UsingModel(proseModel()))
	if err != nil {
		return nil
	}
	return doc
}

// maxProseField is the longest run of text without white space, in bytes, that
// prose's recogniser is shown: its tokenizer takes quadratic time in it.
const maxProseField = 128

// hideHazards replaces by as many blanks every run without white space that
// prose cannot be trusted with.
func hideHazards(text string) string {
	var safe []byte // made when the first hazard is met
	for start := 0; start < len(text); {
		end, hazard := start, false
		for end < len(text) {
			r, size := utf8.DecodeRuneInString(text[end:])
			if unicode.IsSpace(r) {
				break
			}
			hazard = hazard || foldsUnevenly(r, size)
			end += size
		}
		if hazard || end-start > maxProseField {
			if safe == nil {
				safe = []byte(text)
			}
			for i := start; i < end; i++ {
				safe[i] = ' '
			}
		}
		start = end
		for start < len(text) {
			r, size := utf8.DecodeRuneInString(text[start:])
			if !unicode.IsSpace(r) {
				break
			}
			start += size
		}
	}
	if safe == nil {
		return text
	}
	return string(safe)
}

// foldsUnevenly reports whether the lower case of r takes another number of
// bytes: prose uses positions in the lower-case word on the word itself.
func foldsUnevenly(r rune, size int) bool {
	return r >= utf8.RuneSelf && utf8.RuneLen(unicode.ToLower(r)) != size
}

// alignProse returns where prose's tokens lie in text. It stops at the first
// that is not there.
func alignProse(text string, tokens []prose.Token) []span.Span {
	spans := make([]span.Span, 0, len(tokens))
	at := 0
	for _, token := range tokens {
		start, end, ok := findProse(text, at, token.Text)
		if !ok {
			break
		}
		spans = append(spans, span.Span{Start: start, End: end})
		at = end
	}
	return spans
}

// findProse returns the next place from byte at where text spells one of
// prose's words; between words only white space and hidden pieces lie.
func findProse(text string, at int, word string) (start, end int, ok bool) {
	for at < len(text) {
		if end, ok := spelled(text, at, word); ok {
			return at, end, true
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		at += size
		if unicode.IsSpace(r) {
			continue
		}
		for at < len(text) { // a hidden piece: on to its end
			r, size := utf8.DecodeRuneInString(text[at:])
			if unicode.IsSpace(r) {
				break
			}
			at += size
		}
	}
	return 0, 0, false
}

// proseQuotes are the spellings that prose rewrites, and what to.
var proseQuotes = [...]struct{ source, prose string }{
	{"“", `"`}, {"”", `"`}, {"‘", "'"}, {"’", "'"}, {"&rsquo;", "'"},
}

// spelled reports whether prose's word stands at text[at:], and where it ends
// there.
func spelled(text string, at int, word string) (end int, ok bool) {
	for k := 0; k < len(word); k++ {
		next := at
		for _, q := range proseQuotes {
			if word[k] == q.prose[0] && strings.HasPrefix(text[at:], q.source) {
				next = at + len(q.source)
				break
			}
		}
		if next == at {
			if at >= len(text) || text[at] != word[k] {
				return 0, false
			}
			next++
		}
		at = next
	}
	return at, true
}

// proseChunk is an entity as tokens [first, last).
type proseChunk struct {
	first, last int
	label       string
}

// proseChunks joins labelled tokens into entities as prose's chunk does (its
// entities carry no positions), faults included: a token with the tag of the
// one before is swept in, and an entity that ends the text is dropped.
func proseChunks(tokens []prose.Token) []proseChunk {
	var chunks []proseChunk
	var parts []int
	end := ""
	for i, token := range tokens {
		label := token.Label
		switch {
		case label != "O" && label != end,
			len(parts) > 0 && token.Tag == tokens[parts[len(parts)-1]].Tag,
			len(parts) > 0 && token.Tag == "CD" && tokens[parts[len(parts)-1]].Label != "O":
			end = strings.Replace(label, "B", "I", 1)
			parts = append(parts, i)
		case label == "O" && end != "" || label == end:
			if label != "O" {
				parts = append(parts, i)
			}
			chunks = append(chunks, proseChunk{parts[0], parts[len(parts)-1] + 1, proseLabel(tokens, parts)})
			end, parts = "", parts[:0]
		}
	}
	return chunks
}

// proseLabel returns the label of an entity made of parts.
func proseLabel(tokens []prose.Token, parts []int) string {
	if len(parts) == 2 {
		for _, p := range parts {
			if tokens[p].Label == "B-PERSON" {
				return "PERSON"
			}
		}
	}
	_, label, _ := strings.Cut(tokens[parts[0]].Label, "-")
	return label
}
