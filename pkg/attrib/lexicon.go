package attrib

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

// class is what a cue does with the words it ties to their source.
type class uint8

const (
	noClass  class = iota
	say            // said, added, explained
	tell           // told, informed: with an addressee
	ask            // asked, pressed
	answer         // replied, responded
	write          // wrote, posted, tweeted
	claim          // insisted, admitted, claimed
	deny           // denied, rejected
	promise        // vowed, threatened
	urge           // urged, warned
	judge          // praised, mocked
	describe       // called, described as
	think          // thought, predicted
	voice          // shouted, whispered
	show           // documents: read, showed, quoted
)

var classNames = map[string]class{
	"say": say, "tell": tell, "ask": ask, "answer": answer, "write": write,
	"claim": claim, "deny": deny, "promise": promise, "urge": urge,
	"judge": judge, "describe": describe, "think": think, "voice": voice,
	"show": show,
}

// form says how a cue verb is inflected.
type form uint8

const (
	base        form = iota // say
	present                 // says
	past                    // said; also the participle where the two are one
	participle              // written
	progressive             // saying
)

// cueVerb is one inflected form of the lexicon.
type cueVerb struct {
	class class
	form  form
	lemma string
	// particle is the word that must follow: "went on".
	particle string
}

//go:embed cues.txt
var cueList string

// cueVerbs maps the lower-case forms of the cue verbs to what they are.
var cueVerbs = sync.OnceValue(func() map[string]cueVerb {
	forms := make(map[string]cueVerb)
	for line := range strings.Lines(cueList) {
		if line[0] == '#' {
			continue
		}
		fields := strings.Fields(line)
		lemma, irregular := fields[0], fields[2:]
		lemma, particle, _ := strings.Cut(lemma, "+")
		entry := cueVerb{class: classNames[fields[1]], lemma: lemma, particle: particle}
		put := func(text string, f form) {
			if _, taken := forms[text]; !taken {
				entry.form = f
				forms[text] = entry
			}
		}
		put(thirdPerson(lemma), present)
		put(pastOf(lemma, irregular), past)
		put(progressiveOf(lemma, irregular), progressive)
		for _, other := range irregular {
			put(other, participle)
		}
		put(lemma, base)
	}
	return forms
})

// pastOf returns the past tense: the first irregular form that is no -ing form,
// or the regular one.
func pastOf(lemma string, irregular []string) string {
	for _, other := range irregular {
		if !strings.HasSuffix(other, "ing") {
			return other
		}
	}
	switch {
	case strings.HasSuffix(lemma, "e"):
		return lemma + "d"
	case endsInConsonantY(lemma):
		return lemma[:len(lemma)-1] + "ied"
	}
	return lemma + "ed"
}

func progressiveOf(lemma string, irregular []string) string {
	for _, other := range irregular {
		if strings.HasSuffix(other, "ing") {
			return other
		}
	}
	if strings.HasSuffix(lemma, "e") && !strings.HasSuffix(lemma, "ee") {
		return lemma[:len(lemma)-1] + "ing"
	}
	return lemma + "ing"
}

func thirdPerson(lemma string) string {
	switch {
	case endsInConsonantY(lemma):
		return lemma[:len(lemma)-1] + "ies"
	case strings.HasSuffix(lemma, "s"), strings.HasSuffix(lemma, "sh"), strings.HasSuffix(lemma, "ch"):
		return lemma + "es"
	}
	return lemma + "s"
}

func endsInConsonantY(lemma string) bool {
	n := len(lemma)
	return n > 1 && lemma[n-1] == 'y' && !strings.ContainsRune("aeiou", rune(lemma[n-2]))
}

// function is a word of the closed classes that the syntax looks at.
type function uint8

const (
	noFunction    function = iota
	auxiliary              // has, had, would, did
	beForm                 // is, was, been
	adverb                 // also, then, later; and not
	relative               // who, which
	that                   // that
	conjunction            // and, but, or
	subordinator           // as, because, when
	preposition            // of, for, in
	ofFor                  // prepositions whose object belongs to a title: of, for, from, at, with
	according              // according
	to                     // to
	by                     // by
	dateWord               // Tuesday, yesterday, March
	singularMan            // he, him
	singularWoman          // she, her
	pluralPronoun          // they
	firstPerson            // I, we
	secondPerson           // you
	thing                  // it, this
	crowd                  // others, many, some: pronouns that stand for people
)

//go:embed functions.txt
var functionList string

var functionNames = map[string]function{
	"auxiliary": auxiliary, "be": beForm, "adverb": adverb, "relative": relative, "that": that,
	"conjunction": conjunction, "subordinator": subordinator, "preposition": preposition,
	"complement": ofFor, "according": according, "to": to, "by": by, "date": dateWord, "he": singularMan,
	"she": singularWoman, "they": pluralPronoun, "first": firstPerson,
	"second": secondPerson, "thing": thing, "crowd": crowd,
}

// functions maps lower-case words of the closed classes to what they are.
var functions = sync.OnceValue(func() map[string]function {
	words := make(map[string]function)
	for line := range strings.Lines(functionList) {
		if line[0] == '#' {
			continue
		}
		fields := strings.Fields(line)
		words[fields[0]] = functionNames[fields[1]]
	}
	return words
})

// maxWord is the longest word, in bytes, that the word lists hold or that a
// feature looks at.
const maxWord = 24

// lower writes the lower-case form of a word into the buffer, with a straight
// apostrophe, and returns it; false when the word is too long for any list.
func lower(buffer *[maxWord]byte, word string) ([]byte, bool) {
	if len(word) > maxWord {
		return nil, false
	}
	n := 0
	for i := 0; i < len(word); {
		c := word[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			buffer[n] = c
			n++
			i++
			continue
		}
		if strings.HasPrefix(word[i:], "’") {
			buffer[n] = '\''
			n++
			i += len("’")
			continue
		}
		buffer[n] = c
		n++
		i++
	}
	return buffer[:n], true
}
