package encode

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"slices"
	"strings"

	"github.com/whosaid/whosaid/pkg/article"
)

//go:embed page/page.html
var pageTemplate string

//go:embed page/page.css
var pageStyle string

// htmlFormat writes one page for all articles: each with its names coloured,
// its quotes linked to their speaker, and beside it who said what. The page
// needs no script, no file and no network, and its policy forbids them.
type htmlFormat struct {
	templates *template.Template
	articles  int // written so far
}

func newHTMLFormat() *htmlFormat {
	return &htmlFormat{templates: template.Must(template.New("page").Parse(pageTemplate))}
}

func (f *htmlFormat) start(*bytes.Buffer) {}

func (f *htmlFormat) article(out *bytes.Buffer, a *article.Article, _ With) error {
	if f.articles == 0 {
		title := a.Input
		if a.Title != nil {
			title = *a.Title
		}
		if err := f.head(out, title); err != nil {
			return err
		}
	}
	f.articles++
	return f.templates.ExecuteTemplate(out, "article", newHTMLArticle(a, f.articles))
}

func (f *htmlFormat) finish(out *bytes.Buffer) {
	// Neither part holds anything that could fail.
	if f.articles == 0 {
		_ = f.head(out, "No articles")
	}
	_ = f.templates.ExecuteTemplate(out, "foot", nil)
}

func (f *htmlFormat) head(out *bytes.Buffer, title string) error {
	hash := sha256.Sum256([]byte(pageStyle))
	return f.templates.ExecuteTemplate(out, "head", map[string]any{
		"Title":     Visible(title),
		"Style":     template.CSS(pageStyle),
		"StyleHash": "sha256-" + base64.StdEncoding.EncodeToString(hash[:]),
	})
}

// The records below are what page.html shows. All of their strings have been
// made visible; the template escapes them for HTML.
type (
	htmlArticle struct {
		Input      string
		Credit     []string // author and date
		Title      string   // empty when the text itself shows it
		Paragraphs []htmlParagraph
		Speakers   []htmlSpeaker
		Lists      []htmlList
	}
	htmlParagraph struct {
		IsTitle bool
		Runs    []htmlRun
	}
	// htmlRun is a stretch of a paragraph inside one quote, or outside quotes.
	htmlRun struct {
		Quote    *htmlQuote
		IsFirst  bool // the quote starts here
		Segments []htmlSegment
	}
	htmlSegment struct {
		Text     string
		Category category
		Name     string // of the entity
		Anchor   string // set at the first mention of the entity
	}
	htmlQuote struct {
		ID, Anchor, Card string // as printed; in the text, empty when others cover it; in the list of speakers
		Class            string // the colour of the speaker
		Speaker          string
		Text, Evidence   string
	}
	htmlSpeaker struct {
		Name, Class, Count string
		Roles              []string
		Quotes             []*htmlQuote
	}
	htmlList struct {
		Heading  string
		Category category
		Names    []htmlName
	}
	htmlName struct {
		Name, Anchor string
		Mentions     int
	}
)

// speakerColours is how many colours the style sheet has for speakers.
const speakerColours = 8

