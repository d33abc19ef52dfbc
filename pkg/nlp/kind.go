package nlp

import "strings"

// kind is what a token does to the structure of a sentence.
type kind uint8

const (
	kindWord         kind = iota // words, numbers, addresses
	kindStop                     // . ? !
	kindEllipsis                 // … and dots in a row
	kindDash                     // dashes and hyphens that stand alone
	kindOpenQuote                // a quotation mark that opens
	kindCloseQuote               // a quotation mark that closes
	kindApostrophe               // a single mark that closes nothing: the players' union
	kindOpenBracket              // ( [ {
	kindCloseBracket             // ) ] }
	kindMark                     // any other mark
)

// quoteState remembers which quotation marks are open in a paragraph.
type quoteState struct {
	double bool // a straight double mark
	single bool // a single mark, straight or curly
}

// appendKinds appends the kinds of a paragraph's tokens. Straight quotation
// marks get their direction from the space around them or, where that does not
// tell, from whether one is open.
func appendKinds(kinds []kind, text string, tokens []Token) []kind {
	var open quoteState
	before := kindOpenQuote // a mark at the head of the paragraph opens
	for i, t := range tokens {
		word := t.Of(text)
		k := kindOf(word)
		if k == kindOpenQuote || k == kindCloseQuote {
			spaceBefore := i == 0 || tokens[i-1].End < t.Start || before == kindOpenBracket || before == kindDash || before == kindOpenQuote
			spaceAfter := i+1 == len(tokens) || tokens[i+1].Start > t.End
			k = open.directed(k, word, spaceBefore, spaceAfter)
		}
		kinds = append(kinds, k)
		before = k
	}
	return kinds
}

// directed returns the kind of a quotation mark in its place.
func (q *quoteState) directed(k kind, mark string, spaceBefore, spaceAfter bool) kind {
	if isStraight(mark) {
		open := q.double
		if mark == "'" {
			open = q.single
		}
		if spaceAfter && !spaceBefore || spaceAfter == spaceBefore && open {
			k = kindCloseQuote
		}
	}
	switch mark {
	case `"`, "''", "＂":
		q.double = k == kindOpenQuote
	case "'", "‘", "’", "‚":
		if k == kindCloseQuote && !q.single {
			return kindApostrophe
		}
		q.single = k == kindOpenQuote
	}
	return k
}

// isStraight reports whether the mark does not show its direction.
func isStraight(mark string) bool { return mark == `"` || mark == "'" || mark == "''" || mark == "＂" }

// kindOf returns the kind of a token by itself; straight quotation marks count
// as opening.
func kindOf(word string) kind {
	c, size := classAt(word, 0)
	switch c {
	case classLetter, classDigit, classSpace, classBreak:
		return kindWord
	case classDot:
		if len(word) == 1 {
			return kindStop
		}
		if word[1] == '.' {
			return kindEllipsis
		}
		return kindWord
	case classHyphen, classDash:
		return kindDash
	}
	if len(word) > size && word != "''" && word != "``" {
		return kindWord // a clitic, a handle
	}
	switch word {
	case "?", "!", "‽", "⁇", "⁈", "⁉", "？", "！", "。":
		return kindStop
	case "…":
		return kindEllipsis
	case `"`, "'", "''", "＂", "“", "‘", "„", "‚", "«", "‹", "``", "`", "‛":
		return kindOpenQuote
	case "”", "’", "»", "›", "‟":
		return kindCloseQuote
	case "(", "[", "{":
		return kindOpenBracket
	case ")", "]", "}":
		return kindCloseBracket
	}
	return kindMark
}

// What the tagger is shown in place of what its texts do not hold.
const (
	decimalForm  = "1.5" // prose takes a number with two digits behind the dot for a web address
	hashtagForm  = "@"   // a noun, as handles are
	currencyForm = "$"
	dividerForm  = "--"
)

// treebankForm returns the word as the texts that the tagger learned from
// would write it: directed quotation marks as backquotes and apostrophes,
// dashes as two hyphens, round brackets, dollars, straight apostrophes.
func treebankForm(word string, k kind) string {
	switch k {
	case kindOpenQuote:
		return "``"
	case kindCloseQuote:
		return "''"
	case kindApostrophe:
		return "'"
	case kindOpenBracket:
		return "("
	case kindCloseBracket:
		return ")"
	case kindEllipsis:
		return "..."
	case kindStop:
		if len(word) > 1 {
			return "."
		}
	case kindDash:
		if word != "-" {
			return dividerForm
		}
	case kindMark:
		return markForm(word)
	case kindWord:
		if isDecimal(word) {
			return decimalForm
		}
		if word[0] == '#' {
			return hashtagForm
		}
		return straighten(word)
	}
	return word
}

// markForm returns what the Treebank has for a mark: itself if it is one that
// newspapers set in sentences, a dollar for a currency, a dash for what
// divides like one (bullets, slashes, bars) and for the rest.
func markForm(mark string) string {
	switch mark {
	case ",", ";", ":", "%", "$", "&", "#", "@":
		return mark
	case "€", "£", "¥", "₹", "₦", "₽", "₩", "₺", "₴", "₱", "₪", "฿":
		return currencyForm
	}
	return dividerForm
}

// isDecimal reports whether the word is a number with a dot in it.
func isDecimal(word string) bool {
	dot := false
	for i := 0; i < len(word); i++ {
		switch c := word[i]; {
		case c == '.':
			dot = true
		case !isDigit(c) && c != ',':
			return false
		}
	}
	return dot
}

// straighten returns the word with straight apostrophes; the clitics, nearly
// all that there is to straighten, without allocating.
func straighten(word string) string {
	if strings.IndexByte(word, 0xe2) < 0 { // the first byte of ’ and ‘
		return word
	}
	switch word {
	case "’s":
		return "'s"
	case "n’t":
		return "n't"
	case "’re":
		return "'re"
	case "’ve":
		return "'ve"
	case "’ll":
		return "'ll"
	case "’m":
		return "'m"
	case "’d":
		return "'d"
	}
	return straightener.Replace(word)
}

var straightener = strings.NewReplacer("’", "'", "‘", "'")
