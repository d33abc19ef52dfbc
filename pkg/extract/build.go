package extract

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/attrib"
	"github.com/whosaid/whosaid/pkg/coref"
	"github.com/whosaid/whosaid/pkg/ner"
	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/quote"
	"github.com/whosaid/whosaid/pkg/span"
)

// builder writes what the stages found into the model that is printed.
type builder struct {
	options  *Extractor
	document *nlp.Document
	entities *coref.Entities
	quotes   []quote.Quote
	article  *article.Article
	ids      []string // entity index → id; empty where it is not printed
}

func (b *builder) addEntities() {
	b.ids = make([]string, len(b.entities.List))
	taken := map[string]int{}
	for i, e := range b.entities.List {
		var list *[]article.Entity
		switch e.Type {
		case ner.Person:
			list = &b.article.People
		case ner.Place:
			list = &b.article.Places
		case ner.Organisation:
			list = &b.article.Organisations
		default:
			continue
		}
		b.ids[i] = uniqueID(article.Slug(e.Name), taken)
		out := article.Entity{
			ID:       b.ids[i],
			Name:     oneLine(e.Name),
			Aliases:  []string{},
			Roles:    []string{},
			Country:  e.Country,
			Salience: rounded(e.Salience),
			Mentions: make([]article.Mention, len(e.Mentions)),
		}
		// The list that ids come from holds digits only; without one it stays 0.
		out.GeoNames, _ = strconv.Atoi(e.GeoNames)
		for _, alias := range e.Aliases {
			out.Aliases = append(out.Aliases, oneLine(alias))
		}
		for _, role := range e.Roles {
			if text := oneLine(role.Of(b.article.Text)); !slices.Contains(out.Roles, text) {
				out.Roles = append(out.Roles, text)
			}
		}
		for j, m := range e.Mentions {
			mention := b.entities.Mentions[m]
			out.Mentions[j] = article.Mention{
				Text:       mention.Of(b.article.Text),
				Start:      mention.Start,
				End:        mention.End,
				Confidence: confident(mention.Confidence),
			}
		}
		*list = append(*list, out)
	}
}

// uniqueID returns the slug, or the slug with the lowest number that nobody
// has when an entity before has it already.
func uniqueID(slug string, taken map[string]int) string {
	id := slug
	for n := max(2, taken[slug]+1); taken[id] > 0; n++ {
		id = slug + "-" + strconv.Itoa(n)
		taken[slug] = n
	}
	taken[id] = max(1, taken[id])
	return id
}

// addQuotes writes the quotes whose attributions are given and, where it is
// asked for, reported speech. For every quote that is printed, printed is
// called, unless it is nil, with its index among those found by their marks, -1
// for reported speech.
func (b *builder) addQuotes(attributions []attrib.Attribution, printed func(q int)) {
	add := func(q quote.Quote, a attrib.Attribution, index int) {
		if b.addQuote(q, a) && printed != nil {
			printed(index)
		}
	}
	if !b.options.indirect {
		for i, a := range attributions {
			add(b.quotes[i], a, i)
		}
		return
	}
	for _, r := range attrib.WithIndirect(b.document, b.quotes, attributions, b.entities) {
		add(r.Quote, r.Attribution, r.Of)
	}
}

// addQuote writes a quote and reports whether it is one to be printed.
func (b *builder) addQuote(q quote.Quote, a attrib.Attribution) bool {
	if a.Kind == quote.Mention && !b.options.allQuoted {
		return false
	}
	text := b.article.Text
	out := article.Quote{
		ID:         "q" + strconv.Itoa(len(b.article.Quotes)+1),
		Kind:       kindNames[a.Kind],
		Text:       q.Of(text),
		Start:      q.Start,
		End:        q.End,
		Rule:       cmp.Or(a.Rule, noRule),
		Confidence: confident(a.Confidence),
	}
	if len(q.Parts) > 1 {
		for _, p := range q.Parts {
			out.Parts = append(out.Parts, [2]int{p.Start, p.End})
		}
	}
	if !a.Cue.IsEmpty() {
		out.Cue = &article.Cue{Text: a.Cue.Of(text), Start: a.Cue.Start, End: a.Cue.End}
	}
	if a.Kind != quote.Mention {
		if reason := b.withheld(a); reason != "" {
			b.diagnose(reason, reasons[reason], q.Span)
		}
		if !a.Source.IsEmpty() && a.Confidence >= b.options.minConfidence {
			out.Speaker = b.speaker(a)
		}
	}
	b.article.Quotes = append(b.article.Quotes, out)
	return true
}

// withheld returns why a quote has no speaker, or none with a name; empty when
// there is nothing to explain.
func (b *builder) withheld(a attrib.Attribution) string {
	if !a.Source.IsEmpty() && a.Confidence < b.options.minConfidence {
		return reasonConfidence
	}
	return a.Reason
}

// reasonConfidence says that the caller asked for surer speakers only.
const reasonConfidence = "low-confidence"

// reasons says in words why a speaker is withheld.
var reasons = map[string]string{
	attrib.ReasonNoSource: "the article does not say who said this",
	attrib.ReasonWeak:     "somebody may have said this, but nothing is clear",
	attrib.ReasonPronoun:  "whom the pronoun stands for is not clear",
	reasonConfidence:      "the evidence for a speaker is weaker than asked for",
}

// noRule stands where no evidence decided on a speaker.
const noRule = "none"

// kindNames is indexed by [quote.Kind].
var kindNames = [...]article.Kind{
	quote.Direct:   article.Direct,
	quote.Mixed:    article.Mixed,
	quote.Mention:  article.QuotedOnly,
	quote.Indirect: article.Indirect,
}

func (b *builder) speaker(a attrib.Attribution) *article.Speaker {
	s := &article.Speaker{
		Name:  oneLine(a.Name),
		Text:  a.Source.Of(b.article.Text),
		Start: a.Source.Start,
		End:   a.Source.End,
	}
	if a.Entity >= 0 && b.ids[a.Entity] != "" {
		s.ID = &b.ids[a.Entity]
		s.Name = oneLine(b.entities.List[a.Entity].Name)
	}
	return s
}

func (b *builder) addProblems(problems []quote.Problem) {
	for _, p := range problems {
		b.diagnose(p.Code, p.Message, p.Span)
	}
	slices.SortStableFunc(b.article.Diagnostics, func(x, y article.Diagnostic) int {
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End), cmp.Compare(x.Code, y.Code))
	})
}

func (b *builder) diagnose(code, message string, s span.Span) {
	b.article.Diagnostics = append(b.article.Diagnostics,
		article.Diagnostic{Code: code, Message: message, Start: s.Start, End: s.End})
}

// mostConfident is the highest confidence that is printed: no calibration on a
// few thousand cases can tell more than one error in a hundred from none.
const mostConfident = 0.99

// confident prepares a confidence for print.
func confident(c float64) float64 { return min(rounded(c), mostConfident) }

// rounded keeps two decimals: more would promise a precision that there is not.
func rounded(x float64) float64 { return math.Round(x*100) / 100 }

// oneLine joins a name that the text breaks over lines.
func oneLine(s string) string {
	if !strings.ContainsAny(s, "\n\r\t") && !strings.Contains(s, "  ") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}
