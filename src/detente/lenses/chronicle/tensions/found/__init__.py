"""Tensions found: two readings of one fact that the records tell apart, each kind in a module of its own."""
