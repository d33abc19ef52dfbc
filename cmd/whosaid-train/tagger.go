package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/whosaid/whosaid/pkg/nlp"
)

func newTaggerCmd() *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:   "tagger",
		Short: "Convert prose's tagger weights to the file that pkg/nlp embeds",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			model, err := nlp.BuildTagger()
			if err != nil {
				return err
			}
			if err := os.WriteFile(out, model, 0o644); err != nil {
				return fmt.Errorf("tagger model: %w", err)
			}
			return nil
		},
	}
	cmd.Flags().StringVar(&out, "out", "pkg/nlp/tagger.bin", "file to write")
	return cmd
}
