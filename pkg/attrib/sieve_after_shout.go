package attrib

// afterShoutSieve catches “Are we ready?” Smith asked, and “We are ready” Smith
// said, with the comma forgotten. It must not take Jones in Smith asked: “Are
// we ready?” Jones said no.
func afterShoutSieve(f *frame, q int) (proposal, bool) {
	return f.after(q, func(ends mark) bool { return ends == shout || ends == dots || ends == noMark })
}
