"""A server that fails in every way links fail, with a label on each."""
