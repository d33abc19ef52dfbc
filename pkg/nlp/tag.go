package nlp

// Tag is a Penn Treebank part-of-speech tag, as prose's tagger gives it.
type Tag uint8

// The tags, in the byte order of their names; prose's two own tags, for a
// lone hyphen and for empty elements, come last.
const (
	TagHash       Tag = iota // #
	TagDollar                // $
	TagCloseQuote            // ''
	TagOpenParen             // (
	TagCloseParen            // )
	TagComma                 // ,
	TagStop                  // .
	TagColon                 // :
	TagCC                    // CC
	TagCD                    // CD
	TagDT                    // DT
	TagEX                    // EX
	TagFW                    // FW
	TagIN                    // IN
	TagJJ                    // JJ
	TagJJR                   // JJR
	TagJJS                   // JJS
	TagLS                    // LS
	TagMD                    // MD
	TagNN                    // NN
	TagNNP                   // NNP
	TagNNPS                  // NNPS
	TagNNS                   // NNS
	TagPDT                   // PDT
	TagPOS                   // POS
	TagPRP                   // PRP
	TagPRPDollar             // PRP$
	TagRB                    // RB
	TagRBR                   // RBR
	TagRBS                   // RBS
	TagRP                    // RP
	TagSYM                   // SYM
	TagTO                    // TO
	TagUH                    // UH
	TagVB                    // VB
	TagVBD                   // VBD
	TagVBG                   // VBG
	TagVBN                   // VBN
	TagVBP                   // VBP
	TagVBZ                   // VBZ
	TagWDT                   // WDT
	TagWP                    // WP
	TagWPDollar              // WP$
	TagWRB                   // WRB
	TagOpenQuote             // ``
	TagDash                  // -
	TagNone                  // -NONE-

	tagCount
)

var tagNames = [tagCount]string{
	TagHash:       "#",
	TagDollar:     "$",
	TagCloseQuote: "''",
	TagOpenParen:  "(",
	TagCloseParen: ")",
	TagComma:      ",",
	TagStop:       ".",
	TagColon:      ":",
	TagCC:         "CC",
	TagCD:         "CD",
	TagDT:         "DT",
	TagEX:         "EX",
	TagFW:         "FW",
	TagIN:         "IN",
	TagJJ:         "JJ",
	TagJJR:        "JJR",
	TagJJS:        "JJS",
	TagLS:         "LS",
	TagMD:         "MD",
	TagNN:         "NN",
	TagNNP:        "NNP",
	TagNNPS:       "NNPS",
	TagNNS:        "NNS",
	TagPDT:        "PDT",
	TagPOS:        "POS",
	TagPRP:        "PRP",
	TagPRPDollar:  "PRP$",
	TagRB:         "RB",
	TagRBR:        "RBR",
	TagRBS:        "RBS",
	TagRP:         "RP",
	TagSYM:        "SYM",
	TagTO:         "TO",
	TagUH:         "UH",
	TagVB:         "VB",
	TagVBD:        "VBD",
	TagVBG:        "VBG",
	TagVBN:        "VBN",
	TagVBP:        "VBP",
	TagVBZ:        "VBZ",
	TagWDT:        "WDT",
	TagWP:         "WP",
	TagWPDollar:   "WP$",
	TagWRB:        "WRB",
	TagOpenQuote:  "``",
	TagDash:       "-",
	TagNone:       "-NONE-",
}

// String returns the tag as the Penn Treebank writes it.
func (t Tag) String() string {
	if t >= tagCount {
		return "?"
	}
	return tagNames[t]
}

// IsNoun reports whether the tag is a noun's, common or proper.
func (t Tag) IsNoun() bool { return t == TagNN || t == TagNNS || t.IsProper() }

// IsProper reports whether the tag is a proper noun's.
func (t Tag) IsProper() bool { return t == TagNNP || t == TagNNPS }

// IsVerb reports whether the tag is a verb's; modals (MD) do not count.
func (t Tag) IsVerb() bool { return t >= TagVB && t <= TagVBZ }
