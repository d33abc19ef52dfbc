package coref

import "math"

// feature is one piece of evidence that a person is whom a pronoun stands for.
type feature uint8

const (
	sameSentence feature = iota // named in the pronoun's sentence
	oneBack                     // named last in the sentence before
	twoBack
	fourBack
	farBack
	latest // the last person named that the gender allows
	subjectName
	initialName
	quotedName
	speakingName
	ownerName
	genderKnown // the article or the first name tells the pronoun's gender
	chained     // the last pronoun of the gender stood for this person
	chainedNear // and it was in this sentence or the one before
	prominent   // logarithm of the mentions and pronouns so far
	subjectSame // subject of the pronoun's own sentence
	parallel    // the pronoun opens its sentence, and the person was the subject of the one before
	featureCount
)

// weights of the features, in log odds.
var weights = [featureCount]float64{
	sameSentence: 1.0,
	oneBack:      0.8,
	twoBack:      0.2,
	fourBack:     -0.5,
	farBack:      -1.5,
	latest:       0.4,
	subjectName:  1.0,
	initialName:  0.3,
	quotedName:   -2.0,
	speakingName: 0.7,
	ownerName:    -0.3,
	genderKnown:  1.0,
	chained:      1.0,
	chainedNear:  0.7,
	prominent:    0.6,
	subjectSame:  0.3,
	parallel:     0.5,
}

// score adds up the evidence that the pronoun at token i, of the given gender,
// stands for person p, the rank-th of those in mind.
func (c *discourse) score(i, rank int, p int32, gender Gender, sign float64) float64 {
	var f [featureCount]float64
	c.features(&f, i, rank, p, gender, sign)
	sum := 0.0
	for k, v := range f {
		sum += v * weights[k]
	}
	return sum
}

// features collects the evidence.
func (c *discourse) features(f *[featureCount]float64, i, rank int, p int32, gender Gender, sign float64) {
	r := &c.people[p]
	set := func(k feature, on bool) {
		if on {
			f[k] = 1
		}
	}
	distance := c.sentence - r.sentence
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
	set(latest, rank == 0)
	set(subjectName, r.subject)
	set(initialName, r.initial)
	set(quotedName, r.quoted)
	set(speakingName, r.speaking)
	set(ownerName, r.owner)
	set(genderKnown, r.female*sign >= excludedGender)
	isChained := c.chain[gender] == p
	set(chained, isChained)
	set(chainedNear, isChained && c.sentence-c.chainSentence[gender] <= 1)
	f[prominent] = math.Log(float64(1 + r.mentions + r.pronouns))
	set(subjectSame, distance == 0 && r.subject)
	set(parallel, !c.clause.verb && !c.clause.name && distance == 1 && r.subject)
}
