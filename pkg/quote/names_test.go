package quote

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/pkg/nlp"
)

// TestNames has names, titles and terms that a rule knows, so that a cue nearby
// does not make them speech, beside what looks like them and is speech.
func TestNames(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []Kind
	}{
		{"subject of an event", "Experts asked for help during a seminar on “Water and Civic Duty” that the union held.", []Kind{Mention}},
		{"remarks on a subject", "The envoys spoke about “a swift end,” and she said talks on “real steps” would follow.", []Kind{Mixed, Mixed}},
		{"role in a work", "She won a prize for her role in “Gone to Bergen.”", []Kind{Mention}},
		{"role that somebody judges", "The coach called his role in the match “a shame for the club.”", []Kind{Mixed}},
		{"newspaper", "According to reports from the “Kurve” newspaper, he will stay.", []Kind{Mention}},
		{"campaign that somebody judges", "The minister called it a “dirty” campaign and said she would win.", []Kind{Mixed}},
		{"team", "The minister congratulated the ‘Comet II’ team and left.", []Kind{Mention}},
		{"report with a year", "The figures are those of the recently released “2031 Northern Harbour Trade Report”.", []Kind{Mention}},
		{"report that somebody speaks of", "“We Need This Report,” she said.", []Kind{Direct}},
		{"newspaper that somebody speaks to", "He said in an interview with the “Delta Star” that he would stay.", []Kind{Mention}},
		{"what somebody tells", "She told him “never again,” and left.", []Kind{Mixed}},
		{"theme", "Held on the theme of “building quiet cities for the old,” the fair revealed little, she said.", []Kind{Mention}},
		{"theme that somebody has", "She returned to her theme of “a country robbed by its own ministers,” and said it would vote.", []Kind{Mixed}},
		{"titled", "He wrote a booklet titled “Fish & Ships – A Guide for 2031,” which he said sold well.", []Kind{Mention}},
		{"titled, with a comma", "The show, which is titled, “Fish and Folk: A Tale of Two Ports”, opens in May, she said.", []Kind{Mention}},
		{"song", "His song “Oh, to be home!” was played, she said.", []Kind{Mention}},
		{"song that somebody judges", "She called the song “Total rubbish and a waste of time” and left.", []Kind{Direct}},
		{"titles after each other", "He starred in the “High Voice” movies and “The Scroll of Otto.”", []Kind{Mention, Mention}},
		{"title and then speech", "He wrote the novel “Night Ferry” and answered: “Never.”", []Kind{Mention, Direct}},
		{"known as, words later", "The tower was known until the end of the war as “the old lighthouse.”", []Kind{Mention}},
		{"letters that stand for words", "The letters RNB stood for “roads and bridges,” which he told nobody.", []Kind{Mention}},
		{"somebody who stands for something", "The senator said his party stands for “order and thrift.”", []Kind{Mixed}},
		{"what a name means", "The name of the hill signifies “mother of rain,” she said.", []Kind{Mention}},
		{"what somebody means", "He is gone, and that means “we are done,” she said.", []Kind{Mixed}},
		{"called by its name", "The complex is called “Garden & Sea 12,” and she said its flats were sold.", []Kind{Mention}},
		{"called names", "He said the mayor was called “a wooden liar” by her rival.", []Kind{Mixed}},
		{"often dubbed", "He sought an early release, often dubbed a “half year” among lawyers, he said.", []Kind{Mention}},
		{"dubbed, behind the name", "Marek, dubbed “the bulldozer,” said no.", []Kind{Mention}},
		{"dubbed by somebody", "The critics said she was dubbed “a danger to the port” by her rival.", []Kind{Mixed}},
		{"words as the subject", "The words “old pump house” mean little to tourists.", []Kind{Mention}},
		{"words compared", "The word “shy” is often confused with “cold at heart,” and wrongly so.", []Kind{Mention, Mention}},
		{"heading with a stray mark", "They left.\n\n“Hope for the lake fades\n\nAnn Lee came on Monday.", []Kind{Mention}},
		{"utterance whose mark was forgotten", "They left.\n\n“We will not come back.\n\nAnn Lee came on Monday.", []Kind{Direct}},
		{"word and then speech", "The word “shy” is wrong, and he was confused with “the man who sank the ferry,” she said.", []Kind{Mention, Mixed}},
		{"term that somebody uses", "The union has used the term “night tax” for years, and the mayor denied it.", []Kind{Mixed}},
		{"term that is explained", "The union denied that the term “night tax” for the toll was new.", []Kind{Mention}},
		{"event with a name", "The minister defended the dam during a “Farmers First Forum” held by the union and said it would hold.", []Kind{Mention}},
		{"event that somebody judges", "The minister called it an “angry, useless forum” and left.", []Kind{Mixed}},
		{"article that is judged", "Ana Sousa's commentary, “Minister, mend your own dam,” is unfair. Last week he answered.", []Kind{Mention}},
		{"article that somebody says something in", "In a commentary, “We mend our own dams,” she said.", []Kind{Direct}},
		{"name by its capitals", "The delegates told reporters that the draft “Call of Lima”, expected in May, was ready.", []Kind{Mention}},
		{"name in another language", "The union said it would meet in the old ‘Casa de las Flores’ in Lima.", []Kind{Mention}},
		{"name that somebody gives", "She said the minister described her rival as the “Queen of the Old Port” and lied.", []Kind{Mixed}},
		{"capitals in a headline", "Mayor Calls Bridge Delay ‘A Slap In The Face’ as Costs Rise", []Kind{Mixed}},
		{"code", "The farmers, he said, feared the ‘40by40’ plan.", []Kind{Mention}},
		{"years", "She said it was a “20-year” plan, and that it failed.", []Kind{Mixed}},
		{"famous title", "Ana Sousa wrote in her famous “Journal” that no harbour lasts.", []Kind{Mention}},
		{"famous words", "He recalled the mayor's famous “Never” answer and said it still held.", []Kind{Mixed}},
		{"title that is sung", "The crowd was still singing “Carry Me Over the Bay” when the mayor spoke.", []Kind{Mention}},
		{"what a title is", "The paper, whose title is “Frozen, not dead,” will be read in May, she said.", []Kind{Mention}},
		{"paper with a title", "The paper, “A cold switch for warm sleep”, was published in May, he said.", []Kind{Mention}},
		{"word that a law does not say", "The law does not say “must”, the guide said.", []Kind{Mention}},
		{"words that somebody does not say", "He did not say “we are late, all of us”, the guide said.", []Kind{Mixed}},
		{"inscriptions", "She held two signs that said “We will not go” and “Not now”.", []Kind{Mention, Mention}},
		{"an inscription and speech", "She held a sign that said “We will not go” and said: “Not now.”", []Kind{Mention, Direct}},
		{"subject of its name", "“A Quiet River” is the working title of her film, the guide said.", []Kind{Mention}},
		{"long subject of its name", "“Ships and Law, or how a town is changing the way it trades” was the name given to the talk, the guide said.", []Kind{Mention}},
		{"subject of somebody's word for it", "“It is late” was his name for it, the guide said.", []Kind{Mixed}},
		{"word that nobody is to use", "She asks everyone not to use the word “slum”, the guide said.", []Kind{Mention}},
		{"motto that something bears", "The paper, which bears the motto “To know is to serve”, said it would close.", []Kind{Mention}},
		{"message on a poster", "The poster shows the singer with the message “we are all one river”, the agency said.", []Kind{Mention}},
		{"message to people", "The mayor sent them home with the message “we will win this” and a wave.", []Kind{Mixed}},
		{"name of its own", "A group of thieves calling itself “Grey Wolf” said it had the files.", []Kind{Mention}},
		{"what somebody calls herself", "She calls herself “a mother first” and said she would stay.", []Kind{Mixed}},
		{"principle", "The minister said the “one river, two banks” principle would not change.", []Kind{Mention}},
		{"policy", "The city has proposed a “slow-street” policy since May, she said.", []Kind{Mention}},
		{"policy that is judged", "The minister said the “deeply flawed” policy would change.", []Kind{Mixed}},
		{"model that is often called so", "It is what is sometimes called the “wind harp” model, she said.", []Kind{Mention}},
		{"title that is performed", "They went on to perform “Bridge to the Moon,” he said.", []Kind{Mention}},
		{"name that comes again", "The envoy said that peace needs “one river, two banks” now. The “one river, two banks” principle is old.", []Kind{Mention, Mention}},
		{"name that is said", "The “one river, two banks” principle is old. The envoy said “one river, two banks” and left.", []Kind{Mention, Mixed}},
		{"name behind its noun", "The minister dismissed a letter of the organisation “Amparo” that asks for help, she said.", []Kind{Mention}},
		{"name of a place", "He swore to rest when he had taken all of “Ostania”.", []Kind{Mention}},
		{"name of a camp", "The minister said last week that the “Remain” camp had failed.", []Kind{Mention}},
		{"name that is a judgment", "She accused him of sparing the “Mafia” of the port, he said.", []Kind{Mixed}},
		{"newspaper of one word", "Ana Lee, a minister, told “Estrela” at the time that she would go.", []Kind{Mention}},
		{"nickname behind an s", "She accused the spokesman Andrés “Cuervo” Quist of waste and said he lied.", []Kind{Mention}},
		{"often called", "The coast is often called the “cold shore” of the delta, he said.", []Kind{Mention}},
		{"called by somebody", "The coast was called a “cold shore” by the minister, who left.", []Kind{Mixed}},
		{"show that somebody says something on", "“Fish, fish, fish,” Lee said on “The Late Tide With Ann Quist” last month when asked.", []Kind{Direct, Mention}},
		{"words that somebody uses", "The mayor attacked his rival and used the words “a thief in the night.”", []Kind{Mixed}},
	} {
		t.Run(c.name, func(t *testing.T) {
			quotes, _ := Find(&nlp.Document{Text: c.text})
			got := []Kind{}
			for _, q := range quotes {
				got = append(got, q.Kind)
				if known := q.Speech <= surelyQuoted; known != (q.Kind == Mention) {
					t.Errorf("%q: speech %.3f, %v", q.Of(c.text), q.Speech, q.Kind)
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}
