package attrib

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/whosaid/whosaid/pkg/nlp"
)

//go:embed speechnouns.txt
var speechNounList string

// speechNouns are the nouns that stand for words that somebody says.
var speechNouns = sync.OnceValue(func() map[string]bool {
	nouns := make(map[string]bool)
	for line := range strings.Lines(speechNounList) {
		if line[0] != '#' {
			nouns[strings.TrimSpace(line)] = true
		}
	}
	return nouns
})

// owner catches Smith in Smith's short answer was: “No”, and her in her answer:
// “No”. It must not take Smith in Smith's lawyer said: “No”, nor in Smith's
// campaign statement said: “No”. It returns the owner's phrase.
func (f *frame) owner(p *phrase) (phrase, bool) {
	if p.kind != noun || p.last-p.first < 2 || !speechNouns()[f.head(p)] {
		return phrase{}, false
	}
	i := p.last - 2 // before the head and its adjectives
	for i > p.first && f.items[i].tag == nlp.TagJJ {
		i--
	}
	switch it := &f.items[i]; {
	case i == p.first && it.tag == nlp.TagPRPDollar:
		who, ok := possessives[strings.ToLower(f.text(i))]
		return phrase{first: i, last: i + 1, whole: i + 1, mention: -1, kind: pronoun, pronoun: who}, ok
	case i > p.first && it.tag == nlp.TagPOS && f.items[i-1].mention >= 0:
		mention := f.items[i-1].mention
		first := i - 1
		for first > p.first && f.items[first-1].mention == mention {
			first--
		}
		return phrase{first: first, last: i, whole: i, mention: int(mention), kind: name}, true
	}
	return phrase{}, false
}

// possessives maps possessive pronouns to what they stand for.
var possessives = map[string]function{"his": singularMan, "her": singularWoman, "their": pluralPronoun, "its": thing}
