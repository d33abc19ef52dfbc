package attrib

import "strings"

// Words says the evidence in words for a person; [Evidence.Name] is what the
// model calls it.
func (e Evidence) Words() string {
	feature, rest, _ := strings.Cut(e.Name, "=")
	rest = oneWord.Replace(rest)
	say, known := sayings[feature]
	v := values(strings.Fields(rest))
	if !known || len(v) == 0 {
		return e.Name
	}
	return say(v)
}

// oneWord makes one word of the values that are several.
var oneWord = strings.NewReplacer("cue without source", "cue-without-source", "object as", "object-as")

// values are those of a piece of evidence, in the order of its name.
type values []string

// at returns the i-th value, counted from the end when i is negative; empty for
// none.
func (v values) at(i int) string {
	if i < 0 {
		i += len(v)
	}
	if i < 0 || i >= len(v) {
		return ""
	}
	return v[i]
}

// sayings turn the values of a feature into words.
var sayings = map[string]func(values) string{
	"where":         func(v values) string { return placeWords(v) },
	"where+mark":    func(v values) string { return placeWords(v) + ", " + markWords(v.at(-2), v.at(-1)) },
	"phrases+link":  func(v values) string { return join(betweenWords(v.at(1)), linkWords[v.at(2)]) },
	"touches+class": func(v values) string { return touchWords[v.at(1)] + classSaying(v.at(2)) },
	"touches+busy": func(v values) string {
		if v.at(2) == "yes" {
			return touchWords[v.at(1)] + ", and it stands beside another quote"
		}
		return join(touchWords[v.at(1)], linkWords[v.at(4)])
	},
	"cue":       func(v values) string { return "its cue is a form of “" + strings.Join(v[:len(v)-1], " ") + "”" },
	"kind+link": func(v values) string { return join(kindWords[v.at(0)], linkWords[v.at(1)]) },
	"kind+where": func(v values) string {
		return kindWords[v.at(0)] + " " + placeWords(v[1:])
	},
	"head+link": func(v values) string {
		if v.at(0) == "yes" {
			return "the noun “" + v.at(1) + "” with a cue"
		}
		return "the noun “" + v.at(1) + "” without a cue"
	},
	"next":  func(v values) string { return besideWords(v.at(0)) + " follows it" },
	"prior": func(v values) string { return besideWords(v.at(0)) + " comes before it" },
	"inside": func(v values) string {
		if v.at(0) == "yes" {
			return "the quote itself names it"
		}
		return "the quote does not name it"
	},
	"vote+kind":        func(v values) string { return join(patternWords(v.at(0)), kindWords[v.at(1)]) },
	"vote+busy":        func(v values) string { return patternWords(v.at(0)) + firstWords(v.at(1)) },
	"sieve":            func(values) string { return "a rule for such quotes proposes it" },
	"claim":            func(v values) string { return claimWords(v.at(0), v.at(-2), v.at(-1)) },
	"claim+prior":      func(v values) string { return claimWords(v.at(0), v.at(-2), v.at(-1)) },
	"previous+touches": func(v values) string { return join(toldWords(v.at(0)), touchWords[v.at(1)]) },
	"previous+alone":   func(v values) string { return toldWords(v.at(0)) + aloneWords(v.at(1)) },
	"previous+clause":  func(v values) string { return toldWords(v.at(0)) + cueNearWords(v.at(1), v.at(2)) },
	"previous+link":    func(v values) string { return join(toldWords(v.at(0)), linkWords[v.at(1)]) },
	"nobody+speech":    func(v values) string { return "the words alone are " + speechWords[v.at(0)] },
	"nobody+mark":      func(v values) string { return markWords(v.at(0), v.at(1)) },
	"nobody+clauses":   func(v values) string { return "of cues: " + strings.TrimPrefix(cueNearWords(v.at(0), v.at(1)), ", ") },
	"nobody+gap":       func(v values) string { return "how far the quote before is" },
	"nobody+alone":     func(v values) string { return strings.TrimPrefix(aloneWords(v.at(0)), ", ") },
	"nobody+length":    func(v values) string { return "how long the quote is" },
	"nobody+word":      func(v values) string { return "the word “" + v.at(0) + "” comes before the quote" },
}

// join joins two observations, either of which may be empty.
func join(a, b string) string {
	switch {
	case b == "":
		return a
	case a == "":
		return b
	}
	return a + ", " + b
}

// placeWords says where a candidate stands: side, sentences, paragraphs.
func placeWords(v values) string {
	out := map[string]string{"before": "before the quote", "between": "between the pieces of the quote", "after": "behind the quote"}[v.at(0)]
	switch sentences := v.at(1); {
	case v.at(2) == "1":
		return out + ", a paragraph away"
	case v.at(2) == "2":
		return out + ", paragraphs away"
	case sentences == "1":
		return out + ", a sentence away"
	case sentences == "2", sentences == "3":
		return out + ", sentences away"
	}
	return out + ", in its sentence"
}

