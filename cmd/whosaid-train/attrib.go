package main

import (
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/spf13/cobra"

	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/train"
)

// attribHeader heads the weights with what they are made of.
const attribHeader = `# What speaks for (above 0) and against (below 0) a candidate being the source of a quote, in log odds.
# Made by "whosaid-train attrib" from PolNeAR (Newell, Margolin and Ruths, 2018).
`

func newAttribCmd() *cobra.Command {
	var out string
	var ablate bool
	cmd := &cobra.Command{
		Use:   "attrib",
		Short: "Train what finds the source of a quote",
		Long: `Train what finds the source of a quote, from annotated articles on standard
input, and measure it by cross-validation:

  whosaid-train attrib --out pkg/attrib/weights.tsv < polnear.direct.train.jsonl`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return trainAttributions(cmd.InOrStdin(), cmd.OutOrStdout(), out, ablate)
		},
	}
	cmd.Flags().StringVar(&out, "out", "", "file to write; without it, only measure")
	cmd.Flags().BoolVar(&ablate, "ablate", false, "measure what each group of evidence is worth as well")
	return cmd
}

func trainAttributions(in io.Reader, report io.Writer, out string, ablate bool) error {
	a := train.Attributions{Recogniser: ner.Default()}
	if err := a.Add(in); err != nil {
		return err
	}
	if err := a.AddInvented(); err != nil {
		return err
	}
	groups := train.EvidenceGroups()
	if !ablate {
		groups = groups[:1]
	}
	for i, g := range groups {
		s := a.CrossValidate(g.Prefixes...)
		fmt.Fprintf(report, "without %s: quotes with a source %d, right %d; without %d, given to nobody %d\n", g.Name, s.Speech, s.Right, s.Mute, s.Silent)
		if i > 0 {
			continue
		}
		for _, kind := range slices.Sorted(maps.Keys(s.Kinds)) {
			fmt.Fprintf(report, "  %s: %d, right %d\n", kind, s.Kinds[kind][0], s.Kinds[kind][1])
		}
		for i, bin := range s.Bins {
			fmt.Fprintf(report, "  probability %.1f to %.1f: %d answers, %d right\n", float64(i)/10, float64(i+1)/10, bin[0], bin[1])
		}
	}
	if out == "" {
		return nil
	}
	return writeModel(out, attribHeader, a.Write)
}
