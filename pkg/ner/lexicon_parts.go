package ner

// LexiconParts are the tables of a lexicon before they are laid out.
type LexiconParts struct {
	Lower, Cased   []WordValue // CasedKey of a word → number of its cluster, from 1
	Lists          []WordValue // PhraseKey of a phrase → Lists
	Usage          []WordValue // CasedKey of a lower-cased word → how the press writes it
	Vectors        []WordValue // CasedKey of a lower-cased word → VectorValue
	Codes          []byte      // per cluster of Lower, of Cased, of Vectors: its bit string
	Lowers, Caseds int         // clusters of Lower, of Cased
}

// tables lays the word tables out, in the order of the model file's sections.
func (p *LexiconParts) tables() (tables [lexiconTables][]byte, err error) {
	for i, list := range [lexiconTables][]WordValue{p.Lower, p.Cased, p.Lists, p.Usage, p.Vectors} {
		if tables[i], err = EncodeWords(list); err != nil {
			return tables, err
		}
	}
	return tables, nil
}

// lexiconTables is how many word tables a lexicon has.
const lexiconTables = 5

// newLexicon reads the word tables, in the order that tables gives them in.
func newLexicon(tables [lexiconTables]string, codes string, lowers, caseds int) Lexicon {
	return Lexicon{
		lower:   newWordTable(tables[0]),
		cased:   newWordTable(tables[1]),
		lists:   newWordTable(tables[2]),
		usage:   newWordTable(tables[3]),
		vectors: newWordTable(tables[4]),
		codes:   codes, lowers: lowers, caseds: caseds,
	}
}

// Lexicon lays the tables out and returns them ready for look-up.
func (p *LexiconParts) Lexicon() (*Lexicon, error) {
	encoded, err := p.tables()
	if err != nil {
		return nil, err
	}
	var tables [lexiconTables]string
	for i, table := range encoded {
		tables[i] = string(table)
	}
	x := newLexicon(tables, string(p.Codes), p.Lowers, p.Caseds)
	return &x, nil
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
