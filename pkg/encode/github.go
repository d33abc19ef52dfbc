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

func (githubFormat) article(out *bytes.Buffer, a *article.Article, _ With) error {
	index := span.NewIndex(a.Text)
	for _, d := range a.Diagnostics {
		Annotation{
			Kind: Warning, File: a.Input, Start: index.Position(d.Start), End: index.Position(d.End),
			Title: "whosaid " + d.Code, Message: d.Message,
		}.Append(out)
	}
	return nil
}

// AnnotationKind is how much an [Annotation] matters.
type AnnotationKind string

const (
	Notice  AnnotationKind = "notice"
	Warning AnnotationKind = "warning"
	Error   AnnotationKind = "error"
)

// Annotation is one workflow command of GitHub Actions.
type Annotation struct {
	Kind AnnotationKind
	File string
	// Start and End are where in the file. Without a line the whole file is
	// meant, without a column the lines.
	Start, End     span.Position
	Title, Message string
}

// Append writes the annotation on a line of its own. No text in it can start
// another command.
func (a Annotation) Append(out *bytes.Buffer) {
	fmt.Fprintf(out, "::%s file=%s", a.Kind, githubProperty(a.File))
	if a.Start.Line > 0 {
		fmt.Fprintf(out, ",line=%d,endLine=%d", a.Start.Line, a.End.Line)
	}
	if a.Start.Line == a.End.Line && a.Start.Column > 0 { // columns over several lines are refused
		fmt.Fprintf(out, ",col=%d,endColumn=%d", a.Start.Column, a.End.Column)
	}
	fmt.Fprintf(out, ",title=%s::%s\n", githubProperty(a.Title), githubMessage(a.Message))
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
