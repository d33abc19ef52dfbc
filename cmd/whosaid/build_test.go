package main

import (
	"bytes"
	"crypto/sha256"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// build builds the program of the project in a folder, for release.
func build(t *testing.T, root, out string) {
	t.Helper()
	command := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-o", out, "./cmd/whosaid")
	command.Dir = root
	command.Env = append(os.Environ(), "CGO_ENABLED=0", "GOFLAGS=")
	if said, err := command.CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, said)
	}
}

// TestTwoBuildsAreTheSame builds the program here and from a copy in another
// folder.
func TestTwoBuildsAreTheSame(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program twice")
	}
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	// The other folder has another length, which a path in a binary would show.
	other := filepath.Join(t.TempDir(), "somewhere", "else entirely")
	if err := os.MkdirAll(other, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"cmd", "pkg"} {
		if err := os.CopyFS(filepath.Join(other, name), os.DirFS(filepath.Join(root, name))); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"go.mod", "go.sum"} {
		data, err := os.ReadFile(filepath.Join(root, name))
		if err == nil {
			err = os.WriteFile(filepath.Join(other, name), data, 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	var sums [2][sha256.Size]byte
	for i, from := range []string{root, other} {
		out := filepath.Join(t.TempDir(), "whosaid")
		build(t, from, out)
		data, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(data, []byte(other)) || bytes.Contains(data, []byte(root+string(filepath.Separator))) {
			t.Errorf("the program built in %s holds its folder", from)
		}
		sums[i] = sha256.Sum256(data)
	}
	if sums[0] != sums[1] {
		t.Errorf("two builds have SHA-256 %x and %x", sums[0], sums[1])
	}
}

// TestSystemCalls watches what the program asks of the system: no socket, no
// other program, no file opened for writing, and none read but what it was
// given and what Go itself reads.
func TestSystemCalls(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	if _, err := exec.LookPath("strace"); err != nil {
		t.Skip("strace is not on this machine")
	}
	dir := t.TempDir()
	program, trace := filepath.Join(dir, "whosaid"), filepath.Join(dir, "trace")
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	build(t, root, program)
	page := filepath.Join(dir, "page.html")
	// A number of seconds is a date in some time zone, which is the machine's to
	// those who do not take care.
	const html = `<html><head><meta property="article:published_time" content="1714780800"><base href="http://192.0.2.1/"><link rel="stylesheet" href="http://192.0.2.1/a.css"></head><body><article>` +
		`<h1>Port shut</h1><p>“We shut the port of Faro on Monday,” said Ana Sá, <img src="http://192.0.2.1/a.png">the harbour master, before the storm came.</p></article></body></html>`
	if err := os.WriteFile(page, []byte(html), 0o644); err != nil {
		t.Fatal(err)
	}
	command := exec.Command("strace", "-f", "-qq", "-o", trace, "-e", "trace=%network,%process,open,openat,openat2,creat,unlink,unlinkat,rename,renameat,renameat2,mkdir,mkdirat",
		program, "-o", "html", page, filepath.Join(root, "testdata", "articles", "brief_wire_story.txt"))
	var errs bytes.Buffer
	command.Stderr = &errs
	if out, err := command.Output(); err != nil {
		if strings.Contains(errs.String(), "ptrace") {
			t.Skip("strace may not watch here: ", errs.String())
		}
		t.Fatalf("%v\n%s", err, &errs)
	} else if !bytes.Contains(out, []byte("Ana Sá")) || !bytes.Contains(out, []byte("2024-05-04")) {
		t.Fatalf("nothing was read: %s", out)
	}
	data, err := os.ReadFile(trace)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		_, call, _ := strings.Cut(strings.TrimSpace(line), " ")
		call = strings.TrimSpace(call)
		name, arguments, isCall := strings.Cut(call, "(")
		switch {
		case !isCall || strings.HasPrefix(call, "<..."), strings.HasPrefix(call, "+++"), strings.HasPrefix(call, "---"):
		case name == "execve" && strings.Contains(arguments, program): // ourselves
		case strings.HasPrefix(name, "???"): // strace was late: the thread had ended
		case strings.HasPrefix(name, "clone"), strings.HasPrefix(name, "exit"), name == "tgkill": // threads
		case strings.HasPrefix(name, "open") && !strings.Contains(arguments, "O_WRONLY") && !strings.Contains(arguments, "O_RDWR") && mayRead(arguments, dir, root):
		default:
			t.Errorf("the program asks for %s", call)
		}
	}
}

// mayRead reports whether a file that is opened is an input, or one that the
// runtime of Go and the loader of the system read.
func mayRead(arguments string, given ...string) bool {
	_, path, _ := strings.Cut(arguments, `"`)
	path, _, _ = strings.Cut(path, `"`)
	for _, dir := range append(given, "/sys/kernel/mm/transparent_hugepage/", "/sys/fs/cgroup/", "/proc/self/", "/etc/ld.so") {
		if strings.HasPrefix(path, dir) {
			return true
		}
	}
	return false
}

// TestEnvironment gives the program an environment full of what others read,
// and none at all: what it prints is the same, but for what --help names.
func TestEnvironment(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	dir := t.TempDir()
	program := filepath.Join(dir, "whosaid")
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	build(t, root, program)
	printed := func(environment ...string) string {
		command := exec.Command(program, "testdata/articles/brief_wire_story.txt", "missing.txt")
		command.Dir = root
		command.Env = environment
		out, _ := command.CombinedOutput() // missing.txt is an error
		return string(out)
	}
	want := printed()
	if !strings.Contains(want, "Annika Tamm") || !strings.Contains(want, "missing.txt: no such file") {
		t.Fatalf("without an environment: %s", want)
	}
	for _, environment := range [][]string{
		{"LANG=tr_TR.UTF-8", "LC_ALL=tr_TR.UTF-8", "TZ=Asia/Tokyo", "HOME=/nonexistent", "TMPDIR=/nonexistent", "XDG_CONFIG_HOME=/nonexistent", "USER=x"},
		{"HTTP_PROXY=http://192.0.2.1", "HTTPS_PROXY=http://192.0.2.1", "PAGER=false", "EDITOR=false", "COLUMNS=10", "LINES=2", "TERM=xterm"},
		{"WHOSAID_OUTPUT=json", "WHOSAID_RECOGNISER=prose", "WHOSAID_CONFIG=/nonexistent", "POSIXLY_CORRECT=1", "GOMAXPROCS=1", "CI=1", "NO_COLOR=1"},
	} {
		if got := printed(environment...); got != want {
			t.Errorf("with %v another answer:\n%s", environment, got)
		}
	}
}
