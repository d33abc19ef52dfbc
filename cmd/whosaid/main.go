// Command whosaid reads English news articles and prints the people, places
// and organisations in them, and who said what.
package main

import (
	"os"

	"github.com/whosaid/whosaid/pkg/cli"
)

func main() {
	os.Exit(cli.Main(os.Args[1:], cli.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}))
}
