// Package pipeline is whosaid as a pipeline of Apache Beam: files go in, and out
// come the articles, the tables made of them, and the records that could not be
// read. What a record gives is the business of package rows; here is only what
// divides, gathers and counts.
package pipeline

import (
	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/whosaid/whosaid/cmd/whosaid-beam/rows"
)

// Options says what a pipeline reads and writes.
type Options struct {
	Patterns []string // of files, in the form of their file system
	Output   string   // the folder that takes the tables
	Shards   int      // how many files each table is divided into
	Rows     rows.Options
}

// The tables, by the names of their files.
const (
	Articles    = "articles"
	Quotes      = "quotes"
	Speakers    = "speakers"
	Repeated    = "repeated"
	DeadLetters = "dead-letters"
)

// Build adds the pipeline to a scope.
func Build(s beam.Scope, o Options) {
	records, unread := read(s, o)
	found := extractAll(s, records, o.Rows)

	s = s.Scope("Write")
	write(s, o, Articles, found.articles)
	write(s, o, Quotes, found.quotes)
	write(s, o, Speakers, speakers(s, found.speakers))
	write(s, o, Repeated, repeated(s, found.sayings))
	write(s, o, DeadLetters, beam.Flatten(s, unread, found.failures))
}
