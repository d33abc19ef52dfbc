package attrib

// pattern is the order in which quotation, source and cue stand.
type pattern uint8

const (
	noPattern       pattern = iota
	splitQuote              // “…,” Smith said, “…”
	quoteSourceCue          // “…,” Smith said
	quoteCueSource          // “…,” said Smith
	sourceCueQuote          // Smith said: “…”
	cueSourceQuote          // According to Smith, “…”
	sourceColon             // Smith: “…”
	headline                // EU Foreign Policy Chief: ‘…’
	quoteDash               // “…” — Smith
	sameQuotation           // “…,” Smith said. “…”
	nextParagraph           // Smith said:¶“…”
	floating                // Smith spoke of the plan. “…”
	sentenceSubject         // Smith's plan is a “…”
	quoteSource             // “…” was Smith's answer: found by the model alone
)

// proposal is what a sieve has to say about a quote.
type proposal struct {
	phrase  int // index into frame.phrases; -1 when it is that of the quote before
	clause  int // index into frame.clauses; -1 when there is no cue
	pattern pattern
}

// sieve looks at one quote; false when it has nothing to say.
type sieve func(f *frame, q int) (proposal, bool)

// sieves are asked in this order; the first that answers decides.
var sieves = []sieve{
	splitSieve,
	afterSieve,
	beforeSieve,
	withinSieve,
	afterShoutSieve,
	laterSieve,
	colonSieve,
	dashSieve,
	continueSieve,
	paragraphSieve,
	floatingSieve,
	subjectSieve,
}
