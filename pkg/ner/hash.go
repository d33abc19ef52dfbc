package ner

// Features, words and list entries are known by 64-bit hashes, so that no
// string is ever built to look one up.

const (
	fnvOffset = 14695981039346656037 // FNV-1a, 64 bits
	fnvPrime  = 1099511628211
	// Two odd constants of MurmurHash3's finalizer, which spread every input
	// bit over the whole word.
	spreadA = 0xff51afd7ed558ccd
	spreadB = 0xc4ceb9fe1a85ec53
)

// hashBytes is FNV-1a over b.
func hashBytes(b []byte) uint64 {
	h := uint64(fnvOffset)
	for _, c := range b {
		h = (h ^ uint64(c)) * fnvPrime
	}
	return h
}

// hashText is FNV-1a over s.
func hashText(s string) uint64 {
	h := uint64(fnvOffset)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * fnvPrime
	}
	return h
}

// spread makes every bit of the result depend on every bit of h.
func spread(h uint64) uint64 {
	h ^= h >> 33
	h *= spreadA
	h ^= h >> 33
	h *= spreadB
	return h ^ h>>33
}

// join hashes the pair of a and b; the order counts.
func join(a, b uint64) uint64 {
	return (a*spreadA ^ (b + fnvOffset)) * fnvPrime
}
