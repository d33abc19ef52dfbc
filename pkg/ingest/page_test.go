package ingest

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// A page as sites of news make them: the article among what is none.
const stormPage = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Storm closes port - The Harbour Times</title></head><body>
<nav><a href="/">Home</a> <a href="/w">World</a></nav>
<div class="cookie-notice">We use cookies to count you. <button>Accept</button></div>
<article class="has-comments"><h1>Storm closes port</h1><p class="byline">By Lena Grau</p>
<figure><img src="a.jpg"><figcaption>Waves at Faro. Photo: Agency</figcaption></figure>
<p>FARO&nbsp;&mdash; The harbour of Faro was shut on Monday as waves of nine metres broke over the wall, the port authority said.</p>
<p>&ldquo;We shut the port <em>before</em> noon,&rdquo; said Ana S&aacute;, the harbour master.<br>&ldquo;Nobody was hurt.&rdquo;</p>
<div class="share-bar">Share this on Chirper</div>
<blockquote><p>“It was the worst storm in years,” wrote Rui Reis on his page, which thousands of people follow, fishermen most of them.</p></blockquote>
<p>The storm is expected to pass by Wednesday, and the port may open again on Thursday, she said, if the wind allows it.</p>
<div class="related"><h2>Related links</h2><ul><li><a href="/1">Another storm</a></li></ul></div>
</article>
<div id="comments"><h2>Comments</h2><p>First! said Bob. “What a storm”, he wrote under the article, “and what a port”.</p></div>
<footer>© The Harbour Times</footer></body></html>`

const stormText = `Storm closes port

FARO` + "\u00a0" + `— The harbour of Faro was shut on Monday as waves of nine metres broke over the wall, the port authority said.

“We shut the port before noon,” said Ana Sá, the harbour master.
“Nobody was hurt.”

“It was the worst storm in years,” wrote Rui Reis on his page, which thousands of people follow, fishermen most of them.

