package ingest

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
)

// decompress takes gzip off a source when its first bytes say that it is there.
func (r *Reader) decompress(source io.Reader) (io.Reader, error) {
	packed := &counter{source: source}
	buffered := bufio.NewReaderSize(packed, bufferSize)
	gzipMagic := []byte{0x1f, 0x8b}
	head, _ := buffered.Peek(len(gzipMagic)) // an error shows again at the read
	if !bytes.Equal(head, gzipMagic) {
		return buffered, nil
	}
	unpacked, err := gzip.NewReader(buffered)
	if err != nil {
		return nil, err
	}
	return &bounded{counter: counter{source: unpacked}, packed: packed, ratio: int64(orDefault(r.MaxRatio, DefaultMaxRatio))}, nil
}

// counter counts the bytes that are read from a source.
type counter struct {
	source io.Reader
	n      int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.source.Read(p)
	c.n += int64(n)
	return n, err
}

// bounded is unpacked data that may be so many times larger than what it is
// unpacked from.
type bounded struct {
	counter // of the unpacked bytes
	packed  *counter
	ratio   int64
}

func (b *bounded) Read(p []byte) (int, error) {
	// harmless is how much may be unpacked from anything, in bytes: a line of a
	// thousand dashes is no attack.
	const harmless = 1 << 20
	n, err := b.counter.Read(p)
	if b.n > harmless && b.n/b.ratio > b.packed.n {
		return 0, fmt.Errorf("%w of %d times its size", ErrTooPacked, b.ratio)
	}
	return n, err
}
