package cli

import (
	"io"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// eachCommand calls f with every command.
func eachCommand(cmd *cobra.Command, f func(*cobra.Command)) {
	f(cmd)
	for _, sub := range cmd.Commands() {
		eachCommand(sub, f)
	}
}

func testRoot() *cobra.Command {
	return newRootCommand(Streams{In: strings.NewReader(""), Out: io.Discard, Err: io.Discard})
}

func TestEveryCommandHasExamples(t *testing.T) {
	eachCommand(testRoot(), func(cmd *cobra.Command) {
		if cmd.Short == "" {
			t.Errorf("%s does not say what it does", cmd.CommandPath())
		}
		for _, line := range strings.Split(cmd.Example, "\n") {
			if !strings.HasPrefix(line, "  ") || !strings.Contains(line, cmd.CommandPath()) && !strings.Contains(line, "whosaid") {
				t.Errorf("%s: %q is no example of it", cmd.CommandPath(), line)
			}
		}
		if !strings.Contains(cmd.Example, cmd.CommandPath()) && cmd.Name() != "extract" {
			t.Errorf("%s has no example with its name", cmd.CommandPath())
		}
	})
}

func TestEveryFlagIsCompleted(t *testing.T) {
	count := 0
	eachCommand(testRoot(), func(cmd *cobra.Command) {
		cmd.LocalFlags().VisitAll(func(flag *pflag.Flag) {
			if flag.Usage == "" {
				t.Errorf("%s --%s does not say what it does", cmd.CommandPath(), flag.Name)
			}
			if flag.NoOptDefVal == "" {
				count++
				if !isCompleted(cmd, flag) {
					t.Errorf("%s --%s has a value and no completion", cmd.CommandPath(), flag.Name)
				}
			}
		})
	})
	if count == 0 {
		t.Error("no flag has a value")
	}
}

func TestTheManualHasEveryCommandAndFlag(t *testing.T) {
	root := testRoot()
	page := manual(root)
	eachCommand(root, func(cmd *cobra.Command) {
		if cmd.Parent() != root || !isInManual(cmd) {
			return
		}
		if !strings.Contains(page, "\n.SS "+roff(cmd.UseLine())+"\n") {
			t.Errorf("the command %s is not in the manual", cmd.Name())
		}
		cmd.LocalNonPersistentFlags().VisitAll(func(flag *pflag.Flag) {
			if !strings.Contains(page, roff("--"+flag.Name)) {
				t.Errorf("%s --%s is not in the manual", cmd.Name(), flag.Name)
			}
		})
	})
}

func TestRoffTakesNoTextForACommand(t *testing.T) {
	for text, want := range map[string]string{
		".htm and .txt": `\&.htm and .txt`,
		"'a' --b \\n":   `\(aqa\(aq \-\-b \en`,
		"{…}":           `{\[u2026]}`,
		"plain":         "plain",
	} {
		if got := roff(text); got != want {
			t.Errorf("roff(%q) = %q, want %q", text, got, want)
		}
	}
}
