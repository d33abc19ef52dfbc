package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/train"
)

// indirectHeader heads the weights with what they are made of.
const indirectHeader = `# What speaks for (above 0) and against (below 0) words being what a cue reports, in log odds.
# Made by "whosaid-train indirect" from PolNeAR (Newell, Margolin and Ruths, 2018).
`

func newIndirectCmd() *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:   "indirect",
		Short: "Train what finds reported speech without marks",
		Long: `Train what finds reported speech without marks, from articles with all their
attributions on standard input, and measure it by cross-validation:

  whosaid-train indirect --out pkg/attrib/indirect.tsv < polnear.attributions.train.jsonl`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return trainIndirect(cmd.InOrStdin(), cmd.OutOrStdout(), out)
		},
	}
	cmd.Flags().StringVar(&out, "out", "", "file to write; without it, only measure")
	return cmd
}

func trainIndirect(in io.Reader, report io.Writer, out string) error {
	x := train.Indirect{Recogniser: ner.Default()}
	if err := x.Add(in); err != nil {
		return err
	}
	for _, s := range x.CrossValidate() {
		fmt.Fprintf(report, "probability from %.1f: reported contents %d, found %d, right %d\n", s.Least, s.Wanted, s.Found, s.Right)
	}
	if out == "" {
		return nil
	}
	return writeModel(out, indirectHeader, x.Write)
}
