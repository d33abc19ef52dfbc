// Package verify compares the quotations of a draft with the sources that they
// are said to come from: is every one there, word for word, and the right
// person's? It takes articles as pkg/extract gives them and an [Index] of the
// sources' words, and gives a [Finding] for every quotation. Matching is exact
// about words and blind to typography; what editors may do to a quotation is
// listed, everything else is a change. It also compares two versions of one
// article, see [Compare].
package verify

import (
	"cmp"
	"slices"
	"strings"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/span"
)

// Verdict says what became of a quotation on its way from the source.
type Verdict string

// The verdicts, in the order of how grave they are.
const (
	Verbatim      Verdict = "verbatim"               // word for word
	Trimmed       Verdict = "trimmed"                // with what editors may do, all listed as edits
	Altered       Verdict = "altered"                // close to words of a source, listed as the diff
	Misattributed Verdict = "misattributed"          // the words are there, and somebody else's
	Unattributed  Verdict = "unattributed-in-source" // the words are there, and the source does not say whose
	NotFound      Verdict = "not-found"              // no source has words like these
)

// Verdicts lists the verdicts in the order of how grave they are.
func Verdicts() []Verdict {
	return []Verdict{Verbatim, Trimmed, Altered, Misattributed, Unattributed, NotFound}
}

// Reaches reports whether a verdict is as grave as least.
func (v Verdict) Reaches(least Verdict) bool {
	return slices.Index(Verdicts(), v) >= slices.Index(Verdicts(), least)
}

// Match is what a comparison of two speakers says.
type Match string

const (
	SameSpeaker Match = "same"
	Different   Match = "different"
	CannotTell  Match = "cannot-tell"  // neither article says whether the two are one
	NotNamed    Match = "not-named"    // the draft does not say who it is
	NotCompared Match = "not-compared" // there is nothing to compare with
	NoSource    Match = "unattributed" // the source does not say who it is
)

// EditKind is one thing that editors may do to a quotation.
type EditKind string

const (
	Ellipsis         EditKind = "ellipsis"          // dots for words that are left out
	Brackets         EditKind = "brackets"          // words of the editor in square brackets
	SourceBrackets   EditKind = "source-brackets"   // the bracketed words of the source's editor left out
	FirstCapital     EditKind = "first-capital"     // the first word with or without its capital
	Capital          EditKind = "capital"           // the same further on
	FinalPunctuation EditKind = "final-punctuation" // what ends the quotation
	Punctuation      EditKind = "punctuation"       // within it
	LineBreak        EditKind = "line-break"        // a word that a hyphen divides at the end of a line
)

// Edit is one allowed change.
type Edit struct {
	Kind   EditKind `json:"kind"`
	Draft  string   `json:"draft"`  // as the draft has it; may be empty
	Source string   `json:"source"` // as the source has it; may be empty
}

// PieceKind says how a piece of a quotation relates to its source.
type PieceKind string

const (
	Same    PieceKind = "same"
	Edited  PieceKind = "edited"  // differs as editors may
	Changed PieceKind = "changed" // differs as they may not
)

// Piece is a run of words of a quotation beside those of its source.
type Piece struct {
	Kind   PieceKind `json:"kind"`
	Draft  string    `json:"draft"`
	Source string    `json:"source"`
}

