// Package check finds in an article what a newsroom would want to know before
// it is printed: marks that do not close, quotes that nobody says, names that
// are spelt in two ways. It takes articles as the extractor gives them and
// gives findings; it reads no text by itself, and judges no style.
//
// Each rule is a [Rule] in a file of its own; [Rules] lists them.
package check

import (
	"cmp"
	"slices"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/span"
)

// Finding is one place where an article breaks a rule.
type Finding struct {
	span.Span        // of the article's text, in bytes
	Rule      string // the rule's name
	Level     Level
	Message   string // one sentence in lower case, without a full stop
}

// Rule is one thing that articles are checked for.
type Rule struct {
	Name  string
	Help  string // what it finds, in a sentence without a full stop
	Level Level  // unless the caller sets another
	find  func(t *target) []fault
}

// fault is a finding before it has the name and the level of its rule.
type fault struct {
	span.Span
	message string
}

// target is what rules look at: an article that counts bytes and carries its
// text.
type target struct {
	*article.Article
	index    *span.Index
	baseline *article.Article // what an earlier run found in it; nil: nothing known
}

// line returns the line of byte p, counted from 1.
func (t *target) line(p int) int { return t.index.Position(p).Line }

// Rules lists the rules, in the order of their names.
func Rules() []Rule {
	return []Rule{
		changedQuote,
		mixedMarks,
		nameSpelling,
		quoteWithoutSpeaker,
		speakerNotIntroduced,
		unclosedQuote,
	}
}

// Checker checks articles. It is safe for use by several goroutines at once.
type Checker struct {
	rules    []Rule
	baseline Baseline
}

// New returns a checker with all rules that are not [Off]. levels sets levels
// of rules by name; baseline, which may be nil, is what quotes are compared
// with.
func New(levels Levels, baseline Baseline) *Checker {
	c := &Checker{baseline: baseline}
	for _, rule := range Rules() {
		if level, ok := levels[rule.Name]; ok {
			rule.Level = level
		}
		if rule.Level != Off {
			c.rules = append(c.rules, rule)
		}
	}
	return c
}

// Check returns the findings in an article, which counts bytes and carries its
// text, in the order of the text.
func (c *Checker) Check(a *article.Article) []Finding {
	t := &target{Article: a, index: span.NewIndex(a.Text), baseline: c.baseline[a.Input]}
	var all []Finding
	for _, rule := range c.rules {
		for _, f := range rule.find(t) {
			all = append(all, Finding{Span: f.Span, Rule: rule.Name, Level: rule.Level, Message: f.message})
		}
	}
	slices.SortStableFunc(all, func(x, y Finding) int {
		return cmp.Or(span.Compare(x.Span, y.Span), cmp.Compare(x.Rule, y.Rule))
	})
	return all
}
