// Package coref groups mentions into entities: name variants, acronyms and
// titles that name the same person, place or organisation; the roles that the
// article gives them; and the gender and number that pronouns need.
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
}

// Role is what the article says an entity is: "Polish Prime Minister".
type Role struct {
	span.Span
	Mention int // index of the mention that it stands beside
}

// Entities is the answer of [Resolve].
type Entities struct {
	Mentions []ner.Mention // as given
	List     []Entity      // in order of first mention
	Of       []int         // mention index → index into List; -1 for none
}

// Resolve groups mentions into entities.
func Resolve(d *nlp.Document, mentions []ner.Mention) *Entities {
	return &Entities{Mentions: mentions, Of: make([]int, len(mentions))}
}
