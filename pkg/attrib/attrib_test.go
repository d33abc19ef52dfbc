package attrib_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/pkg/attrib"
	"github.com/whosaid/whosaid/pkg/coref"
	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/quote"
	"github.com/whosaid/whosaid/pkg/span"
)

// reading is a parsed text with its names.
type reading struct {
	document *nlp.Document
	entities *coref.Entities
	quotes   []quote.Quote
}

// read parses a text in which people stand in {braces}, organisations in
// <angles> and places in [brackets], so that no test depends on a recogniser.
func read(marked string) reading {
	var text strings.Builder
	var mentions []ner.Mention
	types := map[rune]ner.Type{'{': ner.Person, '<': ner.Organisation, '[': ner.Place}
	for _, r := range marked {
		switch r {
		case '{', '<', '[':
			mentions = append(mentions, ner.Mention{Span: span.Span{Start: text.Len()}, Type: types[r], Confidence: 1})
		case '}', '>', ']':
			mentions[len(mentions)-1].End = text.Len()
		default:
			text.WriteRune(r)
		}
	}
	d := nlp.Parse(text.String())
	for i := range mentions {
		m := &mentions[i]
		for t, token := range d.Tokens {
			if token.Start == m.Start {
				m.First = t
			}
			if token.End == m.End {
				m.Last = t + 1
			}
		}
	}
	quotes, _ := quote.Find(d)
	return reading{document: d, entities: coref.Resolve(d, mentions), quotes: quotes}
}

// say lists who is said to have said each quote, and the cue: "Ada Smith/said".
func (r reading) say() []string {
	var out []string
	for _, a := range attrib.Attribute(r.document, r.quotes, r.entities) {
		if a.Kind == quote.Mention {
			out = append(out, "nobody's speech")
			continue
		}
		answer := a.Name
		if a.Source.IsEmpty() {
			answer = "nobody"
		}
		if !a.Cue.IsEmpty() {
			answer += "/" + a.Cue.Of(r.document.Text)
		}
		out = append(out, answer)
	}
	return out
}

