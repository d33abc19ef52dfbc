package coref

import (
	"strconv"
	"strings"

	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/span"
)

// youth is what a noun for somebody young says of the age and the gender.
type youth struct {
	least, most int // years, as the words are used in news; generous, since ages are seldom near
	gender      Gender
}

// youthOf returns what a definite noun phrase such as "the boy" or "the young woman"
// says; false for other phrases.
func youthOf(phrase string) (y youth, ok bool) {
	article, noun, _ := strings.Cut(phrase, " ")
	if article != "the" && article != "The" {
		return y, false
	}
	switch noun {
	case "boy":
		return youth{1, 18, Male}, true
	case "girl":
		return youth{1, 18, Female}, true
	case "child", "youngster":
		return youth{1, 17, Unknown}, true
	case "teenager", "teen":
		return youth{13, 19, Unknown}, true
	case "young man":
		return youth{14, 35, Male}, true
	case "young woman":
		return youth{14, 35, Female}, true
	}
	return y, false
}

// sureYoung is the confidence of [Entities.byYouth]: the three answers in
// 1,900 articles were read, and all are right, but three are few.
const sureYoung = 0.85

// byYouth returns whom a noun for somebody young at a token stands for: the only
// person whose age, as the text before tells it, is that of a boy, a teenager, when no
// other boy was brought up since:
//
//	A boy was lost. Eight-year-old Ben Roy left. “No,” the boy said.    Ben Roy
//	Ann Lunt, 41, met a boy. “No,” the boy said.                        nobody
//	Ben Roy, 8, met a boy. “No,” the boy said.                          nobody
func (e *Entities) byYouth(d *nlp.Document, phrase span.Span, want youth, token int) Candidate {
	nobody := Candidate{Entity: -1}
	noun := phrase.Of(d.Text)
	noun = noun[strings.LastIndexByte(noun, ' ')+1:]
	aged := -1
	for t := token - 1; t >= 0 && token-t <= maxIntroduced; t-- {
		word := d.Tokens[t].Of(d.Text)
		if aged < 0 && word == noun && e.mentionAt(t) < 0 && isIntroduced(d, t) {
			return nobody
		}
		years := yearsAt(d, t)
		if years < want.least || years > want.most {
			continue
		}
		entity, tells := e.agedAt(d, t)
		switch {
		case !tells:
		case entity < 0 || aged >= 0 && entity != aged:
			return nobody
		default:
			aged = entity
		}
	}
	if aged < 0 || contradict(want.gender, e.List[aged].Gender) {
		return nobody
	}
	return Candidate{Entity: aged, Score: sureYoung}
}

// yearsAt returns the number that the token at t is or begins with, written in
// figures or, before "-year-old", in words up to nineteen; -1 for none.
func yearsAt(d *nlp.Document, t int) int {
	word := d.Tokens[t].Of(d.Text)
	if years, err := strconv.Atoi(word); err == nil {
		return years
	}
	word, old := strings.CutSuffix(word, yearOld)
	if !old && !strings.HasPrefix(d.Text[d.Tokens[t].End:], yearOld) {
		return -1
	}
	switch strings.ToLower(word) {
	case "one":
		return 1
	case "two":
		return 2
	case "three":
		return 3
	case "four":
		return 4
	case "five":
		return 5
	case "six":
		return 6
	case "seven":
		return 7
	case "eight":
		return 8
	case "nine":
		return 9
	case "ten":
		return 10
	case "eleven":
		return 11
	case "twelve":
		return 12
	case "thirteen":
		return 13
	case "fourteen":
		return 14
	case "fifteen":
		return 15
	case "sixteen":
		return 16
	case "seventeen":
		return 17
	case "eighteen":
		return 18
	case "nineteen":
		return 19
	}
	return -1
}
