package quote

import (
	"slices"
	"strings"
	"testing"
)

func TestListsAreSortedWithoutDuplicates(t *testing.T) {
	for name, list := range map[string]string{"speech": speechList, "stance": stanceList, "works": worksList, "naming": namingList, "clause": clauseList, "inscription": inscriptionList, "definition": definitionList, "things": thingList, "subjects": subjectList} {
		var words []string
		for line := range strings.Lines(list) {
			if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
				words = append(words, line)
			}
		}
		if len(words) == 0 {
			t.Errorf("%s is empty", name)
		}
		for i, w := range words {
			if len(w) > longestListed || w != strings.ToLower(w) {
				t.Errorf("%s: %q can never match", name, w)
			}
			if i > 0 && words[i-1] >= w {
				t.Errorf("%s: %q after %q", name, w, words[i-1])
			}
		}
	}
}

func TestWeightsAreOfEvidenceThatIsGiven(t *testing.T) {
	if weights().Of([]byte("bias")) == 0 && weights().Of([]byte("form small")) == 0 {
		t.Error("the weights do not speak of the evidence that this package gives")
	}
}

func TestWords(t *testing.T) {
	const text = `“U.S. officials’ well-known 'plan',” Ann’s aide—O'Neil—said.`
	want := []string{"U.S", "officials", "well-known", "plan", "Ann’s", "aide", "O'Neil", "said"}
	var forward, backward []string
	for at := 0; ; {
		w := wordAfter(text, at, len(text))
		if w.IsEmpty() {
			break
		}
		forward = append(forward, w.Of(text))
		at = w.End
	}
	for at := len(text); ; {
		w := wordBefore(text, 0, at)
		if w.IsEmpty() {
			break
		}
		backward = append(backward, w.Of(text))
		at = w.Start
	}
	slices.Reverse(backward)
	if !slices.Equal(forward, want) {
		t.Errorf("forward %q", forward)
	}
	if !slices.Equal(backward, want) {
		t.Errorf("backward %q", backward)
	}
}