func TestAttribute(t *testing.T) {
	for _, test := range []struct {
		name string
		text string
		want []string
	}{
		{"cue after", `“The bridge is safe,” {Ada Smith} said on Monday.`, []string{"Ada Smith/said"}},
		{"inverted cue", `“The bridge is safe,” said {Ada Smith}, the mayor.`, []string{"Ada Smith/said"}},
		{"cue before with colon", `{Ada Smith} told reporters: “The bridge is safe and it will open on Friday.”`, []string{"Ada Smith/told"}},
		{"cue before with comma", `On Monday {Ada Smith} said, “The bridge is safe and it will open on Friday.”`, []string{"Ada Smith/said"}},
		{"auxiliaries are no cue", `{Ada Smith} has repeatedly said: “The bridge is safe.”`, []string{"Ada Smith/said"}},
		{"date before the cue", `The mayor {Ada Smith} yesterday said: “The bridge is safe.”`, []string{"Ada Smith/said"}},
		{"split quote", `“The bridge is safe,” {Ada Smith} said, “but the road is not.”`, []string{"Ada Smith/said"}},
		{"split quote, inverted", `“The bridge,” said {Ada Smith}, the mayor, “is safe.”`, []string{"Ada Smith/said"}},
		{"same quotation goes on", `“The bridge is safe,” {Ada Smith} said. “The road is not safe at all.”`, []string{"Ada Smith/said", "Ada Smith/said"}},
		{"next paragraph goes on", "“The bridge is safe,” {Ada Smith} said.\n\n“It took us three years to rebuild it.”", []string{"Ada Smith/said", "Ada Smith"}},
		{"quotation over paragraphs", "“The bridge is safe,” {Ada Smith} said. “We rebuilt it.\n\n“It took us three years.”", []string{"Ada Smith/said", "Ada Smith/said"}},
		{"description between name and verb", `“The bridge is safe,” {Ada Smith}, who has run the city since 2019, said.`, []string{"Ada Smith/said"}},
		{"description with another name", `{Ada Smith}, a friend of {Carl Jones}, said: “The bridge is safe now.”`, []string{"Ada Smith/said"}},
		{"description with another verb", `{Ada Smith}, who told {Carl Jones} to stay away, said: “The bridge is safe now.”`, []string{"Ada Smith/said"}},
		{"title before name", `“The bridge is safe,” said Deputy Mayor {Ada Smith}.`, []string{"Ada Smith/said"}},
		{"organisation before name", `{Carl Jones} left early. “The bridge is safe,” said <Roads Agency> director {Ada Smith}.`, []string{"Ada Smith/said"}},
		{"name beside the noun", `“The bridge is safe,” said the mayor, {Ada Smith}.`, []string{"Ada Smith/said"}},
		{"possessive", `{Carl Jones}’s lawyer, {Ada Smith}, said: “My client is innocent.”`, []string{"Ada Smith/said"}},
		{"unnamed source", `“The bridge is safe,” said a spokesman for the ministry.`, []string{"a spokesman for the ministry/said"}},
		{"unnamed source of a named one", `“The bridge is safe,” {Carl Jones}’s spokeswoman said.`, []string{"Carl Jones’s spokeswoman/said"}},
		{"anonymous source", `“We were told to wait,” said an engineer who asked not to be named.`, []string{"an engineer/said"}},
		{"people from a body", `Four engineers from <Norrby University> called for “a second bridge” on Monday.`, []string{"Four engineers from Norrby University/called"}},
		{"complement before the verb", `“The bridge is safe,” a senator from [Ohio] said.`, []string{"a senator from Ohio/said"}},
		{"plural source", `“We could not get out,” residents told reporters.`, []string{"residents/told"}},
		{"organisation as speaker", `“The bridge is safe,” the <Roads Agency> said in a statement.`, []string{"Roads Agency/said"}},
		{"joint speakers", `“The bridge is safe,” {Ada Smith} and {Carl Jones} said.`, []string{"Ada Smith and Carl Jones/said"}},
		{"joint speakers, inverted", `“The bridge is safe,” said {Ada Smith} and {Carl Jones}.`, []string{"Ada Smith and Carl Jones/said"}},
		{"joint statement", `<Roads Agency>, <Rail Agency> and <Port Agency> said in a joint statement: “The bridge is safe now.”`, []string{"Roads Agency, Rail Agency and Port Agency/said"}},
		{"joint speakers go on", `“The bridge is safe,” {Ada Smith} and {Carl Jones} said. “It will open soon,” they added.`, []string{"Ada Smith and Carl Jones/said", "Ada Smith and Carl Jones/added"}},
		{"next clause after a name", `“The bridge is safe,” said {Ada Smith} and {Carl Jones} nodded.`, []string{"Ada Smith/said"}},
		{"noun of speech", `{Ada Smith}’s answer was short: “The bridge is safe.”`, []string{"Ada Smith/answer"}},
		{"noun of speech with a pronoun", `{Ada Smith} smiled. Her answer: “The bridge is safe.”`, []string{"Ada Smith/answer"}},
		{"organisation by pronoun", `The <Roads Agency> has closed the bridge. “It will open again soon,” it said.`, []string{"Roads Agency/said"}},
		{"phrasal verb", `“The bridge is safe,” {Ada Smith} pointed out.`, []string{"Ada Smith/pointed out"}},
		{"quotation as subject", `Reporters asked {Ada Smith} about the bridge. “Four years,” was all she would say.`, []string{"Ada Smith/say"}},
		{"quotation as subject, name", `“Four long years and not a word” was how {Ada Smith} described the wait.`, []string{"Ada Smith/described"}},
		{"country that looks like a pronoun", `“The bridge is safe,” US Secretary of Bridges {Ada Smith} said.`, []string{"Ada Smith/said"}},
		{"time before the verb", `Four engineers from the city last week called for “a second bridge” on Monday.`, []string{"Four engineers from the city/called"}},
		{"aside between who and the verb", "They thanked a cook, {Ada Smith}, who, calling her a friend, wrote:\n\n“The bridge is safe now.”", []string{"Ada Smith/wrote"}},
		{"it says no I", "{Ada Smith} is an engineer. She said at first it made her angry, but now it helps.\n\n“I take the chance to teach people about the bridge.”", []string{"Ada Smith"}},
		{"a note says I", "{Ada Smith} found a note. It read: “I am sorry about the bridge.”", []string{"It/read"}},
		{"year before the verb", `{Carl Jones} met {Ada Smith}, who in 2010 said the bridge was “as safe as it ever was”.`, []string{"Ada Smith/said"}},
		{"place that the article is from", `[NORRBY] — Mayor {Ada Smith}, opening the bridge on Monday, said it was “as safe as it ever was”.`, []string{"Ada Smith/said"}},
		{"leaders of two countries", `The leaders of [Freedonia] and [Norrland] agreed that the bridge was “as safe as it ever was”.`, []string{"The leaders of Freedonia and Norrland/agreed"}},
		{"number of a list", "{Ada Smith} told us why:\n\n1. “The bridge is safe and it will stay safe for a hundred years.”", []string{"Ada Smith"}},
		{"noun that looks like an adjective", `{Ada Smith} closed the road. “The bridge is safe,” the official told reporters on the quay.`, []string{"the official/told"}},
		{"somebody else comes up", "“The bridge is safe,” {Ada Smith} said. “It will open.”\n\nThat worries {Mia Roy}, an engineer. “It is too late for that,” she said.", []string{"Ada Smith/said", "Ada Smith/said", "Mia Roy/said"}},
		{"name told in a clause", `“The bridge is safe,” said a driver who gave her name only as {Ana}. “It will hold.”`, []string{"Ana/said", "Ana/said"}},
		{"pseudonym", `“The bridge is safe,” wrote a reader using the pseudonym Ursus.`, []string{"Ursus/wrote"}},
		{"name told by the verb", `One lawyer called {Ada Smith} “the mother of the bridge” on Monday.`, []string{"One lawyer/called"}},
		{"name of somebody else", `“The bridge is safe,” said a driver who met a man called {Carl Jones}.`, []string{"a driver/said"}},
		{"company beside a noun", `The bridge's owner, <Harrow Steel>, said in a statement that it was “as safe as it ever was”.`, []string{"Harrow Steel/said"}},
		{"company of somebody", `A spokesman for the bridge's owner, <Harrow Steel>, said it was “as safe as it ever was”.`, []string{"A spokesman for the bridge's owner/said"}},
		{"age", "{Ada Smith} opened the bridge.\n\n“It is safe,” the 34-year-old said. “It will hold.”", []string{"Ada Smith/said", "Ada Smith/said"}},
		{"age that the text tells", `{Ada Smith}, 34, met {Mia Roy}, 61, on the bridge. “It is safe,” the 34-year-old said.`, []string{"Ada Smith/said"}},
		{"age of somebody without a name", `{Ada Smith} met a 34-year-old on the bridge. “It is safe,” the 34-year-old said.`, []string{"the 34-year-old/said"}},
		{"age of a thing", `{Ada Smith} likes the 34-year-old bridge. “It is safe,” the mayor said.`, []string{"the mayor/said"}},
		{"newcomer without a name", "{Ada Smith} was late. A waiter at the bridge, who had slept on a bench, saw it differently.\n\n“Nobody counted me,” he said. “I am here.”", []string{"A waiter at the bridge/said", "A waiter at the bridge/said"}},
		{"newcomer with a trade", "{Ada Smith} was late. Her neighbour, a taxi driver who gave no name, saw it differently. “Nobody counted me,” he said.", []string{"a taxi driver/said"}},
		{"newcomer by who", "{Ada Smith} was late. A former postdoc, who still works there, was told so. “Nobody counted me,” she says.", []string{"A former postdoc/says"}},
		{"newcomer whom somebody speaks of", "“We ran,” {Ada Smith} said. One editor, she says, was too polite. “Nobody counted me,” she says.", []string{"Ada Smith/said", "Ada Smith/says"}},
		{"newcomer and a name", `{Ada Smith} was late. A waiter helped {Mia Roy} over the bridge. “I am fine,” she said.`, []string{"Mia Roy/said"}},
		{"anybody", `“The bridge is full,” {Ada Smith} said. A person with a cart may not cross it. “It is too narrow,” she said.`, []string{"Ada Smith/said", "Ada Smith/said"}},
		{"medium before the verb", `{Ada Smith}, a former member for [Ohio], on <Skywriter> described the bridge as “a mess”.`, []string{"Ada Smith/described"}},
		{"told somebody, as passed on", `“The bridge is safe,” {Ada Smith} told the board on Monday, according to the <Gazette>.`, []string{"Ada Smith/told"}},
		{"noun that the tagger takes for a verb", `“The bridge is safe,” said <Norrby> police spokesperson Captain {Ada Smith}.`, []string{"Ada Smith/said"}},
		{"office with a list in it", `Commissioner for Trade, Mining and Roads, {Ada Smith}, said the bridge was “as safe as it ever was”.`, []string{"Ada Smith/said"}},
		{"office with somebody else in it", `The mayor, a friend of {Ada Smith}, said the bridge was “as safe as it ever was”.`, []string{"The mayor/said"}},
		{"present tense of many", `The engineers of the coast tell young drivers that the bridge is “on the wrong side of history”.`, []string{"The engineers of the coast/tell"}},
		{"noun that the tagger takes for an adjective", `The newspaper's workers collective wrote on Sunday that the bridge was “as safe as it ever was”.`, []string{"The newspaper's workers collective/wrote"}},
		{"inverted cue goes on", `That makes it an unusually good bridge, says {Ada Smith}, an engineer. “It bends where others break, and it comes back.”`, []string{"Ada Smith"}},
		{"asked by the writer", "I asked engineer {Ada Smith} what the purpose of the bridge was.\n\n“The first idea was to show that it could be done at all. It could.”", []string{"Ada Smith"}},
		{"description that ends at the verb", `{Carl Jones}, the former ambassador, left. {Ada Smith}, Norrland’s ambassador to Freedonia called it a “splendid bridge” on Monday.`, []string{"Ada Smith/called"}},
		{"office with a hyphen", `It rained. “The bridge is safe,” said the <Roads Agency> secretary-general.`, []string{"the Roads Agency secretary-general/said"}},
		{"things do not speak", "The stolen tools were found on the bridge in the evening.\n\n“It took us three weeks, and now they are back.”", []string{"nobody"}},
		{"office in letters", `Cabinet Secretary {Ada Smith} opened the bridge. “It is safe,” the <CS> said.`, []string{"Ada Smith/said"}},
		{"body in letters", `Cabinet Secretary {Ada Smith} opened the bridge. “It is safe,” the <RA> said.`, []string{"RA/said"}},
		{"quoted behind the quote", `“The bridge is safe,” the daily <Gazette> quoted an employee of the bridge as saying.`, []string{"an employee of the bridge/saying"}},
		{"quoted behind the quote, pronoun", `{Ada Smith} denied it. “The bridge is safe,” the daily <Gazette> quoted her as saying.`, []string{"Ada Smith/saying"}},
		{"noun before a name that the tagger takes for a verb", `Athletics coach {Ada Smith}, who also runs the club, accused the board of “a cover-up”.`, []string{"Ada Smith/accused"}},
		{"post-nominal letters", `“The bridge is safe,” Senator {Ada Smith} MP told reporters.`, []string{"Ada Smith/told"}},
		{"member for a place", `{Ada Smith} left. “The bridge is safe,” the [Norrby] MP told reporters.`, []string{"Ada Smith/told"}},
		{"two nouns in a title", `“The bridge is safe,” said bridge and tunnel expert {Ada Smith}.`, []string{"Ada Smith/said"}},
		{"title with a complement", `“The bridge is safe,” said Norrish member of parliament {Ada Smith}, who opened it.`, []string{"Ada Smith/said"}},
		{"name behind a noun with a complement", `Another guest on the bridge, {Ada Smith}, said he was only “half ready to go”.`, []string{"Ada Smith/said"}},
		{"friend of a titled man", `“The bridge is safe,” said a friend of mayor {Ada Smith}.`, []string{"a friend of mayor Ada Smith/said"}},
		{"relative clause before the verb", `A message from a man who claimed to have worked on a number of bridges said: “Nobody here is safe at all.”`, []string{"A message from a man/said"}},
		{"statement of somebody, aside", `The mayor met the engineers “to discuss the next steps for the bridge”, a statement from <Roads Agency> – the owner of the bridge – said on Monday.`, []string{"a statement from Roads Agency/said"}},
		{"verb that looks like a noun", `The treaty states, “This bridge belongs to both of the banks of the river.”`, []string{"The treaty/states"}},
		{"verb that looks like a noun, after", `“This bridge belongs to both banks,” the statement read.`, []string{"the statement/read"}},
		{"phrasal verb that is no cue alone", `“The bridge is safe,” {Ada Smith} went on.`, []string{"Ada Smith/went on"}},
		{"country as speaker", `[Freedonia] has accused its neighbour of “stealing” water.`, []string{"Freedonia/accused"}},
		{"according to", `The bridge is “as safe as it ever was,” according to {Ada Smith}.`, []string{"Ada Smith/according to"}},
		{"according to, of what somebody said", `“The bridge is safe,” {Ada Smith} said, according to the local press.`, []string{"Ada Smith/said"}},
		{"according to, of one’s own", `{Ada Smith} said that according to her figures “the bridge is safe and it will be safe”.`, []string{"Ada Smith/said"}},
		{"according to, before", `According to {Ada Smith}, the bridge is “as safe as it ever was”.`, []string{"Ada Smith/According to"}},
		{"pronoun", `{Ada Smith} opened the bridge. “The bridge is safe,” she said.`, []string{"Ada Smith/said"}},
		{"pronoun of the sentence's subject", `“It is late,” {Carl Jones} said. {Adam Smith} met the press, where he said the bridge “is as safe as it ever was”.`, []string{"Carl Jones/said", "Adam Smith/said"}},
		{"pronoun of somebody unnamed", `{Adam Smith} owns the bridge. One bridge professional warned that the bridge is not safe. “It will fall one day,” he said.`, []string{"One bridge professional/said"}},
		{"pronoun past another's verb", `{Adam Smith} owns the bridge. A man, who lives there, said that he signed a paper which they say will help. “It will fall one day,” he said.`, []string{"A man/said"}},
		{"an office goes on", "“Nobody was harmed,” {Ada Smith}’s office said. She calls the bridge a gift.\n\n“It was built with care,” it added.", []string{"Ada Smith’s office/said", "Ada Smith’s office/added"}},
		{"a letter goes on behind another body", "“Nobody was harmed,” the letter said. The <Norrby Post> printed it on Monday. It added: “The bridge is safe now.”", []string{"the letter/said", "Norrby Post/added"}},
		{"a word for a body, and then it", "The <Roads Agency> has closed the bridge.\n\nThe agency said it does that when it rains. “The bridge is not safe in the rain,” it said.", []string{"Roads Agency/said"}},
		{"one voice", "“The bridge is safe,” {Ada Smith} said.\n\nIt rained for a week. Most of the shops by the old harbour stayed shut, and the trams were late.\n\nThe ferries were full.\n\n“You have to see it from the town side in the evening. It is a gift.”\n\nIt will open soon.\n\n“It is safe,” {Ada Smith} said.", []string{"Ada Smith/said", "Ada Smith", "Ada Smith/said"}},
		{"two voices", "“The bridge is safe,” {Ada Smith} said.\n\n{Carl Jones} said it rained for a week. Most of the shops by the old harbour stayed shut, and the trams were late.\n\nThe ferries were full, and the trams by the old harbour were late again.\n\nAll of the shops were shut for a week.\n\n“You have to see it from the town side in the evening. It is a gift.”\n\nIt will open soon.\n\n“It is safe,” {Ada Smith} said.", []string{"Ada Smith/said", "nobody", "Ada Smith/said"}},
		{"body and a verb that looks like a noun", "“The bridge is safe now,” the <Roads Agency> reports from [Norrby].", []string{"Roads Agency/reports"}},
		{"party, its acronym and its member", "<Norrby Front> (<NF>) legislator {Ada Smith} (AS), a lawyer, told the board that the bridge was built by “thugs in hats”.", []string{"Ada Smith/told"}},
		{"paper before a dash", "<NORRBY TODAY> – The foreign minister, {Ada Smith}, described the bridge as “a gift to all of us”.", []string{"Ada Smith/described"}},
		{"body before an aside in dashes", "<Norrby Now> – the owner of the bridge – said it was “a gift to all of us”.", []string{"Norrby Now/said"}},
		{"hyphen behind a body", "<Norrby Now>, a pro-bridge group, described the bridge as “a gift to all of us”.", []string{"Norrby Now/described"}},
		{"a paper quoted him", "{Adam Smith} denied it on Monday. It rained, and the ferry to the island was late again.\n\n“We cannot hold a ship by its tail,” the daily <Norrby Post> quoted him as saying.", []string{"Adam Smith/saying"}},
		{"one of the fishermen", "{Adam Smith} denied it.\n\nOne of the fishermen, who asked not to be named, said he had seen it. “The bridge is not safe,” he said.", []string{"One of the fishermen/said"}},
		{"bracket before the verb", "Regarding the loss of boats, the harbour chief {Ada Smith} (AS) yesterday said “the bridge is as safe as ever”.", []string{"Ada Smith/said"}},
		{"it of nothing", "It is right to quote the letter of {Ada Smith}: “The bridge is safe now.”", []string{"Ada Smith"}},
		{"boy", "Eight-year-old {Ben Jones} saw the bridge. “Is it safe?” the boy asked.", []string{"Ben Jones/asked"}},
		{"agency in the first line", "NORRBY, July 25 (<Reuters>): The board has closed the bridge to stop what are called “terror acts”, it said on Monday.", []string{"it/said"}},
		{"pronoun of two", `{Carl Jones} met {Ada Smith}. “The bridge is safe,” she said.`, []string{"Ada Smith/said"}},
		{"pronoun for a source without a name", "{Carl Jones} left early. A spokesman for the ministry said the bridge was closed.\n\n“It is not safe,” he said.", []string{"A spokesman for the ministry/said"}},
		{"pronoun for a witness", "{Ada Smith} left early. Another witness said the bridge shook.\n\n“I ran for my life,” she said. “We all ran.”", []string{"Another witness/said", "Another witness/said"}},
		{"pronoun is not who asked", "{Carl Jones} opened the bridge. A reporter asked if it was safe.\n\n“It is,” he said.", []string{"Carl Jones/said"}},
		{"pronoun is of another gender than the source", "{Ada Smith} left early. A spokesman said the bridge was closed.\n\n“It is not safe,” she said.", []string{"Ada Smith/said"}},
		{"they are the researchers", "The researchers said the bridge was old.\n\n“It must be rebuilt,” they wrote.", []string{"The researchers/wrote"}},
		{"it is the report", "The report said the bridge was old. It adds: “It must be rebuilt at once.”", []string{"The report/adds"}},
		{"role behind the name, no second comma", "{Ada Smith}, a lawyer for the drivers told reporters: “The bridge is safe now.”", []string{"Ada Smith/told"}},
		{"name in front, role in an aside", "{Ada Smith}, a top aide said, “is sure that the bridge is safe.”", []string{"a top aide/said"}},
		{"quoted by a paper", `<The Gazette> quoted {Ada Smith} as saying: “The bridge is safe now.”`, []string{"Ada Smith/saying"}},
		{"quoted by a paper, after", `“The bridge is safe now,” <The Gazette> quoted {Ada Smith} as saying.`, []string{"Ada Smith/saying"}},
		{"relative clause behind an employer", `The film shows {Ada Smith}, an engineer at <Norrby University>, who says: “The bridge is safe now.”`, []string{"Ada Smith/says"}},
		{"credit of an agency", "{Ada Smith} told reporters that the bridge was safe. “It will open on Friday.” – <Reuters>", []string{"Ada Smith"}},
		{"pronoun for the subject right before", "“The bridge is safe,” {Carl Jones} said.\n\n{Tom Reyes} has heard that before. “Then close the other one,” he said.", []string{"Carl Jones/said", "Tom Reyes/said"}},
		{"pronoun for whose view the sentence tells", "{Carl Jones} built the bridge. For {Tom Reyes}, the work of {Carl Jones} came too late.\n\n“We needed it in 2010,” he said.", []string{"Tom Reyes/said"}},
		{"pronoun for the cue behind the sentence", "{Tom Reyes} ran to the bridge and back, {Carl Jones} said. “He is a hero,” he said.", []string{"Carl Jones/said"}},
		{"they are two", "{Ada Smith} and {Carl Jones}, who built the bridge, asked for time. “It is not ready,” they wrote.", []string{"Ada Smith and Carl Jones/wrote"}},
		{"whose between noun and verb", "In the margin an engineer whose name was blacked out wrote: “The bridge must close.”", []string{"an engineer/wrote"}},
		{"in the words of somebody described", "In the words of {Ada Smith}, the engineer who built it, “the bridge will stand for ever”.", []string{"Ada Smith"}},
		{"participle", `{Ada Smith} defended the bridge, saying it was “as safe as it ever was”.`, []string{"Ada Smith/saying"}},
		{"shared subject", `{Ada Smith} shook her head and said: “The bridge is safe.”`, []string{"Ada Smith/said"}},
		{"relative clause", `{Ada Smith}, who said “the bridge is as safe as ever”, left early.`, []string{"Ada Smith/said"}},
		{"passive", `{Ada Smith} was quoted as saying: “The bridge is safe.”`, []string{"Ada Smith/saying"}},
		{"addressee is no source", `{Ada Smith} told {Carl Jones}: “The bridge is safe.”`, []string{"Ada Smith/told"}},
		{"question", `“Is the bridge safe?” {Carl Jones} asked.`, []string{"Carl Jones/asked"}},
		{"two speakers in one sentence", `{Ada Smith} said “the bridge is safe”, while {Carl Jones} called it “a trap for everybody”.`, []string{"Ada Smith/said", "Carl Jones/called"}},
		{"two speakers in one paragraph", `“The bridge is safe,” {Ada Smith} said. “It is not,” {Carl Jones} replied.`, []string{"Ada Smith/said", "Carl Jones/replied"}},
		{"speech in speech", `{Ada Smith} recalled that {Carl Jones} had told her: “The bridge is safe.”`, []string{"Carl Jones/told"}},
		{"colon without a verb", "And from {Ada Smith}: “The bridge is safe and it will open on Friday.”", []string{"Ada Smith"}},
		{"dash", "“The bridge is safe and it will open on Friday.” — {Ada Smith}", []string{"Ada Smith"}},
		{"quotation in the next paragraph", "{Ada Smith} added:\n\n“The bridge is safe and it will open on Friday.”", []string{"Ada Smith/added"}},
		{"floating quote after a speech sentence", "{Ada Smith} defended her decision. “The bridge is safe and it will open on Friday.”", []string{"Ada Smith"}},
		{"post", `“Good to see the bridge open again,” {Ada Smith} wrote on <X>.`, []string{"Ada Smith/wrote"}},
		{"post before", `{Ada Smith} tweeted: “Good to see the bridge open again!”`, []string{"Ada Smith/tweeted"}},
		{"hyphen in the source", `“The bridge must close,” the 12-page report said.`, []string{"the 12-page report/said"}},
		{"quoted document", `“The bridge must close,” the report said.`, []string{"the report/said"}},
		{"single quotes", `‘The bridge is safe,’ said {Ada Smith}. ‘It will open on Friday.’`, []string{"Ada Smith/said", "Ada Smith/said"}},
		{"British comma", `“The bridge is safe”, said {Ada Smith}.`, []string{"Ada Smith/said"}},
		{"New York marks", `{Ada Smith} said, ''The bridge is safe.''`, []string{"Ada Smith/said"}},
		{"quote in quote", `“He told me, ‘Go home,’” {Ada Smith} said.`, []string{"Ada Smith/said"}},
		{"described", `{Ada Smith} described the bridge as “a promise kept”.`, []string{"Ada Smith/described"}},
		{"fragment before its source", `The bridge is “a promise kept”, {Ada Smith} said.`, []string{"Ada Smith/said"}},
		{"headline with a role", "Mayor of [Norrby]: ‘Bridge Is Safe’\n\nThe mayor of [Norrby], {Ada Smith}, has opened the bridge.", []string{"Ada Smith"}},
		{"headline with a name", "{Ada Smith}: ‘Bridge Is Safe’", []string{"Ada Smith"}},
		{"headline in capitals", "{ADA SMITH}: ‘BRIDGE IS SAFE’", []string{"ADA SMITH"}},
		{"particle name", `“The bridge is safe,” said {Ada de la Cruz}.`, []string{"Ada de la Cruz/said"}},
		{"hyphenated name", `“The bridge is safe,” {Omar el-Sayed} said.`, []string{"Omar el-Sayed/said"}},
		{"emoji of several code points", `“The bridge is safe 👩‍👩‍👧,” {Ada Smith} wrote on <X>.`, []string{"Ada Smith/wrote"}},
		{"no-break spaces", "« The bridge is safe, »\u00a0{Ada Smith}\u00a0said.", []string{"Ada Smith/said"}},
		{"boilerplate", "“The bridge is safe,” {Ada Smith} said. “It will open on Friday.”\n\nReporting by {Carl Jones}; editing by {Tom Reyes}.", []string{"Ada Smith/said", "Ada Smith/said"}},
		{"unnamed source who goes by a name", `“They took my tent,” said a homeless man who goes by {Shorty}.`, []string{"Shorty/said"}},
		{"transcript", "{Ada Smith} met {Carl Jones}.\n\nJONES: Is the bridge safe?\n\nSMITH: It is.\n\nJONES: Thank you.", []string{"Carl Jones", "Ada Smith", "Carl Jones"}},
		{"interview", "Mayor {Ada Smith} talks about the bridge.\n\nQ: Is it safe?\n\nA: It is.\n\nQ: When will it open?\n\nA: On Friday.", []string{"Ada Smith", "Ada Smith"}},
		{"interview with initials", "{Ada Smith} talks about the bridge.\n\nNT: Is it safe?\n\nAS: It is.\n\nNT: When will it open?\n\nAS: On Friday.", []string{"NT", "Ada Smith", "NT", "Ada Smith"}},
		{"label inside the marks", "{Carl Jones} asked about the bridge.\n\n“{JONES}: Is it safe?”", []string{"Carl Jones"}},
		{"scare quotes", `The so-called “bridge tax” was dropped.`, []string{"nobody's speech"}},
		{"title of a work", `{Ada Smith} wrote the novel “A House on Fire” in a month.`, []string{"nobody's speech"}},
		{"named by a verb", `{Ada Smith} chairs a club called “The Bridge Builders” in [Norrby].`, []string{"nobody's speech"}},
		{"passive without a source", `Drivers are encouraged to “think again and go home”.`, []string{"nobody"}},
		{"nickname", `{Carl “Shorty” Jones} won the race.`, []string{"nobody's speech"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, read(test.text).say()); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}
