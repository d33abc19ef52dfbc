package coref

import (
	"strings"
	"testing"
)

func TestPronoun(t *testing.T) {
	for _, c := range []struct {
		phenomenon, text string // the pronoun in question is the last one between asterisks
		want             string
	}{
		{"gender by first name", "{p Robert Lunt} met {p Helen Marsh}. *She* left.", "Helen Marsh"},
		{"gender of the other", "{p Robert Lunt} met {p Helen Marsh}. *He* left.", "Robert Lunt"},
		{"gender of the one name there is", "{p Helen} met {p Robert}. *He* left.", "Robert"},
		{"one name that is a family name", "{p Bao} spoke. *He* left.", "Bao"},
		{"gender by title", "Mr {p Okwu} met Mrs {p Adey}. *She* left.", "Adey"},
		{"gender by role", "Spokeswoman {p Ro Adey} met {p Zu Okwu}. *She* left.", "Ro Adey"},
		{"gender by an earlier pronoun", "{p Ro Adey} took her coat. {p Zu Okwu} took his. *He* left.", "Zu Okwu"},
		{"subject of the sentence before", "{p Paul Lunt} praised {p Peter Marsh}. *He* left.", "Paul Lunt"},
		{"speaker of the quotation before", "“It is late,” said {p Paul Lunt}. “We thank {p Peter Marsh}.”\n\n“It is cold,” *he* said.", "Paul Lunt"},
		{"quoted names do not count", "{p Paul Lunt} spoke. “{p Peter Marsh} is late,” *he* said.", "Paul Lunt"},
		{"family name first", "{p Bao Yongli} spoke. *He* left.", "Bao Yongli"},
		{"given name of two syllables", "{p Tam Yi-chung} spoke. *He* left.", "Tam Yi-chung"},
		{"family name last", "{p Mei Lin} spoke. *He* left.", ""},
		{"chain", "{p Paul Lunt} left. He met nobody. He slept. *He* rose.", "Paul Lunt"},
		{"possessive", "{p Helen Marsh} sold *her* house.", "Helen Marsh"},
		{"nobody of that gender", "{p Robert Lunt} spoke. *She* left.", ""},
		{"no pronoun", "{p Robert Lunt} spoke. *They* left.", ""},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			before, rest, _ := strings.Cut(c.text, "*")
			word, after, _ := strings.Cut(rest, "*")
			d, e := resolveMarked(t, before+word+after)
			at := strings.LastIndex(d.Text, word+after)
			got := ""
			for i, token := range d.Tokens {
				if token.Start == at {
					if candidates := e.Pronoun(d, i); len(candidates) > 0 {
						got = e.List[candidates[0].Entity].Name
					}
				}
			}
			if got != c.want {
				t.Errorf("%s: %q, want %q", c.text, got, c.want)
			}
		})
	}
}

func TestPronounScores(t *testing.T) {
	d, e := resolveMarked(t, "{p Paul Lunt} met {p Peter Marsh}. He left.")
	for i := range d.Tokens {
		candidates := e.Pronoun(d, i)
		if len(candidates) == 0 {
			continue
		}
		sum := 0.0
		for k, c := range candidates {
			sum += c.Score
			if k > 0 && c.Score > candidates[k-1].Score {
				t.Error("candidates are not in order of their scores")
			}
		}
		if sum < 0.999 || sum > 1.001 {
			t.Errorf("scores add up to %v", sum)
		}
		return
	}
	t.Error("no pronoun was resolved")
}

func TestGender(t *testing.T) {
	for _, c := range []struct {
		phenomenon, text string
		want             Gender
	}{
		{"first name", "{p Helen Lunt} spoke.", Female},
		{"title", "Mr {p Okwu} spoke.", Male},
		{"role", "Congresswoman {p Ro Adey} spoke.", Female},
		{"pronoun in the sentence", "{p Ro Adey} took his coat and his hat. He left. {p Adey} said he was late.", Male},
		{"nothing", "{p Ro Adey} spoke.", Unknown},
		{"the text against the first name", "{p Helen Adey} took his coat. He left. {p Adey} said he was late. {p Adey} took his hat. He rose. He sat.", Male},
		{"organisation", "{o Volta} grew.", Neuter},
	} {
		t.Run(c.phenomenon, func(t *testing.T) {
			_, e := resolveMarked(t, c.text)
			if got := e.List[0].Gender; got != c.want {
				t.Errorf("%s: %v, want %v", c.text, got, c.want)
			}
		})
	}
}
