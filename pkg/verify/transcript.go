package verify

import (
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/whosaid/whosaid/pkg/article"
	"github.com/whosaid/whosaid/pkg/span"
)

// A transcript gives each turn to a speaker who is named before it: lines that
// begin with NAME:, or the captions of WebVTT (with <v NAME> or NAME:) and
// SubRip. Its turns are quotes without marks. pkg/quote finds those of articles
// and must not take a label for one that is none; here the caller has said that
// the text is a source, so mixed case and short transcripts are believed too.
const (
	// longestLabel is the most bytes of a label, mostLabelWords the most words.
	longestLabel   = 48
	mostLabelWords = 5
	// fewestTurns is how many labelled lines make a transcript.
	fewestTurns = 2
	// labelConfidence is how often a label names the speaker.
	labelConfidence = 0.95
)

// IsCaptionName reports whether a file is one of captions, by its ending.
func IsCaptionName(name string) bool {
	ending := path.Ext(strings.TrimSuffix(strings.ToLower(name), ".gz"))
	return ending == ".vtt" || ending == ".srt"
}

// turn is what one speaker says in a transcript.
type turn struct {
	label span.Span // as written; empty for captions that name nobody
	parts []span.Span
}

// WithTurns returns the article of a transcript with its turns for quotes, and
// any other article as it is. The article counts bytes and carries its text; it
// is not changed.
func WithTurns(a *article.Article) *article.Article {
	turns, ok := captionTurns(a.Text)
	if !ok {
		turns, ok = labelledTurns(a.Text)
	}
	if !ok {
		return a
	}
	out := *a
	out.Quotes = []article.Quote{}
	out.People = slices.Clone(a.People)
	for _, t := range turns {
		if len(t.parts) == 0 {
			continue
		}
		last := len(t.parts) - 1
		q := article.Quote{
			ID: "q" + strconv.Itoa(len(out.Quotes)+1), Kind: article.Direct, Rule: "label-quote", Confidence: labelConfidence,
			Start: t.parts[0].Start, End: t.parts[last].End,
		}
		q.Text = a.Text[q.Start:q.End]
		if last > 0 {
			for _, p := range t.parts {
				q.Parts = append(q.Parts, [2]int{p.Start, p.End})
			}
		}
		if !t.label.IsEmpty() {
			q.Speaker = labelled(&out, t.label)
		}
		out.Quotes = append(out.Quotes, q)
	}
	return &out
}

// labelled returns the speaker that a label names: a person of the article
// where one has that name, else one who is added to it.
func labelled(a *article.Article, label span.Span) *article.Speaker {
	text := label.Of(a.Text)
	name, _, _ := strings.Cut(text, " (") // KALLAS (via video link)
	s := &article.Speaker{Name: strings.Join(strings.Fields(name), " "), Text: text, Start: label.Start, End: label.End}
	words := nameWords(s.Name)
	if len(words) == 0 || isFunction(words) {
		return s
	}
	one := identity{kind: person, names: [][]string{words}}
	for i := range a.People {
		other := identity{kind: person, names: [][]string{nameWords(a.People[i].Name)}}
		if compareNames(one, other) == SameSpeaker {
			s.Name, s.ID = a.People[i].Name, &a.People[i].ID
			return s
		}
	}
	id := article.Slug(s.Name)
	for _, list := range [][]article.Entity{a.People, a.Places, a.Organisations} {
		for i := range list {
			if list[i].ID == id {
				id += "-speaker"
			}
		}
	}
	a.People = append(a.People, article.Entity{
		ID: id, Name: s.Name, Aliases: []string{}, Roles: []string{},
		Mentions: []article.Mention{{Text: text, Start: label.Start, End: label.End, Confidence: labelConfidence}},
	})
	s.ID = &id
	return s
}

// isFunction reports whether a label says what somebody does and not who it is.
func isFunction(words []string) bool {
	switch words[len(words)-1] {
	case "q", "question", "a", "answer", "reporter", "journalist", "moderator", "host", "interviewer", "speaker", "operator",
		"anchor", "narrator", "audience", "voice", "chair", "chairman", "chairwoman", "president", "minister", "judge", "officer":
		return true
	}
	return false
}

// labelledTurns reads lines that begin with NAME:. Most of the lines, or of the
// paragraphs, must begin so.
func labelledTurns(text string) ([]turn, bool) {
	var turns []turn
	lines, paragraphs, labelled := 0, 0, 0
	opensParagraph := true
	firstLines := 0 // paragraphs that begin with a label
	for at := 0; at < len(text); {
		line, next := lineFrom(text, at)
		at = next
		if line.IsEmpty() {
			opensParagraph = true
			continue
		}
		lines++
		if opensParagraph {
			paragraphs++
		}
		label, rest, ok := labelOf(text, line)
		switch {
		case ok:
			labelled++
			if opensParagraph {
				firstLines++
			}
			turns = append(turns, turn{label: label, parts: appendSpan(nil, rest)})
		case len(turns) > 0 && !isDirection(line.Of(text)):
			last := &turns[len(turns)-1]
			last.parts = appendSpan(last.parts, line)
		}
		opensParagraph = false
	}
	return turns, labelled >= fewestTurns && (2*labelled >= lines || 2*firstLines >= paragraphs)
}

func appendSpan(parts []span.Span, s span.Span) []span.Span {
	if s.IsEmpty() {
		return parts
	}
	return append(parts, s)
}

