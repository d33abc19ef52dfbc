package check

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"
)

func TestReadConfig(t *testing.T) {
	for name, test := range map[string]struct {
		text string
		want Config
		err  string
	}{
		"all":             {"check:\n  fail-on: warning\n  rules:\n    mixed-marks: off\n", Config{Warning, Levels{"mixed-marks": Off}}, ""},
		"empty":           {"", Config{Levels: Levels{}}, ""},
		"comments only":   {"# nothing\n", Config{Levels: Levels{}}, ""},
		"nothing under":   {"check:\n", Config{Levels: Levels{}}, ""},
		"unknown section": {"lint: {}\n", Config{}, `.whosaid.yaml:1:1: unknown key "lint"`},
		"unknown key":     {"check:\n  fail_on: error\n", Config{}, `.whosaid.yaml:2:3: unknown key "fail_on"`},
		"unknown rule":    {"check:\n  rules:\n    marks: off\n", Config{}, `.whosaid.yaml:3:5: unknown key "marks"`},
		"no level":        {"check:\n  fail-on: high\n", Config{}, ".whosaid.yaml:2:12: a level is off, info, warning or error"},
		"twice":           {"check:\n  rules:\n    mixed-marks: off\n    mixed-marks: info\n", Config{}, `.whosaid.yaml:4:5: the key "mixed-marks" is there twice`},
		"a list":          {"- check\n", Config{}, ".whosaid.yaml:1:1: keys are expected here"},
		"alias bomb":      {"check: &a\n  rules: *a\n", Config{}, ".whosaid.yaml:2:10: keys are expected here"},
		"no YAML":         {"check: [", Config{}, ".whosaid.yaml: yaml: line 1: did not find expected node content"},
		"too large":       {strings.Repeat("# more\n", maxConfigBytes/7+1), Config{}, ".whosaid.yaml: larger than 65536 bytes"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := ReadConfig(ConfigName, strings.NewReader(test.text))
			switch {
			case test.err != "" && (err == nil || err.Error() != test.err):
				t.Errorf("error %v, want %s", err, test.err)
			case test.err == "" && err != nil:
				t.Error(err)
			case test.err == "":
				if diff := cmp.Diff(test.want, got); diff != "" {
					t.Error(diff)
				}
			}
		})
	}
}

func TestFindConfigStopsAtTheRepository(t *testing.T) {
	top := t.TempDir()
	inside := filepath.Join(top, "repository", "news", "today")
	if err := os.MkdirAll(inside, 0o755); err != nil {
		t.Fatal(err)
	}
	write := func(path ...string) string {
		name := filepath.Join(append([]string{top}, path...)...)
		if err := os.WriteFile(name, nil, 0o644); err != nil {
			t.Fatal(err)
		}
		return name
	}
	find := func() string {
		t.Helper()
		name, err := FindConfig(inside)
		if err != nil {
			t.Fatal(err)
		}
		return name
	}
	above := write(ConfigName)
	if got := find(); got != above {
		t.Errorf("without a repository %q is found, want %q", got, above)
	}
	write("repository", ".git")
	if got := find(); got != "" {
		t.Errorf("%q is found, outside the repository", got)
	}
	if want := write("repository", "news", ConfigName); find() != want {
		t.Errorf("%q is found, want %q", find(), want)
	}
}

// FuzzReadConfig reads any bytes as settings: known levels for known rules, which
// read the same when they are written again, or one line that says what is wrong.
func FuzzReadConfig(f *testing.F) {
	for _, seed := range []string{
		"check:\n  fail-on: warning\n  rules:\n    mixed-marks: off\n", "check: &a\n  rules: *a\n", "check: {rules: {unclosed-quote: error}}",
		"", "---\n...\n", "check:\n  rules: [1]\n", "\ufeffcheck: ~\n", "check: !!binary aGk=\n", "check:\n  fail-on: NO\n", "<<: {check: 1}\n", "? [a]\n: b\n",
		"a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n", strings.Repeat("[", 10_000),
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, err := ReadConfig(ConfigName, strings.NewReader(text))
		if err != nil {
			if message := err.Error(); !strings.HasPrefix(message, ConfigName+":") || strings.Contains(message, "\n") {
				t.Errorf("the message is %q", message)
			}
			return
		}
		written := map[string]any{}
		if c.FailOn != "" {
			written["fail-on"] = string(c.FailOn)
		}
		rules := map[string]string{}
		for rule, level := range c.Levels {
			if !slices.ContainsFunc(Rules(), func(r Rule) bool { return r.Name == rule }) || !slices.Contains(AllLevels(), level) {
				t.Errorf("rule %q has the level %q", rule, level)
			}
			rules[rule] = string(level)
		}
		written["rules"] = rules
		again, err := yaml.Marshal(map[string]any{"check": written})
		if err != nil {
			t.Fatal(err)
		}
		if got, err := ReadConfig(ConfigName, strings.NewReader(string(again))); err != nil || got.FailOn != c.FailOn || !maps.Equal(got.Levels, c.Levels) {
			t.Errorf("%q reads as %+v, written again as %+v, %v", text, c, got, err)
		}
	})
}
