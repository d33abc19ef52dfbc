package train

import (
	"math"
	"math/rand/v2"
)

// The tree of vector clusters. One that was 14 deep gave nothing.
const (
	deepestPath   = 12 // so that there are at most 4,096 leaves
	smallestSplit = 60 // vectors that are parted still
	splitTries    = 2  // of which the better is kept
	splitRounds   = 15
	farTries      = 50 // vectors looked at for one that is far from the first
)

// bisect puts vectors in a tree of clusters by bisecting k-means on the sphere
// (Steinbach, Karypis and Kumar 2000) and returns each vector's path, a string
// of the digits 0 and 1.
func bisect(vectors []vector) []string {
	b := bisection{vectors: vectors, paths: make([]string, len(vectors))}
	all := make([]int32, len(vectors))
	for i := range all {
		all[i] = int32(i)
	}
	b.split(all, "")
	return b.paths
}

// bisection is a tree in the making.
type bisection struct {
	vectors []vector
	paths   []string
}

// split parts the vectors of a node, and those of its children.
func (b *bisection) split(members []int32, path string) {
	var parts [2][]int32
	if len(path) < deepestPath && len(members) >= smallestSplit {
		parts = b.part(members, path)
	}
	if len(parts[0]) == 0 || len(parts[1]) == 0 {
		for _, i := range members {
			b.paths[i] = path
		}
		return
	}
	b.split(parts[0], path+"0")
	b.split(parts[1], path+"1")
}

// part divides the vectors of the node at path in two.
func (b *bisection) part(members []int32, path string) (parts [2][]int32) {
	var best []uint8
	most := math.Inf(-1)
	for try := range splitTries {
		random := rand.New(rand.NewPCG(uint64(try), uint64(len(path))<<32|uint64(len(members))))
		if sides, length := b.twoMeans(members, random); length > most {
			best, most = sides, length
		}
	}
	for k, i := range members {
		parts[best[k]] = append(parts[best[k]], i)
	}
	return parts
}

// twoMeans finds the two directions that the vectors lie nearest to, and
// returns which each is nearer to. The length of the two sums says how well
// they lie together.
func (b *bisection) twoMeans(members []int32, random *rand.Rand) (sides []uint8, length float64) {
	pick := func() *vector { return &b.vectors[members[random.IntN(len(members))]] }
	first := pick()
	second, least := first, float32(2)
	for range farTries {
		v := pick()
		if cosine := first.dot(v); cosine < least {
			second, least = v, cosine
		}
	}
	means := [2]vector{*first, *second}
	sides = make([]uint8, len(members))
	for range splitRounds {
		var sums [2][vectorSize]float64
		for k, i := range members {
			v := &b.vectors[i]
			sides[k] = 0
			if v.dot(&means[1]) > v.dot(&means[0]) {
				sides[k] = 1
			}
			sum := &sums[sides[k]]
			for x := range v {
				sum[x] += float64(v[x])
			}
		}
		length = 0
		for side, sum := range sums {
			square := 0.0
			for x := range sum {
				means[side][x] = float32(sum[x])
				square += sum[x] * sum[x]
			}
			means[side].unit()
			length += math.Sqrt(square)
		}
	}
	return sides, length
}
