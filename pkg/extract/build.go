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
	document *nlp.Document
	entities *coref.Entities
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
			Mentions: make([]article.Mention, len(e.Mentions)),
		}
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
				Confidence: rounded(mention.Confidence),
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

func (b *builder) addQuote(q quote.Quote, a attrib.Attribution, x *Extractor) {
	if q.Kind == quote.Mention && !x.allQuoted {
		return
	}
	text := b.article.Text
	out := article.Quote{
		ID:         "q" + strconv.Itoa(len(b.article.Quotes)+1),
		Kind:       kindNames[q.Kind],
		Text:       q.Of(text),
		Start:      q.Start,
		End:        q.End,
		Rule:       a.Rule,
		Confidence: rounded(a.Confidence),
	}
	if len(q.Parts) > 1 {
		for _, p := range q.Parts {
			out.Parts = append(out.Parts, [2]int{p.Start, p.End})
		}
	}
	if !a.Cue.IsEmpty() {
		out.Cue = &article.Cue{Text: a.Cue.Of(text), Start: a.Cue.Start, End: a.Cue.End}
	}
	switch {
	case q.Kind == quote.Mention:
	case a.Source.IsEmpty():
		b.diagnose("no-speaker", "the article does not say who said this", q.Span)
	case a.Confidence < x.minConfidence:
		b.diagnose("low-confidence", "the evidence for a speaker is weaker than asked for", q.Span)
	default:
		out.Speaker = b.speaker(a)
	}
	b.article.Quotes = append(b.article.Quotes, out)
}

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

// rounded keeps two decimals of a confidence: more would promise a precision
// that the calibration does not have.
func rounded(confidence float64) float64 { return math.Round(confidence*100) / 100 }

// oneLine joins a name that the text breaks over lines.
func oneLine(s string) string {
	if !strings.ContainsAny(s, "\n\r\t") && !strings.Contains(s, "  ") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}
