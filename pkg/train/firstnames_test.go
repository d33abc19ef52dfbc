package train

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/whosaid/whosaid/pkg/coref"
)

func TestFirstNames(t *testing.T) {
	f := NewFirstNames()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(f.AddCensus(strings.NewReader("ALMA 0.5 0.5 1\nROBIN 0.1 0.6 2\n"), coref.Female))
	must(f.AddCensus(strings.NewReader("ROBIN 0.1 0.1 1\nPAUL 0.9 1.0 2\n"), coref.Male))
	must(f.AddBritish(strings.NewReader("Name,years.appearing,count.male,count.female,prob.gender\nSiân,9,0,900,Female\nA,7,49,0,Male\n")))
	must(f.AddCountries(strings.NewReader("\ufeffCountry,Group,Region,Population,Note,Year,Romanization,Index,Name Group,Gender,Localized Name,Romanized Name\n" +
		"XX,1,,,,2018,N,1,N-1,M,Ōskar,Oskar\n")))
	must(f.AddNews(strings.NewReader(strings.Repeat("The mayor , Zoria Lunt , said she was late .\n", fewestPronouns) +
		strings.Repeat("Then Paul Lunt said she was late .\n", fewestPronouns) +
		strings.Repeat("Then Ubo Lunt met Rosa Marsh who said she was late .\n", fewestPronouns))))
	var out strings.Builder
	if _, err := f.WriteTo(&out); err != nil {
		t.Fatal(err)
	}
	// Robin is both; A is an initial; Paul is told by the lists, whatever news
	// says; no pronoun follows Ubo before the next name.
	want := "alma\tf\noskar\tm\npaul\tm\nrosa\tf\nsian\tf\nzoria\tf\n"
	if diff := cmp.Diff(want, out.String()); diff != "" {
		t.Errorf("list (-want +got):\n%s", diff)
	}
}

func TestFirstNamesFaults(t *testing.T) {
	f := NewFirstNames()
	if err := f.AddCensus(strings.NewReader("ALMA many 0.5 1\n"), coref.Female); err == nil {
		t.Error("a census list without numbers is no list")
	}
	if err := f.AddBritish(strings.NewReader("Alma,9,none,900,Female\n")); err == nil {
		t.Error("a British list without numbers is no list")
	}
}
