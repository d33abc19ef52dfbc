package check

import (
	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/span"
)

// quoteWithoutSpeaker reports speech that a reader cannot tell who said:
//
//	The square was empty by noon. “We were ready.” The shops stayed shut.
//
// It does not report quoted words that are nobody's speech, or a source that
// has no name ("a spokesman").
var quoteWithoutSpeaker = Rule{
	Name:  "quote-without-speaker",
	Help:  "a quote of which the article does not say who said it",
	Level: Warning,
	find: func(t *target) []fault {
		var all []fault
		for _, q := range t.Quotes {
			isSpeech := q.Kind == article.Direct || q.Kind == article.Mixed
			if isSpeech && q.Speaker == nil {
				all = append(all, fault{span.Span{Start: q.Start, End: q.End}, "nobody is named as the speaker of " + quoted(q.Text)})
			}
		}
		return all
	},
}
