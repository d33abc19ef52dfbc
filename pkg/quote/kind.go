package quote

// classify tells speech from words that are merely quoted.
func classify(text string, quotes []Quote) {
	for i := range quotes {
		q := &quotes[i]
		words := 0
		for _, p := range q.Parts {
			n, _ := countWords(text, p)
			words += n
		}
		q.Kind, q.Speech = Mixed, 0.9
		if words >= 4 {
			q.Kind = Direct
		}
	}
}
