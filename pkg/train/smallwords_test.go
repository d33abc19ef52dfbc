package train

import (
	"os"
	"strings"
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

func TestSmallWordsAreWhatTheCorporaGive(t *testing.T) {
	const data = "../../../shared/data"
	if _, err := os.Stat(data); err != nil {
		t.Skipf("needs the corpora beside the repository: %v", err)
	}
	if testing.Short() {
		t.Skip("reads all corpora")
	}
	want, err := SmallWords(data, Corpora())
	if err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile("../ner/smallwords.txt")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for line := range strings.Lines(string(file)) {
		if !strings.HasPrefix(line, "#") {
			got = append(got, strings.TrimSuffix(line, "\n"))
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("pkg/ner/smallwords.txt is not what whosaid-train smallwords makes (-want +got):\n%s", diff)
	}
}
