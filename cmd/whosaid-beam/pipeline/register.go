package pipeline

import (
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/whosaid/whosaid/cmd/whosaid-beam/rows"
	"github.com/whosaid/whosaid/pkg/stats"
)

// A worker finds what it runs by its registered name. Beam's package register
// would save a call by reflection for each record and row, a microsecond beside
// the milliseconds of an article, and costs half a minute of compiling for every
// few DoFns.
func init() {
	for _, fn := range []any{
		&listFn{}, &lookFn{}, &readFn{}, &extractFn{}, &speakerRowFn{}, &repeatedRowFn{}, &shardFn{}, &everyShardFn{}, &writeFn{},
	} {
		beam.RegisterDoFn(reflect.TypeOf(fn).Elem())
	}
	for _, value := range []any{
		file{}, rows.Record{}, stats.Count{}, stats.Saying{}, stats.SaidBy{}, addCounts{}, mergeSayings{},
	} {
		beam.RegisterType(reflect.TypeOf(value))
	}
}
