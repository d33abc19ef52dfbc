// Command whosaid-sbom writes what the program is made of, for those who must
// know before they run it: a software bill of materials (CycloneDX) with every
// module and every embedded model and list with its SHA-256, and a table of the
// modules with their licences. Both lie beside the program's source:
//
//	go run ./cmd/whosaid-sbom
//
// It writes the same bytes on every machine; a test compares them with the
// files in the repository.
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// folder is where the files are written, and what they are about.
const folder = "cmd/whosaid"

func main() {
	files, err := generate(".")
	for name, content := range files {
		if err == nil {
			err = os.WriteFile(filepath.Join(folder, name), content, 0o644)
		}
	}
	if err != nil {
		fmt.Fprintf(os.Stderr, "whosaid-sbom: %v\n", err)
		os.Exit(2)
	}
}

// generate returns the content of the files by name; root is the folder of the
// project.
func generate(root string) (map[string][]byte, error) {
	m, err := gather(root)
	if err != nil {
		return nil, err
	}
	bill, err := m.bill()
	if err != nil {
		return nil, err
	}
	return map[string][]byte{"sbom.cdx.json": bill, "DEPENDENCIES.md": m.table()}, nil
}
