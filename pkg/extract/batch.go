package extract

import (
	"context"
	"iter"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/ingest"
)

// Result is what became of one input: an article, or the error that kept it
// from being read.
type Result struct {
	Input   ingest.Input
	Article *article.Article
	Err     error
}

// queuePerWorker is how many inputs are read ahead for each worker, so that
// one long article does not keep the workers that are done with the short ones
// after it waiting for its turn. Of articles of news, whose lengths differ
// tenfold, eight workers use 4.7 cores with one, 7.7 with four, 8.0 with
// sixteen.
const queuePerWorker = 4

// Batch reads inputs with that many workers at once and yields the results in
// input order, each as soon as it and all before it are ready. An input that
// failed to load, or fails here, becomes a result with its error; the rest
// goes on. At most four inputs for each worker, and two, are in memory. When
// the context ends, inputs in flight are finished and no more are taken.
func (x *Extractor) Batch(ctx context.Context, inputs iter.Seq2[ingest.Input, error], workers int) iter.Seq[Result] {
	return func(yield func(Result) bool) {
		workers = max(1, workers)
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()

		type job struct {
			in   ingest.Input
			err  error
			done chan Result
		}
		work := make(chan job)
		order := make(chan chan Result, queuePerWorker*workers) // the queue of answers, in input order
		for range workers {
			go func() {
				for j := range work {
					r := Result{Input: j.in, Err: j.err}
					if r.Err == nil {
						// A context that ended stops the reading of inputs, not the
						// work on those that were read.
						r.Article, r.Err = x.Extract(context.WithoutCancel(ctx), j.in)
					}
					j.done <- r
				}
			}()
		}
		go func() {
			defer close(work)
			defer close(order)
			for in, err := range inputs {
				j := job{in: in, err: err, done: make(chan Result, 1)}
				select {
				case order <- j.done:
				case <-ctx.Done():
					return
				}
				work <- j
				if ctx.Err() != nil {
					return
				}
			}
		}()
		for done := range order {
			if !yield(<-done) {
				return
			}
		}
	}
}