// lineFrom returns the line that starts at byte at, trimmed, and where the next
// one starts.
func lineFrom(text string, at int) (line span.Span, next int) {
	next = len(text)
	line = span.Span{Start: at, End: len(text)}
	if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
		line.End, next = at+n, at+n+1
	}
	return trimmed(text, line), next
}

// trimmed takes white space off both ends.
func trimmed(text string, s span.Span) span.Span {
	s.End = s.Start + len(strings.TrimRightFunc(s.Of(text), unicode.IsSpace))
	s.Start = s.End - len(strings.TrimLeftFunc(s.Of(text), unicode.IsSpace))
	return s
}

// labelOf divides a line into the label before its colon and what is said.
func labelOf(text string, line span.Span) (label, rest span.Span, ok bool) {
	head := text[line.Start:min(line.End, line.Start+longestLabel+1)]
	colon := strings.IndexByte(head, ':')
	if colon <= 0 || line.Start+colon+1 < line.End && text[line.Start+colon+1] != ' ' {
		return label, rest, false
	}
	label = trimmed(text, span.Span{Start: line.Start, End: line.Start + colon})
	rest = trimmed(text, span.Span{Start: line.Start + colon + 1, End: line.End})
	return label, rest, isLabel(label.Of(text))
}

// isLabel reports whether the words before a colon may be who speaks: each
// begins with a capital, but for the particles of names.
func isLabel(label string) bool {
	label, _, _ = strings.Cut(label, " (") // KALLAS (via video link):
	words := strings.Fields(label)
	if len(words) == 0 || len(words) > mostLabelWords {
		return false
	}
	for i, word := range words {
		first, _ := utf8.DecodeRuneInString(word)
		last, _ := utf8.DecodeLastRuneInString(word)
		particle := i > 0 && len(word) <= len("della")
		if !unicode.IsUpper(first) && !particle || !unicode.IsLetter(last) && last != '.' && !unicode.IsDigit(last) {
			return false
		}
	}
	return true
}

// isDirection reports whether a line tells what happens: (Applause), [Laughter].
func isDirection(line string) bool {
	return line[0] == '(' && line[len(line)-1] == ')' || line[0] == '[' && line[len(line)-1] == ']'
}

// captionTurns reads WebVTT and SubRip: blocks with a line of times, whose other
// lines are said. A caption goes on with the turn before it unless it names a
// speaker or begins with a dash.
func captionTurns(text string) ([]turn, bool) {
	const arrow = "-->"
	if !strings.Contains(text, arrow) {
		return nil, false
	}
	isWebVTT := strings.HasPrefix(strings.TrimPrefix(text, "\uFEFF"), "WEBVTT")
	var turns []turn
	cues := 0
	said := false // within a block, below its line of times
	for at := 0; at < len(text); {
		line, next := lineFrom(text, at)
		at = next
		switch {
		case line.IsEmpty():
			said = false
		case isTimes(line.Of(text)):
			cues++
			said = true
		case said:
			turns = appendCaption(turns, text, line)
		}
	}
	return turns, cues > 0 && (isWebVTT || cues >= fewestTurns)
}

// isTimes reports whether a line says when a caption is shown: 00:01.000 -->
// 00:02.500.
func isTimes(line string) bool {
	from, to, ok := strings.Cut(line, "-->")
	return ok && isTime(from) && isTime(to)
}

func isTime(s string) bool {
	s = strings.TrimSpace(s)
	return strings.Contains(s, ":") && s[0] >= '0' && s[0] <= '9'
}

// appendCaption adds a line of a caption to the turns.
func appendCaption(turns []turn, text string, line span.Span) []turn {
	var label span.Span
	parts, voice := captionParts(text, line)
	if !voice.IsEmpty() {
		label = voice
	}
	if len(parts) == 0 {
		return turns
	}
	fresh := false
	if first := parts[0].Of(text); strings.HasPrefix(first, "- ") || strings.HasPrefix(first, ">> ") {
		parts[0].Start += strings.IndexByte(first, ' ') + 1
		fresh = true
	}
	if name, rest, ok := labelOf(text, parts[0]); ok && label.IsEmpty() {
		label, parts[0] = name, rest
	}
	if parts[0].IsEmpty() {
		parts = parts[1:]
	}
	last := len(turns) - 1
	switch {
	case last < 0, fresh:
	case label.IsEmpty(), label.Of(text) == turns[last].label.Of(text):
		turns[last].parts = append(turns[last].parts, parts...)
		return turns
	}
	return append(turns, turn{label: label, parts: parts})
}

// captionParts returns what is said in a line between its tags (<i>, <00:01>,
// <v Ana Sá>), and the speaker that a voice tag names.
func captionParts(text string, line span.Span) (parts []span.Span, voice span.Span) {
	for at := line.Start; at < line.End; {
		open := strings.IndexByte(text[at:line.End], '<')
		if open < 0 {
			parts = appendSpan(parts, trimmed(text, span.Span{Start: at, End: line.End}))
			break
		}
		parts = appendSpan(parts, trimmed(text, span.Span{Start: at, End: at + open}))
		length := strings.IndexByte(text[at+open:line.End], '>')
		if length < 0 {
			break
		}
		tag := span.Span{Start: at + open + 1, End: at + open + length}
		if words := strings.Fields(tag.Of(text)); len(words) > 1 && (words[0] == "v" || strings.HasPrefix(words[0], "v.")) {
			name := strings.IndexByte(tag.Of(text), ' ')
			voice = trimmed(text, span.Span{Start: tag.Start + name, End: tag.End})
		}
		at += open + length + 1
	}
	return parts, voice
}
