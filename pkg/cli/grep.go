package cli

import (
	"bytes"
	"context"
	"fmt"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/encode"
	"github.com/whosaid/whosaid/pkg/extract"
	"github.com/whosaid/whosaid/pkg/ingest"
	"github.com/whosaid/whosaid/pkg/query"
	"github.com/whosaid/whosaid/pkg/span"
)

const grepHelp = `Print the quotes that are asked for, each with its file, line and column.

Every condition that is given must hold. Names and cues are compared without
regard to case, and a part of them is enough: --speaker mayor finds whom the
article calls "the mayor of Faro".

Exit codes are those of whosaid itself, and 1 when no quote is found.`

const grepExamples = `  whosaid grep --speaker Kallas articles/
  whosaid grep --about NATO --cue warn 'news/**/*.txt'
  whosaid grep --text '(?i)red lines?' -C 1 articles/
  whosaid grep --speaker minister -o jsonl feed.jsonl | jq -r .text`

type grepFormat string

const (
	grepText  grepFormat = "text"
	grepJSONL grepFormat = "jsonl"
)

// anyKind is the word for quotes of every kind.
const anyKind = article.Kind("any")

type grepOptions struct {
	source
	query   query.Query
	pattern string // of query.Text
	kind    article.Kind
	context int // lines before and after
	output  grepFormat
}

func newGrepCommand(streams Streams) *cobra.Command {
	o := &grepOptions{source: source{streams: streams}}
	cmd := &cobra.Command{
		Use:     "grep [flags] [path ...]",
		Short:   "Print the quotes of a speaker, with a cue, about somebody or with some words",
		Long:    grepHelp,
		Example: grepExamples,
		Args:    cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := o.compile(); err != nil {
				return usageError(cmd, err)
			}
			paths, err := o.paths(cmd, args)
			if err != nil {
				return err
			}
			return o.run(cmd.Context(), o.newExtractor(), paths)
		},
	}
	o.addFlags(cmd)
	addChoice(cmd, &o.kind, "kind", "", "kind of the quote; indirect needs --indirect, mention --all-quoted",
		[]article.Kind{anyKind, article.Direct, article.Mixed, article.Indirect, article.QuotedOnly})
	addChoice(cmd, &o.output, "output", "o", "output format", []grepFormat{grepText, grepJSONL})
	flags := cmd.Flags()
	flags.StringVar(&o.query.Speaker, "speaker", "", "part of the speaker's name, alias or `role`")
	flags.StringVar(&o.query.Cue, "cue", "", "part of the `word` that ties the quote to its speaker")
	flags.StringVar(&o.query.About, "about", "", "part of a `name` in the quote")
	flags.StringVar(&o.pattern, "text", "", "`regexp` that what is said matches")
	flags.IntVarP(&o.context, "context", "C", 0, "print `N` lines of the article around the quote")
	return cmd
}

// compile makes the query of the flags.
func (o *grepOptions) compile() error {
	if o.context < 0 {
		return fmt.Errorf("--context is %d, less than 0", o.context)
	}
	if o.kind != anyKind {
		o.query.Kind = o.kind
	}
	if o.pattern == "" {
		return nil
	}
	pattern, err := regexp.Compile(o.pattern)
	if err != nil {
		return fmt.Errorf("--text: %w", err)
	}
	o.query.Text = pattern
	return nil
}

func (o *grepOptions) run(ctx context.Context, x *extract.Extractor, paths []string) error {
	found := false
	write := o.writeText
	if o.output == grepJSONL {
		write = o.writeJSONL
	}
	code, err := o.each(ctx, x, paths, noSuggestions, func(in ingest.Input, a *article.Article) error {
		quotes := o.query.Find(a)
		if len(quotes) == 0 {
			return nil
		}
		found = true
		var out bytes.Buffer
		if err := write(&out, in, a, quotes); err != nil {
			return err
		}
		if _, err := o.streams.Out.Write(out.Bytes()); err != nil {
			return fmt.Errorf("standard output: %w", err)
		}
		return nil
	})
	switch {
	case err != nil:
		return err
	case code == ExitDone && !found:
		return exitWith(ExitCondition)
	}
	return exitWith(code)
}

// writeText prints each quote as path:line:column: speaker: words, and the
// lines around it as path-line- line.
func (o *grepOptions) writeText(out *bytes.Buffer, in ingest.Input, a *article.Article, quotes []int) error {
	index := span.NewIndex(a.Text)
	lines := strings.Split(a.Text, "\n")
	name := encode.Visible(in.Name)
	around := func(from, to int) {
		for n := max(from, 1); n <= min(to, len(lines)); n++ {
			fmt.Fprintf(out, "%s-%d- %s\n", name, n, encode.Visible(strings.TrimRight(lines[n-1], "\r")))
		}
	}
	for n, i := range quotes {
		q := a.Quotes[i]
		start, end := index.Position(q.Start), index.Position(q.End)
		if o.context > 0 && n > 0 {
			out.WriteString("--\n")
		}
		around(start.Line-o.context, start.Line-1)
		fmt.Fprintf(out, "%s:%d:%d: %s: %s\n", name, start.Line, start.Column,
			encode.Visible(speakerName(q)), encode.OneLine(strings.Join(a.Spoken(i), " … ")))
		if o.context > 0 {
			around(end.Line+1, end.Line+o.context)
		}
	}
	return nil
}

// speakerName names who said a quote, for people.
func speakerName(q article.Quote) string {
	if q.Speaker == nil {
		return "(speaker unknown)"
	}
	return q.Speaker.Name
}

// foundQuote is one line of JSONL output: the quote as in the article's own
// output, with its place.
type foundQuote struct {
	Input  string `json:"input"`
	Line   int    `json:"line"`   // of its first character; both count from 1
	Column int    `json:"column"` // in code points
	article.Quote
}

func (o *grepOptions) writeJSONL(out *bytes.Buffer, in ingest.Input, a *article.Article, quotes []int) error {
	index := span.NewIndex(a.Text)
	inRunes := a.InUnit(article.Rune)
	for _, i := range quotes {
		at := index.Position(a.Quotes[i].Start)
		if err := encode.WriteJSON(out, foundQuote{in.Name, at.Line, at.Column, inRunes.Quotes[i]}, ""); err != nil {
			return err
		}
	}
	return nil
}
