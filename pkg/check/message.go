package check

import (
	"strings"

	"github.com/whosaid/whosaid/pkg/encode"
)

// longestQuoted is how many code points of a text a message shows: enough to
// know it again, and it stays one line.
const longestQuoted = 60

// quoted returns a text between marks on one line, cut where it is long.
func quoted(text string) string {
	runes := []rune(encode.OneLine(text))
	if len(runes) > longestQuoted {
		runes = append([]rune(strings.TrimRight(string(runes[:longestQuoted-1]), " ")), '…')
	}
	return "“" + string(runes) + "”"
}
