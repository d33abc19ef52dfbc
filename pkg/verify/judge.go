package verify

import (
	"slices"
	"strings"

	"github.com/whosaid/whosaid/pkg/span"
)

// find is a place of a source where a quotation may come from, with what
// differs.
type find struct {
	source  *source
	at      span.Span // in the source's text
	quotes  []int     // the quotes of the source that it touches, in order
	inMarks bool      // every word of it is quoted there
	same    int       // words that are the same
	own     int       // those of them that no bracket holds
	changes int       // words that differ and may not
	edits   []Edit
	diff    []Piece
	spliced bool // it joins what two speakers said
	speaker identity
	match   Match
}

// share is how much of the quotation is right: 1 when nothing is changed.
func (f *find) share() float64 {
	if f.same == 0 {
		return 0
	}
	return float64(f.same) / float64(f.same+f.changes)
}

// judge lists what an alignment says.
func (x *Index) judge(q *quotation, s *source, words stream, a alignment) *find {
	f := &find{source: s, inMarks: true}
	j := judgement{find: f, index: x, quotation: q, stream: words, previous: noWord}
	i, k := 0, a.first
	for at, pair := range a.pairs {
		if pair == noWord {
			continue
		}
		j.differ(i, at, k, pair)
		j.agree(at, pair)
		i, k = at+1, pair+1
	}
	j.differ(i, len(q.words), k, max(k, a.last))
	j.endSame()
	if f.same == 0 {
		return f
	}
	j.ends()
	j.limits()
	return f
}

// judgement is a find in the making.
type judgement struct {
	*find
	index     *Index
	quotation *quotation
	stream    stream
	previous  int // the pair before: its word of the stream, or noWord
	omissions int // that leave words out
	brackets  bool
	firstWord int // of the stream, that is the same
	lastWord  int
	// draftSame and sourceSame are the words since the last piece of the diff,
	// which are the same. A long quotation adds one at a time.
	draftSame, sourceSame []byte
}

// source word k of the stream, as a span of the source's text.
func (j *judgement) wordSpan(k int) span.Span {
	return j.index.wordSpan(j.find.source, j.stream.positions[k])
}

// sourceText returns words k0 to k1 of the stream as they are written, without
// what stands between the pieces of a speech.
func (j *judgement) sourceText(k0, k1 int) string {
	var pieces []string
	for k := k0; k < k1; {
		from := k
		for k++; k < k1 && j.stream.positions[k] == j.stream.positions[k-1]+1; k++ {
		}
		pieces = append(pieces, j.find.source.article.Text[j.wordSpan(from).Start:j.wordSpan(k-1).End])
	}
	return strings.Join(pieces, " ")
}

// draftText returns words i0 to i1 of the quotation as they are written.
func (j *judgement) draftText(i0, i1 int) string {
	words := j.quotation.words
	var pieces []string
	for i := i0; i < i1; {
		from := i
		for i++; i < i1 && !words[i].opens; i++ {
		}
		pieces = append(pieces, j.quotation.text[words[from].Start:words[i-1].End])
	}
	return strings.Join(pieces, " ")
}

// agree takes word i of the quotation for word k of the stream.
func (j *judgement) agree(i, k int) {
	w := j.quotation.words[i]
	f := j.find
	position := j.stream.positions[k]
	if f.same == 0 {
		j.firstWord = k
	}
	j.lastWord = k
	f.same++
	if !w.bracketed {
		f.own++
	}
	if quote := f.source.quoteAt(position); quote == noWord {
		f.inMarks = false
	} else if n := len(f.quotes); n == 0 || f.quotes[n-1] != quote {
		f.quotes = append(f.quotes, quote)
	}
	source := j.wordSpan(k)
	draftWord, sourceWord := w.Of(j.quotation.text), source.Of(f.source.article.Text)
	if capitals(draftWord) != capitals(sourceWord) {
		kind := Capital
		if i == 0 {
			kind = FirstCapital
		}
		j.edit(kind, draftWord, sourceWord)
	}
	if w.bracketed && !j.stream.bracketed[k] && !strings.ContainsAny(sourceWord, "[]") {
		j.edit(Brackets, draftWord, sourceWord)
	}
	if len(j.draftSame) > 0 {
		j.draftSame, j.sourceSame = append(j.draftSame, ' '), append(j.sourceSame, ' ')
	}
	j.draftSame, j.sourceSame = append(j.draftSame, draftWord...), append(j.sourceSame, sourceWord...)
	if i > 0 && j.previous != noWord && j.previous == k-1 {
		j.between(i, k)
	}
	j.previous = k
}

// between compares the punctuation before word i with that before word k; both
// follow words that are the same.
func (j *judgement) between(i, k int) {
	words := j.quotation.words
	draft := j.quotation.text[words[i-1].End:words[i].Start]
	source := j.find.source.article.Text[j.wordSpan(k-1).End:j.wordSpan(k).Start]
	// Where an attribution stands between the words, the punctuation belongs to
	// that.
	divided := words[i].opens || j.stream.positions[k] != j.stream.positions[k-1]+1
	switch {
	case words[i].omission:
		if !hasEllipsis(source) {
			j.edit(Ellipsis, "…", "")
		}
	case !divided && punctuation(draft) != punctuation(source):
		j.edit(Punctuation, strings.TrimSpace(draft), strings.TrimSpace(source))
	}
}

