package attrib

import (
	"math/bits"
	"sync"

	"github.com/whosaid/whosaid/pkg/evidence"
)

// sense is what the word lists say of one word: every word of a text is looked
// up, so both lists are one table, and it is no map.
type sense struct {
	word     string
	function function
	verb     cueVerb
	isVerb   bool
}

// senseTable finds the sense of a word: open addressing, a power of two of
// cells, at most half of them in use.
type senseTable struct{ cells []sense }

// senses are those of the closed classes and of the forms of the cue verbs.
var senses = sync.OnceValue(func() *senseTable {
	words, verbs := functions(), cueVerbs()
	t := &senseTable{make([]sense, 1<<bits.Len(uint(2*(len(words)+len(verbs)))))}
	for word, f := range words {
		s := t.find([]byte(word))
		s.word, s.function = word, f
	}
	for word, v := range verbs {
		s := t.find([]byte(word))
		s.word, s.verb, s.isVerb = word, v, true
	}
	return t
})

// find returns the sense of a word in lower case, or the free cell where it
// would lie, which has none.
func (t *senseTable) find(word []byte) *sense {
	mask := uint64(len(t.cells) - 1)
	for i := evidence.Hash(word) & mask; ; i = (i + 1) & mask {
		if s := &t.cells[i]; s.word == "" || s.word == string(word) {
			return s
		}
	}
}
