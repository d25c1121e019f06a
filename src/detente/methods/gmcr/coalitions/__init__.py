"""Coalitions: what several decision makers can do together, and where they stay."""
