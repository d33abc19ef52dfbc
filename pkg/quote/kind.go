package quote

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// weightList holds the weights of the evidence, one a line: name, tab, weight.
// "whosaid-train quotekind" writes it.
//
//go:embed weights.tsv
var weightList string

// weights says how much each piece of evidence speaks for speech, in units of
// log odds.
var weights = readWeights(weightList)

func readWeights(list string) map[string]float64 {
	out := map[string]float64{}
	for line := range strings.Lines(list) {
		name, number, found := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !found {
			continue // a comment
		}
		if w, err := strconv.ParseFloat(number, 64); err == nil {
			out[name] = w
		}
	}
	return out
}

// The probabilities of speech under which quoted text counts as merely quoted.
// A fragment needs more than a whole utterance, because putting a title or a
// nickname in somebody's mouth is worse than losing a fragment.
const (
	leastSpeechUtterance = 0.5
	leastSpeechFragment  = 0.6
)

// classify tells speech from words that are merely quoted, and whole utterances
// from fragments.
func classify(text string, quotes []Quote) {
	var s setting
	room := make([]byte, 0, window)
	for i := range quotes {
		if !quotes[i].Label.IsEmpty() {
			quotes[i].Kind, quotes[i].Speech = Direct, max(quotes[i].Speech, turnSpeech)
			continue
		}
		s.read(text, quotes, i)
		sum := 0.0
		s.evidence(room, func(name []byte) { sum += weights[string(name)] })
		q := &quotes[i]
		q.Speech = 1 / (1 + math.Exp(-sum))
		least := leastSpeechFragment
		q.Kind = Mixed
		if s.isUtterance() {
			q.Kind, least = Direct, leastSpeechUtterance
		}
		if q.Speech < least {
			q.Kind = Mention
		}
	}
}

// isUtterance reports whether a quote is a whole utterance and no fragment of
// the reporter's sentence: “We are ready,” but not “ready to go”.
func (s *setting) isUtterance() bool {
	q := s.quote
	first := strings.TrimLeft(s.text[q.Start:q.End], "….[(#$ \"'“‘’")
	if startsLower(first) {
		return false
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
