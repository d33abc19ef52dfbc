package verify_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/extract"
	"github.com/whosaid/whosaid/pkg/ingest"
	"github.com/whosaid/whosaid/pkg/verify"
)

// corpora are the development sets of real articles, beside the repository.
var corpora = []string{
	"../../../shared/data/ner/worldwide.articles.dev.jsonl",
	"../../../shared/data/quotes/polnear.direct.dev.jsonl",
}

const (
	mutations = 1000
	seed      = 1
	// heldOut keeps every so-many-th article out of the sources: what is said
	// there is absent from them.
	heldOut = 8
	// fewestMutable is how many words a quotation must have for one of its
	// inner words to be changed; a quotation whose first or last word is
	// dropped is still a true one, only shorter. Fewer words than that may
	// also have been said by two people, and be in an article by chance.
	fewestMutable = 4
	// knownSpeaker is how sure the pipeline must be of who says a quotation in
	// its article for anybody else to be another speaker: of those that it is
	// less sure of, the answer is that it cannot tell.
	knownSpeaker = 0.6
)

// mutation is one way to make a draft of a real quotation.
type mutation struct {
	name    string
	changed bool // the draft must be flagged
	// make returns what the draft says and who it says says it; ok is false
	// when this quotation does not allow it.
	make func(r *rand.Rand, s *sample) (words []string, speaker string, ok bool)
}

// sample is a real quotation.
type sample struct {
	words   []string // with their punctuation
	speaker string   // as the article's extraction says; empty for nobody
	isNamed bool     // the speaker is a person with two names, and known
	absent  bool     // its article is no source
	rivals  []string // other people with two names in the article
	others  []string // words of the article
}

var mutationsOf = []mutation{
	{"untouched", false, func(r *rand.Rand, s *sample) ([]string, string, bool) { return s.words, s.speaker, !s.absent }},
	{"typography", false, func(r *rand.Rand, s *sample) ([]string, string, bool) {
		return strings.Fields(retype(r, strings.Join(s.words, " "))), s.speaker, !s.absent
	}},
	{"word changed", true, func(r *rand.Rand, s *sample) ([]string, string, bool) {
		i, ok := inner(r, s)
		if !ok {
			return nil, "", false
		}
		other := s.others[r.IntN(len(s.others))]
		words := slices.Clone(s.words)
		words[i] = other + words[i][len(strings.TrimRight(words[i], ".,;:!?")):]
		return words, s.speaker, !strings.EqualFold(bare(s.words[i]), bare(other))
	}},
	{"word dropped", true, func(r *rand.Rand, s *sample) ([]string, string, bool) {
		i, ok := inner(r, s)
		if !ok || strings.EqualFold(bare(s.words[i]), bare(s.words[i+1])) || bare(s.words[i]) == "" {
			return nil, "", false
		}
		return slices.Delete(slices.Clone(s.words), i, i+1), s.speaker, true
	}},
	{"word added", true, func(r *rand.Rand, s *sample) ([]string, string, bool) {
		i, ok := inner(r, s)
		if !ok {
			return nil, "", false
		}
		return slices.Insert(slices.Clone(s.words), i, s.others[r.IntN(len(s.others))]), s.speaker, true
	}},
	{"words swapped", true, func(r *rand.Rand, s *sample) ([]string, string, bool) {
		i, ok := inner(r, s)
		if !ok || i+1 == len(s.words)-1 || bare(s.words[i]) == "" || bare(s.words[i+1]) == "" ||
			strings.EqualFold(bare(s.words[i]), bare(s.words[i+1])) {
			return nil, "", false
		}
		words := slices.Clone(s.words)
		words[i], words[i+1] = words[i+1], words[i]
		return words, s.speaker, true
	}},
	{"other speaker", true, func(r *rand.Rand, s *sample) ([]string, string, bool) {
		if s.absent || !s.isNamed || len(s.rivals) == 0 || len(s.words) < fewestMutable {
			return nil, "", false
		}
		return s.words, s.rivals[r.IntN(len(s.rivals))], true
	}},
	{"absent", true, func(r *rand.Rand, s *sample) ([]string, string, bool) {
		return s.words, s.speaker, s.absent && len(s.words) >= fewestMutable
	}},
}

