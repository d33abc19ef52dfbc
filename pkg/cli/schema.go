package cli

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/whosaid/whosaid/pkg/article"
)

func newSchemaCommand(streams Streams) *cobra.Command {
	return &cobra.Command{
		Use:               "schema",
		Short:             "Print the JSON Schema of the output",
		Long:              "Print the JSON Schema (2020-12) that every article in json, jsonl and yaml keeps to.",
		Example:           "  whosaid schema > whosaid.schema.json",
		Args:              noArguments,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error {
			_, err := io.WriteString(streams.Out, article.JSONSchema())
			return err
		},
	}
}
