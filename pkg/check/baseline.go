package check

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/whosaid/whosaid/pkg/article"
)

// Baseline is what an earlier run found, by the name of the input.
type Baseline map[string]*article.Article

// ReadBaseline reads the articles that whosaid has written as JSON Lines or as
// JSON, one after another.
func ReadBaseline(r io.Reader) (Baseline, error) {
	baseline := Baseline{}
	decoder := json.NewDecoder(r)
	for n := 1; ; n++ {
		a := new(article.Article)
		switch err := decoder.Decode(a); {
		case errors.Is(err, io.EOF):
			return baseline, nil
		case err != nil:
			return nil, fmt.Errorf("article %d: not JSON as whosaid writes it: %w", n, err)
		case a.Schema != article.Schema:
			return nil, fmt.Errorf("article %d: its schema is %q, not %q", n, a.Schema, article.Schema)
		}
		baseline[a.Input] = a
	}
}
