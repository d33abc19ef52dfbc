package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/whosaid/whosaid/pkg/coref"
	"github.com/whosaid/whosaid/pkg/train"
)

// firstNamesHeader heads the list with what it is made of.
const firstNamesHeader = `# First names that tell a gender: key, tab, f or m.
# Made by "whosaid-train firstnames" from the US Census of 1990 (public domain), the list of
# British first names of globalnamedata by OpenGenderTracking (data CC BY 3.0; from ONS, GRO and
# NISRA), the popular names by country of sigpwned (CC0), and counts of the pronouns that follow
# names in news.
`

func newFirstNamesCmd() *cobra.Command {
	var lists, out string
	cmd := &cobra.Command{
		Use:   "firstnames",
		Short: "Make the list of first names that tell a gender",
		Long: `Make the list of first names that tell a gender, from lists of names and from
news (tokenised, one paragraph a line) on standard input:

  xz -dc news.txt.xz | whosaid-train firstnames --lists gaz --out pkg/coref/lists/firstnames.txt`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return makeFirstNames(cmd.InOrStdin(), lists, out)
		},
	}
	cmd.Flags().StringVar(&lists, "lists", "", "folder that holds names_us, names_uk and popular-names")
	cmd.Flags().StringVar(&out, "out", "", "file to write")
	for _, name := range []string{"lists", "out"} {
		if err := cmd.MarkFlagRequired(name); err != nil {
			panic(err) // the flag is not defined: a fault of this function
		}
	}
	return cmd
}

func makeFirstNames(news io.Reader, lists, out string) error {
	names := train.NewFirstNames()
	for _, source := range []struct {
		path string
		read func(io.Reader) error
	}{
		{"names_us/dist.female.first", func(r io.Reader) error { return names.AddCensus(r, coref.Female) }},
		{"names_us/dist.male.first", func(r io.Reader) error { return names.AddCensus(r, coref.Male) }},
		{"names_uk/ukprocessed.csv", names.AddBritish},
		{"popular-names/common-forenames-by-country.csv", names.AddCountries},
	} {
		f, err := os.Open(filepath.Join(lists, filepath.FromSlash(source.path)))
		if err != nil {
			return err
		}
		err = source.read(f)
		f.Close()
		if err != nil {
			return fmt.Errorf("%s: %w", source.path, err)
		}
	}
	if err := names.AddNews(news); err != nil {
		return fmt.Errorf("news: %w", err)
	}
	f, err := os.Create(out)
	if err != nil {
		return err
	}
	defer f.Close()
	if _, err := io.WriteString(f, firstNamesHeader); err != nil {
		return err
	}
	if _, err := names.WriteTo(f); err != nil {
		return err
	}
	return f.Close()
}
