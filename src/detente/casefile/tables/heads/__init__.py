"""Heads of columns: their words, the scales in their brackets, and which column holds what."""
