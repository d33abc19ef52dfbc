package nlp

import (
	"strings"
	"unicode/utf8"

	"github.com/jdkato/prose/v2"

	"github.com/whosaid/whosaid/pkg/span"
)

// maxClitic is the longest clitic after its apostrophe, in bytes ("ll").
const maxClitic = 2

// maxProsePiece is the longest piece, in bytes, that prose is asked about: its
// loop is quadratic, and no English word with an apostrophe is longer.
const maxProsePiece = 48

// isClitic reports whether body, what follows an apostrophe, is one that
// English writes onto the word before.
func isClitic(body string) bool {
	switch body {
	case "s", "S", "d", "D", "m", "M", "ll", "LL", "re", "RE", "ve", "VE", "t", "T":
		return true
	}
	return false
}

// appendPiece divides a piece that holds an apostrophe. prose decides where,
// but for three things: a piece that its loop cannot be trusted with (see
// isSafe) and names it would tear at what only looks like a clitic (O'Reilly)
// go to divide, and its answer is divided once more at 've and 'd, which the
// Penn Treebank sets apart and prose does not.
func appendPiece(tokens []Token, text string, piece span.Span) []Token {
	word := piece.Of(text)
	cut := cliticStart(word)
	if cut == 0 {
		return append(tokens, Token{Span: piece})
	}
	if tail := word[cut:]; isSafe(word) && !isPossessive(tail) && !isTreebankOnly(tail) {
		if found, ok := align(tokens, text, piece, proseWords(word)); ok {
			return found
		}
	}
	return append(tokens,
		Token{Span: span.Span{Start: piece.Start, End: piece.Start + cut}},
		Token{Span: span.Span{Start: piece.Start + cut, End: piece.End}})
}

// isPossessive reports whether the clitic is "'s": by far the commonest, and
// prose always divides before it, so it need not be asked.
func isPossessive(clitic string) bool { return strings.HasSuffix(clitic, "s") && len(clitic) <= 4 }

// isTreebankOnly reports whether the Penn Treebank divides before the clitic
// and prose does not.
func isTreebankOnly(clitic string) bool {
	return hasSuffixFold(clitic, "ve") || hasSuffixFold(clitic, "d")
}

// cliticStart returns where the clitic that ends word begins, or 0 if none
// does: the apostrophe, or the n of "n't".
func cliticStart(word string) int {
	body := 0 // start of what follows the last apostrophe
	apostrophe := 0
	for i := len(word) - 1; i > 0 && len(word)-i <= maxClitic+3; i-- {
		if word[i] == '\'' {
			apostrophe, body = i, i+1
			break
		}
		if c, size := classAt(word, i); c == classApostrophe && word[i] >= utf8.RuneSelf {
			apostrophe, body = i, i+size
			break
		}
	}
	if apostrophe == 0 || !isClitic(word[body:]) {
		return 0
	}
	if t := word[body:]; t == "t" || t == "T" {
		if n := word[apostrophe-1]; (n == 'n' || n == 'N') && apostrophe > 1 {
			return apostrophe - 1
		}
		return 0
	}
	return apostrophe
}

// isSafe reports whether prose can be asked about word: short enough for its
// quadratic loop, and free of letters whose lower case has another length in
// bytes, on which it panics or loses text.
func isSafe(word string) bool {
	if len(word) > maxProsePiece {
		return false
	}
	for _, r := range word {
		if r >= utf8.RuneSelf && r != '’' && r != '‘' {
			return false
		}
	}
	return true
}

// proseWords returns the words that prose's tokenizer finds in piece. With
// every other stage off prose loads no model.
func proseWords(piece string) []prose.Token {
	doc, err := prose.NewDocument(piece, prose.WithTagging(false), prose.WithExtraction(false), prose.WithSegmentation(false))
	if err != nil {
		return nil
	}
	return doc.Tokens()
}

// align appends the spans of prose's words within a piece. It fails, and
// appends nothing, unless the words spell the whole piece in order, a curly
// apostrophe of the source counting as the straight one of prose.
func align(tokens []Token, text string, piece span.Span, words []prose.Token) ([]Token, bool) {
	found, at := tokens, piece.Start
	for _, word := range words {
		start := at
		for k := 0; k < len(word.Text); k++ {
			switch {
			case at < piece.End && text[at] == word.Text[k]:
				at++
			case word.Text[k] == '\'' && (strings.HasPrefix(text[at:piece.End], "’") || strings.HasPrefix(text[at:piece.End], "‘")):
				at += len("’")
			default:
				return tokens, false
			}
		}
		if at == start {
			return tokens, false
		}
		found = append(found, Token{Span: span.Span{Start: start, End: at}})
	}
	if at != piece.End {
		return tokens, false
	}
	return found, true
}

// hasSuffixFold reports whether s ends with the lower-case ASCII suffix in
// any case.
func hasSuffixFold(s, suffix string) bool {
	return len(s) >= len(suffix) && strings.EqualFold(s[len(s)-len(suffix):], suffix)
}
