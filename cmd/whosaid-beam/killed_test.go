package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// TestKilled kills the program, with runner and worker in it, at several moments
// of a run. Whatever it has written is whole, and one more run gives all of it.
func TestKilled(t *testing.T) {
	s := makeSample(t, t.TempDir(), ownArticles(t), 240, 16)
	args := append(s.flags(), s.pattern())
	begun := time.Now()
	whole := filepath.Join(t.TempDir(), "whole")
	want, _, _ := runBeamInto(t, whole, args...)
	took := time.Since(begun)

	killed := 0
	for _, share := range []time.Duration{30, 60, 80, 90, 95} { // per cent of a whole run
		out := filepath.Join(t.TempDir(), "out")
		run := beamCommand(append([]string{"--output", out}, args...)...)
		if err := run.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(took * share / 100)
		if run.Process.Kill() == nil {
			killed++
		}
		_ = run.Wait() // says that it was killed
		compareWhole(t, out, whole)
	}
	if killed == 0 {
		t.Error("every run was done before it was killed")
	}
	again, _, _ := runBeam(t, args...)
	compareTables(t, "after runs that were killed", want, again)
}

// TestWorkerKilled has a worker in a process of its own, and kills it. Prism tries
// no bundle again, as an engine does: it gives the job up, which must leave no
// half of anything. That trying again changes nothing is shown by the tests of
// the DoFns.
func TestWorkerKilled(t *testing.T) {
	if _, err := os.Stat("/bin/sh"); err != nil {
		t.Skip("the worker is started by a script for /bin/sh, which is not on this machine")
	}
	s := makeSample(t, t.TempDir(), ownArticles(t), 240, 16)
	whole := filepath.Join(t.TempDir(), "whole")
	inOne, _, _ := runBeamInto(t, whole, append(s.flags(), s.pattern())...)
	pids := filepath.Join(t.TempDir(), "pids")
	args := append(workerFlags(t, pids), append(s.flags(), s.pattern())...)
	begun := time.Now()
	apart, _, _ := runBeam(t, args...)
	took := time.Since(begun)
	compareTables(t, "with the worker in another process", inOne, apart)

	out := filepath.Join(t.TempDir(), "out")
	run := beamCommand(append([]string{"--output", out}, args...)...)
	var told strings.Builder
	run.Stderr = &told
	if err := run.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(took / 2)
	killWorker(t, pids)
	waits := time.AfterFunc(10*took+10*time.Second, func() { _ = run.Process.Kill() })
	_ = run.Wait() // the exit code says it
	switch code := run.ProcessState.ExitCode(); {
	case !waits.Stop():
		t.Log("the worker died before Prism had heard of it, for which Prism waits for ever")
	case strings.Contains(told.String(), "articles "):
		t.Log("the work was done before the worker died")
	case code != exitFailed || !strings.Contains(told.String(), "job-001 failed"):
		t.Errorf("exit code %d, want %d and a job that failed: %s", code, exitFailed, told.String())
	}
	compareWhole(t, out, whole)
	again, _, _ := runBeam(t, args...)
	compareTables(t, "after a job that failed", inOne, again)
}

// workerFlags lets Prism start a worker by a script, as the container of an
// engine would, which notes its process id in a file.
func workerFlags(t *testing.T, pids string) []string {
	t.Helper()
	self, err := filepath.Abs(os.Args[0])
	if err != nil {
		t.Fatal(err)
	}
	script := filepath.Join(t.TempDir(), "worker")
	text := fmt.Sprintf(`#!/bin/sh
echo $$ >'%s'
id=$(printf %%s "${1#--id=}" | tr -d "'")
at=${2#--provision_endpoint=}
exec '%s' --worker --id="$id" --logging_endpoint="$at" --control_endpoint="$at" --semi_persist_dir='%s' --options='{}'
`, pids, self, t.TempDir())
	if err := os.WriteFile(script, []byte(text), 0o755); err != nil {
		t.Fatal(err)
	}
	return []string{
		"--worker_binary", self, "--environment_type", "PROCESS", "--environment_config", fmt.Sprintf(`{"command":%q}`, script),
	}
}

// killWorker kills the worker that was started last.
func killWorker(t *testing.T, pids string) {
	t.Helper()
	data, err := os.ReadFile(pids)
	if err != nil {
		t.Fatalf("there was no worker: %v", err)
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(data)))
	if err != nil {
		t.Fatal(err)
	}
	worker, err := os.FindProcess(pid)
	if err != nil {
		t.Fatal(err)
	}
	_ = worker.Kill() // it may be gone
}

// compareWhole wants every file in a folder to be as it is in another, but for
// the order of its lines. Hidden files are what somebody has died at.
func compareWhole(t *testing.T, out, whole string) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(out, "[a-z]*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		compareLines(t, name, sortedLines(t, filepath.Join(whole, filepath.Base(name))), sortedLines(t, name))
	}
}

func sortedLines(t *testing.T, name string) []string {
	t.Helper()
	lines := readLines(t, name)
	slices.Sort(lines)
	return lines
}

func compareTables(t *testing.T, when string, want, got tables) {
	t.Helper()
	for table, lines := range want {
		if !slices.Equal(lines, got[table]) {
			t.Errorf("%s: other %s, %d lines and not %d", when, table, len(got[table]), len(lines))
		}
	}
}
