package cli

import (
	"errors"
	"io"
	"syscall"

	"github.com/spf13/cobra"
)

// Exit codes of the program.
const (
	ExitDone        = 0   // everything was read and written
	ExitCondition   = 1   // a condition that the caller asked for failed
	ExitFailed      = 2   // wrong usage, or at least one input failed; the others were written
	ExitBug         = 3   // a fault of whosaid itself; the other inputs were written
	ExitInterrupted = 130 // Ctrl-C; what was written is whole
)

// exitError ends a command with an exit code of its own.
type exitError struct {
	code int
	err  error  // what to print; nil when it has been printed
	hint string // what to do next; may be empty
}

func (e *exitError) Error() string {
	if e.err == nil {
		return "already reported"
	}
	return e.err.Error()
}

func (e *exitError) Unwrap() error { return e.err }

// exitWith ends a command whose errors have been printed.
func exitWith(code int) error {
	if code == ExitDone {
		return nil
	}
	return &exitError{code: code}
}

// usageError says that cmd was called the wrong way.
func usageError(cmd *cobra.Command, err error) error {
	return &exitError{code: ExitFailed, err: err, hint: "see " + cmd.CommandPath() + " --help"}
}

// noArguments refuses every argument.
func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usageError(cmd, errors.New("unexpected argument: "+args[0]))
	}
	return nil
}

// isClosedPipe reports whether a write failed because nobody reads any more.
func isClosedPipe(err error) bool {
	return errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe)
}
