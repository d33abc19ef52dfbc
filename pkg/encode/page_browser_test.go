package encode

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/pkg/article"
)

// interview is an article with more quotes than a screen shows, by two people
// in turn.
func interview() *article.Article {
	a := &article.Article{Schema: article.Schema, Input: "interview.txt", Title: new("Two Pilots"), Offsets: article.Byte,
		People: []article.Entity{{ID: "eva-tamm", Name: "Eva Tamm"}, {ID: "rui-sa", Name: "Rui Sá"}},
		Places: []article.Entity{{ID: "faro", Name: "Faro"}}}
	text := "Two Pilots\n\n"
	mention := func(e *article.Entity) {
		e.Mentions = append(e.Mentions, article.Mention{Text: e.Name, Start: len(text), End: len(text) + len(e.Name)})
		text += e.Name
	}
	for i := range 40 {
		q := article.Quote{ID: fmt.Sprintf("q%d", i+1), Kind: article.Direct, Rule: "cue-after", Confidence: 0.9}
		text += "“"
		q.Start = len(text)
		text += fmt.Sprintf("We took off %d times that summer, and the wind was never kind to us,", i+2)
		q.End = len(text)
		q.Text = text[q.Start:]
		text += "” said "
		e := &a.People[i%2]
		q.Speaker = &article.Speaker{Name: e.Name, ID: &e.ID, Text: e.Name, Start: len(text), End: len(text) + len(e.Name)}
		mention(e)
		text += " in "
		mention(&a.Places[0])
		text += ".\n\n"
		a.Quotes = append(a.Quotes, q)
	}
	a.Text = text
	return a
}

// speakerShown is what a reader sees after following the link of a quote: the
// quote in the list, and the name over it, both in the window.
const speakerShown = `(() => {
	const card = document.querySelector('li:target');
	if (!card) return {Quote: '', Speaker: '', Seen: false};
	const name = card.closest('section').querySelector('h3');
	const seen = e => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight && r.left >= 0 && r.right <= innerWidth };
	const apart = name.getBoundingClientRect().bottom <= card.getBoundingClientRect().top;
	return {Quote: card.querySelector('a').textContent, Speaker: name.textContent, Seen: seen(card) && seen(name) && apart};
})()`

type shown struct {
	Quote, Speaker string
	Seen           bool
}

func TestThePageInABrowser(t *testing.T) {
	b := openBrowser(t)
	a := interview()
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, []byte(encoded(t, HTML, Options{}, a)), 0o644); err != nil {
		t.Fatal(err)
	}
	page := "file://" + filepath.ToSlash(file)
	following := func(i int) shown { return shown{a.Quotes[i].Text, a.Quotes[i].Speaker.Name, true} }
	expect := func(t *testing.T, i int) {
		t.Helper()
		b.wait(fmt.Sprintf("location.hash == '#a1-q%d-speaker'", i+1))
		var got shown
		b.eval(&got, speakerShown)
		if diff := cmp.Diff(following(i), got); diff != "" {
			t.Error(diff)
		}
	}
	for name, width := range map[string]int{"desk": 1280, "phone": 390} {
		t.Run(name, func(t *testing.T) {
			b.call("Emulation.setDeviceMetricsOverride", map[string]any{"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": name == "phone"})
			b.open(page)

			var text string
			b.eval(&text, "document.querySelector('article').textContent")
			for _, want := range []string{"Two Pilots", a.Quotes[0].Text, a.Quotes[39].Text} {
				if !strings.Contains(text, want) {
					t.Errorf("the page does not show %q", want)
				}
			}
			var counts []int
			b.eval(&counts, "['article a.quote', 'article .person', 'article .place', 'h1', 'script, img, iframe, link'].map(s => document.querySelectorAll(s).length)")
			if diff := cmp.Diff([]int{40, 40, 40, 1, 0}, counts); diff != "" {
				t.Errorf("quotes, people, places, headlines, things that are loaded: %s", diff)
			}
			var tooWide int
			if b.eval(&tooWide, "document.documentElement.scrollWidth - innerWidth"); tooWide > 0 {
				t.Errorf("the page is %d pixels wider than the window", tooWide)
			}

			b.click("#a1-q31")
			expect(t, 30)
			b.click("#a1-q2")
			expect(t, 1)
			b.click("li:target a") // and back to the text
			b.wait("location.hash == '#a1-q2'")

			b.eval(&text, "(document.activeElement.blur(), scrollTo(0, 0), history.replaceState(null, '', location.pathname), document.querySelector('#a1-q4').focus(), '')")
			b.press("Tab", "", 9)
			b.press("Enter", "\r", 13)
			expect(t, 4)
			for _, complaint := range b.complaints(page) {
				t.Error(complaint)
			}
		})
	}
}
