package ner

import (
	"unicode"
	"unicode/utf8"
)

// form is how a word is written.
type form uint8

const (
	formLower   form = iota
	formCapital      // Capital
	formUpper        // UPPER, two letters or more
	formInitial      // X, X.
	formMixed        // McDonald, iPhone
	formDigit
	formMark // punctuation
	formOther
)

// hasCapital reports whether a word of this form may be a name by its looks.
func (f form) hasCapital() bool { return formCapital <= f && f <= formMixed }

const (
	affixes = 4 // longest prefix and suffix looked at, in characters
	// longestShape bounds the runs of like characters in a shape.
	longestShape = 4
	// longestWord bounds the bytes of a word that are looked at: what is
	// longer is an address or noise.
	longestWord = 64
)

// word is all that the features ask of a word, whatever its place in the text.
type word struct {
	cased, lower, folded uint64
	prefix, suffix       [affixes]uint64 // of the lower-cased word; 0 where it is too short
	shape, outline       uint64          // Xxxx-00 and its runs as one: Xx-0
	lowerCluster         cluster
	casedCluster         cluster
	vectorCluster        cluster
	leanings             uint16 // see VectorValue
	lists                Lists
	usage                uint16
	form                 form
	cue                  cue
	length               uint8
	hyphen               bool
	small                bool // it may stand small in a name: see smallWords
	ordinary             bool // the press seldom gives it a capital that means something
}

// study fills w for the word s; buffers are scratch.
func (x *Lexicon) study(w *word, s string, b *buffers) {
	if len(s) > longestWord {
		s = s[:longestWord]
	}
	b.cased = appendCased(b.cased[:0], s)
	b.lower = appendLower(b.lower[:0], s)
	b.folded = appendFolded(b.folded[:0], b.lower)
	*w = word{
		cased:  hashBytes(b.cased),
		lower:  hashBytes(b.lower),
		folded: hashBytes(b.folded),
		length: uint8(len(b.lower)),
	}
	w.affix(b.lower)
	w.look(s)
	w.lowerCluster = x.lowerCluster(w.lower)
	w.casedCluster = x.casedCluster(w.cased)
	if w.casedCluster.depth == 0 && w.form == formUpper {
		w.casedCluster = x.casedCluster(b.hashTitle())
	}
	w.lists = Lists(x.lists.find(w.folded))
	w.usage = uint16(x.usage.find(w.lower))
	vector := x.vectors.find(w.lower)
	if vector == 0 && w.folded != w.lower {
		vector = x.vectors.find(w.folded)
	}
	w.vectorCluster, w.leanings = x.vectorCluster(vector), uint16(vector>>vectorClusterBits)
	w.ordinary = isOrdinary(w.usage)
	w.cue = cueOf(b.lower)
	if w.form == formLower {
		_, listed := smallWords().find(spread(w.lower))
		w.small = listed || w.cue == cueOwn || w.lowerCluster.depth == 0
	}
}

// buffers are the scratch bytes that study works in.
type buffers struct{ cased, lower, folded []byte }

// hashTitle hashes the lower-cased word with a capital first letter, the form
// that an all-capitals headline hides.
func (b *buffers) hashTitle() uint64 {
	r, n := utf8.DecodeRune(b.lower)
	b.cased = utf8.AppendRune(b.cased[:0], unicode.ToUpper(r))
	b.cased = append(b.cased, b.lower[n:]...)
	return hashBytes(b.cased)
}

// affix hashes the beginnings and endings of the word.
func (w *word) affix(lower []byte) {
	front, back := 0, len(lower)
	for i := range affixes {
		if front >= len(lower) {
			break
		}
		_, n := utf8.DecodeRune(lower[front:])
		front += n
		_, n = utf8.DecodeLastRune(lower[:back])
		back -= n
		w.prefix[i] = hashBytes(lower[:front])
		w.suffix[i] = hashBytes(lower[back:])
	}
}

// look hashes the shapes of the word and finds its form.
func (w *word) look(s string) {
	var upper, lower, digits, marks, runes, run int
	shape, outline := uint64(fnvOffset), uint64(fnvOffset)
	previous := rune(-1)
	for _, r := range s {
		class := r
		switch {
		case 'a' <= r && r <= 'z':
			class = 'x'
			lower++
		case 'A' <= r && r <= 'Z':
			class = 'X'
			upper++
		case '0' <= r && r <= '9':
			class = '0'
			digits++
		case r < utf8.RuneSelf:
			marks++
		case unicode.IsUpper(r) || unicode.IsTitle(r):
			class = 'X'
			upper++
		case unicode.IsLetter(r) || unicode.IsMark(r):
			class = 'x'
			lower++
		default:
			marks++
		}
		w.hyphen = w.hyphen || r == '-'
		if class != previous {
			run = 0
			outline = (outline ^ uint64(class)) * fnvPrime
		}
		if run++; run <= longestShape {
			shape = (shape ^ uint64(class)) * fnvPrime
		}
		previous = class
		runes++
	}
	w.shape, w.outline = shape, outline
	first, _ := utf8.DecodeRuneInString(s)
	w.form = formOf(unicode.IsUpper(first), upper, lower, digits, runes)
}

// formOf names the form of a word by the kinds of its characters.
func formOf(capital bool, upper, lower, digits, runes int) form {
	switch {
	case upper == 0 && lower > 0:
		return formLower
	case upper == 0 && digits > 0:
		return formDigit
	case upper == 0:
		return formMark
	case upper == 1 && lower == 0 && digits == 0 && runes <= 2:
		return formInitial
	case lower == 0:
		return formUpper
	case capital && upper == 1:
		return formCapital
	case capital || lower > 0:
		return formMixed
	}
	return formOther
}
