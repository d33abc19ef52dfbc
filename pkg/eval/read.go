package eval

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/whosaid/whosaid/pkg/article"
)

// goldEnding is how the names of our own gold files end. The text of
// "x.gold.json" is in "x.txt" beside it.
const goldEnding = ".gold.json"

// record is an article as the corpora write it, and as our own gold files do:
// these have people, places and organisations instead of entities.
type record struct {
	ID            string         `json:"id"`
	Text          string         `json:"text"`
	Entities      []entityRecord `json:"entities"`
	People        []nameRecord   `json:"people"`
	Places        []nameRecord   `json:"places"`
	Organisations []nameRecord   `json:"organisations"`
	Quotes        []quoteRecord  `json:"quotes"`
	Unattributed  []quoteRecord  `json:"unattributed"`
	Discard       [][2]int       `json:"discard"`
}

type entityRecord struct {
	Type    Type            `json:"type"`
	Start   int             `json:"start"`
	End     int             `json:"end"`
	Cluster json.RawMessage `json:"cluster"`
}

type nameRecord struct {
	Mentions []struct {
		Start int `json:"start"`
		End   int `json:"end"`
	} `json:"mentions"`
}

type quoteRecord struct {
	Type        article.Kind  `json:"type"` // the corpora's name of it
	Kind        article.Kind  `json:"kind"` // ours
	Start       int           `json:"start"`
	End         int           `json:"end"`
	Spans       [][2]int      `json:"spans"`
	Parts       [][2]int      `json:"parts"`
	Core        *bool         `json:"core"`
	Mark        string        `json:"mark"`
	Optional    bool          `json:"optional"`
	Discard     bool          `json:"discard"`
	CueSpeech   *bool         `json:"cue_speech"`
	Words       int           `json:"words"`
	Speaker     speakerRecord `json:"speaker"`
	SpeakerName string        `json:"speaker_name"`
	SpeakerAlts []string      `json:"speaker_alts"`
	SpeakerKind string        `json:"speaker_kind"`
	Mention     string        `json:"mention"`
}

// speakerRecord is a span with its text, or in our own files a name.
type speakerRecord struct {
	Text  string
	Name  string
	Start int
	End   int
}

// UnmarshalJSON reads either form, or null.
func (s *speakerRecord) UnmarshalJSON(data []byte) error {
	if bytes.HasPrefix(data, []byte(`"`)) {
		return json.Unmarshal(data, &s.Name)
	}
	var object struct {
		Text  string `json:"text"`
		Start int    `json:"start"`
		End   int    `json:"end"`
	}
	if err := json.Unmarshal(data, &object); err != nil {
		return err
	}
	s.Text, s.Start, s.End = object.Text, object.Start, object.End
	return nil
}

// ReadGold reads gold articles in the form of the corpora, one JSON object a
// line.
func ReadGold(r io.Reader) ([]Gold, error) {
	var out []Gold
	dec := json.NewDecoder(bufio.NewReader(r))
	for {
		var rec record
		switch err := dec.Decode(&rec); {
		case errors.Is(err, io.EOF):
			return out, nil
		case err != nil:
			return nil, fmt.Errorf("gold article %d: %w", len(out)+1, err)
		}
		out = append(out, rec.gold())
	}
}

// ReadGoldPath reads gold articles from a file in the form of the corpora, from
// one of our own gold files, or from a folder of those, in the order of names.
func ReadGoldPath(name string) ([]Gold, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		if strings.HasSuffix(name, goldEnding) {
			g, err := readGoldFile(name)
			return []Gold{g}, err
		}
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		out, err := ReadGold(f)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		return out, nil
	}
	entries, err := os.ReadDir(name)
	if err != nil {
		return nil, err
	}
	var out []Gold
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), goldEnding) {
			continue
		}
		g, err := readGoldFile(filepath.Join(name, e.Name()))
		if err != nil {
			return nil, err
		}
		out = append(out, g)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s: no files named *%s", name, goldEnding)
	}
	return out, nil
}

func readGoldFile(name string) (Gold, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return Gold{}, err
	}
	base := strings.TrimSuffix(name, goldEnding)
	text, err := os.ReadFile(base + ".txt")
	if err != nil {
		return Gold{}, err
	}
	var rec record
	if err := json.Unmarshal(data, &rec); err != nil {
		return Gold{}, fmt.Errorf("%s: %w", name, err)
	}
	rec.ID, rec.Text = filepath.Base(base), string(text)
	return rec.gold(), nil
}

// ReadPredictions reads what "whosaid -o jsonl" writes.
func ReadPredictions(r io.Reader) ([]article.Article, error) {
	var out []article.Article
	dec := json.NewDecoder(bufio.NewReader(r))
	for {
		var a article.Article
		switch err := dec.Decode(&a); {
		case errors.Is(err, io.EOF):
			return out, nil
		case err != nil:
			return nil, fmt.Errorf("predicted article %d: %w", len(out)+1, err)
		}
		if a.Offsets != article.Rune && a.Offsets != "" {
			return nil, fmt.Errorf("predicted article %q: offsets are in units of %q, want %q", a.Input, a.Offsets, article.Rune)
		}
		out = append(out, a)
	}
}

// gold turns a record into an article.
func (rec *record) gold() Gold {
	g := Gold{ID: rec.ID, Text: rec.Text}
	for _, e := range rec.Entities {
		g.Entities = append(g.Entities, GoldEntity{Range{e.Start, e.End}, e.Type, string(e.Cluster)})
	}
	for i, names := range [][]nameRecord{rec.People, rec.Places, rec.Organisations} {
		for j, n := range names {
			for _, m := range n.Mentions {
				g.Entities = append(g.Entities, GoldEntity{Range{m.Start, m.End}, Types()[i], fmt.Sprintf("%d.%d", i, j)})
			}
		}
	}
	for _, q := range rec.Quotes {
		if q.Kind == article.QuotedOnly {
			g.Unattributed = append(g.Unattributed, q.quote())
		} else {
			g.Quotes = append(g.Quotes, q.quote())
		}
	}
	for _, q := range rec.Unattributed {
		g.Unattributed = append(g.Unattributed, q.quote())
	}
	for _, d := range rec.Discard {
		g.Discard = append(g.Discard, Range{d[0], max(d[1], d[0]+1)})
	}
	return g
}

func (q *quoteRecord) quote() GoldQuote {
	out := GoldQuote{
		Range:    Range{q.Start, q.End},
		Kind:     q.Type,
		Neutral:  q.Mark == "single" || q.Optional || q.Discard,
		IsBelief: q.CueSpeech != nil && !*q.CueSpeech,
		Words:    q.Words,
	}
	if q.Kind != "" {
		out.Kind = q.Kind
	}
	out.Core = out.Kind == article.Direct
	if q.Core != nil {
		out.Core = *q.Core
	}
	for _, p := range slices.Concat(q.Spans, q.Parts) {
		out.Parts = append(out.Parts, Range{p[0], p[1]})
	}
	s := GoldSpeaker{Text: q.Speaker.Text, At: Range{q.Speaker.Start, q.Speaker.End}, Name: q.SpeakerName, Other: q.SpeakerAlts, Kind: q.SpeakerKind}
	if q.Speaker.Name != "" { // our own form
		s.Name, s.Text = q.Speaker.Name, q.Mention
	}
	if s.Text != "" || s.Name != "" {
		out.Speaker = &s
	}
	return out
}
