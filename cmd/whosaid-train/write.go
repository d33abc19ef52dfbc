package main

import (
	"io"
	"os"
)

// writeModel makes the file of a model that people can read: its header, and
// what write adds.
func writeModel(name, header string, write func(io.Writer) error) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer f.Close()
	if _, err := io.WriteString(f, header); err != nil {
		return err
	}
	if err := write(f); err != nil {
		return err
	}
	return f.Close()
}
