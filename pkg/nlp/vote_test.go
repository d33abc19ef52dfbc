package nlp

import (
	"bytes"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestVoteFileIsBuiltFromProse(t *testing.T) {
	want, err := BuildVotes()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal([]byte(voteFile), want) {
		t.Error("recogniser.bin is not what BuildVotes makes: run go run ./cmd/whosaid-train tagger")
	}
}

// chunker evaluates prose's recogniser as NLTK learned it, from feature
// strings: the definition that the flat tables must agree with.
type chunker struct {
	mapping       map[string]int
	weights       []float64
	labels, basic []string
}

func newChunker(t *testing.T) *chunker {
	t.Helper()
	var c chunker
	for name, into := range map[string]any{"mapping": &c.mapping, "weights": &c.weights, "labels": &c.labels, "words": &c.basic} {
		if err := readAsset("model/Maxent/"+name+".gob", into); err != nil {
			t.Fatal(err)
		}
	}
	return &c
}

// scores returns the score of every label for word i of a sentence.
func (c *chunker) scores(words, tags []string, i int, history string) map[string]float64 {
	fold := func(tag string) string {
		if strings.HasPrefix(tag, "V") {
			return "V"
		}
		return strings.Split(tag, "-")[0]
	}
	first := func(s string) string { return firstRunes(s) }
	last := func(s string) string { return lastRunes(s) }
	word, pos := words[i], fold(tags[i])
	beforeWord, beforeTag, afterWord, afterTag := "None", "None", "None", "None"
	if i > 0 {
		beforeWord, beforeTag = strings.ToLower(words[i-1]), fold(tags[i-1])
	}
	if i+1 < len(words) {
		afterWord, afterTag = strings.ToLower(words[i+1]), strings.ToLower(tags[i+1])
	}
	inList := "False"
	if slices.Contains(c.basic, word) {
		inList = "True"
	}
	features := []string{
		"bias-True", "shape-" + nltkShape(word), "wordlen-" + strconv.Itoa(utf8.RuneCountInString(word)),
		"prefix3-" + strings.ToLower(first(word)), "suffix3-" + strings.ToLower(last(word)),
		"pos-" + pos, "word-" + word, "en-wordlist-" + inList, "prevtag-" + history,
		"prevpos-" + beforeTag, "nextpos-" + afterTag, "prevword-" + beforeWord, "nextword-" + afterWord,
		"word+nextpos-" + strings.ToLower(word) + "+" + afterTag, "pos+prevtag-" + pos + "+" + history,
		"shape+prevtag-" + shapeHistory + history,
	}
	scores := map[string]float64{}
	for k, label := range c.labels {
		scores[label] = c.weights[len(c.mapping)+k]
		for _, feature := range features {
			if id, ok := c.mapping[feature+"-"+label]; ok {
				scores[label] += c.weights[id]
			}
		}
	}
	return scores
}

var (
	numberShape = regexp.MustCompile(`^(?:[0-9]+(\.[0-9]*)?|[0-9]*\.[0-9]+$)`)
	punctShape  = regexp.MustCompile(`^[^\pL\pN_]+$`)
	upShape     = regexp.MustCompile(`^\p{Lu}\p{Ll}+$`)
	downShape   = regexp.MustCompile(`^\p{Ll}+$`)
	wordShape   = regexp.MustCompile(`^[\pL\pN_]+$`)
)

// nltkShape is NLTK's shape, for letters of every script.
func nltkShape(word string) string {
	switch {
	case numberShape.MatchString(word):
		return "number"
	case punctShape.MatchString(word):
		return "punct"
	case upShape.MatchString(word):
		return "upcase"
	case downShape.MatchString(word):
		return "downcase"
	case wordShape.MatchString(word):
		return "mixedcase"
	}
	return "other"
}

func TestVotesAreWhatTheWeightsSay(t *testing.T) {
	c := newChunker(t)
	compared := 0
	for _, text := range append(articleTexts(t, 8), newsParagraph) {
		doc := Parse(text)
		votes := doc.AppendVotes(nil)
		for _, s := range doc.Sentences {
			var words, tags []string
			for i := s.First; i < s.Last; i++ {
				words = append(words, treebankWord(doc.Word(i), doc.Tokens[i].Tag))
				tag := doc.Tokens[i].Tag.String()
				switch doc.Tokens[i].Tag {
				case TagOpenParen:
					tag = "-LRB-"
				case TagCloseParen:
					tag = "-RRB-"
				}
				tags = append(tags, tag)
			}
			history := "None"
			for i := range words {
				scores := c.scores(words, tags, i, history)
				vote := votes[s.First+i].String()
				for label, score := range scores {
					// Rounding to voteScale may turn what is as good as a tie.
					if score > scores[vote]+16.0/voteScale {
						t.Fatalf("%q in %q: vote %s (%.4f), the weights say %s (%.4f)", words[i], words, vote, scores[vote], label, score)
					}
				}
				compared++
				if history = vote; i == 0 {
					history = vote[:1]
				}
			}
		}
	}
	t.Logf("%d votes compared", compared)
}

func TestVotesFindAnEntityThatEndsTheText(t *testing.T) {
	doc := Parse("The minister flew to Paris")
	votes := doc.AppendVotes(nil)
	if got := votes[len(votes)-1]; got != VoteBeginGPE {
		t.Errorf("Paris has the vote %v", got)
	}
	if found := ProseEntities("The minister flew to Paris"); len(found) > 0 {
		t.Errorf("prose now finds a name at the end of the text: %v", found)
	}
}

func TestVoteScaleFitsTheWeights(t *testing.T) {
	c := newChunker(t)
	for _, w := range c.weights {
		if math.Abs(w)*voteScale > math.MaxInt16 {
			t.Fatalf("weight %v does not fit", w)
		}
	}
}
