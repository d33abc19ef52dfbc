package main

import (
	"bytes"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/train"
)

func newPronounsCmd() *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:   "pronouns ARTICLES...",
		Short: "Train what resolves pronouns",
		Long: `Train what resolves pronouns, from files of articles (JSONL), with or without
annotated names. Only pronouns whose gender tells whom they stand for are
learnt from, so no annotation of pronouns is needed:

  whosaid-train pronouns --out pkg/coref/weights.go worldwide.articles.train.jsonl polnear.direct.train.jsonl`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, files []string) error {
			return trainPronouns(files, cmd.OutOrStdout(), out)
		},
	}
	cmd.Flags().StringVar(&out, "out", "", "file to write; without it, only measure")
	return cmd
}

func trainPronouns(files []string, report io.Writer, out string) error {
	p := train.Pronouns{Recogniser: ner.Default()}
	for _, file := range files {
		articles, err := train.ReadArticles(file)
		if err != nil {
			return err
		}
		p.Add(articles)
	}
	p.Fit()
	s := p.Measure()
	fmt.Fprintf(report, "held-out pronouns %d, right %d\n", s.All, s.Right)
	if out == "" {
		return nil
	}
	var source bytes.Buffer
	if err := p.Write(&source); err != nil {
		return err
	}
	return os.WriteFile(out, source.Bytes(), 0o644)
}
