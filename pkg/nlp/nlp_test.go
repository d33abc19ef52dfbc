package nlp

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/pkg/span"
)

// words returns the tokens of text, divided by blanks.
func words(text string) string {
	doc := Parse(text)
	var list []string
	for i := range doc.Tokens {
		list = append(list, doc.Word(i))
	}
	return strings.Join(list, " ")
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ phenomenon, text, want string }{
		{"full stop", "She left.", "She left ."},
		{"not", "They don't, can’t, DIDN'T", "They do n't , ca n’t , DID N'T"},
		{"clitics", "it's we'll they’re I'm Ann's ANN'S", "it 's we 'll they ’re I 'm Ann 's ANN 'S"},
		{"clitics that prose leaves", "we've I'd", "we 've I 'd"},
		{"clitics set apart", "we 'll go , Ann 's", "we 'll go , Ann 's"},
		{"names that look like clitics", "O'Reilly D’Souza O'Malley's", "O'Reilly D’Souza O'Malley 's"},
		{"clitic after a letter that is not ASCII", "José’s Erdoğan's", "José ’s Erdoğan 's"},
		{"plural possessive", "the players' union", "the players ' union"},
		{"shortened year", "the '90s of ’08", "the '90s of ’08"},
		{"directed marks", "“a” ‘b’ «c» „d“ \"e\" ''f''", "“ a ” ‘ b ’ « c » „ d “ \" e \" '' f ''"},
		{"dashes", "said—‘never’ – a--b 5–3", "said — ‘ never ’ – a -- b 5 – 3"},
		{"initialisms", "the U.S. and J.K. Ali of D.C.", "the U.S. and J.K. Ali of D.C."},
		{"initials", "J. Smith, J.Smith and Plan B.", "J. Smith , J. Smith and Plan B ."},
		{"abbreviations", "Mr. Ali, Dr Lee of Inc. vs. Co.", "Mr. Ali , Dr Lee of Inc. vs. Co."},
		{"short name before a full stop", "He met Ali. Then Tom.", "He met Ali . Then Tom ."},
		{"hyphen and capital", "Tokyo-based al-Sisi U.S.-led F-16", "Tokyo - based al - Sisi U.S. - led F - 16"},
		{"hyphen in a common word", "the co-founder", "the co-founder"},
		{"slash", "and/or Ali/Lee 24/7", "and / or Ali / Lee 24/7"},
		{"numbers", "1,000.50 3.5% 10:30 .38 1,2", "1,000.50 3.5 % 10:30 .38 1 , 2"},
		{"currencies", "$5 €40 £3m", "$ 5 € 40 £ 3m"},
		{"signs inside names", "AT&T R&D Q&A M&amp", "AT&T R&D Q&A M & amp"},
		{"handles and hashtags", "@ann_b #Vote2026 #1", "@ann_b #Vote2026 # 1"},
		{"addresses", "(see https://x.org/a?b=c, www.y.org.) ann.b@x.org.", "( see https://x.org/a?b=c , www.y.org . ) ann.b@x.org ."},
		{"host name", "on Booking.com.", "on Booking.com ."},
		{"missing blank", "the ban.The end", "the ban . The end"},
		{"ellipsis", "well... no… U.S...", "well ... no … U.S ..."},
		{"brackets", "(the [new] law)", "( the [ new ] law )"},
		{"combining marks", "Ma\u0301laga's cafe\u0301", "Ma\u0301laga 's cafe\u0301"},
		{"invisible characters", "\ufeffzero\u200bwidth soft\u00adhyphen", "zero width soft\u00adhyphen"},
		{"invalid bytes", "caf\xe9 \xff", "caf\xe9 \xff"},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			if diff := cmp.Diff(c.want, words(c.text)); diff != "" {
				t.Errorf("tokens of %q (-want +got):\n%s", c.text, diff)
			}
		})
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		phenomenon string
		want       []string // the text is these, joined by blanks
	}{
		{"full stops", []string{"She left.", "He stayed."}},
		{"quotation goes on in lower case", []string{"“Go!” he said.", "“Why?” asked Ann."}},
		{"quotation goes on with a name", []string{"“Why now?” Foreign Minister Ann Lee asked.", "“No!”", "The minister left."}},
		{"closing marks", []string{"“We won.”", "The crowd cheered (twice.)", "Then it left."}},
		{"straight marks", []string{`"We won."`, `"They lost."`, `'Yes.'`, "He nodded."}},
		{"titles", []string{"Dr. J. K. Lee met Sen. Ali.", "They spoke."}},
		{"answers that look like abbreviations", []string{"“No.”", "He left.", "See No. 7 and Fig. 2.", "It is small."}},
		{"abbreviation inside", []string{"The U.S. Senate and Acme Inc. Chief Ann Lee agreed at 9 a.m. on Jan. 5."}},
		{"abbreviation at the end", []string{"She moved to the U.S.", "The law followed.", "It rose to 5 p.m.", "He left Acme Inc.", "But why?"}},
		{"numbers", []string{"It cost 3.5 million.", "2026 was worse.", "See No. 5 for more."}},
		{"ellipsis", []string{"Well... maybe not.", "He waited...", "Nothing came."}},
		{"first person after an ellipsis", []string{"“I … I was wrong.”"}},
		{"brackets open", []string{"It ended.", "(He left.)", "It began."}},
		{"marks that begin", []string{"It ended.", "€5 was left.", "• The end.", "#Vote2026 began."}},
		{"numbered list", []string{"3. Open the door.", "14. Leave.", "It was 1999.", "He left."}},
		{"two marks", []string{"Really?!", "Yes!!!", "No."}},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			doc := Parse(strings.Join(c.want, " "))
			var got []string
			for _, s := range doc.Sentences {
				got = append(got, s.Of(doc.Text))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("sentences (-want +got):\n%s", diff)
			}
		})
	}
}

