"""Lenses: each looks at a situation in its own way and reports findings; they are strangers to each other."""
