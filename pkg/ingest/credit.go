package ingest

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// credit is who wrote an article and when, as a page says it. Readers of the
// page need it; in the text it would be a name that the article does not speak
// of, and a line that is no paragraph.
type credit struct {
	byline string // the names, without "By"
	date   string // of the first publication: 2006-01-02, or as the page writes it
}

const (
	// longestCredit is how many code points a line of author or date may have:
	// two names with their papers, or two dates. What is longer is text,
	// whatever its element is called.
	longestCredit = 120
	// creditNodes is how many nodes such a line may have: links, icons and
	// blanks around a few words. It bounds the work on any element.
	creditNodes = 64
)

// take reports whether an element is a line of author or date, by what its
// author calls it or by how it reads, and keeps what it says.
func (c *credit) take(node *html.Node) bool {
	switch node.DataAtom {
	case atom.Html, atom.Body, atom.Main, atom.Article, atom.H1, atom.H2:
		return false
	}
	text, ok := shortText(node)
	if !ok || text == "" {
		return false
	}
	isBlock := node.DataAtom == atom.P || node.DataAtom == atom.Div
	isNamed := hasName(node, "author", "bio", "byline", "posted", "published", "pubdate", "timestamp", "updated")
	switch names, isByline := bylineOf(text); {
	case isByline && (isBlock || isNamed):
		c.byline = firstOf(c.byline, names)
		return true
	case isBlock && (isTime(node, text) || readsAsDate(text)):
		return true
	case !isNamed || !isBlock && isInSentence(node):
		return false
	case hasName(node, "author", "byline") && !strings.HasSuffix(text, "."):
		c.byline = firstOf(c.byline, text)
	}
	return true
}

// fill adds what the page tells machines, which is more often complete for the
// date and less often a name of people for the author.
func (c *credit) fill(found readability.Article) {
	names, _ := bylineOf(oneLine(found.Byline()))
	c.byline = firstOf(c.byline, names)
	if published, err := found.PublishedTime(); err == nil {
		c.date = published.Format("2006-01-02")
	}
}

func firstOf(known, found string) string {
	if known != "" {
		return known
	}
	return found
}

// shortText returns the text of an element, and false when it is longer than a
// line of author or date.
func shortText(node *html.Node) (string, bool) {
	var text strings.Builder
	nodes := 0
	for inner := range node.Descendants() {
		if nodes++; nodes > creditNodes || text.Len() > longestCredit*utf8.UTFMax {
			return "", false
		}
		if inner.Type == html.TextNode {
			text.WriteString(inner.Data)
		}
	}
	line := oneLine(text.String())
	return line, utf8.RuneCountInString(line) <= longestCredit
}

// hasName reports whether a class, an id or a relation of an element has one of
// these words in it.
func hasName(node *html.Node, names ...string) bool {
	for _, attribute := range node.Attr {
		switch attribute.Key {
		case "class", "id", "rel", "itemprop":
			for word := range strings.FieldsFuncSeq(strings.ToLower(attribute.Val), func(c rune) bool { return c < 'a' || 'z' < c }) {
				if slices.Contains(names, word) {
					return true
				}
			}
		}
	}
	return false
}

// isInSentence reports whether an element is part of a paragraph, which would
// lose words with it.
func isInSentence(node *html.Node) bool {
	return node.Parent != nil && node.Parent.DataAtom == atom.P
}

// isTime reports whether a line is a time, with little beside it: the place,
// the minutes that reading takes.
func isTime(node *html.Node, text string) bool {
	const leastShare = 2 // one part in so many is the time itself
	for inner := range node.Descendants() {
		if inner.DataAtom == atom.Time {
			time, ok := shortText(inner)
			return ok && leastShare*len(time) >= len(text)
		}
	}
	return false
}

// bylineOf returns the names in a line such as "By Maria Keel, Faro", and
// whether it is one; another line is returned as it is.
func bylineOf(text string) (names string, ok bool) {
	first, rest, _ := strings.Cut(text, " ")
	start, _ := utf8.DecodeRuneInString(rest)
	const longestNames = 12 // words: two names, two papers, a place
	if strings.EqualFold(first, "By") && unicode.IsUpper(start) && !isSentence(text) && len(strings.Fields(rest)) <= longestNames {
		return rest, true
	}
	return text, false
}

// readsAsDate reports whether a line is one such as "Updated: 4 May 2024".
func readsAsDate(text string) bool {
	words := []string{"first published", "last modified", "last updated", "posted", "published", "updated"}
	lower := strings.ToLower(text)
	return !isSentence(text) && strings.ContainsFunc(text, unicode.IsDigit) &&
		slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(lower, w) })
}

// isSentence reports whether a line ends as sentences do.
func isSentence(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".!?”\"’", last)
}
