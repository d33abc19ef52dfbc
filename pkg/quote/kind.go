package quote

import (
	_ "embed"
	"math"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/whosaid/whosaid/pkg/evidence"
)

// weightList holds the weights of the evidence, one a line: name, tab, weight.
// "whosaid-train quotekind" writes it.
//
//go:embed weights.tsv
var weightList string

// weights says how much each piece of evidence speaks for speech, in units of
// log odds.
var weights = sync.OnceValue(func() *evidence.Weights { return evidence.Read(weightList) })

// The probabilities of speech under which quoted text counts as merely quoted.
// A fragment needs more than a whole utterance, because putting a title or a
// nickname in somebody's mouth is worse than losing a fragment.
const (
	leastSpeechUtterance = 0.5
	leastSpeechFragment  = 0.6
)

// The most probability of speech that words get that a rule knows to be merely
// quoted. It is not zero: a speaker may still be found.
const (
	surelyQuoted = 0.05  // terms, inscriptions: now and then they are also said
	neverSpeech  = 0.001 // nicknames, stage directions
)

// isWordAsWord reports whether the quoted words are spoken of: the term “ghost
// ship”, what “soon” means; but not: in his words, “a ghost ship”, nor the term
// that somebody uses: she used the term “ghost ship”.
func (s *setting) isWordAsWord() bool {
	if len(s.before) == 0 || s.prev == ':' || s.prev == ',' {
		return false
	}
	word := s.before[0].Of(s.text)
	if equalFold(word, "what") && len(s.after) > 0 {
		switch s.after[0].Of(s.text) {
		case "meant", "means", "mean":
			return true
		}
	}
	if equalFold(word, "words") {
		// The words “old port” mean little here; but not: he used the words “a gift”.
		return len(s.before) == 2 && s.before[1].Of(s.text) == "The"
	}
	return isListed(definingWords, word) && !s.isUsed()
}

// isUsed reports whether the noun right before the quote is what somebody uses:
// used the phrase “a gift”; but not: the phrase “a gift” is used.
func (s *setting) isUsed() bool {
	if len(s.before) < 3 || !isArticle(s.before[1].Of(s.text)) {
		return false
	}
	switch s.before[2].Of(s.text) {
	case "use", "used", "uses", "using":
		return true
	}
	return false
}

// isNamedWork reports whether the quote is the title of a work or a show that
// the words beside it speak of: in his book, “Paper Moons,” he said; told
// Channel 9's “Delta Tonight”; the “Quiet River” series. It must not take his
// song was “Very Good,” she said, nor the senator's “Clean Up” remark.
func (s *setting) isNamedWork() bool {
	form := s.form()
	if s.headline && s.isTitleCase() || s.prev == ':' || s.clauseWords() > mostInTitle || form != "title" && form != "small-title" && form != "one" {
		return false
	}
	if len(s.before) > 0 && (s.prev == ',' || isWordRune(s.prev)) {
		word := s.before[0].Of(s.text)
		switch {
		case isListed(workNouns, word):
			return true
		case form == "title" && s.prev != ',' && wordName(word) == anOwner:
			return !s.isRemark()
		}
	}
	if s.isTitleOf(form) || s.isMedium(form) || s.isNameOfThing(form) || s.isProperName(form) || s.isLoneName(form) || s.isFamous(form) || s.isSung(form) {
		return true
	}
	if s.ending() != "word" {
		return false
	}
	for _, w := range s.after[:min(len(s.after), workReach)] {
		if isListed(workNouns, w.Of(s.text)) {
			return isWordRune(s.next)
		}
	}
	return false
}

// workReach is how many words after a title its noun stands at most (his
// “Night Talk” radio show).
const workReach = 2

// isRemark reports whether the noun behind the quote makes it somebody's
// words: the senator's “Clean Up” remark.
func (s *setting) isRemark() bool {
	if !isWordRune(s.next) {
		return false
	}
	for _, w := range s.after[:min(len(s.after), workReach)] {
		if isListed(stanceWords, w.Of(s.text)) || isListed(speechVerbs, w.Of(s.text)) {
			return true
		}
	}
	return false
}

// mostInTitle is how many words of clauses the title of a work holds at most
// (“My River Home”), where whole utterances hold more (“We Are Ready”).
const mostInTitle = 1

