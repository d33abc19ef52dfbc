package verify

import (
	"testing"

	"github.com/whosaid/whosaid/pkg/article"
)

// somebody is a document with one speaker and, perhaps, others.
func somebody(name, role string, others ...string) (*cast, identity) {
	a := &article.Article{}
	add := func(name, role string) *string {
		id := article.Slug(name)
		e := article.Entity{ID: id, Name: name}
		if role != "" {
			e.Roles = []string{role}
		}
		a.People = append(a.People, e)
		return &id
	}
	s := &article.Speaker{Name: name}
	if name[0] >= 'A' && name[0] <= 'Z' {
		s.ID = add(name, role)
	}
	for i := 0; i+1 < len(others); i += 2 {
		add(others[i], others[i+1])
	}
	c := newCast(a)
	return c, c.identify(s, 0.9)
}

func TestSpeakersOfTwoDocuments(t *testing.T) {
	for name, test := range map[string]struct {
		draft, role, source, sourceRole string
		want                            Match
	}{
		"same name":                    {"Kaja Kallas", "", "Kaja Kallas", "", SameSpeaker},
		"surname":                      {"Kallas", "", "Kaja Kallas", "", SameSpeaker},
		"surname, the other way round": {"Kaja Kallas", "", "Kallas", "", SameSpeaker},
		"accents":                      {"Ana Sá", "", "Ana Sa", "", SameSpeaker},
		"initial":                      {"K. Kallas", "", "Kaja Kallas", "", SameSpeaker},
		"middle name":                  {"Donald J. Trump", "", "Donald Trump", "", SameSpeaker},
		"middle name of several":       {"George Bush", "", "George Walker Herbert Bush", "", SameSpeaker},
		"particle":                     {"Bashar al-Assad", "", "Bashar al Assad", "", SameSpeaker},
		"hyphen of another kind":       {"Ilse Roth-Ng", "", "Ilse Roth‑Ng", "", SameSpeaker},
		"double name shortened":        {"Roth-Ng", "", "Ilse Roth-Ng", "", SameSpeaker},
		"two people":                   {"Ada Smith", "", "Ben Jones", "", Different},
		"one surname, two people":      {"Ada Smith", "", "Ben Smith", "", Different},
		"short form of the first name": {"Bill Smith", "", "William Smith", "", CannotTell},
		"perhaps short":                {"Joe Smith", "", "Joseph Smith", "", CannotTell},
		"spelling":                     {"Zelensky", "", "Volodymyr Zelenskyy", "", CannotTell},
		"role for a name":              {"the foreign minister", "", "Ada Smith", "foreign minister of Poland", SameSpeaker},
		"name for a role":              {"Ada Smith", "Polish foreign minister", "the foreign minister", "", SameSpeaker},
		"initials in a role":           {"the EU policy chief", "", "Ada Smith", "European Union’s policy chief", SameSpeaker},
		"deputy":                       {"the mayor", "", "Ada Smith", "deputy mayor of Faro", CannotTell},
		"former":                       {"the former mayor", "", "Ada Smith", "mayor of Faro", CannotTell},
		"spokesman of an office":       {"a spokesman for the mayor", "", "Ada Smith", "mayor", CannotTell},
		"role that says nothing":       {"an official", "", "Ada Smith", "foreign minister", CannotTell},
		"her spokesman":                {"a spokesman for Smith", "", "Ada Smith", "", CannotTell},
		"two phrases":                  {"a spokesman", "", "a police spokesman", "", SameSpeaker},
		"two other phrases":            {"a resident", "", "an official", "", CannotTell},
		"pronoun":                      {"she", "", "Ada Smith", "", CannotTell},
	} {
		_, draft := somebody(test.draft, test.role)
		_, source := somebody(test.source, test.sourceRole)
		if got := compare(draft, source); got != test.want {
			t.Errorf("%s: %s (draft) and %s (source) are %q, want %q", name, test.draft, test.source, got, test.want)
		}
	}
}

func TestNobodyAsSpeaker(t *testing.T) {
	_, ada := somebody("Ada Smith", "")
	if got := compare(identity{}, ada); got != NotNamed {
		t.Errorf("no speaker in the draft is %q", got)
	}
	if got := compare(ada, identity{}); got != NoSource {
		t.Errorf("no speaker in the source is %q", got)
	}
}

// TestNoAccusationWithoutCertainty: where the pipeline is unsure who speaks, the
// answer is not that it is another.
func TestNoAccusationWithoutCertainty(t *testing.T) {
	_, ada := somebody("Ada Smith", "")
	_, ben := somebody("Ben Jones", "")
	if ben.confidence = sureSpeaker - 0.01; compare(ada, ben) != CannotTell {
		t.Error("an unsure speaker is taken for another one")
	}
	if ben.confidence = sureSpeaker; compare(ada, ben) != Different {
		t.Error("a sure speaker is not taken for another one")
	}
}

// TestSomebodyNewIsNobodyNamedBefore: a source that has named Ada Smith would not
// call her a resident.
func TestSomebodyNewIsNobodyNamedBefore(t *testing.T) {
	_, draft := somebody("Ada Smith", "")
	_, source := somebody("a resident", "", "Ada Smith", "teacher")
	if source.at = 100; compare(draft, source) != Different {
		t.Error("a resident is taken for somebody who was named before")
	}
	if source.at = 0; compare(draft, source) != CannotTell {
		t.Error("a resident is told from somebody who is named after")
	}
	_, source = somebody("a teacher", "", "Ada Smith", "teacher")
	if source.at = 100; compare(draft, source) != SameSpeaker {
		t.Error("a teacher is not taken for a teacher")
	}
}

// TestTheOfficeIsAnothers: the source says who the mayor is, and who is not.
func TestTheOfficeIsAnothers(t *testing.T) {
	_, draft := somebody("Ada Smith", "")
	_, source := somebody("the mayor", "", "Ada Smith", "teacher", "Ben Jones", "mayor")
	if got := compare(draft, source); got != Different {
		t.Errorf("a teacher and the mayor are %q", got)
	}
}
