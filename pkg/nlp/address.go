package nlp

import "strings"

// addressEnd returns where the web or mail address that starts at byte i ends,
// or 0 if none does.
func (s *scanner) addressEnd(i int) int {
	rest := s.text[i:]
	switch rest[0] | 0x20 {
	case 'h':
		if hasPrefixFold(rest, "http://") || hasPrefixFold(rest, "https://") {
			return s.trimAddress(i, s.addressRun(i))
		}
	case 'w':
		if hasPrefixFold(rest, "www.") {
			return s.trimAddress(i, s.addressRun(i))
		}
	}
	return s.mailEnd(i)
}

// hasPrefixFold reports whether s starts with the lower-case ASCII prefix in
// any case.
func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// addressRun returns where the characters that a web address may hold end.
func (s *scanner) addressRun(i int) int {
	for i < len(s.text) {
		c, size := classAt(s.text, i)
		if c == classSpace || c == classBreak || c == classDash || strings.IndexByte(`<>"`, s.text[i]) >= 0 ||
			strings.HasPrefix(s.text[i:], "“") || strings.HasPrefix(s.text[i:], "”") || strings.HasPrefix(s.text[i:], "’") {
			break
		}
		i += size
	}
	return i
}

// trimAddress leaves out the marks of the sentence at the end of an address.
func (s *scanner) trimAddress(i, end int) int {
	for end > i+1 && strings.IndexByte(".,;:!?)'*]", s.text[end-1]) >= 0 {
		end--
	}
	return end
}

// mailMax is the longest local part of a mail address that we look through, in
// bytes (RFC 5321 allows 64): it bounds the look ahead from every word.
const mailMax = 64

// mailEnd returns where the mail address that starts at byte i ends, or 0.
func (s *scanner) mailEnd(i int) int {
	at := i
	for at < len(s.text) && at-i <= mailMax && isMailByte(s.text[at]) {
		at++
	}
	if at == i || at >= len(s.text) || s.text[at] != '@' {
		return 0
	}
	end, dots := at+1, 0
	for end < len(s.text) && end-at <= mailMax && (isMailByte(s.text[end])) {
		if s.text[end] == '.' {
			dots++
		}
		end++
	}
	end = s.trimAddress(i, end)
	if dots == 0 || end <= at+1 {
		return 0
	}
	return end
}

// isMailByte reports whether c is usual in a mail address beside its @.
func isMailByte(c byte) bool {
	return c < 0x80 && isWordClass(asciiClass[c]) || c == '.' || c == '-' || c == '_' || c == '+'
}
