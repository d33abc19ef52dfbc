package main

import (
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/whosaid/whosaid/pkg/train"
)

// smallWordsHeader heads the list with what it is made of.
const smallWordsHeader = `# Words that stand without a capital inside names of people, places and organisations.
# Made by "whosaid-train smallwords" from the sets that the recogniser is trained on; MODEL.md names them.
`

func newSmallWordsCmd() *cobra.Command {
	var data, out string
	cmd := &cobra.Command{
		Use:   "smallwords",
		Short: "Make the list of words that stand small inside names",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			words, err := train.SmallWords(data, train.Corpora())
			if err != nil {
				return err
			}
			return os.WriteFile(out, []byte(smallWordsHeader+strings.Join(words, "\n")+"\n"), 0o644)
		},
	}
	cmd.Flags().StringVar(&data, "data", "../shared/data", "folder of the corpora")
	cmd.Flags().StringVar(&out, "out", "pkg/ner/smallwords.txt", "file to write")
	return cmd
}
