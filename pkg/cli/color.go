package cli

import (
	"os"

	"github.com/spf13/cobra"
)

// colourMode says when output for people has colour.
type colourMode string

const (
	colourAuto   colourMode = "auto"
	colourAlways colourMode = "always"
	colourNever  colourMode = "never"
)

func addColour(cmd *cobra.Command, mode *colourMode) {
	addChoice(cmd, mode, "color", "", "text output: use colour", []colourMode{colourAuto, colourAlways, colourNever})
}

// wantsColour decides for one stream, in the order that programs have agreed
// on: the flag, NO_COLOR (any value but none), CLICOLOR_FORCE and FORCE_COLOR,
// TERM=dumb, and whether the stream is a terminal.
func wantsColour(mode colourMode, stream any) bool {
	isSet := func(name string) bool {
		value := os.Getenv(name)
		return value != "" && value != "0"
	}
	switch {
	case mode != colourAuto:
		return mode == colourAlways
	case os.Getenv("NO_COLOR") != "":
		return false
	case isSet("CLICOLOR_FORCE"), isSet("FORCE_COLOR"):
		return true
	case os.Getenv("TERM") == "dumb":
		return false
	}
	return isTerminal(stream)
}