func newHTMLArticle(a *article.Article, number int) htmlArticle {
	page := htmlArticle{Input: Visible(a.Input)}
	for _, part := range []string{a.Byline, a.Date} {
		if part != "" {
			page.Credit = append(page.Credit, OneLine(part))
		}
	}
	anchor := func(id string) string { return fmt.Sprintf("a%d-%s", number, Visible(id)) }

	quotes := make([]*htmlQuote, len(a.Quotes))
	for i, q := range a.Quotes {
		quotes[i] = &htmlQuote{
			ID: Visible(q.ID), Anchor: anchor(q.ID), Card: anchor(q.ID + "-speaker"), Class: "nobody",
			Speaker: Visible(speakerName(q)), Text: OneLine(strings.Join(a.Spoken(i), " … ")), Evidence: evidence(q),
		}
	}
	entities := map[string]htmlName{}
	roles := map[string][]string{}
	addList := func(heading string, category category, list []article.Entity) {
		names := htmlList{Heading: heading, Category: category}
		for _, e := range list {
			name := htmlName{Name: Visible(e.Name), Anchor: anchor("name-" + e.ID), Mentions: len(e.Mentions)}
			names.Names = append(names.Names, name)
			entities[e.ID] = name
			for _, role := range e.Roles {
				roles[e.ID] = append(roles[e.ID], Visible(role))
			}
		}
		if len(list) > 0 {
			page.Lists = append(page.Lists, names)
		}
	}
	addList("People", person, a.People)
	addList("Places", place, a.Places)
	addList("Organisations", organisation, a.Organisations)

	for i, s := range a.Shares() {
		speaker := htmlSpeaker{
			Name:  Visible(cmp.Or(s.Name, "Speaker unknown")),
			Class: "nobody",
			Count: counted(len(s.Quotes), "quote") + ", " + counted(s.Words, "word"),
		}
		if s.Name != "" {
			speaker.Class = fmt.Sprintf("s%d", i%speakerColours)
		}
		for _, q := range s.Quotes {
			quotes[q].Class = speaker.Class
			speaker.Quotes = append(speaker.Quotes, quotes[q])
		}
		if by := a.Quotes[s.Quotes[0]].Speaker; by != nil && by.ID != nil {
			speaker.Roles = roles[*by.ID]
		}
		page.Speakers = append(page.Speakers, speaker)
	}
	page.Paragraphs = paragraphs(a, quotes, entities)
	if a.Title != nil && !slices.ContainsFunc(page.Paragraphs, func(p htmlParagraph) bool { return p.IsTitle }) {
		page.Title = Visible(*a.Title)
	}
	return page
}

// paragraphs divides the text at its line ends and groups what lies inside one
// quote, so that a quote is one link in each paragraph.
func paragraphs(a *article.Article, quotes []*htmlQuote, entities map[string]htmlName) []htmlParagraph {
	var all []htmlParagraph
	var current htmlParagraph
	var line strings.Builder
	hasTitle := a.Title == nil
	flush := func() {
		if strings.TrimSpace(line.String()) != "" {
			if !hasTitle && strings.Join(strings.Fields(line.String()), " ") == *a.Title {
				current.IsTitle, hasTitle = true, true
			}
			all = append(all, current)
		}
		current = htmlParagraph{}
		line.Reset()
	}
	seenQuote := make([]bool, len(quotes))
	seenName := map[string]bool{}
	for _, s := range segments(a) {
		for i, text := range strings.Split(whiteSpace.Replace(s.text), "\n") {
			if i > 0 {
				flush()
			}
			if text == "" {
				continue
			}
			line.WriteString(text)
			segment := htmlSegment{Text: Visible(text), Category: s.category}
			if s.category != "" {
				segment.Name = entities[s.entity].Name
				if !seenName[s.entity] {
					seenName[s.entity] = true
					segment.Anchor = entities[s.entity].Anchor
				}
			}
			run := htmlRun{}
			if s.quote >= 0 && a.Quotes[s.quote].Kind != article.QuotedOnly {
				run.Quote = quotes[s.quote]
				run.IsFirst = !seenQuote[s.quote]
				seenQuote[s.quote] = true
			}
			if n := len(current.Runs); n == 0 || current.Runs[n-1].Quote != run.Quote {
				current.Runs = append(current.Runs, run)
			}
			last := &current.Runs[len(current.Runs)-1]
			last.Segments = append(last.Segments, segment)
		}
	}
	flush()
	for i, seen := range seenQuote {
		if !seen {
			quotes[i].Anchor = ""
		}
	}
	return all
}

// whiteSpace leaves of all white space that could show as an escape only what
// HTML shows by itself.
var whiteSpace = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\t", " ")

// evidence tells in a few words why a quote has its speaker.
func evidence(q article.Quote) string {
	if q.Speaker == nil {
		return ""
	}
	var parts []string
	if q.Speaker.Text != q.Speaker.Name {
		parts = append(parts, "“"+OneLine(q.Speaker.Text)+"”")
	}
	if q.Cue != nil {
		parts = append(parts, Visible(q.Cue.Text))
	}
	parts = append(parts, fmt.Sprintf("%.0f\u00a0%%", q.Confidence*100))
	return strings.Join(parts, " · ")
}

// counted writes a number with its noun.
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