// Place is a stretch of a document. Lines and columns count from 1, columns and
// offsets in code points.
type Place struct {
	Input   string `json:"input"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
	EndLine int    `json:"end_line"`
	// EndColumn is the column after the last character.
	EndColumn int    `json:"end_column"`
	Text      string `json:"text"`
	// Speaker is who says it there; null when the document does not say.
	Speaker *string `json:"speaker"`
	// Quoted says whether all of it stands between quotation marks, or in a
	// turn of a transcript.
	Quoted bool `json:"quoted"`
	// Said is Text for people: without what stands between its pieces.
	Said string `json:"-"`
}

// Finding is what is known of one quotation of a draft.
type Finding struct {
	Verdict Verdict `json:"verdict"`
	Speaker Match   `json:"speaker"`
	// Share is how many of the words are right, 0 to 1.
	Share  float64 `json:"share"`
	Draft  Place   `json:"draft"`
	Source *Place  `json:"source"` // null when nothing like it is found
	Edits  []Edit  `json:"edits"`
	Diff   []Piece `json:"diff"` // empty unless altered
	// Message is one sentence for people.
	Message string `json:"message"`
}

// Checker checks drafts against the sources of an index. It is not safe for use
// by several goroutines at once.
type Checker struct {
	// AllQuoted checks even short quoted words that are nobody's speech, such
	// as titles and scare quotes, if the drafts have them.
	AllQuoted bool

	index   *Index
	extract func(document int) (*article.Article, error)
	sources map[int]*source
}

// NewChecker returns a checker. extract reads a source by its number in the
// index; it is called only for sources that have words of a
// quotation, and its article counts bytes and carries its text.
func NewChecker(x *Index, extract func(document int) (*article.Article, error)) *Checker {
	x.finish()
	return &Checker{index: x, extract: extract, sources: map[int]*source{}}
}

// fewestSpoken is how many quoted words are checked even where the pipeline
// takes them for nobody's speech: it may be wrong, and few titles are longer.
const fewestSpoken = 4

// Check returns a finding for every quote of a draft that has marks and a word, in order.
// The article counts bytes and carries its text. The only errors are those of
// extract.
func (c *Checker) Check(draft *article.Article) ([]Finding, error) {
	people, lines := newCast(draft), span.NewIndex(draft.Text)
	var findings []Finding
	for i := range draft.Quotes {
		if draft.Quotes[i].Kind == article.Indirect {
			continue // nobody says that these are the words
		}
		q := c.index.read(draft, i)
		least := 1
		if draft.Quotes[i].Kind == article.QuotedOnly && !c.AllQuoted {
			least = fewestSpoken
		}
		if len(q.words) < least {
			continue
		}
		var speaker identity
		if s := draft.Quotes[i].Speaker; s != nil {
			speaker = people.identify(s, draft.Quotes[i].Confidence)
		}
		best, err := c.find(&q, speaker)
		if err != nil {
			return nil, err
		}
		finding := conclude(best, speaker)
		finding.Draft = placeOf(draft, lines, span.Span{Start: draft.Quotes[i].Start, End: draft.Quotes[i].End}, speaker)
		finding.Draft.Quoted = true
		finding.Draft.Said = strings.Join(draft.Spoken(i), " ")
		finding.Message = message(&finding)
		findings = append(findings, finding)
	}
	return findings, nil
}

// CloseShare is how much of a quotation, in words, must be in a source for the
// quotation to be an altered one; below it the two have no more in common than
// any two sentences on one subject. In 100,000 words of news, 2 to 4 of 100
// quotations that are not there reach it by chance, and all but 1 in 300 of those
// that are there with one word changed. Either verdict is a failure, so that
// the threshold decides what is shown and not what passes.
const CloseShare = 0.6

// fewestSame is how many words an altered quotation must share with its source.
const fewestSame = 2

// find returns where a quotation comes from; nil when no source has words like
// it.
func (c *Checker) find(q *quotation, speaker identity) (*find, error) {
	x := c.index
	numbers := q.numbers()
	windows := x.exact(numbers, x.surname(speaker))
	if best, err := c.best(q, speaker, windows); err != nil || best != nil && best.changes == 0 {
		return best, err
	}
	reach := len(numbers) + len(numbers)/2 + 2*maxAttribution
	for i, w := range q.words {
		switch {
		case w.omission:
			reach += maxOmitted
		case w.bracketed && (i == 0 || !q.words[i-1].bracketed):
			reach += maxBracketed
		}
	}
	return c.best(q, speaker, x.near(numbers, min(reach, maxReach+len(numbers)), CloseShare))
}

// maxReach bounds in words how far apart the pieces of a quotation with many
// omissions are looked for.
const maxReach = 4 * maxOmitted

// surname returns the number of the last word of a speaker's name.
func (x *Index) surname(speaker identity) int32 {
	if speaker.isNobody() || speaker.kind == phrase || len(speaker.names) == 0 {
		return unknown
	}
	words := strings.Fields(speaker.name)
	return x.number(words[len(words)-1])
}

// best returns the best find in the windows; nil when none is close.
func (c *Checker) best(q *quotation, speaker identity, windows []window) (*find, error) {
	var best *find
	// Half of the words may stand in brackets, the rest must be close.
	least := int(CloseShare / 2 * float64(len(q.words)))
	for _, w := range windows {
		s, err := c.source(w.document)
		if err != nil {
			return nil, err
		}
		for _, words := range c.index.streams(s, w, least) {
			f := c.index.judge(q, s, words, align(q.words, words))
			if f.same < min(fewestSame, len(q.words)) || f.share() < CloseShare {
				continue
			}
			f.speaker = s.speaker(f.at, f.quotes)
			f.match = compare(speaker, f.speaker)
			if best == nil || compareFinds(f, best) < 0 {
				best = f
			}
		}
	}
	return best, nil
}

// compareFinds orders finds, the best first. Ties stay in the order of the
// sources and of their text.
func compareFinds(a, b *find) int {
	return cmp.Or(
		cmp.Compare(a.changes, b.changes),
		cmp.Compare(rank(a.match), rank(b.match)),
		-compareBool(a.inMarks, b.inMarks),
		cmp.Compare(len(a.edits), len(b.edits)),
		-cmp.Compare(a.same, b.same),
	)
}

// rank orders the answers on speakers, the best first.
func rank(m Match) int {
	return slices.Index([]Match{SameSpeaker, CannotTell, NotNamed, Different, NoSource}, m)
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// mostKept is how many sources are kept as the pipeline has read them: the next
// quotation of a draft mostly comes from one of the last sources, and memory
// must not grow with their number.
const mostKept = 256

func (c *Checker) source(document int) (*source, error) {
	if s, ok := c.sources[document]; ok {
		return s, nil
	}
	a, err := c.extract(document)
	if err != nil {
		return nil, err
	}
	if len(c.sources) >= mostKept {
		clear(c.sources)
	}
	s := c.index.newSource(document, a)
	c.sources[document] = s
	return s, nil
}

// conclude turns the best find into a finding.
func conclude(f *find, speaker identity) Finding {
	out := Finding{Edits: []Edit{}, Diff: []Piece{}}
	if f == nil {
		out.Verdict, out.Speaker = NotFound, NotCompared
		return out
	}
	at := placeOf(f.source.article, f.source.lines, f.at, f.speaker)
	at.Quoted = f.inMarks
	out.Source, out.Speaker, out.Share = &at, f.match, f.share()
	out.Edits = append(out.Edits, f.edits...)
	unattributed := f.speaker.isNobody() && (!speaker.isNobody() || !f.inMarks)
	switch {
	case f.changes > 0:
		out.Verdict = Altered
		out.Diff = append(out.Diff, f.diff...)
	case f.match == Different:
		out.Verdict = Misattributed
	case unattributed:
		out.Verdict, out.Speaker = Unattributed, NoSource
	case len(f.edits) > 0:
		out.Verdict = Trimmed
	default:
		out.Verdict = Verbatim
	}
	return out
}

// placeOf describes a stretch of an article for people and programs.
func placeOf(a *article.Article, lines *span.Index, at span.Span, speaker identity) Place {
	start, end := lines.Position(at.Start), lines.Position(at.End)
	p := Place{
		Input: a.Input, Line: start.Line, Column: start.Column, EndLine: end.Line, EndColumn: end.Column,
		Start: lines.Rune(at.Start), End: lines.Rune(at.End), Text: at.Of(a.Text),
		Said: at.Of(a.Text),
	}
	if !speaker.isNobody() {
		p.Speaker = &speaker.name
	}
	return p
}
