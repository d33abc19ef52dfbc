package coref

import (
	"math"

	"github.com/whosaid/whosaid/pkg/nlp"
)

// feature is one piece of evidence that a person is whom a pronoun stands for.
type feature uint8

const (
	// Where the person was named last outside quotation marks.
	sameSentence feature = iota
	oneBack
	twoBack
	fourBack
	farBack
	sameParagraph
	latest         // nobody else was named since
	latestSubject  // no other subject was named since
	paragraphTopic // the first name of the present paragraph
	formerTopic    // the first name of the one before
	// How.
	subjectName
	subjectHere // in the pronoun's own sentence
	subjectBack // in the sentence before
	initialHere
	initialBack
	quotedName // only within quotation marks
	speakingName
	speakingBack
	ownerName
	objectName
	introduced // for the first time
	// What the text made of the person before.
	prominent   // logarithm of the mentions and pronouns
	chained     // the last pronoun stood for the person
	chainedNear // and it was in this sentence or the one before
	lastSpeaker // the last name or pronoun beside a verb of speech

	features // how many there are
)

// position is where a pronoun stands in its sentence.
type position uint8

const (
	opening   position = iota // before verb and name: "He left …"
	telling                   // the same before a verb of speech: "He said …"
	tag                       // after a quotation: "…," he said
	reporting                 // after what is reported without marks: Lunt is late, he said
	owning                    // his, her before a noun
	following                 // elsewhere, as a subject or object
	positions
)

// featureCount is how many weights there are: every feature has one that holds
// everywhere, and one for each position that is added to it.
const featureCount = int(features) * (1 + int(positions))

// score adds up the evidence that a pronoun stands for person p, the rank-th of
// those in mind, whose gender does not exclude it.
func (c *discourse) score(where position, rank int, p int32) float64 {
	var f [featureCount]float64
	c.features(&f, where, rank, p)
	sum := 0.0
	for k, v := range f {
		sum += v * c.e.weights[k]
	}
	if c.e.List[p].Gender == Unknown {
		sum -= halfTheTime
	}
	return sum
}

// halfTheTime is what it costs, in log odds, that the gender of a person is
// not known: half the people have the pronoun's. Training cannot tell, because
// it learns from people of known gender.
const halfTheTime = math.Ln2

// position tells where the pronoun at token i stands.
func (c *discourse) position(i int) position {
	tokens := c.d.Tokens
	switch {
	case tokens[i].Tag == nlp.TagPRPDollar:
		return owning
	case i > 0 && !c.clause.verb && isCloseMark(tokens[i-1].Of(c.d.Text)):
		return tag
	case i > 0 && c.clause.verb && tokens[i-1].Tag == nlp.TagComma && c.verbFollows(i):
		return reporting
	case !c.clause.verb && !c.clause.name:
		if c.verbFollows(i) {
			return telling
		}
		return opening
	}
	return following
}

// isCloseMark reports whether a token can close a quotation.
func isCloseMark(word string) bool {
	switch word {
	case "”", "''", "\"", "’", "'", "»":
		return true
	}
	return false
}

// verbFollows reports whether a verb of speech follows the pronoun at token i.
func (c *discourse) verbFollows(i int) bool {
	i++
	for i < len(c.d.Tokens) && (c.d.Tokens[i].Tag == nlp.TagRB || c.d.Tokens[i].Tag == nlp.TagVBZ && i+1 < len(c.d.Tokens) && c.d.Tokens[i+1].Tag == nlp.TagVBG) {
		i++
	}
	return i < len(c.d.Tokens) && isSpeechVerb(c.d.Tokens[i].Of(c.d.Text))
}

// features collects the evidence.
func (c *discourse) features(f *[featureCount]float64, where position, rank int, p int32) {
	r := &c.people[p]
	set := func(k feature, on bool) {
		if on {
			f[k] = 1
		}
	}
	distance := c.told - r.told
	switch {
	case distance <= 0:
		f[sameSentence] = 1
	case distance == 1:
		f[oneBack] = 1
	case distance == 2:
		f[twoBack] = 1
	case distance <= 4:
		f[fourBack] = 1
	default:
		f[farBack] = 1
	}
	set(sameParagraph, r.paragraph == c.paragraph)
	set(latest, rank == 0)
	set(latestSubject, c.subject == p)
	set(paragraphTopic, c.topic == p && c.topicParagraph == c.paragraph)
	set(formerTopic, c.topic == p && c.topicParagraph == c.paragraph-1 || c.formerTopic == p && c.topicParagraph == c.paragraph)
	set(subjectName, r.subject)
	set(subjectHere, r.subject && distance <= 0)
	set(subjectBack, r.subject && distance == 1)
	set(initialHere, r.initial && distance <= 0)
	set(initialBack, r.initial && distance == 1)
	set(quotedName, r.quoted)
	set(speakingName, r.speaking)
	set(speakingBack, r.speaking && distance == 1)
	set(ownerName, r.owner)
	set(objectName, r.object)
	set(introduced, r.mentions == 1)
	f[prominent] = math.Log(float64(1 + r.mentions + r.pronouns))
	set(chained, c.chain == p)
	set(chainedNear, c.chain == p && c.told-c.chainTold <= 1)
	set(lastSpeaker, c.speaker == p)
	copy(f[int(features)*(1+int(where)):], f[:features])
}
