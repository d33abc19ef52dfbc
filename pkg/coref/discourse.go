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
	sentence int32  // of the present token
	// told counts the sentences so far in which the reporter speaks: those
	// wholly within quotation marks do not separate a pronoun from a name.
	told      int
	paragraph int
	clause    clause
	people    []referent // one an entity, in the order of Entities.List
	recent    []int32    // people, the one named last at the front
	// chain is whom the last resolved pronoun stood for, -1 for nobody yet, and
	// chainTold in which sentence that was.
	chain     int32
	chainTold int
	// speaker and subject are the last people named beside a verb of speech and
	// as a subject, -1 for nobody yet.
	speaker, subject int32
	// topic is whom the last paragraph that names people names first,
	// formerTopic whom the one before it did.
	topic, formerTopic int32
	topicParagraph     int
}

// clause is what has passed of the present sentence outside quotation marks.
type clause struct {
	told bool // a word
	verb bool // a verb
	name bool // a person's name
}

// referent is what is known of an entity at one point of the walk. Where it
// was named outside quotation marks, what others say of it within them does
// not count.
type referent struct {
	mentions  int // so far
	told      int // sentence of its latest mention, as discourse.told counts
	paragraph int
	subject   bool    // it stands before the first verb of its sentence
	initial   bool    // it is the first name of its sentence
	quoted    bool    // it stands within quotation marks
	speaking  bool    // it stands beside a verb of speech
	owner     bool    // it is a possessive
	object    bool    // it stands after a preposition
	female    float64 // evidence for a woman, in log odds; negative for a man
	pronouns  int     // pronouns that were resolved to it
}

func newDiscourse(d *nlp.Document, e *Entities, quoted []bool) *discourse {
	c := &discourse{d: d, e: e, quoted: quoted, people: make([]referent, len(e.List)), sentence: -1,
		chain: -1, speaker: -1, subject: -1, topic: -1, formerTopic: -1, topicParagraph: -1}
	for i := range c.people {
		c.people[i].female = e.female[i]
	}
	return c
}

// quotedTokens tells which tokens lie within double quotation marks. A mark
// that does not close ends with its paragraph. Where a paragraph has curly
// marks as well, straight ones that do not pair are a block quotation's: they
// hold a story that speaks of people as the reporter does.
func quotedTokens(d *nlp.Document) []bool {
	quoted := make([]bool, len(d.Tokens))
	for _, p := range d.Paragraphs {
		if p.First >= p.Last {
			continue
		}
		first, last := d.Sentences[p.First].First, d.Sentences[p.Last-1].Last
		straight, curly := 0, 0
		for i := first; i < last; i++ {
			switch d.Tokens[i].Of(d.Text) {
			case "\"":
				straight++
			case "“", "”":
				curly++
			}
		}
		stray := straight%2 == 1 && curly > 0
		inside := false
		for i := first; i < last; i++ {
			switch d.Tokens[i].Of(d.Text) {
			case "“", "``", "„", "«":
				inside = true
			case "”", "''", "»":
				inside = d.Tokens[i].Tag == nlp.TagOpenQuote // '' opens as well in some styles
			case "\"":
				inside = !stray && d.Tokens[i].Tag != nlp.TagCloseQuote
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
	if t.Sentence != c.sentence {
		c.sentence = t.Sentence
		c.clause = clause{}
		c.paragraph = c.d.Sentences[t.Sentence].Paragraph
	}
	if !c.clause.told && !c.quoted[i] && isWordTag(t.Tag) {
		c.clause.told = true
		c.told++
	}
	for c.mention < len(c.e.Mentions) && c.e.Mentions[c.mention].First < i {
		c.mention++
	}
	if c.mention < len(c.e.Mentions) && c.e.Mentions[c.mention].First == i {
		if e := c.e.Of[c.mention]; e >= 0 && c.e.List[e].Type == ner.Person {
			c.name(c.e.Mentions[c.mention], int32(e))
		}
	}
	if !c.quoted[i] && (t.Tag.IsVerb() || t.Tag == nlp.TagMD) {
		c.clause.verb = true
	}
}

// isWordTag reports whether a tag is a word's, not a mark's.
func isWordTag(t nlp.Tag) bool { return t >= nlp.TagCC && t <= nlp.TagWRB && t != nlp.TagSYM }

// name records a naming.
func (c *discourse) name(m ner.Mention, entity int32) {
	r := &c.people[entity]
	r.mentions++
	quoted := c.quoted[m.First]
	if quoted && r.mentions > 1 && !r.quoted {
		return
	}
	r.told, r.paragraph = c.told, c.paragraph
	r.quoted = quoted
	r.subject = !quoted && !c.clause.verb
	r.initial = !quoted && !c.clause.name
	r.speaking = !quoted && c.isSpeaking(m)
	r.owner = m.Last < len(c.d.Tokens) && c.d.Tokens[m.Last].Tag == nlp.TagPOS
	r.object = m.First > 0 && (c.d.Tokens[m.First-1].Tag == nlp.TagIN || c.d.Tokens[m.First-1].Tag == nlp.TagTO)
	if r.speaking {
		c.speaker = entity
	}
	if r.subject {
		c.subject = entity
	}
	if !quoted {
		c.clause.name = true
		if c.topicParagraph != c.paragraph {
			c.topic, c.formerTopic, c.topicParagraph = entity, c.topic, c.paragraph
		}
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

// speaks is speaksAt for a name that commas may part from its verb, as in Smith's
// brother, Bob Smith, said.
func speaks(d *nlp.Document, m ner.Mention) bool {
	if m.First < 0 || m.Last > len(d.Tokens) || m.First >= m.Last {
		return false
	}
	isComma := func(t int) bool { return t >= 0 && t < len(d.Tokens) && d.Tokens[t].Of(d.Text) == "," }
	if isComma(m.First-1) && isComma(m.Last) && m.Last+1 < len(d.Tokens) && isSpeechVerb(d.Tokens[m.Last+1].Of(d.Text)) {
		return true
	}
	return speaksAt(d, m.First, m.Last)
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
