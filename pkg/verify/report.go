package verify

// ReportSchema is the name and version of what [Report] promises.
const ReportSchema = "whosaid-verify/v1"

// Report is what is known of one draft.
type Report struct {
	Schema   string    `json:"schema"`
	Input    string    `json:"input"` // the draft
	Quotes   int       `json:"quotes"`
	Counts   []Count   `json:"counts"` // of every verdict, in their order
	Findings []Finding `json:"findings"`
}

// Count is how many findings have a verdict.
type Count struct {
	Verdict Verdict `json:"verdict"`
	Count   int     `json:"count"`
}

// NewReport counts the findings of a draft.
func NewReport(input string, findings []Finding) Report {
	r := Report{Schema: ReportSchema, Input: input, Quotes: len(findings), Findings: findings}
	if findings == nil {
		r.Findings = []Finding{}
	}
	for _, v := range Verdicts() {
		n := 0
		for _, f := range findings {
			if f.Verdict == v {
				n++
			}
		}
		r.Counts = append(r.Counts, Count{v, n})
	}
	return r
}