// inner picks a word that is neither the first nor the last.
func inner(r *rand.Rand, s *sample) (int, bool) {
	if s.absent || len(s.words) < fewestMutable {
		return 0, false
	}
	return 1 + r.IntN(len(s.words)-2), true
}

// bare returns a word without what stands around its letters.
func bare(word string) string {
	return strings.Trim(word, ".,;:!?…-–—'’‘\"“”()[]")
}

// retype changes nothing but typography.
func retype(r *rand.Rand, text string) string {
	for range 3 {
		switch r.IntN(7) {
		case 0:
			text = strings.NewReplacer("’", "'", "‘", "'").Replace(text)
		case 1:
			text = strings.ReplaceAll(text, "'", "’")
		case 2:
			text = strings.NewReplacer("—", " - ", "–", "-").Replace(text)
		case 3:
			text = strings.NewReplacer(" ", "\u00A0").Replace(text)
		case 4:
			text = strings.NewReplacer("fi", "ﬁ", "fl", "ﬂ").Replace(text)
		case 5:
			text = norm.NFD.String(text)
		case 6:
			text = strings.ReplaceAll(text, "...", "…")
		}
	}
	return text
}

// TestMutatedQuotes takes real quotations, changes most of them in one way and
// asks for a verdict. It prints a table.
func TestMutatedQuotes(t *testing.T) {
	articles := readCorpora(t)
	x := extract.New(extract.WithAllQuoted())
	index := verify.NewIndex()
	var sources []*article.Article
	var samples []*sample
	for i, text := range articles {
		a, err := x.Extract(t.Context(), ingest.Input{Name: fmt.Sprint(i), Text: text})
		if err != nil {
			t.Fatal(err)
		}
		absent := i%heldOut == 0
		if !absent {
			index.Add(a.Input, a.Text)
			sources = append(sources, a)
		}
		samples = append(samples, samplesOf(a, absent)...)
	}
	said := ""
	for _, a := range sources {
		said += letters(a.Text) + "\n"
	}
	checker := verify.NewChecker(index, func(document int) (*article.Article, error) { return sources[document], nil })

	r := rand.New(rand.NewPCG(seed, 0))
	type tally struct{ made, flagged int }
	tallies := make([]tally, len(mutationsOf))
	verdicts := make([]map[verify.Verdict]int, len(mutationsOf))
	for made := 0; made < mutations; {
		kind := made % len(mutationsOf)
		s := samples[r.IntN(len(samples))]
		words, speaker, ok := mutationsOf[kind].make(r, s)
		if !ok || mutationsOf[kind].name != "other speaker" && mutationsOf[kind].changed && strings.Contains(said, letters(strings.Join(words, " "))) {
			continue // the sources have these words somewhere, so they are no invention
		}
		draft := draftOf(r, words, speaker)
		a, err := x.Extract(t.Context(), ingest.Input{Name: "draft", Text: draft})
		if err != nil {
			t.Fatal(err)
		}
		findings, err := checker.Check(a)
		if err != nil {
			t.Fatal(err)
		}
		if len(findings) != 1 {
			// The pipeline read the draft as no quotation, or as several: there is
			// nothing that a verdict could be about.
			made += unread(t, mutationsOf[kind].name, draft, len(findings))
			continue
		}
		made++
		f := findings[0]
		flagged := f.Verdict.Reaches(verify.Altered)
		tallies[kind].made++
		if verdicts[kind] == nil {
			verdicts[kind] = map[verify.Verdict]int{}
		}
		verdicts[kind][f.Verdict]++
		if flagged {
			tallies[kind].flagged++
		}
		if flagged != mutationsOf[kind].changed {
			source := ""
			if f.Source != nil {
				source = f.Source.Text
			}
			t.Logf("%s: %s (%s)\n\tdraft  %s\n\tsource %s", mutationsOf[kind].name, f.Verdict, f.Message, draft, source)
		}
	}

	var changed, unchanged tally
	table := fmt.Sprintf("%-16s %6s %8s  verdicts\n", "", "quotes", "flagged")
	for k, m := range mutationsOf {
		total := &unchanged
		if m.changed {
			total = &changed
		}
		total.made += tallies[k].made
		total.flagged += tallies[k].flagged
		table += fmt.Sprintf("%-16s %6d %8d ", m.name, tallies[k].made, tallies[k].flagged)
		for _, v := range verify.Verdicts() {
			if n := verdicts[k][v]; n > 0 {
				table += fmt.Sprintf(" %s %d", v, n)
			}
		}
		table += "\n"
	}
	recall := float64(changed.flagged) / float64(changed.made)
	alarms := float64(unchanged.flagged) / float64(unchanged.made)
	t.Logf("%d sources with %d words, %d quotes to choose from\n%srecall of changed quotes %.4f, false alarms %.4f",
		index.Len(), index.Words(), len(samples), table, recall, alarms)
	if recall < 0.99 {
		t.Errorf("recall of changed quotes is %.4f, less than 0.99", recall)
	}
	if alarms > 0.005 {
		t.Errorf("false alarms are %.4f, more than 0.005", alarms)
	}
}

