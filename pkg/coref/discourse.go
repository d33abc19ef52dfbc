package coref

import (
	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
)

// maxCandidates bounds how many people a pronoun can choose from: those named
// last. Those named before them are hardly ever meant.
const maxCandidates = 10

// discourse is what a reader has in mind at one token of a text: who was named
// how lately and in what position. It is built by walking through the tokens
// in order.
type discourse struct {
	d        *nlp.Document
	e        *Entities
	quoted   []bool // token → lies within quotation marks
	mention  int    // the next mention to come
	sentence int
	clause   clause
	people   []referent // one an entity, in the order of Entities.List
	recent   []int32    // people, the one named last at the front
	// chain is whom the last resolved pronoun of each gender stood for, -1 for
	// nobody yet, and chainSentence where that was.
	chain         [Neuter]int32
	chainSentence [Neuter]int
}

// clause is what has passed of the present sentence.
type clause struct {
	verb    bool // a verb outside quotes has passed
	name    bool // a person's name outside quotes has passed
	pronoun bool // a third-person pronoun has passed
}

// referent is what is known of an entity at one point of the walk.
type referent struct {
	mentions  int     // so far
	last      int     // its latest mention
	token     int     // where that starts
	sentence  int     // and its sentence
	subject   bool    // it stands before the first verb of its sentence
	initial   bool    // it is the first name of its sentence
	quoted    bool    // it stands within quotation marks
	speaking  bool    // it stands beside a verb of speech
	owner     bool    // it is a possessive
	female    float64 // evidence for a woman, in log odds; negative for a man
	pronouns  int     // pronouns that were resolved to it
	lastQuote int     // the last mention that stood outside quotes, -1 for none
}

func newDiscourse(d *nlp.Document, e *Entities) *discourse {
	c := &discourse{d: d, e: e, quoted: quotedTokens(d), people: make([]referent, len(e.List)), sentence: -1}
	for i := range c.people {
		c.people[i].last = -1
		c.people[i].female = genderEvidence(e.List[i].Gender)
	}
	for g := range c.chain {
		c.chain[g] = -1
	}
	return c
}

// quotedTokens tells which tokens lie within double quotation marks. A mark
// that does not close ends with its paragraph.
func quotedTokens(d *nlp.Document) []bool {
	quoted := make([]bool, len(d.Tokens))
	for _, p := range d.Paragraphs {
		if p.First >= p.Last {
			continue
		}
		inside := false
		for i := d.Sentences[p.First].First; i < d.Sentences[p.Last-1].Last; i++ {
			switch d.Tokens[i].Of(d.Text) {
			case "“", "``", "„", "«":
				inside = true
			case "”", "''", "»":
				inside = false
			case "\"":
				inside = !inside
			default:
				quoted[i] = inside
			}
		}
	}
	return quoted
}

// step moves past token i: names that start there come to mind.
func (c *discourse) step(i int) {
	t := &c.d.Tokens[i]
	if int(t.Sentence) != c.sentence {
		c.sentence = int(t.Sentence)
		c.clause = clause{}
	}
	for c.mention < len(c.e.Mentions) && c.e.Mentions[c.mention].First < i {
		c.mention++
	}
	if c.mention < len(c.e.Mentions) && c.e.Mentions[c.mention].First == i {
		if e := c.e.Of[c.mention]; e >= 0 && c.e.List[e].Type == ner.Person {
			c.name(c.mention, int32(e))
		}
	}
	if !c.quoted[i] && (t.Tag.IsVerb() || t.Tag == nlp.TagMD) {
		c.clause.verb = true
	}
}

// name records a naming.
func (c *discourse) name(mention int, entity int32) {
	m := c.e.Mentions[mention]
	r := &c.people[entity]
	r.mentions++
	r.last, r.token, r.sentence = mention, m.First, c.sentence
	r.quoted = c.quoted[m.First]
	r.subject = !r.quoted && !c.clause.verb
	r.initial = !r.quoted && !c.clause.name
	r.speaking = !r.quoted && c.isSpeaking(m)
	r.owner = m.Last < len(c.d.Tokens) && c.d.Tokens[m.Last].Tag == nlp.TagPOS
	if !r.quoted {
		c.clause.name = true
	}
	c.recall(entity)
}

// recall moves a person to the front of those in mind.
func (c *discourse) recall(entity int32) {
	at := len(c.recent)
	for i, other := range c.recent {
		if other == entity {
			at = i
			break
		}
	}
	if at == len(c.recent) {
		if at < maxCandidates {
			c.recent = append(c.recent, 0)
		} else {
			at--
		}
	}
	copy(c.recent[1:at+1], c.recent[:at])
	c.recent[0] = entity
}

// isSpeaking reports whether a name stands beside a verb of speech: "Smith
// said", "said Smith", "Smith, who lives there, said" does not count.
func (c *discourse) isSpeaking(m ner.Mention) bool {
	next := m.Last
	if next < len(c.d.Tokens) && c.d.Tokens[next].Tag == nlp.TagRB {
		next++
	}
	if next < len(c.d.Tokens) && isSpeechVerb(c.d.Tokens[next].Of(c.d.Text)) {
		return true
	}
	return m.First > 0 && isSpeechVerb(c.d.Tokens[m.First-1].Of(c.d.Text))
}

// isSpeechVerb reports whether a word as written is a common verb of speech.
func isSpeechVerb(word string) bool {
	switch word {
	case "said", "says", "told", "tells", "added", "adds", "asked", "asks", "explained", "explains", "argued", "argues",
		"warned", "warns", "wrote", "writes", "tweeted", "noted", "notes", "insisted", "insists", "replied", "replies",
		"continued", "continues", "called", "claimed", "claims", "stated", "states", "recalled", "recalls", "declared",
		"declares", "suggested", "suggests", "stressed", "remarked", "posted", "joked", "urged", "urges", "acknowledged",
		"admitted", "admits", "announced", "announces", "concluded", "concludes", "responded", "responds", "vowed", "promised",
		"described", "testified", "predicted", "observed", "complained", "pointed", "emphasized", "emphasised":
		return true
	}
	return false
}