var touchWords = map[string]string{
	"yes": "its cue touches the quote", "no": "no cue of its own touches the quote", "object": "the quote follows the object of its cue",
	"object-as": "the quote follows the object of its cue", "colon": "a colon ties its cue to the quote", "comma": "a comma ties its cue to the quote",
}

// classSaying says what kind of cue it is.
func classSaying(class string) string {
	if class == "none" || class == "" {
		return ""
	}
	return " (a word like “" + class + "”)"
}

var linkWords = map[string]string{
	"adjacent": "right before its cue", "apposed": "before its cue, with a description between", "who": "described by its cue (who said)",
	"inverted": "right behind its cue", "shared": "its cue comes later in the sentence", "by": "behind “by”", "according": "behind “according to”",
	"none": "without a cue",
}

var kindWords = map[string]string{
	"name": "a name", "organisation": "an organisation", "place": "a place", "noun": "a noun", "pronoun": "a pronoun",
	"he": "he or she", "they": "they", "i": "I or we", "you": "you", "it": "it",
}

// betweenWords says how many phrases lie between a candidate and the quote.
func betweenWords(n string) string {
	switch n {
	case "0", "<0":
		return "nobody else between it and the quote"
	case "1":
		return "one phrase between it and the quote"
	}
	return steps.Replace(n) + " phrases between it and the quote"
}

// steps says the ranges of counts in words.
var steps = strings.NewReplacer("+", " or more", "-", " to ")

// besideWords says what stands beside a candidate.
func besideWords(what string) string {
	switch what {
	case "none", "start", ".":
		return "nothing in the sentence"
	case "piece":
		return "quoted text"
	case "cue":
		return "a cue"
	case "phrase":
		return "another noun"
	case "who":
		return "“who” or “that”"
	case "as", "and", "of":
		return "“" + what + "” or the like"
	case "aux":
		return "an auxiliary verb"
	case "function":
		return "a small word"
	case ",", ":", ";", "-", "(", ")", "!", "...":
		return "the mark “" + what + "”"
	}
	return "another word"
}

// patternWords says which order of words a rule saw.
func patternWords(pattern string) string {
	switch pattern {
	case "none":
		return "no rule proposes it"
	case "same":
		return "the quotation goes on"
	case "split":
		return "the quotation is split around it"
	case "floating", "subject":
		return "it is what the sentence before is about"
	case "next-paragraph":
		return "it announces the next paragraph"
	}
	return "the order is " + strings.ReplaceAll(strings.ReplaceAll(pattern, "-", ", "), "source", "speaker")
}

// firstWords says whether the surest rule is for a candidate.
func firstWords(first string) string {
	if first == "yes" {
		return ", by the surest rule that applies"
	}
	return ""
}

// claimWords says whether a candidate is whom the surest rule proposes.
func claimWords(pattern, first, same string) string {
	switch {
	case pattern == "none":
		return join("no rule applies to the quote", strings.TrimPrefix(toldWords(same), "it "))
	case first == "yes":
		return "the surest rule proposes it"
	}
	return "the surest rule proposes another"
}

// toldWords says whether a candidate said the quote before.
func toldWords(same string) string {
	switch same {
	case "phrase", "entity":
		return "it said the quote before"
	}
	return "it did not say the quote before"
}

func aloneWords(alone string) string {
	if alone == "yes" {
		return ", the quote is a paragraph of its own"
	}
	return ", the quote shares its paragraph"
}

// cueNearWords says on which sides of the quote a cue stands.
func cueNearWords(before, after string) string {
	switch {
	case before == "yes" && after == "yes":
		return ", a cue on both sides of the quote"
	case before == "yes":
		return ", a cue right before the quote"
	case after == "yes":
		return ", a cue right behind the quote"
	}
	return ", no cue beside the quote"
}

// markWords says what stands before a quote and how it ends.
func markWords(before, ends string) string {
	out := ""
	switch before {
	case "start":
		out = "the quote starts its paragraph"
	case "piece":
		out = "the quote follows another"
	case "that", "as":
		out = "the quote follows “" + before + "”"
	case "cue", "cue-without-source":
		out = "the quote follows a verb of speech"
	case "phrase":
		out = "the quote follows a noun"
	case "word":
		out = "the quote follows another word"
	default:
		out = "the quote follows “" + before + "”"
	}
	if ends == "none" {
		return out + " and ends without a mark"
	}
	return out + " and ends with “" + ends + "”"
}

var speechWords = map[string]string{
	"0": "hardly speech", "1": "unlikely to be speech", "2": "as likely speech as not", "3": "likely speech", "4": "surely speech",
}
