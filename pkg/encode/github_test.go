package encode

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/pkg/article"
)

func TestGitHubAnnotations(t *testing.T) {
	a := sample()
	a.Input = "news/a,b:c%.txt"
	over := a.Quotes[0]
	a.Diagnostics = append(a.Diagnostics, article.Diagnostic{Code: "no-speaker", Message: "100 %\r\nsure: a, b", Start: over.Start, End: over.End})
	want := `::warning file=news/a%2Cb%3Ac%25.txt,line=3,endLine=3,col=19,endColumn=27,title=whosaid unclosed-quote::no closing mark for "“"
::warning file=news/a%2Cb%3Ac%25.txt,line=3,endLine=5,title=whosaid no-speaker::100 %25%0Asure: a, b
`
	if diff := cmp.Diff(want, encoded(t, GitHub, Options{}, a)); diff != "" {
		t.Error(diff)
	}
}

// TestGitHubCannotBeCommanded puts what would be a command of its own into
// every place that comes from the outside.
func TestGitHubCannotBeCommanded(t *testing.T) {
	for _, s := range append([]string{"\n::set-output name=a::b", "\r\n::add-mask::x", "a\r::stop-commands::x", "%0A::error::x", "::error::x", "a,line=7", "a::b"}, hostile...) {
		a := sample()
		a.Input, a.Diagnostics[0].Message = s, s
		out := encoded(t, GitHub, Options{}, a)
		if strings.Count(out, "\n") != 1 || !strings.HasPrefix(out, "::warning file=") {
			t.Errorf("%q gives %q", s, out)
		}
		properties, _, _ := strings.Cut(strings.TrimPrefix(out, "::warning "), "::")
		if got := strings.Count(properties, ","); got != 5 {
			t.Errorf("%q gives %d properties: %s", s, got+1, properties)
		}
	}
}