func TestSentenceWithoutBlank(t *testing.T) {
	for text, want := range map[string]int{
		"They lifted the ban.The law stays.": 2,
		"Dr. Yu.Boldbaatar spoke.":           1,
		"He left Mali?.It seems so.":         2,
	} {
		if got := len(Parse(text).Sentences); got != want {
			t.Errorf("%q: %d sentences, want %d", text, got, want)
		}
	}
}

func TestSentencesAreBounded(t *testing.T) {
	doc := Parse(strings.Repeat("word ", 2*maxSentence+1))
	if got := len(doc.Sentences); got != 3 {
		t.Errorf("%d sentences, want 3", got)
	}
	checkDocument(t, doc)
}

func TestParagraphs(t *testing.T) {
	wrapped := "The council of the old harbour town met for the third time this\nweek and voted to rebuild the eastern pier, which the storm of last\nwinter had carried away, before the summer."
	for _, c := range []struct {
		phenomenon, text string
		want             int
	}{
		{"empty", "", 0},
		{"blank", " \n\t\n", 0},
		{"one line each", "A title\nA line.\nAnother line.", 3},
		{"blank line", "One.\n\nTwo.", 2},
		{"blank line of spaces", "One.\n \t \nTwo.", 2},
		{"carriage returns", "One.\r\nTwo.\r\rThree.", 3},
		{"Unicode breaks", "One.\u2028Two.\u2029Three.\u0085Four.", 4},
		{"hard-wrapped", wrapped, 1},
		{"hard-wrapped after a title", "A title\n\n" + wrapped + "\n\n" + wrapped, 3},
		{"short lines of a poem", "roses are red\nviolets are blue", 2},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			if got := len(Parse(c.text).Paragraphs); got != c.want {
				t.Errorf("%d paragraphs, want %d", got, c.want)
			}
		})
	}
}

func TestTagsInText(t *testing.T) {
	doc := Parse(`The Tokyo-based firm's €40.25 plan "failed", the players' union told al-Sisi of the U.S.-led team.`)
	var got []string
	for i, token := range doc.Tokens {
		got = append(got, doc.Word(i)+"/"+token.Tag.String())
	}
	want := "The/DT Tokyo/NNP -/- based/JJ firm/NN 's/POS €/$ 40.25/CD plan/NN \"/`` failed/VBD \"/'' ,/, the/DT players/NNS '/POS union/NN told/VBD al/JJ -/- Sisi/NNP of/IN the/DT U.S./NNP -/- led/JJ team/NN ./."
	if diff := cmp.Diff(want, strings.Join(got, " ")); diff != "" {
		t.Errorf("tags (-want +got):\n%s", diff)
	}
}

