package ner

import "encoding/binary"

// Row is the weights of one feature, in steps of the model's unit.
type Row struct {
	Hash    uint64
	Weights [Labels]int8
}

// EncodeRows lays rows out as a weight table: the seeds of the groups, and the
// records. The same rows in the same order give the same bytes.
func EncodeRows(rows []Row) (seeds, records []byte, err error) {
	hashes := make([]uint64, len(rows))
	for i := range rows {
		hashes[i] = rows[i].Hash
	}
	seeds, places, count, err := perfectHash(hashes)
	if err != nil {
		return nil, nil, err
	}
	records = make([]byte, count*recordSize)
	for i := range records {
		records[i] = weightBias // a record left empty weighs nothing, should its mark be hit
	}
	for i, r := range rows {
		record := records[places[i]*recordSize:]
		binary.LittleEndian.PutUint32(record, uint32(r.Hash))
		for y, w := range r.Weights {
			record[markSize+y] = byte(int(w) + weightBias)
		}
	}
	return seeds, records, nil
}
