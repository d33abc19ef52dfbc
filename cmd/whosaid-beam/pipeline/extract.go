package pipeline

import (
	"context"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/whosaid/whosaid/cmd/whosaid-beam/rows"
	"github.com/whosaid/whosaid/pkg/ingest"
	"github.com/whosaid/whosaid/pkg/stats"
)

// extractFn reads records. All that a record gives is made before any of it goes
// out, so that a record which fails leaves nothing but its dead letter.
type extractFn struct {
	Options rows.Options

	maker *rows.Maker
}

// newExtractor is what a worker extracts with; a test may break it.
var newExtractor = rows.Options.Extractor

// Setup loads the models. A worker has one copy of them, however many of its
// bundles run at once; what it would load at the first article, it loads here.
func (f *extractFn) Setup(ctx context.Context) error {
	x := newExtractor(f.Options)
	f.maker = rows.NewMaker(f.Options, x)
	_, err := x.Extract(ctx, ingest.Input{Name: "setup", Text: "“It works,” said Ana Sá."})
	return err
}

// ProcessElement reads one record. The only error is that the runner has called
// the work off, which is no fault of the record.
func (f *extractFn) ProcessElement(ctx context.Context, record rows.Record, article, quote func(string),
	speaker func(string, stats.Count), saying func(string, stats.Saying), failed func(string),
) error {
	start := time.Now()
	made, found, err := f.maker.Make(ctx, record)
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		fail(ctx, failed, rows.DeadLetter(record, int64(len(record.Data)), err))
		return nil
	case !found:
		return nil
	}
	millisecondsOfArticle.Update(ctx, time.Since(start).Round(time.Millisecond).Milliseconds())
	articlesCounted.Inc(ctx, 1)
	wordsCounted.Inc(ctx, int64(made.Words))
	wordsOfArticle.Update(ctx, int64(made.Words))
	quotesCounted.Inc(ctx, int64(len(made.Quotes)))
	attributedCounted.Inc(ctx, int64(made.Attributed))

	article(made.Article)
	for _, row := range made.Quotes {
		quote(row)
	}
	for _, s := range made.Speakers {
		speaker(s.Name, s.Count)
	}
	for _, s := range made.Sayings {
		saying(s.Key, s)
	}
	return nil
}

// extracted is what the records give.
type extracted struct {
	articles, quotes, failures beam.PCollection // lines
	speakers                   beam.PCollection // name → stats.Count
	sayings                    beam.PCollection // key → stats.Saying
}

func extractAll(s beam.Scope, records beam.PCollection, o rows.Options) extracted {
	out := beam.ParDoN(s.Scope("Extract"), &extractFn{Options: o}, records)
	return extracted{articles: out[0], quotes: out[1], speakers: out[2], sayings: out[3], failures: out[4]}
}
