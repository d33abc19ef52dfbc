package quote

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/pkg/nlp"
)

// found gives the quotes of text for comparison: the parts joined by " | ".
func found(text string) []string {
	quotes, _ := Find(&nlp.Document{Text: text})
	out := []string{}
	for _, q := range quotes {
		parts := make([]string, len(q.Parts))
		for i, p := range q.Parts {
			parts[i] = p.Of(text)
		}
		out = append(out, strings.Join(parts, " | "))
	}
	return out
}

func TestMarks(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"straight", `"We won," he said.`, []string{"We won,"}},
		{"curly", `“We won,” he said.`, []string{"We won,"}},
		{"two apostrophes", `''We won,'' he said. ''Twice.''`, []string{"We won,", "Twice."}},
		{"backticks", "``We won,'' he said.", []string{"We won,"}},
		{"two curly singles", "‘‘We won,’’ he said.", []string{"We won,"}},
		{"guillemets", "« Nous avons gagné », dit-il.", []string{"Nous avons gagné"}},
		{"guillemets inward", "»Wir haben gewonnen«, sagte er.", []string{"Wir haben gewonnen"}},
		{"low and high", "„Wir haben gewonnen“, sagte er. „Ja“.", []string{"Wir haben gewonnen", "Ja"}},
		{"low and closing", "„Wygraliśmy” – powiedział.", []string{"Wygraliśmy"}},
		{"low singles", "Er nannte es ‚klug‘ und ging.", []string{"klug"}},
		{"single guillemets", "Il parle de ‹ victoire › ici.", []string{"victoire"}},
		{"single curly", "‘We won,’ he said. ‘It’s ours.’", []string{"We won,", "It’s ours."}},
		{"single straight", "'We won,' he said. 'It's ours.'", []string{"We won,", "It's ours."}},
		{"straight and curly mixed", `“We won," he said. "It's ours.”`, []string{"We won,", "It's ours."}},
		{"opening mark at both ends", "“We won,“ he said. “It’s ours.“", []string{"We won,", "It’s ours."}},
		{"closing mark at both ends", "He said ”we won” and ”it is ours.”", []string{"we won", "it is ours."}},
		{"space inside straight marks", `He said " we won " twice.`, []string{"we won"}},
		{"space at the wrong side", `He said," We won the cup."`, []string{"We won the cup."}},
		{"closing marks with space at both sides", "They accuse him of ” taking bribes ” from Lima. He replies: ” Never, ever.”", []string{"taking bribes", "Never, ever."}},
		{"closing mark left over", "We won, he said ” and left. “We ran,” she said.", []string{"We ran,"}},
		{"no space before", `He said"we won" twice.`, []string{"we won"}},
		{"dash before", "His words—“we won”—were few.", []string{"we won"}},
		{"broken off at a dash", `"We won and—" he began. "No," she said.`, []string{"We won and—", "No,"}},
		{"brackets around", `Two cups ("we won") and a plate.`, []string{"we won"}},
		{"ellipsis at the start", `"...and we won," he said.`, []string{"...and we won,"}},
		{"excerpt with quotes of its own", "Quist writes:\n\n\"The pier, which she called “a scandal,” was never built.\n\n\"It “may” be.\n\nThe town disagrees.", []string{"The pier, which she called “a scandal,” was never built. | It “may” be."}},
		{"forgotten mark before curly ones", "\"We are ready, he said. “We go.”", []string{"We are ready,", "We go."}},
		{"empty marks", `The answer was "" and nothing else.`, []string{}},
		{"nothing between single marks", `He wrote '' and then “now” and left.`, []string{"now"}},
		{"nothing but punctuation within", `He wrote "..." and then "?!" and left.`, []string{}},
		{"a sign within", "She answered “👍” and left.", []string{"👍"}},
		{"directional mark before", "\u202a”We won,” he wrote.", []string{"We won,"}},
		{"possessive after", `The "Nile"'s crew and “Volga”’s captain met.`, []string{"Nile", "Volga"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, found(c.text)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestApostrophesAndMeasures(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"contractions", "It’s what they don't say in O’Brien’s pub.", []string{}},
		{"plural possessive", "The workers’ homes and the nurses' pay.", []string{}},
		{"decades", "Hits of the ’90s and the '80s and the class of '08.", []string{}},
		{"elisions", "'Tis late. ’Twas rock ’n’ roll for 'em.", []string{}},
		{"plural possessive inside single marks", "‘The nurses’ pay is low,’ she said.", []string{"The nurses’ pay is low,"}},
		{"contraction inside single marks", "'They're here and it's late,' she said.", []string{"They're here and it's late,"}},
		{"single marks end at a word in s", "He called it 'chaos' and left.", []string{"chaos"}},
		{"decade before a single quote", "In the '90s it was 'normal,' he said.", []string{"normal,"}},
		{"feet and inches", `He is 6' 2" tall, she is 5’10” and the pipe is 4" wide.`, []string{}},
		{"inches inside a quote", `"A 6" pipe broke," she said.`, []string{`A 6" pipe broke,`}},
		{"number at the end of a quote", `The film "Apollo 13" won.`, []string{"Apollo 13"}},
		{"minutes and seconds", `At 40° 26' 46" north the ship turned.`, []string{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, found(c.text)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestNesting(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"single in double", "“She said ‘no’ to us,” he said.", []string{"She said ‘no’ to us,"}},
		{"single in double at the end", `"She told us 'never'," he said. "She said 'no.'"`, []string{"She told us 'never',", "She said 'no.'"}},
		{"double in single", "‘She said “no” to us,’ he said.", []string{"She said “no” to us,"}},
		{"double in double", "“She said “no” to us,” he said.", []string{"She said “no” to us,"}},
		{"three apostrophes", "''She said 'no,''' he said. ''Yes.''", []string{"She said 'no,'", "Yes."}},
		{"guillemets in double", "“He shouted «¡basta!» twice,” she said.", []string{"He shouted «¡basta!» twice,"}},
		{"single crosses double", "The '70s-style “look at ’em' go” sign.", []string{"look at ’em' go"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, found(c.text)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestParagraphs(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"each opens anew", "“We won.\n\n“We ran home.\n\n“We slept,” he said.", []string{"We won. | We ran home. | We slept,"}},
		{"each opens anew, straight", "He said: \"We won.\n\n\"We ran.\"\n\n\"No,\" she said.", []string{"We won. | We ran.", "No,"}},
		{"each opens anew, single", "‘We won.\n\n‘We ran,’ he said.", []string{"We won. | We ran,"}},
		{"each is closed", "“We won.”\n\n“We ran.”", []string{"We won.", "We ran."}},
		{"one mark at either end", "He wrote: “We won.\n\nWe ran.\n\nWe slept.”\n\nShe read it.", []string{"We won. | We ran. | We slept."}},
		{"stage directions are no part", "“We won.\n\n“(LAUGHTER)\n\n“We ran,” he said.", []string{"We won. | We ran,"}},
		{"name below is no part", "“We won the cup and the town is glad.\nAnn Lee, Harbour Workers’ Union”\n\nShe left.", []string{"We won the cup and the town is glad."}},
		{"line of a poem below is a part", "“Roses grow by the sea.\nSalt is all that they drink”\n\nShe left.", []string{"Roses grow by the sea. | Salt is all that they drink"}},
		{"hard-wrapped", "The captain told a crowd of several hundred people that “we\nhave won the cup and we will be back” before he left town.\n\nAll left.", []string{"we\nhave won the cup and we will be back"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, found(c.text)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestBrokenMarks(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
		codes      []string
	}{
		{"closing mark missing before an attribution", `"We won, he said. "We ran," he added.`, []string{"We won,", "We ran,"}, []string{CodeUnclosed}},
		{"closing mark missing, curly", "“We won, he said. “We ran,” he added.", []string{"We won,", "We ran,"}, []string{CodeUnclosed}},
		{"closing mark missing at the end of the paragraph", "She said: “We won.\n\nThe crowd left.\n\nThe bus came. “Home,” she said.", []string{"We won.", "Home,"}, []string{CodeUnclosed}},
		{"what follows is another's", "“We won, she said.\n\n“They lost,” he said.", []string{"We won,", "They lost,"}, []string{CodeUnclosed}},
		{"sentence ends before the next quote", `She said "we won. They left. He said "so be it" then.`, []string{"we won. They left.", "so be it"}, []string{CodeUnclosed}},
		{"closing mark alone", "We won,” he said. “We ran,” he added.", []string{"We ran,"}, []string{CodeUnopened}},
		{"opening mark doubled", "““We won,” he said.", []string{"We won,"}, []string{CodeUnclosed}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, found(c.text)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			_, problems := Find(&nlp.Document{Text: c.text})
			codes := []string{}
			for _, p := range problems {
				codes = append(codes, p.Code)
			}
			if diff := cmp.Diff(c.codes, codes); diff != "" {
				t.Errorf("problems: -want +got:\n%s", diff)
			}
		})
	}
}

// TestSlippedMarks has texts with a sentence on each line, as sentence splitters
// leave them.
func TestSlippedMarks(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"at the start of the next line", "He said: \"We are late.\n\"The train left at noon.\nNobody waved.", []string{"We are late."}},
		{"some sentences later", "\"We are late.\nThe train left.\nWe ran.\n\"Lima has two stations.\nOne is shut.", []string{"We are late. | The train left. | We ran."}},
		{"alone on its line", "She said: \"We are late.\n\"\nThe train left.", []string{"We are late."}},
		{"before the agencies", "She called it \"a gift.\n\"ab / cd (AFP, dpa)", []string{"a gift."}},
		{"and the next one opens", "She called it \"a gift.\n\"\" We are late, \"he said.\nThey left.", []string{"a gift.", "We are late,"}},
		{"spaces at the wrong side", "She called it \"a gift.\n\"Lee spoke of the\" old port.\n\"It was shut.", []string{"a gift.", "old port."}},
		{"opening mark forgotten later", "It is \"a gift.\n\"Lee left.\nShe saw \"no train.\n\"Ana ran.\nNo bus came,\" she said.\nIt was \"late.\n\"Lima slept.\nNobody waved.", []string{"a gift.", "no train.", "late."}},
		{"curly mark opens, straight one closes", "It is \"a gift.\n\"Lee said: “ We ran,\" and left.\nNobody waved.", []string{"a gift.", "We ran,"}},
		{"curly mark", "He said: “We are late.\n”The train left at noon.", []string{"We are late."}},
		{"curly mark that closes at both ends", "He said: ”We are late.\n\n”The train left,” he said.", []string{"We are late. | The train left,"}},
		{"opening mark forgotten later, space at the wrong side", "It is \"a gift.\n\"Lee left.\nShe saw \"no train.\n\"Ana ran.\nNo bus came, \"she said.\nIt was \"late.\n\"Lima slept.\nNobody waved.", []string{"a gift.", "no train.", "late."}},
		{"closing mark forgotten before", "It is \"a gift.\n\"Lee left.\nHe saw \"no train.\n\"We ran,\" he said.", []string{"a gift.", "no train. | We ran,"}},
		{"paragraphs that open anew", "\"We are late.\n\"The train left.\n\"We ran,\" he said.", []string{"We are late. | The train left. | We ran,"}},
		{"paragraphs that open anew, the last mark forgotten", "\"We are late.\n\n\"The train left.\n\nNobody waved.", []string{"We are late. | The train left."}},
		{"marks that did not slip", "\"We are late.\n\"The train left.\nNobody waved.\n\"We ran.\"", []string{"We are late. | The train left.", "We ran."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, found(c.text)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestSplitQuotes(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"goes on in lower case", "“The bridge,” she said, “will open in May.”", []string{"The bridge, | will open in May."}},
		{"goes on with a name", "“We asked,” she said, “Lima to pay.”", []string{"We asked, | Lima to pay."}},
		{"inverted with a title", "“The bridge,” said Gov. Ann Lee, “will open in May.”", []string{"The bridge, | will open in May."}},
		{"question goes on", "“Why,” he asked, “did it fail?”", []string{"Why, | did it fail?"}},
		{"three pieces", "“The bridge,” she said, “will open,” she added, “in May.”", []string{"The bridge, | will open, | in May."}},
		{"attribution ends the sentence", "“The bridge is done,” she said. “It will open in May.”", []string{"The bridge is done,", "It will open in May."}},
		{"fragments of a list", "She called it “old” and “ugly,” and she said “enough.”", []string{"old", "ugly,", "enough."}},
		{"adding that", "“We ran,” she said, adding that it was “fun.”", []string{"We ran,", "fun."}},
		{"adding", "“We ran,” she said, adding, “and it was fun.”", []string{"We ran,", "and it was fun."}},
		{"one dash", "He praised her “deep faith” - “faith that works.”", []string{"deep faith", "faith that works."}},
		{"went on", "“To a seal,” she went on, “it is an insult.”", []string{"To a seal, | it is an insult."}},
		{"here he paused", "“Who,” and here he looked round, “did this?”", []string{"Who, | did this?"}},
		{"broken off with dashes", "“We ran”—he pointed at the hill—“up there.”", []string{"We ran | up there."}},
		{"semicolon", "“It will open in May,” promised Lee; “whether it stays open I cannot say.”", []string{"It will open in May, | whether it stays open I cannot say."}},
		{"title before", "She sang the anthem “Rise, Lima,” and added, “Good night.”", []string{"Rise, Lima,", "Good night."}},
		{"title after a work", "“It hurt,” she wrote in her memoir, “The Left Page.”", []string{"It hurt,", "The Left Page."}},
		{"reporter goes on", "He said it “failed,” although not, she said, “for ever.”", []string{"failed,", "for ever."}},
		{"nobody speaks between", "“Night Ferry,” the drama, “Lost Coast,” the comedy.", []string{"Night Ferry,", "Lost Coast,"}},
		{"another sentence on the next line", "“The bridge is wanted,” Lee said.\nBut then, Lee said, “because it is old, it will fall.”", []string{"The bridge is wanted,", "because it is old, it will fall."}},
		{"another paragraph", "“The bridge,” she said,\n\n“will open in May.”", []string{"The bridge,", "will open in May."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, found(c.text)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestTranscripts(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"questions and answers", "Q: Why now?\n\nA: Because it rains.\n\nQ: And then?\n\nA: We “dance.”", []string{"Because it rains.", "We “dance.”"}},
		{"names in capitals", "REYES: Did it fly?\n\nMR. OKAFOR: It did not.\n\n(LAUGHTER)\n\nREYES: “Why?”\n\nHe left.", []string{"Did it fly?", "It did not.", "Why?"}},
		{"links between paragraphs", "It rained.\n\nREAD MORE: Rain in May\n\nIt poured.\n\nWATCH: The flood\n\nIt stopped.\n\nREAD MORE: Sun in June", []string{}},
		{"one label alone", "NOTE: It rained.\n\nNOTE: It poured.\n\nNOTE: It stopped.", []string{}},
		{"two turns are none", "REYES: Did it fly?\n\nOKAFOR: It did not.", []string{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, found(c.text)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestKinds(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []Kind
	}{
		{"utterance before its cue", "“We will open the bridge in May,” the mayor said.", []Kind{Direct}},
		{"utterance after a colon", "The mayor said: “We will open the bridge in May.”", []Kind{Direct}},
		{"utterance alone in its paragraph", "She shook her head.\n\n“No, we will not go back there again.”", []Kind{Direct}},
		{"one-word utterance", "“Never,” she said.", []Kind{Direct}},
		{"headline", "Mayor: ‘This Bridge Will Be Open in May’ Despite Floods", []Kind{Direct}},
		{"fragment", "The mayor said the bridge was “a gift to the town.”", []Kind{Mixed}},
		{"fragments", "She called him “reckless” and said he had “no idea what he was doing.”", []Kind{Mixed, Mixed}},
		{"described as", "The mayor described the work as “bridge diplomacy” and little more.", []Kind{Mixed}},
		{"nickname", "Robert “Bob” Mitchell took the stage.", []Kind{Mention}},
		{"title of a film", "She won a prize for the film “The Long Way Home.”", []Kind{Mention}},
		{"title of a show with its network", "He spoke on NBC’s “Meet the Press” on Sunday.", []Kind{Mention}},
		{"term", "The term “ghost ship” is older than the film.", []Kind{Mention}},
		{"what a word means", "Asked to say what “soon” meant, he smiled.", []Kind{Mention}},
		{"inscription", "She held a placard that said “We will not go.”", []Kind{Mention}},
		{"in somebody's words", "It was, in his words, “the end of the road.”", []Kind{Mixed}},
		{"fragment in a headline", "Mayor Calls Bridge Delay ‘A Slap in the Face’ as Costs Rise", []Kind{Mixed}},
		{"so-called", "The so-called “ghost fleet” has 40 ships.", []Kind{Mention}},
		{"known as", "The trader, known as “the Whale,” lost $2 billion.", []Kind{Mention}},
		{"alliance nobody names", "Five cities have launched a “league of the thirsty,” with more to follow.", []Kind{Mention}},
		{"nickname before the cue", "“We won!” Councillor Ada “Sparrow” Quist shouted to the crowd.", []Kind{Direct, Mention}},
		{"show that somebody speaks on", "Asked on “Harbor Tonight,” Lee said the bridge was safe.", []Kind{Mention}},
		{"title at the start of a sentence", "“Salt and Silver,” a series that first aired in 1991, returns in May.", []Kind{Mention}},
		{"book that somebody says something in", "In his 2012 book, “Make Your Boat a Home,” Mr. Lee suggested a stove.", []Kind{Mention}},
		{"show before its noun", "Callers to his “Speak Up” radio show told him to resign.", []Kind{Mention}},
		{"show with its network, as addressee", "He told Channel 9's “Delta Tonight” that the bridge would close.", []Kind{Mention}},
		{"lyric", "The chorus, “carry me home, old river,” is sung at weddings.", []Kind{Mention}},
		{"motto", "The school's motto is “Learn and serve.”", []Kind{Mention}},
		{"event", "She praised the mayor at a “Friends of the River” dinner and left.", []Kind{Mention}},
		{"stage direction", "He sat down. “(APPLAUSE)” said the screen.", []Kind{Mention}},
		{"few words with small letters", "She shrugged. “Leave them low.”", []Kind{Direct}},
		{"shouted before its cue", "“Jump!” bellowed Ann Lee.", []Kind{Direct}},
		{"attribute of markup", `<a href="index" title="Home page">`, []Kind{Mention, Mention}},
	} {
		t.Run(c.name, func(t *testing.T) {
			quotes, _ := Find(&nlp.Document{Text: c.text})
			got := []Kind{}
			for _, q := range quotes {
				got = append(got, q.Kind)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestNameBelowIsTheLabel(t *testing.T) {
	const text = "“We won the cup and the town is glad.\nAnn Lee, Harbour Workers’ Union.”\n\nShe left."
	quotes, _ := Find(&nlp.Document{Text: text})
	if len(quotes) != 1 {
		t.Fatalf("%d quotes, want 1", len(quotes))
	}
	if got, want := quotes[0].Label.Of(text), "Ann Lee, Harbour Workers’ Union"; got != want {
		t.Errorf("label %q, want %q", got, want)
	}
}
