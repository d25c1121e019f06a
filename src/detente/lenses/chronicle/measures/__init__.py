"""Measures: how far things have come, and what share of the whole that is."""
