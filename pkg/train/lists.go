package train

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/whosaid/whosaid/pkg/ner"
)

// How many of the census' names count as common, and how many stand on a list
// at all; the lists are sorted by frequency.
const (
	commonSurnames = 5_000
	listedSurnames = 40_000
	commonBabies   = 200 // times given, for a first name to count as common
	listedBabies   = 10
)

// readLists reads every list that may be embedded.
func readLists(dir string) (phrases, error) {
	p := phrases{}
	err := errors.Join(
		p.addCities(filepath.Join(dir, "world-cities", "world-cities.csv")),
		p.addCorpora(filepath.Join(dir, "corpora")),
		p.addCensus(filepath.Join(dir, "names_us")),
		p.addBabies(filepath.Join(dir, "names_uk", "ukprocessed.csv")),
		p.addPopular(filepath.Join(dir, "popular-names")),
		p.addUniversities(filepath.Join(dir, "universities", "world_universities.json")),
		p.addColumn(filepath.Join(dir, "companies", "sp500.csv"), 1, ner.ListCompany),
		p.addClubs(filepath.Join(dir, "clubs")),
		p.addPoliticians(filepath.Join(dir, "politicians")),
	)
	return p, err
}

// eachRecord calls use with each record of a CSV file after the head.
func eachRecord(path string, use func([]string)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	records := csv.NewReader(f)
	records.FieldsPerRecord = -1
	records.LazyQuotes = true
	for head := true; ; head = false {
		record, err := records.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if !head {
			use(record)
		}
	}
}

func (p phrases) addColumn(path string, column int, list ner.Lists) error {
	return eachRecord(path, func(r []string) {
		if column < len(r) {
			p.add(r[column], list)
		}
	})
}

func (p phrases) addCities(path string) error {
	return eachRecord(path, func(r []string) {
		p.add(r[0], ner.ListCity)
		p.add(r[1], ner.ListCountry)
		p.add(r[2], ner.ListRegion)
	})
}

func (p phrases) addBabies(path string) error {
	return eachRecord(path, func(r []string) {
		boys, _ := strconv.Atoi(r[2])
		girls, _ := strconv.Atoi(r[3])
		switch n := boys + girls; {
		case n >= commonBabies:
			p.add(r[0], ner.ListFirstName)
		case n >= listedBabies:
			p.add(r[0], ner.ListRareFirstName)
		}
	})
}

func (p phrases) addPopular(dir string) error {
	forenames := eachRecord(filepath.Join(dir, "common-forenames-by-country.csv"), func(r []string) {
		p.add(r[len(r)-1], ner.ListFirstName)
	})
	return errors.Join(forenames, eachRecord(filepath.Join(dir, "common-surnames-by-country.csv"), func(r []string) {
		p.add(r[5], ner.ListSurname)
	}))
}

// addCensus reads the name tables of the 1990 census.
func (p phrases) addCensus(dir string) error {
	for file, list := range map[string]ner.Lists{
		"dist.all.last": ner.ListSurname, "dist.male.first": ner.ListFirstName, "dist.female.first": ner.ListFirstName,
	} {
		text, err := os.ReadFile(filepath.Join(dir, file))
		if err != nil {
			return err
		}
		for n, line := range strings.Split(string(text), "\n") {
			fields := strings.Fields(line)
			switch {
			case len(fields) == 0 || n >= listedSurnames:
			case list == ner.ListSurname && n >= commonSurnames:
				p.add(fields[0], ner.ListRareSurname)
			default:
				p.add(fields[0], list)
			}
		}
	}
	return nil
}

func (p phrases) addUniversities(path string) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var universities []struct{ Name string }
	if err := json.Unmarshal(text, &universities); err != nil {
		return err
	}
	for _, u := range universities {
		p.add(u.Name, ner.ListUniversity)
	}
	return nil
}

// addClubs reads football clubs: a line is a club's name, up to a comma, or
// after a bar other names of the club above.
func (p phrases) addClubs(dir string) error {
	return filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.Contains(path, ".clubs.") || strings.Contains(path, "lang") {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, line := range strings.Split(string(text), "\n") {
			line = strings.TrimLeft(strings.TrimSpace(line), "| ")
			if line == "" || strings.ContainsAny(line[:1], "=#{[") {
				continue
			}
			for _, name := range strings.Split(line, "|") {
				name, _, _ = strings.Cut(name, ",")
				name, _, _ = strings.Cut(name, "#")
				name, _, _ = strings.Cut(name, "(")
				p.add(name, ner.ListClub)
			}
		}
		return nil
	})
}

// addPoliticians reads the members and committees of the US Congress and the
// presidents.
func (p phrases) addPoliticians(dir string) error {
	for _, file := range []string{"us-legislators-current.yaml", "us-executive.yaml"} {
		var people []struct {
			Name struct {
				First, Last string
				Full        string `yaml:"official_full"`
			}
		}
		if err := readYAML(filepath.Join(dir, file), &people); err != nil {
			return err
		}
		for _, who := range people {
			p.add(who.Name.First+" "+who.Name.Last, ner.ListPerson)
			p.add(who.Name.Full, ner.ListPerson)
		}
	}
	var committees []struct{ Name string }
	if err := readYAML(filepath.Join(dir, "us-committees-current.yaml"), &committees); err != nil {
		return err
	}
	for _, c := range committees {
		p.add(c.Name, ner.ListBody)
	}
	return nil
}

func readYAML(path string, into any) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	return yaml.Unmarshal(text, into)
}
