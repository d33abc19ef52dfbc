package ingest

import (
	"errors"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// Endings lists the endings that a walk of a folder takes for articles, each
// also followed by .gz.
func Endings() []string {
	return []string{".htm", ".html", ".jsonl", ".md", ".ndjson", ".text", ".txt"}
}

// HasEnding reports whether a name has one of the [Endings].
func HasEnding(name string) bool { return slices.Contains(Endings(), ending(name)) }

// Expand gives the files that one path of the command line stands for: "-" and
// a file are themselves, a folder is walked as [Walk] says, and a pattern is
// matched against the file system when no file has that very name.
func Expand(path string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		if path == Stdin {
			yield(path, nil)
			return
		}
		info, err := os.Stat(path)
		switch {
		case err == nil && info.IsDir():
			for file, err := range Walk(path) {
				if !yield(file, err) {
					return
				}
			}
		case err == nil:
			yield(path, nil)
		case errors.Is(err, fs.ErrNotExist) && isPattern(path):
			expandPattern(path, yield)
		default:
			yield("", &Error{Name: filepath.ToSlash(path), Err: plain(err)})
		}
	}
}

// Walk gives the articles under a folder: each file with one of the [Endings],
// folder by folder in the order of their names. Hidden files and folders
// (.git, .cache) are left out. A link to a file is followed, a link to a
// folder is not, so no loop of links can be entered. A folder that cannot be
// read is an [Error] in its place; so is a root with no article under it.
func Walk(root string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		found := false
		give := func(path string, err error) error {
			found = true
			if !yield(path, err) {
				return fs.SkipAll
			}
			return nil
		}
		// The function below turns every error into a yield, so WalkDir has
		// none to return.
		_ = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			if err != nil {
				if give("", &Error{Name: filepath.ToSlash(path), Err: plain(err)}) != nil {
					return fs.SkipAll
				}
				return fs.SkipDir
			}
			if path != root && strings.HasPrefix(entry.Name(), ".") {
				if entry.IsDir() {
					return fs.SkipDir
				}
				return nil
			}
			if entry.IsDir() || !HasEnding(path) || !leadsToFile(path, entry) {
				return nil
			}
			return give(path, nil)
		})
		if !found {
			yield("", &Error{Name: filepath.ToSlash(root), Err: ErrNoArticles})
		}
	}
}

// leadsToFile reports whether a walked entry is a file or a link to one.
func leadsToFile(path string, entry fs.DirEntry) bool {
	if entry.Type()&fs.ModeSymlink == 0 {
		return entry.Type().IsRegular()
	}
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}

// ending returns the lower-case ending of a name, the one before .gz if it has
// that.
func ending(name string) string {
	name = strings.TrimSuffix(strings.ToLower(name), ".gz")
	return filepath.Ext(name)
}

// isPattern reports whether path means something as a pattern. A bracket that
// never closes is part of a name.
func isPattern(path string) bool {
	return strings.ContainsAny(path, "*?[{") && doublestar.ValidatePathPattern(path)
}

// expandPattern yields the files that match, sorted, as a shell with ** would.
func expandPattern(pattern string, yield func(string, error) bool) {
	files, err := doublestar.FilepathGlob(pattern,
		doublestar.WithFilesOnly(), doublestar.WithNoHidden(), doublestar.WithFailOnIOErrors())
	if err == nil && len(files) == 0 {
		err = ErrNoMatch
	}
	if err != nil {
		yield("", &Error{Name: filepath.ToSlash(pattern), Err: plain(err)})
		return
	}
	slices.Sort(files)
	for _, file := range files {
		if !yield(file, nil) {
			return
		}
	}
}
