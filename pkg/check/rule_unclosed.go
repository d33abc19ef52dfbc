package check

import (
	"github.com/whosaid/whosaid/pkg/span"
)

// unclosedQuote reports the faults of the marks that the search for quotes has
// met:
//
//	“We will go back tomorrow, she said.
//
// It does not report the paragraphs of one quotation that open anew and close
// once, at the end of the last.
var unclosedQuote = Rule{
	Name:  "unclosed-quote",
	Help:  "a quotation mark that is never closed, or that closes nothing",
	Level: Error,
	find: func(t *target) []fault {
		var all []fault
		for _, d := range t.Diagnostics {
			switch d.Code {
			case "unclosed-quote", "unopened-quote":
				all = append(all, fault{span.Span{Start: d.Start, End: d.End}, d.Message})
			}
		}
		return all
	},
}
