package check

import "slices"

// Level says how much a finding matters.
type Level string

const (
	Off     Level = "off" // the rule is not asked
	Info    Level = "info"
	Warning Level = "warning"
	Error   Level = "error"
)

// AllLevels lists the values of [Level], the lightest first.
func AllLevels() []Level { return []Level{Off, Info, Warning, Error} }

// Reaches reports whether l weighs at least as much as other.
func (l Level) Reaches(other Level) bool {
	return slices.Index(AllLevels(), l) >= slices.Index(AllLevels(), other)
}

// Levels gives rules, by name, another level than their own.
type Levels map[string]Level
