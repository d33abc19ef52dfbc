package cli

import (
	"encoding/json"
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/whosaid/whosaid/pkg/article"
)

type versionFormat string

const (
	versionText versionFormat = "text"
	versionJSON versionFormat = "json"
)

// version is what a report of a fault needs to name.
type version struct {
	Version string `json:"version"` // the module's version; (devel) for a build from a work tree
	Schema  string `json:"schema"`  // the output contract
	Go      string `json:"go"`      // the compiler
}

func newVersionCommand(streams Streams) *cobra.Command {
	var output versionFormat
	cmd := &cobra.Command{
		Use:               "version",
		Short:             "Print the version",
		Example:           "  whosaid version\n  whosaid version -o json",
		Args:              noArguments,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error {
			v := currentVersion()
			if output == versionJSON {
				return json.NewEncoder(streams.Out).Encode(v)
			}
			_, err := fmt.Fprintf(streams.Out, "whosaid %s (schema %s, %s)\n", v.Version, v.Schema, v.Go)
			return err
		},
	}
	addChoice(cmd, &output, "output", "o", "output format", []versionFormat{versionText, versionJSON})
	return cmd
}

// currentVersion reads what the compiler stamped into the binary, so that no
// build needs flags of its own.
func currentVersion() version {
	v := version{Version: "(devel)", Schema: article.Schema, Go: runtime.Version()}
	if build, ok := debug.ReadBuildInfo(); ok && build.Main.Version != "" {
		v.Version = build.Main.Version
	}
	return v
}
