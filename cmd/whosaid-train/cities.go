package main

import (
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/whosaid/whosaid/pkg/train"
)

// citiesHeader heads the list with what it is made of.
const citiesHeader = `# Cities and regions: key, tab, the countries that have one of the name, each with the GeoNames id of
# its city where it has one city of the name.
# Made by "whosaid-train cities" from the world-cities table of datasets/world-cities (CC BY 4.0), which is
# taken from GeoNames, https://www.geonames.org (CC BY 4.0).
`

func newCitiesCmd() *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:   "cities",
		Short: "Make the list of cities and their countries",
		Long: `Make the list of cities and their countries from the world-cities table on
standard input:

  whosaid-train cities --out pkg/coref/lists/cities.txt < world-cities.csv`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return makeCities(cmd.InOrStdin(), out)
		},
	}
	cmd.Flags().StringVar(&out, "out", "", "file to write")
	if err := cmd.MarkFlagRequired("out"); err != nil {
		panic(err) // the flag is not defined: a fault of this function
	}
	return cmd
}

func makeCities(table io.Reader, out string) error {
	cities, err := train.NewCities(table)
	if err != nil {
		return err
	}
	f, err := os.Create(out)
	if err != nil {
		return err
	}
	defer f.Close()
	if _, err := io.WriteString(f, citiesHeader); err != nil {
		return err
	}
	if _, err := cities.WriteTo(f); err != nil {
		return fmt.Errorf("%s: %w", out, err)
	}
	return f.Close()
}
