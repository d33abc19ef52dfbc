// Package ingest reads what the user names (files, folders, standard input)
// and gives decoded text with its name. It refuses what is not text.
package ingest

// Input is one document to read.
type Input struct {
	// Name is the path as the user gave it, in slash form; "-" for standard
	// input; the record's id for JSONL input.
	Name string
	// Text is decoded, valid UTF-8; offsets refer to it.
	Text string
	// Title is the headline where the container says it (HTML, JSONL); empty
	// lets the extractor take it from the text.
	Title string
}
