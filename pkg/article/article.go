// Package article is the model that is printed: what one article says about
// its people, places, organisations and quotes. It is the output contract
// whosaid/v1; see [Article.Validate] for the promises that hold on every value
// that leaves the library.
package article

// Schema is the name and version of the output contract.
const Schema = "whosaid/v1"

// Unit says what the starts and ends of an article count.
type Unit string

const (
	Rune  Unit = "rune"  // Unicode code points
	Byte  Unit = "byte"  // bytes of the UTF-8 text
	UTF16 Unit = "utf16" // UTF-16 code units, as JavaScript and Java count
)

// Article is what one input says.
type Article struct {
	Schema string  `json:"schema" yaml:"schema"`
	Input  string  `json:"input" yaml:"input"`
	Title  *string `json:"title" yaml:"title"`
	// Byline and Date say who wrote the article and when it was published
	// (2006-01-02), where an HTML page tells.
	Byline        string       `json:"byline,omitempty" yaml:"byline,omitempty"`
	Date          string       `json:"date,omitempty" yaml:"date,omitempty"`
	Offsets       Unit         `json:"offsets" yaml:"offsets"`
	People        []Entity     `json:"people" yaml:"people"`
	Places        []Entity     `json:"places" yaml:"places"`
	Organisations []Entity     `json:"organisations" yaml:"organisations"`
	Quotes        []Quote      `json:"quotes" yaml:"quotes"`
	Diagnostics   []Diagnostic `json:"diagnostics" yaml:"diagnostics"`
	// Text is what the offsets refer to. The library always fills it;
	// encoders print it only when asked.
	Text string `json:"text,omitempty" yaml:"text,omitempty"`
}

// Entity is one person, place or organisation.
type Entity struct {
	ID      string   `json:"id" yaml:"id"`
	Name    string   `json:"name" yaml:"name"`
	Aliases []string `json:"aliases" yaml:"aliases,flow"`
	Roles   []string `json:"roles" yaml:"roles,flow"`
	// Country is the ISO 3166-1 alpha-2 code of the country that a place is
	// in, and GeoNames its id there; absent when that is not sure.
	Country  string `json:"country,omitempty" yaml:"country,omitempty"`
	GeoNames int    `json:"geonames,omitempty" yaml:"geonames,omitempty"`
	// Salience says, 0 to 1, how much the article is about the entity.
	Salience float64   `json:"salience" yaml:"salience"`
	Mentions []Mention `json:"mentions" yaml:"mentions"`
}

// Mention is one naming of an entity in the text.
type Mention struct {
	Text  string `json:"text" yaml:"text"`
	Start int    `json:"start" yaml:"start"`
	End   int    `json:"end" yaml:"end"`
	// Confidence is the calibrated probability that span and type are right.
	Confidence float64 `json:"confidence" yaml:"confidence"`
}

// Kind tells what quoted text is.
type Kind string

const (
	Direct     Kind = "direct"
	Mixed      Kind = "mixed"
	Indirect   Kind = "indirect"
	QuotedOnly Kind = "mention"
)

// Quote is one quotation and who said it.
type Quote struct {
	ID         string   `json:"id" yaml:"id"`
	Kind       Kind     `json:"kind" yaml:"kind"`
	Text       string   `json:"text" yaml:"text"`
	Start      int      `json:"start" yaml:"start"`
	End        int      `json:"end" yaml:"end"`
	Parts      [][2]int `json:"parts,omitempty" yaml:"parts,omitempty,flow"`
	Speaker    *Speaker `json:"speaker" yaml:"speaker"`
	Cue        *Cue     `json:"cue" yaml:"cue,flow"`
	Rule       string   `json:"rule" yaml:"rule"`
	Confidence float64  `json:"confidence" yaml:"confidence"`
}

// Speaker is who said a quote.
type Speaker struct {
	Name  string  `json:"name" yaml:"name"`
	ID    *string `json:"id" yaml:"id"`
	Text  string  `json:"text" yaml:"text"`
	Start int     `json:"start" yaml:"start"`
	End   int     `json:"end" yaml:"end"`
}

// Cue is the word that ties a quote to its speaker.
type Cue struct {
	Text  string `json:"text" yaml:"text"`
	Start int    `json:"start" yaml:"start"`
	End   int    `json:"end" yaml:"end"`
}

// Diagnostic is a problem in the text, or a reason for an answer withheld.
type Diagnostic struct {
	Code    string `json:"code" yaml:"code"`
	Message string `json:"message" yaml:"message"`
	Start   int    `json:"start" yaml:"start"`
	End     int    `json:"end" yaml:"end"`
}
