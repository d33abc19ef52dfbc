package main

import (
	"os"

	"github.com/spf13/cobra"

	"github.com/whosaid/whosaid/pkg/train"
)

// newNERCmd trains the recogniser of names.
func newNERCmd() *cobra.Command {
	r := train.Recogniser{Log: os.Stderr}
	var only int
	c := &cobra.Command{
		Use:   "ner",
		Short: "train the recogniser of people, places and organisations",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			r.Corpora = train.Corpora()
			if only > 0 {
				r.Corpora = r.Corpora[:only]
			}
			return r.Experiment()
		},
	}
	f := c.Flags()
	f.StringVar(&r.Data, "data", "../shared/data", "folder of the corpora")
	f.IntVar(&r.Settings.Rounds, "rounds", 12, "passes over the corpora")
	f.Float64Var(&r.Settings.Rate, "rate", 0.1, "learning rate")
	f.Float64Var(&r.Settings.Decay, "decay", 1e-5, "L2")
	f.Uint32Var(&r.Settings.Least, "least", 2, "times a feature must be seen")
	f.StringVar(&r.Dump, "dump", "", "")
	f.IntVar(&only, "only", 0, "first corpora only")
	return c
}