// isInscription reports whether the quoted words are written on something: a
// placard that said “No water, no vote”.
func (s *setting) isInscription() bool {
	if len(s.before) < 2 {
		return false
	}
	switch s.before[0].Of(s.text) {
	case "said", "says", "saying", "read", "reads", "reading":
	default:
		return false
	}
	for _, w := range s.before[1:min(len(s.before), 1+inscriptionReach)] {
		if isListed(inscribedThings, w.Of(s.text)) {
			return true
		}
	}
	return false
}

// isStageDirection reports whether text says what could be heard or seen and
// not what was said: (LAUGHTER), [inaudible]. It must not take “(We) won.”
func isStageDirection(text string) bool {
	text = strings.TrimRight(text, ". ")
	if len(text) < len("()") {
		return false
	}
	first, last := text[0], text[len(text)-1]
	return (first == '(' && last == ')' || first == '[' && last == ']') && !strings.ContainsAny(text[1:len(text)-1], "()[]\"“”")
}

// inscriptionReach is how many words before the verb the thing stands at most
// (a sign over his shed that reads “Office”).
const inscriptionReach = 5

// classify tells speech from words that are merely quoted, and whole utterances
// from fragments.
func classify(text string, quotes []Quote) {
	var s setting
	known := weights()
	room := make([]byte, 0, window)
	above := 1.0              // the most speech of the quote before
	var terms map[string]bool // names known by a rule, which may come again
	for i := range quotes {
		if !quotes[i].Label.IsEmpty() {
			quotes[i].Kind, quotes[i].Whole, quotes[i].Speech = Direct, true, max(quotes[i].Speech, turnSpeech)
			above = 1
			continue
		}
		s.read(text, quotes, i)
		sum := 0.0
		s.evidence(room, func(name []byte) { sum += known.Of(name) })
		q := &quotes[i]
		q.Speech = 1 / (1 + math.Exp(-sum))
		limit := s.mostSpeech(above)
		q.Speech = min(q.Speech, limit)
		above = limit
		if limit == neverSpeech {
			if words := s.again(); words != "" {
				if terms == nil {
					terms = map[string]bool{}
				}
				terms[words] = true
			}
		}
		least := leastSpeechFragment
		q.Kind, q.Whole = Mixed, s.isUtterance()
		if q.Whole {
			q.Kind, least = Direct, leastSpeechUtterance
		}
		if q.Speech < least {
			q.Kind = Mention
		}
	}
	spread(text, quotes, terms)
}

// mostSpeech returns the most probability of speech that the rules leave to the
// quote, given what they left to the one before: 1 when none applies.
func (s *setting) mostSpeech(before float64) float64 {
	switch {
	case s.isNickname() || isStageDirection(s.quote.Of(s.text)) || s.isNamedWork() || s.isTitled() || s.isSubjectOfName() || s.isTheme() || s.isAppositionOf() || s.isCode() || s.isConcept(s.form()):
		return neverSpeech
	case s.isWordAsWord() || s.isKnownAs() || s.isInscription() || s.isBorne() || s.isUnused() || s.isStray():
		return surelyQuoted
	case before < 1 && s.isAnother(before):
		return before
	}
	return 1
}

// isStray reports whether a mark before a heading is all there is of the quote:
// “Hope for the lake fades, a line of its own without a stop.
func (s *setting) isStray() bool {
	return s.quote.Unclosed && s.startsSentence && s.headline && s.next == edge && len(s.quote.Parts) == 1
}

// isUtterance reports whether a quote is a whole utterance and no fragment of
// the reporter's sentence: “We are ready,” but not “ready to go”.
func (s *setting) isUtterance() bool {
	q := s.quote
	first := strings.TrimLeft(s.text[q.Start:q.End], "….[(#$ \"'“‘’")
	if startsLower(first) {
		return false
	}
	if s.form() == "title" && s.prev != ':' && !s.startsSentence && !s.isTied() && !s.hasClause() {
		return false // on “Morning Coffee,” Mayor Calls Plan ‘A Slap in the Face’
	}
	last, _ := utf8.DecodeLastRuneInString(s.text[q.Start:q.End])
	if isWordRune(last) && s.words < fewestInUtterance {
		return false
	}
	return s.startsSentence || s.prev == ',' || s.prev == ':' || !isWordRune(last) || s.words >= fewestInUtterance
}

// fewestInUtterance is how many words a quote with a capital and no stop at its
// end needs to count as a whole utterance: headlines have no stops.
const fewestInUtterance = 4
