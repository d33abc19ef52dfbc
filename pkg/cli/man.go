package cli

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// newManCommand prints the manual for packagers, who are the only ones to need
// it: the command is hidden.
func newManCommand(streams Streams) *cobra.Command {
	return &cobra.Command{
		Use:               "man",
		Short:             "Print the manual page",
		Example:           "  whosaid man > whosaid.1\n  whosaid man | man -l -",
		Args:              noArguments,
		ValidArgsFunction: cobra.NoFileCompletions,
		Hidden:            true,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := io.WriteString(streams.Out, manual(cmd.Root()))
			return err
		},
	}
}

// manual writes one manual page for all commands, in the man macros of troff.
// The generators that there are for cobra stamp the page with the day of the
// run or fill the lines of help texts anew, which breaks their lists.
func manual(root *cobra.Command) string {
	var page strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&page, format+"\n", args...) }

	line(`.TH WHOSAID 1 "" "whosaid" "User Commands"`)
	line(".SH NAME\nwhosaid \\- %s", roff(lowerFirst(root.Short)))
	line(".SH SYNOPSIS")
	line(".B %s", roff(root.UseLine()))
	for _, cmd := range root.Commands() {
		if isInManual(cmd) {
			line(".br\n.B %s", roff(cmd.UseLine()))
		}
	}
	line(".SH DESCRIPTION\n%s", verbatim(root.Long))
	line(".SH OPTIONS")
	addManualFlags(&page, root)
	line(".SH EXAMPLES\n%s", verbatim(root.Example))
	line(".SH COMMANDS")
	for _, cmd := range root.Commands() {
		if !isInManual(cmd) {
			continue
		}
		line(".SS %s", roff(cmd.UseLine()))
		if cmd.Name() == "extract" {
			line("The command above, by its name.") // its flags are those of the root
			continue
		}
		long := cmd.Long
		if long == "" {
			long = cmd.Short + "."
		}
		line("%s", verbatim(long))
		addManualFlags(&page, cmd)
		if cmd.HasExample() {
			line(".PP\nExamples:\n%s", verbatim(cmd.Example))
		}
	}
	return page.String()
}

// isInManual leaves out what cobra adds by itself.
func isInManual(cmd *cobra.Command) bool {
	return cmd.IsAvailableCommand() && cmd.Name() != "help" && cmd.Name() != "completion"
}

// addManualFlags writes the flags of a command, those that most commands share
// at the root alone.
func addManualFlags(page *strings.Builder, cmd *cobra.Command) {
	cmd.LocalNonPersistentFlags().VisitAll(func(flag *pflag.Flag) {
		if known := cmd.Root().Flags().Lookup(flag.Name); flag.Hidden || cmd.HasParent() && known != nil && known.Usage == flag.Usage {
			return
		}
		value, usage := pflag.UnquoteUsage(flag)
		page.WriteString(".TP\n.B ")
		if flag.Shorthand != "" {
			page.WriteString(roff("-" + flag.Shorthand + ", "))
		}
		fmt.Fprintf(page, "%s\n%s\n", roff(strings.TrimSpace("--"+flag.Name+" "+value)), roff(usage))
	})
}

// verbatim sets lines as they are: help texts have their own.
func verbatim(text string) string {
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	for i := range lines {
		lines[i] = roff(lines[i])
	}
	return ".nf\n" + strings.Join(lines, "\n") + "\n.fi"
}

// roff escapes what troff would take for a command or for typography.
func roff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`, "'", `\(aq`, "`", `\(ga`, "^", `\(ha`, "~", `\(ti`).Replace(s)
	if strings.HasPrefix(s, ".") {
		s = `\&` + s
	}
	var ascii strings.Builder
	for _, c := range s {
		if c < utf8.RuneSelf {
			ascii.WriteRune(c)
		} else {
			fmt.Fprintf(&ascii, `\[u%04X]`, c)
		}
	}
	return ascii.String()
}

func lowerFirst(s string) string { return strings.ToLower(s[:1]) + s[1:] }
