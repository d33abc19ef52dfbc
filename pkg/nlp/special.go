package nlp

import (
	_ "embed" // the list of emoticons
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/mingrammer/commonregex"
)

//go:embed lists/emoticons.txt
var emoticonsFile string

// emoticons are the faces that prose knows, sorted.
var emoticons = readList(emoticonsFile)

// specialTag returns the tag of a word that prose tags by its looks alone,
// before its model is asked.
func specialTag(word string) (Tag, bool) {
	plain := true
	for i := 0; i < len(word); i++ {
		if c := word[i] | 0x20; c < 'a' || c > 'z' {
			plain = false
			break
		}
	}
	if plain && word[len(word)-1] != 'D' { // the only faces made of letters end in D
		return 0, false
	}
	switch {
	case word == "-":
		return TagDash, true
	case isEmoticon(word):
		return TagSYM, true
	case isLink(word) || isMail(word) || word[0] == '@':
		return TagNN, true
	case isEmptyElement(word):
		return TagNone, true
	}
	return 0, false
}

// isEmoticon reports whether the word is one of prose's emoticons.
func isEmoticon(word string) bool {
	_, found := slices.BinarySearch(emoticons, word)
	return found
}

// isLink reports whether commonregex's LinkRegex matches somewhere in the
// word, which holds no white space: after a lower-case letter, digit, dot or
// hyphen comes a dot, and then two characters, the last of which is no mark of
// the sentence.
func isLink(word string) bool {
	dot := -1
	for i := 1; i < len(word) && dot < 0; i++ {
		if word[i] == '.' && isLinkByte(word[i-1]) {
			dot = i
		}
	}
	if dot < 0 {
		return false
	}
	if strings.ContainsAny(word, "()<>") {
		return commonregex.LinkRegex.MatchString(word) // brackets must pair: too rare to do by hand
	}
	rest := word[dot+1:]
	if rest == "" {
		return false
	}
	_, size := utf8.DecodeRuneInString(rest)
	return strings.Trim(rest[size:], "![]{};:'\".,?") != ""
}

// isLinkByte reports whether c may stand before the dot of a link.
func isLinkByte(c byte) bool {
	return c >= 'a' && c <= 'z' || isDigit(c) || c == '.' || c == '-'
}

// isMail reports whether commonregex's EmailRegex matches somewhere in the
// word: a local part, an @, a label, a dot and the start of another label.
func isMail(word string) bool {
	for at := 0; ; at++ {
		next := strings.IndexByte(word[at:], '@')
		if next < 0 {
			return false
		}
		at += next
		if at > 0 && isLocal(word[:at]) && isHost(word[at+1:]) {
			return true
		}
	}
}

// isLocal reports whether s ends with a character of a mail address's local
// part.
func isLocal(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return isLabelRune(r) || r < utf8.RuneSelf && strings.IndexByte("!#$%&'*+/=?^_{|.}~-", byte(r)) >= 0
}

// isHost reports whether s starts with a label, a dot and a letter or digit.
func isHost(s string) bool {
	last := rune('-')
	for i, r := range s {
		switch {
		case isLabelRune(r):
		case r == '-' && i > 0:
		case r == '.' && last != '-':
			after, _ := utf8.DecodeRuneInString(s[i+1:])
			return isLabelRune(after)
		default:
			return false
		}
		last = r
	}
	return false
}

// isLabelRune reports whether r matches [a-z0-9] when case is folded, as
// Unicode folds it: the Kelvin sign is a k and the long s an s.
func isLabelRune(r rune) bool {
	lower := r | 0x20
	return lower >= 'a' && lower <= 'z' || r >= '0' && r <= '9' || r == '\u212a' || r == '\u017f'
}

// isEmptyElement reports whether the word is one that the Penn Treebank writes
// where nothing was said: 0, *, *T*-1 … prose's regular expression for them is
// ^(?:0|\*[\w?]\*|\*\-\d{1,3}|\*[A-Z]+\*\-\d{1,3}|\*)$
func isEmptyElement(word string) bool {
	if word == "0" || word == "*" {
		return true
	}
	if word[0] != '*' {
		return false
	}
	rest := word[1:]
	if len(rest) == 2 && rest[1] == '*' {
		c := rest[0]
		return c == '?' || c == '_' || isDigit(c) || c|0x20 >= 'a' && c|0x20 <= 'z'
	}
	if star := strings.IndexByte(rest, '*'); star > 0 {
		for i := range star {
			if rest[i] < 'A' || rest[i] > 'Z' {
				return false
			}
		}
		rest = rest[star+1:]
	}
	if len(rest) < 2 || len(rest) > 4 || rest[0] != '-' {
		return false
	}
	for i := 1; i < len(rest); i++ {
		if !isDigit(rest[i]) {
			return false
		}
	}
	return true
}