func TestDocumentLookups(t *testing.T) {
	doc := Parse("Ann’s “plan”.\n\nIt failed.")
	if got := doc.NormalisedWord(1); got != "'s" {
		t.Errorf("NormalisedWord = %q", got)
	}
	if got := doc.SentenceOf(6).Of(doc.Text); got != "It failed." {
		t.Errorf("SentenceOf = %q", got)
	}
	if got := doc.ParagraphOf(0).Of(doc.Text); got != "Ann’s “plan”." {
		t.Errorf("ParagraphOf = %q", got)
	}
	at := strings.Index(doc.Text, "plan")
	if first, last := doc.TokensIn(span.Span{Start: at, End: at + 4}); first != 3 || last != 4 {
		t.Errorf("TokensIn = %d, %d", first, last)
	}
	if first, last := doc.TokensIn(span.Span{Start: 0, End: len(doc.Text)}); first != 0 || last != len(doc.Tokens) {
		t.Errorf("TokensIn of all = %d, %d", first, last)
	}
	if first, last := doc.TokensIn(span.Span{Start: 3, End: 3}); first != last {
		t.Errorf("TokensIn of nothing = %d, %d", first, last)
	}
	if got := doc.TokenAt(len(doc.Text)); got != len(doc.Tokens) {
		t.Errorf("TokenAt the end = %d", got)
	}
	if !doc.FollowsSpace(0) || doc.FollowsSpace(1) || !doc.FollowsSpace(2) {
		t.Error("FollowsSpace does not tell where blanks are")
	}
}

func TestParseTakesLinearTime(t *testing.T) {
	if testing.Short() {
		t.Skip("takes ten seconds")
	}
	const short, long = 100_000, 400_000 // bytes
	for name, unit := range map[string]string{
		"letters": "a", "capitals": "A", "digits": "1", "dots": ".", "spaced dots": ". ", "quotes": `"`, "curly quotes": "“", "apostrophes": "'",
		"curly apostrophes": "’", "letters and apostrophes": "a'", "clitics": "'s", "dashes": "-", "em dashes": "—", "hyphenated": "a-",
		"spaces": " ", "newlines": "\n", "lines": "a\n", "exclamations": "! ", "stops and lower case": "!)\" ", "brackets": "(", "initials": "A.", "spaced initials": "A. ",
		"ats": "@", "letters and ats": "a@", "addresses": "http://", "Kelvin signs": "K's", "long folds": "Ⱥ'll", "invalid bytes": "\xff", "continuation bytes": "\x80",
		"combining marks": "\u0301", "slashes": "/", "open quotes after stops": ". \"(",
	} {
		t.Run(name, func(t *testing.T) {
			cost := func(n int) time.Duration {
				text := strings.Repeat(unit, n/len(unit))
				start := time.Now()
				Parse(text)
				return time.Since(start)
			}
			// Four short texts against a long one, which takes as long on a busy
			// machine too; the least of several runs is what the work costs. Under
			// the floor nothing quadratic fits: 400,000 steps of 100,000 bytes
			// take seconds.
			const floor, runs, limit = 50 * time.Millisecond, 8, 6.0 / 4
			a, b := time.Hour, time.Hour
			for range runs {
				a, b = min(a, cost(short)+cost(short)+cost(short)+cost(short)), min(b, cost(long))
				if float64(b) <= limit*float64(max(a, floor)) {
					return
				}
			}
			t.Errorf("four times %d bytes take %v, %d bytes at once %v", short, a, long, b)
		})
	}
}

