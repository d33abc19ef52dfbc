package coref

// shortestVariant is how many letters a word must have for a spelling variant
// of it to be believed; shorter names that differ by a letter are mostly two.
const shortestVariant = 5

// maxEdits is how many letters two spellings of one name differ in at most.
const maxEdits = 2

// sound returns a key that spelling variants of a name share: its consonants,
// with those that transcriptions confuse made one ("Yatsenyuk", "Jazenjuk").
// It is empty for words too short to have variants. The word must be folded.
func sound(word string) string {
	if len(word) < shortestVariant {
		return ""
	}
	key := make([]byte, 0, len(word))
	for i := 0; i < len(word); i++ {
		c := word[i]
		switch c {
		case 'a', 'e', 'i', 'o', 'u', 'y', 'j', 'h', '-':
			continue
		case 'w':
			c = 'v'
		case 'c', 'q':
			c = 'k'
		case 'z':
			c = 's'
		case 'p':
			if i+1 < len(word) && word[i+1] == 'h' {
				c = 'f'
			}
		}
		if len(key) == 0 || key[len(key)-1] != c {
			key = append(key, c)
		}
	}
	return string(key)
}

// isVariant reports whether two folded words that sound alike are spellings of
// one name: long enough, and at most one letter changed, added or lost for
// every shortestVariant letters.
func isVariant(a, b string) bool {
	if a == b {
		return true
	}
	shorter := min(len(a), len(b))
	if shorter < shortestVariant || a[0] != b[0] {
		return false
	}
	return within(a, b, min(shorter/shortestVariant, maxEdits))
}

// within reports whether a becomes b by at most edits changes of a byte.
func within(a, b string, edits int) bool {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	if len(a) == 0 || len(b) == 0 {
		return len(a)+len(b) <= edits
	}
	if edits == 0 {
		return false
	}
	return within(a[1:], b[1:], edits-1) || within(a[1:], b, edits-1) || within(a, b[1:], edits-1)
}
