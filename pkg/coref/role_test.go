package coref

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/span"
)

func TestRoles(t *testing.T) {
	for _, c := range []struct {
		phenomenon, text string
		want             []string // of the first person or organisation that has roles
	}{
		{"nationality and title", "{n Polish} Prime Minister {p Adam Zych} spoke.", []string{"Polish Prime Minister"}},
		{"place and title", "{l UK} Prime Minister {p Adam Zych} spoke.", []string{"UK Prime Minister"}},
		{"small title", "Local governor {p Adam Zych} spoke.", []string{"Local governor"}},
		{"abbreviated title", "{l Ohio} Sen. {p Adam Zych} spoke.", []string{"Ohio Sen."}},
		{"article left out", "The former finance minister {p Adam Zych} spoke.", []string{"former finance minister"}},
		{"possessor", "{p Rosa Lunt}'s lawyer {p Adam Zych} spoke.", []string{"Rosa Lunt's lawyer"}},
		{"organisation before", "{o Volta} founder {p Adam Zych} spoke.", []string{"Volta founder"}},
		{"hyphens", "Editor-in-chief {p Adam Zych} spoke.", []string{"Editor-in-chief"}},
		{"age before", "The 45-year-old engineer {p Adam Zych} spoke.", []string{"45-year-old engineer"}},
		{"ministry and name", "Minister of Foreign Affairs {p Adam Zych} spoke.", []string{"Minister of Foreign Affairs"}},
		{"rank of two words", "Attorney General {p Rosa Lunt} spoke.", []string{"Attorney General"}},
		{"rank of two abbreviations", "Lt. Gov. {p Rosa Lunt} spoke.", []string{"Lt. Gov."}},
		{"office named after what a person does", "Secretary for Justice {p Adam Zych} spoke.", []string{"Secretary for Justice"}},
		{"rank after an office with a number", "In the old town hall they met the Custodian of the Two Towers King {p Adam Zych}.", []string{"Custodian of the Two Towers"}},
		{"two ranks after an office", "Chief of Staff Maj. Gen. {p Adam Zych} spoke.", []string{"Chief of Staff"}},
		{"style is no role", "His Highness Sheikh {p Adam Zych} spoke.", []string{"Sheikh"}},
		{"counterpart is no role", "She met her {n Polish} counterpart {p Adam Zych}.", nil},
		{"opinion is no role", "They saw young engineer {p Adam Zych}.", []string{"engineer"}},
		{"whole name in a role", "{l New Zealand} Prime Minister {p Rosa Lunt} spoke.", []string{"New Zealand Prime Minister"}},
		{"role before a rank", "Presidential candidate Sen. {p Rosa Lunt} spoke.", []string{"Presidential candidate"}},
		{"noun before a former role", "They saw in the panel's inquiry former minister {p Rosa Lunt}.", []string{"former minister"}},
		{"courtesy title is no role", "Mr. {p Adam Zych} and Dr. {p Rosa Lunt} spoke.", nil},
		{"role before a courtesy title", "The mayor, Dr. {p Rosa Lunt}, spoke.", []string{"mayor"}},
		{"day before", "On Monday Mayor {p Adam Zych} spoke.", []string{"Mayor"}},
		{"verb before", "They told President {p Adam Zych} so.", []string{"President"}},

		{"apposition before", "The {o European Union}’s foreign policy chief, {p Rosa Lunt}, has left.", []string{"European Union’s foreign policy chief"}},
		{"apposition before, with a phrase", "The mayor of {l Hull}, {p Rosa Lunt}, has left.", []string{"mayor of Hull"}},
		{"no apposition before", "According to a lawyer, {p Rosa Lunt}, 40, has left.", nil},
		{"apposition after", "{p Hugh Hall}, a doctor, said so.", []string{"doctor"}},
		{"apposition after, with a phrase", "{p Hugh Hall}, professor of law at {o Leeds University}, said so.", []string{"professor of law at Leeds University"}},
		{"apposition after an age", "{p Hugh Hall}, 45, a retired teacher, said so.", []string{"retired teacher"}},
		{"apposition of two", "{p Hugh Hall}, a doctor and researcher, said so.", []string{"doctor and researcher"}},
		{"apposition at the end", "They asked {p Hugh Hall}, the club’s chairman.", []string{"club’s chairman"}},
		{"somebody speaks after a comma", "“I met {p Hugh Hall},” the mayor said.", nil},
		{"the next name's title", "{p Hugh Hall}, President {p Adam Zych} and others came.", []string{"President"}},
		{"relation without its other end", "He came with his son {p Hugh Hall}.", nil},
		{"relative clause", "{p Hugh Hall}, who is the mayor of {l Hull}, said so.", []string{"mayor of Hull"}},
		{"relative clause that says something else", "{p Hugh Hall}, who met the mayor, said so.", nil},
		{"predicate", "{p Hugh Hall} is the mayor of {l Hull}.", []string{"mayor of Hull"}},
		{"predicate of another subject", "The father of {p Hugh Hall} is the mayor of {l Hull}.", nil},

		{"a number that goes on", "{p Rosa Lunt} is the first mayor of {l Hull} to resign.", nil},
		{"a number that does not", "{p Rosa Lunt} is the first mayor of {l Hull}.", []string{"first mayor of Hull"}},
		{"two fields", "Former trade and rural development chief {p Rosa Lunt} spoke.", []string{"Former trade and rural development chief"}},
		{"two fields in capitals", "Health and Family Minister {p Rosa Lunt} spoke.", []string{"Health and Family Minister"}},
		{"no two fields", "They held talks on trade and foreign minister {p Rosa Lunt} left.", []string{"foreign minister"}},
		{"a noun and its body", "{p Rosa Lunt}, director, {o Harbour Commission}, said so.", []string{"director, Harbour Commission"}},
		{"a noun, what in, and its body", "{p Rosa Lunt}, director (night shift), {o Harbour Commission}, said so.", []string{"director (night shift), Harbour Commission"}},
		{"a noun and another sentence's body", "{p Rosa Lunt}, director, {o Volta} will close.", []string{"director"}},
		{"what somebody else is to be", "He chose {p Adam Zych} as his farm minister, {p Rosa Lunt}, a friend, left.", nil},
		{"somebody beside somebody else", "He thanked his wife as well as his press secretary, {p Rosa Lunt}, and left.", []string{"press secretary"}},
		{"office of the next name", "They met the Minister of Works, {p Rosa Lunt}, the Minister of Roads {p Adam Zych}, and others.", []string{"Minister of Works", "Minister of Roads"}},
		{"kin of somebody with an office", "They met {p Rosa Lunt}, daughter of Mayor {p Adam Zych}, and others.", []string{"daughter of Mayor Adam Zych", "Mayor"}},
		{"role before a comma and a rank", "The city police spokesperson, Brigadier {p Rosa Lunt} said so.", []string{"city police spokesperson", "Brigadier"}},
		{"role of the name before", "They asked {p Adam Zych}, the heir of the estate, Sheikh {p Hal Stone}, and others.", []string{"heir of the estate", "Sheikh"}},
		{"each role has its name", "The mayor, {p Adam Zych}, the clerk, {p Hal Stone}, and others came.", []string{"mayor", "clerk"}},
		{"no comma after the name", "Local governor, {p Adam Zych} said so.", []string{"Local governor"}},
		{"no comma after the name, not first", "They came to see a lawyer, {p Adam Zych} said.", nil},
		{"no article after a verb", "“Yes,” explains local farmer, Dr {p Adam Zych}.", []string{"local farmer"}},
		{"fields before the name", "The Minister for Bridges and Harbours, {p Adam Zych}, has left.", []string{"Minister for Bridges and Harbours"}},
		{"list of fields before the name", "{o Norrby Union} Commissioner for Farming, Fish and Mining, {p Adam Zych}, has left.", []string{"Norrby Union Commissioner for Farming, Fish and Mining"}},
		{"list of fields with a comma more", "{o Norrby Union} Commissioner for Farming, Fish, and Mining, {p Adam Zych}, has left.", []string{"Norrby Union Commissioner for Farming, Fish, and Mining"}},
		{"list of fields after the name, with a comma more", "{p Adam Zych}, Minister of Trade, Roads, and Forests, has left.", []string{"Minister of Trade, Roads, and Forests"}},
		{"list of bodies", "{o Volta}, a unit of {o Norrby}, {o Lund Steel} and {o Ashton}, has left.", []string{"unit of Norrby"}},
		{"participle before a title", "They left after visiting Mayor {p Adam Zych}.", []string{"Mayor"}},
		{"participle in the phrase", "{p Adam Zych}, chair of the harbour's steering committee, has left.", []string{"chair of the harbour's steering committee"}},
		{"a second role that looks like a verb", "{p Adam Zych}, a retired three-star general and former high allied commander of the fleet in {l Hull}, is late.", []string{"retired three-star general"}},
		{"noun that looks like a verb", "{p Adam Zych}, an international relations professor at {o Hull University}, said so.", []string{"international relations professor at Hull University"}},
		{"participle behind the phrase", "{p Adam Zych}, chair of {o Volta} wearing hats, has left.", nil},
		{"and, without a comma after the role", "They left, and {p Adam Zych}, head of tours and tickets at {o Volta} said so.", []string{"head of tours and tickets at Volta"}},
		{"two people before the name", "The heir of {p Hal Stone} and {p Rosa Lunt}, {p Adam Zych}, has left.", nil},
		{"acronym before the name", "{o Volta} chief executive officer (CEO) {p Adam Zych} has left.", []string{"Volta chief executive officer"}},
		{"office of a body", "“Yes,” the leader of {o Volta} {p Adam Zych} told them.", []string{"leader of Volta"}},
		{"title in the name", "Former deputy mayor {p Tan Sri Rosa Lunt} spoke.", []string{"Former deputy mayor"}},
		{"small office with its possessor", "On Wednesday, Lutha's minister of trade {p Adam Zych} said so.", []string{"Lutha's minister of trade"}},
		{"small office at the start", "Deputy director of the harbour office {p Adam Zych} said so.", []string{"Deputy director of the harbour office"}},
		{"small office of nobody", "They heard a minister of trade {p Adam Zych} said so.", nil},
		{"list of fields after the name", "{p Adam Zych}, Minister of Trade, Roads and Forests, has left.", []string{"Minister of Trade, Roads and Forests"}},
		{"and after the name", "{p Adam Zych}, head of tours and tickets at {o Volta}, has left.", []string{"head of tours and tickets at Volta"}},
		{"two roles in capitals", "{p Adam Zych}, a tenant advocate and CEO of {o Volta}, has left.", []string{"tenant advocate and CEO of Volta"}},
		{"and another person", "{p Adam Zych}, mayor of {l Hull} and {p Rosa Lunt} left.", nil},
		{"another person's role after the name", "Mayor {p Adam Zych}, Head of {o Volta} {p Rosa Lunt}, and others left.", []string{"Mayor", "Head of Volta"}},
		{"no comma after the role", "{p Adam Zych}, a spokesman for the party told them so.", []string{"spokesman for the party"}},
		{"no comma after the role, a day before the name", "On Sunday, {p Adam Zych}, the head of the harbour backed them.", []string{"head of the harbour"}},
		{"no comma and no article", "They left and {p Adam Zych}, founder of {o Volta} left too.", []string{"founder of Volta"}},
		{"a second role that is a long story", "“Yes,” said {p Adam Zych}, director of {o Volta} and former head of sails at the rapidly growing Norrby.", []string{"director of Volta"}},
		{"an adverb before the second role", "{p Adam Zych}, head of {o Volta} and also a party lawmaker, left.", []string{"head of Volta and also a party lawmaker"}},
		{"participle before the noun", "{p Adam Zych}, the weaving director of {o Volta}, left.", []string{"weaving director of Volta"}},
		{"acronym before the comma", "The mayor of the {o Old Port} (OP), {p Adam Zych}, left.", []string{"mayor of the Old Port"}},
		{"field in brackets before the name", "The city's commissioner (works) of the {o Old Port}, {p Adam Zych}, left.", []string{"city's commissioner (works) of the Old Port"}},
		{"no comma after the role, the name not first", "In a letter to {p Adam Zych}, a lawyer for the party said so.", nil},
		{"somebody speaks between", "{p Adam Zych}, the old mayor said, was late.", nil},
		{"clause after the role", "{p Adam Zych}, prime minister of {l Hull} during the war, left.", []string{"prime minister of Hull"}},
		{"relative clause without a comma", "{p Adam Zych} who is currently the harbour manager left.", []string{"harbour manager"}},
		{"long role", "{p Adam Zych}, a senior fellow at the Centre for Tides and Currents at the University of {l Hull} in {l England}, left.",
			[]string{"senior fellow at the Centre for Tides and Currents at the University of Hull in England"}},
		{"whom somebody was married to", "They met the widow of the late president, {p Rosa Lunt}, and others.", nil},
		{"whose child somebody is", "They met the daughter of the late president, {p Adam Zych}, and others.", []string{"late president"}},
		{"office after that", "They asked that Minister of Works, {p Rosa Lunt}, be heard.", []string{"Minister of Works"}},
		{"office behind an adverbial", "Speaking at the bridge, Minister of Works, {p Rosa Lunt} said so.", []string{"Minister of Works"}},
		{"office behind another's name", "They saw {p Adam Zych}, Minister of Works, {p Rosa Lunt} said.", []string{"Minister of Works"}},
		{"relative clause with a preposition", "They read a talk with {p Adam Zych}, president of the board in which he said so.", []string{"president of the board"}},
		{"year behind the role", "{p Adam Zych}, mayor of {l Hull} in 2014, said so.", []string{"mayor of Hull"}},
		{"part of the day in a role", "They met the morning show host, {p Adam Zych}, and left.", []string{"morning show host"}},
		{"somebody called like a month", "They met {p Adam Zych}, an aide to {p April Lunt}, and left.", []string{"aide to April Lunt"}},
		{"time before the role", "Last year {l Hull}’s mayor, {p Adam Zych}, said so.", []string{"Hull’s mayor"}},
		{"was appointed", "{p Adam Zych} was on Monday appointed the head of tours at {o Volta}.", []string{"head of tours at Volta"}},
		{"was sworn in", "{p Adam Zych} has been sworn in as mayor.", []string{"mayor"}},
		{"took office", "{p Rosa Lunt} took office as farm minister.", []string{"farm minister"}},
		{"who serves as", "They met {p Rosa Lunt}, who serves as a judge.", []string{"judge"}},
		{"somebody else was elected", "The son of {p Adam Zych} was elected mayor.", nil},
		{"somebody else was appointed", "A clerk who sued {p Adam Zych} was appointed head of tours.", nil},
		{"office behind a quote", "“It will rain on the old bridge all week,” Minister of Works, {p Rosa Lunt}.", []string{"Minister of Works"}},
		{"was not elected", "{p Adam Zych} was not elected mayor.", nil},
		{"was named as a suspect", "{p Adam Zych} was named as a suspect.", nil},
		{"elected to a body", "{p Adam Zych} was elected to the board.", nil},
		{"appointed somebody", "{p Adam Zych} appointed the mayor on Monday.", nil},
		{"younger brother of somebody", "They met {p Rosa Lunt}’s younger brother {p Hal Lunt}.", []string{"Rosa Lunt’s younger brother"}},
		{"younger brother of nobody", "They met his younger brother {p Hal Lunt}.", nil},
		{"late father of nobody", "They met his late father {p Hal Lunt}.", nil},
		{"newly appointed", "They met {p Rosa Lunt}, the newly appointed Minister of Works.", []string{"newly appointed Minister of Works"}},
		{"also", "They met {p Rosa Lunt}, also a clerk in {l Hull}, and left.", []string{"clerk in Hull"}},
		{"acronym of the body before the name", "The head of the {o Old Port Office} ({o OPO}) {p Rosa Lunt} has left.", []string{"head of the Old Port Office"}},
		{"office after by", "They came, as asked by Farm Minister, {p Rosa Lunt}.", []string{"Farm Minister"}},
		{"fields after the name", "{p Rosa Lunt}, the farming, fish and wild life secretary, left.", []string{"farming, fish and wild life secretary"}},
		{"possessor and fields after the name", "{p Rosa Lunt}, {l Hull}’s health and social services minister, left.", []string{"Hull’s health and social services minister"}},
		{"no fields after the name", "{p Rosa Lunt}, the law, and the minister left.", nil},
		{"office that opens a clause", "In 2015, the then Bishop of {l Hull}, {p Adam Zych} had said so.", []string{"then Bishop of Hull"}},
		{"noun before the role at the start", "Athletics coach {p Rosa Lunt} left.", []string{"Athletics coach"}},
		{"word before another title at the start", "Yesterday Mayor {p Rosa Lunt} left.", []string{"Mayor"}},
		{"deputy before two fields", "Deputy Youth and Sports Minister {p Rosa Lunt} left.", []string{"Deputy Youth and Sports Minister"}},
		{"acronym within the role", "{o Old Port Office} (OPO) chief {p Rosa Lunt} left.", []string{"Old Port Office (OPO) chief"}},
		{"now", "They met {p Rosa Lunt}, now a teacher in {l Hull}, and left.", []string{"teacher in Hull"}},
		{"list of roles", "{p Rosa Lunt}, a singer, poet and film director, left.", []string{"singer, poet and film director"}},
		{"list of other things", "{p Rosa Lunt}, a singer, a ferry and a bridge were late.", []string{"singer"}},
		{"part of the body", "He was hit on the head, {p Adam Zych}, 40, said.", nil},

		{"kind of organisation after", "{l Russia}’s {o GRU} military intelligence agency denied it.", []string{"military intelligence agency"}},
		{"kind of organisation before", "The {n Russian} gas company {o Volta} denied it.", []string{"Russian gas company"}},
		{"kind of organisation in apposition", "{o Volta}, a state bank, denied it.", []string{"state bank"}},
		{"part of an organisation", "The {o European Union} military force left.", nil},
		{"what belongs to an organisation", "The {o Volta} office was shut.", nil},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			d, e := resolveMarked(t, c.text)
			if diff := cmp.Diff(c.want, rolesOf(d, e)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.text, diff)
			}
		})
	}
}

