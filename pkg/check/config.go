package check

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"gopkg.in/yaml.v3"
)

// ConfigName is the file that settings are looked for in.
const ConfigName = ".whosaid.yaml"

// Config is what a file of settings says.
//
//	check:
//	  fail-on: warning
//	  rules:
//	    mixed-marks: off
type Config struct {
	FailOn Level // empty: not said
	Levels Levels
}

// ConfigError is a fault in a file of settings.
type ConfigError struct {
	Name         string // the file
	Line, Column int
	Message      string
}

func (e *ConfigError) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", e.Name, e.Line, e.Column, e.Message)
}

// maxConfigBytes is the largest file of settings that is read: 64 KiB, a
// thousand times what one needs.
const maxConfigBytes = 64 << 10

// FindConfig looks for [ConfigName] in a folder and the folders above it, up to
// the root of the repository (the folder with .git in it) or of the file
// system. It returns an empty string when there is none.
func FindConfig(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for {
		name := filepath.Join(dir, ConfigName)
		if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() {
			return name, nil
		}
		_, err := os.Lstat(filepath.Join(dir, ".git"))
		parent := filepath.Dir(dir)
		if err == nil || parent == dir {
			return "", nil
		}
		dir = parent
	}
}

// ReadConfig reads a file of settings; name is for messages. Keys, rules and
// levels that do not exist are a [ConfigError].
func ReadConfig(name string, r io.Reader) (Config, error) {
	c := Config{Levels: Levels{}}
	data, err := io.ReadAll(io.LimitReader(r, maxConfigBytes+1))
	if err != nil {
		return c, fmt.Errorf("%s: %w", name, err)
	}
	if len(data) > maxConfigBytes {
		return c, fmt.Errorf("%s: larger than %d bytes", name, maxConfigBytes)
	}
	var file yaml.Node
	if err := yaml.NewDecoder(bytes.NewReader(data)).Decode(&file); errors.Is(err, io.EOF) {
		return c, nil
	} else if err != nil {
		return c, fmt.Errorf("%s: %w", name, err)
	}
	reader := configReader{name: name}
	reader.keys(file.Content[0], map[string]func(*yaml.Node){
		"check": func(check *yaml.Node) {
			reader.keys(check, map[string]func(*yaml.Node){
				"fail-on": func(value *yaml.Node) { c.FailOn = reader.level(value) },
				"rules": func(rules *yaml.Node) {
					handlers := map[string]func(*yaml.Node){}
					for _, rule := range Rules() {
						handlers[rule.Name] = func(value *yaml.Node) { c.Levels[rule.Name] = reader.level(value) }
					}
					reader.keys(rules, handlers)
				},
			})
		},
	})
	return c, reader.err
}

// configReader walks a file of settings. We walk its nodes, instead of letting
// the library fill a struct, for their lines and columns.
type configReader struct {
	name string
	err  error // the first
}

func (r *configReader) fail(node *yaml.Node, format string, args ...any) {
	if r.err == nil {
		r.err = &ConfigError{r.name, node.Line, node.Column, fmt.Sprintf(format, args...)}
	}
}

// keys gives each value of a mapping to the handler of its key.
func (r *configReader) keys(node *yaml.Node, handlers map[string]func(*yaml.Node)) {
	if node.Kind == yaml.ScalarNode && node.Tag == "!!null" {
		return // a key with nothing under it
	}
	if node.Kind != yaml.MappingNode {
		r.fail(node, "keys are expected here")
		return
	}
	var seen []string
	for i := 0; i+1 < len(node.Content) && r.err == nil; i += 2 {
		key, value := node.Content[i], node.Content[i+1]
		handle := handlers[key.Value]
		switch {
		case handle == nil:
			r.fail(key, "unknown key %q", key.Value)
		case slices.Contains(seen, key.Value):
			r.fail(key, "the key %q is there twice", key.Value)
		default:
			seen = append(seen, key.Value)
			handle(value)
		}
	}
}

func (r *configReader) level(node *yaml.Node) Level {
	level := Level(node.Value)
	if node.Kind != yaml.ScalarNode || !slices.Contains(AllLevels(), level) {
		r.fail(node, "a level is off, info, warning or error")
		return Off
	}
	return level
}