// differ takes words i0 to i1 of the quotation for words k0 to k1 of the
// stream: either may be none.
func (j *judgement) differ(i0, i1, k0, k1 int) {
	if i0 == i1 && k0 == k1 {
		return
	}
	words := j.quotation.words
	bracketed, omitted := 0, i1 < len(words) && i1 > 0 && words[i1].omission
	for i := i0; i < i1; i++ {
		if words[i].bracketed {
			bracketed++
		}
		omitted = omitted || words[i].omission
	}
	draft, source := j.draftText(i0, i1), j.sourceText(k0, k1)
	// Where both have brackets, these hold the source's words, not the draft's.
	shared := i0 > 0 && k0 > 0 && words[i0-1].bracketed && j.stream.bracketed[k0-1] ||
		i1 < len(words) && k1 < len(j.stream.bracketed) && words[i1].bracketed && j.stream.bracketed[k1]
	besideBracket := i0 > 0 && words[i0-1].bracketed || i1 < len(words) && words[i1].bracketed
	own := i1 - i0 - bracketed
	turns := j.dropsNegation(i0, i1, k0, k1)
	piece := Piece{Kind: Edited, Draft: draft, Source: source}
	switch {
	case own == 0 && omitted && !turns && j.mayOmit(k0, k1):
		j.omissions++
		j.edit(Ellipsis, draft, source)
	case own == 0 && bracketed > 0 && !shared && !turns && k1-k0 <= maxBracketed && j.keeps(i0, i1, k0, k1):
		j.brackets = true
		j.edit(Brackets, draft, source)
	case i0 == i1 && !shared && j.bracketedInSource(k0, k1):
		j.edit(SourceBrackets, "", source)
	case i0 == i1 && besideBracket && !shared && !turns && k1-k0 <= maxBracketed:
		j.brackets = true
		j.edit(Brackets, "", source)
	case j.isBroken(i0, i1, k0, k1):
		j.edit(LineBreak, draft, source)
	default:
		piece.Kind = Changed
		left := k1 - k0 - bracketed
		if omitted && !turns {
			left = min(left, own)
		}
		j.changes += max(own, left, 1)
	}
	j.endSame()
	j.diff = append(j.diff, piece)
	j.previous = noWord
}

// endSame adds the words that are the same since the last piece.
func (j *judgement) endSame() {
	if len(j.draftSame) == 0 {
		return
	}
	j.diff = append(j.diff, Piece{Kind: Same, Draft: string(j.draftSame), Source: string(j.sourceSame)})
	j.draftSame, j.sourceSame = j.draftSame[:0], j.sourceSame[:0]
}

// ends compares what stands before the first and after the last word.
func (j *judgement) ends() {
	q, text := j.quotation, j.find.source.article.Text
	j.at = span.Span{Start: j.wordSpan(j.firstWord).Start, End: j.wordSpan(j.lastWord).End}
	before := strings.TrimRight(text[:j.at.Start], " ")
	if q.opening && !strings.HasSuffix(before, "…") && !strings.HasSuffix(before, "..") && !strings.HasSuffix(before, ". .") {
		j.edit(Ellipsis, "…", "")
	}
	after := text[j.at.End:]
	if end := strings.IndexFunc(after, func(r rune) bool { return isWordRune(r) || isMark(r) || r == '\n' }); end >= 0 {
		after = after[:end]
	}
	if q.closing {
		if !hasEllipsis(after) {
			j.edit(Ellipsis, "…", "")
		}
		return
	}
	draft := q.text[q.words[len(q.words)-1].End:q.end]
	if p := punctuation(draft); p != "" && p != punctuation(after) {
		j.edit(FinalPunctuation, strings.TrimSpace(draft), punctuation(after))
	}
}

// limits takes back what brackets and dots may not carry, and counts a
// quotation that joins what two people said as changed.
func (j *judgement) limits() {
	if (j.brackets || j.omissions > 0) && (j.own < fewestOwn(j.omissions) || 2*j.own < len(j.quotation.words)) {
		j.changes++
	}
	if j.brackets && slices.ContainsFunc(j.edits, func(e Edit) bool { return e.Kind == SourceBrackets }) {
		j.changes++ // brackets that have moved
	}
	quotes := j.find.source.article.Quotes
	for _, q := range j.quotes[min(1, len(j.quotes)):] {
		a, b := quotes[j.quotes[0]].Speaker, quotes[q].Speaker
		if a != nil && b != nil && !isSameSpeaker(a, b) {
			j.changes++
			j.spliced = true
			return
		}
	}
}

func (j *judgement) edit(kind EditKind, draft, source string) {
	j.edits = append(j.edits, Edit{Kind: kind, Draft: draft, Source: source})
}
