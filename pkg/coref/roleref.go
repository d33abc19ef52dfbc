package coref

import (
	"github.com/whosaid/whosaid/pkg/nlp"
	"github.com/whosaid/whosaid/pkg/span"
)

// ByRole returns the entity that a noun phrase stands for by what the article
// says of it ("the foreign policy chief", "the senator"); -1 and false when no
// entity's role fits.
func (e *Entities) ByRole(d *nlp.Document, phrase span.Span) (entity int, ok bool) {
	return -1, false
}
