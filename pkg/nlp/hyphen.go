package nlp

import "github.com/whosaid/whosaid/pkg/span"

// appendDivided appends a tagged token, divided at its hyphens if it holds a
// capital letter or a digit: a name must be able to end inside it
// ("Tokyo-based", "al-Sisi", "U.S.-led"). "co-founder" stays whole. It comes
// after tagging because the tagger knows such words as wholes.
func appendDivided(tokens []Token, text string, t Token) []Token {
	if !divides(text, t) {
		return append(tokens, t)
	}
	start := t.Start
	for i := t.Start; i < t.End; {
		c, size := classAt(text, i)
		if c == classHyphen && i > start {
			tokens = append(tokens, partOf(text, t, start, i), Token{Span: span.Span{Start: i, End: i + size}, Tag: TagDash, Sentence: t.Sentence})
			start = i + size
		}
		i += size
	}
	return append(tokens, partOf(text, t, start, t.End))
}

// divides reports whether the token is a hyphenated word with a capital letter
// or a digit in it. Addresses, handles and emoticons are no words.
func divides(text string, t Token) bool {
	hyphen, name := false, false
	for i := t.Start; i < t.End; {
		c, size := classAt(text, i)
		switch c {
		case classHyphen:
			hyphen = hyphen || i > t.Start && i+size < t.End
		case classDigit:
			name = true
		case classLetter:
			name = name || isUpperAt(text, i)
		case classOther:
			if text[i] == '@' || text[i] == '/' || text[i] == '_' {
				return false
			}
		}
		i += size
	}
	return hyphen && name
}

// partOf returns the part text[start:end] of a divided token, with a tag of its
// own where its letters tell, else with the tag of the whole.
func partOf(text string, whole Token, start, end int) Token {
	part := Token{Span: span.Span{Start: start, End: end}, Tag: whole.Tag, Sentence: whole.Sentence}
	switch c, _ := classAt(text, start); {
	case c == classDigit:
		part.Tag = TagCD
	case isUpperAt(text, start):
		part.Tag = TagNNP
	case end < whole.End && whole.Tag.IsProper(): // "al" of "al-Sisi"
	case end < whole.End || whole.Tag.IsProper():
		part.Tag = TagJJ // "multi" of "multi-UN", "led" of "U.S.-led"
	}
	return part
}
