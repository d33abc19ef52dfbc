package coref

// retype settles the type of a name that the recogniser typed in two ways.
func (r *resolver) retype() {}