// letters returns the letters and digits of a text.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, text)
}

// unread counts a draft that gives no single quotation: it is made anew.
func unread(t *testing.T, kind, draft string, findings int) int {
	t.Helper()
	if testing.Verbose() {
		t.Logf("%s: %d quotes in the draft, made anew: %s", kind, findings, draft)
	}
	return 0
}

// samplesOf returns the quotations of an article.
func samplesOf(a *article.Article, absent bool) []*sample {
	var rivals []string
	for _, p := range a.People {
		if len(strings.Fields(p.Name)) > 1 {
			rivals = append(rivals, p.Name)
		}
	}
	var others []string
	for _, w := range strings.Fields(a.Text) {
		if w = bare(w); len(w) > 3 && strings.Trim(w, "abcdefghijklmnopqrstuvwxyz") == "" {
			others = append(others, w)
		}
	}
	var samples []*sample
	for i, q := range a.Quotes {
		text := strings.Join(a.Spoken(i), " ")
		// A mark within the marks would end the quotation of the draft.
		text = strings.NewReplacer("“", "‘", "”", "’", "\"", "", "''", "", "``", "").Replace(text)
		s := &sample{words: strings.Fields(text), absent: absent, others: others}
		if q.Speaker != nil {
			s.speaker = q.Speaker.Name
			s.isNamed = q.Confidence >= knownSpeaker && q.Speaker.ID != nil && slices.Contains(rivals, q.Speaker.Name)
			surname := lastWord(s.speaker)
			for _, other := range rivals {
				if lastWord(other) != surname {
					s.rivals = append(s.rivals, other)
				}
			}
		}
		if len(s.words) > 0 && len(others) > 0 {
			samples = append(samples, s)
		}
	}
	return samples
}

func lastWord(name string) string { return name[strings.LastIndexByte(name, ' ')+1:] }

// draftOf writes a draft of one quotation.
func draftOf(r *rand.Rand, words []string, speaker string) string {
	said := strings.Join(words, " ")
	switch {
	case speaker == "":
		return "Nothing more was known on Friday.\n\n“" + said + "”\n"
	case r.IntN(2) == 0:
		return speaker + " said: “" + said + "”\n"
	}
	return "“" + strings.TrimRight(said, ".,") + ",” said " + speaker + ".\n"
}

// readCorpora returns the texts of the development sets.
func readCorpora(t *testing.T) []string {
	t.Helper()
	var texts []string
	for _, name := range corpora {
		data, err := os.ReadFile(filepath.FromSlash(name))
		if err != nil {
			t.Skipf("needs the corpora beside the repository: %v", err)
		}
		lines := bufio.NewScanner(bytes.NewReader(data))
		lines.Buffer(nil, len(data)+1)
		for lines.Scan() {
			var record struct{ Text string }
			if err := json.Unmarshal(lines.Bytes(), &record); err != nil {
				t.Fatal(err)
			}
			texts = append(texts, record.Text)
		}
	}
	return texts
}
