package encode

import (
	"crypto/sha256"
	"encoding/base64"
	"html"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/whosaid/whosaid/pkg/article"
)

func TestHTMLShowsWhoSaidWhat(t *testing.T) {
	a := sample()
	a.Quotes[0].Parts = nil
	a.Quotes[0].Text, a.Quotes[0].End = "Stay in.", a.Quotes[0].Start+len("Stay in.")
	a.Quotes[2].Text, a.Quotes[2].Start, a.Quotes[2].End = "Storm", 0, len("Storm")
	got := encoded(t, HTML, Options{}, a)
	for what, want := range map[string]string{
		"the title is a heading":         `<h1><a class="quote nobody" href="#a1-q3-speaker" title="q3: speaker unknown" id="a1-q3">Storm</a> Closes “<span class="name place" title="place: Port" id="a1-name-port">Port</span>”</h1>`,
		"a name":                         `<span class="name person" title="person: Ana Sá" id="a1-name-ana-sa">Ana Sá</span>`,
		"a quote leads to its speaker":   `<a class="quote s0" href="#a1-q1-speaker" title="q1: Ana Sá" id="a1-q1">Stay in.</a>`,
		"the speaker has a role":         `<p class="role">mayor of Faro, Portugal</p>`,
		"the speaker leads to the quote": `<li id="a1-q2-speaker" tabindex="-1"><a href="#a1-q2">Wait,</a> <span class="evidence">“Ana Sá” · 100 %</span></li>`,
		"a quote without a speaker":      `<h3>Speaker unknown</h3>`,
		"the title of the page":          `<title>Storm Closes “Port”</title>`,
		"a list of places":               `<ul class="names place" role="list">`,
		"the author and the day":         `<p class="input">news/storm.txt · Lena Grau · 2024-05-03</p>`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%s: no %s in\n%s", what, want, got[strings.Index(got, "<main>"):])
		}
	}
}

func TestHTMLTitleFromElsewhere(t *testing.T) {
	a := sample()
	a.Title = new("Not in <the> text")
	if got := encoded(t, HTML, Options{}, a); strings.Count(got, "<h1>") != 1 || !strings.Contains(got, "<h1>Not in &lt;the&gt; text</h1>") {
		t.Error("the title of the container is not the heading")
	}
}

// TestHTMLHoldsTogether checks one page of several articles: ids are unique,
// every link leads somewhere on it, the policy fits the style, and nothing is
// loaded or run.
func TestHTMLHoldsTogether(t *testing.T) {
	page := encoded(t, HTML, Options{}, sample(), sample()) // q3 covers q2
	ids := map[string]bool{}
	for _, match := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		id := html.UnescapeString(match[1])
		if ids[id] {
			t.Errorf("id %s twice", id)
		}
		ids[id] = true
	}
	links := regexp.MustCompile(` href="([^"]*)"`).FindAllStringSubmatch(page, -1)
	if len(links) == 0 {
		t.Error("no links")
	}
	for _, match := range links {
		target, err := url.PathUnescape(html.UnescapeString(match[1]))
		if err != nil || !strings.HasPrefix(target, "#") || !ids[target[1:]] {
			t.Errorf("%s leads nowhere", match[1])
		}
	}
	style := regexp.MustCompile(`(?s)<style>(.*?)</style>`).FindStringSubmatch(page)
	hash := sha256.Sum256([]byte(style[1]))
	policy := html.UnescapeString(regexp.MustCompile(`Security-Policy" content="([^"]*)"`).FindStringSubmatch(page)[1])
	if want := "style-src 'sha256-" + base64.StdEncoding.EncodeToString(hash[:]) + "'"; !strings.Contains(policy, want) || !strings.Contains(policy, "default-src 'none'") {
		t.Errorf("policy %s does not say %s", policy, want)
	}
	for _, bad := range []string{"<script", " src=", "url(", "@import", " style=", "http://", "https://"} {
		if strings.Contains(page, bad) {
			t.Errorf("the page holds %s", bad)
		}
	}
	if strings.Count(page, "<html") != 1 || strings.Count(page, "</html>") != 1 || strings.Count(page, `<section class="document"`) != 2 {
		t.Error("two articles are not one page")
	}
}

func TestHTMLEscapes(t *testing.T) {
	attacks := append([]string{
		`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `' onmouseover='alert(1)`, `</style><script>`, `javascript:alert(1)`, `{{.}}`, `]]>`, `<!--`,
	}, hostile...)
	tags := regexp.MustCompile(`<[a-z!/][^>]*>`)
	count := func(page string) int { return len(tags.FindAllString(page, -1)) }
	for _, s := range attacks {
		a := filledWith("x")
		a.Text = s
		a.Title, a.Input = &s, s
		a.People, a.Places = a.People[:1], nil
		a.People[0].Name, a.People[0].Roles, a.People[0].Mentions = s, []string{s}, nil
		for i := range a.Quotes {
			q := &a.Quotes[i]
			q.Text, q.Start, q.End, q.Parts = s, 0, len(s), nil
			if q.Speaker != nil {
				q.Speaker.Name, q.Speaker.Text = s, s
			}
		}
		page := encoded(t, HTML, Options{Offsets: article.Byte}, a)
		if strings.ContainsFunc(page, func(c rune) bool { return isHidden(c) && c != '\n' }) {
			t.Errorf("%q: a hidden character shows through", s)
		}
		for _, tag := range tags.FindAllString(page, -1) {
			if strings.HasPrefix(tag, "<script") || strings.HasPrefix(tag, "<img") || regexp.MustCompile(` on[a-z]+=[^"]*$`).MatchString(tag) {
				t.Errorf("%q made the tag %s", s, tag)
			}
		}
		if opened, closed := strings.Count(page, "<style>"), strings.Count(page, "</style>"); opened != 1 || closed != 1 || count(page) == 0 {
			t.Errorf("%q broke the page", s)
		}
	}
}

func TestHTMLWithoutArticles(t *testing.T) {
	if got := encoded(t, HTML, Options{}); !strings.Contains(got, "<title>No articles</title>") || !strings.HasSuffix(got, "</html>\n") {
		t.Errorf("got %s", got)
	}
}
