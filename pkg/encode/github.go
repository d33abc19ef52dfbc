package encode

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/span"
)

// githubFormat writes the diagnostics of an article as workflow commands of
// GitHub Actions, which shows them beside the lines they are about.
type githubFormat struct {
	noFrame
}

func (githubFormat) article(out *bytes.Buffer, a *article.Article, _ bool) error {
	index := span.NewIndex(a.Text)
	for _, d := range a.Diagnostics {
		start, end := index.Position(d.Start), index.Position(d.End)
		fmt.Fprintf(out, "::warning file=%s,line=%d,endLine=%d", githubProperty(a.Input), start.Line, end.Line)
		if start.Line == end.Line { // columns over several lines are refused
			fmt.Fprintf(out, ",col=%d,endColumn=%d", start.Column, end.Column)
		}
		fmt.Fprintf(out, ",title=%s::%s\n", githubProperty("whosaid "+d.Code), githubMessage(d.Message))
	}
	return nil
}

// githubMessage escapes what would end a workflow command, so that no text can
// start another.
func githubMessage(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\t", " ").Replace(s)
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = strings.ReplaceAll(Visible(lines[i]), "%", "%25")
	}
	return strings.Join(lines, "%0A")
}

// githubProperty escapes what would end a property of a workflow command too.
func githubProperty(s string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(githubMessage(s))
}
