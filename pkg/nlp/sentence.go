package nlp

// splitter divides a paragraph's tokens into sentences.
type splitter struct {
	text   string
	tokens []Token
	kinds  []kind
}

// maxSentence is the number of tokens after which a sentence ends come what
// may. The longest of English news are a tenth of it; without a bound, memory
// and caches suffer from texts that are no prose.
const maxSentence = 2000

// next returns the token after the last one of the sentence that starts at
// token i.
func (s *splitter) next(i int) int {
	start, limit := i, min(i+maxSentence, len(s.tokens))
	for ; i < limit; i++ {
		if !s.mayEnd(i) || i == start+1 && s.isListNumber(start) {
			continue
		}
		end, quoted := s.closers(i + 1)
		if end >= limit {
			break
		}
		if s.breaks(i, end, quoted) {
			return end
		}
		i = end - 1 // what closes here has been looked at: time stays linear
	}
	return limit
}

// mayEnd reports whether a sentence may end at token i or at the marks that
// close behind it.
func (s *splitter) mayEnd(i int) bool {
	switch s.kinds[i] {
	case kindStop, kindEllipsis:
		return true
	case kindWord:
		t := s.tokens[i]
		return s.text[t.End-1] == '.'
	}
	return false
}

// longestListNumber is the number of digits that a numbered list may reach.
const longestListNumber = 2

// isListNumber reports whether token i is a number that a stop turns into the
// number of a list: "3. In order to vote …".
func (s *splitter) isListNumber(i int) bool {
	word := s.tokens[i].Of(s.text)
	for k := 0; k < len(word); k++ {
		if !isDigit(word[k]) {
			return false
		}
	}
	return len(word) <= longestListNumber
}

// closers returns the token after the stops and closing marks that stand at
// token i, and whether a quotation mark was among them.
func (s *splitter) closers(i int) (end int, quoted bool) {
	for i < len(s.tokens) {
		switch k := s.kinds[i]; {
		case k == kindStop || k == kindEllipsis:
		case k == kindCloseQuote:
			quoted = true
		case k == kindCloseBracket || k == kindApostrophe && s.touches(i):
		default:
			return i, quoted
		}
		i++
	}
	return i, quoted
}

// touches reports whether token i stands right behind the one before it.
func (s *splitter) touches(i int) bool { return i > 0 && s.tokens[i].Start == s.tokens[i-1].End }

// breaks reports whether a sentence that token i may end does end before token
// end.
func (s *splitter) breaks(i, end int, quoted bool) bool {
	if end >= len(s.tokens) {
		return true
	}
	next := s.tokens[end]
	word := next.Of(s.text)
	switch s.kinds[end] {
	case kindWord:
	case kindOpenQuote, kindOpenBracket:
		return !s.isAbbreviated(i) && s.capitalAfter(end+1)
	case kindMark:
		return !s.isAbbreviated(i) && !s.touches(end) && startsSentence(word)
	default:
		return false
	}
	if isLowerAt(s.text, next.Start) {
		return false
	}
	switch {
	case s.isAbbreviated(i):
		return s.abbreviationEnds(i, end, word)
	case s.kinds[i] == kindEllipsis:
		return isUpperAt(s.text, next.Start) && !isFirstPerson(word)
	case quoted && s.text[s.tokens[i].Start] != '.':
		return !s.attributes(end)
	case next.Start == s.tokens[end-1].End && !quoted:
		return s.slips(end)
	}
	return true
}

// slips reports whether the blank before token i was left out by a slip of the
// typist: the word before the stop or the one behind it is no name ("the
// ban.The", not "Yu.Boldbaatar").
func (s *splitter) slips(i int) bool {
	next := s.tokens[i]
	if !isUpperAt(s.text, next.Start) {
		return false
	}
	return isStarter(next.Of(s.text)) || i >= 2 && !isUpperAt(s.text, s.tokens[i-2].Start)
}

// startsSentence reports whether a mark may be the first of a sentence: a sum of
// money, a bullet.
func startsSentence(mark string) bool {
	form := markForm(mark)
	return form == currencyForm || form == dividerForm
}

// isAbbreviated reports whether token i is a word that ends in a full stop.
func (s *splitter) isAbbreviated(i int) bool { return s.kinds[i] == kindWord }

// abbreviationEnds reports whether the sentence ends at the abbreviation that
// is token i, before the capitalised word at token end.
func (s *splitter) abbreviationEnds(i, end int, word string) bool {
	if end > i+1 {
		return true // marks close behind it: (… in the U.S.) Later …
	}
	t := s.tokens[i]
	if word := s.text[t.Start : t.End-1]; listed(innerAbbreviations, word) || listed(numberedAbbreviations, word) {
		return false
	}
	return isStarter(word)
}

// capitalAfter reports whether what follows at token i, marks left out, may
// start a sentence: it does not start with a lower-case letter.
func (s *splitter) capitalAfter(i int) bool {
	for ; i < len(s.tokens) && s.kinds[i] != kindWord; i++ {
		if s.kinds[i] == kindStop {
			return false
		}
	}
	return i < len(s.tokens) && !isLowerAt(s.text, s.tokens[i].Start)
}

// isFirstPerson reports whether the word is "I", whose capital says nothing.
func isFirstPerson(word string) bool { return word == "I" }

// longestName bounds how many words of a name we look through for the verb
// that attributes a quotation to it.
const longestName = 5

// attributes reports whether the words at token i say who spoke the quotation
// that has just closed: “Why now?” Foreign Minister Ann Lee asked.
func (s *splitter) attributes(i int) bool {
	for k := i; k < len(s.tokens) && k < i+longestName; k++ {
		t := s.tokens[k]
		if s.kinds[k] != kindWord {
			return false
		}
		if isUpperAt(s.text, t.Start) {
			if k == i && isStarter(t.Of(s.text)) {
				return false
			}
			continue
		}
		return k > i && listed(speechVerbs, t.Of(s.text))
	}
	return false
}
