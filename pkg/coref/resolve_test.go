package coref

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestResolveNames(t *testing.T) {
	for _, c := range []struct {
		phenomenon, text string
		want             []string
	}{
		{"surname", "{p Alma Reyes} spoke. {p Reyes} left.", []string{"Alma Reyes = Reyes"}},
		{"surname before the full name", "{p Reyes} wins vote\n\n{p Alma Reyes} won.", []string{"Alma Reyes = Reyes"}},
		{"first name", "{p Alma Reyes} spoke. “{p Alma} is right,” a friend said.", []string{"Alma Reyes = Alma"}},
		{"initial", "{p A. Reyes} spoke. {p Alma Reyes} left.", []string{"Alma Reyes = A. Reyes"}},
		{"middle initial", "{p Alma T. Reyes} spoke. {p Alma Reyes} left.", []string{"Alma T. Reyes = Alma Reyes"}},
		{"other middle initials", "{p George W. Hale} met {p George H. Hale}.", []string{"George W. Hale", "George H. Hale"}},
		{"particle", "{p Ursula van der Berg} spoke. {p Van der Berg} left.", []string{"Ursula van der Berg = Van der Berg"}},
		{"surname without its particle", "{p Omar el-Badri} spoke. {p Badri} left.", []string{"Omar el-Badri = Badri"}},
		{"Vietnamese name", "{p Nguyễn Văn Hải} spoke. {p Hải} left.", []string{"Nguyễn Văn Hải = Hải"}},
		{"family name first", "{p Xu Meilin} spoke. {p Xu} left.", []string{"Xu Meilin = Xu"}},
		{"both orders", "{p Kato Haruki} spoke. {p Haruki Kato} left.", []string{"Kato Haruki = Haruki Kato"}},
		{"Sir with the first name", "{p Keith Arlow} spoke. {p Sir Keith} left.", []string{"Keith Arlow = Keith"}},
		{"who spoke last speaks again", "{p Alma Reyes} fell. The nurse saw {p Alma Reyes}, and the cook saw {p Alma Reyes}. The sister, {p Rosa Reyes}, said no. It rained. “Yes,” {p Reyes} said.", []string{"Alma Reyes", "Rosa Reyes = Reyes"}},
		{"who spoke last, where nobody speaks", "{p Alma Reyes} fell. The nurse saw {p Alma Reyes}, and the cook saw {p Alma Reyes}. The sister, {p Rosa Reyes}, said no. It rained. {p Reyes} died.", []string{"Alma Reyes = Reyes", "Rosa Reyes"}},
		{"title outside the mention", "{p Keith Arlow} spoke. Sir {p Keith} left.", []string{"Keith Arlow = Keith"}},
		{"Mrs is not her husband", "{p Robert Lunt} and {p Helen Lunt} came. Mrs {p Lunt} spoke.", []string{"Robert Lunt", "Helen Lunt = Lunt"}},
		{"Mr is not his wife", "{p Robert Lunt} and {p Helen Lunt} came. Mr {p Lunt} spoke.", []string{"Robert Lunt = Lunt", "Helen Lunt"}},
		{"Mrs where only he is named", "{p Robert Lunt} came. Mrs {p Lunt} stayed.", []string{"Robert Lunt", "Lunt"}},
		{"an office that one of two has", "Secretary {p Rosa Lunt} and the mayor, {p Robert Lunt}, came. {p Robert Lunt} sat. Secretary {p Lunt} spoke.", []string{"Rosa Lunt = Lunt", "Robert Lunt"}},
		{"an office that neither of two has", "{p Rosa Lunt} came. {p Robert Lunt} came. {p Robert Lunt} sat. Secretary {p Lunt} spoke.", []string{"Rosa Lunt", "Robert Lunt = Lunt"}},
		{"an office below that of one of two", "Secretary {p Rosa Lunt} came. {p Robert Lunt} came. {p Robert Lunt} sat. Deputy Secretary {p Lunt} spoke.", []string{"Rosa Lunt", "Robert Lunt = Lunt"}},
		{"somebody's son", "{p Rosa Lunt} runs it. Her son, {p Robert Lunt}, cooks. {p Lunt} left.", []string{"Rosa Lunt = Lunt", "Robert Lunt"}},
		{"somebody whose mother", "{p Rosa Lunt}, whose mother, {p Carol Lunt}, cooks, runs it. {p Lunt} left.", []string{"Rosa Lunt = Lunt", "Carol Lunt"}},
		{"the younger one", "{p Rosa Lunt} runs it. Her son, {p Robert Lunt}, cooks. The younger {p Lunt} left.", []string{"Rosa Lunt", "Robert Lunt = Lunt"}},
		{"the elder one", "{p Robert Lunt} runs it. His father, {p Carl Lunt}, cooks. {p Robert Lunt} sat. The elder Mr {p Lunt} left.", []string{"Robert Lunt", "Carl Lunt = Lunt"}},
		{"the elder of two who are no kin", "{p Robert Lunt} met {p Carl Lunt}. {p Robert Lunt} sat. The elder Mr {p Lunt} left.", []string{"Robert Lunt = Lunt", "Carl Lunt"}},
		{"Junior", "{p Carl Tode} and {p Carl Tode Jr.} spoke.", []string{"Carl Tode", "Carl Tode Jr."}},
		{"hyphenated", "{p Jean-Luc Moreau} spoke. {p Jean Luc Moreau} left.", []string{"Jean-Luc Moreau = Jean Luc Moreau"}},
		{"double surname", "{p Enrique Rojas Prieto} spoke. {p Rojas Prieto} left.", []string{"Enrique Rojas Prieto = Rojas Prieto"}},
		{"maiden name left out", "{p Helen Marsh Lunt} spoke. {p Helen Lunt} left.", []string{"Helen Marsh Lunt = Helen Lunt"}},
		{"diacritics", "{p Jürgen Köhl} spoke. {p Jurgen Kohl} left.", []string{"Jürgen Köhl = Jurgen Kohl"}},
		{"letter with a stroke", "{p Bjørn Sæther} spoke. {p Bjorn Saether} left.", []string{"Bjørn Sæther = Bjorn Saether"}},
		{"spelling variant", "{p Arseniy Yavorenko} spoke. {p Yavorenco} left.", []string{"Arseniy Yavorenko = Yavorenco"}},
		{"two names that differ by a letter", "{p Anna Marin} met {p Hanna Martin}.", []string{"Anna Marin", "Hanna Martin"}},
		{"nickname in quotes", "{p Robert “Bob” Stahl} spoke. {p Robert Stahl} left.", []string{"Robert “Bob” Stahl = Robert Stahl"}},
		{"short first name", "{p William Stahl} spoke. {p Bill Stahl} left.", []string{"William Stahl = Bill Stahl"}},
		{"short first names of two", "{p Bill Stahl} met {p Bob Stahl}.", []string{"Bill Stahl", "Bob Stahl"}},
		{"possessive", "{p Alma Reyes’s} aides met {p Reyes’} lawyer.", []string{"Alma Reyes = Reyes"}},
		{"family", "{p Alma Lunt} came. The {p Lunts} own the house.", []string{"Alma Lunt", "Lunts"}},
		{"two surnames alike, the one named most", "{p Alma Reyes} came. {p Reyes} spoke. {p Reyes} sat. Her aunt is {p Rosa Reyes}. {p Reyes} left.",
			[]string{"Alma Reyes = Reyes", "Rosa Reyes"}},
		{"two people whose names share a first name", "{p Alma Reyes} met {p Alma Stahl}.", []string{"Alma Reyes", "Alma Stahl"}},
		{"particle that is a first name too", "{p Zayan Al Badri} spoke. {p Al Badri} left. {p Al Badri} slept.", []string{"Zayan Al Badri = Al Badri"}},
		{"insult before a full name", "{p Grumpy Alma Reyes} spoke. {p Alma Reyes} left. {p Alma Reyes} slept.", []string{"Alma Reyes = Grumpy Alma Reyes"}},
		{"title of one word", "{p Datuk Mazlan Reyes} spoke. {p Shri Anand Lunt} left.", []string{"Mazlan Reyes", "Anand Lunt"}},
		{"title of two words", "{p Tan Sri Mazlan Reyes} spoke. {p Datuk Seri Rosnani Lunt} left. {p Hojjat al-Islam Tahmour} slept.", []string{"Mazlan Reyes", "Rosnani Lunt", "Tahmour"}},
		{"title that is a given name", "{p Earl Marsh} met {p Dean Lunt}. {p Marsh} left. {p Dean Rosa Pell} stayed.", []string{"Earl Marsh = Marsh", "Dean Lunt", "Rosa Pell"}},
		{"another name", "{p Rosa Lunt}, better known as {p Pepita Sol}, sang. {p Sol} left.", []string{"Rosa Lunt = Pepita Sol, Sol"}},
		{"another name in a bracket", "{p Rosa Lunt} (popularly known as “{p Pepi}”) sang.", []string{"Rosa Lunt = Pepi"}},
		{"alias", "They met {p Rosa Lunt} alias {p Pepita Sol Luna}.", []string{"Rosa Lunt = Pepita Sol Luna"}},
		{"one word known as a full name", "{p Pepi}, known as {p Rosa Lunt}, sang.", []string{"Rosa Lunt = Pepi"}},
		{"another's name", "{p Rosa Lunt} sang in a band known as {p Pepita Sol}.", []string{"Rosa Lunt", "Pepita Sol"}},
		{"name online", "{p Rosa Lunt} sang. “Yes,” @{p rosalunt} wrote.", []string{"Rosa Lunt = rosalunt"}},
		{"half a title", "{p Tan Siew Reyes} spoke. {p Hojjat Karimvand} left. {p Sri Lestari} slept.", []string{"Tan Siew Reyes", "Hojjat Karimvand", "Sri Lestari"}},
		{"person and place", "{p Paris Holm} flew to {l Paris}. {p Holm} stayed.", []string{"Paris Holm = Holm", "Paris"}},
		{"shouted headline", "{p ALMA REYES} WINS\n\n{p Alma Reyes} won.", []string{"Alma Reyes"}},
		{"acronym of a person", "{p Mohammed bin Tariq} spoke. {p Mohammed bin Tariq al-Said} left.", []string{"Mohammed bin Tariq al-Said = Mohammed bin Tariq"}},

		{"acronym in brackets", "The {o Northern Grain Board} ({o NGB}) met. The {o NGB} left.", []string{"Northern Grain Board = NGB"}},
		{"name in brackets", "The {o NGB} ({o Northern Grain Board}) met.", []string{"Northern Grain Board = NGB"}},
		{"acronym of other letters in brackets", "The {o Free Farmers} ({o UGL}) met. {o UGL} won.", []string{"Free Farmers = UGL"}},
		{"short form of other letters in brackets", "The {o Northern Grain Board} ({o Grabono}) met. {o Grabono} left.", []string{"Northern Grain Board = Grabono"}},
		{"short form before a dash", "They saw the {o Free Farmers} ({o UGL}) – the largest body – meet. {o UGL} won.", []string{"Free Farmers = UGL"}},
		{"kind of body in brackets", "{o Lutha State Insurance} ({o Group}) paid. Another {o Group} left.", []string{"Lutha State Insurance", "Group"}},
		{"town in brackets", "They met in {l Lutha Old Mall} ({l Lutha}).", []string{"Lutha Old Mall", "Lutha"}},
		{"agency in a dateline", "{o Lutha Today} ({o NGB}) — It rained. The {o NGB} met.", []string{"Lutha Today", "NGB"}},
		{"sponsor in brackets", "{o Free Farmers} ({o Volta}) won.", []string{"Free Farmers", "Volta"}},
		{"initials without the country", "The {o Northern Grain Board of Japan} met. The {o NGB} left.", []string{"Northern Grain Board of Japan = NGB"}},
		{"initials", "The {o Northern Grain Board} met. The {o NGB} left.", []string{"Northern Grain Board = NGB"}},
		{"initials without small words", "The {o Union of Free Farmers} met. The {o UFF} left.", []string{"Union of Free Farmers = UFF"}},
		{"known acronym", "The {o EU} met. The {o European Union} agreed.", []string{"European Union = EU"}},
		{"acronym written like a name", "The {o North Atlantic Treaty Organization} met. {o Nato} agreed.", []string{"North Atlantic Treaty Organization = Nato"}},
		{"British spelling", "The {o Northern Grain Centre} met. The {o Northern Grain Center} agreed.", []string{"Northern Grain Centre = Northern Grain Center"}},
		{"known name in British spelling", "The {o World Health Organisation} met. The {o WHO} agreed.", []string{"World Health Organisation = WHO"}},
		{"long name cut short", "The {o Organization for Security and Cooperation} met. The {o OSCE} agreed.", []string{"Organization for Security and Cooperation = OSCE"}},
		{"acronym with full stops", "The {o U.N.} met. The {o UN} agreed.", []string{"U.N. = UN"}},
		{"known acronym within a name", "The {o UN Security Council} met. The {o Security Council} agreed.", []string{"UN Security Council = Security Council"}},
		{"short form at the end", "The {o European Commission} met. The {o Commission} agreed.", []string{"European Commission = Commission"}},
		{"short form at the start", "{o Volta Motors} grew. {o Volta} paid.", []string{"Volta Motors = Volta"}},
		{"a product is not its maker", "{o Volta} grew. {o Volta Music Awards} paid.", []string{"Volta", "Volta Music Awards"}},
		{"company suffix", "{o Volta Inc.} grew. {o Volta} paid. {o Volta Ltd} sold.", []string{"Volta Inc. = Volta, Volta Ltd"}},
		{"without its country", "The {o Grain Bank of Japan} met. The {o Grain Bank} agreed.", []string{"Grain Bank of Japan = Grain Bank"}},
		{"without what it is of", "The {o Grain Bank of Hopes} met. The {o Grain Bank} agreed.", []string{"Grain Bank of Hopes", "Grain Bank"}},
		{"two bodies of one end", "The {o Grain Council} met the {o Milk Council}.", []string{"Grain Council", "Milk Council"}},
		{"article", "{o The Harbour Post} wrote. The {o Harbour Post} printed.", []string{"Harbour Post"}},

		{"United States", "The {l U.S.} and the {l US} and {l America} are the {l United States}.", []string{"United States = U.S., US, America"}},
		{"initials of a place", "They met in {l New South Wales}, and left {l NSW}.", []string{"New South Wales = NSW"}},
		{"initials with full stops", "{l Ashton}, {l N.H.}, lies in {l New Hampshire}.", []string{"Ashton", "New Hampshire = N.H."}},
		{"initials of a body are no place", "The {o Western Arms} met in {l WA}.", []string{"Western Arms", "WA"}},
		{"UK and Britain", "The {l UK} agreed. The {l UK} paid. {l Britain} left.", []string{"UK = Britain"}},
		{"old and new spelling", "{l Kyiv}, once written {l Kiev}", []string{"Kyiv = Kiev"}},
		{"republic", "The {l Republic of Moldova} agreed. {l Moldova} paid.", []string{"Republic of Moldova = Moldova"}},
		{"landform", "The {l Gaza Strip} and {l Gaza}", []string{"Gaza Strip = Gaza"}},
		{"a city is not its country", "{l Mexico City} is in {l Mexico}.", []string{"Mexico City", "Mexico"}},
		{"a river is not its town", "{l Hudson} lies on the {l Hudson River}.", []string{"Hudson", "Hudson River"}},
		{"place and organisation of one name", "{o Santos} play in {l Santos}.", []string{"Santos", "Santos"}},
		{"nationalities are no entities", "The {n Polish} minister left {l Poland}.", []string{"Poland"}},
		{"no letters", "{p !!} and {o —} met.", []string{}},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			_, e := resolveMarked(t, c.text)
			if diff := cmp.Diff(c.want, described(e)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.text, diff)
			}
		})
	}
}
