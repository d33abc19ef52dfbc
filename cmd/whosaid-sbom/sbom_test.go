package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestWrittenFilesAreCurrent compares the files in the repository with what the
// command writes: each embedded model and list has the SHA-256 that is written
// there, and no module comes in without its licence.
func TestWrittenFilesAreCurrent(t *testing.T) {
	const root = "../.."
	files, err := generate(root)
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Fatal("nothing is generated")
	}
	for name, want := range files {
		got, err := os.ReadFile(filepath.Join(root, folder, name))
		if err != nil {
			t.Error(err)
		}
		if diff := cmp.Diff(string(got), string(want)); diff != "" {
			t.Errorf("%s is not what it is built from; run go run ./cmd/whosaid-sbom (-written +now):\n%s", name, diff)
		}
	}
}

func TestLicenceIn(t *testing.T) {
	for text, want := range map[string]string{
		"MIT License\n\nPermission is hereby granted,\n  free of charge, to any person obtaining a copy": "MIT",
		"                              Apache License\n                        Version 2.0":              "Apache-2.0",
		"All rights reserved.": "",
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "LICENSE"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		got, err := licenceIn(dir)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("%q: %q, %v", text, got, err)
		}
	}
}
