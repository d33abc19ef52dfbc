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
	kindOpenBracket              // ( [ {
	kindCloseBracket             // ) ] }
	kindMark                     // any other mark
)

// appendKinds appends the kinds of a paragraph's tokens. Straight quotation
// marks get their direction from the space around them or, where that does not
// tell, from whether one is open.
func appendKinds(kinds []kind, text string, tokens []Token) []kind {
	open := false // a straight double mark is open
	for i, t := range tokens {
		word := t.Of(text)
		k := kindOf(word)
		if k == kindOpenQuote && isStraight(word) {
			spaceBefore := i == 0 || tokens[i-1].End < t.Start || kinds[len(kinds)-1] == kindOpenBracket || kinds[len(kinds)-1] == kindDash || kinds[len(kinds)-1] == kindOpenQuote
			spaceAfter := i+1 == len(tokens) || tokens[i+1].Start > t.End
			switch {
			case spaceBefore && !spaceAfter:
			case spaceAfter && !spaceBefore:
				k = kindCloseQuote
			case word == "'":
				k = kindCloseQuote // an apostrophe as likely as not
			case open:
				k = kindCloseQuote
			}
			if word != "'" {
				open = k == kindOpenQuote
			}
		}
		kinds = append(kinds, k)
	}
	return kinds
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

// treebankForm returns the word as the texts that the tagger learned from
// would write it: directed quotation marks as backquotes and apostrophes,
// dashes as two hyphens, curly apostrophes straight.
func treebankForm(word string, k kind) string {
	switch k {
	case kindOpenQuote:
		if len(word) > 1 || word == `"` {
			if word == "‘" || word == "‚" || word == "‹" || word == "‛" {
				return "`"
			}
			return "``"
		}
	case kindCloseQuote:
		if word == "’" || word == "'" || word == "›" {
			return "'"
		}
		return "''"
	case kindDash:
		if word != "-" {
			return "--"
		}
	case kindEllipsis:
		return "..."
	case kindWord:
		return straighten(word)
	}
	return word
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
