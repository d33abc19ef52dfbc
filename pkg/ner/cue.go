package ner

// cue is what a word next to a name says about the name.
type cue uint8

const (
	cueNone   cue = iota
	cueTitle      // Mr
	cueSpeech     // said
	cueIn         // in, at, from: places follow
	cueFirm       // Ltd
	cueThe        // the
	cueOwn        // 's
	cueAnd        // and, or, &
	cueJoin       // of, for: joins the words of one name
	cuePerson     // minister: what a person is
	cuePlace      // city: what a place is
	cueBody       // party: what an organisation is

	cues
)

// The words of each cue, between spaces.
var cueWords = [cues]string{
	cueTitle:  " mr mrs ms miss dr prof professor sir lord lady mr. mrs. ms. dr. prof. gen. col. sen. rep. gov. ",
	cueSpeech: " said says say told tells added adds explained noted stated asked argued insisted claimed warned tweeted announced ",
	cueIn:     " in at from near across outside inside around throughout ",
	cueFirm:   " ltd inc corp plc llc co co. ltd. inc. corp. limited group holdings ",
	cueThe:    " the ",
	cueOwn:    " 's ' ",
	cueAnd:    " and or & ",
	cueJoin:   " of for de la du del al el bin ",
	cuePerson: " minister president spokesman spokeswoman spokesperson lawyer director chairman chairwoman mayor governor senator journalist " +
		"reporter activist actor actress singer player coach captain father mother son daughter wife husband brother sister " +
		"analyst economist scientist researcher professor doctor teacher student farmer author writer poet artist founder manager officer " +
		"secretary ambassador envoy leader candidate striker midfielder defender goalkeeper champion resident man woman boy girl " +
		"king queen prince princess bishop pastor priest judge prosecutor attorney general colonel commander victim suspect " +
		"who whose he she husband widow friend member head chief ceo editor correspondent ",
	cuePlace: " city town village district province region state county island islands river lake municipality suburb neighbourhood " +
		"neighborhood capital port valley area airport road street highway bridge mountain peninsula coast bay desert where ",
	cueBody: " party company group organisation organization agency ministry university club team bank newspaper magazine firm council " +
		"committee union association institute court startup airline broadcaster channel website ngo charity commission department " +
		"federation league foundation coalition alliance militia school college hospital ",
}

// longestCue is the length of the longest cue word, in bytes.
const longestCue = 13

// cueOf returns the cue that a lower-cased word is.
func cueOf(lower []byte) cue {
	if len(lower) == 0 || len(lower) > longestCue {
		return cueNone
	}
	for c := cueTitle; c < cues; c++ {
		if holdsWord(cueWords[c], lower) {
			return c
		}
	}
	return cueNone
}

// holdsWord reports whether list, words between spaces, holds the word.
func holdsWord(list string, word []byte) bool {
	for i := 1; i+len(word) < len(list); {
		j := i
		for list[j] != ' ' {
			j++
		}
		if list[i:j] == string(word) {
			return true
		}
		i = j + 1
	}
	return false
}
