// Command whosaid reads English news articles and prints the people, places
// and organisations in them, and who said what.
package main

import (
	"os"
	"time"

	"github.com/whosaid/whosaid/pkg/cli"
)

func main() {
	// A page may give its date as a number of seconds: what is printed must not
	// depend on where the machine stands.
	time.Local = time.UTC
	os.Exit(cli.Main(os.Args[1:], cli.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}))
}
