package attrib

import "github.com/whosaid/whosaid/pkg/span"

// maxNaming is how many items may stand between a noun phrase and the name that
// its clause tells: who asked that she be identified by only her first name, Ana.
const maxNaming = 12

// calledName returns where the text tells the name of somebody whom a noun phrase
// brings up, and the entity that has it, -1 for none; it is empty when it does not:
//
//	a resident who gave her name only as Danuta
//	a commenter using the pseudonym Ursus
//	a man surnamed Okoro
//
// It must not take a man who met a lawyer called Danuta, nor: one lawyer called
// Danuta “a hero”.
func (f *frame) calledName(p *phrase) (at span.Span, entity int) {
	i := p.whole
	if i < len(f.items) && f.items[i].mark == comma {
		i++
	}
	who := i < len(f.items) && !f.items[i].start && f.items[i].function == relative
	if who {
		i++
	}
	if i >= len(f.items) || f.items[i].start || !isNamingVerb(f.text(i)) || !who && f.mayPredicate(p, i) {
		return span.Span{}, -1
	}
	for end := min(len(f.items), i+maxNaming); i+1 < end && !f.items[i+1].start && f.items[i+1].piece < 0; i++ {
		next := &f.items[i+1]
		if next.mention < 0 && !next.tag.IsProper() {
			if next.tag.IsVerb() && !isNamingVerb(f.text(i+1)) && next.function != beForm {
				break // who gave way when
			}
			continue
		}
		x := i
		if f.items[x].mark == comma {
			x-- // her first name, Ana
		}
		if !isBeforeName(f.text(x)) {
			break
		}
		if next.mention >= 0 {
			return f.entities.Mentions[next.mention].Span, f.entities.Of[next.mention]
		}
		last := i + 2
		for last < end && f.items[last].tag.IsProper() && !f.items[last].start {
			last++
		}
		return f.span(i+1, last), -1
	}
	return span.Span{}, -1
}

// mayPredicate reports whether the verb at item i, with no who before it, may be
// what the phrase before it does: one lawyer called Danuta; but not a lawyer named
// Danuta, nor the lawyer known as Danuta.
func (f *frame) mayPredicate(p *phrase, i int) bool {
	switch f.text(i) {
	case "asking", "giving", "going", "identifying", "known", "nicknamed", "surnamed", "using":
		return false
	case "named":
		first := f.text(p.first)
		return first != "a" && first != "an" && first != "A" && first != "An"
	}
	return true
}

// isNamingVerb reports whether a word may begin the clause that tells a name.
func isNamingVerb(word string) bool {
	switch word {
	case "ask", "asked", "asking", "asks", "call", "called", "calling", "calls", "gave", "give", "given", "gives", "giving", "goes", "going",
		"identified", "identifies", "identifying", "known", "named", "nicknamed", "surnamed", "use", "used", "uses", "using", "went":
		return true
	}
	return false
}

// isBeforeName reports whether a word may stand right before such a name.
func isBeforeName(word string) bool {
	switch word {
	case "alias", "as", "by", "called", "handle", "name", "named", "nickname", "nicknamed", "only", "pseudonym", "surname", "surnamed", "username":
		return true
	}
	return false
}

// apposedBody returns the organisation whose name stands between commas behind a
// noun that an organisation may be called by: the mine's owner, Harrow Steel,
// said; but not: a spokesman for the mine, Harrow Steel, said. It is an index of an
// entity, -1 for none.
func (f *frame) apposedBody(p *phrase) int {
	i := p.whole
	if i+1 >= len(f.items) || f.items[i].mark != comma || f.items[i+1].start || f.items[i+1].phrase < 0 || !isMaker(f.head(p)) {
		return -1
	}
	n := &f.phrases[f.items[i+1].phrase]
	if n.first != i+1 || n.kind != organisation || n.last >= len(f.items) || f.items[n.last].mark != comma {
		return -1
	}
	return f.entities.Of[n.mention]
}

// isMaker reports whether a noun is one for people and companies alike.
func isMaker(noun string) bool {
	switch noun {
	case "builder", "carrier", "contractor", "developer", "distributor", "employer", "insurer", "landlord", "lender", "maker", "manufacturer",
		"operator", "organiser", "organizer", "owner", "producer", "provider", "publisher", "retailer", "rival", "sponsor", "supplier":
		return true
	}
	return false
}
