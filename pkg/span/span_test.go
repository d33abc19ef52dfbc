package span

import (
	"strings"
	"testing"
	"unicode/utf16"
)

func TestSpanRelations(t *testing.T) {
	outer, inner, after := Span{2, 9}, Span{3, 9}, Span{9, 12}
	if !outer.Contains(inner) || inner.Contains(outer) {
		t.Error("a span contains what lies within it and not what reaches out")
	}
	if outer.Overlaps(after) || !outer.Overlaps(inner) {
		t.Error("half-open spans that only touch do not overlap")
	}
	if outer.Covers(9) || !outer.Covers(2) {
		t.Error("a span covers its first byte and not its end")
	}
	if got := inner.Of("0123456789"); got != "345678" {
		t.Errorf("Of = %q", got)
	}
	if Compare(outer, inner) >= 0 || Compare(inner, outer) <= 0 || Compare(after, after) != 0 {
		t.Error("Compare orders by start, then by end")
	}
}

// slowCounts is the definition that the index must agree with.
func slowCounts(text string, p int) (runes, units int) {
	for i, r := range text {
		if i >= p {
			break
		}
		runes++
		units += len(utf16.Encode([]rune{r}))
	}
	return runes, units
}

func TestIndexAgreesWithCounting(t *testing.T) {
	texts := map[string]string{
		"empty":          "",
		"ascii":          strings.Repeat("Plain words. ", 60),
		"curly quotes":   strings.Repeat("“Nó,” ela disse. ", 70),
		"emoji":          strings.Repeat("a😀b👩‍🚀c", 90),
		"invalid bytes":  strings.Repeat("ok\xff\x80\xe2\x80 é", 80),
		"continuations":  strings.Repeat("\x80", 700),
		"ascii then one": strings.Repeat("x", 600) + "é",
	}
	for name, text := range texts {
		t.Run(name, func(t *testing.T) {
			x := NewIndex(text)
			boundaries := []int{len(text)}
			for i := range text {
				boundaries = append(boundaries, i)
			}
			for _, p := range boundaries {
				runes, units := slowCounts(text, p)
				if got := x.Rune(p); got != runes {
					t.Fatalf("Rune(%d) = %d, want %d", p, got, runes)
				}
				if got := x.UTF16(p); got != units {
					t.Fatalf("UTF16(%d) = %d, want %d", p, got, units)
				}
			}
		})
	}
}

func TestIndexPosition(t *testing.T) {
	x := NewIndex("“Sí”\nb\n\nend")
	for _, c := range []struct {
		at   int
		want Position
	}{
		{0, Position{1, 1}},
		{len("“Sí"), Position{1, 4}},
		{len("“Sí”\n"), Position{2, 1}},
		{len("“Sí”\nb\n"), Position{3, 1}},
		{len("“Sí”\nb\n\nen"), Position{4, 3}},
		{1000, Position{4, 4}},
		{-1, Position{1, 1}},
	} {
		if got := x.Position(c.at); got != c.want {
			t.Errorf("Position(%d) = %v, want %v", c.at, got, c.want)
		}
	}
}

func FuzzIndex(f *testing.F) {
	f.Add("“Sí”\nb")
	f.Add("\xff\x80\xe2\x80")
	f.Fuzz(func(t *testing.T, text string) {
		x := NewIndex(text)
		for p := range text {
			runes, units := slowCounts(text, p)
			if x.Rune(p) != runes || x.UTF16(p) != units {
				t.Fatalf("at byte %d: %d runes and %d units, want %d and %d", p, x.Rune(p), x.UTF16(p), runes, units)
			}
		}
	})
}

func BenchmarkIndex(b *testing.B) {
	text := strings.Repeat("“We were ready,” the mayor said. ", 3000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		x := NewIndex(text)
		x.Rune(len(text) / 2)
	}
}
