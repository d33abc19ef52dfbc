package train

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/whosaid/whosaid/pkg/coref"
)

// What a source says is made comparable: bearers per million.
const (
	// perPercent turns the census's percentages into bearers per million.
	perPercent = 10_000
	// perBirth turns counts of British births into bearers per million: the
	// list counts about 25 million of them.
	perBirth = 1.0 / 25
	// perCountry is what it weighs that a name is among the most common ones
	// of a country, whose numbers the list does not give.
	perCountry = 50
	// fewestPronouns is how many pronouns after a name make evidence. News has
	// its say only where the lists are silent: it speaks of few people, and the
	// pronoun is often another's.
	fewestPronouns = 4
	// fewestBearers per million make a name worth a line.
	fewestBearers = 2.5
	// surestShare is the share of bearers of one gender from which the name
	// tells it.
	surestShare = 0.93
	// newsShare is the same for pronouns after a name in news, some of which
	// are another's.
	newsShare = 0.8
	// shortestFirstName in letters: shorter ones are initials.
	shortestFirstName = 2
	// pronounWindow is how many words after a full name its pronoun may come.
	pronounWindow = 25
)

// FirstNames counts how often a first name is a woman's and how often a man's.
type FirstNames struct {
	bearers map[string]*bearers
}

// bearers are how many people of a million have a name.
type bearers struct{ female, male float64 }

// NewFirstNames returns an empty count.
func NewFirstNames() *FirstNames {
	return &FirstNames{bearers: map[string]*bearers{}}
}

func (f *FirstNames) add(name string, female, male float64) {
	name = coref.Fold(strings.TrimSpace(name))
	if utf8.RuneCountInString(name) < shortestFirstName || strings.IndexFunc(name, isNoNameRune) >= 0 {
		return
	}
	b := f.bearers[name]
	if b == nil {
		b = &bearers{}
		f.bearers[name] = b
	}
	b.female += female
	b.male += male
}

func isNoNameRune(r rune) bool { return !unicode.IsLetter(r) }

// AddCensus reads a list of the US Census of 1990: a name, its bearers in per
// cent of the gender, and two columns that are not used.
func (f *FirstNames) AddCensus(r io.Reader, gender coref.Gender) error {
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		if len(fields) < 2 {
			continue
		}
		percent, err := strconv.ParseFloat(fields[1], 64)
		if err != nil {
			return fmt.Errorf("census list: %w", err)
		}
		if gender == coref.Female {
			f.add(fields[0], percent*perPercent, 0)
		} else {
			f.add(fields[0], 0, percent*perPercent)
		}
	}
	return lines.Err()
}

// AddBritish reads the list of British first names: name, years, boys, girls.
func (f *FirstNames) AddBritish(r io.Reader) error {
	return eachRow(r, "Name", func(row []string) error {
		male, err := strconv.ParseFloat(row[2], 64)
		if err != nil {
			return fmt.Errorf("the British list: %w", err)
		}
		female, err := strconv.ParseFloat(row[3], 64)
		if err != nil {
			return fmt.Errorf("the British list: %w", err)
		}
		f.add(row[0], female*perBirth, male*perBirth)
		return nil
	})
}

// AddCountries reads the list of the most common first names by country.
func (f *FirstNames) AddCountries(r io.Reader) error {
	const gender, romanised = 9, 11 // columns
	return eachRow(r, "Country", func(row []string) error {
		if len(row) <= romanised {
			return nil
		}
		switch row[gender] {
		case "F":
			f.add(row[romanised], perCountry, 0)
		case "M":
			f.add(row[romanised], 0, perCountry)
		}
		return nil
	})
}

// eachRow reads CSV and skips the row of titles, which starts with heading.
func eachRow(r io.Reader, heading string, do func(row []string) error) error {
	rows := csv.NewReader(r)
	rows.FieldsPerRecord = -1
	for {
		row, err := rows.Read()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if len(row) < 4 || strings.TrimPrefix(row[0], "\ufeff") == heading {
			continue
		}
		if err := do(row); err != nil {
			return err
		}
	}
}

// AddNews counts, in news text of one tokenised paragraph a line, which
// pronoun follows a full name that is alone in its stretch of text.
func (f *FirstNames) AddNews(r io.Reader) error {
	seen := map[string]*bearers{}
	common := map[string]int{} // words written small, and how often
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<24) // bytes: longer than any paragraph of news
	for lines.Scan() {
		words := bytes.Fields(lines.Bytes())
		for i := 1; i+1 < len(words); i++ {
			if !isCapitalised(words[i]) {
				common[string(words[i])]++
				continue
			}
			if !isCapitalised(words[i+1]) || isCapitalised(words[i-1]) {
				continue
			}
			if i+2 < len(words) && isCapitalised(words[i+2]) {
				continue
			}
			name := strings.ToLower(string(words[i]))
			if female, male := pronounAfter(words[i+2:]); female != male {
				b := seen[name]
				if b == nil {
					b = &bearers{}
					seen[name] = b
				}
				b.female += female
				b.male += male
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(seen)) {
		b, listed := seen[name], f.bearers[name]
		if listed != nil && listed.female+listed.male >= fewestBearers {
			continue
		}
		n := b.female + b.male
		if n < fewestPronouns || float64(common[name]) >= n {
			continue
		}
		switch {
		case b.female >= newsShare*n:
			f.add(name, n, 0)
		case b.male >= newsShare*n:
			f.add(name, 0, n)
		}
	}
	return lines.Err()
}

// pronounAfter finds the first pronoun before the next name.
func pronounAfter(words [][]byte) (female, male float64) {
	for i, w := range words {
		if i == pronounWindow {
			break
		}
		switch strings.ToLower(string(w)) {
		case "she", "her", "herself":
			return 1, 0
		case "he", "his", "him", "himself":
			return 0, 1
		case "\"", "``", "''": // a quotation speaks of others
			return 0, 0
		}
		if isCapitalised(w) && i > 0 && words[i-1][0] != '.' {
			return 0, 0
		}
	}
	return 0, 0
}

func isCapitalised(word []byte) bool {
	return len(word) > 1 && 'A' <= word[0] && word[0] <= 'Z' && 'a' <= word[1] && word[1] <= 'z'
}

// WriteTo writes the names that tell a gender, sorted, one a line: the folded
// name, a tab, f or m.
func (f *FirstNames) WriteTo(w io.Writer) (int64, error) {
	var out bytes.Buffer
	for _, name := range slices.Sorted(maps.Keys(f.bearers)) {
		b := f.bearers[name]
		total := b.female + b.male
		if total < fewestBearers {
			continue
		}
		switch {
		case b.female >= surestShare*total:
			out.WriteString(name + "\tf\n")
		case b.male >= surestShare*total:
			out.WriteString(name + "\tm\n")
		}
	}
	return out.WriteTo(w)
}
