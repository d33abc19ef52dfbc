package ingest

import (
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// ErrNoArticleInPage refuses a page of which nothing reads like an article.
var ErrNoArticleInPage = errors.New("no article found in this page")

// maxPageElements is how many elements a page may have. Pages of news have some
// thousands; the search for the article takes a second or two for this many.
const maxPageElements = 100_000

// DefaultMaxPage is how large a page may be, in bytes, unless [Reader] says
// otherwise: 16 MiB, more than any page of news and little enough that its tree
// of elements fits in memory.
const DefaultMaxPage = 16 << 20

// MaxDepth is how deep the elements of a page can be nested at most: the parser
// takes no more. DefaultMaxDepth is the limit unless [Reader] says otherwise.
// Pages of news have a depth of 20 to 60.
const (
	MaxDepth        = 512
	DefaultMaxDepth = 256
)

// readPage finds the article in an HTML page: its headline, author and date, and its text, which
// is the headline and the paragraphs with an empty line between them. The
// search is that of the reader view of browsers (Mozilla's Readability); before
// it, what surrounds articles on news sites is taken out, since the search lets
// some of it through: cookie notices, share buttons, related links, comments,
// and the lines of author and date.
func (r *Reader) readPage(page string) (title, text string, by credit, err error) {
	defer func() {
		// The search is not ours, and the page may be anything.
		if v := recover(); v != nil {
			err = fmt.Errorf("%w: %v", ErrNoArticleInPage, v)
		}
	}()
	if limit := orDefault(r.MaxPage, DefaultMaxPage); int64(len(page)) > limit {
		return "", "", credit{}, fmt.Errorf("%w of %s", ErrPageSize, size(limit))
	}
	root, err := parsePage(page, orDefault(r.MaxDepth, DefaultMaxDepth))
	if err != nil {
		return "", "", credit{}, err
	}
	headline := pruneSurroundings(root, &by)
	parser := readability.NewParser()
	parser.MaxElemsToParse = maxPageElements
	found, err := parser.ParseAndMutate(root, &url.URL{Scheme: "file", Path: "/"})
	if err != nil {
		return "", "", credit{}, fmt.Errorf("%w: %w", ErrNoArticleInPage, err)
	}
	if found.Node == nil {
		return "", "", credit{}, ErrNoArticleInPage
	}
	var body strings.Builder
	if err := found.RenderText(&body); err != nil {
		return "", "", credit{}, fmt.Errorf("%w: %w", ErrNoArticleInPage, err)
	}
	text = strings.TrimSpace(body.String())
	if text == "" {
		return "", "", credit{}, ErrNoArticleInPage
	}
	title = oneLine(found.Title())
	// The page's title often has the name of the site after the headline.
	if headline != "" && strings.Contains(title, headline) {
		title = headline
	}
	if title != "" && !strings.HasPrefix(text, title) {
		text = title + "\n\n" + text
	}
	by.fill(found)
	return title, text + "\n", by, nil
}

// parsePage returns the tree of elements of a page, whose parts must not be
// larger than what follows can work on.
func parsePage(page string, maxDepth int) (*html.Node, error) {
	tooDeep := fmt.Errorf("%w of %d elements", ErrTooDeep, maxDepth)
	tooMany := fmt.Errorf("%w of %d elements", ErrPageSize, maxPageElements)
	// overcounted is how many times more elements may be counted than are there.
	const overcounted = 10
	if elements, depth := elementsOf(page, overcounted*maxPageElements, MaxDepth); depth > MaxDepth {
		return nil, tooDeep
	} else if elements > overcounted*maxPageElements {
		return nil, tooMany
	}
	root, err := html.Parse(strings.NewReader(page))
	switch {
	case err != nil && strings.Contains(err.Error(), "open stack of elements"): // which has no name to ask for
		return nil, tooDeep
	case err != nil:
		return nil, fmt.Errorf("%w: %w", ErrNoArticleInPage, err)
	}
	depth, elements := 0, 0
	for node := root; ; {
		if node.Type == html.ElementNode {
			elements++
		}
		switch {
		case depth > maxDepth:
			return nil, tooDeep
		case elements > maxPageElements:
			return nil, tooMany
		case node.FirstChild != nil:
			node = node.FirstChild
			depth++
			continue
		}
		for node != root && node.NextSibling == nil {
			node = node.Parent
			depth--
		}
		if node == root {
			return root, nil
		}
		node = node.NextSibling
	}
}

// isPage reports whether a text of no known kind is an HTML page.
func isPage(text string) bool {
	const longest = len("<!doctype html")
	text = strings.TrimSpace(text[:min(len(text), 1024)])
	head := strings.ToLower(text[:min(len(text), longest)])
	return strings.HasPrefix(head, "<!doctype html") || strings.HasPrefix(head, "<html")
}

// pruneSurroundings removes from a page what is beside its article, keeps the
// lines of author and date in by, and returns the text of its first main
// heading.
func pruneSurroundings(root *html.Node, by *credit) (headline string) {
	var doomed []*html.Node
	for node := range root.Descendants() {
		if node.Type != html.ElementNode {
			continue
		}
		if node.DataAtom == atom.H1 && headline == "" {
			headline = textOf(node)
		}
		if (isSurrounding(node) || by.take(node)) && !holdsArticle(node) {
			doomed = append(doomed, node)
		}
	}
	for _, node := range doomed {
		if node.Parent != nil {
			node.Parent.RemoveChild(node)
		}
	}
	return headline
}

// isSurrounding reports whether an element is, by its kind or by what its
// author calls it, no part of an article.
func isSurrounding(node *html.Node) bool {
	switch node.DataAtom {
	case atom.Aside, atom.Button, atom.Figcaption, atom.Footer, atom.Form, atom.Nav:
		return true
	case atom.Html, atom.Body, atom.Main, atom.Article, atom.P:
		return false
	}
	names := []string{
		"ad", "ads", "advert", "advertisement", "comment", "comments", "consent", "cookie", "cookies", "disqus", "newsletter",
		"paywall", "promo", "recommended", "related", "share", "sharing", "social", "sponsored", "subscribe", "trending",
	}
	for _, attribute := range node.Attr {
		if attribute.Key != "class" && attribute.Key != "id" {
			continue
		}
		for word := range strings.FieldsFuncSeq(strings.ToLower(attribute.Val), func(c rune) bool { return c < 'a' || 'z' < c }) {
			if slices.Contains(names, word) {
				return true
			}
		}
	}
	return false
}

// holdsArticle reports whether an element is around an article, however it is
// called: removing it would remove what we look for.
func holdsArticle(node *html.Node) bool {
	for inner := range node.Descendants() {
		if inner.DataAtom == atom.Article || inner.DataAtom == atom.H1 || inner.DataAtom == atom.Main {
			return true
		}
	}
	return false
}

// textOf returns the text in an element on one line.
func textOf(node *html.Node) string {
	var text strings.Builder
	for inner := range node.Descendants() {
		if inner.Type == html.TextNode {
			text.WriteString(inner.Data)
		}
	}
	return oneLine(text.String())
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
