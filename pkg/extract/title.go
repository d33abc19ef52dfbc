package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/whosaid/whosaid/pkg/nlp"
)

// maxTitleRunes is the longest first line that can be a headline. All but one
// of the 924 headlines of PolNeAR train and dev have fewer than 150 characters.
const maxTitleRunes = 160

// title returns the headline: the one that the container gave, else the first
// paragraph when it looks like one. Nil when there is none.
func title(given string, d *nlp.Document) *string {
	if given = strings.TrimSpace(given); given != "" {
		given = oneLine(given)
		return &given
	}
	if len(d.Paragraphs) < 2 {
		return nil
	}
	first := oneLine(strings.TrimSpace(d.Paragraphs[0].Of(d.Text)))
	if first == "" || utf8.RuneCountInString(first) > maxTitleRunes || !looksLikeTitle(first) {
		return nil
	}
	return &first
}

// looksLikeTitle tells "Storm Closes Port" and "Storm closes port" from the
// first sentence of a story: a headline does not end as a sentence does,
// unless it is written in title case.
func looksLikeTitle(line string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, `"'”’)»`))
	if last != '.' && last != ':' && last != ',' && last != ';' {
		return true
	}
	if last != '.' {
		return false
	}
	// Short words stay lower in title case; the others carry capitals.
	const shortWord = 4
	long, capital := 0, 0
	for word := range strings.FieldsSeq(line) {
		if utf8.RuneCountInString(word) <= shortWord {
			continue
		}
		long++
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, `"'“‘(«`))
		if unicode.IsUpper(r) {
			capital++
		}
	}
	return long > 0 && capital*4 >= long*3
}
