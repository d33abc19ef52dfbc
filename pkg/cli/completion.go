package cli

import (
	"errors"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// completionEnvironment lists what cobra reads while a shell asks it.
const completionEnvironment = `
While a shell asks what can follow, and only then, the environment is read for
BASH_COMP_DEBUG_FILE, a file to log to, and for WHOSAID_ACTIVE_HELP,
COBRA_ACTIVE_HELP, WHOSAID_COMPLETION_DESCRIPTIONS and
COBRA_COMPLETION_DESCRIPTIONS: 0 leaves out hints and descriptions.
`

// completeCompletion adds cobra's commands for help and for the completion of
// shells, and what they lack here: examples, and wrong usage without a shell.
func completeCompletion(root *cobra.Command) {
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	for _, cmd := range root.Commands() {
		switch cmd.Name() {
		case "help":
			cmd.Example = "  whosaid help grep"
		case "completion":
			cmd.Example = "  whosaid completion bash > /etc/bash_completion.d/whosaid"
			cmd.Long += completionEnvironment
			// By itself it would print its help and exit as if all were well.
			cmd.Args = cobra.ArbitraryArgs
			cmd.RunE = func(cmd *cobra.Command, args []string) error {
				return usageError(cmd, errors.New("name a shell: bash, zsh, fish or powershell"))
			}
			for _, shell := range cmd.Commands() {
				shell.Example = "  whosaid completion " + shell.Name()
			}
		}
	}
}

// completeFlags keeps shells from offering files as the value of a flag that
// takes a number or free text.
func completeFlags(cmd *cobra.Command) {
	cmd.LocalFlags().VisitAll(func(flag *pflag.Flag) {
		if flag.NoOptDefVal == "" && !isCompleted(cmd, flag) {
			// The only error is a flag that does not exist.
			_ = cmd.RegisterFlagCompletionFunc(flag.Name, cobra.NoFileCompletions)
		}
	})
	for _, sub := range cmd.Commands() {
		completeFlags(sub)
	}
}

// isCompleted reports whether a flag says what its values are.
func isCompleted(cmd *cobra.Command, flag *pflag.Flag) bool {
	_, isFile := flag.Annotations[cobra.BashCompFilenameExt]
	_, isDir := flag.Annotations[cobra.BashCompSubdirsInDir]
	_, ok := cmd.GetFlagCompletionFunc(flag.Name)
	return isFile || isDir || ok
}
