package ner

// LexiconParts are the tables of a lexicon before they are laid out.
type LexiconParts struct {
	Lower, Cased []WordValue // CasedKey of a word → number of its cluster, from 1
	Lists        []WordValue // PhraseKey of a phrase → Lists
	Usage        []WordValue // CasedKey of a lower-cased word → how the press writes it
	Codes        []byte      // per cluster of Lower, then of Cased: its bit string
	Lowers       int         // clusters of Lower
}

// Lexicon lays the tables out and returns them ready for look-up.
func (p *LexiconParts) Lexicon() *Lexicon {
	return &Lexicon{
		lower:  newWordTable(string(EncodeWords(p.Lower))),
		cased:  newWordTable(string(EncodeWords(p.Cased))),
		lists:  newWordTable(string(EncodeWords(p.Lists))),
		usage:  newWordTable(string(EncodeWords(p.Usage))),
		codes:  string(p.Codes),
		lowers: p.Lowers,
	}
}

// CasedKey returns the hash that a word is looked up by, its case kept.
func CasedKey(s string) uint64 { return hashBytes(appendCased(nil, s)) }

// PhraseKey returns the hash of a phrase up to token i, given the hash up to
// the token before and the token.
func PhraseKey(before uint64, i int, token string) uint64 {
	folded := hashBytes(appendFolded(nil, appendLower(nil, token)))
	if i == 0 {
		return folded
	}
	return join(before, folded)
}
