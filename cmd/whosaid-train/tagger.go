package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/whosaid/whosaid/pkg/nlp"
)

func newTaggerCmd() *cobra.Command {
	var folder string
	cmd := &cobra.Command{
		Use:   "tagger",
		Short: "Convert prose's published weights to the files that pkg/nlp embeds",
		Long: `Convert the weights that prose carries, those of its tagger and those of its
recogniser, to the flat files that pkg/nlp embeds and reads in place. The same
prose gives the same bytes.`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return convertProse(folder) },
	}
	cmd.Flags().StringVar(&folder, "folder", filepath.Join("pkg", "nlp"), "folder to write the files to")
	return cmd
}

// convertProse writes the models made from prose's weights to folder.
func convertProse(folder string) error {
	for _, model := range []struct {
		file  string
		build func() ([]byte, error)
	}{
		{"tagger.bin", nlp.BuildTagger},
		{"recogniser.bin", nlp.BuildVotes},
	} {
		data, err := model.build()
		if err != nil {
			return fmt.Errorf("%s: %w", model.file, err)
		}
		if err := os.WriteFile(filepath.Join(folder, model.file), data, 0o644); err != nil {
			return fmt.Errorf("%s: %w", model.file, err)
		}
	}
	return nil
}
