package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/whosaid/whosaid/pkg/train"
)

// quoteKindHeader heads the weights with what they are made of.
const quoteKindHeader = `# What speaks for (above 0) and against (below 0) quoted text being speech, in log odds.
# Made by "whosaid-train quotekind" from PolNeAR (Newell, Margolin and Ruths, 2018).
`

func newQuoteKindCmd() *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:   "quotekind",
		Short: "Train what tells speech from words that are merely quoted",
		Long: `Train what tells speech from words that are merely quoted (titles, nicknames,
scare quotes), from annotated articles on standard input, and measure it by
cross-validation:

  whosaid-train quotekind --out pkg/quote/weights.tsv < polnear.direct.train.jsonl`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return trainQuoteKinds(cmd.InOrStdin(), cmd.OutOrStdout(), out)
		},
	}
	cmd.Flags().StringVar(&out, "out", "", "file to write; without it, only measure")
	return cmd
}

func trainQuoteKinds(in io.Reader, report io.Writer, out string) error {
	var kinds train.QuoteKinds
	if err := kinds.Add(in); err != nil {
		return err
	}
	if err := kinds.AddInvented(); err != nil {
		return err
	}
	s := kinds.CrossValidate()
	fmt.Fprintf(report, "speech %d, lost %d; mentions %d, kept as speech %d\n", s.Speech, s.Lost, s.Mentions, s.Kept)
	if out == "" {
		return nil
	}
	return writeModel(out, quoteKindHeader, kinds.Write)
}