// checkDocument fails the test unless the document keeps what Parse promises.
func checkDocument(t *testing.T, doc *Document) {
	t.Helper()
	at := 0
	for i, token := range doc.Tokens {
		if token.Start < at || token.End <= token.Start || token.End > len(doc.Text) {
			t.Fatalf("token %d is %v after byte %d of %d", i, token.Span, at, len(doc.Text))
		}
		if gap := doc.Text[at:token.Start]; !isBlank(gap) {
			t.Fatalf("no token holds %q", gap)
		}
		if !startsRune(doc.Text, token.Start) || !startsRune(doc.Text, token.End) {
			t.Fatalf("token %d, %q, cuts a character", i, doc.Word(i))
		}
		at = token.End
	}
	if !isBlank(doc.Text[at:]) {
		t.Fatalf("no token holds %q", doc.Text[at:])
	}
	token, sentence := 0, 0
	for p, paragraph := range doc.Paragraphs {
		if paragraph.First != sentence || paragraph.Last <= paragraph.First {
			t.Fatalf("paragraph %d holds sentences %d to %d, after %d", p, paragraph.First, paragraph.Last, sentence)
		}
		for ; sentence < paragraph.Last; sentence++ {
			s := doc.Sentences[sentence]
			if s.First != token || s.Last <= s.First || s.Paragraph != p {
				t.Fatalf("sentence %d holds tokens %d to %d of paragraph %d, after %d in %d", sentence, s.First, s.Last, s.Paragraph, token, p)
			}
			if s.Start != doc.Tokens[s.First].Start || s.End != doc.Tokens[s.Last-1].End || !paragraph.Contains(s.Span) {
				t.Fatalf("sentence %d spans %v in %v", sentence, s.Span, paragraph.Span)
			}
			for ; token < s.Last; token++ {
				if doc.Tokens[token].Sentence != int32(sentence) {
					t.Fatalf("token %d names sentence %d, not %d", token, doc.Tokens[token].Sentence, sentence)
				}
			}
		}
	}
	if token != len(doc.Tokens) || sentence != len(doc.Sentences) {
		t.Fatalf("%d of %d tokens, %d of %d sentences are held", token, len(doc.Tokens), sentence, len(doc.Sentences))
	}
}

// isBlank reports whether s holds nothing but white space and line breaks.
func isBlank(s string) bool {
	for i := 0; i < len(s); {
		c, size := classAt(s, i)
		if c != classSpace && c != classBreak {
			return false
		}
		i += size
	}
	return true
}

// startsRune reports whether a range loop over the text would stop at byte p
// or end there.
func startsRune(text string, p int) bool {
	if p == len(text) {
		return true
	}
	for i := range text[max(0, p-8):] { // decoding finds its step again within four bytes
		if max(0, p-8)+i == p {
			return true
		}
	}
	return false
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		newsParagraph, "ȺȺȺȺ'll go", "KKK's rest", "said—‘never’", "They record a record", "\xff\xe2\x80", "...", "“” ’s n’t", "A.\nB", "U.S.-led", "http://(((", "a@b.c'd", ".5.5.5", "''``", "\u200b\ufeff",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		doc := Parse(text)
		checkDocument(t, doc)
		again := Parse(text)
		if !slices.Equal(doc.Tokens, again.Tokens) || !slices.Equal(doc.Sentences, again.Sentences) || !slices.Equal(doc.Paragraphs, again.Paragraphs) {
			t.Fatal("two answers for one text")
		}
		if got := len(doc.AppendVotes(nil)); got != len(doc.Tokens) {
			t.Fatalf("%d votes for %d tokens", got, len(doc.Tokens))
		}
	})
}

func FuzzAlign(f *testing.F) {
	for _, seed := range []string{"don't", "Ann’s", "Paul's.", "don't's", "ȺȺȺȺ'll", "KKK's", "'s.Kwok", "a&rsquo;s", "n't"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, piece string) {
		text := "x" + piece + "x" // a piece is part of a text
		at := span.Span{Start: 1, End: 1 + len(piece)}
		for name, tokens := range map[string][]Token{"appendPiece": appendPiece(nil, text, at), "align": aligned(text, at)} {
			end := at.Start
			for _, token := range tokens {
				if token.Start != end || token.End < token.Start {
					t.Fatalf("%s: %q divided at %v", name, piece, tokens)
				}
				end = token.End
			}
			if end != at.End && len(tokens) > 0 {
				t.Fatalf("%s: %q divided at %v", name, piece, tokens)
			}
		}
	})
}

// aligned returns prose's words of a safe piece, aligned, or none.
func aligned(text string, at span.Span) []Token {
	if !isSafe(at.Of(text)) {
		return nil
	}
	tokens, _ := align(nil, text, at, proseWords(at.Of(text)))
	return tokens
}

func ExampleParse() {
	doc := Parse("“We won’t wait,” Dr. Lee said. She left.")
	for _, s := range doc.Sentences {
		var words []string
		for i := s.First; i < s.Last; i++ {
			words = append(words, doc.Word(i)+"/"+doc.Tokens[i].Tag.String())
		}
		fmt.Println(strings.Join(words, " "))
	}
	// Output:
	// “/`` We/PRP wo/MD n’t/RB wait/VB ,/, ”/'' Dr./NNP Lee/NNP said/VBD ./.
	// She/PRP left/VBD ./.
}
