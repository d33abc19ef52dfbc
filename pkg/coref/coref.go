// Package coref groups mentions into entities: name variants, acronyms and
// titles that name the same person, place or organisation; the roles that the
// article gives them; and the gender and number that pronouns need.
//
// It takes a parsed document and the mentions of its recogniser, and ignores
// mentions of other things than people, places and organisations. Names are
// compared in a folded form; the text itself is never changed.
package coref

import (
	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/span"
)

// Gender is what the article's own words say of a person: titles, pronouns,
// first names.
type Gender uint8

const (
	Unknown Gender = iota
	Female
	Male
	// Neuter is the gender of organisations and places: it, its.
	Neuter
)

// Entity is one person, place or organisation of the article.
type Entity struct {
	Type    ner.Type // Person, Place or Organisation
	Name    string   // the fullest name that the article uses
	Aliases []string // the other names, in order of first use
	Roles   []Role   // in document order
	// Mentions are indices into the mentions that Resolve was given, in
	// document order.
	Mentions []int
	Gender   Gender
	// Salience says how much the article is about the entity, 0..1: by how
	// often, how early and whether in the headline it is named.
	Salience float64
	// Country is the ISO 3166-1 alpha-2 code of a place's country, GeoNames the
	// id of a city at geonames.org; each empty where it is not known or not
	// sure.
	Country, GeoNames string
	// Plural is set for a name of several people: "the Clintons".
	Plural bool
}

// Role is what the article says an entity is: "Polish Prime Minister".
type Role struct {
	span.Span
	Mention int // index of the mention that it stands beside
}

// Entities is the answer of [Resolve].
type Entities struct {
	// Mentions are those given, in document order. A mention's type may differ
	// from the one given, where the article's other mentions of the same name
	// say so beyond doubt.
	Mentions []ner.Mention
	List     []Entity // in order of first mention
	Of       []int    // mention index → index into List; -1 for none

	// weights resolve the pronouns: those of this package but in training.
	weights  *[featureCount]float64
	female   []float64   // evidence of gender, one an entity
	pronouns []pronounAt // in text order
	roles    []roleOf    // of people, by noun and then in text order
	quoted   []bool      // token → lies within quotation marks
}

// Resolve groups mentions, which must be in document order, into entities.
// It changes neither argument; time grows linearly with the text.
func Resolve(d *nlp.Document, mentions []ner.Mention) *Entities {
	return resolve(d, mentions, &weights)
}

// resolve is Resolve with the weights that resolve the pronouns.
func resolve(d *nlp.Document, mentions []ner.Mention, weights *[featureCount]float64) *Entities {
	r := newResolver(d, mentions)
	r.parse()
	r.retype()
	r.collectForms()
	r.cluster()
	r.settleGenders()
	r.assign()
	e := r.entities()
	e.weights = weights
	r.findRoles(e)
	e.indexRoles(d)
	r.setCountries(e)
	e.resolvePronouns(d)
	e.setSalience(d)
	return e
}
