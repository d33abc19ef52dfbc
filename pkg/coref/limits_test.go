package coref

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/span"
)

// FuzzResolve resolves mentions cut at random out of any text, and checks what
// every answer promises.
func FuzzResolve(f *testing.F) {
	f.Add("Mrs. Lunt met Robert “Bob” Stahl Jr. (EU), a doctor. She left.", []byte{0, 4, 2, 0, 10, 3})
	f.Add("\xff\xfe the Lunts, the Lunts", []byte{1, 1, 1, 1, 1, 1})
	f.Add("Mayor Ann Lunt, OC of Hull, said no. The official, the OC and the party of the Harbour Front said “the official”.", []byte{1, 1, 0, 9, 0, 0, 9, 1, 2})
	f.Add("PM PM PM, who is PM and PM of PM", []byte{0, 2, 0, 1, 2, 0})
	f.Add("Old Port Office (OPO) chief Ann Lunt and her son, Bo Lunt, were appointed mayor of Hull in the", []byte{0, 2, 2, 4, 1, 0, 3, 1, 0})
	f.Add("Ann Lunt, now a law, fish and roads minister in 2014, met Bo, 8. The elder Lunt, the boy", []byte{0, 1, 0, 14, 0, 0, 4, 0, 0})
	f.Fuzz(func(t *testing.T, text string, cuts []byte) {
		d := nlp.Parse(text)
		var mentions []ner.Mention
		token := 0
		for i := 0; i+2 < len(cuts); i += 3 {
			first := token + int(cuts[i])%8
			last := first + 1 + int(cuts[i+1])%5
			if last > len(d.Tokens) {
				break
			}
			s := span.Span{Start: d.Tokens[first].Start, End: d.Tokens[last-1].End}
			mentions = append(mentions, ner.Mention{Span: s, First: first, Last: last, Type: ner.Type(cuts[i+2] % 5), Confidence: 0.5})
			token = last
		}
		e := Resolve(d, mentions)
		if len(e.Of) != len(mentions) || len(e.Mentions) != len(mentions) {
			t.Fatalf("%d mentions, %d answers", len(mentions), len(e.Of))
		}
		seen := 0
		for i, entity := range e.List {
			if entity.Name == "" || len(entity.Mentions) == 0 {
				t.Errorf("entity %d has no name or no mention", i)
			}
			if !strings.Contains(text, entity.Name) {
				t.Errorf("the name %q is not in the text", entity.Name)
			}
			if !slices.IsSorted(entity.Mentions) {
				t.Errorf("the mentions of %q are not in order", entity.Name)
			}
			for _, m := range entity.Mentions {
				seen++
				if e.Of[m] != i {
					t.Errorf("mention %d is of %d and of %d", m, i, e.Of[m])
				}
			}
			for _, role := range entity.Roles {
				if role.Start < 0 || role.End > len(text) || role.IsEmpty() {
					t.Errorf("the role %v is outside the text", role)
				}
			}
		}
		for i, m := range e.Mentions {
			if isEntity(m.Type) && e.Of[i] < 0 {
				seen++ // a mention without a letter
			}
			if !isEntity(m.Type) {
				seen++
			}
		}
		if seen != len(mentions) {
			t.Errorf("%d of %d mentions are accounted for", seen, len(mentions))
		}
		for i := range d.Tokens {
			e.Pronoun(d, i)
			e.ByRole(d, span.Span{Start: d.Tokens[0].Start, End: d.Tokens[i].End})
			for _, end := range [...]int{i + 1, min(i+3, len(d.Tokens))} {
				c := e.ByKind(d, span.Span{Start: d.Tokens[i].Start, End: d.Tokens[end-1].End}, Spoke{Entity: min(i, len(e.List)-1), Token: i})
				if c.Entity < -1 || c.Entity >= len(e.List) {
					t.Errorf("ByKind gives entity %d of %d", c.Entity, len(e.List))
				}
			}
			if i > 50 {
				break
			}
		}
	})
}

// TestResolveIsLinear checks that eight times the text takes about eight times
// the time, in ordinary crowds and in texts made to be slow.
func TestResolveIsLinear(t *testing.T) {
	capitals := func(i int) string { // one of 256 ways to write one name
		name := []byte("lunt obed")
		for bit := range 8 {
			if i>>bit&1 == 1 {
				at := bit + bit/4 // over the space
				name[at] -= 'a' - 'A'
			}
		}
		return string(name)
	}
	for _, c := range []struct {
		phenomenon string
		write      func(i int, add func(kind ner.Type, before, name string))
	}{
		{"people of one surname", func(i int, add func(ner.Type, string, string)) {
			add(ner.Person, "President ", fmt.Sprintf("Ann%d Lunt", i))
			add(ner.Person, " said that he and she met President ", "Lunt")
			add(ner.Person, ". President ", fmt.Sprintf("Ann%d Lunt%d", i%7, i))
			add(ner.Place, " left ", fmt.Sprintf("Town%d", i))
		}},
		{"titles without end", func(_ int, add func(ner.Type, string, string)) {
			add(ner.Person, " Mr Mr ", "Lunt")
		}},
		{"one sentence", func(i int, add func(ner.Type, string, string)) {
			add(ner.Person, " Harbour Minister ", fmt.Sprintf("Ann Lunt%d", i%50))
			add(ner.Organisation, " and ", fmt.Sprintf("Lunt%d Board", i))
		}},
		{"one name in all its capitals", func(i int, add func(ner.Type, string, string)) {
			add(ner.Person, " so ", capitals(i))
		}},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			measure := func(n int) time.Duration {
				var text strings.Builder
				var spans []span.Span
				var types []ner.Type
				for i := range n {
					c.write(i, func(kind ner.Type, before, name string) {
						text.WriteString(before)
						start := text.Len()
						text.WriteString(name)
						spans, types = append(spans, span.Span{Start: start, End: text.Len()}), append(types, kind)
					})
				}
				d, mentions := documentWith(text.String(), spans, types)
				best := time.Hour
				for range 3 {
					start := time.Now()
					Resolve(d, mentions)
					best = min(best, time.Since(start))
				}
				return best
			}
			const small, times = 250, 8
			// Quadratic time would be 64 times as long; a busy machine and the
			// caches get some slack.
			if a, b := measure(small), measure(small*times); b > a*times*4 {
				t.Errorf("%d names take %v, %d take %v", small, a, small*times, b)
			}
		})
	}
}

func BenchmarkResolve(b *testing.B) {
	var text strings.Builder
	var spans []span.Span
	var types []ner.Type
	for i := range 30 {
		for _, name := range []string{fmt.Sprintf("Helen Lunt%d", i%9), fmt.Sprintf("Lunt%d", i%9)} {
			text.WriteString("The former mayor ")
			start := text.Len()
			text.WriteString(name)
			spans = append(spans, span.Span{Start: start, End: text.Len()})
			types = append(types, ner.Person)
			text.WriteString(" said that she had left the house before the others came to see her. ")
		}
	}
	d, mentions := documentWith(text.String(), spans, types)
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Resolve(d, mentions)
	}
}
