// Command whosaid-train trains the models that whosaid embeds.
package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"
)

func main() {
	root := &cobra.Command{
		Use: "whosaid-train", Short: "train the models that whosaid embeds",
		SilenceUsage: true, SilenceErrors: true,
	}
	root.AddCommand(newNERCmd(), newTaggerCmd(), newFirstNamesCmd(), newSmallWordsCmd(), newQuoteKindCmd(), newPronounsCmd(), newCitiesCmd(), newAttribCmd(), newIndirectCmd())
	if err := root.Execute(); err != nil {
		fmt.Fprintln(os.Stderr, "whosaid-train:", err)
		os.Exit(1)
	}
}
