package verify

import (
	"fmt"
	"strings"
)

// message says in one sentence what a finding means.
func message(f *Finding) string {
	draft, source := "nobody", "nobody"
	if f.Draft.Speaker != nil {
		draft = *f.Draft.Speaker
	}
	if f.Source != nil && f.Source.Speaker != nil {
		source = *f.Source.Speaker
	}
	switch f.Verdict {
	case Altered:
		if f.Speaker == Different {
			return fmt.Sprintf("not the words of the source, where %s says them, not %s: %s", source, draft, Inline(f.Diff))
		}
		return "not the words of the source: " + Inline(f.Diff)
	case Misattributed:
		return fmt.Sprintf("the draft says %s, the source says %s", draft, source)
	case Unattributed:
		if !f.Source.Quoted {
			return "the source has these words in its own text and says nowhere whose they are"
		}
		return "the source does not say who says this"
	case NotFound:
		return "no source has words like these"
	case Trimmed:
		edits := make([]string, len(f.Edits))
		for i, e := range f.Edits {
			edits[i] = e.describe()
		}
		return "word for word but for " + strings.Join(edits, ", ") + uncertain(f, draft, source)
	}
	return "word for word" + uncertain(f, draft, source)
}

// describe says in a few words what an edit is.
func (e Edit) describe() string {
	switch e.Kind {
	case Ellipsis:
		if e.Source == "" {
			return "dots"
		}
		return "dots for “" + e.Source + "”"
	case Brackets:
		switch {
		case e.Draft == "":
			return "brackets for “" + e.Source + "”"
		case e.Source == "":
			return "“" + e.Draft + "” put in brackets"
		}
		return "“" + e.Draft + "” in brackets for “" + e.Source + "”"
	case SourceBrackets:
		return "the source’s bracketed “" + e.Source + "”"
	case FirstCapital:
		return "the first capital"
	case Capital:
		return "the capitals of “" + e.Draft + "”"
	case FinalPunctuation:
		return "its final punctuation"
	case Punctuation:
		return "its punctuation"
	}
	return "a word divided at the end of a line"
}

func uncertain(f *Finding, draft, source string) string {
	if f.Speaker != CannotTell {
		return ""
	}
	return fmt.Sprintf("; cannot tell whether %s (draft) is %s (source)", draft, source)
}

// Inline writes a diff on one line, as word diffs are written: {+of the draft+}
// and [-of the source-].
func Inline(diff []Piece) string {
	line := ""
	for i, p := range diff {
		if i > 0 {
			line += " "
		}
		switch {
		case p.Kind == Same:
			line += p.Draft
		case p.Source == "":
			line += "{+" + p.Draft + "+}"
		case p.Draft == "":
			line += "[-" + p.Source + "-]"
		default:
			line += "[-" + p.Source + "-]{+" + p.Draft + "+}"
		}
	}
	return line
}