func TestByRole(t *testing.T) {
	const story = "EU Foreign Policy Chief: no deal\n\n" +
		"The {o European Union}’s foreign policy chief, {p Rosa Lunt}, has left. {n French} President {p Luc Morel} met {l US} President {p Hal Stone}. " +
		"Vice President {p Ann Dole} stayed. Sen. {p Amy Kerr} and Sen. {p Joe Marsh} spoke. Spokeswoman {p Eve Reid} did not. " +
		"The {o Harbour Commission} sued {o Volta}, a state bank."
	for _, c := range []struct {
		phenomenon, phrase, want string
	}{
		{"acronym in a headline, the role to come", "EU Foreign Policy Chief", "Rosa Lunt"},
		{"fewer words", "the foreign policy chief", "Rosa Lunt"},
		{"nationality", "The French president", "Luc Morel"},
		{"nationality for a country", "the American president", "Hal Stone"},
		{"the one named last", "the president", "Hal Stone"},
		{"vice president", "the vice president", "Ann Dole"},
		{"abbreviation", "the senator", "Joe Marsh"},
		{"spokesperson", "the spokesperson", "Eve Reid"},
		{"spokesman is a man", "the spokesman", ""},
		{"another nationality", "the Polish president", ""},
		{"no such role", "the driver", ""},
		{"somebody new", "a senator", ""},
		{"no person", "the report", ""},
		{"organisation by the noun of its name", "the commission", "Harbour Commission"},
		{"organisation by its role", "the bank", "Volta"},
		{"either of two roles", "the driver and senator", "Joe Marsh"},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			d, e := resolveMarked(t, story+" They asked "+c.phrase+".")
			at := strings.LastIndex(d.Text, c.phrase)
			if c.phrase == "EU Foreign Policy Chief" {
				at = 0
			}
			entity, ok := e.ByRole(d, span.Span{Start: at, End: at + len(c.phrase)})
			got := ""
			if ok {
				got = e.List[entity].Name
			}
			if got != c.want {
				t.Errorf("%s is %q, want %q", c.phrase, got, c.want)
			}
		})
	}
}

// rolesOf returns the roles of all entities as they are written.
func rolesOf(d *nlp.Document, e *Entities) []string {
	var roles []string
	for _, entity := range e.List {
		for _, role := range entity.Roles {
			roles = append(roles, role.Of(d.Text))
		}
	}
	return roles
}
