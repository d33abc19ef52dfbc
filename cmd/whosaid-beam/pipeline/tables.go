package pipeline

import (
	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/whosaid/whosaid/cmd/whosaid-beam/rows"
	"github.com/whosaid/whosaid/pkg/stats"
)

// addCounts adds up what is counted of one speaker.
type addCounts struct{}

// MergeAccumulators adds two counts.
func (addCounts) MergeAccumulators(a, b stats.Count) stats.Count { return a.Plus(b) }

// mergeSayings gathers what articles have of the same saying.
type mergeSayings struct{}

// MergeAccumulators merges two sayings.
func (mergeSayings) MergeAccumulators(a, b stats.Saying) stats.Saying { return a.Merge(b) }

// speakerRow is one row of the table of speakers, with the names that
// whosaid stats -o json has.
type speakerRow struct {
	Name string `json:"name"`
	stats.Count
}

// speakerRowFn writes the row of a speaker.
type speakerRowFn struct{}

// ProcessElement writes one row.
func (speakerRowFn) ProcessElement(name string, count stats.Count) (string, error) {
	return rows.Line(speakerRow{name, count})
}

// repeatedRowFn writes the row of a saying that is repeated.
type repeatedRowFn struct{}

// ProcessElement writes one row, or none for what a single article has.
func (repeatedRowFn) ProcessElement(_ string, saying stats.Saying, emit func(string)) error {
	const fewestArticles = 2 // that make a saying a repeated one
	if saying.Articles < fewestArticles {
		return nil
	}
	line, err := rows.Line(saying)
	if err == nil {
		emit(line)
	}
	return err
}

// speakers gives the rows of all speakers with a name.
func speakers(s beam.Scope, counts beam.PCollection) beam.PCollection {
	s = s.Scope("Speakers")
	return beam.ParDo(s, &speakerRowFn{}, beam.CombinePerKey(s, &addCounts{}, counts))
}

// repeated gives the rows of the sayings that several articles have.
func repeated(s beam.Scope, sayings beam.PCollection) beam.PCollection {
	s = s.Scope("Repeated")
	return beam.ParDo(s, &repeatedRowFn{}, beam.CombinePerKey(s, &mergeSayings{}, sayings))
}
