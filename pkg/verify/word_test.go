package verify

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// forms returns the forms of all words of a text.
func forms(text string) []string {
	var all []string
	for start, end := range wordsOf(text) {
		all = append(all, string(appendForm(nil, text[start:end])))
	}
	return all
}

func TestTypographyIsNoDifference(t *testing.T) {
	for name, texts := range map[string][2]string{
		"curly and straight apostrophes": {"we’ll don't", "we'll don’t"},
		"marks inside":                   {"a “so-called” friend", "a 'so called' friend"},
		"dashes":                         {"now — or never", "now-or-never"},
		"spaces":                         {"forty\u00A0two\u2009men", "forty two\n men"},
		"ligatures":                      {"the ﬁrst ﬂoor", "the first floor"},
		"Unicode forms":                  {"caf\u00E9", "cafe\u0301"},
		"soft hyphens":                   {"govern\u00ADment", "government"},
		"zero-width space":               {"hello\u200Bworld", "helloworld"},
		"full width":                     {"ＡＢＣ", "abc"},
		"initials":                       {"the U.S. and the U.K.", "the US and the UK"},
		"case":                           {"The Ship", "the ship"},
		"editor's letter":                {"[W]e go[ing]", "we going"},
		"emphasis":                       {"we *will* _go_", "we will go"},
	} {
		if diff := cmp.Diff(forms(texts[0]), forms(texts[1])); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestWordsThatDiffer(t *testing.T) {
	for name, texts := range map[string][2]string{
		"possessive":     {"its", "it's"},
		"contraction":    {"we're", "were"},
		"numbers":        {"1.5", "15"},
		"decimal comma":  {"1,5", "1.5"},
		"currency":       {"$5", "£5"},
		"percent":        {"5%", "5"},
		"minus":          {"it was -5 there", "it was 5 there"},
		"one letter":     {"form", "from"},
		"hyphen or none": {"re-sign", "resign"},
		"accent":         {"resumé", "resume"},
		"order":          {"man bites dog", "dog bites man"},
	} {
		if cmp.Equal(forms(texts[0]), forms(texts[1])) {
			t.Errorf("%s: %q is taken for %q", name, texts[0], texts[1])
		}
	}
}

func TestWords(t *testing.T) {
	for name, test := range map[string]struct{ text, want string }{
		"sentence end":       {"It ended. Nobody cared.", "it ended nobody cared"},
		"sentence in I":      {"It was I.Then", "it was i then"},
		"plural possessive":  {"the workers’ rights", "the workers rights"},
		"leading apostrophe": {"’Tis the ’90s", "tis the 90s"},
		"time":               {"at 9:30 a.m.", "at 9 30 am"},
		"range":              {"pages 5-10", "pages 5 10"},
		"handle":             {"@harbour said #storm", "@ harbour said # storm"},
		"brackets":           {"and [the ship] sank", "and the ship sank"},
		"broken bytes":       {"a\xffb \xc3", "a b"},
	} {
		if got := strings.Join(forms(test.text), " "); got != test.want {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}

func TestKey(t *testing.T) {
	const want = "we'll shut the us port"
	for name, pieces := range map[string][]string{
		"typography": {"[W]e’ll shut the U.S. port."},
		"pieces":     {"We’ll shut", "the US port,"},
		"line break": {"we'll shut\nthe U.S. port"},
		"dots":       {"We'll shut … the US port"},
	} {
		if got := Key(pieces...); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if got := Key("—", ""); got != "" {
		t.Errorf("no words: %q", got)
	}
	// A folded word starts after the words before it, not over them.
	if got := Key("ana Sá é", "nova"); got != "ana sá é nova" {
		t.Errorf("accents: %q", got)
	}
}

func FuzzWords(f *testing.F) {
	f.Add("“[W]e’ll … go—now,” U.S. 1,5 -3 $4 ﬁn\u00AD\n\xff")
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for at := 0; ; {
			start, end := nextWord(text, at)
			if start == len(text) {
				return
			}
			if start < last || end <= start || end > len(text) || wordEnd(text, start) != end {
				t.Fatalf("word %d:%d after %d of %q", start, end, last, text)
			}
			at, last = end, end
		}
	})
}
