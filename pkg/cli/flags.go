package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// choice is the value of a flag that takes one of a few words.
type choice[T ~string] struct {
	value   *T
	allowed []T
}

func (c choice[T]) String() string { return string(*c.value) }

func (c choice[T]) Type() string { return strings.Join(c.words(), "|") }

func (c choice[T]) Set(word string) error {
	for _, allowed := range c.allowed {
		if word == string(allowed) {
			*c.value = allowed
			return nil
		}
	}
	return fmt.Errorf("must be one of %s", strings.Join(c.words(), ", "))
}

func (c choice[T]) words() []string {
	words := make([]string, len(c.allowed))
	for i, w := range c.allowed {
		words[i] = string(w)
	}
	return words
}

// addChoice adds a flag that takes one of the allowed words, the first of them
// by default, and completes them in the shell.
func addChoice[T ~string](cmd *cobra.Command, value *T, name, short, usage string, allowed []T) {
	*value = allowed[0]
	c := choice[T]{value, allowed}
	cmd.Flags().AddFlag(&pflag.Flag{Name: name, Shorthand: short, Usage: usage, Value: c, DefValue: c.String()})
	// The only error is a flag that does not exist.
	_ = cmd.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(c.words(), cobra.ShellCompDirectiveNoFileComp))
}
