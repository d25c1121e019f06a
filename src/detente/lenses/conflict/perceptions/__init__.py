"""Perceptions: who sees the conflict otherwise, and what holds because of that."""
