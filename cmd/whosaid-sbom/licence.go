package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
)

// licences tells each licence by a sentence that only it has, or that it and the
// next have, which then stands for both. A module under another one is an error:
// somebody must read it before it comes in.
var licences = []struct{ id, sentence string }{
	{"Apache-2.0", "apache license version 2.0"},
	{"Apache-2.0", "licensed under the apache license, version 2.0"},
	{"BSD-2-Clause", "redistributions of source code must retain the above copyright notice"},
	{"BSD-3-Clause", "may be used to endorse or promote products derived from this software"},
	{"ISC", "permission to use, copy, modify, and/or distribute this software for any purpose with or without fee"},
	{"MIT", "permission is hereby granted, free of charge, to any person obtaining a copy"},
	{"MPL-2.0", "mozilla public license version 2.0"},
}

// licenceIn returns the SPDX expression for the licence of the module in a
// folder.
func licenceIn(dir string) (string, error) {
	files, err := filepath.Glob(filepath.Join(dir, "[LlCc][IiOo][CcPp][EeYy]*")) // LICENSE, Licence.md, COPYING
	if err != nil {
		return "", err
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			continue // a folder of texts
		}
		text := strings.ToLower(strings.Join(strings.Fields(string(data)), " "))
		var found []string
		for _, l := range licences {
			last := len(found) - 1
			switch {
			case !strings.Contains(text, l.sentence):
			case last >= 0 && (found[last] == l.id || found[last] == "BSD-2-Clause" && l.id == "BSD-3-Clause"):
				found[last] = l.id
			default:
				found = append(found, l.id)
			}
		}
		if len(found) > 0 {
			return strings.Join(found, " AND "), nil
		}
	}
	return "", errors.New("its licence is not one of those that are known here; read it and add it to cmd/whosaid-sbom/licence.go")
}
