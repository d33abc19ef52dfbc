package main

import (
	"bufio"
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// materials is what the program is made of.
type materials struct {
	modules []module
	files   []embedded
}

// module is a Go module that is not ours.
type module struct {
	path, version string
	sum           string // SHA-256 of its files as go.sum has it, in hexadecimal
	licence       string // SPDX expression
	isLinked      bool   // in the program, for some system; else used by tests and training alone
}

// embedded is a file that the program holds.
type embedded struct {
	path string // from the root of the project
	sum  string // SHA-256, in hexadecimal
}

// systems are those that the program is built for: each links modules that
// others do not need.
var systems = []string{"darwin", "linux", "windows"}

// goPackage is what go list says of a package.
type goPackage struct {
	Dir        string
	EmbedFiles []string
	Module     *struct {
		Path, Version, Dir string
		Main               bool
	}
}

// gather asks the go command.
func gather(root string) (*materials, error) {
	root, err := filepath.Abs(root)
	if err != nil {
		return nil, err
	}
	sums, err := readSums(filepath.Join(root, "go.sum"))
	if err != nil {
		return nil, err
	}
	m := &materials{}
	seen := map[string]bool{}
	add := func(packages []goPackage, isLinked bool) error {
		for _, p := range packages {
			switch {
			case p.Module == nil: // the standard library
			case p.Module.Main:
				for _, file := range p.EmbedFiles {
					path := filepath.Join(p.Dir, filepath.FromSlash(file))
					if !isLinked || seen[path] {
						continue
					}
					seen[path] = true
					data, err := os.ReadFile(path)
					if err != nil {
						return err
					}
					relative, err := filepath.Rel(root, path)
					if err != nil {
						return err
					}
					sum := sha256.Sum256(data)
					m.files = append(m.files, embedded{filepath.ToSlash(relative), hex.EncodeToString(sum[:])})
				}
			case !seen[p.Module.Path]:
				seen[p.Module.Path] = true
				one := module{path: p.Module.Path, version: p.Module.Version, isLinked: isLinked, sum: sums[p.Module.Path+" "+p.Module.Version]}
				if one.sum == "" {
					return fmt.Errorf("%s: go.sum has no entry for %s", one.path, one.version)
				}
				if one.licence, err = licenceIn(p.Module.Dir); err != nil {
					return fmt.Errorf("%s: %w", one.path, err)
				}
				m.modules = append(m.modules, one)
			}
		}
		return nil
	}
	for _, system := range systems {
		linked, err := list(root, system, "./"+folder)
		if err != nil {
			return nil, err
		}
		if err := add(linked, true); err != nil {
			return nil, err
		}
	}
	all, err := list(root, "linux", "-test", "./...")
	if err != nil {
		return nil, err
	}
	if err := add(all, false); err != nil {
		return nil, err
	}
	slices.SortFunc(m.modules, func(a, b module) int { return cmp.Compare(a.path, b.path) })
	slices.SortFunc(m.files, func(a, b embedded) int { return cmp.Compare(a.path, b.path) })
	return m, nil
}

// list returns the packages that some need, on a system.
func list(root, system string, arguments ...string) ([]goPackage, error) {
	command := exec.Command("go", append([]string{"list", "-deps", "-json=Dir,EmbedFiles,Module"}, arguments...)...)
	command.Dir = root
	command.Env = append(os.Environ(), "GOOS="+system, "GOARCH=amd64", "CGO_ENABLED=0", "GOFLAGS=-mod=readonly", "GOWORK=off")
	var errs bytes.Buffer
	command.Stderr = &errs
	out, err := command.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w: %s", err, errs.String())
	}
	var packages []goPackage
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var p goPackage
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return packages, nil
		} else if err != nil {
			return nil, err
		}
		packages = append(packages, p)
	}
}

// readSums returns the hashes of a go.sum by "path version", those of go.mod
// files left out.
func readSums(name string) (map[string]string, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	sums := map[string]string{}
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		if len(fields) != 3 || strings.HasSuffix(fields[1], "/go.mod") {
			continue
		}
		sum, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(fields[2], "h1:"))
		if err != nil {
			return nil, fmt.Errorf("%s: %s: %w", name, fields[0], err)
		}
		sums[fields[0]+" "+fields[1]] = hex.EncodeToString(sum)
	}
	return sums, lines.Err()
}
