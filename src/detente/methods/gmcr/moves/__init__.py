"""Sequences of moves: legal ones, and the ways from a state."""