The storm is expected to pass by Wednesday, and the port may open again on Thursday, she said, if the wind allows it.
`

func TestReadPage(t *testing.T) {
	title, text, by, err := (&Reader{}).readPage(stormPage)
	if err != nil {
		t.Fatal(err)
	}
	if title != "Storm closes port" {
		t.Errorf("title %q", title)
	}
	if diff := cmp.Diff(stormText, text); diff != "" {
		t.Error(diff)
	}
	if by.byline != "Lena Grau" || by.date != "" {
		t.Errorf("byline %q, date %q", by.byline, by.date)
	}
}

func TestAuthorAndDateAreNoText(t *testing.T) {
	const body = `<p>The harbour of Faro was shut on Monday before the storm came, and the boats of the whole coast lay behind the wall.</p>` +
		`<p>By noon the wind was up, and by the <a class="published" href="/x">harbour master</a>’s count nobody was out, <time>on Monday</time>, at sea or in the bay.</p>` +
		`<p>By Monday it was over.</p><p>Updated maps were sent to 12 ships by the port authority, which had drawn them on Sunday evening.</p>`
	const text = "Storm closes port\n\nThe harbour of Faro was shut on Monday before the storm came, and the boats of the whole coast lay behind the wall.\n\n" +
		"By noon the wind was up, and by the harbour master’s count nobody was out, on Monday, at sea or in the bay.\n\n" +
		"By Monday it was over.\n\nUpdated maps were sent to 12 ships by the port authority, which had drawn them on Sunday evening.\n"
	for name, test := range map[string]struct {
		head, before, after string
		want                credit
	}{
		"nothing":            {"", "", "", credit{}},
		"plain lines":        {"", "<p>By <b>Maria Keel</b>, Faro</p><p>Published 3 May 2024</p><p>Updated: 4 May 2024 10:14 GMT</p>", "", credit{byline: "Maria Keel, Faro"}},
		"named elements":     {"", `<div class="post-byline"><a rel="author">Maria Keel</a></div>`, `<p class="author-bio">Maria Keel is a reporter in Faro.</p>`, credit{byline: "Maria Keel"}},
		"time with a place":  {"", `<div><time datetime="2024-05-03">3 May 2024, 09.00 BST</time> <span>5 min read</span></div>`, "", credit{}},
		"told to machines":   {`<meta name="author" content="Maria Keel"><meta property="article:published_time" content="2024-05-03T23:30:00-02:00">`, "", "", credit{"Maria Keel", "2024-05-03"}},
		"a date of no sense": {`<meta property="article:published_time" content="soon">`, "", "", credit{}},
	} {
		t.Run(name, func(t *testing.T) {
			page := "<!doctype html><html><head><title>Storm closes port</title>" + test.head + "</head><body><article><h1>Storm closes port</h1>" +
				test.before + body + test.after + "</article></body></html>"
			_, got, by, err := (&Reader{}).readPage(page)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(text, got); diff != "" {
				t.Error(diff)
			}
			if by != test.want {
				t.Errorf("got %+v, want %+v", by, test.want)
			}
		})
	}
}

func TestReadPageWithoutArticle(t *testing.T) {
	for name, page := range map[string]string{
		"empty body":    "<!doctype html><html><body></body></html>",
		"scripts alone": "<html><script>var a = 'said';</script></html>",
	} {
		if _, _, _, err := (&Reader{}).readPage(page); !errors.Is(err, ErrNoArticleInPage) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestLimitsOfPages(t *testing.T) {
	deep := func(n int) string { // html, body and the text are deep by themselves
		return "<html><body>" + strings.Repeat("<div>", n-2) + strings.Repeat("The harbour of Faro was shut, they said. ", 20) + strings.Repeat("</div>", n-2)
	}
	unclosed := func(n int) string { // elements that a parser opens again in each paragraph
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "<b class=c%d>", i)
		}
		return "<html><body><p>" + b.String() + strings.Repeat("<p>x", 100_000)
	}
	small, shallow := &Reader{MaxPage: 100}, &Reader{MaxDepth: 10}
	exact := &Reader{MaxPage: int64(len(stormPage))}
	for name, test := range map[string]struct {
		reader *Reader
		page   string
		want   error
		says   string
	}{
		"as large as may be":    {exact, stormPage, nil, ""},
		"too large":             {&Reader{}, strings.Repeat(" ", DefaultMaxPage+1), ErrPageSize, "larger than the limit for a page of 16 MiB"},
		"too large as set":      {small, strings.Repeat(" ", 101), ErrPageSize, "larger than the limit for a page of 100 bytes"},
		"too many elements":     {&Reader{}, strings.Repeat("<br>", maxPageElements), ErrPageSize, "larger than the limit for a page of 100000 elements"},
		"as deep as may be":     {shallow, deep(9), nil, ""},
		"too deep as set":       {shallow, deep(11), ErrTooDeep, "nested deeper than the limit for a page of 10 elements"},
		"too deep":              {&Reader{}, deep(300), ErrTooDeep, "nested deeper than the limit for a page of 256 elements"},
		"unclosed elements":     {&Reader{}, unclosed(200), ErrPageSize, "larger than the limit for a page of 100000 elements"},
		"many unclosed ones":    {&Reader{}, unclosed(600), ErrTooDeep, "nested deeper than the limit for a page of 256 elements"},
		"too deep for a parser": {&Reader{}, deep(100_000), ErrTooDeep, "nested deeper than the limit for a page of 256 elements"},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, _, err := test.reader.readPage(test.page)
			if !errors.Is(err, test.want) || err != nil && err.Error() != test.says {
				t.Errorf("got %v, want %v", err, test.says)
			}
		})
	}
}

func TestInputsOfPages(t *testing.T) {
	tree(t, map[string]string{
		"page.html": stormPage, "page.htm.gz": zipped(t, stormPage), "page.txt": "<html> is how a page starts.", "page": "\n<!DOCTYPE HTML>" + stormPage,
	})
	want := []string{
		"page.html: " + stormText + " [Storm closes port]",
		"page.htm.gz: " + stormText + " [Storm closes port]",
		"page.txt: <html> is how a page starts.",
		"page: " + stormText + " [Storm closes port]",
	}
	if diff := cmp.Diff(want, read(&Reader{}, "page.html", "page.htm.gz", "page.txt", "page")); diff != "" {
		t.Error(diff)
	}
	want = []string{"page.txt: " + stormText + " [Storm closes port]"}
	tree(t, map[string]string{"page.txt": stormPage})
	if diff := cmp.Diff(want, read(&Reader{Format: HTML}, "page.txt")); diff != "" {
		t.Error(diff)
	}
	if got := read(&Reader{Format: Text}, "page.txt"); !strings.HasPrefix(got[0], "page.txt: <!doctype") {
		t.Errorf("got %.40q", got[0])
	}
}

func FuzzReadPage(f *testing.F) {
	for _, seed := range []string{stormPage, "<html><p>a", "<table><td><aside><article><h1>x", "<p class=comment>" + strings.Repeat("word, ", 200)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, page string) {
		begin := time.Now()
		title, text, _, err := (&Reader{}).readPage(strings.ToValidUTF8(page, "\ufffd"))
		if (err == nil) == isBlank(text) {
			t.Errorf("text %q with error %v", text, err)
		}
		if strings.ContainsAny(title, "\n\r\t") {
			t.Errorf("title %q has several lines", title)
		}
		if took := time.Since(begin); took > 5*time.Second {
			t.Errorf("%d bytes took %v", len(page), took)
		}
	})
}
