package train

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/pkg/ner"
)

func TestSmallWordsAreCountedInsideNames(t *testing.T) {
	const text = "The Bank of Upper Lorn is a bank of note, said Abdul bin Tariq."
	uses, inside := map[string]int{}, map[string]int{}
	countSmall(&Article{Text: text, Entities: []Entity{
		{Start: 4, End: 22, Type: ner.Organisation}, {Start: 47, End: 62, Type: ner.Person},
	}}, uses, inside)
	want := map[string]int{"of": 1, "bin": 1}
	if diff := cmp.Diff(want, inside); diff != "" {
		t.Errorf("inside names (-want +got):\n%s", diff)
	}
	if uses["of"] != 2 || uses["said"] != 1 {
		t.Errorf("uses: of %d, said %d; want 2 and 1", uses["of"], uses["said"])
	}
}
