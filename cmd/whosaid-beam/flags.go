package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/log"

	"github.com/whosaid/whosaid/cmd/whosaid-beam/pipeline"
	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/ingest"
)

// defaultShards divides a table into files that can be read side by side and
// are few enough to look at.
const defaultShards = 4

// defaultLeastWords keeps out what everybody says ("I don't know that").
const defaultLeastWords = 6

// usage prints our flags before those of Beam's runners.
func usage() {
	fmt.Fprint(os.Stderr, `Usage: whosaid-beam --output FOLDER [flags] PATTERN ...

Reads news articles (JSON Lines, text, HTML; gzip of any) and writes, as JSON
Lines: the articles, the quotes, the speakers, the quotes that several articles
have, and the records that could not be read. --runner names the engine; prism
runs here. README.md tells of the flags; all there are:

`)
	flag.PrintDefaults()
}

// addFlags adds our flags, which are those of whosaid where it has them.
func addFlags(flags *flag.FlagSet) *pipeline.Options {
	o := &pipeline.Options{}
	r := &o.Rows
	flags.StringVar(&o.Output, "output", "", "write the tables into this `folder`, which must be empty or new")
	flags.IntVar(&o.Shards, "shards", defaultShards, "divide each table into `N` files")
	flags.IntVar(&r.LeastWords, "least-words", defaultLeastWords, "look in several articles for quotes of `N` words or more")
	flags.StringVar((*string)(&r.Format), "input-format", string(ingest.Auto), "auto|text|jsonl|html: as whosaid -i")
	flags.StringVar((*string)(&r.Offsets), "offsets", string(article.Rune), "rune|byte|utf16: unit of starts and ends")
	flags.BoolVar(&r.Text, "text", false, "write the text that starts and ends refer to")
	flags.BoolVar(&r.Keep, "keep", false, "JSONL input: pass other fields through to the articles")
	flags.BoolVar(&r.AllQuoted, "all-quoted", false, "keep quoted words that are nobody's speech, as kind mention")
	flags.BoolVar(&r.Indirect, "indirect", false, "add reported speech without marks, as kind indirect")
	flags.Float64Var(&r.MinConfidence, "min-confidence", 0, "withhold speakers that are less sure than `F`, 0 to 1")
	flags.StringVar(&r.TextField, "text-field", "text", "JSONL input: `field` that holds the text")
	flags.StringVar(&r.IDField, "id-field", "id", "JSONL input: `field` that names the record")
	flags.Int64Var(&r.MaxBytes, "max-bytes", ingest.DefaultMaxBytes, "refuse documents of more than `N` bytes")
	flags.StringVar(&log.LogLevel, "log-level", "warn", "debug|info|warn|error: what of its own doings Beam tells")
	return o
}

// check says what of the flags cannot be.
func check(o *pipeline.Options) error {
	r := o.Rows
	switch {
	case o.Output == "":
		return errors.New("--output names no folder")
	case len(o.Patterns) == 0:
		return errors.New("no pattern of files to read")
	case o.Shards < 1:
		return fmt.Errorf("--shards is %d, less than 1", o.Shards)
	case r.LeastWords < 1:
		return fmt.Errorf("--least-words is %d, less than 1", r.LeastWords)
	case !slices.Contains(ingest.Formats(), r.Format):
		return fmt.Errorf("--input-format must be one of %v", ingest.Formats())
	case !slices.Contains([]article.Unit{article.Rune, article.Byte, article.UTF16}, r.Offsets):
		return errors.New("--offsets must be one of rune, byte, utf16")
	case !(0 <= r.MinConfidence && r.MinConfidence <= 1): // NaN too
		return fmt.Errorf("--min-confidence is %v, not between 0 and 1", r.MinConfidence)
	case r.MaxBytes <= 0:
		return fmt.Errorf("--max-bytes is %d, not more than 0", r.MaxBytes)
	}
	return nil
}
