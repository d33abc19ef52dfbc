package coref

import "strings"

// isRoleNoun reports whether a folded noun says what a person is.
func isRoleNoun(word string) bool {
	if roleNouns.has(word) {
		return true
	}
	if n := strings.LastIndexByte(word, '-'); n >= 0 && n+1 < len(word) {
		word = word[n+1:] // then-president
		if roleNouns.has(word) {
			return true
		}
	}
	for _, ending := range [...]string{"logist", "ographer", "iatrist", "ician", "nomist", "swoman", "lawyer"} {
		if len(word) > len(ending) && strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}

// isDayOrMonth reports whether a folded word names a day or a month, which
// stands before titles without being part of them.
func isDayOrMonth(folded string) bool {
	switch folded {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "june",
		"july", "august", "september", "october", "november", "december", "jan", "feb", "sept", "oct", "nov", "dec", "tonight", "today", "yesterday":
		return true
	}
	return false
}

// isTimeWord reports whether a word says when somebody was something, which
// is where a role begins unless it has a possessor.
func isTimeWord(word string) bool {
	switch word {
	case "former", "Former", "then", "current", "retired", "late", "incoming", "outgoing":
		return true
	}
	return false
}

// isOffice reports whether a folded word ends an office of several words that
// is written small: secretary of state, chief of staff.
func isOffice(word string) bool { return word == "state" || word == "staff" || word == "mission" }

// isRank reports whether a folded title stays with the name after the role:
// "Minister of Defence General Smith".
func isRank(word string) bool {
	switch word {
	case "sheikh", "sheik", "gen", "general", "col", "colonel", "lt", "lieutenant", "maj", "major", "adm", "admiral", "sen", "senator", "rep", "representative", "gov", "governor", "professor", "prince", "captain",
		"king", "sultan", "emir", "ambassador", "pol", "brigadier":
		return true
	}
	return false
}

// isDoubleRank reports whether two folded titles make one: Attorney General,
// Lieutenant Governor, associate professor.
func isDoubleRank(first, second string) bool {
	switch second {
	case "general", "gen":
		switch first {
		case "attorney", "solicitor", "secretary", "director", "inspector", "consul", "auditor", "procurator", "prosecutor", "surgeon", "governor", "comptroller":
			return true
		}
	case "governor", "gov":
		return first == "lieutenant" || first == "lt" || first == "deputy" || first == "vice"
	case "professor":
		return first == "associate" || first == "assistant" || first == "adjunct" || first == "deputy"
	case "ambassador":
		return first == "deputy"
	}
	switch first {
	case "lt", "lieutenant", "maj", "major", "brig", "brigadier", "vice", "rear", "crown", "col", "pol":
		return true
	}
	return false
}

// isSubject reports whether a folded noun for a person is as often the field
// of an office: Secretary for Justice.
func isSubject(word string) bool { return word == "justice" }

// isStyle reports whether a folded word is how somebody is addressed, which
// is no role.
func isStyle(word string) bool {
	switch word {
	case "highness", "majesty", "excellency", "eminence", "holiness", "grace", "honour", "honor":
		return true
	}
	return false
}

// isOpinion reports whether a word written small before a role says what
// somebody is like, which is no part of what somebody is.
func isOpinion(word string) bool {
	switch word {
	case "young", "old", "elderly", "great", "beloved", "popular", "famous", "fellow", "controversial", "embattled":
		return true
	}
	return false
}

// isRelation reports whether a folded noun says nothing without a word on whom
// the person is related to.
func isRelation(word string) bool {
	switch word {
	case "son", "daughter", "mother", "father", "brother", "sister", "wife", "husband", "widow", "widower", "uncle", "aunt", "nephew", "niece",
		"grandson", "granddaughter", "grandmother", "grandfather", "girlfriend", "boyfriend", "rival", "counterpart", "opponent", "predecessor",
		"successor", "partner", "colleague", "friend", "ally", "critic", "supporter", "member", "neighbour", "neighbor", "teammate", "victim",
		"resident", "leader", "owner", "citizen", "suspect", "aide", "official", "challenger", "head", "winner", "recipient", "creator",
		"grandchild", "overseer", "cousin", "sibling", "stepson", "stepdaughter", "stepmother", "stepfather", "fiance", "fiancee", "ex-wife", "ex-husband", "classmate",
		"roommate", "star", "competitor", "compatriot", "helper", "attacker", "assailant", "brother-in-law", "sister-in-law", "daughter-in-law", "son-in-law", "mother-in-law", "father-in-law":
		return true
	}
	return false
}
