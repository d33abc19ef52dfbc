package cli

import (
	"encoding/csv"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/whosaid/whosaid/pkg/encode"
)

// hostileName is what a file may be called, and hostileText what may stand in
// it, to steer a terminal (colour, clipboard, link, title), to turn the
// direction of a line, to command a build server, a page or a spreadsheet.
const (
	hostileName = "a\x1b[31m\n::error file=x::y\u202egpj.txt"
	hostileText = "::set-output name=a::b\n\n=HYPERLINK(\"http://192.0.2.1\") said “=1+1.”\n\n" +
		"“\x1b]52;c;aGk=\x07Run \x1b]8;;http://192.0.2.1\x07this\u202e now,” said Ana \x1b[31mSmith, the <script>alert(1)</script> mayor of Faro.\n\n" +
		"“\u2066Never\u2069,\n::add-mask::x\r::error::y” Bo\u200fb Lee told Ana Smith. “\u009b2J @SUM(A1)\u2028+1,” he said. “It is <img src=x onerror=alert(1)>,\n\nAna \"Smith\" said.\n"
)

// TestNoOutputSteersItsReader runs every command that reads articles, in every
// format, over hostile names and texts.
func TestNoOutputSteersItsReader(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{"old.txt": hostileText, "new.txt": strings.ReplaceAll(hostileText, "Run", "Walk")} {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	commands := [][]string{{"explain", "-"}, {"grep", "-"}, {"grep", "--context", "2", "-"}, {"stats", "-"}, {hostileName}}
	for _, format := range encode.Formats() {
		commands = append(commands, []string{"--text", "--all-quoted", "-o", string(format), "-"})
	}
	commands = append(commands, []string{"-o", "csv", "--table", "entities", "-"}, []string{"--color", "never", "-o", "text", "-"})
	for _, format := range []string{"text", "json", "github", "sarif"} {
		commands = append(commands, []string{"check", "-o", format, "-"})
	}
	for _, format := range reportFormats() {
		commands = append(commands, []string{"verify", "-o", string(format), "-", "--against", "new.txt"})
	}
	for _, format := range []string{"text", "json", "yaml"} {
		commands = append(commands, []string{"diff", "-o", format, "old.txt", "new.txt"})
	}
	for _, args := range commands {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			if slices.Contains(args, "-") {
				args = append(args, "--stdin-name", hostileName)
			}
			got := runWith(t.Context(), hostileText, args...)
			if got.code == ExitBug || got.out == "" && got.err == "" {
				t.Fatalf("code %d: %s", got.code, got.err)
			}
			if strings.Contains(got.err, "hint: see") {
				t.Fatalf("wrong usage in the test: %s", got.err)
			}
			for line := range strings.Lines(got.out + got.err) {
				line = strings.TrimSuffix(line, "\n")
				if plain := strings.ReplaceAll(line, "\t", ""); encode.Visible(plain) != plain {
					t.Errorf("a hidden character is shown: %q", line)
				}
				for _, command := range []string{"::set-output", "::add-mask", "::error file=x", "::error::"} {
					if strings.HasPrefix(line, command) && strings.Contains(strings.Join(args, " "), "github") {
						t.Errorf("a command for a build server: %q", line)
					}
				}
			}
			switch joined := strings.Join(args, " "); {
			case strings.Contains(joined, "-o html"):
				for _, element := range []string{"<script", "<img"} {
					if strings.Contains(got.out, element) {
						t.Errorf("the page has %s", element)
					}
				}
				if !strings.Contains(got.out, `http-equiv="Content-Security-Policy" content="default-src 'none';`) {
					t.Error("the page has no policy")
				}
			case strings.Contains(joined, "-o csv"):
				rows, err := csv.NewReader(strings.NewReader(got.out)).ReadAll()
				if err != nil {
					t.Fatal(err)
				}
				for _, row := range rows {
					for _, cell := range row {
						if cell != "" && strings.Contains("=+-@\t\r", cell[:1]) {
							t.Errorf("a spreadsheet runs %q", cell)
						}
					}
				}
			}
		})
	}
}
