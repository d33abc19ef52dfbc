package rows

import (
	"strings"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/verify"
)

// quoteRow is one row of the table of quotes. Names that an article has under
// the same key mean the same.
type quoteRow struct {
	Input       string       `json:"input"`
	ID          string       `json:"id"`
	Kind        article.Kind `json:"kind"`
	Text        string       `json:"text"`
	Start       int          `json:"start"`
	End         int          `json:"end"`
	Speaker     *string      `json:"speaker"`
	SpeakerID   *string      `json:"speaker_id"`
	SpeakerText *string      `json:"speaker_text"`
	Cue         *string      `json:"cue"`
	Rule        string       `json:"rule"`
	Confidence  float64      `json:"confidence"`
	Words       int          `json:"words"`
	// Key is that of the table of repeated quotes; see [verify.Key].
	Key string `json:"key"`
}

// quoteRows returns the rows of an article, which counts bytes and carries its
// text; their starts and ends count unit.
func quoteRows(a *article.Article, unit article.Unit) ([]string, error) {
	lines := make([]string, len(a.Quotes))
	for i, q := range a.InUnit(unit).Quotes {
		pieces := a.Spoken(i)
		row := quoteRow{
			Input: a.Input, ID: q.ID, Kind: q.Kind, Text: q.Text, Start: q.Start, End: q.End,
			Rule: q.Rule, Confidence: q.Confidence, Key: verify.Key(pieces...),
		}
		for _, piece := range pieces {
			row.Words += len(strings.Fields(piece))
		}
		if q.Speaker != nil {
			row.Speaker, row.SpeakerID, row.SpeakerText = &q.Speaker.Name, q.Speaker.ID, &q.Speaker.Text
		}
		if q.Cue != nil {
			row.Cue = &q.Cue.Text
		}
		var err error
		if lines[i], err = Line(row); err != nil {
			return nil, err
		}
	}
	return lines, nil
}
